"""What a new plan takes over of a flare that the old one had not come all the way back from."""

from collections.abc import Mapping
from datetime import date

from gradus.library.library import Library
from gradus.progression.flare import BACK, EASED, episodes, is_long_past
from gradus.progression.occasions import occasions
from gradus.record.facts import PlanMade
from gradus.record.history import History
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Step


def still_returning(
    history: History, library: Library, plan: PlanMade, day: date
) -> Mapping[ExerciseId, Dose]:
    """The exercises of the plan that the latest flare lowered and that are not back yet, each with the dose
    that they are on their way back to; none once the time for that is over."""
    flares = episodes(history, day)
    if not flares or is_long_past(flares[-1], library, day):
        return {}
    begins = {item.exercise: item.dose for session in plan.sessions for item in session.items}
    eased: set[ExerciseId] = set()
    for occasion in occasions(history, plan):
        for item in occasion.items or ():
            rules = {reason.rule for reason in item.because}
            if item.step is Step.DELOAD:
                continue
            if occasion.day < flares[-1].began and not rules & EASED:
                begins[item.exercise] = item.dose
            elif occasion.day >= flares[-1].began and rules & EASED:
                eased.add(item.exercise)
            elif BACK in rules:
                eased.discard(item.exercise)
    return {name: begins[name] for name in eased if name in begins}
