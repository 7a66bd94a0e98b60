"""What landmarks of real clips wander, how surely they are seen, and how many pictures have none.

Synthetic streams take these numbers (`gradus.movement.noise`), and the same is measured of one. Jitter is
what a parabola through nine pictures leaves over; wander is how far joints of seated people who keep their
legs still stray over a clip. Both in percent of the trunk's length. Needs GRADUS_REFERENCE_DATA.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import fmean, median
from typing import Any

import numpy as np

from benchmarks.reference import reference
from gradus.movement.engine.joints import AT, JOINTS, NUMBERS, SEEN
from gradus.movement.noise import DROPPED, Noise

Array = Any
PARTS: Mapping[str, tuple[int, ...]] = {
    "nose": (0,), "head": (7, 8), "shoulder": (11, 12), "elbow": (13, 14), "wrist": (15, 16), "hip": (23, 24),
    "knee": (25, 26), "ankle": (27, 28), "heel": (29, 30), "toe": (31, 32),
}  # fmt: skip
KEPT_STILL = ("hip", "knee", "ankle", "heel", "toe")
HALF = 4
LAGS = (1, 4, 20)


@dataclass
class Fit:
    """What was measured of some clips."""

    jitter: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    wander: dict[str, list[tuple[float, ...]]] = field(default_factory=dict)
    surely: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    frames: int = 0
    missing: int = 0

    def add(self, kind: str, image: Array, size: tuple[float, float]) -> None:
        seen = ~np.isnan(image[:, 11, 0])
        self.frames, self.missing = self.frames + len(image), self.missing + int((~seen).sum())
        xy = in_trunks(image[seen], size)
        for part, joint in ((part, joint) for part, joints in PARTS.items() for joint in joints):
            sure = image[seen][:, joint, 3]
            self.surely.setdefault((kind, part), []).extend(sure)
            if median(sure) < 0.6 or len(xy) < 3 * HALF or kind == "walking":
                continue  # of the walking clips one has two people, and the model goes from one to the other
            self.jitter.setdefault((kind, part), []).append(residual(xy[:, joint]))
            if kind in {"seated", "made"} and part in KEPT_STILL:
                self.wander.setdefault(part, []).append(strays(xy[:, joint]))

    def tell(self) -> None:
        share = self.missing / self.frames
        print(f"  {self.frames} pictures, {self.missing} without anybody ({share:.1%})")
        for (kind, part), found in sorted(self.jitter.items()):
            print(f"  jitter  {kind:8} {part:9} {median(found):5.2f} %, worst clip {max(found):5.2f}")
        for part, told in self.wander.items():
            stray, *alike = np.median(np.array(told), axis=0)
            lags = ", ".join(f"{each:.2f}" for each in alike)
            print(f"  wander  {part:9} {stray:5.2f} %; like itself after {LAGS} pictures: {lags}")
        for (kind, part), values in sorted(self.surely.items()):
            low = fmean(value < 0.6 for value in values)
            print(f"  surely  {kind:8} {part:9} mean {fmean(values):.2f}, below 0.6 in {low:.0%}")


def main() -> None:
    data = reference("movement/landmarks")
    if data is None:
        return
    path = data / "mediapipe_full_streams.npz"
    fit = Fit()
    for name, image, size in clips(path):
        kind = "seated" if "keraal" in name else "walking" if "walk" in name else "lifting"
        fit.add(kind, image, size)
    fit.tell()
    print("  a made stream of somebody who stands still, 20 pictures a second:")
    again = Fit()
    for seed in range(10):
        again.add("made", made(seed), (1.0, 1.0))
    again.tell()


def made(seed: int, hertz: float = 20.0, seconds: float = 10.0) -> Array:
    """A still figure with the noise of synthetic streams, in the columns of BlazePose."""
    dice = Random(seed)
    noise = Noise(lambda: dice.gauss(0, 1), 100.0)
    still = [0.0] * (NUMBERS * len(JOINTS))
    for side in ("left", "right"):
        still[AT[f"{side}-shoulder"] + 1] = -100.0
    image = np.full((int(hertz * seconds), 33, 4), np.nan)
    for nth, each in enumerate(image):
        if dice.random() < DROPPED:
            continue
        row = noise.added(nth / hertz, still)
        for part, joints in PARTS.items():
            names = (part, part) if part in {"nose", "head"} else (f"left-{part}", f"right-{part}")
            for name, joint in zip(names, joints, strict=False):
                at = AT[name]
                each[joint] = (row[at], row[at + 1], 0.0, row[at + SEEN])
    return image


def clips(path: Path) -> Iterator[tuple[str, Array, tuple[float, float]]]:
    z = np.load(path)
    for key in z:
        if key.endswith("__img"):
            _, width, height = z[key.replace("__img", "__fps_wh")]
            yield key.removesuffix("__img"), z[key].astype(float), (float(width), float(height))


def in_trunks(image: Array, size: tuple[float, float]) -> Array:
    """Places in percent of the trunk's length."""
    xy = image[:, :, :2] * np.array(size)
    line = (xy[:, 11] + xy[:, 12] - xy[:, 23] - xy[:, 24]) / 2
    return xy / np.median(np.linalg.norm(line, axis=1)) * 100


def residual(line: Array) -> float:
    """The spread of what a parabola through the neighbours leaves over, as that of each single picture."""
    steps = np.arange(-HALF, HALF + 1)
    basis = np.vander(steps, 3)
    weights = (basis @ np.linalg.pinv(basis))[HALF]
    windows = np.lib.stride_tricks.sliding_window_view(line, len(steps), axis=0)
    left = line[HALF:-HALF] - windows @ weights
    return float(left.std() / np.sqrt(1 - weights[HALF]))


def strays(line: Array) -> tuple[float, ...]:
    """How far a joint strays over a clip, and how like itself its place is some pictures later."""
    off = line - line.mean(0)
    power = float((off * off).mean())
    alike = (float((off[lag:] * off[:-lag]).mean()) / power for lag in LAGS)
    return (float(np.sqrt(power)), *alike)
