"""The session to be: every exercise of it with its next dose, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gradus.library.library import Library
from gradus.planning.doses import lightest
from gradus.planning.finding import without_weight
from gradus.progression.around import Around, Next
from gradus.progression.conditions import FOR_LONG, RETIRED
from gradus.progression.courses import course_of, goal_of, held_now
from gradus.progression.day import Asked, Day, day_of
from gradus.progression.doses import is_same
from gradus.progression.hurts import resting, retired_together
from gradus.progression.ladder import against
from gradus.progression.occasions import Log, Occasion, occasions, turn
from gradus.progression.situation import situation
from gradus.progression.table import decide
from gradus.progression.telling import amount
from gradus.progression.volume import Place, with_sets
from gradus.record.facts import PlanMade
from gradus.record.history import History
from gradus.record.parts import PlanItem, PlannedSession, ShownItem, ShownReason
from gradus.screening.cleared import Cleared
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Step
from gradus.vocabulary.value import Value, replace


class Prescribed(Value, frozen=True, kw_only=True):
    """The next session of a plan. `number` counts from 1 by sessions done; `items` are to be done, in order;
    `left_out` are exercises of the plan that wait, each with its reason, which stands in `because` too.

    `stop` says that training waits until someone has looked: what is left is walking. `ask_flare` says that
    the person should be asked whether this is a flare. `finished` says that the plan's sessions are done.
    """

    shape: PlannedSession
    number: int
    items: tuple[ShownItem, ...]
    because: tuple[Reason, ...]
    left_out: tuple[ShownItem, ...] = ()
    stop: bool = False
    ask_flare: bool = False
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The session whose turn it is, with all that its doses will rest on; they are not worked out yet."""

    day: Day
    shape: str

    @property
    def bare(self) -> Prescribed:
        """The session before anything of it is looked at."""
        plan, day = self.day.around.plan, self.day
        return Prescribed(
            shape=next(session for session in plan.sessions if session.id == self.shape),
            number=len(day.done) + 1,
            items=(),
            because=(),
            stop=day.stop is not None,
            ask_flare=day.ask_flare,
            finished=len(day.done) >= plan.sessions_to_do,
        )

    def may_lack_something(self) -> bool:
        """Whether anything that the plan holds, held, or was given by a clinician cannot be done for longer
        than a day. Where nothing is, nothing of the session will wait for that."""
        around = self.day.around
        planned = [item.exercise for session in around.plan.sessions for item in session.items]
        done = [item.exercise for each in self.day.done for item in each.items or ()]
        known = around.library.exercises
        held = [known[each] for each in {*planned, *done, *self.day.doses} if each in known]
        return any((why := against(each, around)) is not None and why.rule in FOR_LONG for each in held)


def next_session(
    history: History, plan: PlanMade, cleared: Cleared, library: Library, today: date
) -> Prescribed:
    """The session whose turn it is on that day, so that a missed week moves nothing. Limits hold anew each
    time."""
    return prescribe(upcoming(history, plan, cleared, library, today))


def upcoming(history: History, plan: PlanMade, cleared: Cleared, library: Library, today: date) -> Upcoming:
    """Which session it is on that day. What was promised for a done session is read from the record; where no
    promise was kept it is derived again from what came before."""
    asked = Asked(history, plan, cleared, library, Log(history.by_session, history.kept))
    every = occasions(history, plan)
    done: list[Occasion] = []
    for occasion in every:
        if occasion.day > today or (occasion.day == today and not occasion.ended):
            continue
        if occasion.items is None:
            yet = frozenset(each.id for each in every[len(done) :])
            earlier = Upcoming(day_of(asked, occasion.day, done, yet), occasion.shape)
            done.append(replace(occasion, items=prescribe(earlier).items))
        else:
            done.append(occasion)
    yet = frozenset(each.id for each in every[len(done) :])
    return Upcoming(day_of(asked, today, done, yet), turn(plan, done, today).id)


def prescribe(ahead: Upcoming) -> Prescribed:
    """The session with its doses."""
    day, bare = ahead.day, ahead.bare
    around = day.around
    held = held_now(around.plan, day.done)
    places, unknown = _places(bare.shape, held, day)
    if not bare.stop:
        places = with_sets(places, ahead.shape, day.done, around)
    shown = [_shown(place, around) for place in places]
    left_out = (*(item for item, is_done in shown if not is_done), *unknown)
    reasons = [
        *([day.stop] if day.stop else [day.offer] if day.offer and not day.lighter else []),
        *_why_left_out(left_out, around),
    ]
    return replace(
        bare,
        items=tuple(item for item, is_done in shown if is_done),
        because=tuple(dict.fromkeys(reasons)),
        left_out=left_out,
    )


def _why_left_out(left_out: Sequence[ShownItem], around: Around) -> Iterator[Reason]:
    """The reasons of what waits; what is retired until the same day is told in one sentence."""
    until = resting(around.hurt, around.library, around.today)
    together: dict[date, list[ExerciseId]] = {}
    for item in left_out:
        if any(each.rule == RETIRED for each in item.because) and item.exercise in until:
            together.setdefault(until[item.exercise], []).append(item.exercise)
    several = {day: names for day, names in together.items() if len(names) > 1}
    yield from (retired_together(names, day, around.library) for day, names in several.items())
    told = {name for names in several.values() for name in names}
    for item in left_out:
        yield from (
            _reason(each) for each in item.because if each.rule != RETIRED or item.exercise not in told
        )


def _places(
    planned: PlannedSession, held: dict[ExerciseId, ExerciseId], day: Day
) -> tuple[tuple[Place, ...], tuple[ShownItem, ...]]:
    """The places of the session with what is decided for each, and what the library does not have any more.
    A place may take no exercise that another place of the plan holds."""
    places, unknown = [], []
    for item in planned.items:
        taken = frozenset(now for origin, now in held.items() if origin != item.exercise)
        around = replace(day.around, taken=taken)
        course = course_of(item, day.done, day.around)
        if not course.turns and item.exercise not in around.library.exercises:
            unknown.append(_unknown(item, around))
            continue
        decision = decide(situation(course, around, day))
        held[item.exercise] = decision.what.exercise.id
        places.append(Place(course=course, decision=decision, goal=goal_of(item, around.plan)))
    return tuple(places), tuple(unknown)


def _shown(place: Place, around: Around) -> tuple[ShownItem, bool]:
    """The item as it is shown, with the limits of health over it, and whether it is to be done."""
    what, because = place.decision.what, place.decision.because
    what = replace(what, dose=_with_a_weight(what, around))
    dose = around.cleared.limits.cap(what.dose, what.exercise)
    step = what.step
    because = (*because, *_about_the_weight(place, what, around))
    if what.is_done and around.cleared.limits.asks_support(what.exercise):
        because = (*because, around.reason("support-at-hand"))
    if dose != what.dose and what.is_done:
        because = (*because, around.reason("limit-caps", dose=around.told(dose)))
        turns = place.course.turns
        if step is Step.PROGRESS and turns and is_same(dose, turns[-1].dose):
            step = Step.HOLD
    item = ShownItem(
        slot=place.course.item.slot,
        exercise=what.exercise.id,
        dose=dose,
        step=step,
        because=tuple(map(ShownReason.of, because)),
    )
    return item, what.is_done


def _with_a_weight(what: Next, around: Around) -> Dose:
    """The dose; with the lightest of the person's weights where it names none and none may be tried today."""
    exercise, dose = what.exercise, what.dose
    rises = what.step in (Step.START, Step.HOLD, Step.PROGRESS) and around.finds_weight(exercise)
    if rises or not without_weight(exercise, dose, around.person):
        return dose
    return dose.but(load_kg=lightest(exercise, around.person))


def _about_the_weight(place: Place, what: Next, around: Around) -> tuple[Reason, ...]:
    """Of a weight that nobody knows yet, how to find it and to write it down; of a weight that was written
    down last time where the dose named none, that it counts from now on."""
    turns = place.course.turns
    if not what.is_done:
        return ()
    if what.dose.load_kg is None:
        return _to_be_found(what, around)
    noted = turns and turns[-1].noted and turns[-1].exercise.id == what.exercise.id
    load = turns[-1].dose.load_kg if noted else None
    return () if load is None else (around.reason("weight-as-noted", load=around.weight(load)),)


def _to_be_found(what: Next, around: Around) -> tuple[Reason, ...]:
    if what.exercise.dose.load == "machine":
        return (around.reason("note-the-weight"),)
    if not without_weight(what.exercise, what.dose, around.person):
        return ()
    dose = around.cleared.limits.cap(what.dose, what.exercise)
    return (around.reason("find-your-weight", amount=amount(dose), reserve=dose.reserve),)


def _unknown(item: PlanItem, around: Around) -> ShownItem:
    why = around.reason("not-in-the-library", exercise=item.exercise)
    because = (ShownReason.of(why),)
    return ShownItem(slot=item.slot, exercise=item.exercise, dose=item.dose, step=Step.PAUSE, because=because)


def _reason(shown: ShownReason) -> Reason:
    return Reason(shown.rule, shown.says, shown.cites)
