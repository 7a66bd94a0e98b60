"""Coming back after time without training: the same after a week, less after two, much less later."""

from dataclasses import dataclass, replace

from gradus.library.library import Library
from gradus.progression.around import Around, Course, Next
from gradus.progression.doses import WHOLE, reduced
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Decision
from gradus.vocabulary.scales import Step


@dataclass(frozen=True, slots=True)
class Return:
    """How a dose comes back: the percent that is kept, and how many more repetitions stay in reserve."""

    rule: RuleId
    percent: float
    more_reserve: int = 0


def coming_back(days_off: int | None, library: Library) -> Return | None:
    """What so many days since the last session do; None where the dose stays, or nothing was ever done."""
    rules = library.missed
    if days_off is None or days_off <= rules.same_up_to.value:
        return None
    if days_off <= rules.short_up_to.value:
        return Return(RuleId("back-after-weeks"), rules.share_after_short.value)
    reserve = int(rules.reserve_after_long.value)
    return Return(RuleId("back-after-long"), rules.share_after_long.value, reserve)


def after_gap(decision: Decision[Next], course: Course, around: Around) -> Decision[Next]:
    """The decision after missed time: never a rise, and the share of the dose that the time leaves."""
    back = coming_back(around.days_off, around.library)
    if back is None or not decision.what.is_done:
        return decision
    was = decision.what
    if was.step is Step.PROGRESS and course.turns:
        last = course.turns[-1]
        was = Next(exercise=last.exercise, dose=last.dose, step=Step.HOLD)
    dose = reduced(was.dose, back.percent, around.at_hand(was.exercise, was.dose))
    if dose.reserve is not None:
        dose = replace(dose, reserve=dose.reserve + back.more_reserve)
    says = around.library.reason(
        back.rule, days=around.days_off, percent=f"{WHOLE - back.percent:g}", dose=around.told(dose)
    )
    step = was.step if was.step is Step.SWAP else Step.REGRESS
    kept = decision.because if decision.what.step in (Step.SWAP, Step.REGRESS) else ()
    return Decision(replace(was, dose=dose, step=step), (*kept, says))
