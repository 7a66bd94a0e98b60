"""What explainable numbers tell of recordings of others: right or wrong, a score, another instrument.

UI-PRMD: each repetition was done right, or wrong on purpose; who always says "right" has 50 %. The rules, and
what was written down before they were run, are in `verdicts`. KIMORE: a clinic's score from range, tempo and
evenness, ridge with penalty 10, a person by the others, beside the mean of the others. Keraal: bending to the
side, one person, seen by a camera and by Vicon; lag by the best fit, the range corrected by a factor from the
other recordings. These two were written down before the first run as well. None of it is in the product,
which scores nobody. Needs GRADUS_REFERENCE_DATA; on a busy machine one thread is quicker than two that wait
for each other (OPENBLAS_NUM_THREADS=1).
"""

import csv
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np

from benchmarks import counting
from benchmarks.reasons import reasons
from benchmarks.reference import reference
from benchmarks.repetitions import Repetitions, repetitions
from benchmarks.verdicts import Sizes, verdicts
from gradus.movement.engine.angles import reading
from gradus.movement.engine.facing import facing
from gradus.movement.recording import Recording, layout_of, moments

Array = Any
PENALTY = 10.0
HERTZ = 30


def main() -> None:
    data = reference("movement")
    if data is None:
        return
    right_or_wrong(data / "uiprmd" / "uiprmd_kinect_joints.npz")
    scores(data / "kimore")
    side_bend(data / "keraal" / "keraal_g3_sub01.npz")


# --- UI-PRMD: right or wrong ---


def right_or_wrong(path: Path) -> None:
    every = repetitions(path)
    sizes: Sizes = {}
    for name, said in verdicts(every, sizes):
        told(name, every.of(~every.image), np.where(said > 0, 1.0, -1.0))
    print("  what speaks against those done wrong, in log-odds of the mean of the ways:")
    for movement, parts in reasons(every, sizes).items():
        print(f"    m{movement:02} {counting.PRMD[movement][0]}: {parts}")


def told(name: str, asked: Repetitions, verdict: Array) -> None:
    agree = verdict == asked.right

    def accuracy(here: Array) -> float:
        return fmean(float(agree[here & (asked.right == sign)].mean()) for sign in (1.0, -1.0))

    movements = [accuracy(asked.movement == each) for each in counting.PRMD]
    people = [accuracy(asked.person == each) for each in np.unique(asked.person)]
    print(f"  UI-PRMD, {name}: balanced {fmean(movements):.3f}", flush=True)
    print(f"    movements 1 to 10: {', '.join(f'{each:.3f}' for each in movements)}")
    off = stdev(people) / len(people) ** 0.5
    print(f"    people: {', '.join(f'{each:.3f}' for each in people)}; standard error {off:.3f}")


# --- KIMORE: a clinic's score ---


def scores(folder: Path) -> None:
    signals = np.load(folder / "kimore_signals.npz")
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    with (folder / "kimore_rep_segments.csv").open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            span = (int(line["start_frame"]), int(line["end_frame"]))
            spans.setdefault((line["exercise"], line["subject"]), []).append(span)
    with (folder / "kimore_clinical_scores.csv").open(encoding="utf-8") as file:
        clinic = {row["Subject ID"]: row for row in csv.DictReader(file)}
    for exercise, row in counting.KIMORE_ROW.items():
        known, true = [], []
        for (which, subject), parts in sorted(spans.items()):
            name = f"Es{exercise}__{subject}__{row}"
            score = clinic.get(subject, {}).get(f"TS_Ex{exercise}")
            if which == exercise and name in signals and score:
                known.append(evenness(signals[name], parts))
                true.append(float(score))
        guess, mean = others(np.array(known), np.array(true))
        truth = np.array(true)
        rho = float(np.corrcoef(rank(guess), rank(truth))[0, 1])
        ours, theirs = (float(np.abs(each - truth).mean()) for each in (guess, mean))
        told = f"off by {ours:.1f} of 50, rank correlation {rho:+.2f}; the mean of the others {theirs:.1f}"
        print(f"  KIMORE Ex{exercise} {len(true):3} people: {told}")


def evenness(signal: Array, parts: list[tuple[int, int]]) -> list[float]:
    cut = [signal[max(0, a - 1) : b] for a, b in parts]
    ranges = [float(np.ptp(each)) for each in cut if len(each)]
    lengths = [(b - a) / HERTZ for a, b in parts]
    middle = float(np.median(ranges))
    return [middle, float(np.std(ranges)) / middle, fmean(lengths), float(np.std(lengths)) / fmean(lengths)]


def others(known: Array, true: Array) -> tuple[Array, Array]:
    """What the others' rule says of each person, and what the others' mean says."""
    guess, mean = np.empty(len(true)), np.empty(len(true))
    for nth in range(len(true)):
        rest = np.arange(len(true)) != nth
        middle, spread = known[rest].mean(0), known[rest].std(0) + 1e-9
        x, y = (known[rest] - middle) / spread, true[rest] - true[rest].mean()
        weights = np.linalg.solve(x.T @ x + PENALTY * np.eye(x.shape[1]), x.T @ y)
        mean[nth] = true[rest].mean()
        guess[nth] = mean[nth] + (known[nth] - middle) / spread @ weights
    return guess, mean


def rank(values: Array) -> Array:
    return np.argsort(np.argsort(values)).astype(float)


# --- Keraal: bending to the side, beside Vicon ---


def side_bend(path: Path) -> None:
    z = np.load(path)
    pairs = []
    for key in sorted(z.files):
        if not key.startswith("ELK_") or not key.endswith("__blaze"):
            continue
        camera = by_camera(z[key] / 1e4)
        vicon = by_vicon(z[key.replace("__blaze", "__vicon_mm")].astype(float))
        pairs.append(aligned(camera, vicon))
    factors = [np.ptp(vicon) / np.ptp(camera) for camera, vicon in pairs]
    plain, corrected, bias, left = [], [], [], []
    for nth, (camera, vicon) in enumerate(pairs):
        factor = float(np.median([each for other, each in enumerate(factors) if other != nth]))
        plain.append(float(np.sqrt(np.mean((camera - vicon) ** 2))))
        corrected.append(float(np.sqrt(np.mean((factor * camera - vicon) ** 2))))
        bias.append(float(np.ptp(camera) / np.ptp(vicon) - 1))
        left.append(float(factor * np.ptp(camera) / np.ptp(vicon) - 1))
    spread = f"{min(plain):.1f} to {max(plain):.1f}"
    print(f"  Keraal side bend, {len(pairs)} recordings: RMSE {fmean(plain):.1f} degrees ({spread})")
    print(f"    by the factor of the others: RMSE {fmean(corrected):.1f}, worst {max(corrected):.1f}")
    off = fmean(map(abs, left))
    print(f"    range {fmean(bias):+.1%}; by the factor {fmean(left):+.1%}, off by {off:.1%} in the mean")


def by_camera(image: Array) -> Array:
    """The engine's own reading of the trunk's lean, from image landmarks of a picture of 960 by 540."""
    layout = layout_of(33)
    assert layout is not None
    bodies = [[[tuple(map(float, (*point[:2], 0.0, 1.0))) for point in body]] for body in image]
    recording = Recording(layout, [nth / 20 for nth in range(len(bodies))], bodies, (960.0, 540.0), True)
    rows = [each.points for each in moments(recording, "front") if each.points is not None]
    read = reading("trunk-side", facing(rows[:20]))
    return np.array([read(row) for row in rows])


def by_vicon(x: Array) -> Array:
    """The same from hips to chest, each second picture; up is the third axis, aside from the shoulders."""
    trunk, aside = x[:, 4] - x[:, 13], np.median(x[:20, 7] - x[:20, 8], axis=0)
    aside[2] = 0
    return np.degrees(np.arctan2(trunk @ (aside / np.linalg.norm(aside)), trunk[:, 2]))[::2]


def aligned(camera: Array, vicon: Array) -> tuple[Array, Array]:
    """Both around their middle, the camera the way round and the few pictures late that fit best."""
    best: tuple[float, Array, Array] | None = None
    for lag in range(-6, 7):
        a, b = camera[max(0, lag) :], vicon[max(0, -lag) :]
        size = min(len(a), len(b))
        a, b = a[:size] - np.median(a[:size]), b[:size] - np.median(b[:size])
        fit = float(np.corrcoef(a, b)[0, 1])
        if best is None or abs(fit) > best[0]:
            best = (abs(fit), a * np.sign(fit), b)
    assert best is not None
    return best[1], best[2]
