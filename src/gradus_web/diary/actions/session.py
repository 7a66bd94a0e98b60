"""What is done in a session: a set, one taken back, an exercise left out or changed, the end. Each is one
transaction; the promise of the day is kept with the first of them."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from gradus.journey.during import stop_now
from gradus.journey.instead import instead
from gradus.journey.promise import added, changed, without
from gradus.journey.shorter import Wish
from gradus.journey.stamp import Stamp
from gradus.journey.today import may_go_on
from gradus.record.facts import Correction, DecisionShown, Fact, SessionDone, SetDone
from gradus.record.parts import ShownItem
from gradus.vocabulary.bounds import FEW
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.pounds import POUNDS, kilograms_of, pounds_shown
from gradus.vocabulary.scales import Side
from gradus.vocabulary.value import replace
from gradus_web.diary.queries.running import Running, addable_to, running
from gradus_web.diary.queries.session import KEYS, next_step
from gradus_web.people.doors import Here

Ended = Literal["finished", "stopped", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """What is told of one set. None is not told. `id` is the set's own, so that it is kept once however often
    it is sent."""

    id: FactId | None = None
    amount: float
    load: float | None = None
    band: str | None = None
    reserve: int | None = None
    pain: int | None = None
    leg: str | None = None


class Place(NamedTuple):
    """Where a set stands: the how many-th of its session, on one side or without."""

    session: FactId
    nth: int
    side: Side | None


def log(here: Here, wish: Wish, exercise: str, felt: Felt, unit: str | None) -> str | None:
    """Keeps the next set of an exercise of today's session. Says why the exercise is to be stopped for today,
    where it is; raises LookupError where the session does not hold it."""
    found = running(here, wish)
    if felt.id is not None and here.known(felt.id) is not None:
        return why_stop(here, felt.id)
    step = next_step(here, found, exercise)
    item = found.item(exercise)
    known = here.library.exercises.get(ExerciseId(exercise))
    if item is None or known is None or not may_go_on(here.history, here.library, here.day):
        raise LookupError(exercise)
    nth, side = (
        _place(found, exercise, known.one_sided)
        if step is None or step.item is not item
        else (step.nth, step.side)
    )
    stamp = here.stamp()
    place = Place(found.id or here.stamp().id, nth, side)
    told = made(replace(stamp, id=felt.id or stamp.id), item, felt, place, unit)
    here.keep(*_begins(found), told)
    return why_stop(here, told.id)


def made(stamp: Stamp, item: ShownItem, felt: Felt, place: Place, unit: str | None) -> SetDone:
    """A set of what was promised, as it was felt. Beyond so many as can be counted, each is the last."""
    key = KEYS[item.dose.kind]
    return stamp.fact(
        SetDone,
        session=place.session,
        exercise=item.exercise,
        nth=min(place.nth, FEW),
        side=place.side,
        **{key: int(felt.amount) if key == "reps" else felt.amount},
        load_kg=_kilograms(felt.load, item.dose, unit),
        band=felt.band or item.dose.band,
        reserve=felt.reserve,
        pain_0_10=felt.pain,
        leg=felt.leg,
    )


def why_stop(here: Here, id_: FactId) -> str | None:
    """Why the exercise of that set is to be stopped for today, where it is."""
    told = here.known(id_)
    if not isinstance(told, SetDone):
        return None
    sets = [each for each in here.history.sets_of(told.session) if each.exercise == told.exercise]
    reason = stop_now(here.history, here.library, sets)
    return None if reason is None else reason.says


def _place(found: Running, exercise: str, one_sided: bool) -> tuple[int, Side | None]:
    """The place of a set beyond those asked for."""
    had = [each for each in found.sets if each.exercise == exercise]
    side = Side.LEFT if one_sided else None
    return max((each.nth for each in had if each.side == side), default=0) + 1, side


def take_back(here: Here, set_id: FactId) -> bool:
    """Takes back a set of this day; False where there is no such set."""
    fact = here.known(set_id)
    if not isinstance(fact, SetDone) or fact.day != here.day:
        return False
    here.keep(here.fact(Correction, corrects=fact.id, why="taken back at once"))
    return True


def leave_out(here: Here, wish: Wish, exercise: str) -> bool:
    """Leaves one exercise out today: no miss, and nothing that lowers anything. False where the session does
    not hold it, or it is the only one."""
    found = running(here, wish)
    if found.shown is None or found.item(exercise) is None or len(found.items) == 1:
        return False
    here.keep(without(found.shown, ExerciseId(exercise), here.library))
    return True


def swap(here: Here, wish: Wish, exercise: str, by: str) -> bool:
    """Puts another exercise in the place of one, for today alone; False where that may not be."""
    found = running(here, wish)
    told = instead(found.answer, ExerciseId(exercise), here.history, here.library, found.items)
    item = None if told is None else next((each for each in told.options if each.exercise == by), None)
    if found.shown is None or item is None:
        return False
    here.keep(changed(found.shown, ExerciseId(exercise), item))
    return True


def add(here: Here, wish: Wish, exercise: str) -> bool:
    """Adds an exercise to the session, for today alone; False where that may not be."""
    found = running(here, wish)
    item = next((each for each in addable_to(here, found).options if each.exercise == exercise), None)
    if found.shown is None or item is None:
        return False
    here.keep(added(found.shown, item))
    return True


def end(here: Here, wish: Wish, how: Ended, *, pain_after: int | None, note: str) -> bool:
    """Tells how the session of the day ended; False where there is none, or it was told before. A session in
    which anything was trained is not skipped."""
    found = running(here, wish)
    if found.ended is not None or found.shown is None or (how == "skipped" and found.sets):
        return False
    envelope = here.stamp()
    stamp = replace(envelope, id=found.id or envelope.id)
    short = "no" if how == "skipped" else found.shown.short
    done = stamp.fact(
        SessionDone,
        plan=found.shown.plan,
        shape=found.shown.shape,
        ended=how,
        short=short,
        pain_after_0_10=pain_after,
        note=note,
    )
    here.keep(*_begins(found), done)
    return True


def _begins(found: Running) -> tuple[Fact, ...]:
    """The promise of the day, kept when it is acted on."""
    shown: DecisionShown | None = found.shown
    return () if shown is None or found.is_kept else (shown,)


def _kilograms(load: float | None, dose: Dose, unit: str | None) -> float | None:
    """The load in kilograms; what was shown where nothing is said. Pounds are shown rounded down: who types
    what was shown has lifted it."""
    if load is None:
        return dose.load_kg
    if unit != POUNDS:
        return load
    return (
        dose.load_kg
        if dose.load_kg is not None and pounds_shown(dose.load_kg) == load
        else kilograms_of(load)
    )
