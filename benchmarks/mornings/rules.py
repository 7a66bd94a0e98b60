"""The tests that are compared, each asked of many people at once. Those that the core asks take their numbers
from the library."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from benchmarks.mornings.people import Days, Marks, Reals
from gradus.library.library import Library
from gradus.measures.mornings import DUST

NONE = np.int8(127)
"""Stands where a person told no such morning."""
COUNTED = ("none", "one", "two", "three", "four", "five")
Centre = Literal["mean", "median"]


@dataclass(frozen=True, slots=True)
class Usual:
    """What a morning is held against: the mean or median of so many earlier ones."""

    centre: Centre
    mornings: int


@dataclass(frozen=True, slots=True)
class Told:
    """The mornings that were told, one row a person, in order and without gaps; NONE after the last."""

    pains: Days
    fewest: int
    known: dict[tuple[str, int, int], Reals] = field(default_factory=dict)

    def windows(self, many: int, *, before: int = 0) -> Days:
        """At each morning the `many` told up to it, or up to `before` mornings before it."""
        return windows(self.pains, many, before)

    def earlier(self, what: Centre | Literal["spread"], many: int, *, before: int) -> Reals:
        """At each morning the mean, median or standard deviation of up to `many` told before the `before`
        recent ones; not a number with fewer than the fewest."""
        key = (what, many, before)
        if key not in self.known:
            found = self.windows(many, before=before)
            count = (found != NONE).sum(-1)
            value = {"mean": _mean, "median": _median, "spread": _spread}[what](found, count)
            self.known[key] = np.where(count < self.fewest, np.nan, value)
        return self.known[key]


@dataclass(frozen=True, slots=True)
class Rule:
    """A test: whether it stands at each told morning."""

    key: str
    says: str
    stands: Callable[[Told], Marks]


def windows(values: Days, many: int, before: int = 0) -> Days:
    """At each place the `many` values that end `before` places earlier; NONE before the first."""
    filled = np.pad(values, ((0, 0), (many + before, 0)), constant_values=NONE)
    return sliding_window_view(filled, many, axis=1)[:, 1 : 1 + values.shape[1]]


def mean_rises(*, recent: int, earlier: int, least: float, spreads: float = 0.0) -> Callable[[Told], Marks]:
    """The mean of the recent mornings lies at least so far above the mean of the earlier ones, and at least
    so many of the earlier ones' own standard deviations."""

    def stands(told: Told) -> Marks:
        now = told.windows(recent)
        enough = (now != NONE).all(-1)
        rise = _mean(now, np.full(now.shape[:2], recent)) - told.earlier("mean", earlier, before=recent)
        found: Marks = np.logical_and(enough, np.round(rise, DUST) >= least)
        if spreads:
            found &= np.round(rise - spreads * told.earlier("spread", earlier, before=recent), DUST) >= 0
        return found

    return stands


def some_rise(
    *, many: int, of: int, usual: Usual, more_than: float | None = None, least: float = 0.0
) -> Callable[[Told], Marks]:
    """So many of the recent mornings lie more than, or at least, so far above what was usual before them."""

    def stands(told: Told) -> Marks:
        now = told.windows(of)
        rise = np.sort(now, axis=-1)[..., of - many] - told.earlier(usual.centre, usual.mornings, before=of)
        high: Marks = rise > more_than if more_than is not None else np.round(rise, DUST) >= least
        high &= (now != NONE).all(-1)
        return high

    return stands


def worse(library: Library) -> Callable[[Told], Marks]:
    """A morning further above its own baseline than is accepted: `risen` of the core, which holds and
    asks."""
    days, rise = int(library.mornings.baseline_days.value), library.pain.rise_by_morning.value
    return some_rise(many=1, of=1, usual=Usual("median", days), more_than=rise)


def decides(library: Library) -> Callable[[Told], Marks]:
    """`lasting_rise` of the core, which lowers."""
    rules = library.mornings
    recent, earlier = int(rules.recent_days.value), int(rules.earlier_days.value)
    far = mean_rises(
        recent=recent, earlier=earlier, least=rules.lasting_rise.value, spreads=rules.own_spreads.value
    )
    some = some_rise(
        many=int(rules.of_the_recent.value),
        of=recent,
        usual=Usual("mean", earlier),
        least=rules.rise_of_each.value,
    )
    return both(far, some)


def former(library: Library) -> Callable[[Told], Marks]:
    """What lowered before: the mean of three at least 2 above the mean of fourteen, and two of the three
    worse than their own baseline."""
    one, far = worse(library), mean_rises(recent=3, earlier=14, least=2)

    def stands(told: Told) -> Marks:
        bad = windows(one(told).astype(np.int8), 3)
        enough: Marks = np.where(bad == NONE, 0, bad).sum(-1) > 1
        return enough & far(told)

    return stands


def both(one: Callable[[Told], Marks], other: Callable[[Told], Marks]) -> Callable[[Told], Marks]:
    """The one and the other at the same morning."""
    return lambda told: one(told) & other(told)


def rules(library: Library) -> tuple[Rule, ...]:
    """All that are compared. What the core asks first, then three mornings, then what one bad morning cannot
    lift alone."""
    core = library.mornings
    days, accepted = int(core.baseline_days.value), library.pain.rise_by_morning.value
    said = f"mean of {core.recent_days.value:g} at least {core.lasting_rise.value:g} and "
    said += f"{core.own_spreads.value:g} own SD above mean of {core.earlier_days.value:g}, "
    said += f"{COUNTED[int(core.of_the_recent.value)]} of them at least {core.rise_of_each.value:g}"
    return (
        Rule(
            "worse",
            f"one morning more than {accepted:g} above median of {days} (core: holds, asks)",
            worse(library),
        ),
        Rule("decides", f"{said} (core: `lasting_rise`, **lowers**)", decides(library)),
        Rule("former", "mean of 3 at least 2 above mean of 14, two of them worse", former(library)),
        _means(3, 14, 2),
        Rule(
            "2-of-3-mean-7",
            "two of three more than 1 above mean of 7",
            some_rise(many=2, of=3, usual=Usual("mean", 7), more_than=1),
        ),
        *(
            Rule(
                f"{many}-of-3-median-{earlier}",
                f"{word} of three at least 2 above median of {earlier}",
                stands,
            )
            for many, word in ((2, "two"), (3, "three"))
            for earlier in (7, 14)
            for stands in [some_rise(many=many, of=3, usual=Usual("median", earlier), least=2)]
        ),
        *(_means(3, earlier, least) for earlier, least in ((7, 1.5), (7, 2), (7, 2.5), (14, 1.5), (14, 2.5))),
        *(
            _not_one(recent, earlier, least, spreads)
            for recent, earlier, least, spreads in (
                (3, 14, 2, 0),
                (3, 14, 2, 1.5),
                (3, 21, 2, 0),
                (3, 28, 2, 1.4),
                (4, 14, 1.75, 1.5),
                (5, 14, 1.75, 0),
                (5, 14, 1.5, 1.5),
            )
        ),
    )


def _means(recent: int, earlier: int, least: float, spreads: float = 0.0) -> Rule:
    own = f" and {spreads:g} own SD" if spreads else ""
    return Rule(
        f"mean-{recent}-{earlier}-{least:g}" + (f"-sd-{spreads:g}" if spreads else ""),
        f"mean of {recent} at least {least:g}{own} above mean of {earlier}",
        mean_rises(recent=recent, earlier=earlier, least=least, spreads=spreads),
    )


def _not_one(recent: int, earlier: int, least: float, spreads: float) -> Rule:
    """A mean that one bad morning cannot lift alone."""
    rule = _means(recent, earlier, least, spreads)
    two = some_rise(many=2, of=recent, usual=Usual("mean", earlier), least=1)
    return Rule(f"{rule.key}-two", f"{rule.says}, two of them at least 1", both(rule.stands, two))


def _mean(found: Days, count: NDArray[np.int64]) -> Reals:
    total: Reals = np.where(found == NONE, 0, found).sum(-1, dtype=np.int64) / np.maximum(count, 1)
    return total


def _median(found: Days, count: NDArray[np.int64]) -> Reals:
    ordered = np.sort(found, axis=-1).astype(np.int64)  # NONE is the largest
    last = np.maximum(count - 1, 0)
    both = np.stack([last // 2, (last + 1) // 2], axis=-1)
    middle: Reals = np.take_along_axis(ordered, both, axis=-1).mean(-1)
    return middle


def _spread(found: Days, count: NDArray[np.int64]) -> Reals:
    off = np.where(found == NONE, 0.0, found - _mean(found, count)[..., None])
    wide: Reals = np.sqrt((off**2).sum(-1) / np.maximum(count - 1, 1))
    return wide
