"""Scales and closed lists. Their order, where they have one, is part of their meaning."""

from enum import IntEnum, StrEnum


class Action(IntEnum):
    """How urgent a finding of the screen is. A smaller number is more urgent."""

    EMERGENCY_NOW = 0
    SAME_DAY = 1
    REVIEW_FIRST = 2
    WITH_LIMITS = 3
    NOTE = 4

    @property
    def code(self) -> str:
        """`A0` to `A4`, as content files and replies write it."""
        return f"A{self.value}"


class Step(StrEnum):
    """What happens to a dose next."""

    START = "start"
    PROGRESS = "progress"
    HOLD = "hold"
    REGRESS = "regress"
    SWAP = "swap"
    DELOAD = "deload"
    PAUSE = "pause"
    STOP_AND_SCREEN = "stop-and-screen"


class Colour(StrEnum):
    """How an exercise was borne: pain during it, weighed with irritability and leg symptoms."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Irritability(StrEnum):
    """How easily the back flares and how fast it settles."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Basis(StrEnum):
    """Where a number comes from. Only a default may stand without a citation."""

    SOURCE = "source"
    DERIVED = "derived"
    RECALLED = "recalled"
    DEFAULT = "default"


class Pattern(StrEnum):
    """A kind of movement. A plan fixes patterns; the planner finds the exercises."""

    CALM = "calm"
    WALK = "walk"
    ANTI_EXTENSION = "anti-extension"
    ANTI_ROTATION = "anti-rotation"
    LATERAL = "lateral"
    BRIDGE = "bridge"
    HINGE = "hinge"
    HIP = "hip"
    SQUAT = "squat"
    PULL = "pull"
    BALANCE = "balance"
    EXTENSION = "extension"
    MOBILITY = "mobility"


class Position(StrEnum):
    """The position an exercise is done in; people may be unable to take one, or be told not to."""

    STANDING = "standing"
    SITTING = "sitting"
    KNEELING = "kneeling"
    FOUR_POINT = "four-point"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"


class Equipment(StrEnum):
    """What an exercise needs, and what a person may have."""

    ANCHOR = "anchor"
    BALL = "ball"
    BAND = "band"
    BARBELL = "barbell"
    BELT_SQUAT = "belt-squat"
    BENCH = "bench"
    BOX = "box"
    CABLE = "cable"
    CHAIR = "chair"
    CYCLE = "cycle"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    LUMBAR_MACHINE = "lumbar-machine"
    MACHINE = "machine"
    MAT = "mat"
    PAD = "pad"
    ROMAN_CHAIR = "roman-chair"
    SLIDER = "slider"
    STEP = "step"
    STICK = "stick"
    STRAP = "strap"
    WALL = "wall"
    WHEEL = "wheel"


class Caution(StrEnum):
    """Why an exercise may not suit somebody. Limits and a person's own experience point at these."""

    FLEXION = "flexion"
    EXTENSION = "extension"
    COMPRESSION = "compression"
    SHEAR = "shear"
    HIP = "hip"
    KNEE = "knee"
    SHOULDER = "shoulder"
    WRISTS = "wrists"
    BLOOD_PRESSURE = "blood-pressure"
    FRAGILE_SPINE = "fragile-spine"
    LATE_PREGNANCY = "late-pregnancy"
    BALANCE = "balance"
    UNSTABLE = "unstable"
    NERVE = "nerve"


class DoseKind(StrEnum):
    """What is counted in a set."""

    REPS = "reps"
    TIME = "time"
    DISTANCE = "distance"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Weekday(StrEnum):
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as `datetime.date.weekday` counts."""
        return NUMBERED.index(self)


NUMBERED = tuple(Weekday)


class Change(StrEnum):
    """A change of a measure against its error and the smallest change that matters."""

    CHANGED = "changed"
    POSSIBLY = "possibly"
    NOT_CHANGED = "not-changed"
    WORSE = "worse"
    UNKNOWN = "unknown"
