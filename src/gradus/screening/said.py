"""What a person last said to each item, and what of it still counts."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from math import ceil
from typing import NamedTuple

from gradus.library.library import Library
from gradus.record.bounds import Answer
from gradus.record.envelope import Envelope
from gradus.record.facts import ScreenAnswers
from gradus.screening.judge import UNSURE
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.ids import FactId, ItemId

Place = tuple[date, datetime, FactId]
"""Where a fact stands in the order of a record."""


NO: frozenset[Answer] = frozenset({"no", "gone"})


class Said(NamedTuple):
    """The last word on one item and when it was said. The value is None where two versions of one fact
    contradict each other: then nobody knows. `unticked` is a "no" to a lasting condition that was told
    before: as long as nobody has said that it is gone, it weighs as if it were still there."""

    value: Answer | float | None
    place: Place
    unticked: bool = False

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
    answered "no"; where that is told anew, an earlier "no" to the follow-up is forgotten, so that it is asked
    again. With `alarms_only` nothing is forgotten, and a "no" changes nothing said before."""
    here = place(screen)
    no = Said("no", here)
    heard = dict(said)
    for id_, answer in screen.answers.items():
        item = library.items.get(id_)
        if item is None or (item.kind == "number" and answer not in UNSURE):
            continue
        if answer not in NO:
            heard[id_] = Said(answer, here)
        elif alarms_only and id_ in said:
            continue
        elif item.lasting and answer == "no" and _was_told(said.get(id_)):
            heard[id_] = Said("no", here, unticked=True)
        else:
            heard[id_] = no
    for id_, number in screen.numbers.items():
        item = library.items.get(id_)
        if item is not None and item.kind == "number":
            heard[id_] = Said(number, here)
    if alarms_only:
        return heard
    unnamed = heard.keys() - screen.answers.keys() - screen.numbers.keys()
    for id_ in [id_ for id_ in unnamed if _is_forgotten(id_, screen, heard, library)]:
        del heard[id_]
    return heard


def reconcile(
    before: Mapping[ItemId, Said], after: Mapping[ItemId, Said], *, alone: Mapping[ItemId, Said]
) -> dict[ItemId, Said]:
    """`after`, without an answer wherever another version of the same fact said something else. Where one
    version only left a lasting condition unticked, it is not gone: `alone` is what is said after this version
    without the other."""
    twice = {id_: now for id_, now in after.items() if id_ in before and before[id_].place == now.place}
    torn = {id_: Said(None, now.place) for id_, now in twice.items() if before[id_].value != now.value}
    unticked = {id_ for versions in (before, alone) for id_, said in versions.items() if said.unticked}
    doubted = {
        id_: now._replace(unticked=True) for id_, now in twice.items() if id_ in unticked and id_ not in torn
    }
    return {**after, **torn, **doubted}


def _was_told(before: Said | None) -> bool:
    """Whether it was a plain "yes", and nobody has said since that it is gone."""
    return before is not None and (before.value == "yes" or before.unticked)


def _is_forgotten(id_: ItemId, screen: ScreenAnswers, heard: Mapping[ItemId, Said], library: Library) -> bool:
    """Whether the screen's answer to what this one follows takes away what was said to it. A first "not sure"
    to an emergency item stays whatever is said above it: it is to be asked again."""
    said = heard[id_]
    if _is_silenced(id_, screen, heard, library):
        return not (said.value == "unsure" and library.items[id_].kind == "emergency")
    return said.value == "no" and not said.unticked and _is_followed_anew(id_, screen, library)


def _is_followed_anew(id_: ItemId, screen: ScreenAnswers, library: Library) -> bool:
    """Whether the screen tells of the nearest item that this one follows and that it answers."""
    parent = library.items[id_].after
    if parent is None:
        return False
    answer = screen.answers.get(parent)
    return _is_followed_anew(parent, screen, library) if answer is None else answer not in NO


def _is_silenced(id_: ItemId, screen: ScreenAnswers, heard: Mapping[ItemId, Said], library: Library) -> bool:
    parent = library.items[id_].after
    if parent is None:
        return False
    answer = screen.answers.get(parent)
    if answer is None:
        return _is_silenced(parent, screen, heard, library)
    return answer in NO and not heard[parent].unticked


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
    long as an answer is fresh. A lasting condition that was only not ticked is still there."""
    kept, items, since = [], library.items, recent_since(library, day)
    for id_, each in said.items():
        if each.place[0] >= since or items[id_].kind not in ("emergency", "event"):
            kept.append((id_, each._replace(value="yes") if each.unticked else each))
    return kept


def recent_since(library: Library, day: date) -> date:
    """The first day whose answers need not be given again yet on `day`."""
    return shifted(day, 1 - ceil(library.screening.asked_again_after.value))
