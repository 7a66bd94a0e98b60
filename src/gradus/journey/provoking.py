"""What sets the back off: told once, tried again every two weeks, and used when a plan is made. It is a place
to begin, never a ban."""

from collections.abc import Iterable, Iterator
from datetime import date

from gradus.library.library import Library
from gradus.planning.irritability import irritability
from gradus.planning.words import CAUTIONS, listed
from gradus.progression.flare import episodes
from gradus.record.facts import PlanMade, Profile
from gradus.record.history import History
from gradus.record.person import person
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Caution, Irritability


def try_again(history: History, library: Library, day: date) -> Reason | None:
    """The request to try once more what was said to provoke, when the last word on it is old enough; None
    when nothing was said to provoke, or it was said lately. In a flare, and with a very irritable back,
    nothing is tried: it is asked when that is over."""
    told = [fact for fact in history.of(Profile) if fact.provoked_by is not None and fact.day <= day]
    if not told or not told[-1].provoked_by:
        return None
    days = (day - told[-1].day).days
    if _is_stirred_up(history, library, day) or days < library.planning.provoking_tried_after.value:
        return None
    return library.reason(RuleId("try-what-provokes"), provoked=in_words(told[-1].provoked_by), days=days)


def _is_stirred_up(history: History, library: Library, day: date) -> bool:
    flares = episodes(history, day)
    high = irritability(person(history), library).what is Irritability.HIGH
    return high or (bool(flares) and flares[-1].over is None)


def since_the_plan(history: History, library: Library, plan: PlanMade, day: date) -> Iterator[Reason]:
    """What the plan does not know yet: what no longer provokes, and what does now."""
    made = (plan.day, plan.at, plan.id)
    every = [fact for fact in history.of(Profile) if fact.day <= day]
    then = _provoking(fact for fact in every if (fact.day, fact.at, fact.id) < made)
    now = _provoking(every)
    if then - now:
        yield library.reason(RuleId("provokes-no-more"), provoked=in_words(then - now))
    if now - then:
        yield library.reason(RuleId("provokes-now"), provoked=in_words(now - then))


def _provoking(facts: Iterable[Profile]) -> frozenset[Caution]:
    told = [fact.provoked_by for fact in facts if fact.provoked_by is not None]
    return frozenset(told[-1] if told else ())


def in_words(cautions: Iterable[Caution]) -> str:
    """What provokes, in words a person would use."""
    return listed([CAUTIONS[each] for each in sorted(cautions)])
