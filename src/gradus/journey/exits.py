"""What a phase asks for before the next one opens, beside sessions that went well: strength that has grown,
and for keeping it up a gain that matters or a goal that is reached."""

from collections.abc import Mapping
from datetime import date
from math import inf
from statistics import median_low

from gradus.journey.felt import gain_that_matters
from gradus.journey.milestones import goals
from gradus.library.library import Library
from gradus.library.types import Phase
from gradus.planning.barriers import CALM_PATTERNS
from gradus.planning.rungs import below
from gradus.planning.weights import percent_more
from gradus.progression.occasions import current_doses
from gradus.record.facts import PlanMade
from gradus.record.history import History
from gradus.record.person import person
from gradus.screening.outcome import screen
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason

UNTIL_STRONGER = RuleId("phase-until-stronger")
UNTIL_REACHED = RuleId("phase-until-reached")
NOTHING_HEAVIER = RuleId("phase-nothing-heavier")


def not_grown(
    history: History, library: Library, phase: Phase, plans: tuple[PlanMade, PlanMade]
) -> Reason | None:
    """That the exercises have not grown enough from the first plan of the phase to the latest one; None where
    they have, and where the phase does not ask."""
    if phase.grown_to_leave is None:
        return None
    first, latest = plans
    grown = growths(history, library, first, latest)
    if grown and median_low(grown.values()) >= phase.grown_to_leave.value:
        return None
    return library.reason(UNTIL_STRONGER, percent=f"{phase.grown_to_leave.value:g}")


def growths(
    history: History, library: Library, first: PlanMade, latest: PlanMade
) -> Mapping[ExerciseId, float]:
    """By how many percent each exercise with which the phase began has grown, in weight, band, repetitions or
    time; without end where a harder step has taken its place. What left the plan otherwise, and walking and
    easy movement, are not among them."""
    every, bands = library.exercises, person(history).bands or ()
    began = {item.exercise: item.dose for session in first.sessions for item in session.items}
    now = current_doses(history, latest)
    harder = {step for name in now if name in every for step in below(name, every)}
    found: dict[ExerciseId, float] = {}
    for name, dose in began.items():
        if name not in every or every[name].pattern in CALM_PATTERNS:
            continue
        if name in now:
            found[name] = _percent(dose, now[name], bands)
        elif name in harder:
            found[name] = inf
    return found


def _percent(first: Dose, last: Dose, bands: tuple[str, ...]) -> float:
    if first.band in bands and last.band in bands and first.band != last.band:
        return inf if bands.index(str(last.band)) > bands.index(str(first.band)) else -inf
    if first.load_kg and last.load_kg and first.load_kg != last.load_kg:
        return percent_more(last.load_kg, first.load_kg)
    return percent_more(last.amount, first.amount)


def reached(history: History, library: Library, day: date) -> Reason | None:
    """What the person has reached: a goal in their own words, or a gain that is beyond the error and
    matters; None while neither is so."""
    goal = next((each for each in goals(history, day) if each.reached_on is not None), None)
    if goal is not None:
        return library.reason(RuleId("reached-a-goal"), goal=goal.words)
    gain = gain_that_matters(history, library, day)
    if gain is None:
        return None
    return library.reason(RuleId("reached-what-matters"), measure=library.measures[gain.measure].title)


def opens_nothing(history: History, library: Library, here: Phase, after: Phase, day: date) -> bool:
    """Whether the phase after this one is there to begin heavier exercises, and limits of health speak
    against every one of them. Things and positions can be got; they do not count."""
    highest, now = after.highest_new_rank, here.highest_new_rank
    if highest is None or now is None or highest <= now:
        return False
    cleared = screen(history, library, day).cleared
    heavier = [each for each in library.exercises.values() if now < each.lumbar_rank <= highest]
    return cleared is not None and all(cleared.limits.against(each) for each in heavier)
