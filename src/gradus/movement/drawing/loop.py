"""The loop of an exercise, sampled: moments, and the bodies that are seen at them."""

from dataclasses import dataclass
from math import acos, pi

from gradus.body.kinematics import Placed, placed
from gradus.library.types.exercises import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.timeline import Part, body_at, far_pose, loop


@dataclass(frozen=True, slots=True)
class Moments:
    """Times from 0 to 1, of `seconds`; the bodies, each once; and `which` of them is there at each time.
    `far` is the body of the far pose."""

    times: tuple[float, ...]
    seconds: float
    bodies: tuple[Placed, ...]
    which: tuple[int, ...]
    far: int = 0


def moments(movement: Movement, exercise: Exercise, steps: int) -> Moments:
    """The samples of a loop, so many for each way; a way back passes through the bodies of the way there."""
    parts = loop(movement, exercise.dose)
    if not parts:
        return Moments((0.0,), 1.0, (placed(movement.stances[0]),), (0,))
    whole = sum(part.seconds for part in parts)
    bodies: list[Placed] = []
    known: dict[tuple[int, int, int], int] = {}

    def body(part: Part, step: int) -> int:
        name = _met(part, step, steps)
        if name not in known:
            known[name] = len(bodies)
            bodies.append(body_at(part, step / steps))
        return known[name]

    now, far, shown, times, which = 0.0, 0, far_pose(movement), [0.0], [body(parts[0], 0)]
    for part in parts:
        for step in range(1, steps) if part.moves else ():
            times.append((now + part.seconds * acos(1 - 2 * step / steps) / pi) / whole)
            which.append(body(part, step))
        now += part.seconds
        times.append(now / whole)
        which.append(body(part, steps))
        if part.to == shown and not part.other_side:
            far = which[-1]
    return Moments(tuple(times), whole, tuple(bodies), tuple(which), far)


def _met(part: Part, step: int, steps: int) -> tuple[int, int, int]:
    """What a body on a way is known by, from whichever end one comes."""
    start, end = id(part.start), id(part.end)
    if step in (0, steps):
        pose = end if step else start
        return (pose, pose, 0)
    return (start, end, step) if start < end else (end, start, steps - step)
