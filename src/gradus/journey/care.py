"""Where another programme is too small an answer: no gain, and more behind it than a plan can help."""

from datetime import date

from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.planning.irritability import irritability
from gradus.progression.flare import episodes
from gradus.record.facts import PlanMade
from gradus.record.history import History, until
from gradus.record.person import person
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Irritability

PREGNANT = frozenset({RuleId("pregnancy"), RuleId("later-pregnancy")})
WEIGHS = frozenset({RuleId("it-weighs-on-you"), RuleId("several-things-weigh")})
"""Rules of the screen."""


def more_behind_it(
    history: History, library: Library, answer: Today, *, weeks: int, rises: bool
) -> Reason | None:
    """Why somebody should look at a person whose plan brought no gain; None where another plan is answer
    enough. `rises` says whether pain is up since the start."""
    found = {reason.rule for reason in answer.outcome.because}
    if rises and not PREGNANT.isdisjoint(found):
        return library.reason(RuleId("no-gain-in-pregnancy"))
    if irritability(person(until(history, answer.day)), library).what is Irritability.HIGH:
        return library.reason(RuleId("no-gain-and-easily-stirred"), weeks=weeks)
    flares = _flares(history, answer.day)
    if flares >= library.reviews.flares_for_care.value and not WEIGHS.isdisjoint(found):
        return library.reason(RuleId("no-gain-and-much-to-carry"), weeks=weeks, flares=flares)
    return None


def _flares(history: History, day: date) -> int:
    """The flares since the first plan."""
    begun = min(plan.day for plan in history.of(PlanMade))
    return sum(each.began >= begun for each in episodes(history, day))
