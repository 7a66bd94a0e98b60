"""What is told of a repetition that others recorded (UI-PRMD): numbers with plain names, all made without
knowing whether it was done right.

The working limb is made the right one first: some of the people did a movement with the other leg, and who
works left is the mirror image of who works right. Which side a person works on is seen from the pictures, by
the range of the limb that leads.
"""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks import counting
from benchmarks.counting import ahead_of, back_swing, bent, forearm_turn, hips, knees, raised

Array = Any
HERTZ = 30
SMOOTH = 5
"""Pictures over which the many signals are averaged, about a sixth of a second."""
TWO_SIDED = {1, 5}
"""Squat and sit to stand are done with both sides: whoever learns may learn the mirror image as well."""
MIRRORED = [*range(6), *range(10, 14), *range(6, 10), *range(18, 22), *range(14, 18)]


class Repetitions(NamedTuple):
    """One row a repetition; a mirror image is there to learn from, and nobody is judged by it."""

    movement: Array
    person: Array
    right: Array
    image: Array
    few: Array
    turned: Array
    many: Array

    def of(self, which: Array) -> "Repetitions":
        return Repetitions(*(each[which] for each in self))


def repetitions(path: Path) -> Repetitions:
    """All of a file: the few numbers as filmed, the few with the working side right, and the many."""
    z = np.load(path)
    moved, meta = z["delta_mm"], z["meta"].astype(int)
    ends = np.cumsum(meta[:, 4])
    bodies = [
        np.cumsum(moved[end - row[4] : end].astype(np.int32), axis=0) / 1000
        for row, end in zip(meta, ends, strict=True)
    ]
    lefts = np.array([works_left(row[0], x) for row, x in zip(meta, bodies, strict=True)])
    rows = []
    for row, x in zip(meta, bodies, strict=True):
        own = np.all(meta[:, :2] == row[:2], axis=1)
        turned = mirrored(x) if np.median(lefts[own]) > 0 and row[0] not in TWO_SIDED else x
        right, as_filmed = 1.0 if row[3] == 1 else -1.0, few(x)
        for image in (False, True) if row[0] in TWO_SIDED else (False,):
            seen = mirrored(turned) if image else turned
            rows.append((row[0], row[1], right, image, as_filmed, few(seen), many(row[0], seen)))
    return Repetitions(*(np.array(each) for each in zip(*rows, strict=True)))


def mirrored(x: Array) -> Array:
    """The mirror image of a body: left is right."""
    return x[:, MIRRORED] * np.array([-1.0, 1.0, 1.0])


def works_left(movement: int, x: Array) -> float:
    """By how many degrees the left limb that leads goes further than the right one."""
    left, right = (hips if movement <= counting.LEGS_UP_TO else counting.PRMD[movement][1])(x)
    return float(np.ptp(left) - np.ptp(right))


# --- signals: one value a picture ---


UP = np.array([0.0, 1.0, 0.0])
START = 5
"""Pictures that show how a repetition begins."""


def angles_of(x: Array) -> Array:
    """The angles and lengths from which the few numbers are made, one row each."""
    trunk, aside = x[:, 3] - x[:, 0], unit(x[:, 11] - x[:, 7])
    long = np.linalg.norm(trunk, axis=-1) / 100
    elbows = [bent(x[:, a], x[:, a + 1], x[:, a + 2]) for a in (7, 11)]
    out = [towards(x[:, a + 1] - x[:, a], aside) for a in (14, 18)]
    feet = [(x[:, a, 1] - np.min(x[:, a, 1])) / long.mean() for a in (16, 20)]
    backs = [np.where(each > 90, each - 360, each) for each in back_swing(x)]
    limbs = [*knees(x), *hips(x), *raised(x), *backs, *forearm_turn(x), *elbows, *out, *feet]
    leans = [np.degrees(np.arctan2(trunk @ each, trunk @ UP)) for each in faced(x)]
    wide = np.linalg.norm(x[:, 16] - x[:, 20], axis=-1) / long
    tall = (x[:, 0, 1] - x[:, 16, 1]) / long
    heads = bent(x[:, 0], x[:, 3], x[:, 5])
    return np.nan_to_num(np.stack([*limbs, *leans, heads, towards(aside, UP), wide, tall]))


def more_of(x: Array) -> Array:
    """What else may go wrong: an arm out of its plane, a shoulder pulled up, knees that fall in or pass the
    toes, a foot that turns, a pelvis that drops or drifts, a trunk that twists or bends."""
    trunk, ahead, aside = unit(x[:, 3] - x[:, 0]), ahead_of(x), unit(x[:, 11] - x[:, 7])
    fore, beside = faced(x)
    long = np.linalg.norm(x[:, 3] - x[:, 0], axis=-1) / 100
    limbs = []
    for out, arm, leg in ((-1, 7, 14), (1, 11, 18)):
        upper, shin, foot = (x[:, a + 1] - x[:, a] for a in (arm, leg + 1, leg + 2))
        turn = np.degrees(np.arctan2(out * (foot @ beside), foot @ fore))
        falls_in, passes = out * (shin @ beside) / long, -(shin @ fore) / long
        shrug = np.sum((x[:, arm] - x[:, 2]) * trunk, -1) / long
        limbs.append([towards(upper, ahead), towards(upper, out * aside), shrug, falls_in, passes, turn])
    pairs = [each for both in zip(*limbs, strict=True) for each in both]
    middle = (x[:, 0] - (x[:, 16] + x[:, 20]) / 2) / long[:, None]
    across = unit(x[:, 18] - x[:, 14])
    twist = np.degrees(np.arcsin(np.clip(np.sum(np.cross(across, aside) * trunk, -1), -1, 1)))
    apart = np.linalg.norm(x[:, 15] - x[:, 19], axis=-1) / long
    curve = bent(x[:, 0], x[:, 1], x[:, 3])
    return np.nan_to_num(
        np.stack([*pairs, middle @ fore, middle @ beside, twist, apart, curve, towards(across, UP)])
    )


def faced(x: Array) -> tuple[Array, Array]:
    """Ahead and to the right on the floor, by the pelvis of the first pictures."""
    beside = np.median((x[:, 18] - x[:, 14])[:START], axis=0) * (1 - UP)
    ahead = np.median(ahead_of(x)[:START], axis=0)
    fore = np.cross(beside, UP)
    return unit(fore if fore @ ahead > 0 else -fore), unit(beside)


def unit(along: Array) -> Array:
    return along / np.linalg.norm(along, axis=-1, keepdims=True)


def towards(bone: Array, way: Array) -> Array:
    """By how many degrees a bone points that way, out of the plane across it."""
    return np.degrees(np.arcsin(np.clip(np.sum(unit(bone) * way, -1), -1, 1)))


# --- numbers: a few of each signal ---


def few(x: Array) -> Array:
    """Lowest, highest, range and fastest of each angle, the first two also against the first pictures; and
    the seconds."""
    rows = angles_of(x)
    speed = np.percentile(np.abs(np.diff(rows, axis=1)) * HERTZ, 95, axis=1)
    return np.concatenate([*reach(rows), speed, [rows.shape[1] / HERTZ]])


def many(movement: int, x: Array) -> Array:
    """The same of more signals, smoothed; also the mean of each quarter against the first pictures, how far
    each goes along with the one that leads, and how unlike left and right are."""
    first, second = smooth(angles_of(x)), smooth(more_of(x))
    rows = np.concatenate([first, second])
    start = np.median(rows[:, :START], axis=1)
    speed = np.log1p(np.percentile(np.abs(np.diff(rows, axis=1)) * HERTZ, 95, axis=1))
    quarters = [part.mean(1) - start for part in np.array_split(rows, 4, axis=1)]
    lead = smooth(np.stack(counting.PRMD[movement][1](x)))[1]
    lead = lead - lead.mean()
    along = (rows - rows.mean(1, keepdims=True)) @ lead / (lead @ lead)
    sides = [np.abs(each[0:two:2] - each[1:two:2]) for each, two in ((first, FIRST), (second, SECOND))]
    unlike = [part for each in sides for part in (each.mean(1), each.max(1))]
    return np.concatenate([*reach(rows), speed, *quarters, along, *unlike, [np.log(rows.shape[1] / HERTZ)]])


FIRST, SECOND = 16, 12
"""How many rows at the head of `angles_of` and `more_of` are limbs, left and right one after the other."""


def reach(rows: Array) -> list[Array]:
    start = np.median(rows[:, :START], axis=1)
    low, high = np.percentile(rows, [5, 95], axis=1)
    return [low, high, high - low, low - start, high - start]


def smooth(rows: Array) -> Array:
    """The mean over a few pictures."""
    sums = np.cumsum(np.pad(rows, ((0, 0), (1, 0))), axis=1)
    return (sums[:, SMOOTH:] - sums[:, :-SMOOTH]) / SMOOTH


# --- whose numbers they are ---


def _sides(*names: str) -> list[str]:
    return [f"{name}, {side}" for name in names for side in ("other side", "working side")]


SIGNALS = [
    *_sides("knee", "hip", "arm raised", "arm behind", "forearm turned", "elbow", "thigh out", "foot lifted"),
    *("trunk forward", "trunk aside", "head", "shoulders level", "feet apart", "height of the pelvis"),
    *_sides("arm ahead", "arm out", "shoulder pulled up", "knee falls in", "knee passes", "foot turned"),
    *("pelvis ahead", "pelvis aside", "trunk turned", "knees apart", "trunk bent", "pelvis level"),
    "seconds",
]
"""Names of the rows of `angles_of` and `more_of`, in their order, and of the last number."""


def _of_signal() -> dict[str, Array]:
    one, all_ = np.arange(FIRST + 6), np.arange(len(SIGNALS) - 1)
    unlike = [one[1:FIRST:2], one[1:FIRST:2]], [all_[len(one) + 1 : len(one) + SECOND : 2]] * 2
    last = [len(SIGNALS) - 1]
    numbers = np.concatenate([np.tile(one, 6), last])
    return {
        "turned": numbers,
        "many": np.concatenate([np.tile(all_, 11), *unlike[0], *unlike[1], last]),
    }


OF_SIGNAL = _of_signal()
"""For each number, which signal it was made of; what is unlike in two sides belongs to the working one."""
