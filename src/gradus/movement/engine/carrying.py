"""How far the body is on the way of a repetition, told by all joints that the movement carries along.

One angle of a small range drowns in noise. The places of many joints, each weighed by how far it is carried,
hardly do, and when a way begins and ends can be read from them."""

from collections.abc import Iterable, Sequence
from operator import itemgetter, mul, sub

from gradus.movement.engine.angles import Facing
from gradus.movement.engine.joints import AT, SEEN, swapped
from gradus.movement.engine.phases import BOTTOM, TOP, percentile

Row = Sequence[float]
ENDS = 0.15
"""Share of the signal's range within which the body counts as at rest, or at the turn."""
SEEN_SHARE = 0.9
"""Share of the pictures in which a joint has to be seen to tell the way."""


def carried(
    rows: Sequence[Row], rising: Sequence[float], joints: Iterable[str], visible: float
) -> list[float]:
    """For each picture the share of the way that is done: 0 where these joints are while the signal is near
    its lowest, 1 where they are while it is near its highest. Empty where none of them is seen often enough,
    or none goes anywhere."""
    numbers = [AT[joint] + axis for joint in joints if _often_seen(rows, joint, visible) for axis in (0, 1)]
    if not numbers:
        return []
    pick = itemgetter(*numbers)
    places = [pick(row) for row in rows]
    low, high = percentile(rising, BOTTOM), percentile(rising, TOP)
    within = ENDS * (high - low)
    rest = _middle([each for each, value in zip(places, rising, strict=True) if value <= low + within])
    turn = _middle([each for each, value in zip(places, rising, strict=True) if value >= high - within])
    ways = list(map(sub, turn, rest))
    whole = sum(map(mul, ways, ways))
    if whole <= 0:
        return []
    begins = sum(map(mul, ways, rest))
    return [(sum(map(mul, ways, each)) - begins) / whole for each in places]


def _often_seen(rows: Sequence[Row], joint: str, visible: float) -> bool:
    at = AT[joint] + SEEN
    return sum(row[at] >= visible for row in rows) >= SEEN_SHARE * len(rows)


def _middle(places: Sequence[Row]) -> list[float]:
    return [sum(each) / len(places) for each in zip(*places, strict=True)]


def joints_told(names: Iterable[str], facing: Facing) -> list[str]:
    """Joints by their names, where those of the `near` and the `far` side are told by how somebody stands."""
    near = f"{facing.near}-"
    return [each.replace("near-", near).replace("far-", swapped(near)) for each in names]
