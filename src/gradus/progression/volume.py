"""One more set: for as many exercises at a time as keep the week's sets within the cap and the session within
the person's time, never for one whose dose rises in the same session anyway by load, band or rung."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from gradus.planning.minutes import session_minutes
from gradus.progression.around import Around, Course, Next
from gradus.progression.clinician import CONFIRMS
from gradus.progression.doses import WHOLE
from gradus.progression.occasions import Occasion
from gradus.progression.raising import is_success, planned_range
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.reasons import Decision
from gradus.vocabulary.scales import Pattern, Step
from gradus.vocabulary.value import Value, replace

TWO = 2
"""Weeks that are held against each other."""

KEEPS = frozenset(
    {
        "a-little-more",
        "top-once",
        "range-widens",
        "no-harder-step-open",
        "programme-names-it",
        "next-weight-too-far",
        "stays-as-named",
        "stays-at-the-top",
        "limit-caps",
    }
)
"""Rules that keep load, band and rung. Several short holds stand in for a long one that a limit forbids."""


class Place(Value, frozen=True, kw_only=True):
    """One place of the session to be, with what was decided for it."""

    course: Course
    decision: Decision[Next]
    goal: int


def with_sets(
    places: Sequence[Place], shape: str, occasions: Sequence[Occasion], around: Around
) -> tuple[Place, ...]:
    """The places with a set more where it is earned and fits: those with the fewest sets first, then in the
    order of the session. The rise that it replaces waits, and no set comes that the person has no
    time for."""
    room = sets_to_add(sum(_sets(place) for place in places), shape, occasions, around)
    if room <= 0:
        return tuple(places)
    earned = [nth for nth, place in enumerate(places) if _earns(place, occasions, around)]
    found = list(places)
    for nth in sorted(earned, key=lambda nth: (_sets(places[nth]), nth)):
        more = [*found[:nth], _one_more(found[nth], around), *found[nth + 1 :]]
        if room > 0 and _within_minutes(more, around):
            found, room = more, room - 1
    return tuple(found)


def _within_minutes(places: Sequence[Place], around: Around) -> bool:
    """Whether the session still fits into the time that the person has."""
    most = around.person.minutes
    done = [_Item(each.decision.what) for each in places if each.decision.what.is_done]
    return most is None or session_minutes(done, around.library, around.cleared.limits) <= most


@dataclass(frozen=True, slots=True)
class _Item:
    """A place as one item of a session that takes time."""

    what: Next

    @property
    def exercise(self) -> ExerciseId:
        return self.what.exercise.id

    @property
    def dose(self) -> Dose:
        return self.what.dose


def sets_to_add(prescribed: int, shape: str, occasions: Sequence[Occasion], around: Around) -> int:
    """How many sets a session of so many may grow. The week that ends with it may grow by no more than
    the cap against the week before, and the session itself by no more against the same one at least a week
    of sessions ago, or by one where the cap is less. None before there is such a week."""
    week = around.plan.sessions_a_week
    if len(occasions) < TWO * week - 1:
        return 0
    cap = WHOLE + around.library.raises.weekly_volume_cap.value
    lately = occasions[-(TWO * week - 1) :]
    before = [_asked_sets(each) for each in lately[:week]]
    now = [_shown_sets(each) for each in lately[week:]]
    earlier = occasions[: len(occasions) - (week - 1)]
    same = next((_asked_sets(each) for each in reversed(earlier) if each.shape == shape), 0)
    by_week = floor(sum(before) * cap / WHOLE) - sum(now)
    by_session = max(same + 1, floor(same * cap / WHOLE)) if same else 0
    return min(by_week, by_session) - prescribed


def _shown_sets(occasion: Occasion) -> int:
    return sum(item.dose.sets for item in occasion.items or ())


def _asked_sets(occasion: Occasion) -> int:
    """The sets that were asked for: of a short session the fewer ones, so that nothing grows from sets that
    nobody did."""
    return sum(item.dose.sets for item in occasion.asked or occasion.items or ())


def _earns(place: Place, occasions: Sequence[Occasion], around: Around) -> bool:
    """Whether the newest turn was a success in the same exercise with the same sets for the weeks that a set
    waits, and the morning after is known to be no worse."""
    if not place.course.turns or not _may_take_a_set(place):
        return False
    last = place.course.turns[-1]
    waited = int(around.library.raises.weeks_before_a_set.value) * around.plan.sessions_a_week
    if len(occasions) < waited or last.dose.sets >= place.goal or last.exercise.pattern is Pattern.WALK:
        return False
    first_day = occasions[-waited].day
    long_enough = place.course.turns[0].day <= first_day
    lately = [turn for turn in place.course.turns if turn.day >= first_day]
    steady = all(turn.exercise.id == last.exercise.id and turn.dose.sets == last.dose.sets for turn in lately)
    if not (long_enough and steady):
        return False
    return around.settled(last, place.course.shown_on) is True and is_success(last, around)


def _may_take_a_set(place: Place) -> bool:
    """Whether the place rises by amount only, or stays at its top or at a limit's; nothing lowered it or
    swapped it, and each set is back at what the plan began with."""
    what = place.decision.what
    last = place.course.turns[-1]
    same = what.exercise.id == last.exercise.id
    held = what.dose.load_kg == last.dose.load_kg and what.dose.band == last.dose.band
    rules = {reason.rule for reason in place.decision.because}
    whole = last.dose.amount >= _least(place.course)
    return same and held and whole and rules <= KEEPS and len(rules) == 1


def _least(course: Course) -> int:
    """The amount that comes back before a set is added: what the plan began with, if that is in training
    still, and never more than the bottom of the planned range."""
    last = course.turns[-1]
    low, _ = planned_range(course, last.exercise)
    same = last.exercise.id == course.item.exercise
    return min(low, course.item.dose.amount) if same else low


def _one_more(place: Place, around: Around) -> Place:
    """The place with the set more; where raises wait for a clinician, as it was, saying so."""
    last = place.course.turns[-1]
    dose = last.dose.but(sets=last.dose.sets + 1)
    if around.person.mode == CONFIRMS:
        waits = around.reason("waits-for-clinician", would=around.told(dose))
        return replace(place, decision=replace(place.decision, because=(*place.decision.because, waits)))
    says = around.reason("one-more-set", dose=around.told(dose))
    what = Next(exercise=last.exercise, dose=dose, step=Step.PROGRESS)
    return replace(place, decision=Decision(what, (says,)))


def _sets(place: Place) -> int:
    return place.decision.what.dose.sets if place.decision.what.is_done else 0
