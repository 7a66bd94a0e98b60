"""What comes after what: the stages of one repetition, in seconds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gradus.body.blend import blended
from gradus.body.kinematics import Placed
from gradus.body.pose import Stance, mirrored
from gradus.library.types.exercises import StartDose
from gradus.library.types.movement import Movement, Stage

DEFAULT_WAY_S = 1.5
SHOWN_HOLD_S = 4.0
SHORT_PAUSE_S = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """A stage of the loop between two whole poses."""

    start: Stance
    end: Stance
    seconds: float
    to: int
    other_side: bool = False

    @property
    def moves(self) -> bool:
        return self.start != self.end


def stages_of(movement: Movement, dose: StartDose, hold_s: float | None = None) -> tuple[Stage, ...]:
    """The stages as they are written, or as the dose's tempo and hold (or another hold) tell them."""
    if movement.stages or len(movement.poses) == 1:
        return movement.stages
    way, pause, back = (
        (float(each) for each in dose.tempo.split("-"))
        if dose.tempo
        else _untold(movement, hold_s or dose.hold_s)
    )
    last = len(movement.poses) - 1
    there = [Stage(to=pose, seconds=way / last) for pose in range(1, last + 1)]
    home = [Stage(to=pose, seconds=back / last) for pose in reversed(range(last))]
    held = [Stage(to=last, seconds=pause)] if pause else []
    return (*there, *held, *home, Stage(to=0, seconds=SHORT_PAUSE_S))


def _untold(movement: Movement, hold_s: float | None) -> tuple[float, float, float]:
    if movement.kind == "hold":
        return (DEFAULT_WAY_S, SHOWN_HOLD_S, DEFAULT_WAY_S)
    return (DEFAULT_WAY_S, float(hold_s or 0), DEFAULT_WAY_S)


def far_pose(movement: Movement) -> int:
    """Which pose a repetition goes to."""
    return len(movement.poses) - 1 if movement.shows is None else movement.shows


def loop(movement: Movement, dose: StartDose) -> tuple[Part, ...]:
    """One repetition as it goes round; of an alternating movement, one to each side."""
    stages = stages_of(movement, dose)
    poses = movement.stances
    parts = list(_parts(stages, poses, other_side=False))
    if movement.kind == "alternating":
        parts += _parts(stages, tuple(mirrored(pose) for pose in poses), other_side=True)
    return tuple(parts)


def _parts(stages: Sequence[Stage], poses: Sequence[Stance], *, other_side: bool) -> Iterator[Part]:
    here = poses[stages[-1].to] if stages else poses[0]
    for stage in stages:
        there = poses[stage.to]
        yield Part(here, there, stage.seconds, stage.to, other_side)
        here = there


def body_at(part: Part, share: float) -> Placed:
    """The body in a stage, when this share of its way is done."""
    return blended(part.start, part.end, share)
