"""Movements: poses that a body can take, feet that stay, stages that come round, equipment that is drawn."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from gradus.body.angles import beyond_human
from gradus.body.blend import blended
from gradus.body.kinematics import Placed, placed, stands_on_reach
from gradus.body.pose import SIDES, Stance
from gradus.body.vectors import length, minus
from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.types import Exercise
from gradus.library.types.movement import Movement
from gradus.vocabulary.scales import Equipment

REACH_M, SLIP_M, SUNK_M, LIFTED_M = 0.02, 0.03, 0.03, 0.03
"""How far a hand may miss its place, a standing foot slide, and a joint sink into the floor; and how high a
foot is that has been lifted."""
CENTIMETRES = 100
HALFWAY = 0.5
LOOKED_AT = 500

DRAWN: Mapping[Equipment, frozenset[str]] = {
    Equipment.ANCHOR: frozenset({"tube"}),
    Equipment.BALL: frozenset({"ball"}),
    Equipment.BAND: frozenset({"band"}),
    Equipment.BARBELL: frozenset({"barbell"}),
    Equipment.BELT_SQUAT: frozenset({"upholstery"}),
    Equipment.BENCH: frozenset({"bench", "upholstery"}),
    Equipment.BOX: frozenset({"box"}),
    Equipment.CABLE: frozenset({"cable"}),
    Equipment.CHAIR: frozenset({"chair"}),
    Equipment.CYCLE: frozenset({"wheel"}),
    Equipment.DUMBBELL: frozenset({"dumbbell"}),
    Equipment.KETTLEBELL: frozenset({"kettlebell"}),
    Equipment.LUMBAR_MACHINE: frozenset({"stack"}),
    Equipment.MACHINE: frozenset({"stack", "upholstery"}),
    Equipment.MAT: frozenset({"mat"}),
    Equipment.PAD: frozenset({"pad"}),
    Equipment.ROMAN_CHAIR: frozenset({"upholstery"}),
    Equipment.SLIDER: frozenset({"cloth"}),
    Equipment.STEP: frozenset({"step"}),
    Equipment.STICK: frozenset({"stick"}),
    Equipment.STRAP: frozenset({"strap"}),
    Equipment.WALL: frozenset({"wall", "post"}),
    Equipment.WHEEL: frozenset({"wheel"}),
}
"""What shows each piece of equipment in a picture."""


def movements_come_round(contents: Contents) -> Iterator[Fault]:
    for path, exercise in contents.of(Exercise).items():
        if exercise.movement is not None:
            for where, says in _stage_faults(exercise.movement):
                yield Fault(path, f"movement.{where}", says)


def _stage_faults(movement: Movement) -> Iterator[tuple[str, str]]:
    last = len(movement.poses) - 1
    for nth, stage in enumerate(movement.stages):
        if stage.to > last:
            yield f"stages[{nth}].to", f"is {stage.to}; the last pose is {last}, the first one is 0"
        if stage.seconds <= 0:
            yield f"stages[{nth}].seconds", f"is {stage.seconds:g}; write how long it takes"
    if movement.stages and movement.stages[-1].to != 0:
        says = (
            f"ends in pose {movement.stages[-1].to}; the last stage leads to pose 0, so that it can go round"
        )
        yield "stages", says
    if movement.shows is not None and not 0 < movement.shows <= last:
        yield "shows", f"is {movement.shows}; write a pose from 1 to {last}, or take it out"


def equipment_is_drawn(contents: Contents) -> Iterator[Fault]:
    for path, exercise in contents.of(Exercise).items():
        if exercise.movement is None:
            continue
        kinds = {prop.kind for prop in exercise.movement.props}
        for need in exercise.needs:
            if DRAWN[need].isdisjoint(kinds):
                wanted = " or ".join(f'"{kind}"' for kind in sorted(DRAWN[need]))
                yield Fault(path, "movement.props", f'show no {wanted}, but the exercise needs "{need}"')


def poses_can_be_taken(contents: Contents) -> Iterator[Fault]:
    for path, exercise in contents.of(Exercise).items():
        if exercise.movement is not None:
            for where, says in pose_faults(exercise.movement):
                yield Fault(path, f"movement.{where}", says)


@lru_cache(maxsize=LOOKED_AT)
def pose_faults(movement: Movement) -> tuple[tuple[str, str], ...]:
    """What is wrong with the poses of a movement, each with where; the same movement is looked at once."""
    stances = movement.stances
    floating = [nth for nth, stance in enumerate(stances) if stands_on_reach(stance)]
    if floating:
        says = "is on a limb that is told by `at`; tell the limb by angles, or name another base"
        return tuple((f"poses[{nth}].base", says) for nth in floating)
    found = [
        (f"poses[{nth}]", says)
        for nth, stance in enumerate(stances)
        for says in _pose_faults(placed(stance), stance)
    ]
    for nth, (one, other) in enumerate(pairwise(stances)):
        found += [(f"poses[{nth + 1}]", says) for says in _way_faults(one, other)]
    return tuple(found)


def _pose_faults(body: Placed, stance: Stance) -> Iterator[str]:
    for end, short in body.short.items():
        if short > REACH_M:
            yield f"has its {end} {short * CENTIMETRES:.0f} cm away from where it is to be; bring it nearer"
    for joint, angle in beyond_human(body, stance):
        yield f"bends {joint} to {angle:.0f} degrees, which no body does"
    for joint, (_, height, _) in body.points.items():
        if height < -SUNK_M:
            yield f"has its {joint} {-height * CENTIMETRES:.0f} cm below the floor; lift it"


def _way_faults(one: Stance, other: Stance) -> Iterator[str]:
    """Feet that stand at both ends of a way do not slide on it."""
    start, half, end = placed(one), blended(one, other, HALFWAY), placed(other)
    for side in SIDES:
        for part in ("ball", "heel"):
            name = f"{side}-{part}"
            here, between, there = (each.points[name] for each in (start, half, end))
            if _stands(one, side) and _stands(other, side) and length(minus(here, there)) < SLIP_M:
                slip = length(minus(between, here))
                if slip > SLIP_M:
                    yield f"lets the {name} slide {slip * CENTIMETRES:.0f} cm on its way; keep it still"
            elif _planted(one, other, side, part) and max(here[1], there[1]) < LIFTED_M:
                slip = length(minus(there, here))
                if slip > SLIP_M:
                    yield f"slides the {name} by {slip * CENTIMETRES:.0f} cm; keep it still, or lift it"


def _stands(stance: Stance, side: str) -> bool:
    leg = stance.left_leg if side == "left" else stance.right_leg
    return leg.foot != "free"


def _planted(one: Stance, other: Stance, side: str, part: str) -> bool:
    """Whether a foot was meant to stay: it is what the pose stands on."""
    held = {"feet": part == "heel", f"{side}-foot": part == "heel", "toes": part == "ball"}
    return held.get(one.base, False) and one.base == other.base
