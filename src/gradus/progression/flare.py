"""A flare that the person confirmed: half the load on the back for some days, nothing new, walking goes on;
then the dose comes back in steps. A flare is asked, never inferred from pain alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from gradus.library.library import Library
from gradus.progression.judging import Mornings
from gradus.record.facts import Clearance, Flare, MorningCheckIn
from gradus.record.history import History
from gradus.screening.locks import unexamined
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.week import WEEK

CALM = RuleId("flare-calm")
RETURN = RuleId("flare-return")
WAITS = RuleId("flare-return-waits")
BACK = RuleId("flare-back")
EASED = frozenset({CALM, RETURN, WAITS})
NOT_BETTER = RuleId("flare-not-better")
TOO_MANY = RuleId("flares-too-many")


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One flare, from the day the person said that it began to the day they said it was over."""

    began: date
    over: date | None = None


Stage = Literal["calm", "return"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaring:
    """The latest flare on a day: its stage, and whether the latest morning allows a step back up."""

    episode: Episode
    stage: Stage
    may_rise: bool


def episodes(history: History, day: date) -> tuple[Episode, ...]:
    """The flares up to that day, oldest first. Saying anew, on a later day, that a flare began makes a new
    one; a morning that confirms a flare begins one only where none is going on."""
    every = history.kept.of(_said, history.of(Flare), history.of(MorningCheckIn))
    found: list[Episode] = []
    for when, _, began, plain in every:
        if when > day:
            break
        going_on = bool(found) and found[-1].over is None
        if began and (not going_on or (plain and when > found[-1].began)):
            found.append(Episode(began=when))
        elif not began and going_on:
            found[-1] = replace(found[-1], over=when)
    return tuple(found)


def _said(
    flares: tuple[Flare, ...], mornings: tuple[MorningCheckIn, ...]
) -> tuple[tuple[date, datetime, bool, bool], ...]:
    """Every time that the person told of a flare, in order: the day and when it was written, whether one
    began, and whether it was told as such, not with a morning."""
    said = [(fact.day, fact.at, fact.state == "began", True) for fact in flares]
    said += [(fact.day, fact.at, fact.flare, False) for fact in mornings if fact.flare is not None]
    return tuple(sorted(said))


def flaring(found: Sequence[Episode], mornings: Mornings, library: Library, day: date) -> Flaring | None:
    """Where the latest flare stands on that day; None without one, and once the time for the way back from it
    is over."""
    if not found or is_long_past(found[-1], library, day):
        return None
    episode = found[-1]
    calm = (day - episode.began).days <= library.flare.calm_days.value and episode.over is None
    worse = _worse_than_before(episode, mornings, library, day)
    may_rise = worse is False or (worse is None and episode.over is not None)
    return Flaring(episode=episode, stage="calm" if calm else "return", may_rise=may_rise)


def is_long_past(episode: Episode, library: Library, day: date) -> bool:
    """Whether the time for the way back from the flare is over."""
    rules = library.flare
    ended = episode.over or shifted(episode.began, rules.review_after.value)
    return (day - ended).days > rules.return_within.value


def must_stop(
    found: Sequence[Episode], history: History, mornings: Mornings, *, library: Library, day: date
) -> Reason | None:
    """Why a flare asks for someone to look at it before training goes on; None where nothing does. The
    person's word that it is over, or a clearance that names the rule, ends it."""
    rules = library.flare
    if not found:
        return None
    latest = found[-1]
    cleared = {
        rule
        for fact in history.of(Clearance)
        if fact.day <= day
        and fact.id not in history.conflicts
        and unexamined(fact, latest.began, library) is None
        for rule in fact.rules
    }
    recent = [each for each in found if (day - each.began).days < rules.flares_looked_back.value]
    if len(recent) >= rules.flares_before_review.value and TOO_MANY not in cleared:
        weeks = f"{rules.flares_looked_back.value / WEEK:g}"
        return library.reason(TOO_MANY, flares=len(recent), weeks=weeks)
    days = (day - latest.began).days
    lasts = latest.over is None and days >= rules.review_after.value
    if lasts and NOT_BETTER not in cleared and not _better(latest, mornings, library, day):
        return library.reason(NOT_BETTER, days=days)
    return None


def _worse_than_before(episode: Episode, mornings: Mornings, library: Library, day: date) -> bool | None:
    """Whether the latest morning since the flare began, of yesterday or today, is further above the baseline
    from before it than is accepted; None when there is no such morning or no baseline."""
    latest = mornings.last_day()
    if latest is None or latest <= episode.began or latest < day - timedelta(days=1):
        return None
    usual = mornings.usual(episode.began)
    pain = mornings.pain(latest)
    if usual is None or pain is None:
        return None
    return pain > usual + library.pain.rise_by_morning.value


def _better(episode: Episode, mornings: Mornings, library: Library, day: date) -> bool:
    """Whether a recent morning shows that the flare has settled. Not told is not better."""
    return _worse_than_before(episode, mornings, library, day) is False
