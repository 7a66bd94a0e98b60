"""Student's t, for means of few values. Standard library only."""

from math import atan, cos, pi, sin, sqrt
from statistics import NormalDist

HALVES = 60
"""Halvings of an interval, more than a float can tell apart."""
TWO = 2
MANY = 1_000
"""Degrees of freedom from which on the normal distribution is the same to two decimals."""


def t_95(freedom: int) -> float:
    """The t that holds the middle 95 percent at so many degrees of freedom, one or more.

    By halving the closed form of the distribution for whole degrees of freedom (Abramowitz and Stegun 1964,
    26.7.3 and 26.7.4); tests/golden/test_student.py holds it to the published table."""
    if freedom < 1:
        raise ValueError(f"there is no t at {freedom} degrees of freedom")
    if freedom >= MANY:
        return NormalDist().inv_cdf(1 - TAIL)
    low, high = 0.0, WIDEST
    for _ in range(HALVES):
        middle = (low + high) / TWO
        low, high = (middle, high) if _within(middle, freedom) < 1 - TWO * TAIL else (low, middle)
    return high


TAIL = 0.025
"""What lies beyond the interval on each side."""
WIDEST = 20.0
"""Wider than the widest such t, 12.7 at one degree of freedom."""


def _within(t: float, freedom: int) -> float:
    """How much lies between -t and t."""
    angle = atan(t / sqrt(freedom))
    odd = freedom % TWO
    term = total = 0.0
    if freedom > 1:
        term = total = cos(angle) if odd else 1.0
    for n in range(TWO + odd, freedom - 1, TWO):
        term *= cos(angle) ** TWO * (n - 1) / n
        total += term
    return (angle + sin(angle) * total) / (pi / TWO) if odd else sin(angle) * total
