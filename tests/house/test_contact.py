"""Bodies beside solid things: nobody is inside a wall, and a hand that is said to lie on one does."""

import re
from collections.abc import Iterator

import pytest

from gradus.body.kinematics import placed
from gradus.body.vectors import Frame, Vector, beside, length, minus, told_in
from gradus.library.load import load
from gradus.library.types import Exercise
from gradus.library.types.movement import Prop
from gradus.movement.drawing.camera import camera
from gradus.movement.drawing.figure import AWAY
from gradus.movement.drawing.furniture import BACKREST, SIZES, bench, block, chair
from gradus.movement.drawing.picture import sampled
from gradus.movement.drawing.props import DRAW
from gradus.movement.drawing.things import GROUND, frame_of
from gradus.movement.timeline import body_at, loop
from tests.house.every import of_every

EXERCISES = [exercise for _, exercise in sorted(load().exercises.items())]
INSIDE_M, TOUCHES_M = 0.03, 0.06
"""How deep a joint may lie in something that gives way, and how near a hand is that lies on a thing."""
Box = tuple[Vector, Frame, Vector]
"""Its middle, how it stands, and its size."""


def boxes(prop: Prop) -> Iterator[Box]:
    """What is solid of a thing that stands."""
    frame, at, size = frame_of(prop), prop.at or GROUND, prop.size or SIZES.get(prop.kind, GROUND)
    long, high, deep = size
    drawn = None if prop.by else DRAW.get(prop.kind, block)
    if drawn is block:
        yield beside(at, frame, (0.0, high / 2, 0.0)), frame, size
    elif drawn is bench:
        yield beside(at, frame, (0.0, high - 0.04, 0.0)), frame, (long, 0.08, deep)
    elif drawn is chair:
        yield beside(at, frame, (0.0, high - 0.025, 0.0)), frame, (long, 0.05, deep)
        slat = (-long / 2 + 0.003, high + BACKREST * 0.78, 0.0)
        yield beside(at, frame, slat), frame, (0.04, BACKREST * 0.52, deep - 0.04)


def depth(point: Vector, box: Box) -> float:
    """How deep a place lies inside a box; below 0 it lies outside, so far away."""
    middle, frame, size = box
    local = told_in(frame, minus(point, middle))
    out = [abs(way) - whole / 2 for way, whole in zip(local, size, strict=True)]
    away = length((max(0.0, out[0]), max(0.0, out[1]), max(0.0, out[2])))
    return -away if away else -max(out)


@of_every(EXERCISES)
def test_nobody_is_inside_what_is_solid(exercise: Exercise) -> None:
    movement = exercise.movement
    assert movement is not None
    solid = [(prop, box) for prop in movement.props for box in boxes(prop)]
    for nth, stance in enumerate(movement.stances):
        for name, point in placed(stance).points.items():
            inside = [prop.kind for prop, box in solid if depth(point, box) > INSIDE_M]
            assert (nth, name, inside) == (nth, name, [])


@of_every(EXERCISES)
def test_nobody_goes_through_the_floor(exercise: Exercise) -> None:
    movement = exercise.movement
    assert movement is not None
    for part in loop(movement, exercise.dose):
        for share in (0.25, 0.5, 0.75) if part.moves and not part.other_side else ():
            low = min(body_at(part, share).points.items(), key=lambda each: each[1][1])
            assert low[1][1] > -INSIDE_M, f"{low[0]} on the way to pose {part.to}"


HELD = {
    "wall": ("wall",), "chair": ("chair",), "table": ("bench",), "worktop": ("bench",), "bench": ("bench",),
    "frame": ("post",),
}  # fmt: skip
SAID = re.compile(
    r"\b(?:hands?|palms|fingertips) (?:on|only brushing) (?:the back of )?(?:the|an?)(?: \w+)*? ?"
    rf"\b({'|'.join(HELD)})\b"
)
HOLDING = [
    (exercise, nth, found[1])
    for exercise in EXERCISES
    if exercise.movement is not None
    for nth, pose in enumerate(exercise.movement.poses)
    if (found := SAID.search(pose.says))
]


def test_many_hands_are_said_to_lie_on_something() -> None:
    assert len(HOLDING) >= 10


@pytest.mark.parametrize(
    ("exercise", "nth", "thing"), HOLDING, ids=lambda each: getattr(each, "id", str(each))
)
def test_a_hand_lies_where_its_words_say(exercise: Exercise, nth: int, thing: str) -> None:
    movement = exercise.movement
    assert movement is not None
    body = placed(movement.stances[nth])
    hands = [body.points[f"{side}-{part}"] for side in ("left", "right") for part in ("wrist", "hand")]
    held = [box for prop in movement.props if prop.kind in HELD[thing] for box in boxes(prop)]
    assert max(depth(hand, box) for hand in hands for box in held) > -TOUCHES_M


@of_every(EXERCISES)
def test_a_face_that_looks_to_us_has_an_eye(exercise: Exercise) -> None:
    movement = exercise.movement
    assert movement is not None
    what = sampled(exercise, movement, 1)
    view = camera(movement.view, movement.yaw, movement.pitch)
    eyes = [each for each in what.drawn if each.name in ("left-eye", "right-eye")]
    for nth, body in enumerate(what.loop.bodies):
        if view.depth(body.frames["head"][0]) > -AWAY:
            assert any(not each.seen or each.seen[nth] for each in eyes)
