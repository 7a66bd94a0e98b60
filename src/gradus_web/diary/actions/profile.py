"""Keeping what somebody tells of themselves."""

from collections.abc import Mapping
from typing import Any

from gradus.record.facts import Milestone, Profile
from gradus.record.person import person
from gradus_web.people.doors import Here


def tell(here: Here, said: Mapping[str, Any]) -> bool:
    """Keeps what is new of it; False where nothing is."""
    known = person(here.history)
    new = {name: value for name, value in said.items() if value is not None and getattr(known, name) != value}
    if new:
        here.keep(here.fact(Profile, **new))
    return bool(new)


def reached(here: Here, words: str) -> None:
    """Keeps that the person can do something again."""
    here.keep(here.fact(Milestone, words=words))
