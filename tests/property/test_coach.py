"""What holds of every conversation with `gradus coach`."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from gradus.library.load import load
from gradus.record.codec import encode
from gradus.record.facts import PlanMade, ScreenAnswers
from gradus_cli.coach import ASKS, Coach
from tests.replies import AnyReply
from tests.strategies import facts as any_fact
from tests.strategies import unknown_facts
from tests.tries import tries

LIBRARY = load()


def lines() -> st.SearchStrategy[bytes]:
    """Facts of any kind and version, and anything else that JSON can say."""
    anything = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=6,
    )
    asked = st.fixed_dictionaries(
        {"ask": st.sampled_from(ASKS), "on": st.dates().map(str)},
        optional={"exercise": anything, "programme": anything, "tag": anything},
    )
    return st.one_of(
        any_fact().map(encode),
        any_fact(PlanMade, ScreenAnswers).map(encode),
        unknown_facts().map(encode),
        asked.map(_json),
        anything.map(_json),
        st.binary(max_size=20).filter(lambda line: line.strip()),
    )


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


class TestWhateverComes:
    """Every line gets one reply with the promised fields, and the questions are answered afterwards."""

    @tries(35)
    @given(st.lists(lines(), max_size=8), st.dates())
    def test_the_conversation_goes_on(self, some: list[bytes], day: Any) -> None:
        talk = Coach(LIBRARY)
        for line in (*some, *_questions(f"{day}")):
            reply = talk.reply(line)
            assert reply.count(b"\n") == 1
            assert b"has a fault" not in reply
            msgspec.json.decode(reply, type=AnyReply)


def _questions(day: str) -> Iterator[bytes]:
    for what in ASKS:
        yield _json({"ask": what, "on": day, **({"exercise": "bird-dog"} if what.startswith("why") else {})})
