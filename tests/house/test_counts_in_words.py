"""No text of a course, a look back, a conversation or a page says "1 weeks", "1 times" or "1 sets"."""

import re
from pathlib import Path

import pytest

from tests.house.every import of_every
from tests.house.patient_texts import patient_texts

ROOT = Path(__file__).parents[2]
WRITTEN = [
    *(ROOT / "tests" / "golden" / "courses").glob("*"),
    *(ROOT / "tests" / "golden" / "looks_back").glob("*"),
    *(ROOT / "examples" / "coach").glob("*"),
    *(ROOT / "docs").glob("*.md"),
    *(ROOT / "docs" / "how").glob("*.md"),
    ROOT / "README.md",
]
THINGS = (
    "times|days|exercises|facts|flares|hours|metres|minutes|mornings|pages|people|places|points|questions"
    "|repetitions|results|seconds|sessions|sets|weeks|years"
)
MISCOUNTED = re.compile(rf"(?<![\d.,-])1 (?:{THINGS})\b|\(s\)|(?<![\d.,])2 times (?:running|within)")


@of_every(WRITTEN)
def test_a_recorded_text_counts_right(path: Path) -> None:
    assert MISCOUNTED.findall(path.read_text(encoding="utf-8")) == []


def test_a_text_for_people_counts_right() -> None:
    told = {name: MISCOUNTED.findall(" ".join(texts)) for name, texts in patient_texts().items()}
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.parametrize(
    "words", ["1 weeks", "(1 times)", "in 1 sets of 8", "repetition(s)", "2 times running"]
)
def test_a_miscount_would_be_seen(words: str) -> None:
    assert MISCOUNTED.search(words)


@pytest.mark.parametrize("words", ["1 week", "11 weeks", "0.1 points", "2 sets", "-1 points"])
def test_a_right_count_is_let_through(words: str) -> None:
    assert not MISCOUNTED.search(words)
