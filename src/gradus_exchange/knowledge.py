"""What is known, as plain tables: a thing of the library, and what a question found."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from gradus.journey.ask import Asked, Entry
from gradus.library.library import Library
from gradus.vocabulary.ids import AnswerId


def answer_table(asked: Asked, library: Library) -> dict[str, Any]:
    """What was found, as plain values."""
    answer = None if asked.answer is None else library.answers[AnswerId(asked.answer.id)]
    return {
        "question": asked.question,
        "found": asked.found_something,
        "answer": None if answer is None else thing_table(answer),
        "others": _rows(asked.others),
        "beside": _rows(asked.beside),
        "near": _rows(asked.near),
        "withheld": asked.withheld,
        "urgent": asked.urgent,
        "elsewhere": asked.elsewhere,
        "watch_for": list(library.safety_net.watch_for),
        "library": library.version,
    }


def _rows(entries: Sequence[Entry]) -> list[dict[str, str]]:
    return [{"kind": entry.kind, "id": entry.id, "title": entry.title} for entry in entries]


def thing_table(thing: Any) -> dict[str, Any]:
    """A thing of the library as plain values; what was left out is left out."""
    return {key: _plain(value) for key, value in asdict(thing).items() if value not in (None, (), "")}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if each not in (None, (), "")}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
