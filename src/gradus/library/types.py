"""The types of content, as frozen dataclasses. The loader reads TOML into them, strictly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from annotated_types import Ge, Le, MinLen

from gradus.vocabulary.ids import (
    ExerciseId,
    ItemId,
    LimitId,
    MeasureId,
    PhaseId,
    ProgrammeId,
    RuleId,
    ScreenId,
    SourceId,
)
from gradus.vocabulary.scales import Basis, Caution, DoseKind, Equipment, Pattern, Position, Step

Text = Annotated[str, MinLen(1)]
Count = Annotated[int, Ge(1)]
Units = Literal[
    "count", "days", "hours", "minutes", "seconds", "years", "weeks", "mmHg", "kg", "cm", "metres", "ratio",
    "percent", "pain_0_10", "points", "reps", "sets", "sessions", "minutes per session",
    "sessions per week", "N", "score_0_10",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A number that decides, with what it rests on.

    A `source` cites; a `derived` shows its arithmetic; a `recalled` cites and tells its confidence, and was
    not checked against the paper; a `default` is ours.
    """

    value: float
    unit: Units
    basis: Basis
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    arithmetic: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A card of a publication: what it is, how it was read, and how far it can be trusted."""

    id: SourceId
    title: Text
    authors: Text
    year: Annotated[int, Ge(1900)]
    where: Text
    design: Text
    read: Literal["abstract", "excerpt", "full", "not-read"]
    certainty: Literal["very low", "low", "moderate", "high"]
    says: Text
    caution: str = ""


# --- screening ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    any: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    all: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast:
    at_least: Count
    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """A number asked on a screen against a threshold of the same rule, named: above, from (reached or above)
    or below."""

    number: ItemId
    above: str | None = None
    reaching: str | None = None
    below: str | None = None


Condition = ItemId | AnyOf | AllOf | AtLeast | Compare
"""Conditions are data. There is no `none`: a rule that a further "yes" could silence would be unsafe, so one
more "yes" can never lower urgency, by construction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question. `emergency` items answered "not sure" are asked `again` in other words; `background` is
    history or a condition; `event` is something new; `number` is a number with its unit and bounds. An item
    with `after` is asked only when that item was answered yes or not sure."""

    id: ItemId
    kind: Literal["emergency", "event", "background", "number"]
    words: Text
    again: str = ""
    after: ItemId | None = None
    unit: Units | None = None
    lowest: float | None = None
    highest: float | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One page of the screen: a tick list that ends in "none of these" and "not sure"."""

    id: ScreenId
    order: Count
    title: Text
    ask: Text
    items: Annotated[tuple[Item, ...], MinLen(1)]
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRule:
    """What a combination of answers means. `says` tells the person why it matters, `do` what to do now.

    `passes_after` is for a passing illness alone: the lock then also ends, without a clearance, when the
    screen is answered afresh at least so many days later and the rule no longer speaks."""

    id: RuleId
    notices: Text
    action: Annotated[int, Ge(0), Le(4)]
    when: Condition
    says: Text
    do: Text
    basis: Basis
    reviewed_by: str
    reviewed_on: date | None = None
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    limits: tuple[LimitId, ...] = ()
    passes_after: Threshold | None = None
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionText:
    """What an action level tells a person to do, in words for a frightened reader."""

    id: str
    level: Annotated[int, Ge(0), Le(4)]
    title: Text
    do: Annotated[tuple[Text, ...], MinLen(1)]
    training: Text
    ends: Text
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyNet:
    """Said after every screen, whatever came out: a negative screen is not clearance."""

    title: Text
    says: Text
    watch_for: Annotated[tuple[Text, ...], MinLen(1)]
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSpec:
    """A concrete restriction: what it forbids, caps or asks for. `says` tells the person."""

    id: LimitId
    says: Text
    reviewed_by: str
    reviewed_on: date | None = None
    forbids_cautions: tuple[Caution, ...] = ()
    forbids_positions: tuple[Position, ...] = ()
    max_hold_s: Threshold | None = None
    max_rank: Threshold | None = None
    min_reserve: Threshold | None = None
    support_within_reach: bool = False
    cues: tuple[Text, ...] = ()
    cites: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRules:
    """How long answers stay fresh and how locks end."""

    asked_again_after: Threshold
    emergency_lock_lasts_at_least: Threshold
    youngest: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


# --- exercises and programmes ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class StartDose:
    """The dose an exercise begins with. Exactly one range is given, by `kind`: `reps`, `seconds` or `metres`,
    each `[low, top]`; the first session asks for `low`. `load` says what is held."""

    kind: DoseKind
    sets: Count
    rest_s: Count
    basis: Basis
    reps: tuple[Count, Count] | None = None
    seconds: tuple[Count, Count] | None = None
    metres: tuple[Count, Count] | None = None
    hold_s: Count | None = None
    tempo: str | None = None
    reserve: Annotated[int, Ge(0), Le(10)] | None = None
    load: Literal["none", "band", "dumbbell"] = "none"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    what: Text
    feels: Text
    instead: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseTexts:
    name: Text
    purpose: Text
    setup: Text
    steps: Annotated[tuple[Text, ...], MinLen(2)]
    feel: Text
    breathing: Text
    mistakes: Annotated[tuple[Mistake, ...], MinLen(1)]
    stop_if: Annotated[tuple[Text, ...], MinLen(1)]
    alone: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Begin on this rung when a home test reaches `at_least`; without the test, begin lower."""

    measure: MeasureId
    at_least: Threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise. `easier` and `harder` connect a ladder, or `ladder = "alone"`. `position` is the one it
    is done in; `needs` is all equipment it needs; `lumbar_rank` is ordinal, 0 to 4."""

    id: ExerciseId
    code: Annotated[str, MinLen(3)]
    pattern: Pattern
    position: Position
    lumbar_rank: Annotated[int, Ge(0), Le(4)]
    muscles: Annotated[tuple[Text, ...], MinLen(1)]
    dose: StartDose
    en: ExerciseTexts
    reviewed_by: str
    reviewed_on: date | None = None
    needs: tuple[Equipment, ...] = ()
    one_sided: bool = False
    alternating: bool = False
    easier: ExerciseId | None = None
    harder: ExerciseId | None = None
    ladder: Literal["alone"] | None = None
    entry: Entry | None = None
    cautions: tuple[Caution, ...] = ()
    cites: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a session: a pattern for the planner to fill, or one exercise that the programme fixes.

    `reps` narrows the repetition range of exercises counted in repetitions; exercises counted in seconds or
    metres keep their own range. `optional` slots may stay empty when time is short."""

    id: str
    patterns: tuple[Pattern, ...] = ()
    exercise: ExerciseId | None = None
    kind: DoseKind | None = None
    sets: Count | None = None
    reps: tuple[Count, Count] | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionShape:
    id: str
    title: Text
    slots: Annotated[tuple[Slot, ...], MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A part of a programme. It lasts `weeks` times `sessions_per_week` sessions done, not days."""

    id: PhaseId
    title: Text
    aim: Text
    weeks: Threshold
    sessions_per_week: Threshold
    reserve: Threshold
    basis: Basis
    sessions: Annotated[tuple[SessionShape, ...], MinLen(1)]
    cites: tuple[SourceId, ...] = ()
    max_high_rank: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme as it was tested, or our own. `found` and `cannot_say` tell what its study can carry."""

    id: ProgrammeId
    version: Count
    title: Text
    kind: Literal["published", "individual"]
    for_whom: Text
    what: Text
    found: Text
    cannot_say: Text
    ours: tuple[Text, ...]
    phases: Annotated[tuple[Phase, ...], MinLen(1)]
    reviewed_by: str
    reviewed_on: date | None = None
    document: str = ""
    measures: tuple[MeasureId, ...] = ()
    cites: tuple[SourceId, ...] = ()


# --- measures ----------------------------------------------------------------------------------------------


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
    protocol: Annotated[tuple[Text, ...], MinLen(1)]
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


# --- planning and progression ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of planning, progression or review that the code carries out. `says` is the sentence a person
    reads; names in braces are filled in."""

    id: RuleId
    room: Literal["planning", "progression", "review", "measures", "today", "screening"]
    notices: Text
    says: Text
    basis: Basis
    reviewed_by: str
    reviewed_on: date | None = None
    step: Step | None = None
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainLimits:
    """Pain during an exercise, 0 to 10."""

    comfortable_during: Threshold
    acceptable_during: Threshold
    rise_by_morning: Threshold
    ambers_before_a_cut: Threshold
    sessions_looked_back: Threshold
    reds_before_retiring: Threshold
    days_looked_back_for_reds: Threshold
    retired_for: Threshold
    load_cut_after_ambers: Threshold
    load_kept_after_a_red: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MorningRules:
    """Mornings against the person's own baseline."""

    baseline_days: Threshold
    fewest_for_a_baseline: Threshold
    recent_days: Threshold
    earlier_days: Threshold
    lasting_rise: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raises:
    """How a dose may rise."""

    successes_before_load: Threshold
    largest_load_raise: Threshold
    load_cap: Threshold
    weekly_volume_cap: Threshold
    reps_at_a_time: Threshold
    widen_one_rep_for_each: Threshold
    widest_reps: Threshold
    seconds_at_a_time: Threshold
    longest_hold: Threshold
    walking_seconds_at_a_time: Threshold
    metres_at_a_time: Threshold
    weeks_before_a_set: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareRules:
    """What a confirmed flare does, and how the dose comes back."""

    calm_days: Threshold
    share_while_calm: Threshold
    spinal_rank_from: Threshold
    return_step: Threshold
    review_after: Threshold
    flares_before_review: Threshold
    flares_looked_back: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedTime:
    """What a gap in training does."""

    same_up_to: Threshold
    short_up_to: Threshold
    share_after_short: Threshold
    share_after_long: Threshold
    reserve_after_long: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IrritabilityRules:
    """The classes of irritability, by usual pain and how long it takes to ease."""

    low_pain_up_to: Threshold
    low_eases_within: Threshold
    high_pain_from: Threshold
    moderate_eases_within: Threshold
    extra_reserve_when_moderate: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCosts:
    """How much each change would ask of a person, so that the smallest can be named when nothing fits. Things
    of `in_most_homes` cost `at_hand` points, other equipment `to_get`. Limits of health have no price here."""

    minute: Count
    at_hand: Count
    to_get: Count
    position: Count
    day: Count
    leave_out: Count
    in_most_homes: tuple[Equipment, ...]
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningRules:
    """What a week obeys and how long things take."""

    hours_between_hard_hinges: Threshold
    high_rank_from: Threshold
    most_high_rank: Threshold
    change_over: Threshold
    change_sides: Threshold
    warm_up: Threshold
    seconds_a_rep: Threshold
    seconds_a_metre: Threshold
    first_sets: Threshold
    light_rank_up_to: Threshold
    earned_rank_from: Threshold
    changes: ChangeCosts
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A soft wish of the planner: so many points where it holds."""

    points: int
    holds_when: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """The one table of what the planner prefers. Points add up over the week; hard limits stand outside."""

    right_rung: Wish
    liked: Wish
    disliked: Wish
    provokes: Wish
    serves_a_goal: Wish
    variety: Wish
    kept: Wish
    loadable: Wish
    filled: Wish
    reviewed_by: str
    reviewed_on: date | None = None


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
