"""Forward kinematics: a pose becomes joints in the room."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gradus.body import skeleton as bones
from gradus.body.limbs import Limb, reaching, swung
from gradus.body.pose import SIDES, Arm, Leg, Stance
from gradus.body.touching import OUT, laid, touched
from gradus.body.vectors import (
    ORIGIN,
    Frame,
    Vector,
    beside,
    dot,
    inside,
    minus,
    pitched,
    plus,
    rolled,
    then,
    times,
    turned,
    unit,
)

NEAR_FLOOR = 0.025
HIGH_ELBOW: Vector = (-1.0, 0.0, 0.0)
LOW_ELBOW = unit((-1.0, -0.6, 0.0))
"""Where an elbow points, in the frame of the chest, when the hand is high up, and when it is not."""
RAISED = (0.6, 1.5, 4.0)
"""How much an elbow is turned up, until it is above the floor."""
PARTS = ("leg", "arm")
LEG = (bones.THIGH, bones.SHIN)
ARM = (bones.UPPER_ARM, bones.FOREARM)


@dataclass(slots=True)
class Placed:
    """A body in the room: joints by name, frames of its parts, and how far each limb fell short."""

    points: dict[str, Vector] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    short: dict[str, float] = field(default_factory=dict)

    def moved(self, by: Vector) -> None:
        """Every joint moved alike."""
        a, b, c = by
        self.points = {name: (x + a, y + b, z + c) for name, (x, y, z) in self.points.items()}


def placed(stance: Stance) -> Placed:
    """The joints of a pose: the trunk first, then limbs told by angles, then the base is put in its place,
    then the limbs that reach for something."""
    body = Placed()
    _trunk(body, stance)
    late = []
    for part in PARTS:
        for side in SIDES:
            limb = getattr(stance, f"{side}_{part}")
            if reaches(limb):
                late.append((side, limb))
            else:
                add_limb(body, side, limb)
    _rest(body, stance)
    for side, limb in late:
        add_limb(body, side, limb)
    settle(body)
    return body


def settle(body: Placed) -> None:
    """Toes and hands that would sink into the floor are bent along it."""
    for side in SIDES:
        ball, toe = body.points[f"{side}-ball"], body.points[f"{side}-toe"]
        if toe[1] < ball[1] and ball[1] < NEAR_FLOOR:
            ahead = _level_way(minus(toe, ball), body.frames[f"{side}-shin"][0])
            body.points[f"{side}-toe"] = plus(ball, times(ahead, bones.TOE - bones.BALL))
        wrist, hand = body.points[f"{side}-wrist"], body.points[f"{side}-hand"]
        if hand[1] < NEAR_FLOOR and wrist[1] < bones.HAND:
            ahead = _level_way(times(minus(hand, wrist), 1 / bones.HAND), body.frames["chest"][1])
            body.points[f"{side}-hand"] = plus(wrist, times(ahead, bones.HAND))


def _level_way(direction: Vector, rather: Vector) -> Vector:
    """A direction along the floor: the given one, helped by another where it points into the floor."""
    x, _, z = plus(direction, times(rather, 0.5))
    return unit((x, 0.0, z), (1.0, 0.0, 0.0))


def reaches(limb: Leg | Arm) -> bool:
    """Whether a limb is told by where its end is."""
    return limb.at is not None or getattr(limb, "to", None) is not None


def _trunk(body: Placed, stance: Stance) -> None:
    pelvis = then(turned(stance.turn), then(pitched(-stance.lean), rolled(stance.roll)))
    half = then(pitched(-stance.bend / 2), then(rolled(stance.side / 2), turned(stance.twist / 2)))
    waist = then(pelvis, half)
    chest = then(waist, half)
    head = then(chest, then(turned(stance.look), then(pitched(-stance.nod), rolled(stance.tilt))))
    body.frames |= {"pelvis": pelvis, "waist": waist, "chest": chest, "head": head}
    points = body.points
    points["pelvis"] = ORIGIN
    points["waist"] = inside(pelvis, (0.0, bones.WAIST, 0.0))
    points["chest"] = beside(points["waist"], waist, (0.0, bones.CHEST - bones.WAIST, 0.0))
    points["neck"] = beside(points["chest"], chest, (0.0, bones.NECK - bones.CHEST, 0.0))
    points["head"] = beside(points["neck"], head, (0.0, bones.HEAD, 0.0))
    for side, out in OUT.items():
        points[f"{side}-hip"] = inside(pelvis, (0.0, 0.0, out * bones.HALF_HIPS))
        aside = (0.0, -bones.SHOULDER_DROP, out * bones.HALF_SHOULDERS)
        points[f"{side}-shoulder"] = beside(points["neck"], chest, aside)


def add_limb(body: Placed, side: str, limb: Leg | Arm) -> None:
    """The joints of a limb, added to a body whose trunk is there."""
    if isinstance(limb, Leg):
        _add_leg(body, side, _leg(body, side, limb), limb)
    else:
        _add_arm(body, side, _arm(body, side, limb), limb)


# --- legs ---


def _leg(body: Placed, side: str, leg: Leg) -> Limb:
    out, pelvis, hip = OUT[side], body.frames["pelvis"], body.points[f"{side}-hip"]
    if leg.at is None:
        swing = then(pitched(leg.hip), then(rolled(-out * leg.out), turned(-out * leg.turn)))
        upper = then(pelvis, swing)
        return swung(hip, upper, then(upper, pitched(-leg.knee)), LEG)
    ankle = minus((leg.at[0], leg.at[1], out * leg.at[2]), inside(_standing(side, leg), _contact(leg)))
    pole = inside(pelvis, (1.0, 0.0, 0.0)) if leg.knees == 0 else inside(pelvis, _aside(leg.knees, out))
    return reaching(hip, ankle, pole, LEG, 1.0)


def _aside(angle: float, out: float) -> Vector:
    return turned(-out * angle)[0]


def _standing(side: str, leg: Leg) -> Frame:
    """The frame of a foot that stands where it was put."""
    return then(turned(-OUT[side] * leg.heading), pitched(-leg.tilt))


def _contact(leg: Leg) -> Vector:
    touching = {"toes": bones.BALL_AT, "heel": bones.HEEL_AT, "flat": bones.SOLE_AT, "free": ORIGIN}
    return touching[leg.foot]


def _add_leg(body: Placed, side: str, found: Limb, leg: Leg) -> None:
    if leg.at is not None and leg.foot != "free":
        foot = _standing(side, leg)
    elif leg.foot == "flat":
        forwards = found.lower[0]
        foot = _level(forwards, leg.tilt)
    else:
        foot = then(found.lower, pitched(leg.ankle))
    _keep(body, f"{side}-hip", f"{side}-knee", f"{side}-ankle", found)
    points = body.points
    for name, at in (("heel", bones.HEEL_AT), ("ball", bones.BALL_AT), ("sole", bones.SOLE_AT)):
        points[f"{side}-{name}"] = beside(found.end, foot, at)
    points[f"{side}-toe"] = beside(found.end, foot, (bones.TOE, -bones.ANKLE, 0.0))
    body.frames |= {f"{side}-thigh": found.upper, f"{side}-shin": found.lower, f"{side}-foot": foot}


def _level(forwards: Vector, tilt: float) -> Frame:
    """A foot flat on the floor that points where the shin faces, its heel lifted by so much."""
    ahead = unit((forwards[0], 0.0, forwards[2]), (1.0, 0.0, 0.0))
    return then((ahead, (0.0, 1.0, 0.0), (-ahead[2], 0.0, ahead[0])), pitched(-tilt))


# --- arms ---


def _arm(body: Placed, side: str, arm: Arm) -> Limb:
    out, chest, shoulder = OUT[side], body.frames["chest"], body.points[f"{side}-shoulder"]
    if arm.at is None and arm.to is None:
        swing = then(pitched(arm.lift), then(rolled(-out * arm.out), turned(-out * arm.turn)))
        upper = then(chest, swing)
        return swung(shoulder, upper, then(upper, pitched(arm.elbow)), ARM)
    if arm.to is not None:
        end = touched(body.points, body.frames, side, arm.to)
    else:
        at = arm.at or ORIGIN
        end = (at[0], at[1], out * at[2])
    back, up, _ = LOW_ELBOW if dot(chest[1], minus(end, shoulder)) < 0.2 else HIGH_ELBOW
    pole = inside(chest, (back + arm.ahead / 45, up + arm.up / 45, out * (0.35 + arm.elbows / 45)))
    found = reaching(shoulder, end, pole, ARM, -1.0)
    for raised in RAISED:
        if found.middle[1] >= NEAR_FLOOR:
            break
        found = reaching(shoulder, end, plus(pole, (0.0, raised, 0.0)), ARM, -1.0)
    return found


def _add_arm(body: Placed, side: str, found: Limb, arm: Arm) -> None:
    _keep(body, f"{side}-shoulder", f"{side}-elbow", f"{side}-wrist", found)
    palm = then(found.lower, pitched(arm.hand))
    there = laid(body.points, body.frames, side, arm.to) if arm.to else None
    ahead = unit(minus(there, found.end)) if there else times(palm[1], -1.0)
    body.points[f"{side}-hand"] = plus(found.end, times(ahead, bones.HAND))
    body.frames |= {f"{side}-upper-arm": found.upper, f"{side}-forearm": found.lower}


def keep_limb(body: Placed, side: str, part: str, found: Limb, ankle: float) -> None:
    """A solved limb added to a body, its foot free, at this angle of the ankle."""
    if part == "leg":
        _add_leg(body, side, found, Leg(foot="free", ankle=ankle))
    else:
        _add_arm(body, side, found, Arm())


def _keep(body: Placed, root: str, middle: str, end: str, found: Limb) -> None:
    points = body.points
    points[root], points[middle], points[end] = found.root, found.middle, found.end
    body.short[end] = found.beyond


# --- the base ---

RESTS: Mapping[str, tuple[tuple[str, ...], float]] = {
    "feet": (("left-sole", "right-sole"), 0.0),
    "left-foot": (("left-sole",), 0.0),
    "right-foot": (("right-sole",), 0.0),
    "toes": (("left-ball", "right-ball"), 0.0),
    "right-toes": (("right-ball",), 0.0),
    "pelvis": (("pelvis",), bones.PELVIS_REST),
    "seat": (("pelvis",), bones.PELVIS_REST),
    "shoulders": (("left-shoulder", "right-shoulder"), bones.BACK_REST),
    "knees": (("left-knee", "right-knee"), bones.KNEE_REST),
    "left-knee": (("left-knee",), bones.KNEE_REST),
    "right-knee": (("right-knee",), bones.KNEE_REST),
    "hands": (("left-wrist", "right-wrist"), bones.WRIST_REST),
    "elbows": (("left-elbow", "right-elbow"), bones.ELBOW_REST),
    "right-elbow": (("right-elbow",), bones.ELBOW_REST),
    "head": (("head",), bones.HEAD_REST),
}
"""Which joints a base is, and how high above the ground they are."""


PART_OF = {"knee": "leg", "sole": "leg", "ball": "leg", "wrist": "arm", "elbow": "arm"}


def stands_on_reach(stance: Stance) -> bool:
    """Whether the base is on a limb that is itself told by where it reaches: then nothing is told of where
    the body is."""
    limbs = (name.split("-") for name in RESTS[stance.base][0] if "-" in name)
    found = (getattr(stance, f"{side}_{PART_OF[part]}") for side, part in limbs if part in PART_OF)
    return any(reaches(limb) for limb in found)


def _rest(body: Placed, stance: Stance) -> None:
    names, height = RESTS[stance.base]
    total = ORIGIN
    for name in names:
        total = plus(total, body.points[name])
    at = times(total, 1 / len(names))
    place = (0.0, 0.0, 0.0) if stance.place is None else stance.place
    body.moved(minus(plus(place, (0.0, height, 0.0)), at))
