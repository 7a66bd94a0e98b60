"""Seconds of bending to the side and back, told by a camera, beside Vicon.

One person, nine recordings (Keraal). Two readings of the same ways: by the camera's angle of the trunk,
by how far its head and shoulders are carried (as the engine tells phases), each beside Vicon's angle and
beside Vicon's own places of head and shoulders. A way begins where Vicon's angle leaves the middle. Needs
GRADUS_REFERENCE_DATA.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median
from typing import Any

import numpy as np

from benchmarks.forms import by_camera, by_vicon
from benchmarks.reference import reference
from gradus.movement.engine.carrying import carried
from gradus.movement.engine.phases import phases_of
from gradus.movement.engine.smoothing import smoothed
from gradus.movement.recording import Recording, layout_of, moments

Array = Any
HERTZ = 20
SIZE = (960.0, 540.0)
JOINTS = ("nose", "head", "left-shoulder", "right-shoulder")
TARGETS = (14, 7, 8)
"""Vicon's head and shoulders."""
BENT, UPRIGHT = 12.0, 2.0
"""Degrees beyond which somebody is bent, and below which they are upright."""
AROUND = 10
SHORTEST = 20
CALM_HZ = 4.0
ENDS = 0.15


def main() -> None:
    data = reference("movement")
    if data is None:
        return
    off: dict[str, list[float]] = {}
    z = np.load(data / "keraal" / "keraal_g3_sub01.npz")
    for key in sorted(each for each in z.files if each.startswith("ELK_") and each.endswith("__blaze")):
        vicon = z[key.replace("__blaze", "__vicon_mm")].astype(float)
        for name, seconds in _recording(z[key] / 1e4, vicon):
            off.setdefault(name, []).append(seconds)
    for name, found in off.items():
        within = fmean(each <= 0.1 for each in found)
        told = f"off by {fmean(found):.2f} s in the mean, {median(found):.2f} in the middle"
        print(f"  {name:62} {len(found)} ways, {told}, {within:.0%} within 0.10")


def _recording(image: Array, vicon: Array) -> Iterator[tuple[str, float]]:
    camera, angle, lag = _aligned(by_camera(image), by_vicon(vicon))
    rows = _rows(image)[max(0, lag) :]
    places = vicon[::2][max(0, -lag) :][:, TARGETS].reshape(-1, 3 * len(TARGETS))
    for first, last, side in _bends(angle):
        times = [nth / HERTZ for nth in range(last - first)]
        rising = {"camera": side * camera[first:last], "Vicon": side * angle[first:last]}
        calm = {name: smoothed(times, each.tolist(), CALM_HZ) for name, each in rising.items()}
        body = carried(rows[first:last], calm["camera"], JOINTS, 0.0)
        own = _along(places[first:last], np.array(calm["Vicon"]))
        seen = {"angle": calm["camera"], "head and shoulders": smoothed(times, body, CALM_HZ)}
        true = {"angle": calm["Vicon"], "head and shoulders": smoothed(times, own, CALM_HZ)}
        for ours, one in seen.items():
            for theirs, other in true.items():
                mine, known = phases_of(times, one), phases_of(times, other)
                if mine is not None and known is not None:
                    yield f"camera's {ours} beside Vicon's {theirs}", abs(mine.there_s - known.there_s)
                    yield f"camera's {ours} beside Vicon's {theirs}", abs(mine.back_s - known.back_s)


def _rows(image: Array) -> list[Sequence[float]]:
    layout = layout_of(33)
    assert layout is not None
    bodies = [[[tuple(map(float, (*point[:2], 0.0, 1.0))) for point in body]] for body in image]
    recording = Recording(layout, [nth / HERTZ for nth in range(len(bodies))], bodies, SIZE, True)
    return [each.points for each in moments(recording, "front") if each.points is not None]


def _aligned(camera: Array, vicon: Array) -> tuple[Array, Array, int]:
    """Both around their middle, the camera the way round and so many pictures late as fit best."""
    best: tuple[float, Array, Array, int] | None = None
    for lag in range(-6, 7):
        a, b = camera[max(0, lag) :], vicon[max(0, -lag) :]
        size = min(len(a), len(b))
        a, b = a[:size] - np.median(a[:size]), b[:size] - np.median(b[:size])
        fit = float(np.corrcoef(a, b)[0, 1])
        if best is None or abs(fit) > best[0]:
            best = (abs(fit), a * np.sign(fit), b, lag)
    assert best is not None
    return best[1:]


def _bends(angle: Array) -> Iterator[tuple[int, int, int]]:
    """From when to when somebody bent, a little of standing upright around it, and to which side."""
    side = np.where(angle > BENT, 1, np.where(angle < -BENT, -1, 0))
    edges = [0, *(np.flatnonzero(np.diff(side)) + 1).tolist(), len(side)]
    for began, ended in pairwise(edges):
        way = int(side[began])
        if not way:
            continue
        first, last = began, ended
        while first > 0 and angle[first] * way > UPRIGHT:
            first -= 1
        while last < len(angle) - 1 and angle[last] * way > UPRIGHT:
            last += 1
        first, last = max(0, first - AROUND), min(len(angle), last + AROUND)
        if last - first >= SHORTEST:
            yield first, last, way


def _along(places: Array, rising: Array) -> list[float]:
    """How far places are carried from where they are at rest to where they are at the turn."""
    low, high = np.percentile(rising, [2, 98])
    within = ENDS * (high - low)
    rest, turn = places[rising <= low + within].mean(0), places[rising >= high - within].mean(0)
    found = (places - rest) @ (turn - rest) / ((turn - rest) @ (turn - rest))
    return [float(each) for each in found]
