"""What the measures of the library must be for the room to read them rightly."""

from gradus.library.library import Library
from gradus.library.types import Threshold
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Basis

IN_OUR_WORDS = {
    "active-straight-leg-raise",
    "days-off",
    "global-change",
    "medicine-days",
    "patient-specific-function",
}
OF_THE_OPERATOR = {"peg", "roland-morris"}
LICENSED = ("odi", "oswestry", "start", "eq-5d", "promis", "tampa", "tsk", "pcs", "y-balance")
"""Names that stand in no id: their owners give leave, or ask for money, case by case."""


def test_measures_taken_on_sides_are_better_the_higher_so_that_the_smaller_is_the_weaker(
    library: Library,
) -> None:
    assert all(measure.better == "higher" for measure in library.measures.values() if measure.sides)


def test_errors_are_in_the_unit_of_their_measure_or_in_percent(library: Library) -> None:
    for measure in library.measures.values():
        numbers: list[Threshold] = [each for each in (measure.mdc95, measure.mic) if each is not None]
        assert all(each.unit in (measure.unit, "percent") for each in numbers), measure.id
        assert measure.mic_percent is None or measure.mic_percent.unit == "percent"


def test_a_measure_without_a_known_error_says_that_it_is_never_called_changed(library: Library) -> None:
    for measure in library.measures.values():
        if measure.mdc95 is None and measure.id != "global-change":
            assert any("never called changed" in note for note in measure.notes), measure.id


def test_what_is_asked_in_our_own_words_borrows_no_published_error(library: Library) -> None:
    assert all(library.measures[id_].mdc95 is None for id_ in library.measures if id_ in IN_OUR_WORDS)
    assert set(library.measures) >= IN_OUR_WORDS


def test_bounds_are_in_order(library: Library) -> None:
    assert all(measure.lowest < measure.highest for measure in library.measures.values())


def test_what_has_an_error_and_no_important_change_says_that_it_is_possible_at_most(library: Library) -> None:
    for measure in library.measures.values():
        if measure.mdc95 is not None and measure.mic is None and measure.mic_percent is None:
            assert any("called possible at most" in note for note in measure.notes), measure.id


def test_the_wording_of_others_is_the_operators_and_only_theirs(library: Library) -> None:
    found = {measure.id for measure in library.measures.values() if measure.wording == "operator"}
    assert found == OF_THE_OPERATOR
    assert not [id_ for id_ in library.measures if id_.startswith(LICENSED)]
    assert not [id_ for id_ in found if any(item.words for item in library.measures[id_].items)]


def test_the_number_of_a_recalled_norm_is_said_not_to_be_checked(library: Library) -> None:
    for measure in library.measures.values():
        for norm in measure.norms:
            if norm.basis is Basis.RECALLED:
                assert "not checked against the paper" in norm.note.lower(), measure.id
            assert set(norm.cites) <= set(measure.cites), measure.id


def test_sources_of_errors_are_named_by_the_measure(library: Library) -> None:
    for measure in library.measures.values():
        for number in (measure.mdc95, measure.mic, measure.mic_percent):
            known = {*measure.cites, "gill-2022", "wright-2011"}
            assert number is None or set(number.cites) <= known, measure.id


def test_a_running_step_is_neither_better_long_nor_short_and_never_a_target(library: Library) -> None:
    step = library.measures[MeasureId("step-length")]
    assert step.better == "neither"
    assert any("never a target" in note for note in step.notes)
    neither = {measure.id for measure in library.measures.values() if measure.better == "neither"}
    assert neither == {"running-cadence", "step-length"}


def test_what_is_reckoned_tells_how(library: Library) -> None:
    found = {measure.id for measure in library.measures.values() if measure.derived_from}
    assert found >= {"step-length", "one-repetition-maximum-estimate", "reach-in-three-directions"}


def test_an_error_at_90_percent_is_brought_to_95_before_it_is_used(library: Library) -> None:
    error = library.measures[MeasureId("roland-morris")].mdc95
    assert error is not None
    assert error.value == round(5 * 1.96 / 1.645, 2)
    assert "1.96 / 1.645" in error.arithmetic
