"""Whom to call in an emergency."""

from dataclasses import replace

import pytest

from gradus.library.emergency import elsewhere, emergency_words, spoken_in
from gradus.library.library import Library
from gradus.library.types import CountryNumbers, EmergencyNumbers
from gradus.vocabulary.ids import AnswerId, ExerciseId, LimitId, RuleId
from gradus.vocabulary.scales import Action

NUMBERS = EmergencyNumbers(
    unknown="your local number",
    elsewhere="These are those of {country}.",
    entries=(
        CountryNumbers(country="AA", name="Aland", numbers=("1",)),
        CountryNumbers(country="BB", name="Beland", numbers=("2", "3", "4")),
    ),
    reviewed_by="",
)


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("AA", "1"),
        ("BB", "2 (or 3, 4)"),
        ("CC", "your local number"),
        ("aa", "your local number"),
        (None, "your local number"),
    ],
)
def test_a_country_that_is_not_known_has_the_words_for_it(country: str | None, words: str) -> None:
    assert emergency_words(country, NUMBERS) == words


def test_it_is_said_whose_numbers_they_are() -> None:
    assert elsewhere("BB", NUMBERS) == "These are those of Beland."
    assert elsewhere("CC", NUMBERS) == elsewhere(None, NUMBERS) == ""


def test_without_a_known_country_the_library_is_itself(library: Library) -> None:
    assert spoken_in(None, library) is library
    assert spoken_in("XX", library) is library


def test_with_one_no_urgent_text_keeps_the_words(library: Library) -> None:
    phrase = library.emergency.unknown
    spoken = spoken_in("GB", library)
    urgent = (spoken.actions, spoken.safety_net, spoken.screen_rules, spoken.limits)
    assert phrase in repr((library.actions, library.safety_net, library.screen_rules, library.limits))
    assert phrase not in repr(urgent)
    assert spoken.safety_net.says.endswith(elsewhere("GB", library.emergency))


def test_an_answer_is_spoken_when_it_is_asked_for(library: Library) -> None:
    spoken = spoken_in("GB", library)
    assert set(spoken.answers) == set(library.answers)
    assert "call 999 (or 112)" in str(spoken.answers[AnswerId("stress-and-mood")].see_someone)


def test_an_exercise_names_the_number_where_it_says_whom_to_call(library: Library) -> None:
    spoken = spoken_in("GB", library)
    walk = ExerciseId("walking-intervals")
    assert set(spoken.exercises) == set(library.exercises)
    assert any("call 999 (or 112)" in line for line in spoken.exercises[walk].en.stop_if)
    assert library.emergency.unknown not in repr(dict(spoken.exercises))
    assert spoken.exercises[walk].dose == library.exercises[walk].dose
    assert spoken.exercises[ExerciseId("bird-dog")] == library.exercises[ExerciseId("bird-dog")]


def test_it_changes_words_alone(library: Library) -> None:
    spoken = spoken_in("GB", library)
    rule = RuleId("bladder-or-saddle-change")
    before, after = library.screen_rules[rule], spoken.screen_rules[rule]
    assert replace(after, do=before.do) == before
    assert "call 999 (or 112)" in after.do
    assert spoken.limits[LimitId("no-high-rank")] == library.limits[LimitId("no-high-rank")]
    assert spoken.version == library.version


def test_whose_numbers_they_are_stands_where_one_is_told_to_call(library: Library) -> None:
    spoken = spoken_in("GB", library)
    whose = elsewhere("GB", library.emergency)
    assert spoken.actions[Action.EMERGENCY_NOW].do[-1] == whose
    assert spoken.actions[Action.NOTE] == library.actions[Action.NOTE]
