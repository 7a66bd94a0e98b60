"""What is taken with a number, and when it is looked back at."""

from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest
from gradus.library.types.common import Text, Threshold, Units
from gradus.library.types.content import content
from gradus.vocabulary.ids import MeasureId, SourceId
from gradus.vocabulary.scales import Basis, Caution, Equipment, Position


@content
class MeasureItem:
    """One question of a questionnaire, answered by a whole number from the lowest to the highest; "no" is 0
    and "yes" is 1. Where the wording is the operator's, its `words` come from a file of theirs."""

    id: Text
    lowest: float
    highest: float
    words: str = ""


@content
class Norm:
    """What a group of other people reached: a picture to compare with, never a mark to reach.

    `value` is their mean or median, as `middle` says, and `sd` the standard deviation about a mean. `low` and
    `high` are the ends of the middle half of the group ("quartiles"), or where the usual ends ("limits")."""

    who: Text
    unit: Units
    basis: Basis
    value: float | None = None
    middle: Literal["mean", "median"] = "mean"
    sd: float | None = None
    low: float | None = None
    high: float | None = None
    ends: Literal["quartiles", "limits"] = "quartiles"
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    note: str = ""


@content
class Measure:
    """Something taken with a number. Without an `mdc95` a change is shown and never called changed.

    Of a measure that is better "neither" way no change is called anything. Where there are `items`, the value
    is their sum or mean, as `scoring` says. Where the `wording` is the operator's we print no questions: the
    value is typed in, until a file of the operator's brings their words; then they are asked. `derived_from`
    tells how a value is reckoned that nobody reads off. What `is_a_change` already is shown as it was told,
    never subtracted."""

    id: MeasureId
    title: Text
    kind: Literal["reported", "home-test", "clinic-test"]
    unit: Units
    better: Literal["higher", "lower", "neither"]
    lowest: float
    highest: float
    protocol: Annotated[tuple[Text, ...], fewest(1)]
    reviewed_by: str
    reviewed_on: date | None = None
    sides: bool = False
    is_a_change: bool = False
    needs: tuple[Equipment, ...] = ()
    position: Position | None = None
    cautions: tuple[Caution, ...] = ()
    mdc95: Threshold | None = None
    mic: Threshold | None = None
    mic_percent: Threshold | None = None
    norms: tuple[Norm, ...] = ()
    items: tuple[MeasureItem, ...] = ()
    scoring: Literal["sum", "mean"] = "sum"
    wording: Literal["ours", "operator"] = "ours"
    derived_from: str = ""
    notes: tuple[Text, ...] = ()
    cites: tuple[SourceId, ...] = ()


@content
class ReviewRules:
    """When to look back, and at what.

    `usual_spread`, `smallest_spread` and `carried_over` make the interval of a week's mean, the two after
    them the trend. The last six make the model of what to expect."""

    review_weeks: tuple[int, ...]
    fewest_mornings_a_week: Threshold
    worst_unchanged: Threshold
    worst_unchanged_for: Threshold
    change_programme_from: Threshold
    change_programme_by: Threshold
    enough_sessions: Threshold
    judged_better: Threshold
    flares_for_care: Threshold
    usual_spread: Threshold
    smallest_spread: Threshold
    carried_over: Threshold
    fewest_weeks_for_a_trend: Threshold
    trend_looks_back: Threshold
    effect_of_exercise: Threshold
    smallest_effect: Threshold
    largest_effect: Threshold
    spread_of_gains: Threshold
    gain_without_exercise: Threshold
    gain_worth_having: Threshold
    reviewed_by: str
    reviewed_on: date | None = None
