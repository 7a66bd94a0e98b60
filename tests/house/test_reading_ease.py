"""A worried reader can read it: every text for patients is at school grade 8 or easier, file by file."""

from collections.abc import Mapping

from tests.house.every import of_every
from tests.house.patient_texts import KINDS, patient_texts
from tests.house.reading import READING_GRADE, joined, reading_grade

TEXTS = patient_texts()

HARDER: Mapping[str, tuple[float, str]] = {}
"""Texts that no plainer words would make easier: the grade they may have, and why. A handful at most."""
MOST_HARDER = 5


@of_every(TEXTS)
def test_a_worried_reader_can_read_it(name: str) -> None:
    bound, _ = HARDER.get(name, (READING_GRADE, ""))
    grade = reading_grade(*TEXTS[name])
    assert grade <= bound, f"{name} is at grade {grade:.2f}, above {bound:g}: {joined(TEXTS[name])}"


def test_harder_texts_are_few_and_say_why() -> None:
    assert len(HARDER) <= MOST_HARDER
    assert all(why for _, why in HARDER.values())


def test_no_text_is_excused_that_is_gone_or_was_made_plain() -> None:
    needless = [name for name in HARDER if name not in TEXTS or reading_grade(*TEXTS[name]) <= READING_GRADE]
    assert needless == []


def test_every_kind_of_text_is_read() -> None:
    assert {name.partition(": ")[0] for name in TEXTS} == set(KINDS)


def test_the_grade_rises_with_long_words() -> None:
    plain = reading_grade("Sit down on the chair. Breathe out and stand up.")
    learned = reading_grade("Physiological stabilisation necessitates proprioceptive rehabilitation.")
    assert plain < READING_GRADE < learned


def test_the_grade_rises_with_long_sentences() -> None:
    short = reading_grade("Sit down on the chair.", "Breathe out and stand up.")
    long = reading_grade("Sit down on the chair, breathe out and stand up.")
    assert short < long


def test_the_point_of_a_number_ends_no_sentence() -> None:
    assert reading_grade("It was 2.46 for them all.") == reading_grade("It was 246 for them all.")


def test_an_item_of_a_list_ends_as_a_sentence() -> None:
    assert joined(["Sit down ", "Stand up!", "Who?", "", "Wait."]) == "Sit down. Stand up! Who? Wait."
