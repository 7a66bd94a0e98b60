"""What a camera may say of an exercise: what is counted, what is told, and what is left alone."""

from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest, least, most
from gradus.library.types.common import Text, Threshold
from gradus.library.types.content import content
from gradus.vocabulary.ids import SourceId
from gradus.vocabulary.scales import Basis

NamedAngle = Literal[
    "near-knee", "near-hip", "near-thigh", "near-shin", "near-foot", "near-elbow", "near-shoulder",
    "far-knee", "far-hip", "far-thigh", "far-shin", "far-foot", "far-elbow", "far-shoulder",
    "left-knee", "left-hip", "left-thigh", "left-shin", "left-foot", "left-elbow", "left-shoulder",
    "right-knee", "right-hip", "right-thigh", "right-shin", "right-foot", "right-elbow", "right-shoulder",
    "trunk", "head", "torso",
    "left-hip-out", "left-shoulder-out", "left-knee-in", "left-foot-up",
    "right-hip-out", "right-shoulder-out", "right-knee-in", "right-foot-up",
    "trunk-side", "shoulder-line", "hip-line", "hands-apart", "hands-up",
]  # fmt: skip
"""What a camera can read. In degrees; `torso`, `hands-apart`, `hands-up` and `foot-up` in percent of the
length of the trunk at the start. Sides are as the picture of the exercise is drawn; `near` is the side that
the camera sees better."""

BodyJoint = Literal[
    "nose", "head", "left-shoulder", "right-shoulder", "left-elbow", "right-elbow", "left-wrist",
    "right-wrist", "left-hip", "right-hip", "left-knee", "right-knee", "left-ankle", "right-ankle",
    "left-heel", "right-heel", "left-toe", "right-toe",
]  # fmt: skip


@content
class Signal:
    """One angle, or what several make: their mean, the larger or smaller of them, or the first without the
    second."""

    of: Annotated[tuple[NamedAngle, ...], fewest(1)]
    take: Literal["one", "mean", "larger", "smaller", "difference"] = "one"


@content
class FaultRule:
    """What is said when something is seen. About an angle: its signal `goes` above or below the person's own
    `start`, the `drawn` pose of the phase or `zero` by more than `margin` for `least_s` at a time. About the
    range, the seconds of a phase, or the two sides: it misses by more than `margin` what is expected. The
    joints of its signal have to be seen, and those that it `needs` besides; it is seen from where the
    exercise is, unless `view` says that it cannot be judged from there."""

    id: Annotated[str, fewest(3)]
    about: Literal["angle", "range", "seconds", "sides"]
    margin: float
    says: Text
    severity: Annotated[int, least(1), most(3)]
    goes: Literal["above", "below", "either"] = "below"
    signal: Signal | None = None
    than: Literal["start", "drawn", "zero"] = "start"
    phase: Literal["start", "there", "far", "back", "whole"] = "whole"
    least_s: float = 0
    needs: tuple[BodyJoint, ...] = ()
    view: Literal["side", "front"] | None = None


@content
class Watch:
    """Whether a camera counts an exercise, times its hold, or leaves it alone, and why. What is watched has
    the side it is `seen_from`, a `signal` that goes by `range` from the first pose to the far one, give or
    take `tolerance`; `lifts` tells on which way the work is. Its numbers are our own unless a `basis` says
    otherwise."""

    camera: Literal["count", "hold", "none"]
    why: Text
    seen_from: Literal["side", "front"] | None = None
    signal: Signal | None = None
    range: float | None = None
    tolerance: float | None = None
    lifts: Literal["there", "back"] | None = None
    faults: tuple[FaultRule, ...] = ()
    basis: Basis = Basis.DEFAULT
    cites: tuple[SourceId, ...] = ()


@content
class WatchingRules:
    """What holds for every exercise that a camera watches: what has to be seen, and how far a number has to
    be off before anything is said."""

    visible: Threshold
    least_height: Threshold
    side_up_to: Threshold
    front_from: Threshold
    still_for: Threshold
    still_within: Threshold
    start_within: Threshold
    least_margin: Threshold
    least_margin_of_own: Threshold
    least_margin_percent: Threshold
    least_margin_of_time: Threshold
    least_time_of_a_fault: Threshold
    seen_for: Threshold
    angle_error: Threshold
    time_error: Threshold
    jump: Threshold
    away_for: Threshold
    reviewed_by: str
    reviewed_on: date | None = None
