"""The session of a day as it stands: what was promised, what was done, and what comes next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from gradus.journey.instead import instead
from gradus.journey.moving import Asked, Beatless, paced
from gradus.journey.shorter import Wish
from gradus.library.types import Exercise
from gradus.record.facts import SetDone
from gradus.record.parts import ShownItem
from gradus.record.person import person
from gradus.vocabulary.ids import ExerciseId, FactId, RuleId
from gradus.vocabulary.scales import DoseKind, Side
from gradus_web.diary.names import COUNTED, WEIGHTS
from gradus_web.diary.queries.running import Running, addable_to, running
from gradus_web.diary.queries.stops import stops
from gradus_web.diary.words import Row, Told, amount, dose_words, load_filled, name_of, row, told
from gradus_web.ids import new_id
from gradus_web.people.doors import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The set to be done now: `nth` of `of`, on one side or without."""

    item: ShownItem
    exercise: Exercise
    nth: int
    of: int
    side: Side | None
    number: int
    exercises: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An exercise of the session with the sets done of it."""

    row: Row
    done: int
    of: int
    is_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """The guided session as a page: the step now, the values filled in, the rest that is left, the set that
    can be taken back, the answers to "this hurts", and the whole session as a list. `new_id` is the id that
    the next set will have, however often it is sent. `step` is None when everything is done."""

    running: Running
    step: Step | None
    dose: str
    target: str
    key: str
    unit: str
    filled: float | int
    load: str
    last: SetDone | None
    undo: SetDone | None
    undo_name: str
    rest_until: datetime | None
    rest_s: int
    lines: tuple[Line, ...]
    wish: Wish
    weight_unit: str
    beats: tuple[Mapping[str, object], ...]
    stops: Mapping[str, object]
    new_id: FactId

    @property
    def told(self) -> Sequence[tuple[str, int, Side | None]]:
        """The sets done, for a phone to go on from without a network."""
        return told_sets(self.running)


KEYS = {DoseKind.REPS: "reps", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}
"""What a set keeps its amount under."""


def session_page(here: Here, wish: Wish, at: str | None = None) -> SessionPage:
    """The page of the guided session; `at` is the exercise that the person turned to."""
    return page_of(here, running(here, wish), wish, at)


def page_of(here: Here, found: Running, wish: Wish, at: str | None = None) -> SessionPage:
    """The page of that session."""
    step = next_step(here, found, at)
    who = person(here.history)
    undo = max(found.sets, key=lambda each: (each.at, each.id), default=None)
    same = [each for each in found.sets if step is not None and each.exercise == step.item.exercise]
    last = max(same, key=lambda each: each.at, default=None)
    filled = 0 if step is None else step.item.dose.amount
    rest_s = _rest(found, undo)
    return SessionPage(
        running=found,
        step=step,
        dose="" if step is None else dose_words(step.item.dose, step.exercise, who.weight_unit),
        target="" if step is None else amount(step.item.dose),
        key=KEYS[DoseKind.REPS if step is None else step.item.dose.kind],
        unit="" if step is None else COUNTED[step.item.dose.kind],
        filled=filled,
        load="" if step is None else _load(step, last, who.weight_unit),
        last=last,
        undo=None if found.ended else undo,
        undo_name="" if undo is None else name_of(undo.exercise, here.library),
        rest_until=_rest_until(here, undo, rest_s),
        rest_s=rest_s,
        lines=tuple(_lines(here, found, step, who.weight_unit)),
        wish=wish,
        weight_unit=WEIGHTS[who.weight_unit or "kg"],
        beats=() if step is None else _beats(here, step),
        stops={} if step is None else stops(here, [step.exercise.id])[step.exercise.id],
        new_id=new_id(here.now),
    )


def _beats(here: Here, step: Step) -> tuple[Mapping[str, object], ...]:
    """The beats of this set, from its first second; none where repetitions are not counted out."""
    dose = step.item.dose
    if dose.kind is not DoseKind.REPS:
        return ()
    try:
        score = paced(step.exercise, here.library, Asked(repetitions=dose.amount, hold_s=dose.hold_s))
    except Beatless:
        return ()
    mine = [each for each in score.beats if step.side is None or each.side in (None, step.side)]
    mine = [each for each in mine if each.what != "switch"]
    told, at = [], 0.0
    for each in mine:
        told.append({"at": at, "s": each.seconds, "what": each.what, "n": each.repetition, "says": each.says})
        at += each.seconds
    return tuple(told)


def told_sets(found: Running) -> Sequence[tuple[str, int, Side | None]]:
    """The sets of a session: of which exercise, the how many-th, on which side."""
    return [(each.exercise, each.nth, each.side) for each in found.sets]


def next_step(here: Here, found: Running, at: str | None) -> Step | None:
    """The set to be done next: of the exercise turned to, else the first that is not done."""
    if found.ended is not None and at is None:
        return None
    every = [step for nth, item in enumerate(found.items, 1) for step in _steps(here, found, item, nth)]
    chosen = [step for step in every if step.item.exercise == at]
    return next(iter(chosen or every), None)


def _steps(here: Here, found: Running, item: ShownItem, number: int) -> Iterator[Step]:
    """The sets of one exercise that are still to be done, sides by turns."""
    exercise = here.library.exercises.get(item.exercise)
    if exercise is None:
        return
    sides: Sequence[Side | None] = tuple(Side) if exercise.one_sided else (None,)
    done = {(each.nth, each.side) for each in found.sets if each.exercise == item.exercise}
    for nth in range(1, item.dose.sets + 1):
        for side in sides:
            if (nth, side) not in done:
                yield Step(
                    item=item,
                    exercise=exercise,
                    nth=nth,
                    of=item.dose.sets,
                    side=side,
                    number=number,
                    exercises=len(found.items),
                )


def _lines(here: Here, found: Running, step: Step | None, unit: str | None) -> Iterator[Line]:
    for item in found.items:
        exercise = here.library.exercises.get(item.exercise)
        sides = 2 if exercise is not None and exercise.one_sided else 1
        yield Line(
            row=row(item, here.library, unit),
            done=sum(each.exercise == item.exercise for each in found.sets),
            of=item.dose.sets * sides,
            is_now=step is not None and step.item.exercise == item.exercise,
        )


def _load(step: Step, last: SetDone | None, unit: str | None) -> str:
    """The load filled in, as it is shown: that of the last set, else what is asked for."""
    return load_filled(step.item.dose.load_kg if last is None or last.load_kg is None else last.load_kg, unit)


def _rest(found: Running, last: SetDone | None) -> int:
    item = None if last is None else found.item(last.exercise)
    return 0 if item is None else item.dose.rest_s


def _rest_until(here: Here, last: SetDone | None, rest_s: int) -> datetime | None:
    """Until when to rest after the last set, by wall time; None when that is over."""
    if last is None or not rest_s:
        return None
    until = last.at + timedelta(seconds=rest_s)
    return until if until > here.now else None


def why_stop(here: Here) -> str:
    """What is said of an exercise that hurts too much to go on with."""
    return here.library.reason(RuleId("stop-this-exercise")).says


@dataclass(frozen=True, slots=True)
class Option:
    """What may stand in for an exercise today, or be added."""

    exercise: ExerciseId
    name: str
    dose: str
    purpose: str


def options(
    here: Here, exercise: ExerciseId, wish: Wish
) -> tuple[tuple[Option, ...], tuple[Told, ...]] | None:
    """What may stand in for an exercise of today's session, or why nothing can; None where the session does
    not hold it."""
    found = running(here, wish)
    offered = instead(found.answer, exercise, here.history, here.library, found.items)
    if offered is None:
        return None
    return _offered(here, offered.options), told(offered.because, here.library)


def more(here: Here, wish: Wish) -> tuple[tuple[Option, ...], tuple[Told, ...]]:
    """What may be added to today's session, or why nothing may."""
    offered = addable_to(here, running(here, wish))
    return _offered(here, offered.options), told(offered.because, here.library)


def _offered(here: Here, items: Sequence[ShownItem]) -> tuple[Option, ...]:
    unit, library = person(here.history).weight_unit, here.library
    return tuple(
        Option(
            each.exercise,
            name_of(each.exercise, library),
            dose_words(each.dose, library.exercises[each.exercise], unit),
            library.exercises[each.exercise].en.purpose,
        )
        for each in items
    )
