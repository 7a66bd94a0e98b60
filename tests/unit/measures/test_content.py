"""What the measures of the library must be for the room to read them rightly."""

from gradus.library.library import Library
from gradus.library.types import Threshold

IN_OUR_WORDS = {"patient-specific-function", "global-change", "days-off", "medicine-days"}


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
