"""Which faults a repetition shows: only what is beyond the margin for long enough, else nothing is said."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import neg

from gradus.movement.engine.angles import LENGTHS, Facing, parts_of
from gradus.movement.engine.phases import Phases
from gradus.movement.engine.plan import Fault, Limits, Plan, Signal
from gradus.movement.engine.records import Found, NotJudged
from gradus.movement.engine.signals import signal_reading
from gradus.movement.engine.smoothing import median, smoothed

Row = Sequence[float]
SMOOTH_HZ = 4.0
"""The cut-off at which a whole repetition is smoothed, forwards and backwards."""
TURN_S = 0.25
"""The far phase reaches so far to either side of the turn, where nothing is held there."""
UNSEEN = "not seen well enough"
NO_START = "no still start pose was seen"
TOO_SHORT = "the phase was too short"
NO_PACE = "no pace was asked for"
WRONG_VIEW = "cannot be seen from here"
BELOW_ERROR = "its margin is smaller than the camera's error"


@dataclass(frozen=True, slots=True)
class Seen:
    """All that was seen of a repetition, the rest before it included, or of a hold. `still` are pictures of
    the start pose, none where it was not seen; nothing is judged where the view does not fit."""

    plan: Plan
    facing: Facing
    times: Sequence[float]
    rows: Sequence[Row]
    still: Sequence[Row]
    view_fits: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of a repetition before it is judged; of a hold, nothing was."""

    phases: Phases | None = None
    range_: float | None = None
    sides_differ: float | None = None


Outcome = Found | NotJudged | None


def judged(seen: Seen, measures: Measures) -> tuple[tuple[Found, ...], tuple[NotJudged, ...]]:
    """What was seen, and what could not be judged."""
    if not seen.view_fits:
        return (), tuple(NotJudged(fault.id, WRONG_VIEW) for fault in seen.plan.faults)
    outcomes = [JUDGES[fault.about](fault, seen, measures) for fault in seen.plan.faults]
    return (
        tuple(each for each in outcomes if isinstance(each, Found)),
        tuple(each for each in outcomes if isinstance(each, NotJudged)),
    )


def _angle(fault: Fault, seen: Seen, measures: Measures) -> Outcome:
    signal, limits = fault.signal or seen.plan.signal, seen.plan.limits
    if fault.margin < _least_margin(fault, signal, limits):
        return NotJudged(fault.id, BELOW_ERROR)
    read = signal_reading(signal, seen.facing, limits.visible, fault.needs)
    usual = _reference(fault, seen, read)
    if usual is None:
        return NotJudged(fault.id, NO_START)
    began, ended = _window(fault, seen, measures.phases)
    every = zip(seen.times, seen.rows, strict=True)
    inside = [(at_s, read(row)) for at_s, row in every if began <= at_s <= ended]
    known = [(at_s, value) for at_s, value in inside if value is not None]
    if len(known) < PAIR or len(known) < limits.seen_share * len(inside):
        return NotJudged(fault.id, UNSEEN)
    return _off(fault, known, usual)


PAIR = 2


def _off(fault: Fault, known: Sequence[tuple[float, float]], usual: float) -> Outcome:
    """What the known values of a phase show against what is usual."""
    times = [at_s for at_s, _ in known]
    if times[-1] - times[0] < fault.least_s:
        return NotJudged(fault.id, TOO_SHORT)
    calm = smoothed(times, [value for _, value in known], SMOOTH_HZ)
    over = [WAYS[fault.goes](value - usual) - fault.margin for value in calm]
    if _longest(times, over) < fault.least_s:
        return None
    share = sum(each > 0 for each in over) / len(over)
    return Found(fault.id, fault.says, fault.severity, share, max(over))


WAYS: Mapping[str, Callable[[float], float]] = {"above": float, "below": neg, "either": abs}


def _least_margin(fault: Fault, signal: Signal, limits: Limits) -> float:
    if any(parts_of(name)[1] in LENGTHS for name in signal.of):
        return limits.least_margin_percent
    own = fault.about == "angle" and fault.than == "start"
    return limits.least_margin_own_deg if own else limits.least_margin_deg


def _reference(fault: Fault, seen: Seen, read: Callable[[Row], float | None]) -> float | None:
    if fault.than == "start":
        usual = [value for value in map(read, seen.still) if value is not None]
        return median(usual) if usual else None
    return fault.drawn if fault.than == "drawn" else 0.0


def _window(fault: Fault, seen: Seen, phases: Phases | None) -> tuple[float, float]:
    """From when to when a phase lasted; a hold is far from beginning to end."""
    if phases is None:
        return seen.times[0], seen.times[-1]
    half = max(0.0, TURN_S - phases.far_s * 0.5)
    reached, left = sorted((phases.there_to, phases.back_from))
    return {
        "start": (seen.times[0], phases.there_from),
        "there": (phases.there_from, phases.there_to),
        "far": (reached - half, left + half),
        "back": (phases.back_from, phases.back_to),
        "whole": (phases.there_from, phases.back_to),
    }[fault.phase]


def _longest(times: Sequence[float], over: Sequence[float]) -> float:
    """The longest time without a break beyond the margin."""
    longest, since = 0.0, None
    for at_s, value in zip(times, over, strict=True):
        if value <= 0:
            since = None
            continue
        since = at_s if since is None else since
        longest = max(longest, at_s - since)
    return longest


def _range(fault: Fault, seen: Seen, measures: Measures) -> Outcome:
    plan = seen.plan
    if measures.range_ is None:
        return NotJudged(fault.id, UNSEEN)
    missing = plan.range_ - measures.range_
    return _beyond(fault, missing, _least_margin(fault, plan.signal, plan.limits))


def _seconds(fault: Fault, seen: Seen, measures: Measures) -> Outcome:
    """How long a way took, against what was asked for; where nothing was, there is nothing to judge."""
    plan, phases = seen.plan, measures.phases
    asked = plan.there_s if fault.phase == "there" else plan.back_s
    if asked is None or phases is None:
        return NotJudged(fault.id, NO_PACE)
    took = phases.there_s if fault.phase == "there" else phases.back_s
    return _beyond(fault, asked - took, plan.limits.least_margin_s)


def _sides(fault: Fault, seen: Seen, measures: Measures) -> Outcome:
    if measures.sides_differ is None:
        return NotJudged(fault.id, UNSEEN)
    return _beyond(fault, -abs(measures.sides_differ), seen.plan.limits.least_margin_deg)


def _beyond(fault: Fault, missing: float, least: float) -> Outcome:
    """A fault where more is missing than the margin, or is there too much, as the fault goes."""
    if fault.margin < least:
        return NotJudged(fault.id, BELOW_ERROR)
    over = WAYS[fault.goes](-missing) - fault.margin
    return Found(fault.id, fault.says, fault.severity, 1.0, over) if over > 0 else None


JUDGES: Mapping[str, Callable[[Fault, Seen, Measures], Outcome]] = {
    "angle": _angle, "range": _range, "seconds": _seconds, "sides": _sides,
}  # fmt: skip


def parts_of_two(signal: Signal) -> Iterator[Signal]:
    """The two sides of a signal that is made of both, left first."""
    names = sorted(signal.of)
    if len(names) == PAIR and [parts_of(name)[0] for name in names] == ["left", "right"]:
        for name in names:
            yield Signal("one", (name,))
