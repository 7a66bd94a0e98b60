"""A signal: what one or several angles make together, or None where a joint is not seen."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from gradus.movement.engine.angles import Facing, joints_of, reading
from gradus.movement.engine.joints import AT, SEEN
from gradus.movement.engine.plan import Signal

Reading: TypeAlias = Callable[[Sequence[float]], float | None]
"""What a signal is at a moment."""


def joints_needed(signal: Signal, facing: Facing, also: Iterable[str] = ()) -> tuple[str, ...]:
    """The joints that have to be seen for a signal."""
    found = [joint for name in signal.of for joint in joints_of(name, facing)]
    return tuple(dict.fromkeys((*found, *also)))


def signal_reading(signal: Signal, facing: Facing, visible: float, also: Iterable[str] = ()) -> Reading:
    """How a signal is read from a moment. It is None where a joint is seen less surely than `visible`."""
    sure = tuple(AT[joint] + SEEN for joint in joints_needed(signal, facing, also))
    reads = tuple(reading(name, facing) for name in signal.of)
    if signal.take == "one":
        (only,) = reads

        def one(p: Sequence[float]) -> float | None:
            for at in sure:
                if p[at] < visible:
                    return None
            return only(p)

        return one
    together = TOGETHER[signal.take]

    def several(p: Sequence[float]) -> float | None:
        for at in sure:
            if p[at] < visible:
                return None
        return together([read(p) for read in reads])

    return several


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


TOGETHER: dict[str, Callable[[Sequence[float]], float]] = {
    "mean": _mean,
    "larger": max,
    "smaller": min,
    "difference": lambda values: values[0] - values[1],
}
