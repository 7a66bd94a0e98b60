"""Texts are written one by one, not stamped."""

from collections.abc import Mapping
from itertools import product

from tests.house.content import Table, files, texts
from tests.house.every import of_every
from tests.house.patient_texts import keys
from tests.house.wording import alike, stamped, words

PARTS = ("steps", "mistakes", "stop_if")
SAID = {
    "exercises": lambda file: [*texts(file["en"]), file["dose"].get("note", "")],
    "answers": keys("short", "longer", "certain_because", "see_someone"),
    "claims": keys("claim", "why", "says_instead"),
}
"""By folder: every sentence that must not be stamped over the files there."""
EXERCISES = files("exercises")
CLAIMS = files("claims")


def part_of(file: Table, part: str) -> list[str]:
    if part == "mistakes":
        return [" ".join(mistake.values()) for mistake in file["en"]["mistakes"]]
    return list(file["en"][part])


def own(name: str, part: str, exercises: Mapping[str, Table]) -> list[str]:
    """What this exercise says in this part that no other says in nearly the same words."""
    others = [text for other, file in exercises.items() if other != name for text in part_of(file, part)]
    mine = part_of(exercises[name], part)
    return [text for text in mine if not any(alike(text, other) for other in others)]


@of_every(SAID)
def test_no_long_sentence_stands_in_more_than_three_files(folder: str) -> None:
    assert stamped({name: SAID[folder](file) for name, file in files(folder).items()}) == {}


@of_every(product(EXERCISES, PARTS))
def test_every_exercise_says_something_that_fits_no_other(name: str, part: str) -> None:
    assert own(name, part, EXERCISES), (
        f"every one of its {part} stands in another file in nearly the same words"
    )


@of_every([name for name, file in CLAIMS.items() if file["verdict"] != "supported"])
def test_a_claim_that_does_not_stand_has_a_reason_of_its_own(name: str) -> None:
    why = CLAIMS[name]["why"]
    assert [other for other, file in CLAIMS.items() if other != name and alike(why, file["why"])] == []


def stamped_file(exercise: str) -> Table:
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
    sentence = words("Stop if you have sharp pain in your back.")
    assert stamped({name: SAID["exercises"](file) for name, file in STAMPED.items()}) == {
        sentence: sorted(STAMPED)
    }


def test_the_check_lets_three_files_share_a_sentence() -> None:
    three = {name: SAID["exercises"](file) for name, file in STAMPED.items() if name != "plank"}
    assert stamped(three) == {}


@of_every(PARTS)
def test_the_check_sees_through_a_changed_name(part: str) -> None:
    assert own("plank", part, STAMPED) == []
