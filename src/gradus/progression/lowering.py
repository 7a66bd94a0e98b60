"""Ways down: a little less, clearly less, an easier rung, and the share that missed time leaves."""

from math import floor

from gradus.library.types import Exercise
from gradus.progression.around import Around
from gradus.progression.bearing import amount_done
from gradus.progression.doses import DUST, WHOLE, clearly_less, cut, reduced, with_amount
from gradus.progression.gap import Return, after_long, after_weeks
from gradus.progression.holding import too_few_left
from gradus.progression.instead import instead
from gradus.progression.ladder import begin_lower, easier_rung
from gradus.progression.situation import Made, Situation
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import Side, Step
from gradus.vocabulary.value import replace


def a_little_less(exercise: Exercise, dose: Dose, around: Around) -> Dose:
    """The dose cut a little, by what the person has for this exercise."""
    percent = around.library.pain.load_cut_after_ambers.value
    return cut(dose, percent, around.at_hand(exercise, dose))


def lowered_a_little(about: Situation) -> Made:
    """A little less of the same, where there is less."""
    return Made(about.now.exercise, a_little_less(about.now.exercise, about.now.dose, about.around))


def as_was_managed(about: Situation) -> Made | None:
    """All the sets, each as long as the shortest that was managed last time, and a little less at least. None
    where a lighter weight or weaker band is at hand, and where a set was missed altogether or not told."""
    last = about.last
    little = a_little_less(last.exercise, last.dose, about.around)
    lighter = (little.load_kg, little.band) != (last.dose.load_kg, last.dose.band)
    managed = [amount_done(last.dose, fact) or 0 for fact in last.sets]
    sides = len(Side) if last.exercise.one_sided else 1
    if lighter or len(managed) < last.dose.sets * sides:
        return None
    shortest = min(managed)
    if not 0 < shortest < last.dose.amount:
        return None
    kept = WHOLE - about.around.library.pain.load_cut_after_ambers.value
    least_cut = floor(round(last.dose.amount * kept / WHOLE, DUST))
    return Made(last.exercise, with_amount(last.dose, max(1, min(floor(shortest), least_cut))))


def further_from_the_limit(about: Situation) -> Made | None:
    """A lighter weight or weaker band where one is at hand, else fewer repetitions in each set, by what was
    missing in reserve and no more than is taken at a time."""
    last = about.last
    little = a_little_less(last.exercise, last.dose, about.around)
    if (little.load_kg, little.band) != (last.dose.load_kg, last.dose.band):
        return Made(last.exercise, little)
    most = int(about.around.library.effort.fewer_when_far_below.value)
    fewer = min(most, too_few_left(last))
    return Made(last.exercise, with_amount(last.dose, max(1, last.dose.amount - fewer)))


def lowered_clearly(about: Situation) -> Made:
    """Clearly less of the same, where there is less."""
    limits = about.around.library.pain
    kept, a_little = limits.load_kept_after_a_red.value, limits.load_cut_after_ambers.value
    return Made(about.now.exercise, clearly_less(about.now.dose, kept, a_little, about.own))


def lighter_or_weaker(about: Situation) -> Made | None:
    """Clearly less of the same by weight or band; None where neither gives way."""
    made, was = lowered_clearly(about), about.now.dose
    return None if (made.dose.load_kg, made.dose.band) == (was.load_kg, was.band) else made


def to_an_easier_rung(about: Situation) -> Made | None:
    """The nearest easier rung that is open, with no more than a little less of before."""
    rung = easier_rung(about.now.exercise, about.around)
    if rung is None:
        return None
    before = a_little_less(about.now.exercise, about.now.dose, about.around)
    return Made(rung, begin_lower(rung, before, about.around))


def to_a_rung_that_fits(about: Situation) -> Made | None:
    """The nearest easier rung that nothing stands against. What was just raised or lowered begins there from
    what was asked for last time."""
    rung = easier_rung(about.now.exercise, about.around)
    if rung is None:
        return None
    changed = about.now.step in (Step.PROGRESS, Step.REGRESS) and about.begun
    before = about.last.dose if changed else about.now.dose
    return Made(rung, begin_lower(rung, before, about.around))


def to_something_alike(about: Situation) -> Made | None:
    """What may stand in for it, with the dose that it begins with and no more than was asked for before."""
    found = instead(about.now.exercise, about.course.item.slot, about.around)
    if not found:
        return None
    return Made(found[0], begin_lower(found[0], about.now.dose, about.around))


def share_after_weeks(about: Situation) -> Made:
    """What some weeks without training leave of the dose."""
    return _after_time_away(about, after_weeks(about.around.library))


def share_after_long(about: Situation) -> Made:
    """What a long time without training leaves of the dose, and more in reserve."""
    return _after_time_away(about, after_long(about.around.library))


def _after_time_away(about: Situation, back: Return) -> Made:
    """The share of the dose that the time leaves; never of a rise, which waits."""
    was = about.now
    if was.step is Step.PROGRESS and about.begun:
        was = replace(was, exercise=about.last.exercise, dose=about.last.dose)
    dose = reduced(was.dose, back.percent, about.around.at_hand(was.exercise, was.dose))
    if dose.reserve is not None:
        dose = dose.but(reserve=dose.reserve + back.more_reserve)
    words = {"days": about.around.days_off, "percent": f"{WHOLE - back.percent:g}"}
    return Made(was.exercise, dose, words)
