"""What the engine is told of an exercise: plain data from its definition, for a phone to hold."""

from dataclasses import dataclass, field
from typing import Literal

from gradus.movement.engine.phases import HALF_WAVES, Course

Take = Literal["one", "mean", "larger", "smaller", "difference"]
"""How a signal comes from its angles; a difference is the first without the second."""
Phase = Literal["start", "there", "far", "back", "whole"]
"""A part of a repetition: before it, the way there, the turn, the way back, and all of it."""
View = Literal["side", "front"]


@dataclass(frozen=True, slots=True)
class Signal:
    """What is watched: one angle, or what several make."""

    take: Take
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is said when something is seen. `about` an angle: the signal `goes` above or below the person's
    own `start`, the `drawn` pose or `zero` by more than `margin`, without a break for `least_s` in a phase.
    About the `range`, the `seconds` of a way or the two `sides`: it misses by more than `margin` what was
    expected. `drawn` is the value of the signal in the pose of the phase."""

    id: str
    about: Literal["angle", "range", "seconds", "sides"]
    margin: float
    says: str
    severity: int
    goes: Literal["above", "below", "either"] = "below"
    signal: Signal | None = None
    than: Literal["start", "drawn", "zero"] = "start"
    phase: Phase = "whole"
    least_s: float = 0.0
    drawn: float = 0.0
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What holds for every exercise; the content tells the numbers and what they rest on."""

    visible: float
    least_height_px: float
    side_up_to: float
    front_from: float
    still_s: float
    still_deg: float
    start_within: float
    least_margin_deg: float
    least_margin_own_deg: float
    least_margin_percent: float
    least_margin_s: float
    least_fault_s: float
    seen_share: float
    angle_error_deg: float
    time_error_s: float
    jump: float
    away_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One exercise for the engine. `start` and `far` are what the signal is in the first pose and in the far
    one. `there_s` and `back_s` are the ways that were asked for, None where nothing was. `says_start` is the
    start pose in words. `carries` are the joints that the movement carries along, of the near and the far
    side where it is seen from the side, and `course` how they begin and end their ways."""

    exercise: str
    kind: Literal["cycle", "alternating", "hold"]
    view: View
    signal: Signal
    start: float
    far: float
    tolerance: float
    says_start: str
    limits: Limits
    there_s: float | None = None
    back_s: float | None = None
    lifts: Literal["there", "back"] | None = None
    carries: tuple[str, ...] = ()
    course: Course = HALF_WAVES
    faults: tuple[Fault, ...] = field(default=())

    @property
    def range_(self) -> float:
        """How far the signal is expected to go, without its sign."""
        return abs(self.far - self.start)
