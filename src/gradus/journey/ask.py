"""Asking: what the library knows of a question, for somebody who may or may not train."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from gradus.evidence.entries import Entry, Kind
from gradus.evidence.related import related
from gradus.evidence.search import Search
from gradus.library.library import Library
from gradus.record.history import History
from gradus.screening.outcome import screen
from gradus.vocabulary.scales import Action

__all__ = ["Asked", "Entry", "Search", "ask"]

TRAINING: tuple[Kind, ...] = ("exercise", "programme")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question found. `answer` is the best answer among the good matches, `others` the rest of them,
    `beside` what belongs to the answer, and `near` what may help where nothing fits. `withheld` counts the
    exercises and programmes that were left out because the person has to be seen first."""

    question: str
    answer: Entry | None
    others: tuple[Entry, ...]
    beside: tuple[Entry, ...]
    near: tuple[Entry, ...]
    withheld: int

    @property
    def found_something(self) -> bool:
        """Whether there was a good match; without one there is at most something near."""
        return self.answer is not None or bool(self.others)


def ask(question: str, history: History, library: Library, search: Search, day: date) -> Asked:
    """What is known of the question. While the screen sends the person to be seen at once or the same day, no
    exercise and no programme is shown; answers and claims are."""
    found = search.find(question)
    good = [match.entry for match in found.good]
    answer = next((entry for entry in good if entry.kind == "answer"), None)
    others = [entry for entry in good if entry is not answer]
    beside = [] if answer is None else [each for each in related(answer, search) if each not in good]
    near = [] if good else [match.entry for match in found.near]
    kinds = TRAINING if _is_locked(history, library, day) else ()
    withheld = sum(each.kind in kinds for each in (*others, *beside, *near))
    return Asked(question, answer, _but(kinds, others), _but(kinds, beside), _but(kinds, near), withheld)


def _but(kinds: Container[Kind], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind not in kinds)


def _is_locked(history: History, library: Library, day: date) -> bool:
    """Whether the person was told to be seen at once or the same day. Somebody with no record was not."""
    return any(lock.action <= Action.SAME_DAY for lock in screen(history, library, day).locks)
