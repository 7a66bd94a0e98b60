"""The key poses of a definition as a level camera would see them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from gradus.body.kinematics import placed
from gradus.library.types.movement import Movement
from gradus.movement.engine.facing import facing
from gradus.movement.engine.plan import Signal
from gradus.movement.engine.signals import signal_reading
from gradus.movement.projecting import seen_by, standing_camera

Row: TypeAlias = Sequence[float]


def drawn_rows(movement: Movement, seen_from: str) -> list[Row]:
    """The key poses as a level camera sees them, in metres."""
    view = standing_camera(seen_from)
    return [seen_by(placed(stance), view) for stance in movement.stances]


def drawn_value(signal: Signal, first: Row, row: Row) -> float:
    """What a signal is in a drawn pose; lengths are told by the trunk of the first one."""
    found = signal_reading(signal, replace(facing([first]), near="right"), 0.0)(row)
    assert found is not None  # noqa: S101 every joint of a drawn body is seen
    return found
