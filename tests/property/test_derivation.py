"""The next dose comes from the record alone."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gradus.record.facts import MorningCheckIn
from tests.drawn_courses import BANDED, BANDS, FREE, LIBRARY, LOADED, SLOW, WEIGHTS, courses
from tests.training import Life


class TestDerivation:
    """The next dose is a function of the record: the same facts, in any order, give the same."""

    @SLOW
    @given(courses(), st.randoms(use_true_random=False))
    def test_order_of_arrival_changes_nothing(self, course: dict[str, Any], dice: random.Random) -> None:
        life = Life(course, LIBRARY)
        first = life.ask()
        dice.shuffle(life.facts)
        life.facts += life.facts[:5]
        assert life.ask() == first

    @SLOW
    @given(courses())
    def test_what_comes_later_changes_nothing_today(self, course: dict[str, Any]) -> None:
        life = Life(course, LIBRARY)
        first = life.ask()
        later = (life.today - life.plan.day).days + 3
        life.add(MorningCheckIn, later, pain_0_10=9)
        assert life.ask() == first

    @SLOW
    @given(courses())
    def test_every_item_says_why(self, course: dict[str, Any]) -> None:
        prescribed = Life(course, LIBRARY).ask()
        for item in (*prescribed.items, *prescribed.left_out):
            assert item.because
            assert all(reason.rule in LIBRARY.rules and "{" not in reason.says for reason in item.because)
            assert item.dose.low <= item.dose.amount <= item.dose.top

    @SLOW
    @given(
        st.sampled_from(LOADED + BANDED + FREE),
        st.lists(
            st.tuples(st.sampled_from([0, 1, 2, 4, 7, None]), st.sampled_from([1.0, 1.0, 0.5])), max_size=6
        ),
    )
    def test_what_was_promised_is_found_again_without_the_promise(
        self, name: str, lived: list[tuple[int | None, float]]
    ) -> None:
        course: dict[str, Any] = {"exercise": name, "weights": WEIGHTS, "bands": BANDS, "goal": 4, "on": 60}
        if name in LOADED + BANDED:
            course["dose"] = {"load_kg": 4.0} if name in LOADED else {"band": "red"}
        kept, bare = Life(course, LIBRARY), Life(course, LIBRARY)
        for nth, (pain, done) in enumerate(lived):
            kept.train(3 * nth, pain=pain, done=done)
            bare.train(3 * nth, pain=pain, done=done, kept=False)
            assert kept.ask() == bare.ask()
