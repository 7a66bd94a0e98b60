"""The numbers of the person model: what virtual people are made of, each with what it rests on."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from gradus.library.types.common import Threshold
from gradus.library.types.content import content
from gradus.vocabulary.ids import PersonModelId
from gradus.vocabulary.scales import Pattern

CourseKind = Literal["acute", "persistent", "long"]


@content
class NaturalCourse:
    """Pain without exercise, as two exponentials: so much of it fades with the quick time, the rest with the
    slow one. The quick share of each person is drawn around `fast_share`, the nearer the larger `alike`."""

    fast_share: Threshold
    alike: Threshold
    fast_time: Threshold
    slow_time: Threshold


@content
class PainLevel:
    """The mean pain of a person at the start, between people."""

    mean: Threshold
    spread: Threshold
    lowest: Threshold
    highest: Threshold


@content
class ExerciseEffect:
    """What exercise does to pain, by how regularly it is done and not by how hard it is."""

    mean: Threshold
    spread: Threshold
    half_time: Threshold
    by: Threshold
    attention: Threshold
    attendance_power: Threshold
    attendance_over: Threshold


@content
class DayToDay:
    """How pain swings from one morning to the next around its mean."""

    spread_mean: Threshold
    spread_sd: Threshold
    correlation: Threshold
    smaller_below: Threshold


@content
class FlareModel:
    """Flares that come by themselves, and how much oftener they come after an overload. `unlike` is the shape
    of the gamma distribution of the hazard between people: the smaller, the more it differs."""

    weekly_hazard: Threshold
    unlike: Threshold
    median_days: Threshold
    log_spread: Threshold
    longest: Threshold
    lowest_height: Threshold
    highest_height: Threshold
    hazard_ratio: Threshold
    raised_for: Threshold
    told_share: Threshold


@content
class StrengthModel:
    """Capacity, its answer to training, and fatigue. Capacity 1 is that of the middle person."""

    ability_spread: Threshold
    pattern_spread: Threshold
    trained_ability: Threshold
    gain: Threshold
    gain_by: Threshold
    gain_spread: Threshold
    gain_time: Threshold
    loss_time: Threshold
    sets_for_most: Threshold
    full_effort_reserve: Threshold
    no_effort_reserve: Threshold
    fatigue_a_set: Threshold
    fatigue_time: Threshold
    drop_from_set_to_set: Threshold


@content
class DemandModel:
    """What an exercise asks of capacity. `own_weight` is the part of the body that is lifted with the load,
    by pattern; `first_load` the load with which the middle person has `spare` repetitions beyond the top."""

    reps_from_half: Threshold
    spare: Threshold
    rung: Threshold
    band: Threshold
    hold_of_a_rep: Threshold
    seconds_a_rep: Threshold
    metres_a_rep: Threshold
    own_weight: Mapping[Pattern, Threshold]
    first_load: Mapping[Pattern, Threshold]
    first_barbell: Threshold


@content
class ToleranceModel:
    """What the tissues of the back are used to, and how far a session may go beyond it."""

    habitual: Threshold
    habitual_spread: Threshold
    margin: Threshold
    margin_spread: Threshold
    time: Threshold
    in_flare: Threshold
    irritable: Threshold


@content
class PainInSession:
    """Pain during an exercise that loads the back."""

    of_the_day: Threshold
    at_tolerance: Threshold
    power: Threshold
    spread: Threshold


@content
class Telling:
    """How people report: reserve, soreness, and mornings that are not told."""

    reserve_unseen: Threshold
    reserve_unseen_trained: Threshold
    reserve_learned_in: Threshold
    reserve_spread: Threshold
    most_reserve: Threshold
    sore_share: Threshold
    sore_for: Threshold
    mornings_missing: Threshold
    mornings_alike: Threshold


@content
class Conduct:
    """Whether a planned session is done, and when people leave."""

    at_home: Threshold
    supervised: Threshold
    unlike: Threshold
    fall_a_week: Threshold
    after_flare: Threshold
    when_better: Threshold
    better_by: Threshold
    leaves_weekly: Threshold
    goal: Threshold
    alarm_weekly: Threshold


@content
class PersonModel:
    """All numbers of a person model."""

    id: PersonModelId
    level: PainLevel
    course: Mapping[CourseKind, NaturalCourse]
    effect: ExerciseEffect
    day_to_day: DayToDay
    flares: FlareModel
    strength: StrengthModel
    demand: DemandModel
    tolerance: ToleranceModel
    in_session: PainInSession
    telling: Telling
    conduct: Conduct
    reviewed_by: str
    reviewed_on: date | None = None
