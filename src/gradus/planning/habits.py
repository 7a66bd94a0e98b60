"""Places of a session that depend on how a person lives: walking, and balance."""

from gradus.library.library import Library
from gradus.library.types import Slot
from gradus.planning.request import Request
from gradus.vocabulary.ids import MeasureId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Pattern

STANCE = MeasureId("single-leg-stance")


def not_needed(slot: Slot, request: Request, library: Library) -> Reason | None:
    """Why this person needs no such place in a session; None where they do, or it is for something else. A
    published programme keeps its balance."""
    patterns = set(slot.patterns)
    if patterns == {Pattern.WALK}:
        return walks_enough(request, library)
    own = request.programme.kind == "individual"
    if own and patterns == {Pattern.BALANCE} and not asks_for_balance(request, library):
        age = f"{library.planning.balance_from_age.value:g}"
        return library.reason(RuleId("balance-not-needed"), age=age)
    return None


def walks_enough(request: Request, library: Library) -> Reason | None:
    """That the person runs, or walks long enough on other occasions; None where neither was told."""
    if request.person.runs:
        return library.reason(RuleId("runs-already"))
    minutes = request.on_foot_min
    if minutes is None or minutes < library.planning.on_foot_enough.value:
        return None
    return library.reason(RuleId("walks-already"), minutes=f"{minutes:.0f}")


def asks_for_balance(request: Request, library: Library) -> bool:
    """Whether age, the safety questions, a low test, a goal or a like ask for balance. What is not known asks
    for nothing."""
    rules, person = library.planning, request.person
    old = request.age is not None and request.age >= rules.balance_from_age.value
    stance = request.scores.get(STANCE)
    low = stance is not None and stance < rules.balance_below.value
    liked = (library.exercises[each].pattern for each in person.likes or () if each in library.exercises)
    wanted = Pattern.BALANCE in (*(person.goal_patterns or ()), *liked)
    return old or low or wanted or bool(request.cleared.limits.support)
