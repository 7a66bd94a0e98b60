"""No text promises anything, and none frightens."""

import re

import pytest

from tests.house.content import every_file, files, texts
from tests.house.every import of_every
from tests.house.patient_texts import keys, patient_texts
from tests.house.wording import promises, scares

TEXTS = patient_texts()
CLAIMS = files("claims")
AS_CHECKED = keys("claim", "why", "says_instead")
PERCENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
DASHES = re.compile("—|\\s–\\s")


@of_every(TEXTS)
def test_no_text_promises_or_frightens(name: str) -> None:
    assert promises(TEXTS[name]) == []
    assert scares(TEXTS[name]) == []


@of_every([name for name in TEXTS if name.startswith("exercise: ")])
def test_no_exercise_shows_a_percentage(name: str) -> None:
    assert not PERCENT.findall(" ".join(TEXTS[name]))


@of_every(CLAIMS)
def test_a_claim_frightens_nobody_while_it_is_checked(name: str) -> None:
    """It may quote the percentages and the cures that it was checked for."""
    assert scares(AS_CHECKED(CLAIMS[name])) == []


def test_no_text_has_a_dash_for_a_full_stop() -> None:
    dashed = {
        path: [text for text in texts(file) if DASHES.search(text)] for path, file in every_file().items()
    }
    assert {path: found for path, found in dashed.items() if found} == {}


@pytest.mark.parametrize(
    "text",
    [
        "This cures your back.",
        "We guarantee it.",
        "Soon you are pain-free.",
        "You will hurt 72 % less.",
        "You can expect 40 per cent less pain.",
        "Strong legs take 12 % off your pain.",
        "Your pain falls by 12 %.",
    ],
)
def test_the_check_sees_a_promise(text: str) -> None:
    assert promises([f"Good morning. {text}"]) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "It is not a cure.",
        "Nobody can guarantee that.",
        "In ten people pain was 48 % lower after three weeks.",
        "Aim for about 5 % more steps a minute.",
    ],
)
def test_the_check_lets_a_figure_and_a_denial_pass(text: str) -> None:
    assert promises([text]) == []


@pytest.mark.parametrize(
    "text",
    ["Hurt is not damage.", "It is no slipped disc.", "That is wear and tear.", "Bad posture is no cause."],
)
def test_a_frightening_word_is_seen_though_it_is_denied(text: str) -> None:
    assert scares([text]) == [text]
