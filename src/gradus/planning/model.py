"""A small integer programme, solved exactly by HiGHS. numpy and highspy are imported when one is solved."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile
from math import floor, inf
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from highspy import Highs

Term = tuple[int, float]
"""A column's number and its factor."""

NEARLY = 1e-6


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

    def solve(self, seconds: float, closed: Collection[int] = ()) -> Solution | Unsolved:
        """The best solution with the closed columns at nought, or the best one found within the time."""
        return self._run(self.points, seconds, closed)

    def settle(
        self,
        groups: Sequence[Sequence[int]],
        best: Solution,
        seconds: float,
        closed: Sequence[Collection[int]] | None = None,
    ) -> Solution:
        """Of all solutions as good as `best`, the first in the order of the groups: whatever a solver finds,
        the same on every machine. Of each group at most one column is chosen, the earlier the better, none
        last. `best` itself when it is not proven, or when time runs out.

        `closed` has, for each group, columns that are not needed to find its first one, once the groups
        before it are settled. A group that already has its first column takes no solve."""
        if not best.proven:
            return best
        kept = (list(self.upper), list(self.rows))
        self.row([(nth, points) for nth, points in enumerate(self.points) if points], at_least=best.objective)
        settled = best
        for group, spare in zip(groups, closed or [()] * len(groups), strict=True):
            found = self._earlier(group, settled, seconds, spare)
            if isinstance(found, Unsolved):
                settled = best
                break
            settled = found
            self._fix(group, settled)
        self.upper, self.rows = kept
        return Solution(settled.values, best.objective, best.bound, best.proven)

    def _earlier(
        self, group: Sequence[int], found: Solution, seconds: float, closed: Collection[int]
    ) -> Solution | Unsolved:
        """A solution with the first column of the group that any has; `found` where it has that already."""
        before = takewhile(lambda column: not found.chosen(column), group)
        earlier = [column for column in before if column not in closed]
        if not earlier:
            return found
        weights = [0] * len(self.points)
        for nth, column in enumerate(earlier):
            weights[column] = len(earlier) - nth
        self.row([(column, 1.0) for column in earlier], at_least=1.0)
        tried = self._run(weights, seconds, closed)
        self.rows.pop()
        if tried is Unsolved.INFEASIBLE:
            return found
        return tried if isinstance(tried, Unsolved) or tried.proven else Unsolved.OUT_OF_TIME

    def _fix(self, group: Sequence[int], found: Solution) -> None:
        for column in group:
            if found.chosen(column):
                self.row([(column, 1.0)], at_least=1.0)
            else:
                self.upper[column] = 0.0

    def _run(
        self, points: Sequence[int], seconds: float, closed: Collection[int] = ()
    ) -> Solution | Unsolved:
        from highspy import HighsModelStatus

        if seconds <= 0:
            return Unsolved.OUT_OF_TIME
        if any(low > 0 and not terms for terms, low, _ in self.rows):
            return Unsolved.INFEASIBLE
        highs = _solver(seconds)
        highs.passModel(self._as_lp(points, closed))
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

    def _as_lp(self, points: Sequence[int], closed: Collection[int]) -> Any:
        import numpy as np
        from highspy import HighsLp, HighsVarType, MatrixFormat, ObjSense

        lp = HighsLp()
        lp.num_col_, lp.num_row_ = len(points), len(self.rows)
        lp.sense_ = ObjSense.kMaximize
        lp.col_cost_ = np.array(points, dtype=float)
        lp.col_lower_ = np.zeros(len(points))
        upper = np.array(self.upper)
        upper[list(closed)] = 0.0
        lp.col_upper_ = upper
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


SEARCHES = ("feasibility_jump", "rens", "rins", "root_reduced_cost")
"""The solver's own quick searches for good answers. In programmes so small they cost more than they save."""


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
        "mip_allow_restart": False,
        "time_limit": float(seconds),
        **{f"mip_heuristic_run_{each}": False for each in SEARCHES},
    }
    for name, value in settings.items():
        highs.setOptionValue(name, value)
    return highs
