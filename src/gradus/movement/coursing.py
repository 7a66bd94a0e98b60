"""How the drawn figure begins and ends its ways: it is read just as the engine reads people."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi

from gradus.body.blend import blended
from gradus.library.types.exercises import StartDose
from gradus.library.types.movement import Movement, Stage
from gradus.movement.drawn import Row, drawn_rows, drawn_value
from gradus.movement.engine.angles import Facing
from gradus.movement.engine.carrying import carried, joints_told
from gradus.movement.engine.joints import AT, JOINTS
from gradus.movement.engine.phases import HALF_WAVES, Course, Ends, Span, middles_of
from gradus.movement.engine.plan import Signal, View
from gradus.movement.projecting import seen_by, standing_camera
from gradus.movement.timeline import far_pose, stages_of

CARRIED = 1 / 3
"""A joint is carried along when it goes at least this share of the way of the one that goes furthest."""
STEPS = 24
"""So many bodies are looked at in each stage."""
MOVES = 0.1
"""A stage in which the signal goes by less than this share of its range is not part of its way."""
HIDDEN = tuple(f"left-{part}" for part in ("elbow", "wrist", "knee", "ankle", "heel", "toe"))
"""What a camera at the figure's right hardly sees."""


def joints_carried(view: View, first: Row, far: Row) -> tuple[str, ...]:
    """The joints that go furthest from the first pose to the far one; seen from the side they are named by
    near and far."""
    gone = {
        joint: hypot(*(far[AT[joint] + axis] - first[AT[joint] + axis] for axis in (0, 1)))
        for joint in JOINTS
        if view == "front" or joint not in HIDDEN
    }
    found = tuple(joint for joint, length in gone.items() if length >= CARRIED * max(gone.values()))
    if view == "front":
        return found
    return tuple(each.replace("right-", "near-").replace("left-", "far-") for each in found)


def stages_from(movement: Movement, dose: StartDose) -> Iterator[tuple[Stage, int]]:
    """Each stage of a repetition, and the pose that it comes from."""
    stages = stages_of(movement, dose)
    here = stages[-1].to if stages else 0
    for stage in stages:
        yield stage, here
        here = stage.to


def counts(values: Sequence[float], here: int, there: int, far: int) -> int:
    """1 where going from one pose to another is part of the signal's way there, -1 of its way back, else 0.
    `values` are what the signal is in each pose."""
    gone = (values[there] - values[here]) * (1 if values[far] >= values[0] else -1)
    if abs(gone) <= MOVES * abs(values[far] - values[0]):
        return 0
    return 1 if gone > 0 else -1


def course_of(
    movement: Movement, dose: StartDose, signal: Signal, view: View, joints: Sequence[str]
) -> Course:
    """How the ways begin and end in the drawn figure; as half a wave where they cannot be told."""
    if movement.kind == "hold":
        return HALF_WAVES
    poses = drawn_rows(movement, view)
    values = [drawn_value(signal, poses[0], row) for row in poses]
    far = far_pose(movement)
    ways: dict[int, list[Span]] = {1: [], -1: [], 0: []}
    times, rows = [0.0], [poses[0]]
    for stage, here in stages_from(movement, dose):
        began = times[-1]
        for at_s, row in _bodies(movement, stage, here, view):
            times.append(began + at_s)
            rows.append(row)
        ways[counts(values, here, stage.to, far)].append((began, times[-1]))
    way = 1 if values[far] >= values[0] else -1
    rising = [way * drawn_value(signal, poses[0], row) for row in rows]
    body = carried(rows, rising, joints_told(joints, Facing()), 0.0)
    middles = middles_of(times, body or rising)
    if middles is None or not ways[1] or not ways[-1]:
        return HALF_WAVES
    return Course(_ends(ways[1], middles[0]), _ends(ways[-1], middles[1]))


def _bodies(movement: Movement, stage: Stage, here: int, view: View) -> Iterator[tuple[float, Row]]:
    """The bodies of a stage, each with its time from the stage's beginning."""
    one, other, seen = movement.stances[here], movement.stances[stage.to], standing_camera(view)
    for step in range(1, STEPS + 1):
        body = blended(one, other, (1 - cos(pi * step / STEPS)) / 2)
        yield stage.seconds * step / STEPS, seen_by(body, seen)


def _ends(ways: Sequence[Span], middle: Span) -> Ends:
    """How long before and after its middle a way lasts that is gone in these stages."""
    long = middle[1] - middle[0]
    return Ends((middle[0] - ways[0][0]) / long, (ways[-1][1] - middle[1]) / long)
