"""What a person last said to each item, and what of it still counts."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from gradus.library.library import Library
from gradus.record.bounds import Answer
from gradus.record.facts import Envelope, ScreenAnswers
from gradus.screening.judge import UNSURE
from gradus.vocabulary.ids import FactId, ItemId

Place = tuple[date, datetime, FactId]
"""Where a fact stands in the order of a record."""


class Said(NamedTuple):
    """The last word on one item and when it was said. The value is None where two versions of one fact
    contradict each other: then nobody knows."""

    value: Answer | float | None
    place: Place

    @property
    def day(self) -> date:
        """The local day on which it was said."""
        return self.place[0]


def place(fact: Envelope) -> Place:
    """Where the fact stands."""
    return (fact.day, fact.at, fact.id)


def hear(
    said: Mapping[ItemId, Said], screen: ScreenAnswers, library: Library, *, alarms_only: bool = False
) -> dict[ItemId, Said]:
    """What is said after this screen. A follow-up not answered with it is forgotten where what it follows is
    answered "no". With `alarms_only` nothing is forgotten, and a "no" changes nothing said before."""
    here = place(screen)
    each: dict[Answer, Said] = {}
    heard = dict(said)
    for id_, answer in screen.answers.items():
        item = library.items.get(id_)
        asked = item is not None and (item.kind != "number" or answer in UNSURE)
        if asked and not (alarms_only and id_ in said and answer == "no"):
            if answer not in each:
                each[answer] = Said(answer, here)
            heard[id_] = each[answer]
    for id_, number in screen.numbers.items():
        item = library.items.get(id_)
        if item is not None and item.kind == "number":
            heard[id_] = Said(number, here)
    if alarms_only:
        return heard
    named = screen.answers.keys() | screen.numbers.keys()
    for id_ in [id_ for id_ in heard if id_ not in named and _is_silenced(id_, screen, library)]:
        del heard[id_]
    return heard


def reconcile(before: Mapping[ItemId, Said], after: Mapping[ItemId, Said]) -> dict[ItemId, Said]:
    """`after`, without an answer wherever another version of the same fact said something else."""
    torn = {
        id_: Said(None, now.place)
        for id_, now in after.items()
        if (then := before.get(id_)) and then.place == now.place and then.value != now.value
    }
    return {**after, **torn}


def _is_silenced(id_: ItemId, screen: ScreenAnswers, library: Library) -> bool:
    parent = library.items[id_].after
    if parent is None:
        return False
    answer = screen.answers.get(parent)
    return answer == "no" or (answer is None and _is_silenced(parent, screen, library))


def split(
    said: Iterable[tuple[ItemId, Said]],
) -> tuple[dict[ItemId, Answer], dict[ItemId, float]]:
    """The answers and the numbers among these."""
    answers: dict[ItemId, Answer] = {}
    numbers: dict[ItemId, float] = {}
    for id_, each in said:
        if isinstance(each.value, str):
            answers[id_] = each.value
        elif each.value is not None:
            numbers[id_] = each.value
    return answers, numbers


def counting(said: Mapping[ItemId, Said], library: Library, day: date) -> list[tuple[ItemId, Said]]:
    """What still weighs on `day`: lasting states and readings until they are answered anew, something new as
    long as an answer is fresh."""
    kept = []
    for id_, each in said.items():
        new = library.items[id_].kind in ("emergency", "event")
        if not new or is_recent(each, library, day):
            kept.append((id_, each))
    return kept


def is_recent(said: Said, library: Library, day: date) -> bool:
    """Whether it was said so few days before `day` that it need not be asked again yet."""
    return (day - said.day).days < library.screening.asked_again_after.value
