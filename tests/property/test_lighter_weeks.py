"""What holds for every lighter week."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gradus.record.facts import MorningCheckIn
from gradus.vocabulary.scales import Step
from tests.drawn_courses import (
    BANDED,
    BANDS,
    FREE,
    LIBRARY,
    LOADED,
    SLOW,
    WEIGHTS,
    courses,
    last_dose,
    no_harder,
    shown,
    tired,
)
from tests.training import Life


class TestLighterWeeks:
    """A lighter week asks for no more than the week would have, and what was before it comes back."""

    @SLOW
    @given(courses())
    def test_a_lighter_week_asks_for_no_more(self, course: dict[str, Any]) -> None:
        signs = tired(course)
        rested = signs | {"mornings": [{**each, "tired": False} for each in signs["mornings"]]}
        assert no_harder(shown(signs), shown(rested), last_dose(course))

    @SLOW
    @given(courses())
    def test_worse_pain_asks_for_no_more_in_it_either(self, course: dict[str, Any]) -> None:
        signs = tired(course)
        last = signs["sessions"][-1]
        worse = signs | {"sessions": [*signs["sessions"][:-1], last | {"pain": 6}]}
        assert no_harder(shown(worse), shown(signs), last_dose(course))

    @SLOW
    @given(st.sampled_from(LOADED + BANDED + FREE), st.integers(1, 4), st.integers(1, 3))
    def test_the_dose_from_before_comes_back(self, name: str, sets: int, sessions_a_week: int) -> None:
        dose: dict[str, Any] = {"sets": sets}
        dose |= {"load_kg": 10.0} if name in LOADED else {"band": "red"} if name in BANDED else {}
        course = {
            "exercise": name,
            "dose": dose,
            "weights": WEIGHTS,
            "bands": BANDS,
            "on": 0,
            "usual": "untold",
        }
        nights = [{"day": day, "pain": 2 if day < 4 else 3, "tired": day >= 4} for day in range(-21, 11)]
        life = Life(course | {"sessions_a_week": sessions_a_week, "mornings": nights}, LIBRARY)
        life.wake(0, 2)
        for each in nights:
            if each["day"] > 0:
                life.add(MorningCheckIn, each["day"], pain_0_10=each["pain"], tired=each["tired"])
        before = life.train(8).items[0].dose
        lighter = [life.train(day).items[0] for day in range(10, 10 + 2 * sessions_a_week, 2)]
        after = life.train(10 + 2 * sessions_a_week).items[0]
        if name != "walking-intervals":
            assert {item.step for item in lighter} == {Step.DELOAD}
            assert all(
                item.dose.sets * item.dose.amount <= max(1, sets * before.amount / 2) for item in lighter
            )
            assert (after.step, after.dose) == (Step.HOLD, before)
