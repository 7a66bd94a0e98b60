"""A set done by the drawn figure, as a camera would tell it: what the engine is tried on, made from the very
definition that it reads."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, pi

from gradus.body.blend import blended
from gradus.body.kinematics import placed
from gradus.body.pose import Stance, mirrored
from gradus.library.types.exercises import Exercise
from gradus.library.types.movement import Movement, Stage
from gradus.movement.drawing.camera import Camera
from gradus.movement.drawn import drawn_value
from gradus.movement.engine.facing import facing, trunk_of
from gradus.movement.engine.joints import AT, SEEN, Moment, swapped, turned_over
from gradus.movement.engine.plan import Fault, Plan
from gradus.movement.noise import DROPPED, Dice, Noise
from gradus.movement.planting import Planter
from gradus.movement.projecting import seen_by, standing_camera
from gradus.movement.timeline import far_pose, stages_of
from gradus.movement.watched import NotWatched

FINE = 400
"""Places on the way between two poses that are told apart."""
USUAL_HOLD_S = 8.0
TALL = 0.55
"""Share of the picture's height that the figure takes up."""
BODY_M = 1.7
USUAL_TURN = 8.0
"""Degrees by which nobody stands quite square to a camera."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A set: so many repetitions (or holds of `hold_s`), at a tempo of seconds there, at the turn and back
    (as the exercise asks, where None), over a share of the drawn range; seen so often a second, from so many
    degrees beside the best view, in a mirror or not. `noise` is 1 as measured; `drops` the share of pictures
    without anybody; `faults` are shown in each repetition."""

    count: int = 5
    tempo: tuple[float, float, float] | None = None
    hold_s: float = USUAL_HOLD_S
    range_: float = 1.0
    hertz: float = 30.0
    still_s: float = 2.0
    turned: float = USUAL_TURN
    other_side: bool = False
    mirror: bool = False
    noise: float = 1.0
    drops: float = DROPPED
    size: tuple[int, int] = (1280, 720)
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """When a repetition's ways really began and ended, as the stages tell."""

    there_from: float
    there_to: float
    back_from: float
    back_to: float


@dataclass(frozen=True, slots=True)
class Stream:
    """A made set, and the truth of it."""

    moments: tuple[Moment, ...]
    truths: tuple[Truth, ...]
    wanted: Wanted


def synthetic(
    exercise: Exercise, movement: Movement, wanted: Wanted, normal: Dice, even: Callable[[], float]
) -> Stream:
    """The set as moments, in pixels; dice of a normal and of an even distribution are handed in. Raises
    NotWatched where a camera leaves the exercise alone."""
    if movement.watch.seen_from is None:
        raise NotWatched(movement.watch.why)
    figure = _Figure(movement, wanted)
    noise = Noise(normal, figure.trunk, wanted.noise, figure.far_side)
    moments = []
    for at_s, row in _shown(figure, wanted, exercise):
        seen: Sequence[float] | None = None
        if even() >= wanted.drops:
            seen = noise.added(at_s, row) if wanted.noise else row
            seen = turned_over(seen, wanted.size[0]) if wanted.mirror else seen
        moments.append(Moment(at_s, seen, 0 if seen is None else 1))
    return Stream(tuple(moments), tuple(_truths(figure, wanted, exercise)), wanted)


class _Figure:
    """The drawn body along its way, in pixels; `far_side` is the side that the camera does not see."""

    def __init__(self, movement: Movement, wanted: Wanted) -> None:
        self.movement = movement
        self.wanted = wanted
        stances = movement.stances[: far_pose(movement) + 1]
        self.stances = tuple(map(mirrored, stances)) if wanted.other_side else stances
        seen_from = movement.watch.seen_from or "side"
        near = "left" if wanted.other_side else "right"
        self.far_side = None if seen_from == "front" else swapped(f"{near}-").rstrip("-")
        self.view = standing_camera(seen_from, wanted.turned, near=near)
        width, height = wanted.size
        self.scale = TALL * height / BODY_M
        self.at = (width / 2, height * (1 + TALL) / 2)
        first = self.row(0.0)
        self.facing = facing([first])
        self.trunk = trunk_of(first, near)

    def row(self, way: float) -> list[float]:
        """The body when it is this far along its poses."""
        places = _placed(self.stances, self.view, round(way * FINE))
        x, y = self.at
        found = list(places)
        for at in AT.values():
            found[at], found[at + 1] = x + self.scale * places[at], y + self.scale * places[at + 1]
            found[at + SEEN] = 1.0
        return found


@lru_cache(maxsize=20 * FINE)
def _placed(stances: tuple[Stance, ...], view: Camera, nth: int) -> tuple[float, ...]:
    way = nth / FINE
    here = min(int(way), len(stances) - 1)
    there = min(here + 1, len(stances) - 1)
    body = placed(stances[here]) if here == there else blended(stances[here], stances[there], way - here)
    return tuple(seen_by(body, view))


def stages_wanted(exercise: Exercise, movement: Movement, wanted: Wanted) -> Sequence[Stage]:
    """The stages of one repetition of the set."""
    if movement.kind == "hold":
        far = far_pose(movement)
        way = stages_of(movement, exercise.dose)[0].seconds
        return (Stage(to=far, seconds=way), Stage(to=far, seconds=wanted.hold_s),
                Stage(to=0, seconds=way), Stage(to=0, seconds=way))  # fmt: skip
    if wanted.tempo is None:
        return stages_of(movement, exercise.dose)
    tempo = "-".join(f"{each:g}" for each in wanted.tempo)
    return stages_of(replace(movement, stages=()), replace(exercise.dose, tempo=tempo))


def _shown(figure: _Figure, wanted: Wanted, exercise: Exercise) -> Iterator[tuple[float, Sequence[float]]]:
    """Every picture: its time and the body in it."""
    step = 1 / wanted.hertz
    stages = stages_wanted(exercise, figure.movement, wanted)
    far = max(1, len(figure.stances) - 1)
    still = figure.row(0.0)
    planters = [Planter(fault, figure.facing, still) for fault in wanted.faults]
    nth, ends, here = 0, wanted.still_s, 0.0
    while nth * step < ends:
        yield nth * step, still
        nth += 1
    for _ in range(wanted.count):
        for stage in stages:
            began, ends = ends, ends + stage.seconds
            to = stage.to * wanted.range_
            phase = "there" if to > here else "back" if to < here else "far" if to else "start"
            while nth * step < ends:
                eased = (1 - cos(pi * (nth * step - began) / stage.seconds)) / 2
                way = here + (to - here) * eased
                row: Sequence[float] = figure.row(way)
                for planter in planters:
                    row = planter.shown(row, way / (far * wanted.range_), phase)
                yield nth * step, row
                nth += 1
            here = to


def _truths(figure: _Figure, wanted: Wanted, exercise: Exercise) -> Iterator[Truth]:
    now, here = wanted.still_s, 0
    stages = stages_wanted(exercise, figure.movement, wanted)
    for _ in range(wanted.count):
        ways: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        for stage in stages:
            if stage.to != here:
                ways[stage.to > here].append((now, now + stage.seconds))
            now, here = now + stage.seconds, stage.to
        there, back = ways[True], ways[False]
        yield Truth(there[0][0], there[-1][1], back[0][0], back[-1][1])


BEYOND, BEYOND_S = 8.0, 0.4
"""By so much more than its margin a fault of the range, or of the seconds, is shown."""
HALVINGS = 12


def showing(exercise: Exercise, movement: Movement, plan: Plan, fault: Fault, wanted: Wanted) -> Wanted:
    """The same set with a fault shown in each repetition."""
    if fault.about == "range":
        return replace(wanted, range_=_way_to(movement, plan, plan.range_ - fault.margin - BEYOND))
    if fault.about != "seconds":
        return replace(wanted, faults=(*wanted.faults, fault))
    there, far, back = _tempo(exercise, movement, wanted)
    asked = (plan.there_s if fault.phase == "there" else plan.back_s) or 1.0
    share = max(asked - fault.margin - BEYOND_S, SHORTEST_S) / asked
    quick = (there * share, far, back) if fault.phase == "there" else (there, far, back * share)
    return replace(wanted, tempo=quick)


SHORTEST_S = 0.3


def _way_to(movement: Movement, plan: Plan, goal: float) -> float:
    """The share of the way at which the signal has gone so far."""
    low, high, far = 0.0, 1.0, far_pose(movement)
    view, stances = standing_camera(plan.view), movement.stances[: far + 1]
    first = _placed(stances, view, 0)
    for _ in range(HALVINGS):
        half = (low + high) / 2
        gone = abs(
            drawn_value(plan.signal, first, _placed(stances, view, round(half * far * FINE))) - plan.start
        )
        low, high = (half, high) if gone < goal else (low, half)
    return high


def _tempo(exercise: Exercise, movement: Movement, wanted: Wanted) -> tuple[float, float, float]:
    """Seconds of the ways there, the pause at the turn, and the ways back."""
    stages = stages_wanted(exercise, movement, wanted)
    there = far = back = 0.0
    here = stages[-1].to
    for stage in stages:
        there += stage.seconds if stage.to > here else 0.0
        back += stage.seconds if stage.to < here else 0.0
        far += stage.seconds if stage.to == here and stage.to else 0.0
        here = stage.to
    return there, far, back
