"""The README shows what the demo really tells, and its numbers are those of the library.

`./dev golden` writes the piece of the demo anew, its seventh week from its heading on.
"""

import os
import re
from pathlib import Path

import pytest

from gradus.library.library import Library
from gradus_cli.demo.people import people
from gradus_cli.demo.telling import tell
from gradus_cli.show.page import page

FILE = Path(__file__).parents[2] / "README.md"
README = FILE.read_text(encoding="utf-8")
SHOWN = next(block for block in re.findall(r"```\n(.*?)```", README, flags=re.DOTALL) if "Week 7" in block)


def test_what_it_shows_of_the_demo_is_what_the_demo_tells(
    library: Library, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page.cache_clear()
    tell(people()["amina"], library, weeks=7, as_json=False)
    page.cache_clear()
    told = capsys.readouterr().out
    if os.environ.get("GRADUS_GOLDEN") == "write":
        week = told[told.rindex("\n", 0, told.index("Week 7")) + 1 :].splitlines()
        FILE.write_text(README.replace(SHOWN, "\n".join(week[: SHOWN.count("\n")]) + "\n"), encoding="utf-8")
    else:
        assert SHOWN.strip() in told


def test_its_counts_are_right(library: Library) -> None:
    found = (
        f"{len(library.answers)} written answers and {len(library.claims)} checked claims",
        f"{len(library.exercises)} exercises, {len(library.programmes)} programmes "
        f"and {len(library.measures)} measures",
        f"There are {len(people())} such people",
    )
    assert [words for words in found if words not in README] == []


def test_every_file_it_links_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    root = Path(__file__).parents[2]
    assert [link for link in links if not (root / link).exists()] == []
