"""What a planned week obeys, and what it prefers."""

from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest
from gradus.library.types.common import Count, Text, Threshold
from gradus.library.types.content import content
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Equipment, Pattern


@content
class ChangeCosts:
    """How much each change would ask of a person, so that the smallest can be named when nothing fits. Things
    of `in_most_homes` cost `at_hand` points, other equipment `to_get`. Limits of health have no price
    here."""

    minute: Count
    at_hand: Count
    to_get: Count
    position: Count
    day: Count
    leave_out: Count
    in_most_homes: tuple[Equipment, ...]
    why: Text


@content
class BeforeLongRun:
    """What the day before a long or fast run does without: of these patterns the exercises of high lumbar
    rank, those with one of these loads, and the exercises of `also`, hard on the legs without a weight."""

    patterns: Annotated[tuple[Pattern, ...], fewest(1)]
    loads: tuple[Literal["band", "dumbbell", "kettlebell", "barbell", "machine"], ...]
    why: Text
    also: tuple[ExerciseId, ...] = ()


@content
class PlanningRules:
    """What a week obeys and how long things take. On a low day so many percent of the sets are kept and so
    many more repetitions stay in hand."""

    hours_between_hard_hinges: Threshold
    high_rank_from: Threshold
    most_high_rank: Threshold
    change_over: Threshold
    change_sides: Threshold
    warm_up: Threshold
    ramp_sets: Threshold
    ramp_reps: Threshold
    ramp_rest: Threshold
    seconds_a_rep: Threshold
    seconds_a_metre: Threshold
    first_sets: Threshold
    brief_sets: Threshold
    brief_walk: Threshold
    light_rank_up_to: Threshold
    earned_rank_from: Threshold
    earned_calm_weeks: Threshold
    provoking_tried_after: Threshold
    low_day_sets_kept: Threshold
    low_day_more_reserve: Threshold
    offered_from: Threshold
    offered_to: Threshold
    tested_hold_share: Threshold
    calm_level_rank: Threshold
    balance_from_age: Threshold
    balance_below: Threshold
    on_foot_enough: Threshold
    on_foot_times: Threshold
    on_foot_days: Threshold
    most_instead: Threshold
    most_added: Threshold
    carried_sessions: Threshold
    carried_days: Threshold
    before_long_run: BeforeLongRun
    changes: ChangeCosts
    reviewed_by: str
    reviewed_on: date | None = None


@content
class Wish:
    """A soft wish of the planner: so many points where it holds."""

    points: int
    holds_when: Text
    why: Text


@content
class Objective:
    """The one table of what the planner prefers. Points add up over the week, those of a place that must be
    filled so many times; hard limits stand outside."""

    needed_place_counts: Count
    right_rung: Wish
    liked: Wish
    disliked: Wish
    provokes: Wish
    serves_a_goal: Wish
    variety: Wish
    kept: Wish
    basic: Wish
    large: Wish
    pulls_on_a_nerve: Wish
    outgrown: Wish
    loadable: Wish
    filled: Wish
    reviewed_by: str
    reviewed_on: date | None = None
