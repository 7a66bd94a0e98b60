"""The ways to a dose that the table of steps names, each one function; None where a way cannot be gone."""

from collections.abc import Mapping

from gradus.library.types import Way
from gradus.progression import easing, lightening, lowering, raising
from gradus.progression.floor import lower, no_lower
from gradus.progression.situation import Going, Made, Situation


def _once_begun(way: Going) -> Going:
    """A way from the last turn cannot be gone before there is one."""
    return lambda about: way(about) if about.begun else None


def _kept(way: Going) -> Going:
    """The way, which leads no lower than the least."""
    return lambda about: no_lower(way(about), about)


def _less(way: Going) -> Going:
    """The same, which cannot be gone where nothing is less then."""
    return lambda about: lower(way(about), about)


def _as_last_time(about: Situation) -> Made | None:
    return Made(about.last.exercise, about.last.dose)


def _clinicians_dose(about: Situation) -> Made | None:
    override = about.override
    if override is None:
        return None
    exercise = about.around.library.exercises[override.exercise]
    return Made(exercise, override.dose or about.now.dose)


WAYS: Mapping[Way, Going] = {
    "as-last-time": _once_begun(_as_last_time),
    "clinicians-dose": _clinicians_dose,
    "lighter-weight-or-band": lowering.lighter_or_weaker,
    "easier-rung": _kept(lowering.to_an_easier_rung),
    "clearly-less": _less(lowering.lowered_clearly),
    "a-little-less": _less(lowering.lowered_a_little),
    "as-was-managed": _once_begun(_less(lowering.as_was_managed)),
    "further-from-the-limit": _once_begun(_less(lowering.further_from_the_limit)),
    "reserve-comes-back": _once_begun(raising.reserve_comes_back),
    "a-little-more": _once_begun(raising.a_little_more),
    "wider-range": _once_begun(raising.wider_range),
    "heavier-weight": _once_begun(raising.heavier_weight),
    "stronger-band": _once_begun(raising.next_band),
    "harder-rung": _once_begun(raising.next_rung),
    "more-repetitions": _once_begun(raising.more_repetitions),
    "easier-rung-that-fits": _kept(lowering.to_a_rung_that_fits),
    "something-alike": _kept(lowering.to_something_alike),
    "share-after-weeks": _kept(lowering.share_after_weeks),
    "share-after-long": _kept(lowering.share_after_long),
    "flare-share": _kept(easing.halved),
    "as-far-as-now": _once_begun(easing.as_far_as_now),
    "step-back-up": _once_begun(easing.step_back_up),
    "share-to-begin-with": easing.share_to_begin_with,
    "lesser-on-the-way-back": _kept(easing.lesser_on_the_way_back),
    "lighter-dose": _once_begun(lightening.lighter),
    "lesser-of-both": _once_begun(lightening.lesser_of_both),
    "dose-before-the-lighter-week": _once_begun(lightening.from_before),
}
"""Each way by its name in the table."""
