"""The table of emergency numbers is clean, and every text uses its words for an unknown country."""

import re
from pathlib import Path

from tests.house.content import LIBRARY, files
from tests.house.every import of_every

TABLE = files("words")["emergency-numbers"]
ENTRIES = TABLE["entries"]
URGENT = sorted(path for folder in ("screening", "exercises") for path in (LIBRARY / folder).rglob("*.toml"))
FEWEST = 60


def test_many_countries_are_there_each_once_and_in_order() -> None:
    codes = [entry["country"] for entry in ENTRIES]
    assert codes == sorted(set(codes))
    assert len(codes) >= FEWEST
    assert len({entry["name"] for entry in ENTRIES}) == len(codes)


@of_every(ENTRIES)
def test_an_entry_can_be_dialled(entry: dict[str, list[str]]) -> None:
    assert re.fullmatch("[A-Z]{2}", str(entry["country"]))
    assert all(re.fullmatch("[0-9]{2,5}", number) for number in entry["numbers"])
    assert len(set(entry["numbers"])) == len(entry["numbers"])
    assert set(entry.get("recalled", ())) <= set(entry["numbers"])


@of_every(URGENT)
def test_a_text_of_screen_or_exercise_calls_no_number_of_one_country(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    dialled = re.findall(r"\b(?:call|ring|dial)\s+\d+", text, re.IGNORECASE)
    assert dialled == []
    for found in re.findall(r"[\w ]{0,12}emergency number", text):
        assert found.endswith(TABLE["unknown"]), found


def test_the_words_for_elsewhere_name_the_country() -> None:
    assert TABLE["elsewhere"].count("{country}") == 1
