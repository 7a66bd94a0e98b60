"""Names of things as a person reads them, in the language of whoever reads."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import npgettext_lazy, pgettext_lazy

from gradus.library.types import Units
from gradus.vocabulary.pounds import POUNDS
from gradus.vocabulary.scales import Caution, DoseKind, Equipment, Pattern, Position, Side, Step

Key = TypeVar("Key")


class Names(Mapping[Key, str], Generic[Key]):
    """Names by what they name: each is translated when it is asked for, so that no lazy text gets out."""

    def __init__(self, lazy: Mapping[Key, Promise]) -> None:
        self.lazy = lazy

    def __getitem__(self, key: Key) -> str:
        return str(self.lazy[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self.lazy)

    def __len__(self) -> int:
        return len(self.lazy)


STEPS = Names(
    {
        Step.START: pgettext_lazy("a dose", "new"),
        Step.PROGRESS: pgettext_lazy("a dose", "more"),
        Step.HOLD: pgettext_lazy("a dose", "same"),
        Step.REGRESS: pgettext_lazy("a dose", "less"),
        Step.SWAP: pgettext_lazy("a dose", "other"),
        Step.DELOAD: pgettext_lazy("a dose", "easier"),
        Step.PAUSE: pgettext_lazy("a dose", "waits"),
        Step.STOP_AND_SCREEN: pgettext_lazy("a dose", "stop"),
    }
)
MARKS: Mapping[Step, str] = {
    Step.START: "new",
    Step.PROGRESS: "up",
    Step.HOLD: "same",
    Step.REGRESS: "down",
    Step.SWAP: "swap",
    Step.DELOAD: "down",
    Step.PAUSE: "pause",
    Step.STOP_AND_SCREEN: "stop",
}
"""The drawing that stands beside the word of a step: nothing hangs on colour alone."""

SIDES = Names({Side.LEFT: pgettext_lazy("a side", "left"), Side.RIGHT: pgettext_lazy("a side", "right")})
WEIGHTS = Names({"kg": pgettext_lazy("a unit", "kg"), POUNDS: pgettext_lazy("a unit", "lb")})
COUNTED = Names(
    {
        DoseKind.REPS: pgettext_lazy("what is counted in a set", "times"),
        DoseKind.TIME: pgettext_lazy("what is counted in a set", "seconds"),
        DoseKind.DISTANCE: pgettext_lazy("what is counted in a set", "metres"),
    }
)
DAYS = Names(
    {
        "train": pgettext_lazy("a day", "train"),
        "rest": pgettext_lazy("a day", "rest"),
        "done": pgettext_lazy("a day", "done"),
    }
)
EQUIPMENT = Names(
    {
        Equipment.CHAIR: _("a firm chair"),
        Equipment.WALL: _("a free wall"),
        Equipment.MAT: _("a mat or rug"),
        Equipment.STEP: _("a step or stair"),
        Equipment.STICK: _("a broomstick"),
        Equipment.STRAP: _("a strap or towel"),
        Equipment.PAD: _("a firm cushion"),
        Equipment.BAND: _("resistance bands"),
        Equipment.DUMBBELL: _("dumbbells"),
        Equipment.KETTLEBELL: _("kettlebells"),
        Equipment.BOX: _("a sturdy box"),
        Equipment.BENCH: _("a bench"),
        Equipment.BALL: _("an exercise ball"),
        Equipment.SLIDER: _("sliders or cloths"),
        Equipment.ANCHOR: _("something that holds my feet"),
        Equipment.BARBELL: _("a barbell"),
        Equipment.CABLE: _("a cable machine"),
        Equipment.MACHINE: _("a gym's machines"),
        Equipment.CYCLE: _("a bike or treadmill"),
        Equipment.ROMAN_CHAIR: _("a back extension bench"),
        Equipment.LUMBAR_MACHINE: _("a low back machine"),
        Equipment.BELT_SQUAT: _("a belt squat station"),
        Equipment.WHEEL: _("a roll-out wheel"),
    }
)
POSITIONS = Names(
    {
        Position.STANDING: _("standing"),
        Position.SITTING: _("sitting"),
        Position.KNEELING: _("kneeling"),
        Position.FOUR_POINT: _("hands and knees"),
        Position.SUPINE: _("lying on the back"),
        Position.PRONE: _("lying on the front"),
        Position.SIDE_LYING: _("lying on the side"),
    }
)
PROVOKES = Names(
    {
        Caution.FLEXION: _("bending forward"),
        Caution.EXTENSION: _("bending backward"),
        Caution.COMPRESSION: _("carrying, or load from above"),
        Caution.SHEAR: _("leaning forward for long"),
    }
)
PATTERNS = Names(
    {
        Pattern.CALM: pgettext_lazy("a kind of exercise", "calming"),
        Pattern.WALK: pgettext_lazy("a kind of exercise", "walking"),
        Pattern.ANTI_EXTENSION: _("front of the trunk"),
        Pattern.ANTI_ROTATION: _("against turning"),
        Pattern.LATERAL: _("side of the trunk"),
        Pattern.BRIDGE: _("hips up"),
        Pattern.HINGE: _("hip hinge"),
        Pattern.HIP: _("outer hips"),
        Pattern.SQUAT: pgettext_lazy("a kind of exercise", "squat"),
        Pattern.PULL: _("upper back"),
        Pattern.BALANCE: pgettext_lazy("a kind of exercise", "balance"),
        Pattern.EXTENSION: _("back extension"),
        Pattern.MOBILITY: pgettext_lazy("a kind of exercise", "mobility"),
    }
)
UNITS: Names[str] = Names(
    {
        "mmHg": pgettext_lazy("a unit", "mmHg"),
        "kg": pgettext_lazy("a unit", "kg"),
        "cm": pgettext_lazy("a unit", "cm"),
        "mm": pgettext_lazy("a unit", "mm"),
        "Nm/kg": pgettext_lazy("a unit", "Nm/kg"),
        "ratio": pgettext_lazy("a unit", "ratio"),
        "percent": pgettext_lazy("a unit", "percent"),
        "percent of leg length": pgettext_lazy("a unit", "percent of leg length"),
        "minutes per session": pgettext_lazy("a unit", "minutes per session"),
        "sessions per week": pgettext_lazy("a unit", "sessions per week"),
        "steps per minute": pgettext_lazy("a unit", "steps per minute"),
        "pain_0_10": pgettext_lazy("a unit", "of 10"),
        "score_0_10": pgettext_lazy("a unit", "of 10"),
    }
)
COUNTABLE = {
    "days": npgettext_lazy("a unit", "day", "days"),
    "hours": npgettext_lazy("a unit", "hour", "hours"),
    "minutes": npgettext_lazy("a unit", "minute", "minutes"),
    "seconds": npgettext_lazy("a unit", "second", "seconds"),
    "years": npgettext_lazy("a unit", "year", "years"),
    "weeks": npgettext_lazy("a unit", "week", "weeks"),
    "metres": npgettext_lazy("a unit", "metre", "metres"),
    "points": npgettext_lazy("a unit", "point", "points"),
    "reps": npgettext_lazy("a unit", "repetition", "repetitions"),
    "sets": npgettext_lazy("a unit", "set", "sets"),
    "sessions": npgettext_lazy("a unit", "session", "sessions"),
    "N": npgettext_lazy("a unit", "newton", "newtons"),
    "degrees": npgettext_lazy("a unit", "degree", "degrees"),
    "steps": npgettext_lazy("a unit", "step", "steps"),
}
"""Units that a number may ask for as one or as several."""


def unit_words(unit: Units, number: float | None = None) -> str:
    """A unit in words, as that number asks for it; empty where it needs none."""
    many = 2 if number is None or number % 1 else int(number)
    if unit == "count":
        return ""
    return UNITS[unit] if unit in UNITS else COUNTABLE[unit] % many
