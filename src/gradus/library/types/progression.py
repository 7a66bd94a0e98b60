"""The numbers by which a dose rises, holds and falls."""

from datetime import date

from gradus.library.types.common import Threshold
from gradus.library.types.content import content


@content
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
    light_up_to: Threshold
    least_walk: Threshold
    least_calm: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@content
class MorningRules:
    """Mornings against the person's own baseline."""

    baseline_days: Threshold
    fewest_for_a_baseline: Threshold
    recent_days: Threshold
    earlier_days: Threshold
    lasting_rise: Threshold
    own_spreads: Threshold
    rise_of_each: Threshold
    of_the_recent: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@content
class Raises:
    """How a dose may rise."""

    successes_before_load: Threshold
    largest_load_raise: Threshold
    load_cap: Threshold
    largest_real_step: Threshold
    weekly_volume_cap: Threshold
    reps_at_a_time: Threshold
    widen_one_rep_for_each: Threshold
    widest_reps: Threshold
    machine_step: Threshold
    seconds_at_a_time: Threshold
    longest_hold: Threshold
    walking_seconds_at_a_time: Threshold
    metres_at_a_time: Threshold
    weeks_before_a_set: Threshold
    misses_before_less: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@content
class FlareRules:
    """What a confirmed flare does, and how the dose comes back."""

    calm_days: Threshold
    share_while_calm: Threshold
    spinal_rank_from: Threshold
    return_step: Threshold
    smallest_return_step: Threshold
    return_over: Threshold
    return_within: Threshold
    review_after: Threshold
    flares_before_review: Threshold
    flares_looked_back: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@content
class MissedTime:
    """What a gap in training does."""

    same_up_to: Threshold
    short_up_to: Threshold
    share_after_short: Threshold
    share_after_long: Threshold
    reserve_after_long: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@content
class IrritabilityRules:
    """The classes of irritability, by usual pain and how long it takes to ease; when both are asked again."""

    low_pain_up_to: Threshold
    low_eases_within: Threshold
    high_pain_from: Threshold
    moderate_eases_within: Threshold
    extra_reserve_when_moderate: Threshold
    asked_again_when_high: Threshold
    asked_again_after: Threshold
    asked_sooner_by: Threshold
    asked_sooner_after: Threshold
    mornings_looked_at: Threshold
    fewest_mornings: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@content
class DeloadRules:
    """A lighter week: when it is due, and what is kept in it."""

    offered_every: Threshold
    signs_needed: Threshold
    reserve_falls_for: Threshold
    misses_for: Threshold
    tired_mornings: Threshold
    tired_within: Threshold
    morning_rise: Threshold
    morning_rise_for: Threshold
    adherence_below: Threshold
    adherence_over: Threshold
    sets_kept: Threshold
    load_kept: Threshold
    least_load_kept: Threshold
    lasts: Threshold
    weeks_apart: Threshold
    reviewed_by: str
    reviewed_on: date | None = None


@content
class EffortRules:
    """How a dose answers to the repetitions that were left."""

    far_above: Threshold
    reps_when_far: Threshold
    far_below: Threshold
    times_far_below: Threshold
    fewer_when_far_below: Threshold
    reviewed_by: str
    reviewed_on: date | None = None
