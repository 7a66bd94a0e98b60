"""Ways to make rules of right and wrong from numbers. Each gives the log-odds that a repetition is right as a
sum of one part for each number, so that every verdict can be read out; by several sizes, the plainest first.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

Array = Any
Rule = tuple[int, float, float, float]
"""Which number, which threshold, its weight, and whether above it is right."""

THRESHOLDS = 12
PENALTIES = (3.0, 1.0, 0.3, 0.1, 0.03, 0.01)
"""On the mean of all squared weights, so that few and many numbers are held alike."""
ROUNDS = (25, 50, 100, 200, 400)
STEP = 0.1
SHARE = 0.2
"""Each round sees a fifth of the numbers, drawn by dice that are the same each time."""


def forty(known: Array, right: Array, asked: Array) -> Array:
    """Forty rounds of AdaBoost, as first written down."""
    said = [
        trust * sign * np.where(asked[:, which] > cut, 1.0, -1.0)
        for which, cut, trust, sign in boosted(known, right, 40)
    ]
    return np.sum(said, axis=0)[None]


def boosted(known: Array, right: Array, rounds: int) -> list[Rule]:
    weight = np.full(len(right), 1 / len(right))
    cuts = cuts_of(known)
    above = np.where(known[None] > cuts[:, None], 1.0, -1.0)
    rules: list[Rule] = []
    for _ in range(rounds):
        agree = np.einsum("cnf,n->cf", above, weight * right)
        cut, which = np.unravel_index(np.argmax(np.abs(agree)), agree.shape)
        sign, wrong = float(np.sign(agree[cut, which])), float((1 - abs(agree[cut, which])) / 2)
        trust = 0.5 * float(np.log((1 - wrong + 1e-6) / (wrong + 1e-6)))
        rules.append((int(which), float(cuts[cut, which]), trust, sign))
        weight = weight * np.exp(-trust * right * sign * above[cut, :, which])
        weight /= weight.sum()
    return rules


def cuts_of(known: Array) -> Array:
    """Thresholds that may be tried, one row each, a column a number."""
    return np.percentile(known, np.linspace(4, 96, THRESHOLDS), axis=0)


def steps(known: Array, right: Array, asked: Array) -> Array:
    """Many small steps, each at one threshold of one number, by the slope of the logistic loss."""
    cuts = cuts_of(known)
    above, asked_above = ((each[:, None] > cuts).astype(float) for each in (known, asked))
    dice = np.random.default_rng(0)
    said, told, by_rounds = np.zeros(len(known)), np.zeros(len(asked)), []
    for nth in range(1, ROUNDS[-1] + 1):
        seen = dice.choice(known.shape[1], max(1, round(SHARE * known.shape[1])), replace=False)
        sure = expit(said)
        slope, bend = (right > 0) - sure, sure * (1 - sure)
        up, heavy = (np.einsum("n,ncf->cf", each, above[:, :, seen]) for each in (slope, bend))
        down, light = slope.sum() - up, bend.sum() - heavy
        gain = up**2 / (heavy + 1) + down**2 / (light + 1)
        cut, which = np.unravel_index(np.argmax(gain), gain.shape)
        high, low = (a[cut, which] / (b[cut, which] + 1) for a, b in ((up, heavy), (down, light)))
        said += STEP * np.where(above[:, cut, seen[which]] > 0, high, low)
        told += STEP * np.where(asked_above[:, cut, seen[which]] > 0, high, low)
        if nth in ROUNDS:
            by_rounds.append(told.copy())
    return np.stack(by_rounds)


def placed(known: Array, right: Array, asked: Array) -> tuple[Array, Array]:
    """Each number in spreads of all that is known, none beyond three."""
    del right
    middle, spread = known.mean(0), np.maximum(known.std(0), 1e-3)
    return _pair(np.clip((each - middle) / spread, -3, 3) for each in (known, asked))


def placed_and_off(known: Array, right: Array, asked: Array) -> tuple[Array, Array]:
    """Also how far each number is off what is right, whichever the side: wrong is too much or too little."""
    good = known[right > 0]
    middle, spread = good.mean(0), np.maximum(good.std(0), 1e-3)
    off = _pair(np.minimum(np.abs(each - middle) / spread, 4) for each in (known, asked))
    parts = (placed(known, right, asked), placed(off[0], right, off[1]))
    return _pair(np.concatenate([one, other], axis=1) for one, other in zip(*parts, strict=True))


def _pair(two: Iterable[Array]) -> tuple[Array, Array]:
    first, second = two
    return first, second


def weights(place: Callable[[Array, Array, Array], tuple[Array, Array]]) -> Callable[..., Array]:
    """One weight a number, in the place that it is given."""

    def told(known: Array, right: Array, asked: Array) -> Array:
        x, y = (np.c_[each, np.ones(len(each))] for each in place(known, right, asked))
        return logistic(x @ x.T / x.shape[1], right, y @ x.T / x.shape[1])

    return told


def of_old(known: Array, right: Array, asked: Array) -> Array:
    """One weight a number with the penalty that there was before there was a choice, 10 on all weights."""
    x, y = (np.c_[each, np.ones(len(each))] for each in placed(known, right, asked))
    return logistic(x @ x.T, right, y @ x.T, (10.0,))


def logistic(alike: Array, right: Array, asked: Array, penalties: Sequence[float] = PENALTIES) -> Array:
    """Logistic regression with a penalty on squared weights, from how alike all repetitions are; one row a
    penalty."""
    values, basis = np.linalg.eigh(alike)
    keep = values > 1e-9 * values[-1]
    root, basis = np.sqrt(values[keep]), basis[:, keep]
    x, y = basis * root, asked @ basis / root
    found, rows = np.zeros(x.shape[1]), []
    for penalty in penalties:

        def loss(weight: Array, penalty: float = penalty) -> tuple[float, Array]:
            margin = right * (x @ weight)
            slope = penalty * weight - x.T @ (right * expit(-margin))
            return float(np.logaddexp(0, -margin).sum() + penalty / 2 * weight @ weight), slope

        found = minimize(loss, found, jac=True, method="L-BFGS-B").x
        rows.append(y @ found)
    return np.stack(rows)
