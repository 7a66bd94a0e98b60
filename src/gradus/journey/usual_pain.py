"""Usual pain, and how soon it eases: asked again, and sooner where the mornings tell another story.
Only the person's answer changes anything; mornings ask, and never answer."""

from datetime import date, timedelta
from statistics import fmean

from gradus.journey.phases import in_flare
from gradus.library.library import Library
from gradus.measures.mornings import DUST, in_turn
from gradus.progression.flare import episodes
from gradus.progression.judging import Known, known
from gradus.record.facts import MorningCheckIn
from gradus.record.history import History
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Irritability


def ask_again(history: History, library: Library, day: date) -> Reason | None:
    """Why usual pain is asked again; None where nobody told it yet, the last word on it is new enough, or a
    flare is on: what a flare does is not usual."""
    told = known(history, library, day)
    if not told or in_flare(history, day):
        return None
    last, rules = told[-1], library.irritability
    since = (day - last.since).days
    if (unlike := _unlike(last, since, history, library, day)) is not None:
        return unlike
    high = last.irritability is Irritability.HIGH
    after = rules.asked_again_when_high if high else rules.asked_again_after
    return library.reason(RuleId("usual-pain-again"), days=since) if since >= after.value else None


def _unlike(last: Known, since: int, history: History, library: Library, day: date) -> Reason | None:
    """That the mornings of late lie far from the usual pain that was told."""
    rules, usual = library.irritability, last.usual_pain
    if usual is None or since < rules.asked_sooner_after.value:
        return None
    days = int(rules.mornings_looked_at.value)
    pains = _lately(history, day, days)
    if len(pains) < rules.fewest_mornings.value:
        return None
    mean = fmean(pains)
    if round(abs(mean - usual) - rules.asked_sooner_by.value, DUST) < 0:
        return None
    return library.reason(RuleId("usual-pain-unlike-mornings"), usual=usual, mean=f"{mean:.1f}", days=days)


def _lately(history: History, day: date, days: int) -> list[int]:
    """The pain of the mornings of so many days up to that day, those in a flare left out."""
    first = day - timedelta(days=days - 1)
    flares = episodes(history, day)
    quiet = [
        fact
        for fact in history.between(MorningCheckIn, first, day)
        if not any(each.began <= fact.day and (each.over is None or fact.day < each.over) for each in flares)
    ]
    return [pain for _, pain in in_turn(quiet)]
