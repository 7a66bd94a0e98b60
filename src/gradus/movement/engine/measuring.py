"""What is measured of a repetition that is over."""

from collections.abc import Sequence
from dataclasses import replace

from gradus.movement.engine.carrying import carried, joints_told
from gradus.movement.engine.judging import SMOOTH_HZ, Measures, Seen, judged, parts_of_two
from gradus.movement.engine.phases import Phases, percentile, phases_of
from gradus.movement.engine.plan import Plan
from gradus.movement.engine.records import Number, Record, Side
from gradus.movement.engine.signals import signal_reading
from gradus.movement.engine.smoothing import smoothed

LOW, HIGH = 0.02, 0.98
"""The range is read between these shares of the values, so that one wild value does not make it."""
SPEED_SHARE = 0.15
"""A fastest moment is off by about so much of itself: the slope of a smoothed signal."""
FEWEST = 5
"""With fewer pictures than these nothing is measured."""


def measured(seen: Seen, nth: int, side: Side | None = None) -> Record:
    """The record of one repetition."""
    plan, times = seen.plan, seen.times
    read = signal_reading(plan.signal, seen.facing, plan.limits.visible)
    every = zip(times, seen.rows, map(read, seen.rows), strict=True)
    known = [(at_s, row, value) for at_s, row, value in every if value is not None]
    bare = Record(nth=nth, began_s=times[0], ended_s=times[-1], side=side)
    if len(known) < FEWEST:
        return bare
    at, rows, way = [each[0] for each in known], [each[1] for each in known], _way(plan, side)
    rising = smoothed(at, [way * value for _, _, value in known], SMOOTH_HZ)
    joints = joints_told(plan.carries, seen.facing)
    body = carried(rows, rising, joints, plan.limits.visible)
    phases = phases_of(at, smoothed(at, body, SMOOTH_HZ) if body else rising, plan.course)
    return bare if phases is None else _whole(bare, seen, at, rising, phases)


def _whole(bare: Record, seen: Seen, at: Sequence[float], rising: Sequence[float], phases: Phases) -> Record:
    limits, differ = seen.plan.limits, _difference(seen)
    range_ = percentile(rising, HIGH) - percentile(rising, LOW)
    found, not_judged = judged(seen, Measures(phases, range_, differ))
    error_s = limits.time_error_s + (at[-1] - at[0]) / (len(at) - 1) * 0.5
    falling = [-value for value in rising]
    return replace(
        bare,
        began_s=phases.there_from,
        ended_s=phases.back_to,
        rest_s=Number(max(0.0, phases.there_from - at[0]), error_s),
        there_s=Number(phases.there_s, error_s),
        far_s=Number(phases.far_s, error_s),
        back_s=Number(phases.back_s, error_s),
        range=Number(range_, limits.angle_error_deg) if seen.view_fits else None,
        speed_there=_fastest(at, rising, phases.there_from, phases.there_to),
        speed_back=_fastest(at, falling, phases.back_from, phases.back_to),
        sides_differ=None if differ is None else Number(differ, limits.angle_error_deg),
        found=found,
        not_judged=not_judged,
    )


def held(seen: Seen, nth: int, over: tuple[float, float]) -> Record:
    """The record of one hold, from when to when it lasted."""
    found, not_judged = judged(seen, Measures())
    began_s, ended_s = over
    time = Number(ended_s - began_s, seen.plan.limits.time_error_s)
    return Record(nth=nth, began_s=began_s, ended_s=ended_s, held_s=time, found=found, not_judged=not_judged)


def _way(plan: Plan, side: Side | None) -> int:
    if plan.kind == "alternating":
        return 1 if side == "left" else -1
    return 1 if plan.far >= plan.start else -1


def _fastest(at: Sequence[float], values: Sequence[float], began: float, ended: float) -> Number:
    """The steepest rise between two values that have one between them."""
    slopes = [
        (values[nth + 1] - values[nth - 1]) / (at[nth + 1] - at[nth - 1])
        for nth in range(1, len(at) - 1)
        if began <= at[nth] <= ended
    ]
    fastest = max(slopes, default=0.0)
    return Number(fastest, SPEED_SHARE * abs(fastest))


def _difference(seen: Seen) -> float | None:
    """The left side's range without the right one's, where a signal is made of both."""
    ranges = []
    for part in parts_of_two(seen.plan.signal):
        read = signal_reading(part, seen.facing, seen.plan.limits.visible)
        values = [value for value in map(read, seen.rows) if value is not None]
        if len(values) < FEWEST:
            return None
        ranges.append(percentile(values, HIGH) - percentile(values, LOW))
    return ranges[0] - ranges[1] if ranges else None
