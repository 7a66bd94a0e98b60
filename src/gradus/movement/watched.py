"""From an exercise's definition to what the engine is told of it."""

from collections.abc import Sequence
from dataclasses import replace

from gradus.body.kinematics import placed
from gradus.library.types.exercises import Exercise, StartDose
from gradus.library.types.movement import Movement
from gradus.library.types.watching import FaultRule, WatchingRules
from gradus.library.types.watching import Signal as Told
from gradus.movement.engine.facing import facing
from gradus.movement.engine.joints import swapped
from gradus.movement.engine.plan import Fault, Limits, Plan, Signal
from gradus.movement.engine.signals import signal_reading
from gradus.movement.projecting import seen_by, standing_camera
from gradus.movement.timeline import stages_of

Row = Sequence[float]
MOVES = 0.1
"""A stage in which the signal goes by less than this share of its range is not part of its way."""


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
    there_s, back_s = _ways(movement, exercise.dose, [drawn_value(signal, rows[0], row) for row in rows])
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
        faults=tuple(_fault(each, rows, far) for each in watch.faults),
    )
    return mirrored(plan) if other_side else plan


def far_pose(movement: Movement) -> int:
    """Which pose a repetition goes to."""
    return len(movement.poses) - 1 if movement.shows is None else movement.shows


def drawn_rows(movement: Movement, seen_from: str) -> list[Row]:
    """The key poses as a level camera sees them, in metres."""
    view = standing_camera(seen_from)
    return [seen_by(placed(stance), view) for stance in movement.stances]


def drawn_value(signal: Signal, first: Row, row: Row) -> float:
    """What a signal is in a drawn pose; lengths are told by the trunk of the first one."""
    found = signal_reading(signal, replace(facing([first]), near="right"), 0.0)(row)
    assert found is not None  # noqa: S101 every joint of a drawn body is seen
    return found


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
    stages = stages_of(movement, dose)
    far, here = far_pose(movement), stages[-1].to if stages else 0
    least = MOVES * abs(values[far] - values[0])
    there = back = 0.0
    for stage in stages:
        gone = (values[stage.to] - values[here]) * (1 if values[far] >= values[0] else -1)
        there += stage.seconds if gone > least else 0.0
        back += stage.seconds if gone < -least else 0.0
        here = stage.to
    return there or None, back or None
