"""A straight line of least squares, and how sure its slope is."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from gradus.measures.student import TWO, t_95


@dataclass(frozen=True, slots=True)
class Line:
    """The slope, and the squares that its interval is made of: of the places about their mean, and of the
    values off the line, at so many degrees of freedom."""

    slope: float
    squares: float
    off: float
    freedom: int

    def half_width(self, *, least_variance: float = 0.0) -> float:
        """How far the 95 percent interval of the slope reaches to each side. Student's; the variance about
        the line is not taken for less than `least_variance`."""
        return t_95(self.freedom) * sqrt(max(self.off / self.freedom, least_variance) / self.squares)


def line(places: Sequence[float], values: Sequence[float]) -> Line:
    """The line through three points or more, at two places or more. tests/golden/test_r_numbers.py holds it
    to R's `lm`."""
    middle, mean = fmean(places), fmean(values)
    away = [place - middle for place in places]
    squares = sum(x * x for x in away)
    slope = sum(x * (value - mean) for x, value in zip(away, values, strict=True)) / squares
    off = sum((value - mean - slope * x) ** TWO for x, value in zip(away, values, strict=True))
    return Line(slope, squares, off, len(places) - TWO)
