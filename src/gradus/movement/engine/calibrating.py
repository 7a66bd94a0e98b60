"""The start pose, held still for a moment: what is usual for this body and this camera."""

from collections.abc import Sequence
from dataclasses import dataclass, field

Row = Sequence[float]


@dataclass(slots=True)
class Stillness:
    """Finds the first stretch of `seconds` in which a signal moves by no more than `within`, near where it
    is to be: `around`, give or take `off`."""

    seconds: float
    within: float
    around: float
    off: float
    since: float | None = None
    low: float = 0.0
    high: float = 0.0
    rows: list[Row] = field(default_factory=list)

    def next(self, at_s: float, value: float, row: Row) -> Sequence[Row] | None:
        """The pictures of the stretch, once it is long enough."""
        if abs(value - self.around) > self.off:
            self.since = None
            return None
        if self.since is None:
            self._anew(at_s, value, row)
            return None
        self.low, self.high = min(self.low, value), max(self.high, value)
        if self.high - self.low > self.within:
            self._anew(at_s, value, row)
            return None
        self.rows.append(row)
        return self.rows if at_s - self.since >= self.seconds else None

    def _anew(self, at_s: float, value: float, row: Row) -> None:
        self.since, self.low, self.high, self.rows = at_s, value, value, [row]
