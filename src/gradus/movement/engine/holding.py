"""How long a pose is held: from when the signal gets there until it leaves."""

from dataclasses import dataclass

LEAVING = 1.25
"""A hold is left when the signal is further off than this many tolerances."""


@dataclass(slots=True)
class Holding:
    """A hold begins within `tolerance` of the far pose, and further is as good; it is over when the signal
    was away for longer than `least_s`."""

    tolerance: float
    least_s: float
    since: float | None = None
    off_since: float | None = None

    def next(self, at_s: float, short: float) -> tuple[float, float] | None:
        """When a hold began and ended, at the moment that shows it to be over. `short` is by how much the
        signal falls short of the far pose."""
        if self.since is None:
            if short <= self.tolerance:
                self.since, self.off_since = at_s, None
            return None
        if short <= LEAVING * self.tolerance:
            self.off_since = None
            return None
        self.off_since = at_s if self.off_since is None else self.off_since
        return self.over(self.off_since) if at_s - self.off_since > self.least_s else None

    def over(self, ended_s: float) -> tuple[float, float] | None:
        """The hold that is under way, ended at this time."""
        began, self.since, self.off_since = self.since, None, None
        return None if began is None else (began, ended_s)
