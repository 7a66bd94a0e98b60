"""Doses, steps and names as a person reads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gradus.library.library import Library
from gradus.library.types import Exercise, Source
from gradus.record.parts import ShownItem, ShownReason
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.pounds import POUNDS, pounds_shown, weight
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Caution, DoseKind, Equipment, Pattern, Position, Step

MINUTE_S = 60
STEPS: Mapping[Step, tuple[str, str]] = {
    Step.START: ("new", "new"),
    Step.PROGRESS: ("more", "up"),
    Step.HOLD: ("same", "same"),
    Step.REGRESS: ("less", "down"),
    Step.SWAP: ("other", "swap"),
    Step.DELOAD: ("easier", "down"),
    Step.PAUSE: ("waits", "pause"),
    Step.STOP_AND_SCREEN: ("stop", "stop"),
}
"""Each step in a word, with the drawing that stands beside it: nothing hangs on colour alone."""

EQUIPMENT: Mapping[Equipment, str] = {
    Equipment.CHAIR: "a firm chair",
    Equipment.WALL: "a free wall",
    Equipment.MAT: "a mat or rug",
    Equipment.STEP: "a step or stair",
    Equipment.STICK: "a broomstick",
    Equipment.STRAP: "a strap or towel",
    Equipment.PAD: "a firm cushion",
    Equipment.BAND: "resistance bands",
    Equipment.DUMBBELL: "dumbbells",
    Equipment.KETTLEBELL: "kettlebells",
    Equipment.BOX: "a sturdy box",
    Equipment.BENCH: "a bench",
    Equipment.BALL: "an exercise ball",
    Equipment.SLIDER: "sliders or cloths",
    Equipment.ANCHOR: "something that holds my feet",
    Equipment.BARBELL: "a barbell",
    Equipment.CABLE: "a cable machine",
    Equipment.MACHINE: "a gym's machines",
    Equipment.CYCLE: "a bike or treadmill",
    Equipment.ROMAN_CHAIR: "a back extension bench",
    Equipment.LUMBAR_MACHINE: "a low back machine",
    Equipment.BELT_SQUAT: "a belt squat station",
    Equipment.WHEEL: "a roll-out wheel",
}
POSITIONS: Mapping[Position, str] = {
    Position.STANDING: "standing",
    Position.SITTING: "sitting",
    Position.KNEELING: "kneeling",
    Position.FOUR_POINT: "hands and knees",
    Position.SUPINE: "lying on the back",
    Position.PRONE: "lying on the front",
    Position.SIDE_LYING: "lying on the side",
}
PROVOKES: Mapping[Caution, str] = {
    Caution.FLEXION: "bending forward",
    Caution.EXTENSION: "bending backward",
    Caution.COMPRESSION: "carrying, or load from above",
    Caution.SHEAR: "leaning forward for long",
}
PATTERNS: Mapping[Pattern, str] = {
    Pattern.CALM: "calming",
    Pattern.WALK: "walking",
    Pattern.ANTI_EXTENSION: "front of the trunk",
    Pattern.ANTI_ROTATION: "against turning",
    Pattern.LATERAL: "side of the trunk",
    Pattern.BRIDGE: "hips up",
    Pattern.HINGE: "hip hinge",
    Pattern.HIP: "outer hips",
    Pattern.SQUAT: "squat",
    Pattern.PULL: "upper back",
    Pattern.BALANCE: "balance",
    Pattern.EXTENSION: "back extension",
    Pattern.MOBILITY: "mobility",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A reason as a page tells it, with the rule and the publications that it rests on."""

    says: str
    rule: RuleId
    sources: tuple[Source, ...]


def told(reasons: Iterable[Reason | ShownReason], library: Library) -> tuple[Told, ...]:
    """The reasons, each once."""
    found: dict[str, Told] = {}
    for each in reasons:
        sources = tuple(library.sources[cite] for cite in each.cites if cite in library.sources)
        found.setdefault(each.says, Told(each.says, each.rule, sources))
    return tuple(found.values())


def amount(dose: Dose) -> str:
    """The amount of one set: `8`, `8 held 8 s`, `20 s`, `10 min`, `20 m`."""
    if dose.kind is DoseKind.TIME:
        return seconds(dose.amount)
    if dose.kind is DoseKind.DISTANCE:
        return f"{dose.amount} m"
    return f"{dose.amount}{f' held {dose.hold_s} s' if dose.hold_s else ''}"


def seconds(many: int) -> str:
    """So many seconds, in minutes where there are two or more."""
    if many < 2 * MINUTE_S:
        return f"{many} s"
    minutes, rest = divmod(many, MINUTE_S)
    return f"{minutes} min{f' {rest} s' if rest else ''}"


def dose_words(dose: Dose, exercise: Exercise | None, unit: str | None) -> str:
    """A dose in one phrase: `2 × 8 held 8 s each side, 5 kg`; a walk as `15 min`."""
    sides = " each side" if exercise is not None and exercise.one_sided else ""
    once = dose.sets == 1 and exercise is not None and exercise.pattern is Pattern.WALK
    parts = [amount(dose) if once else f"{dose.sets} × {amount(dose)}{sides}"]
    if dose.load_kg:
        parts.append(weight(dose.load_kg, unit))
    if dose.band:
        parts.append(f"{dose.band} band")
    return ", ".join(parts)


def load_filled(load_kg: float | None, unit: str | None) -> str:
    """A load as it is filled in, in the person's unit; nothing where there is none."""
    if load_kg is None:
        return ""
    return f"{pounds_shown(load_kg) if unit == POUNDS else load_kg:g}"


def name_of(exercise: ExerciseId, library: Library) -> str:
    """The exercise's name; its id when the library no longer has it."""
    found = library.exercises.get(exercise)
    return str(exercise) if found is None else found.en.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One exercise of a session in a list: what to do, and what became of its dose."""

    exercise: ExerciseId
    name: str
    dose: str
    step: str
    mark: str
    reserve: int | None
    before: str
    because: tuple[Told, ...]


def rows(items: Sequence[ShownItem], library: Library, unit: str | None) -> tuple[Row, ...]:
    """The exercises of a session."""
    return tuple(row(item, library, unit) for item in items)


def row(item: ShownItem, library: Library, unit: str | None, before: Dose | None = None) -> Row:
    """One of them; `before` is the dose that was shown last time."""
    word, mark = STEPS[item.step]
    return Row(
        exercise=item.exercise,
        name=name_of(item.exercise, library),
        dose=dose_words(item.dose, library.exercises.get(item.exercise), unit),
        step=word,
        mark=mark,
        reserve=item.dose.reserve,
        before="" if before is None else dose_words(before, library.exercises.get(item.exercise), unit),
        because=told(item.because, library),
    )
