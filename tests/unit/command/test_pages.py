"""The reference: everything has its place, and every link leads somewhere."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from gradus.library.library import Library
from gradus.library.load import Overlay, read
from gradus.library.parts import parts_of
from gradus.library.places import FOLDERS
from gradus.library.references import ITEMS
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import text
from gradus_cli.reference.pages import pages
from gradus_cli.reference.places import place_of
from gradus_cli.reference.trace import properties_of
from tests.unit.library.small import changed, small

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 3, 1)
LIMIT = 30
ELSEWHERE = ("words/search.toml", "screening/safety-net.toml")
"""Words of the search are no content; the safety net stands under the questions."""
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
SPEC = """
title = "A spec"
ask = "progression.colour"
why = "To see it."
cites = ["tester-2020"]
rules = ["settled"]
thresholds = ["screening/limits/short-holds.max_hold_s"]
[[example]]
name = "One"
given = { pain = 1 }
expect = "green"
"""
PROPERTY = '''"""What holds of a dose."""
from gradus.progression.table import decide


class TestPain:
    """Worse pain never raises a dose."""


def test_a_dose_is_whole() -> None: ...
'''


def texts(folder: Path, pattern: str) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob(pattern)}


def book(library: Library, **more: Any) -> Book:
    return Book(library, TODAY, LIMIT, **more)


def small_book(**more: Any) -> Book:
    given = {"specs": {"progression/one.toml": SPEC}, "properties": {"test_progression.py": PROPERTY}}
    return book(read(small()), **(given | more))


@pytest.fixture(scope="module")
def whole(library: Library) -> Book:
    specs, tests = texts(ROOT / "specs", "*.toml"), texts(ROOT / "tests" / "property", "test_*.py")
    return book(library, specs=specs, properties=tests)


@pytest.fixture(scope="module")
def made(whole: Book) -> Mapping[str, str]:
    return pages(whole)


def broken(made: Mapping[str, str]) -> Iterator[str]:
    """Relative links that lead to no page, or to no place on it."""
    for at, words in made.items():
        for target in map(unquote, LINK.findall(words)):
            if target.startswith(("http://", "https://")):
                continue
            page, _, anchor = target.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(at), page)) if page else at
            if path not in made or (anchor and anchor not in ANCHOR.findall(made[path])):
                yield f"{at}: {target}"


class TestEverything:
    def test_has_its_place(self, whole: Book, made: Mapping[str, str]) -> None:
        for path in whole.files:
            if path in ELSEWHERE:
                continue
            page, _, anchor = place_of(whole, path).partition("#")
            assert page in made, path
            assert not anchor or anchor in ANCHOR.findall(made[page]), path
        assert text(whole.library.safety_net.says) in made["rules/questions.md"]

    def test_asked_has_its_place(self, whole: Book, made: Mapping[str, str]) -> None:
        places = ANCHOR.findall(made["rules/questions.md"])
        assert set(whole.library.items) <= set(places), ITEMS

    def test_that_is_linked_is_there(self, made: Mapping[str, str]) -> None:
        assert list(broken(made)) == []
        assert list(broken(pages(small_book()))) == []

    def test_has_one_place_on_a_page(self, made: Mapping[str, str]) -> None:
        for at, words in made.items():
            places = ANCHOR.findall(words)
            assert len(places) == len(set(places)), at

    @pytest.mark.parametrize("folder", FOLDERS)
    def test_that_a_file_says_stands_on_its_page(
        self, whole: Book, made: Mapping[str, str], folder: str
    ) -> None:
        for path, thing in whole.files.items():
            if path.rpartition("/")[0] == folder:
                page = unescape(made[place_of(whole, path).partition("#")[0]]).lower()
                assert [each for each in said(thing) if each.lower() not in page] == [], path


def said(thing: Any) -> Iterator[str]:
    """Every sentence of a thing; not single words, which may be shown as others."""
    for _, part in parts_of(thing):
        for key in part.__dataclass_fields__:
            value = getattr(part, key)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, str) and " " in each and key != "unit":
                    yield " ".join(each.split())


class TestAnExercisePage:
    def test_is_as_known(self) -> None:
        assert pages(small_book())["exercises/high-bridge.md"] == GOLDEN.format(version=read(small()).version)


class TestReview:
    SIGNED = 'reviewed_by = "Dr Tester"\nreviewed_on = 2026-02-01'

    def test_of_an_unsigned_file_says_so(self) -> None:
        assert "not yet clinically reviewed" in pages(small_book())["exercises/low-bridge.md"]

    def test_of_a_signed_file_shows_its_signer(self) -> None:
        page = pages(book(self.signed()))["measures/hold.md"]
        assert "reviewed by Dr Tester on 2026-02-01" in page
        assert "overdue" not in page

    def test_older_than_the_limit_is_red(self) -> None:
        made = pages(Book(self.signed(), date(2026, 3, 4), LIMIT))
        for at in ("measures/hold.md", "safety/trace.md", "index.md"):
            assert '!!! danger "Review overdue"' in made[at]
        assert "danger" not in made["exercises/low-bridge.md"]

    def signed(self) -> Library:
        return read(changed("measures/hold.toml", 'reviewed_by = ""', self.SIGNED))


class TestAnOverlay:
    def test_is_marked_wherever_its_file_is_shown(self) -> None:
        changes = {path: small()[path] for path in ("exercises/low-bridge.toml", "rules/settled.toml")}
        library = read(small(), Overlay("our-clinic", changes))
        made = pages(book(library, overlaid=dict.fromkeys(changes, "our-clinic")))
        for at in ("exercises/low-bridge.md", "exercises/index.md", "rules/decisions.md", "safety/trace.md"):
            assert "from the overlay our-clinic" in made[at], at
        assert "our-clinic" not in made["exercises/high-bridge.md"]

    def test_cannot_write_markup(self) -> None:
        evil = small()["exercises/low-bridge.toml"].replace("Hips.", "<script>x</script> [a](b) | *c*", 1)
        page = pages(book(read(small() | {"exercises/low-bridge.toml": evil})))["exercises/low-bridge.md"]
        assert "<script>" not in page
        assert "[a](b)" not in page
        assert "&#60;script&#62;" in page


class TestTheTrace:
    def test_leads_from_a_rule_to_its_examples_and_properties(self) -> None:
        trace = pages(small_book())["safety/trace.md"]
        (row,) = (line for line in trace.splitlines() if line.startswith("| [settled]"))
        for part in (
            "tester-2020",
            "max hold s",
            "../examples/progression/one.md",
            "#properties-progression",
        ):
            assert part in row
        assert "Worse pain never raises a dose." in trace
        assert "A dose is whole" in trace

    def test_gives_a_screening_rule_the_numbers_of_its_limits(self) -> None:
        (row,) = (
            line
            for line in pages(small_book())["safety/trace.md"].splitlines()
            if line.startswith("| [pressure]")
        )
        assert "160 mmHg" in row
        assert "10 seconds" in row

    def test_names_a_property_by_its_room(self) -> None:
        assert properties_of(small_book(), "progression") == ["progression"]
        assert properties_of(small_book(), "review") == []

    def test_says_when_the_examples_are_not_here(self) -> None:
        assert "come with the source tree" in pages(book(read(small())))["examples/index.md"]


class TestTheBasis:
    @pytest.mark.parametrize(
        ("basis", "says"),
        [
            ('basis = "default"', "our default"),
            ('basis = "source", cites = ["tester-2020"]', "seen in the publication"),
            (
                'basis = "derived", arithmetic = "10 x 2", cites = ["tester-2020"]',
                "derived: 10 x 2",
            ),
            (
                'basis = "recalled", confidence = "high", cites = ["tester-2019"]',
                "remembered, not checked against the paper (confidence high)",
            ),
        ],
    )
    def test_is_told_in_words(self, basis: str, says: str) -> None:
        texts = changed("screening/limits/short-holds.toml", 'basis = "default"', basis)
        assert says in pages(book(read(texts)))["rules/limits.md"]


GOLDEN = """\
[All exercises](index.md)

# A bridge

Hips.

## How to do it

Lie down.

1. Lift.
2. Lower.

**What you feel.** Hips.

**Breathing.** Breathe.

**Alone.** Yes.

## What often goes wrong

| what | how it feels | instead |
| --- | --- | --- |
| Arching | Back | Less. |

## Stop if

- It hurts.

## The dose it begins with

- Sets: 2
- In each set: 8 to 12 repetitions; the first session asks for 8
- Rest between sets: 60 seconds
- Rests on: our default

## Facts

| what | value |
| --- | --- |
| Code | B02 |
| Id | <code>high-bridge</code> |
| Pattern | bridge |
| Position | supine |
| Needs | mat |
| Load on the low back | 1 (0 to 4, by judgement) |
| Works | glutes |
| Easier | [A bridge](low-bridge.md) |
| Begin here when | [A hold](../measures/hold.md) reaches **30 seconds** (our default). |

## Programmes

- [Little](../programmes/little.md): may be chosen, for its pattern

<small><code>exercises/high-bridge.toml</code> · not yet clinically reviewed</small>

<small>Made from library <code>{version}</code>. Changes go into the content files.</small>
"""
