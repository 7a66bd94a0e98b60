"""Milestones: what the person wants to do again, in their own words, and the days on which they say they can.
Nothing here is inferred."""

from dataclasses import dataclass
from datetime import date

from gradus.record.facts import Milestone, Profile
from gradus.record.history import History


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal in the person's own words. `reached_on` is the first day on which they said that it is reached,
    None while it lies ahead."""

    words: str
    reached_on: date | None


def goals(history: History, day: date) -> tuple[Goal, ...]:
    """The goals of the profile as it stood on `day`, in its order, then every other thing that was said to be
    reached, oldest first. Small and capital letters and blanks make no difference between two wordings."""
    reached: dict[str, Milestone] = {}
    for fact in history.of(Milestone):
        if fact.day <= day:
            reached.setdefault(_same(fact.words), fact)
    named: dict[str, str] = {}
    for profile in history.of(Profile):
        if profile.day <= day and profile.goals is not None:
            named = {_same(words): words for words in profile.goals if _same(words)}
    ahead = (Goal(words, reached[key].day if key in reached else None) for key, words in named.items())
    others = (Goal(fact.words, fact.day) for key, fact in reached.items() if key not in named)
    return (*ahead, *others)


def _same(words: str) -> str:
    return " ".join(words.casefold().split())
