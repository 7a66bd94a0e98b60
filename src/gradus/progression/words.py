"""The words that the sentences of the table of steps may name in braces, beside those that a way brings."""

from collections.abc import Callable, Mapping

from gradus.progression.ambers import ambers
from gradus.progression.around import Next
from gradus.progression.raising import times_running
from gradus.progression.situation import Situation
from gradus.progression.telling import amount, reserve, sets

TWICE = 2

WORDS: Mapping[str, Callable[[Situation, Next], object]] = {
    "dose": lambda about, now: about.around.told(now.dose),
    "would": lambda about, _: about.around.told(about.now.dose),
    "exercise": lambda _, now: now.exercise.en.name,
    "amount": lambda _, now: amount(now.dose),
    "sets": lambda about, _: sets(about.last.dose),
    "reserve": lambda about, _: reserve(about.last.dose.reserve),
    "kept": lambda about, _: about.last.kept,
    "target": lambda about, _: about.last.dose.reserve,
    "pain": lambda about, _: about.borne.pain if about.borne else None,
    "what": lambda about, _: about.around.news,
    "pain_after": lambda about, _: about.last.pain_after,
    "limit": lambda about, _: f"{about.around.library.pain.acceptable_during.value:g}",
    "times": lambda about, _: len(ambers(about)),
    "often": lambda about, _: _often(about),
    "needed": lambda about, _: int(about.around.library.raises.successes_before_load.value),
    "missed": lambda about, _: int(about.around.library.raises.misses_before_less.value),
    "close": lambda about, _: _close(about),
    "why": lambda about, _: f" ({about.override.why})" if about.override and about.override.why else "",
}
"""What each word says of a situation and of what has just been decided."""


def _close(about: Situation) -> str:
    """How often running far too little was left; a clause, empty for a weight that was tried once."""
    times = int(about.around.library.effort.times_far_below.value)
    return "" if about.last.noted else f": {times} times running far fewer than meant"


def _often(about: Situation) -> str:
    """How often running the top was reached; a clause."""
    times = times_running(about.course, about.around)
    return ", twice running" if times == TWICE else f", {times} times running"
