"""From an exercise's definition to what the engine is told of it."""

from collections.abc import Sequence
from dataclasses import replace

from gradus.library.types.exercises import Exercise, StartDose
from gradus.library.types.movement import Movement
from gradus.library.types.watching import FaultRule, WatchingRules
from gradus.library.types.watching import Signal as Told
from gradus.movement.coursing import counts, course_of, joints_carried, stages_from
from gradus.movement.drawn import Row, drawn_rows, drawn_value
from gradus.movement.engine.joints import swapped
from gradus.movement.engine.plan import Fault, Limits, Plan, Signal
from gradus.movement.timeline import far_pose


class NotWatched(Exception):
    """A camera leaves this exercise alone; the reason is told."""


def limits_of(rules: WatchingRules) -> Limits:
    """The engine's limits, from the content."""
    return Limits(
        visible=rules.visible.value,
        least_height_px=rules.least_height.value,
        side_up_to=rules.side_up_to.value,
        front_from=rules.front_from.value,
        still_s=rules.still_for.value,
        still_deg=rules.still_within.value,
        start_within=rules.start_within.value,
        least_margin_deg=rules.least_margin.value,
        least_margin_own_deg=rules.least_margin_of_own.value,
        least_margin_percent=rules.least_margin_percent.value,
        least_margin_s=rules.least_margin_of_time.value,
        least_fault_s=rules.least_time_of_a_fault.value,
        seen_share=rules.seen_for.value,
        angle_error_deg=rules.angle_error.value,
        time_error_s=rules.time_error.value,
        jump=rules.jump.value,
        away_s=rules.away_for.value,
    )


def plan_of(
    exercise: Exercise, movement: Movement, rules: WatchingRules, *, other_side: bool = False
) -> Plan:
    """What the engine watches of an exercise, done as drawn or to the other side. Raises NotWatched."""
    watch = movement.watch
    if watch.camera == "none" or watch.signal is None or watch.seen_from is None:
        raise NotWatched(watch.why)
    if watch.range is None or watch.tolerance is None or movement.kind == "distance":
        raise NotWatched(watch.why)
    rows = drawn_rows(movement, watch.seen_from)
    far = far_pose(movement)
    signal = _signal(watch.signal)
    start, there = (drawn_value(signal, rows[0], rows[nth]) for nth in (0, far))
    way = 1 if there >= start else -1
    values = [drawn_value(signal, rows[0], row) for row in rows]
    there_s, back_s = _ways(movement, exercise.dose, values)
    carries = joints_carried(watch.seen_from, rows[0], rows[far])
    plan = Plan(
        exercise=exercise.id,
        kind=movement.kind,
        view=watch.seen_from,
        signal=signal,
        start=start,
        far=start + way * watch.range,
        tolerance=watch.tolerance,
        says_start=movement.poses[0].says,
        limits=limits_of(rules),
        there_s=there_s,
        back_s=back_s,
        lifts=watch.lifts,
        carries=carries,
        course=course_of(movement, exercise.dose, signal, watch.seen_from, carries),
        faults=tuple(_fault(each, rows, far) for each in watch.faults),
    )
    return mirrored(plan) if other_side else plan


def mirrored(plan: Plan) -> Plan:
    """The same exercise done with the other side."""
    faults = tuple(
        replace(
            fault,
            signal=_swapped(fault.signal) if fault.signal is not None else None,
            needs=tuple(map(swapped, fault.needs)),
        )
        for fault in plan.faults
    )
    return replace(plan, signal=_swapped(plan.signal), faults=faults)


def _swapped(signal: Signal) -> Signal:
    return replace(signal, of=tuple(map(swapped, signal.of)))


def _signal(told: Told) -> Signal:
    return Signal(told.take, tuple(told.of))


def _fault(rule: FaultRule, rows: Sequence[Row], far: int) -> Fault:
    signal = None if rule.signal is None else _signal(rule.signal)
    drawn = 0.0
    if signal is not None:
        drawn = drawn_value(signal, rows[0], rows[0 if rule.phase == "start" else far])
    return Fault(
        id=rule.id,
        about=rule.about,
        margin=rule.margin,
        says=rule.says,
        severity=rule.severity,
        goes=rule.goes,
        signal=signal,
        than=rule.than,
        phase=rule.phase,
        least_s=rule.least_s,
        drawn=drawn,
        needs=tuple(rule.needs),
    )


def _ways(movement: Movement, dose: StartDose, values: Sequence[float]) -> tuple[float | None, float | None]:
    """How long the signal's way there and back are to take, where the dose or the stages tell it."""
    if not movement.stages and dose.tempo is None:
        return None, None
    there = back = 0.0
    for stage, here in stages_from(movement, dose):
        way = counts(values, here, stage.to, far_pose(movement))
        there += stage.seconds if way > 0 else 0.0
        back += stage.seconds if way < 0 else 0.0
    return there or None, back or None
