"""What landmarks of real clips wander, how surely they are seen, and how many pictures have none.

Synthetic streams take these numbers (`gradus.movement.noise`); the same is measured of synthetic streams, side by
side. Jitter is what a parabola through nine pictures leaves over; wander is how far the joints of seated people
who keep their legs still stray over a clip. Both in percent of the trunk's length. Needs GRADUS_REFERENCE_DATA.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean, median
from typing import Any

import numpy as np

Array = Any
PARTS: Mapping[str, tuple[int, ...]] = {
    "nose": (0,), "head": (7, 8), "shoulder": (11, 12), "elbow": (13, 14), "wrist": (15, 16), "hip": (23, 24),
    "knee": (25, 26), "ankle": (27, 28), "heel": (29, 30), "toe": (31, 32),
}  # fmt: skip
KEPT_STILL = ("hip", "knee", "ankle", "heel", "toe")
HALF = 4
LAGS = (1, 4, 20)


def main() -> None:
    folder = os.environ.get("GRADUS_REFERENCE_DATA")
    path = Path(folder or "") / "movement" / "landmarks" / "mediapipe_full_streams.npz"
    if not folder or not path.is_file():
        print("  skipped: GRADUS_REFERENCE_DATA names no folder with movement/landmarks in it")
        return
    jitter: dict[tuple[str, str], list[float]] = {}
    wander: dict[str, list[tuple[float, ...]]] = {}
    surely: dict[tuple[str, str], list[float]] = {}
    frames = missing = 0
    for name, image, size in clips(path):
        seen = ~np.isnan(image[:, 11, 0])
        frames, missing = frames + len(image), missing + int((~seen).sum())
        kind = "seated" if "keraal" in name else "walking" if "walk" in name else "lifting"
        xy, trunk = in_trunks(image[seen], size)
        for part, joints in PARTS.items():
            for joint in joints:
                sure = image[seen][:, joint, 3]
                surely.setdefault((kind, part), []).extend(sure)
                if median(sure) < 0.6 or len(xy) < 3 * HALF:
                    continue
                if kind != "walking":  # two people, and the model goes from one to the other
                    jitter.setdefault((kind, part), []).append(residual(xy[:, joint]))
                if kind == "seated" and part in KEPT_STILL:
                    wander.setdefault(part, []).append(strays(xy[:, joint]))
    print(f"  {frames} pictures, {missing} without anybody ({missing / frames:.1%})")
    for (kind, part), found in sorted(jitter.items()):
        print(
            f"  jitter  {kind:8} {part:9} {median(found):5.2f} % of the trunk, worst clip {max(found):5.2f}"
        )
    for part, told in wander.items():
        stray, *alike = np.median(np.array(told), axis=0)
        lags = ", ".join(f"{each:.2f}" for each in alike)
        print(f"  wander  {part:9} {stray:5.2f} % of the trunk; like itself after {LAGS} pictures: {lags}")
    for (kind, part), values in sorted(surely.items()):
        low = fmean(value < 0.6 for value in values)
        print(f"  surely  {kind:8} {part:9} mean {fmean(values):.2f}, below 0.6 in {low:.0%}")


def clips(path: Path) -> Iterator[tuple[str, Array, tuple[float, float]]]:
    z = np.load(path)
    for key in z:
        if key.endswith("__img"):
            _, width, height = z[key.replace("__img", "__fps_wh")]
            yield key.removesuffix("__img"), z[key].astype(float), (float(width), float(height))


def in_trunks(image: Array, size: tuple[float, float]) -> tuple[Array, float]:
    """Places in percent of the trunk's length, and that length in pixels."""
    xy = image[:, :, :2] * np.array(size)
    line = (xy[:, 11] + xy[:, 12] - xy[:, 23] - xy[:, 24]) / 2
    trunk = float(np.median(np.linalg.norm(line, axis=1)))
    return xy / trunk * 100, trunk


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
