"""Exercise texts are written one by one, not stamped, and a worried reader can read them."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

EXERCISES = Path(__file__).parents[2] / "src" / "gradus_library" / "exercises"
LONG = 6
"""A sentence of more words than this is long enough to look stamped."""
MOST_FILES = 3
ALIKE = 0.7
"""Two texts that share this part of their words say the same thing."""
READING_GRADE = 8.0

Files = Mapping[str, Mapping[str, Any]]
FILES: Files = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(EXERCISES.glob("*.toml"))
}
PROMISES = re.compile(r"%|\bper ?cent\b|\bcure|\bguarantee|\bpain-free\b|\bwill fix\b", re.IGNORECASE)
SCARES = re.compile(
    r"\bdamag|\bslipped disc|\bcrumbl|\bunstable spine|\bwear and tear|\b(bad|poor|wrong) posture",
    re.IGNORECASE,
)


def texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
        return
    for each in part.values() if isinstance(part, Mapping) else part:
        yield from texts(each)


def words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9']+", text.lower()))


def sentences(file: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Every sentence a person reads, and the notes of the dose, as lower-case words."""
    read = [*texts(file["en"]), file["dose"].get("note", "")]
    return [words(each) for text in read for each in re.split(r"[.!?:;]\s+", text) if words(each)]


def stamped(files: Files) -> dict[tuple[str, ...], list[str]]:
    """The long sentences that stand in too many files, with the files."""
    found: dict[tuple[str, ...], set[str]] = {}
    for name, file in files.items():
        for sentence in sentences(file):
            if len(sentence) > LONG:
                found.setdefault(sentence, set()).add(name)
    return {sentence: sorted(names) for sentence, names in found.items() if len(names) > MOST_FILES}


def part_of(file: Mapping[str, Any], part: str) -> list[str]:
    if part == "mistakes":
        return [" ".join(mistake.values()) for mistake in file["en"]["mistakes"]]
    return list(file["en"][part])


def alike(one: str, other: str) -> bool:
    first, second = set(words(one)), set(words(other))
    return len(first & second) >= ALIKE * len(first | second)


def own(name: str, part: str, files: Files) -> list[str]:
    """What this file says in this part that no other file says in nearly the same words."""
    others = [text for other, file in files.items() if other != name for text in part_of(file, part)]
    return [text for text in part_of(files[name], part) if not any(alike(text, other) for other in others)]


def reading_grade(text: str) -> float:
    """The school grade that can read the text, by Flesch and Kincaid, with syllables counted as runs of
    vowels."""
    parts = [words(each) for each in re.split(r"[.!?:;]\s+", text) if words(each)]
    every = [word for part in parts for word in part]
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word)))) for word in every)
    return 0.39 * len(every) / len(parts) + 11.8 * syllables / len(every) - 15.59


def test_no_long_sentence_stands_in_more_than_three_files() -> None:
    assert stamped(FILES) == {}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("part", ["steps", "mistakes", "stop_if"])
def test_every_exercise_says_something_that_fits_no_other(name: str, part: str) -> None:
    assert own(name, part, FILES), (
        f"{name}: every one of its {part} stands in another file in nearly the same words"
    )


@pytest.mark.parametrize("name", FILES)
def test_a_worried_reader_can_read_it(name: str) -> None:
    grade = reading_grade(". ".join(texts(FILES[name]["en"])) + ".")
    assert grade <= READING_GRADE


@pytest.mark.parametrize("name", FILES)
def test_no_text_promises_or_frightens(name: str) -> None:
    said = " ".join(texts(FILES[name]["en"]))
    assert not PROMISES.findall(said)
    assert not SCARES.findall(said)


def stamped_file(exercise: str) -> dict[str, Any]:
    return {
        "dose": {},
        "en": {
            "steps": [f"Keep a straight spine while you do the {exercise} slowly."],
            "mistakes": [{"what": "Going too fast.", "feels": "Jerky.", "instead": "Move slowly."}],
            "stop_if": ["Stop if you have sharp pain in your back."],
        },
    }


STAMPED = {name: stamped_file(name) for name in ("plank", "squat", "row", "bridge")}


def test_the_check_sees_a_stamped_sentence() -> None:
    assert stamped(STAMPED) == {words("Stop if you have sharp pain in your back."): sorted(STAMPED)}


def test_the_check_lets_three_files_share_a_sentence() -> None:
    three = {name: file for name, file in STAMPED.items() if name != "plank"}
    assert stamped(three) == {}


@pytest.mark.parametrize("part", ["steps", "mistakes", "stop_if"])
def test_the_check_sees_through_a_changed_name(part: str) -> None:
    assert own("plank", part, STAMPED) == []


def test_the_reading_grade_rises_with_long_words() -> None:
    plain = reading_grade("Sit down. Breathe out. Stand up.")
    learned = reading_grade("Physiological stabilisation necessitates proprioceptive rehabilitation.")
    assert plain < READING_GRADE < learned
