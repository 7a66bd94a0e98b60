"""RepCount's videos: the joints of a picture as they are in the room, and what of each action is counted.

Its landmarks come squeezed: in each picture every axis runs from 0 to 1 over the body's own box, so that an
angle is another one in each picture. How wide, high and deep the box was is found again from the bones, which
are as long in every picture: their lengths below are shares of a body's height.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

Array = Any
SHOULDERS, ELBOWS, WRISTS, HIPS, KNEES, ANKLES = (1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12)
LENGTHS = ((SHOULDERS, ELBOWS, 0.186), (ELBOWS, WRISTS, 0.146), (HIPS, KNEES, 0.245), (KNEES, ANKLES, 0.246),
           (SHOULDERS, HIPS, 0.29))  # fmt: skip
WIDTHS = ((SHOULDERS, 0.22), (HIPS, 0.13))
BONES = [(a, b, long) for ones, others, long in LENGTHS for a, b in zip(ones, others, strict=True)] + [
    (a, b, wide) for (a, b), wide in WIDTHS
]
HELD_BACK = 1e-3
"""So much a box is kept small along an axis in which no bone goes anywhere."""


def unsqueezed(x: Array) -> Array:
    """The same joints in shares of the body's height; no numbers where nobody was found."""
    a, b, long = (np.array(each) for each in zip(*BONES, strict=True))
    shares = (x[:, a] - x[:, b]) ** 2 / long[None, :, None] ** 2
    both = np.swapaxes(shares, 1, 2) @ shares + HELD_BACK * np.eye(3)
    squares = np.linalg.solve(both, shares.sum(axis=1)[..., None])[..., 0]
    found = x * np.sqrt(np.clip(squares, 0, None))[:, None, :]
    found[np.ptp(x, axis=(1, 2)) == 0] = np.nan
    return found


def middle(x: Array, joints: tuple[int, int]) -> Array:
    return x[:, list(joints)].mean(axis=1)


def bend(x: Array, before: tuple[int, int], at: tuple[int, int], after: tuple[int, int]) -> Array:
    """The bend of left and right together, in degrees."""
    one, other = x[:, at] - x[:, before], x[:, after] - x[:, at]
    with np.errstate(invalid="ignore", divide="ignore"):
        along = np.sum(one * other, -1) / np.linalg.norm(one, axis=-1) / np.linalg.norm(other, axis=-1)
    return np.degrees(np.arccos(np.clip(along, -1, 1))).mean(axis=1)


def elbows(x: Array) -> Array:
    return bend(x, SHOULDERS, ELBOWS, WRISTS)


def knees(x: Array) -> Array:
    return bend(x, HIPS, KNEES, ANKLES)


def hips(x: Array) -> Array:
    return bend(x, SHOULDERS, HIPS, KNEES)


def arms_up(x: Array) -> Array:
    """How far the arms are from hanging down beside the trunk: that is where these actions begin."""
    return 180 - bend(x, HIPS, SHOULDERS, ELBOWS)


def hanging(x: Array) -> Array:
    """The bend of the elbows while the hands are above them. Who lets go of the bar does nothing."""
    above = middle(x, WRISTS)[:, 1] < middle(x, ELBOWS)[:, 1]
    return np.where(above, elbows(x), np.nan)


def feet_aside(x: Array) -> Array:
    """How far the feet are to one side of the shoulders: a circle takes them to the other and back."""
    return middle(x, ANKLES)[:, 0] - middle(x, SHOULDERS)[:, 0]


class Action(NamedTuple):
    """What is watched, rising from where a repetition begins, and how far it goes: round numbers written
    down before the first run, but the feet's, in body heights, which came with their signal."""

    signal: Callable[[Array], Array]
    range_: float


PULL, PUSH, JACK, RAISE, SQUAT = (
    Action(hanging, 80), Action(elbows, 80), Action(arms_up, 100), Action(arms_up, 70), Action(knees, 80)
)  # fmt: skip
ACTIONS = {
    "pull_up": PULL, "pullups": PULL, "push_up": PUSH, "pushups": PUSH, "bench_pressing": PUSH,
    "jump_jack": JACK, "jumpjacks": JACK, "front_raise": RAISE, "frontraise": RAISE, "squat": SQUAT,
    "squant": SQUAT, "situp": Action(hips, 60), "pommelhorse": Action(feet_aside, 1.0),
    "others": Action(arms_up, 60),
}  # fmt: skip
