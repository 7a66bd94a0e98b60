"""Pain in the middle that comes again, and a little less than the plan began with."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression import ambers
from gradus.progression.situation import Situation
from tests.training import Life

BIRD_DOG: dict[str, Any] = {"exercise": "bird-dog", "dose": {"sets": 2, "amount": 10}}


def place(library: Library, *sessions: dict[str, Any], **more: Any) -> Situation:
    return Life(BIRD_DOG | {"sessions": list(sessions)} | more, library).place()


@pytest.mark.parametrize(
    ("session", "more", "below"),
    [
        ({}, {}, True),
        ({"dose": {"amount": 12}}, {}, False),
        ({"dose": {"sets": 3, "amount": 6, "low": 6}}, {}, True),
        ({"exercise": "four-point-lift", "dose": {"sets": 3, "amount": 20}}, {}, False),
        ({"exercise": "four-point-lift", "dose": {"sets": 2, "amount": 20}}, {}, False),
        ({"exercise": "four-point-lift", "dose": {"sets": 2, "amount": 7}}, {}, False),
        ({"exercise": "four-point-lift", "dose": {"sets": 2, "amount": 4}}, {}, True),
        ({"exercise": "four-point-lift", "dose": {"sets": 1, "amount": 20}}, {}, True),
    ],
)
def test_a_little_less_may_be_less_than_the_plan_began_with(
    library: Library, session: dict[str, Any], more: dict[str, Any], below: bool
) -> None:
    about = place(library, {"day": 0, **session}, **more)
    assert ambers.would_go_below_the_start(about) is below


def test_a_weaker_band_is_less_than_the_plan_began_with(library: Library) -> None:
    given = {"exercise": "seated-row", "bands": ["red", "green", "blue"], "dose": {"sets": 2, "amount": 10}}
    seen = []
    for band in ("green", "blue"):
        course = given | {"dose": {"sets": 2, "amount": 10, "band": "green"}}
        life = Life(course | {"sessions": [{"day": 0, "dose": {"band": band}}]}, library)
        seen.append(ambers.would_go_below_the_start(life.place()))
    assert seen == [True, False]


@pytest.mark.parametrize(
    ("sessions", "times", "provoked"),
    [
        ([{"day": 0, "pain": 4}], 1, False),
        ([{"day": 0, "pain": 4}, {"day": 3, "pain": 4}], 2, True),
        ([{"day": 0, "pain": 4}, {"day": 3}, {"day": 6, "pain": 4}], 2, True),
        ([{"day": 0, "pain": 4}, {"day": 3}, {"day": 6}, {"day": 9, "pain": 4}], 1, False),
        ([{"day": 0, "pain": 4}, {"day": 3, "pain": 4, "step": "regress"}], 1, False),
        ([{"day": 0, "pain": 4}, {"day": 3, "pain": 4, "step": "swap"}], 1, False),
        ([{"day": 0, "pain": 4, "step": "regress"}, {"day": 3, "pain": 4}], 2, True),
        ([{"day": 0, "pain": 4, "exercise": "four-point-lift"}, {"day": 3, "pain": 4}], 1, False),
        ([{"day": 0, "pain": 7}, {"day": 3, "pain": 4}], 2, True),
        ([{"day": 0, "pain": 3}, {"day": 3, "pain": 4}], 2, False),
        ([{"day": 0, "pain": 3}, {"day": 3, "pain": 3}], 2, False),
        ([{"day": 0, "pain": 3, "morning": 5}, {"day": 3, "pain": 3, "morning": 5}], 2, True),
        ([{"day": 0, "pain": 1, "leg": "further-down"}, {"day": 3, "pain": 4}], 2, True),
    ],
)
def test_pain_in_the_middle_is_counted_among_the_last_three(
    library: Library, sessions: list[dict[str, Any]], times: int, provoked: bool
) -> None:
    about = place(library, *sessions, usual=3, on=sessions[-1]["day"] + 2)
    assert len(ambers.ambers(about)) == times
    assert ambers.comes_again(about) is (times == 2)
    assert ambers.is_provoked_again(about) is provoked


def test_where_nobody_knows_what_is_usual_pain_was_provoked(library: Library) -> None:
    sessions = [{"day": 0, "pain": 3}, {"day": 3, "pain": 3}]
    assert ambers.is_provoked_again(place(library, *sessions, usual="untold", on=5))
