"""What is told of a day: the morning, a flare, a time away."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from gradus.record.facts import Flare, MorningCheckIn, Pause
from gradus.vocabulary.ids import FactId
from gradus.vocabulary.value import replace
from gradus_web.people.doors import Here

Why = Literal["holiday", "illness", "work", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Woke:
    """How somebody woke: the pain, what weighs on it, and words of their own. `id` is the morning's own, so
    that it is kept once however often it is sent."""

    id: FactId | None = None
    pain: int
    slept_badly: bool
    low: bool
    ill: bool
    flare: bool | None
    note: str


def check_in(here: Here, woke: Woke) -> None:
    """Keeps the pain of this morning. Whoever is ill pauses for the day."""
    if woke.id is not None and here.known(woke.id) is not None:
        return
    stamp = here.stamp()
    told = replace(stamp, id=woke.id or stamp.id).fact(
        MorningCheckIn,
        pain_0_10=woke.pain,
        sleep="poor" if woke.slept_badly else None,
        tired=True if woke.low else None,
        flare=woke.flare,
        note=woke.note,
    )
    here.keep(told, *([here.fact(Pause, why="illness", until=here.day)] if woke.ill else []))


def woke_as(said: dict[str, Any], id_: FactId | None) -> Woke:
    """How somebody woke, as the form has it."""
    return Woke(**(said | {"id": id_}))


def say_flare(here: Here, state: Literal["began", "over"], pain: int | None) -> None:
    """Keeps that a flare began or is over."""
    here.keep(here.fact(Flare, state=state, pain_0_10=pain))


def say_pause(here: Here, why: Why, until: date | None) -> None:
    """Keeps that somebody is away, until that day if it is known."""
    here.keep(here.fact(Pause, why=why, until=until))
