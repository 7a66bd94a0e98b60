"""What is taken with a number, and when it is looked back at."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest
from gradus.library.types.common import Text, Threshold, Units
from gradus.vocabulary.ids import MeasureId, SourceId
from gradus.vocabulary.scales import Caution, Equipment, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something taken with a number. Without an `mdc95` a change is shown and never called changed."""

    id: MeasureId
    title: Text
    kind: Literal["reported", "home-test", "clinic-test"]
    unit: Units
    better: Literal["higher", "lower"]
    lowest: float
    highest: float
    protocol: Annotated[tuple[Text, ...], fewest(1)]
    reviewed_by: str
    reviewed_on: date | None = None
    sides: bool = False
    needs: tuple[Equipment, ...] = ()
    position: Position | None = None
    cautions: tuple[Caution, ...] = ()
    mdc95: Threshold | None = None
    mic: Threshold | None = None
    mic_percent: Threshold | None = None
    notes: tuple[Text, ...] = ()
    cites: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRules:
    """When to look back, and at what."""

    review_weeks: tuple[int, ...]
    fewest_mornings_a_week: Threshold
    worst_unchanged: Threshold
    worst_unchanged_for: Threshold
    change_programme_from: Threshold
    reviewed_by: str
    reviewed_on: date | None = None
