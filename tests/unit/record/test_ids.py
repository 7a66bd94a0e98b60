"""Ids that follow from what they name."""

from datetime import date
from uuid import NAMESPACE_DNS, RFC_4122, UUID

from gradus.record.ids import decision_id, name_based
from gradus.vocabulary.ids import PersonId
from tests.build import AMINA, START

BEN = PersonId("01980000-0000-7000-8000-00000000be20")


def test_the_layout_is_that_of_rfc_9562() -> None:
    """Its appendix B.2 gives this very example."""
    assert name_based(NAMESPACE_DNS.bytes, b"www.example.com") == "5c146b14-3c52-8afd-938a-375d0df1fbf6"


def test_the_same_decision_has_one_id() -> None:
    first = decision_id(AMINA, START, b"content")
    assert first == decision_id(AMINA, START, b"content")
    assert (UUID(first).version, UUID(first).variant) == (8, RFC_4122)


def test_person_day_and_content_each_make_another() -> None:
    ids = {
        decision_id(AMINA, START, b"content"),
        decision_id(BEN, START, b"content"),
        decision_id(AMINA, date(2026, 3, 3), b"content"),
        decision_id(AMINA, START, b"content "),
    }
    assert len(ids) == 4
