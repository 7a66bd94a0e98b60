"""What holds of every library, whatever is laid over it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus.library.load import ContentFault, Overlay, read
from gradus.vocabulary.ids import ThresholdId
from tests.unit.library.small import small

SMALL = small()
PATH = "progression/pain-limits.toml"
LIMIT = ThresholdId("progression/pain-limits.acceptable_during")
OLD = 'acceptable_during = { value = 1, unit = "count"'
numbers = st.integers(-1000, 1000) | st.floats(-1000, 1000)


def with_limit(value: float) -> str:
    return SMALL[PATH].replace(OLD, OLD.replace("1", repr(value)))


class TestVersion:
    """Decisions name the version of the library, so no number changes without the version changing."""

    @given(numbers.filter(lambda number: number != 1))
    def test_an_overlay_that_changes_a_number_changes_the_version(self, value: float) -> None:
        library = read(SMALL, Overlay("clinic", {PATH: with_limit(value)}))
        assert library.thresholds[LIMIT].value == value
        assert library.version != read(SMALL).version
        assert library.layers[0] == read(SMALL).layers[0]

    @given(numbers)
    def test_loading_twice_gives_the_same_library(self, value: float) -> None:
        overlay = Overlay("clinic", {PATH: with_limit(value)})
        assert read(SMALL, overlay) == read(SMALL, overlay)

    @given(st.permutations(sorted(SMALL)))
    def test_the_order_in_which_files_come_does_not_matter(self, order: list[str]) -> None:
        library, plain = read({path: SMALL[path] for path in order}), read(SMALL)
        assert library == plain
        for name in ("sources", "items", "exercises", "rules", "thresholds"):
            one: Any = getattr(library, name)
            assert list(one) == list(getattr(plain, name))

    @given(st.permutations(sorted(SMALL)), st.integers(0, len(SMALL)))
    def test_it_does_not_matter_to_content_which_layer_a_file_came_in(
        self, order: list[str], cut: int
    ) -> None:
        below, above = ({path: SMALL[path] for path in some} for some in (order[:cut], order[cut:]))
        library = read(below, Overlay("clinic", above))
        assert library.version == read(SMALL).version
        assert library.thresholds == read(SMALL).thresholds


class TestBrokenText:
    """Whatever a file holds, the answer is a library or a list of faults, never another error."""

    @given(
        st.sampled_from(sorted(SMALL)),
        st.text(max_size=60) | st.sampled_from(["", "\0", "a = 1", "[[items]]"]),
    )
    def test_any_text_in_any_place_is_read_or_refused(self, path: str, text: str) -> None:
        _read_or_refused(SMALL | {path: text})

    @given(st.sampled_from(sorted(SMALL)), st.data())
    def test_any_value_under_any_key_is_read_or_refused(self, path: str, data: st.DataObject) -> None:
        lines = [line for line in SMALL[path].splitlines() if " = " in line and not line.startswith(" ")]
        line = data.draw(st.sampled_from(lines))
        odd = [
            "1",
            "-1",
            "1.5",
            "nan",
            "true",
            '"x"',
            "[]",
            "[1]",
            '["x"]',
            "{}",
            "{ x = 1 }",
            "2026-03-01",
            "07:30:00",
        ]
        value = data.draw(st.sampled_from(odd))
        _read_or_refused(SMALL | {path: SMALL[path].replace(line, f"{line.split(' = ')[0]} = {value}", 1)})


def _read_or_refused(texts: dict[str, str]) -> None:
    try:
        told = bool(read(texts).version)
    except ContentFault as error:
        told = str(error).startswith("gradus_library/")
    assert told


@pytest.mark.parametrize("value", [0, 2])
def test_the_limit_in_the_text_is_the_limit_in_the_library(value: int) -> None:
    assert read(SMALL | {PATH: with_limit(value)}).thresholds[LIMIT].value == value
