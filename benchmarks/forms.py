"""What explainable numbers tell of recordings of others: right or wrong, a score, another instrument.

UI-PRMD: each repetition was done right, or wrong on purpose. A few numbers of each angle (lowest, highest,
range, fastest, each also against the first pictures) are weighed by thresholds: 40 rounds of boosting, one
angle and one threshold each, so every verdict can be read out. Beside them, tried after the thresholds had
been seen, the same numbers with one weight each: logistic, with the penalty of the scores. A person is
judged by rules made of the others; who always says "right" has 50 %. KIMORE: a clinic's score from range,
tempo and evenness, ridge with penalty 10, a person by the others, beside the mean of the others. Keraal:
bending to the side, one person, seen by a camera and by Vicon; lag by the best fit, the range corrected by
a factor from the other recordings. All but the weights was written down before the first run. None of it is
in the product, which scores nobody. Needs GRADUS_REFERENCE_DATA.
"""

import csv
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np

from benchmarks import counting
from benchmarks.counting import ahead_of, back_swing, bent, forearm_turn, hips, knees, raised
from benchmarks.reference import reference
from gradus.movement.engine.angles import reading
from gradus.movement.engine.facing import facing
from gradus.movement.recording import Recording, layout_of, moments

Array = Any
ROUNDS = 40
THRESHOLDS = 12
PENALTY = 10.0
NEWTON = 12
HERTZ = 30


def main() -> None:
    data = reference("movement")
    if data is None:
        return
    right_or_wrong(data / "uiprmd" / "uiprmd_kinect_joints.npz")
    scores(data / "kimore")
    side_bend(data / "keraal" / "keraal_g3_sub01.npz")


# --- UI-PRMD: right or wrong ---


def angles_of(x: Array) -> Array:
    """Every angle of a body over a repetition, one row each."""
    ahead = ahead_of(x)
    trunk = x[:, 3] - x[:, 0]
    up = np.array([0.0, 1.0, 0.0])
    aside = x[:, 11] - x[:, 7]
    aside = aside / np.linalg.norm(aside, axis=-1, keepdims=True)
    long = np.linalg.norm(trunk, axis=-1)
    lean = np.degrees(np.arctan2(np.sum(trunk * ahead, -1), trunk @ up))
    tilt = np.degrees(np.arctan2(np.sum(trunk * aside, -1), trunk @ up))
    elbows = [bent(x[:, a], x[:, a + 1], x[:, a + 2]) for a in (7, 11)]
    thighs = [x[:, a + 1] - x[:, a] for a in (14, 18)]
    shares = [np.sum(each * aside, -1) / np.linalg.norm(each, axis=-1) for each in thighs]
    out = [np.degrees(np.arcsin(np.clip(each, -1, 1))) for each in shares]
    heads = bent(x[:, 0], x[:, 3], x[:, 5])
    feet = [x[:, a, 1] - np.min(x[:, a, 1]) for a in (16, 20)]
    wide = np.linalg.norm(x[:, 16] - x[:, 20], axis=-1) / long
    level = np.degrees(np.arcsin(np.clip(aside[:, 1], -1, 1)))
    limbs = [*knees(x), *hips(x), *raised(x), *back_swing(x), *forearm_turn(x), *elbows, *out]
    tall = (x[:, 0, 1] - x[:, 16, 1]) / long
    lengths = [each * 100 for each in (*feet, wide, tall)]
    return np.nan_to_num(np.stack([*limbs, lean, tilt, heads, level, *lengths]))


def features(x: Array) -> Array:
    rows = angles_of(x)
    start = np.median(rows[:, :5], axis=1)
    low, high = np.percentile(rows, [5, 95], axis=1)
    speed = np.percentile(np.abs(np.diff(rows, axis=1)) * HERTZ, 95, axis=1)
    return np.concatenate([low, high, high - low, speed, low - start, high - start, [rows.shape[1] / HERTZ]])


def right_or_wrong(path: Path) -> None:
    z = np.load(path)
    meta = z["meta"].astype(int)
    ends = np.cumsum(meta[:, 4])
    told, beside = [], []
    for movement, (name, _) in counting.PRMD.items():
        nth = np.flatnonzero(meta[:, 0] == movement)
        parts = (z["delta_mm"][ends[each] - meta[each, 4] : ends[each]] for each in nth)
        known = np.stack([features(np.cumsum(part.astype(np.int32), axis=0) / 1000) for part in parts])
        people, right = meta[nth, 1], np.where(meta[nth, 3] == 1, 1.0, -1.0)
        verdict, other = np.empty(len(nth)), np.empty(len(nth))
        for person in np.unique(people):
            rules = boosted(known[people != person], right[people != person])
            verdict[people == person] = judged(rules, known[people == person])
            other[people == person] = weighed(
                known[people != person], right[people != person], known[people == person]
            )
        accuracy = fmean(float((verdict[right == sign] == sign).mean()) for sign in (1.0, -1.0))
        told.append(accuracy)
        beside.append(fmean(float((other[right == sign] == sign).mean()) for sign in (1.0, -1.0)))
        print(
            f"  UI-PRMD m{movement:02} {name:20} {len(nth):4} repetitions, balanced {accuracy:.3f}; "
            f"by weights {beside[-1]:.3f}",
            flush=True,
        )
    spread = f"{min(told):.3f} to {max(told):.3f}"
    print(f"  UI-PRMD, mean of {len(told)}: {fmean(told):.3f} ({spread}); published: best network 0.802")
    spread = f"{min(beside):.3f} to {max(beside):.3f}"
    print(f"  the same by one weight a number: {fmean(beside):.3f} ({spread})")


Rule = tuple[int, float, float, float]
"""Which number, which threshold, its weight, and whether above it is right."""


def boosted(known: Array, right: Array) -> list[Rule]:
    weight = np.full(len(right), 1 / len(right))
    cuts = np.percentile(known, np.linspace(4, 96, THRESHOLDS), axis=0)
    above = np.where(known[None] > cuts[:, None], 1.0, -1.0)
    rules: list[Rule] = []
    for _ in range(ROUNDS):
        agree = np.einsum("cnf,n->cf", above, weight * right)
        cut, which = np.unravel_index(np.argmax(np.abs(agree)), agree.shape)
        sign, wrong = float(np.sign(agree[cut, which])), float((1 - abs(agree[cut, which])) / 2)
        trust = 0.5 * float(np.log((1 - wrong + 1e-6) / (wrong + 1e-6)))
        rules.append((int(which), float(cuts[cut, which]), trust, sign))
        weight = weight * np.exp(-trust * right * sign * above[cut, :, which])
        weight /= weight.sum()
    return rules


def judged(rules: list[Rule], known: Array) -> Array:
    said = [trust * sign * np.where(known[:, which] > cut, 1.0, -1.0) for which, cut, trust, sign in rules]
    return np.where(np.sum(said, axis=0) > 0, 1.0, -1.0)


def weighed(known: Array, right: Array, asked: Array) -> Array:
    """What one weight a number says of those asked; the weights are made from the known ones by Newton's
    steps, and no number counts for more than three spreads."""
    middle, spread = known.mean(0), known.std(0) + 1e-6
    x, asked = (
        np.c_[np.clip((each - middle) / spread, -3, 3), np.ones(len(each))] for each in (known, asked)
    )
    penalty = np.eye(x.shape[1]) * PENALTY
    penalty[-1, -1] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(NEWTON):
        sure = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (sure - (right > 0)) + penalty @ weights
        weights -= np.linalg.solve((x * (sure * (1 - sure))[:, None]).T @ x + penalty, slope)
    return np.where(asked @ weights > 0, 1.0, -1.0)


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
