"""What a clinician set or stopped holds until a clinician says otherwise."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from gradus.journey.screens import refused
from gradus.journey.today import Today, today
from gradus.library.library import Library
from gradus.record.codec import canonical
from gradus.record.facts import Clearance, Lock, Override, Pause
from gradus.record.history import fold
from gradus.vocabulary.ids import RuleId
from tests.build import START
from tests.lives import EXERCISE, Told, start_dose

CHIDI = "clinician:Chidi"


@pytest.fixture
def told(library: Library) -> Told:
    return Told([{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"]}], library)


def on_the_first_day(told: Told, *more: Any) -> Today:
    return today(fold([*told.facts, *more]), told.library, START)


@pytest.mark.parametrize("by", ["self", "Chidi", "clinician", "clinician:", "clinician: ", "Clinician:Chidi"])
class TestAnybodyElse:
    def test_lifts_no_lock(self, told: Told, by: str) -> None:
        lock = told.make(Lock, 0, by=CHIDI)
        lifted = told.make(Override, 0, by=by, exercise=EXERCISE, lifts=lock.id)
        assert on_the_first_day(told, lock, lifted).action == "locked"

    def test_sets_no_dose(self, told: Told, by: str) -> None:
        huge = start_dose(told.library, EXERCISE).but(sets=100, amount=100_000, top=100_000)
        override = told.make(Override, 0, by=by, exercise=EXERCISE, dose=huge)
        assert on_the_first_day(told, override).items == on_the_first_day(told).items

    def test_ends_no_wait_for_someone_to_look_without_saying_what_was_said(self, told: Told, by: str) -> None:
        lines = [{"day": 2 * day, "flare": "began"} for day in range(1, 5)]
        day = START + timedelta(days=9)
        facts = [*told.facts, *Told(lines, told.library).facts]
        told.make.made = 100
        facts = [msgspec.structs.replace(each, id=told.make(Pause, 0, why="other").id) for each in facts]
        facts.append(told.screen({"day": 9, "screen": {}}))
        waits = today(fold(facts), told.library, day)
        assert waits.action == "see-someone"
        values = {"rules": (RuleId("flares-too-many"),), "examined_by": "x", "examined_on": day, "said": " "}
        word = told.make(Clearance, 9, by=by, **values)
        assert today(fold([*facts, word]), told.library, day).action == "see-someone"
        assert refused(fold(facts), told.library, word) is not None
        seen = msgspec.structs.replace(word, said="May go on.")
        assert today(fold([*facts, seen]), told.library, day).action != "see-someone"
        assert refused(fold(facts), told.library, seen) is None


class TestAClinician:
    def test_lifts_a_lock(self, told: Told) -> None:
        lock = told.make(Lock, 0, by=CHIDI)
        lifted = told.make(Override, 0, by=CHIDI, exercise=EXERCISE, lifts=lock.id)
        assert on_the_first_day(told, lock, lifted).action == "train"


class TestASecondVersion:
    """Two contents under one id: the smaller bytes stand, and they may not be what stops."""

    @pytest.mark.parametrize("exercise", [None, EXERCISE])
    def test_of_a_lock_takes_it_not_away(self, told: Told, exercise: Any) -> None:
        lock = told.make(Lock, 0, by=CHIDI, exercise=exercise, until=START.replace(year=2099))
        early = START.replace(year=2000)
        ended = msgspec.structs.replace(
            lock, by="self", at=lock.at.replace(year=2000), day=early, until=early
        )
        other = msgspec.structs.replace(told.make(Pause, 0, why="other", until=early), id=lock.id)
        assert canonical(ended) < canonical(lock)
        for version in (ended, other):
            assert not on_the_first_day(told, lock, version).items

    def test_of_an_override_is_nobodys_word(self, told: Told) -> None:
        lock = told.make(Lock, 0, by=CHIDI)
        lifted = told.make(Override, 0, by=CHIDI, exercise=EXERCISE, lifts=lock.id)
        other = msgspec.structs.replace(lifted, why="another")
        assert on_the_first_day(told, lock, lifted, other).action == "locked"
