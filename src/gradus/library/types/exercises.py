"""An exercise: its texts, the dose it begins with, and its place on a ladder."""

from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest, least, most
from gradus.library.types.common import Count, Text, Threshold
from gradus.library.types.content import content
from gradus.library.types.movement import Movement
from gradus.vocabulary.ids import ExerciseId, MeasureId, SourceId
from gradus.vocabulary.scales import Basis, Caution, DoseKind, Equipment, Pattern, Position


@content
class StartDose:
    """The dose an exercise begins with. Exactly one range is given, by `kind`: `reps`, `seconds` or `metres`,
    each `[low, top]`; the first session asks for `low`. `load` says what is held. `tempo` is seconds in the
    order in which a repetition goes: the first way, the pause, the way back."""

    kind: DoseKind
    sets: Count
    rest_s: Count
    basis: Basis
    reps: tuple[Count, Count] | None = None
    seconds: tuple[Count, Count] | None = None
    metres: tuple[Count, Count] | None = None
    hold_s: Count | None = None
    tempo: str | None = None
    reserve: Annotated[int, least(0), most(10)] | None = None
    load: Literal["none", "band", "dumbbell", "kettlebell", "barbell", "machine"] = "none"
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    note: str = ""

    @property
    def range(self) -> tuple[int, int]:
        """Lowest and highest amount in a set, in the unit of `kind`."""
        ranges = {DoseKind.REPS: self.reps, DoseKind.TIME: self.seconds, DoseKind.DISTANCE: self.metres}
        found = ranges[self.kind]
        if found is None:
            raise ValueError(f"a dose of kind {self.kind} has no range; the loader lets none through")
        return found


@content
class Mistake:
    """What goes wrong, how it feels, and what to do instead."""

    what: Text
    feels: Text
    instead: Text


@content
class ExerciseTexts:
    """What a person reads of an exercise."""

    name: Text
    purpose: Text
    setup: Text
    steps: Annotated[tuple[Text, ...], fewest(2)]
    feel: Text
    breathing: Text
    mistakes: Annotated[tuple[Mistake, ...], fewest(1)]
    stop_if: Annotated[tuple[Text, ...], fewest(1)]
    alone: Text


@content
class Entry:
    """Begin on this rung when a home test reaches `at_least`; without the test, begin lower."""

    measure: MeasureId
    at_least: Threshold


@content
class Exercise:
    """One exercise. `easier` and `harder` connect a ladder, or `ladder = "alone"`. `position` is the one it
    is done in; `needs` is all equipment it needs; `lumbar_rank` is ordinal, 0 to 4. A `basic` one belongs to
    the circuit that newcomers begin with, or to the ladder of one that does. An `earned` one is closed until
    it is earned, whatever its rank."""

    id: ExerciseId
    code: Annotated[str, fewest(3)]
    pattern: Pattern
    position: Position
    lumbar_rank: Annotated[int, least(0), most(4)]
    muscles: Annotated[tuple[Text, ...], fewest(1)]
    dose: StartDose
    en: ExerciseTexts
    reviewed_by: str
    reviewed_on: date | None = None
    needs: tuple[Equipment, ...] = ()
    one_sided: bool = False
    alternating: bool = False
    basic: bool = False
    earned: bool = False
    easier: ExerciseId | None = None
    harder: ExerciseId | None = None
    ladder: Literal["alone"] | None = None
    entry: Entry | None = None
    cautions: tuple[Caution, ...] = ()
    cites: tuple[SourceId, ...] = ()
    movement: Movement | None = None
