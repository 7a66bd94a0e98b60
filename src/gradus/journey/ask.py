"""Asking: what the library knows of a question, for somebody who may or may not train."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from gradus.evidence.entries import Entry, Kind
from gradus.evidence.related import related
from gradus.evidence.search import Search
from gradus.journey.today import stopped_by_clinician
from gradus.library.library import Library
from gradus.record.history import History
from gradus.screening.outcome import screen

__all__ = ["Asked", "Entry", "Search", "ask"]

TRAINING: tuple[Kind, ...] = ("exercise", "programme")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question found. `answer` is the best answer among the good matches, `others` the rest of them,
    `beside` what belongs to the answer, and `near` what may help where nothing fits. `withheld` counts the
    exercises and programmes that were left out because the person has to be seen first; `found_something` is
    whether there was a good match, be it left out; `elsewhere` whether pain in another part of the body was
    asked of."""

    question: str
    found_something: bool
    answer: Entry | None
    others: tuple[Entry, ...]
    beside: tuple[Entry, ...]
    near: tuple[Entry, ...]
    withheld: int
    urgent: bool
    elsewhere: bool


def ask(question: str, history: History, library: Library, search: Search, day: date) -> Asked:
    """What is known of the question. While the screen sends the person to be seen at once or the same day, or
    a clinician has stopped all exercise, no exercise and no programme is shown; answers and claims are."""
    found = search.find(question)
    good = [match.entry for match in found.good]
    answer = next((entry for entry in good if entry.kind == "answer"), None)
    others = [entry for entry in good if entry is not answer]
    beside = [] if answer is None else [each for each in related(answer, search) if each not in good]
    near = [] if good else [match.entry for match in found.near]
    kinds = TRAINING if _is_locked(history, library, day) else ()
    return Asked(
        question=question,
        found_something=bool(good),
        answer=answer,
        others=_but(kinds, others),
        beside=_but(kinds, beside),
        near=_but(kinds, near),
        withheld=sum(each.kind in kinds for each in (*others, *beside, *near)),
        urgent=search.is_urgent(question),
        elsewhere=found.elsewhere,
    )


def _but(kinds: Container[Kind], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind not in kinds)


def _is_locked(history: History, library: Library, day: date) -> bool:
    """Whether the person may do no exercise at all: was told to be seen at once or the same day, or to stop,
    is too young, or has a record that cannot be judged. Somebody with no record may look."""
    if stopped_by_clinician(history, library, day) is not None:
        return True
    outcome = screen(history, library, day)
    if outcome.cleared is not None:
        return False
    return bool(outcome.locks or outcome.blocked)
