"""A small integer programme, solved exactly by HiGHS. numpy and highspy are imported when one is solved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import floor, inf, prod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from highspy import Highs

Term = tuple[int, float]
"""A column's number and its factor."""

NEARLY = 1e-6
LARGEST_RADIX = 100_000
"""Tie-break weights stay below this, far inside the solver's tolerance for whole numbers."""


class Unsolved(StrEnum):
    """Why there is no solution."""

    INFEASIBLE = "infeasible"
    OUT_OF_TIME = "out-of-time"


@dataclass(frozen=True, slots=True)
class Solution:
    """Values by column. No solution has a larger objective than `bound`; the two are equal when `proven`."""

    values: tuple[float, ...]
    objective: int
    bound: float
    proven: bool

    def chosen(self, column: int) -> bool:
        return self.values[column] > 0.5


@dataclass(slots=True)
class Model:
    """Columns with whole points, and rows that limit them. The objective is maximised and a whole number."""

    points: list[int] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[list[Term], float, float]] = field(default_factory=list)

    def column(self, points: int = 0, *, upper: float = 1.0, whole: bool = True) -> int:
        """A new column from 0 to `upper`; its number."""
        self.points.append(points)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.points) - 1

    def row(self, terms: Iterable[Term], *, at_least: float = -inf, at_most: float = inf) -> None:
        """The sum of the terms, each column once, lies between the two."""
        kept = list(terms)
        if kept or at_least > 0:
            self.rows.append((kept, at_least, at_most))

    def solve(self, seconds: float) -> Solution | Unsolved:
        """The best solution, or the best one found within the time."""
        return self._run(self.points, seconds)

    def settle(self, groups: Sequence[Sequence[int]], best: Solution, seconds: float) -> Solution:
        """Of all solutions as good as `best`, the first in the order of the groups: whatever a solver finds,
        the same on every machine. Of each group at most one column is chosen, the earlier the better, none
        last. `best` itself when it is not proven, or when time runs out."""
        if not best.proven:
            return best
        kept = (list(self.upper), list(self.rows))
        self.row([(nth, points) for nth, points in enumerate(self.points) if points], at_least=best.objective)
        found = best
        for chunk in _chunks(groups):
            weights = [0] * len(self.points)
            radix = 1
            for group in reversed(chunk):
                for nth, column in enumerate(group):
                    weights[column] = (len(group) - nth) * radix
                radix *= len(group) + 1
            next_ = self._run(weights, seconds)
            if isinstance(next_, Unsolved) or not next_.proven:
                found = best
                break
            found = next_
            self._fix(chunk, found)
        self.upper, self.rows = kept
        return Solution(found.values, best.objective, best.bound, best.proven)

    def _fix(self, groups: Sequence[Sequence[int]], found: Solution) -> None:
        for column in (column for group in groups for column in group):
            if found.chosen(column):
                self.row([(column, 1.0)], at_least=1.0)
            else:
                self.upper[column] = 0.0

    def _run(self, points: Sequence[int], seconds: float) -> Solution | Unsolved:
        from highspy import HighsModelStatus

        if seconds <= 0:
            return Unsolved.OUT_OF_TIME
        if any(low > 0 and not terms for terms, low, _ in self.rows):
            return Unsolved.INFEASIBLE
        highs = _solver(seconds)
        highs.passModel(self._as_lp(points))
        highs.run()
        status = highs.getModelStatus()
        if status in (HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible):
            return Unsolved.INFEASIBLE
        info = highs.getInfo()
        if abs(info.objective_function_value) == inf:
            return Unsolved.OUT_OF_TIME
        values = tuple(highs.getSolution().col_value)
        proven = status == HighsModelStatus.kOptimal
        objective = round(sum(value * each for value, each in zip(values, points, strict=True)))
        bound = float(objective) if proven else float(floor(info.mip_dual_bound + NEARLY))
        return Solution(values, objective, bound, proven)

    def _as_lp(self, points: Sequence[int]) -> Any:
        import numpy as np
        from highspy import HighsLp, HighsVarType, MatrixFormat, ObjSense

        lp = HighsLp()
        lp.num_col_, lp.num_row_ = len(points), len(self.rows)
        lp.sense_ = ObjSense.kMaximize
        lp.col_cost_ = np.array(points, dtype=float)
        lp.col_lower_ = np.zeros(len(points))
        lp.col_upper_ = np.array(self.upper)
        lp.integrality_ = [HighsVarType.kInteger if each else HighsVarType.kContinuous for each in self.whole]
        lp.row_lower_ = np.array([low for _, low, _ in self.rows])
        lp.row_upper_ = np.array([high for _, _, high in self.rows])
        lengths = [len(terms) for terms, _, _ in self.rows]
        lp.a_matrix_.format_ = MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array([0, *np.cumsum(lengths)], dtype=np.int32)
        every = [term for terms, _, _ in self.rows for term in terms]
        lp.a_matrix_.index_ = np.array([column for column, _ in every], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([factor for _, factor in every], dtype=float)
        return lp


def _solver(seconds: float) -> "Highs":
    """One thread, a fixed seed, and no gap left: points are whole, so a gap below one proves the best."""
    from highspy import Highs

    highs = Highs()  # type: ignore[no-untyped-call]
    settings = {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.5,
        "time_limit": float(seconds),
    }
    for name, value in settings.items():
        highs.setOptionValue(name, value)
    return highs


def _chunks(groups: Sequence[Sequence[int]]) -> list[list[Sequence[int]]]:
    """Groups in order, as many together as one solve can weigh exactly."""
    found: list[list[Sequence[int]]] = []
    for group in groups:
        if found and prod(len(each) + 1 for each in (*found[-1], group)) <= LARGEST_RADIX:
            found[-1].append(group)
        elif group:
            found.append([group])
    return found
