"""Between two poses: every frame of a movement keeps the bones' lengths and what is planted."""

from dataclasses import replace
from math import atan2, degrees
from typing import Any

from gradus.body.kinematics import ARM, LEG, PARTS, Placed, add_limb, keep_limb, placed, reaches, settle
from gradus.body.limbs import reaching
from gradus.body.pose import SIDES, Arm, Leg, Stance, numbers_of
from gradus.body.skeleton import PELVIS_REST
from gradus.body.vectors import ORIGIN, between, dot, minus, plus

Mixed = tuple[str, str, Leg | Arm, Leg | Arm]
LIMBS = tuple((side, part) for part in PARTS for side in SIDES)
NUMBERS = {kind: numbers_of(kind()) for kind in (Stance, Leg, Arm)}
"""The names of what can be mixed number by number."""
LOWEST = {"leg": ("heel", "ball", "toe"), "arm": ("wrist",)}
"""What of a limb would be the first below the floor."""
CHAINS = {"leg": ("hip", "knee", "ankle", LEG, 1.0), "arm": ("shoulder", "elbow", "wrist", ARM, -1.0)}


def blended(one: Stance, other: Stance, share: float) -> Placed:
    """The body when this share of the way from one pose to the other is done."""
    if share <= 0 or one == other:
        return placed(one)
    if share >= 1:
        return placed(other)
    stance, mixed = _stance(one, other, share)
    if stance.base != other.base:
        pelvis = between(placed(one).points["pelvis"], placed(other).points["pelvis"], share)
        stance = replace(stance, base="pelvis", place=minus(pelvis, (0.0, PELVIS_REST, 0.0)))
    body = placed(stance)
    for part in PARTS:
        for side, kind, first, second in mixed:
            if kind == part:
                _add_mixed(body, side, kind, (first, second), share)
    for side, limb in _leaning_on_mixed(stance, mixed):
        add_limb(body, side, limb)
    settle(body)
    return body


def _leaning_on_mixed(stance: Stance, mixed: list[Mixed]) -> list[tuple[str, Arm]]:
    """Arms that lie on a leg that was mixed after them."""
    legs = {side for side, kind, _, _ in mixed if kind == "leg"}
    arms = {side for side, kind, _, _ in mixed if kind == "arm"}
    found = [(side, getattr(stance, f"{side}_arm")) for side in SIDES if side in legs and side not in arms]
    return [(side, arm) for side, arm in found if arm.to is not None]


def _stance(one: Stance, other: Stance, share: float) -> tuple[Stance, list[Mixed]]:
    """The pose on the way, and the limbs that have no numbers to mix. What both poses share stays."""
    changed = _numbers_between(one, other, share)
    mixed: list[Mixed] = []
    for side, kind in LIMBS:
        name = f"{side}_{kind}"
        first, second = getattr(one, name), getattr(other, name)
        if first == second:
            continue
        if _alike(first, second):
            changed[name] = limb_between(first, second, share)
        else:
            mixed.append((side, kind, first, second))
            changed[name] = Leg(foot="free") if kind == "leg" else Arm()
    if one.place != other.place:
        changed["place"] = between(one.place or ORIGIN, other.place or ORIGIN, share)
    return replace(one, **changed), mixed


def _alike(one: Any, other: Any) -> bool:
    """Whether two limbs are told in the same way, so that their numbers can be mixed."""
    same_foot = getattr(one, "foot", None) == getattr(other, "foot", None)
    same_touch = getattr(one, "to", None) == getattr(other, "to", None)
    return (one.at is None) == (other.at is None) and same_foot and same_touch


def limb_between(one: Any, other: Any, share: float) -> Any:
    """Two limbs that are told alike, mixed number by number."""
    changed = _numbers_between(one, other, share)
    if one.at != other.at:
        changed["at"] = between(one.at, other.at, share)
    return replace(one, **changed)


def _numbers_between(one: Any, other: Any, share: float) -> dict[str, Any]:
    """The numbers in which two limbs or poses differ, mixed."""
    found: dict[str, Any] = {}
    for name in NUMBERS[type(one)]:
        first, second = getattr(one, name), getattr(other, name)
        if first != second:
            found[name] = first + (second - first) * share
    return found


def _add_mixed(body: Placed, side: str, kind: str, limbs: tuple[Any, Any], share: float) -> None:
    """A limb between two that are told in different ways: its end goes straight from one to the other, but
    over the floor."""
    root, middle, end, bones, front = CHAINS[kind]
    found = []
    for limb in limbs:
        add_limb(body, side, limb)
        points = body.points
        ankle = ankle_angle(body, side) if kind == "leg" else 0.0
        found.append((points[f"{side}-{middle}"], points[f"{side}-{end}"], ankle))
    (elbow, hand, bent), (elbow_then, hand_then, bent_then) = found
    start = body.points[f"{side}-{root}"]
    pole = minus(between(elbow, elbow_then, share), start)
    there, angle = between(hand, hand_then, share), bent + (bent_then - bent) * share
    keep_limb(body, side, kind, reaching(start, there, pole, bones, front), angle)
    low = min(body.points[f"{side}-{part}"][1] for part in LOWEST[kind])
    if low < 0:
        over = reaching(start, plus(there, (0.0, -low, 0.0)), pole, bones, front)
        keep_limb(body, side, kind, over, angle)


def ankle_angle(body: Placed, side: str) -> float:
    """How far the toes are lifted towards the shin, in degrees; 0 where foot and shin make a right angle."""
    shin, foot = body.frames[f"{side}-shin"], body.frames[f"{side}-foot"]
    return degrees(atan2(dot(foot[0], shin[1]), dot(foot[0], shin[0])))


__all__ = ["ankle_angle", "blended", "limb_between", "reaches"]
