"""Faults that are planted in a made stream, so that it can be asked whether they are found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

from gradus.movement.engine.angles import LENGTHS, Facing, parts_of
from gradus.movement.engine.facing import trunk_of
from gradus.movement.engine.joints import AT, SIDES
from gradus.movement.engine.plan import Fault, Signal
from gradus.movement.engine.signals import signal_reading

BEYOND, BEYOND_PERCENT = 7.0, 7.0
"""By so much more than its margin a planted fault is off."""
UPPER = ("nose", "head", *(f"{side}-{part}" for part in ("shoulder", "elbow", "wrist") for side in SIDES))
FOOT = ("heel", "toe")
CLEAR = 0.5
"""Share of the way from which on a fault of the far phase is shown in full."""
PROBE = 1.0


@dataclass(frozen=True, slots=True)
class Planter:
    """Shows a fault on the body of somebody who stands so, and stood `still` like this at the start. Faults
    of range and seconds are made by range and tempo, and show nothing here."""

    fault: Fault
    facing: Facing
    still: Sequence[float]

    def shown(self, row: Sequence[float], share: float, phase: str) -> Sequence[float]:
        """The body when so much of the way is done."""
        if self.fault.about == "sides":
            return _one_arm_less(row, self.fault, share)
        strength = _strength(self.fault, share, phase)
        if self.fault.about != "angle" or self.fault.signal is None or strength <= 0:
            return row
        return self._off(row, self.fault.signal, strength)

    def _off(self, row: Sequence[float], signal: Signal, strength: float) -> Sequence[float]:
        fault = self.fault
        known = replace(self.facing, trunk=trunk_of(self.still, self.facing.near))
        read = signal_reading(signal, known, 0.0)
        now, usual = read(row) or 0.0, read(self.still) or 0.0
        reference = {"start": usual, "drawn": fault.drawn, "zero": 0.0}[fault.than]
        length = any(parts_of(name)[1] in LENGTHS for name in signal.of)
        far = fault.margin + (BEYOND_PERCENT if length else BEYOND)
        missing = reference + far - now
        if fault.goes == "below":
            missing = min(0.0, reference - far - now)
        elif fault.goes == "above":
            missing = max(0.0, missing)
        if length:
            return _shortened(row, self.facing, (now + missing * strength) / now)
        return _turned(row, signal, known, missing * strength)


def _strength(fault: Fault, share: float, phase: str) -> float:
    """How much of the fault is shown now."""
    if fault.phase == "whole":
        return min(1.0, share / (1 - CLEAR))
    if fault.phase == "far" or phase == fault.phase == "there":
        return max(0.0, min(1.0, share / CLEAR - (1 if fault.phase == "far" else 0)))
    return 1.0 if phase == fault.phase else 0.0


def _turned(row: Sequence[float], signal: Signal, facing: Facing, by: float) -> list[float]:
    """The body with the parts turned that change this signal by so many degrees."""
    pivot, moved = _hinge(signal.of[0], facing)
    read = signal_reading(signal, facing, 0.0)
    before, after = read(row) or 0.0, read(_about(row, pivot, moved, PROBE)) or 0.0
    way = 1 if after >= before else -1
    return _about(row, pivot, moved, way * by)


def _hinge(name: str, facing: Facing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """About what an angle is turned, and what turns with it."""
    told, part = parts_of(name)
    side = told if told in SIDES else facing.near
    other = "left" if side == "right" else "right"
    hinges: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
        "knee": ((f"{side}-knee",), (f"{side}-ankle",)),
        "shin": ((f"{side}-knee",), (f"{side}-ankle",)),
        "foot": ((f"{side}-toe",), (f"{side}-heel",)),
        "head": ((f"{side}-shoulder",), ("nose", "head")),
        "elbow": ((f"{side}-elbow",), (f"{side}-wrist",)),
        "hip-line": ((f"{side}-hip", f"{other}-hip"), ("left-hip", "right-hip")),
        "trunk-side": (("left-hip", "right-hip"), UPPER),
    }
    return hinges.get(part, ((f"{side}-hip",), UPPER))


def _about(row: Sequence[float], pivot: Sequence[str], moved: Sequence[str], by: float) -> list[float]:
    """The row with some joints turned about a joint, or about the middle of two; a foot goes with its
    ankle."""
    x = sum(row[AT[name]] for name in pivot) / len(pivot)
    y = sum(row[AT[name] + 1] for name in pivot) / len(pivot)
    c, s = cos(radians(by)), sin(radians(by))
    found = list(row)
    for name in moved:
        at = AT[name]
        across, down = row[at] - x, row[at + 1] - y
        found[at], found[at + 1] = x + c * across - s * down, y + s * across + c * down
        if name.endswith("-ankle"):
            for part in FOOT:
                foot = AT[name.replace("ankle", part)]
                found[foot] += found[at] - row[at]
                found[foot + 1] += found[at + 1] - row[at + 1]
    return found


def _shortened(row: Sequence[float], facing: Facing, by: float) -> list[float]:
    """The row with everything above the hips drawn towards them."""
    hip = AT[f"{facing.near}-hip"]
    found = list(row)
    for name in UPPER:
        at = AT[name]
        for axis in (0, 1):
            found[at + axis] = row[hip + axis] + by * (row[at + axis] - row[hip + axis])
    return found


def _one_arm_less(row: Sequence[float], fault: Fault, share: float) -> list[float]:
    """The right arm behind the left one by more than the margin."""
    by = (fault.margin + BEYOND) * share
    moved, pivot = ("right-elbow", "right-wrist"), ("right-shoulder",)
    return min((_about(row, pivot, moved, way * by) for way in (1, -1)),
               key=lambda each: -each[AT["right-elbow"] + 1])  # fmt: skip
