"""Generalised estimating equations for a measured outcome (Liang and Zeger 1986), as R's geepack."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Working = Literal["independence", "exchangeable"]
CLOSE = 1e-12
MOST = 200


@dataclass(frozen=True, slots=True)
class Solved:
    """The coefficients, their robust standard errors, and the correlation within a cluster that was worked
    with."""

    values: Numbers
    errors: Numbers
    correlation: float


def solve(outcome: Numbers, design: Numbers, cluster: NDArray[np.int64], working: Working) -> Solved:
    """The equations solved for observations of shape (rows,) with a design of shape (rows, terms); rows of a
    cluster are those with the same number. Raises ValueError where they do not settle."""
    groups = [np.flatnonzero(cluster == each) for each in np.unique(cluster)]
    values, correlation = _weighted(outcome, design, groups, 0.0), 0.0
    if working == "independence":
        return Solved(values, _robust(outcome, design, groups, values, 0.0), 0.0)
    for _ in range(MOST):
        correlation = _correlation(outcome - design @ values, groups)
        before, values = values, _weighted(outcome, design, groups, correlation)
        if np.abs(values - before).max() < CLOSE:
            return Solved(values, _robust(outcome, design, groups, values, correlation), correlation)
    raise ValueError("the estimating equations do not settle")


def _inverse(size: int, correlation: float) -> Numbers:
    """The inverse of a matrix with 1 on the diagonal and the correlation beside it."""
    shared = correlation / (1 + (size - 1) * correlation)
    return (np.eye(size) - shared) / (1 - correlation)


def _weighted(outcome: Numbers, design: Numbers, groups: list[NDArray[np.intp]], alpha: float) -> Numbers:
    terms = design.shape[1]
    left, right = np.zeros((terms, terms)), np.zeros(terms)
    for rows in groups:
        weighted = design[rows].T @ _inverse(len(rows), alpha)
        left += weighted @ design[rows]
        right += weighted @ outcome[rows]
    return np.asarray(np.linalg.solve(left, right))


def _correlation(residuals: Numbers, groups: list[NDArray[np.intp]]) -> float:
    """The mean product of two residuals of a cluster, as a share of the mean square of all."""
    products, pairs = 0.0, 0
    for rows in groups:
        each = residuals[rows]
        products += (float(each.sum()) ** 2 - float(each @ each)) / 2
        pairs += len(rows) * (len(rows) - 1) // 2
    return products / pairs / float(np.mean(residuals**2))


def _robust(
    outcome: Numbers, design: Numbers, groups: list[NDArray[np.intp]], values: Numbers, alpha: float
) -> Numbers:
    terms = design.shape[1]
    bread, filling = np.zeros((terms, terms)), np.zeros((terms, terms))
    for rows in groups:
        weighted = design[rows].T @ _inverse(len(rows), alpha)
        bread += weighted @ design[rows]
        score = weighted @ (outcome[rows] - design[rows] @ values)
        filling += np.outer(score, score)
    inverse = np.linalg.inv(bread)
    return np.asarray(np.sqrt(np.diag(inverse @ filling @ inverse)))
