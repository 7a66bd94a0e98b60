"""What is told of a repetition and of a set: numbers, each with its error, and what was seen."""

from dataclasses import dataclass, field
from typing import Literal

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Number:
    """A measured number, and by how much it may be off."""

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Found:
    """A fault that was seen: for which share of its phase, and how far beyond the margin at most."""

    fault: str
    says: str
    severity: int
    share: float
    beyond: float


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A fault that could not be looked for, and why."""

    fault: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One repetition, or one hold. Seconds of the way there, at the turn, of the way back, and of rest before
    it; the range; the fastest on each way; what the two sides differ by. None is what could not be
    measured."""

    nth: int
    began_s: float
    ended_s: float
    side: Side | None = None
    there_s: Number | None = None
    far_s: Number | None = None
    back_s: Number | None = None
    rest_s: Number | None = None
    held_s: Number | None = None
    range: Number | None = None
    speed_there: Number | None = None
    speed_back: Number | None = None
    sides_differ: Number | None = None
    found: tuple[Found, ...] = ()
    not_judged: tuple[NotJudged, ...] = ()

    @property
    def cue(self) -> Found | None:
        """The one thing to say of it: the most serious that was seen."""
        return max(self.found, key=lambda each: (each.severity, each.share), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A set: how many repetitions or seconds to log, how many of them were surely small, their middle values,
    how much slower the last ones were than the fastest (percent), and how often each fault was seen among the
    repetitions it could be looked for in."""

    count: int
    held_s: float
    small: int = 0
    there_s: float | None = None
    back_s: float | None = None
    range: float | None = None
    velocity_loss: float | None = None
    sides_differ: float | None = None
    faults: tuple[tuple[str, int, int], ...] = field(default=())
