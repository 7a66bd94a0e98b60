"""The conditions that the table of steps names, each one function; the numbers behind them stand in the
library."""

from collections.abc import Mapping

from gradus.library.types import When
from gradus.progression import ambers, easing, holding, lightening, raising
from gradus.progression.around import LOWERED
from gradus.progression.clinician import CONFIRMS, dose_is_less, dose_is_the_same
from gradus.progression.flare import NOT_BETTER, TOO_MANY
from gradus.progression.floor import is_the_least
from gradus.progression.gap import is_long, is_weeks
from gradus.progression.ladder import EQUIPMENT, LIMIT, POSITION, SUPPORT, against
from gradus.progression.situation import Condition, Situation
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.scales import Colour, Pattern, Step

KEPT = RuleId("kept-from-before")
RETIRED = RuleId("retired-for-now")
CALM_ONLY = RuleId("calm-only-until-seen")
KEPT_OUT = frozenset({RuleId("locked-by-clinician"), RETIRED, CALM_ONLY, LIMIT, SUPPORT, EQUIPMENT, POSITION})
"""Why an exercise may not be done at all, each with words of its own."""

FOR_LONG = frozenset({LIMIT, SUPPORT, EQUIPMENT, POSITION})
"""Of these the reasons that a new plan can take into account."""


def _stops(about: Situation, rule: RuleId) -> bool:
    return about.day.stop is not None and about.day.stop.rule == rule


def _kept_out(about: Situation, rule: RuleId) -> bool:
    why = against(about.now.exercise, about.around)
    return why is not None and why.rule == rule


def _once_begun(asked: Condition) -> Condition:
    """What is asked of the last turn does not hold before there is one."""
    return lambda about: about.begun and asked(about)


def _red(about: Situation) -> bool:
    return about.borne is not None and about.borne.colour is Colour.RED


def _above_the_limit(about: Situation) -> bool:
    pain = None if about.borne is None else about.borne.pain
    return pain is not None and pain > about.around.library.pain.acceptable_during.value


def _lowered_for_the_mornings(about: Situation) -> bool:
    return about.around.was_lowered_for_the_mornings(about.course)


CONDITIONS: Mapping[When, Condition] = {
    "flare-not-better": lambda about: _stops(about, NOT_BETTER),
    "too-many-flares": lambda about: _stops(about, TOO_MANY),
    "walking": lambda about: about.now.exercise.pattern is Pattern.WALK,
    "clinicians-dose": lambda about: about.override is not None,
    "clinicians-dose-is-the-same": lambda about: dose_is_the_same(about.override, about.now.dose),
    "clinicians-dose-is-less": lambda about: dose_is_less(about.override, about.now.dose, about.around),
    "raises-wait-for-clinician": lambda about: about.around.person.mode == CONFIRMS,
    "kept-out": lambda about: against(about.now.exercise, about.around) is not None,
    "locked-by-clinician": lambda about: about.now.exercise.id in about.day.locks,
    "retired": lambda about: _kept_out(about, RETIRED),
    "calm-work-only": lambda about: _kept_out(about, CALM_ONLY),
    "limit-stands-against": lambda about: _kept_out(about, LIMIT),
    "support-not-there": lambda about: _kept_out(about, SUPPORT),
    "equipment-gone": lambda about: _kept_out(about, EQUIPMENT),
    "position-gone": lambda about: _kept_out(about, POSITION),
    "first-time": lambda about: not about.begun,
    "kept-from-before": lambda about: KEPT in about.course.item.because,
    "leg-symptoms": lambda about: _red(about) and about.borne is not None and about.borne.leg,
    "pain-above-limit": _above_the_limit,
    "pain-while-irritable": _red,
    "least-there-is": is_the_least,
    "pain-in-the-middle": lambda about: about.borne is not None and about.borne.colour is Colour.AMBER,
    "middle-again": _once_begun(ambers.comes_again),
    "provoked-again": _once_begun(ambers.is_provoked_again),
    "would-go-below-the-start": _once_begun(ambers.would_go_below_the_start),
    "mornings-stay-worse": lambda about: about.around.rise_lasts,
    "loads-the-back": lambda about: about.around.is_spinal(about.now.exercise),
    "lowered-for-the-mornings": _lowered_for_the_mornings,
    "something-new": lambda about: bool(about.around.news),
    "morning-was-worse": _once_begun(holding.morning_was_worse),
    "not-all-done": _once_begun(holding.not_all_done),
    "missed-again-and-again": _once_begun(holding.missed_again_and_again),
    "pain-not-told": holding.pain_not_told,
    "sore-after": _once_begun(holding.sore_after),
    "reserve-not-told": _once_begun(holding.reserve_not_told),
    "reserve-too-small": _once_begun(holding.reserve_too_small),
    "too-close-again-and-again": _once_begun(holding.too_close_again_and_again),
    "top-often-enough": _once_begun(raising.top_often_enough),
    "held-by-a-limit": _once_begun(raising.held_by_a_limit),
    "morning-after-unknown": _once_begun(
        lambda about: about.around.settled(about.last, about.course.shown_on) is None
    ),
    "named-by-the-programme": _once_begun(raising.is_named_by_the_programme),
    "next-weight-too-far": _once_begun(raising.next_weight_too_far),
    "rises": lambda about: about.now.step is Step.PROGRESS,
    "holds": lambda about: about.now.step is Step.HOLD,
    "is-lowered": lambda about: about.now.step in LOWERED,
    "lowered-in-place": _once_begun(
        lambda about: about.now.step is Step.REGRESS and about.now.exercise.id == about.last.exercise.id
    ),
    "lowered-for-mornings-alone": easing.lowered_for_mornings_alone,
    "flare-is-calm": easing.is_calm,
    "flare-is-over-or-passing": easing.is_over_or_passing,
    "new-exercise": easing.is_new,
    "halved-in-a-flare": easing.is_halved,
    "eased-for-the-flare": easing.is_eased,
    "eased-by-the-plan": easing.is_eased_by_the_plan,
    "not-eased-yet": easing.not_eased_yet,
    "went-well": holding.went_well,
    "mornings-allow-more": easing.mornings_allow_more,
    "all-the-way-back": easing.is_all_the_way_back,
    "away-for-weeks": lambda about: is_weeks(about.around.days_off, about.around.library),
    "away-for-long": lambda about: is_long(about.around.days_off, about.around.library),
    "lighter-week-begins": lightening.begins,
    "lighter-week-goes-on": lightening.goes_on,
    "in-a-lighter-week": lambda about: about.day.lighter is not None,
    "lighter-week-just-ended": lightening.has_just_ended,
    "light-already": _once_begun(lightening.is_light_already),
    "easy-anyway": lightening.is_easy_anyway,
}
"""Each condition by its name in the table."""
