"""Recorded conversations with `gradus coach`, word for word. They change only by `./dev golden`.

The version of the content is written as "…", and so is the id of a shown decision, which follows from it: a
word changed in the library need not change these files.
"""

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

from gradus.library.library import Library
from gradus_cli.coach import Coach
from tests.golden.conversations import TALKS, held
from tests.replies import AnyReply

FOLDER = Path(__file__).parents[2] / "examples" / "coach"
WRITES = os.environ.get("GRADUS_GOLDEN") == "write"


def told(line: bytes) -> str:
    """The line without what changes with any word of the content."""
    return json.dumps(_without_versions(json.loads(line)), ensure_ascii=False) + "\n"


def _without_versions(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_versions(each) for each in value]
    if not isinstance(value, dict):
        return value
    hidden = {"library"} | ({"id"} if value.get("kind") == "decision" else set())
    return {key: "…" if key in hidden else _without_versions(each) for key, each in value.items()}


@pytest.mark.parametrize("name", TALKS)
def test_a_recorded_conversation_goes_as_it_went(name: str, library: Library) -> None:
    file_in, file_out = FOLDER / f"{name}.in.jsonl", FOLDER / f"{name}.out.jsonl"
    if WRITES:
        talk = list(held(name, library))
        FOLDER.mkdir(exist_ok=True)
        file_in.write_bytes(b"".join(line for line, _ in talk))
        file_out.write_text("".join(told(line) for _, line in talk), encoding="utf-8")
    coach = Coach(library)
    replies = [told(coach.reply(line)) for line in file_in.read_bytes().splitlines(keepends=True)]
    recorded = file_out.read_text(encoding="utf-8").splitlines(keepends=True)
    assert [_known(reply) for reply in replies] == [_known(line) for line in recorded]


def _known(line: str) -> str:
    """The line, with the id of a decision left out where the conversation kept it under the recorded one."""
    table = json.loads(line)
    return json.dumps({**table, "fact": "…"} if table.get("reply") == "kept" else table, ensure_ascii=False)


@pytest.mark.parametrize("name", TALKS)
def test_every_recorded_reply_has_the_promised_fields(name: str) -> None:
    recorded = (FOLDER / f"{name}.out.jsonl").read_bytes().splitlines()
    assert recorded
    for line in recorded:
        msgspec.json.decode(line, type=AnyReply)


def test_the_recorded_conversations_hold_every_kind_of_reply() -> None:
    every = [
        json.loads(line)["reply"]
        for path in FOLDER.glob("*.out.jsonl")
        for line in path.read_bytes().splitlines()
    ]
    kinds = {"error", "kept", "screen", "plan", "others", "today", "review", "why", "why-not"}
    assert set(every) == kinds
