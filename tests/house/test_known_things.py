"""Claims and answers are whole: every row of the evidence has its claim, and what is not known is said."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.house.content import files
from tests.house.every import of_every

CLAIMS = files("claims")
ANSWERS = files("answers")
FINDING = tomllib.loads(
    (Path(__file__).parents[2] / "specs" / "evidence" / "finding.toml").read_text(encoding="utf-8")
)
DOCUMENTS = {
    "000": range(1, 14),
    "001": range(14, 25),
    "002": range(25, 40),
    "003": range(40, 47),
    "004": range(47, 131),
}
"""By document: the numbers of its claims in the table of the evidence."""
VERDICTS = {
    "S": "supported",
    "P": "partly",
    "M": "misattributed",
    "N": "no-source-found",
    "C": "contradicted",
}
VERDICTS_IN_ORDER = (
    "PSSSCSSMPNPPS"
    "PCNPNPNNPPN"
    "SSSSSSPSPPCNCPS"
    "PPCSSPM"
    "MPNPSCNMMPNSNCSMCNNNNNMNNMPCNNMNNPMPPNNPPP"
    "CNNNNMNNNNNPNCNNNNNNNNNNPPNNNCNPPPPPSCPPNC"
)
"""The verdict of each row of the table of the evidence, in order; one that the table leaves open
between two is the first of them."""
FEWEST_ANSWERS = 60
NOTHING = re.compile(
    r"\b(?:hold|holds|have|has|found|know|find)\b(?: of)?(?: \w+)? (?:no|nothing|none)\b"
    r"|\bnone of (?:our|the) (?:sources|studies)\b|\b(?:no|not one) (?:study|trial|source)\b"
    r"|\b(?:do|does) not (?:know|say|tell)\b.*\b(?:evidence|sources?|studies|study|trials?)\b"
    r"|\bsources? (?:say|says|tell|tells) nothing\b",
    re.IGNORECASE,
)
"""In words, that our sources hold nothing."""


def test_every_row_of_the_evidence_has_one_claim() -> None:
    numbers = Counter(claim["number"] for claim in CLAIMS.values())
    expected = Counter(number for rows in DOCUMENTS.values() for number in rows)
    assert numbers == expected, {
        "missing": sorted(expected - numbers),
        "too many": sorted(numbers - expected),
    }


@of_every(CLAIMS)
def test_a_claim_names_the_document_it_stands_in(name: str) -> None:
    claim = CLAIMS[name]
    assert claim["number"] in DOCUMENTS[claim["document"]]


@of_every(CLAIMS)
def test_a_claim_has_the_verdict_of_its_row(name: str) -> None:
    claim = CLAIMS[name]
    assert claim["verdict"] == VERDICTS[VERDICTS_IN_ORDER[claim["number"] - 1]]


@of_every(CLAIMS)
def test_what_is_said_instead_is_rated_and_nothing_else_is(name: str) -> None:
    assert ("certainty" in CLAIMS[name]) == ("says_instead" in CLAIMS[name])


@of_every([name for name, claim in CLAIMS.items() if claim["verdict"] == "supported"])
def test_a_supported_claim_cites_what_supports_it(name: str) -> None:
    assert CLAIMS[name].get("cites")


def test_there_are_answers_enough() -> None:
    assert len(ANSWERS) >= FEWEST_ANSWERS


@of_every([name for name, each in ANSWERS.items() if each["certainty"] == "none"])
def test_an_answer_without_evidence_says_so_to_whoever_asks(name: str) -> None:
    assert NOTHING.search(ANSWERS[name]["short"]), ANSWERS[name]["short"]


@of_every([name for name, each in ANSWERS.items() if each["certainty"] != "none"])
def test_an_answer_with_evidence_cites_it(name: str) -> None:
    assert ANSWERS[name].get("cites")


def test_every_answer_is_found_by_a_question_of_the_worked_examples() -> None:
    found = {example["expect"].get("answer") for example in FINDING["example"]}
    assert set(ANSWERS) - found == set()


def test_no_question_is_answered_twice() -> None:
    asked = Counter(
        re.sub(r"\W+", " ", each.lower()).strip()
        for answer in ANSWERS.values()
        for each in (answer["question"], *answer["also_asked"])
    )
    assert [question for question, times in asked.items() if times > 1] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We hold no study of it.", True),
        ("None of our sources has studied it.", True),
        ("Our sources say nothing about it.", True),
        ("We do not know of any evidence that it does.", True),
        ("It does not help much.", False),
        ("Drink when you are thirsty.", False),
    ],
)
def test_the_check_knows_when_it_is_said_that_nothing_is_known(text: str, said: bool) -> None:
    assert bool(NOTHING.search(text)) == said
