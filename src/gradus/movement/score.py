"""The metronome's score of one set: what to do at which second, from the same definition and the dose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from gradus.library.types.exercises import Exercise
from gradus.library.types.movement import Movement, Stage
from gradus.movement.timeline import stages_of
from gradus.vocabulary.scales import DoseKind, Side

What = Literal["ready", "move", "hold", "switch", "rest"]

LEAD_IN_S = 3.0
"""Time to be ready for the first beat."""
A_MINUTE_S = 60.0
SIDES: tuple[Side, Side] = (Side.RIGHT, Side.LEFT)


@dataclass(frozen=True, slots=True)
class Beat:
    """From `at_s` on for `seconds`: what to do, on the way to or in which pose, in which repetition of which
    side. `says` is for the ear and the screen."""

    at_s: float
    seconds: float
    what: What
    pose: int
    repetition: int
    side: Side | None
    says: str


@dataclass(frozen=True, slots=True)
class Score:
    """One set. An `open_ended` score shows the pace of a distance: it goes on until the way is done."""

    exercise: str
    beats: tuple[Beat, ...]
    open_ended: bool = False

    @property
    def seconds(self) -> float:
        """How long the set takes."""
        return self.beats[-1].at_s + self.beats[-1].seconds


@dataclass(frozen=True, slots=True)
class Asked:
    """What a dose asks of one set: so many repetitions, or seconds, and how long each is held."""

    repetitions: int | None = None
    seconds: float | None = None
    hold_s: float | None = None


def asked_at_first(exercise: Exercise) -> Asked:
    """What the first session asks for."""
    dose = exercise.dose
    low = dose.range[0]
    if dose.kind is DoseKind.REPS:
        return Asked(repetitions=low, hold_s=dose.hold_s)
    return Asked(seconds=float(low)) if dose.kind is DoseKind.TIME else Asked()


def score(exercise: Exercise, movement: Movement, asked: Asked, change_s: float) -> Score:
    """The beats of one set, each side of a one-sided exercise in turn, with so many seconds to change."""
    sides: Sequence[Side | None] = SIDES if exercise.one_sided else (None,)
    beats = [Beat(0.0, LEAD_IN_S, "ready", 0, 0, sides[0], movement.poses[0].says)]
    for nth, side in enumerate(sides):
        if nth:
            beats.append(Beat(_end(beats), change_s, "switch", 0, 0, side, "Change sides."))
        for beat in _one_side(exercise, movement, asked, side):
            beats.append(_at(beat, _end(beats)))
    return Score(exercise.id, tuple(beats), exercise.dose.kind is DoseKind.DISTANCE)


def _one_side(exercise: Exercise, movement: Movement, asked: Asked, side: Side | None) -> Iterator[Beat]:
    stages = stages_of(movement, exercise.dose, asked.hold_s)
    if not stages or movement.kind == "hold":
        yield from _holding(movement, stages, asked, side)
        return
    once = sum(stage.seconds for stage in stages)
    length = asked.seconds if asked.seconds is not None else A_MINUTE_S
    count = asked.repetitions if asked.repetitions is not None else max(1, round(length / once))
    for repetition in range(1, count + 1):
        which = side
        if movement.kind == "alternating":
            which = SIDES[(repetition - 1) % len(SIDES)]
        yield from _repetition(movement, stages, repetition, which)


def _repetition(
    movement: Movement, stages: Sequence[Stage], repetition: int, side: Side | None
) -> Iterator[Beat]:
    here = stages[-1].to
    for stage in stages:
        what: What = "move" if stage.to != here else ("hold" if stage.to else "rest")
        yield Beat(0.0, stage.seconds, what, stage.to, repetition, side, movement.poses[stage.to].says)
        here = stage.to


def _holding(movement: Movement, stages: Sequence[Stage], asked: Asked, side: Side | None) -> Iterator[Beat]:
    """Into the pose, so many seconds there, and out of it."""
    last = len(movement.poses) - 1 if movement.shows is None else movement.shows
    way = stages[0].seconds if stages else 0.0
    held = asked.seconds if asked.seconds is not None else asked.hold_s or 0.0
    if way:
        yield Beat(0.0, way, "move", last, 1, side, movement.poses[last].says)
    yield Beat(0.0, held, "hold", last, 1, side, movement.poses[last].says)
    if way:
        yield Beat(0.0, way, "move", 0, 1, side, movement.poses[0].says)


def _end(beats: Sequence[Beat]) -> float:
    return beats[-1].at_s + beats[-1].seconds


def _at(beat: Beat, start: float) -> Beat:
    return Beat(start, beat.seconds, beat.what, beat.pose, beat.repetition, beat.side, beat.says)
