"""What a session is judged by, where the examples do not say."""

from datetime import timedelta
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.holding import went_well
from gradus.record.facts import SetDone
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import Colour, Irritability
from gradus.vocabulary.value import replace
from tests.build import START, Facts
from tests.training import Life

BREATHE, BIRD_DOG = ExerciseId("breathing-90-90"), ExerciseId("bird-dog")
SESSION = FactId("01990000-0000-7000-9000-000000000001")
DAY = timedelta(days=1)
STIRRED_UP: dict[str, Any] = {"usual_pain_0_10": 8, "eases_within_minutes": 600}
NO_BASELINE: dict[str, Any] = {"exercise": BIRD_DOG, "usual": "untold", "on": 3}


def sets(*pains: int | None, leg: str | None = None) -> tuple[SetDone, ...]:
    make = Facts()
    values: dict[str, Any] = {"session": SESSION, "exercise": BREATHE, "leg": leg}
    return tuple(make(SetDone, nth=nth + 1, pain_0_10=pain, **values) for nth, pain in enumerate(pains))


def told(*pains: int | None) -> list[dict[str, Any]]:
    """Mornings of the days from 0 on; those that are None were not told."""
    return [{"day": day, "pain": pain} for day, pain in enumerate(pains) if pain is not None]


@pytest.mark.parametrize(
    ("mornings", "more", "worse"),
    [
        (told(2, 2, 3), {}, None),
        (told(2, 2, 4), {}, True),
        (told(4, 2, 6), {}, True),
        (told(4, 4, 5), {}, None),
        (told(None, None, 6), {}, None),
        (told(None, None, 7), {}, True),
        (told(None, None, 8), {}, True),
        (told(7, 7, 7), {}, None),
        (told(None, None, 7), {"usual_pain_0_10": 6}, None),
        (told(None, None, 7), {"usual_pain_0_10": 5}, True),
        (told(5, 5, 5), {"usual_pain_0_10": 3}, True),
        (told(2, 2, None), {}, None),
    ],
)
def test_without_a_baseline_a_morning_is_worse_or_unknown(
    library: Library, mornings: list[dict[str, Any]], more: dict[str, Any], worse: bool | None
) -> None:
    around = Life(NO_BASELINE | {"mornings": mornings} | more, library).ground().around
    assert around.mornings.worse(START + 2 * DAY) is worse


@pytest.mark.parametrize(("pain", "worse"), [(2, False), (3, False), (4, True)])
def test_with_a_baseline_it_is_worse_or_not(library: Library, pain: int, worse: bool) -> None:
    life = Life({"exercise": BIRD_DOG, "on": 2, "mornings": [{"day": 2, "pain": pain}]}, library)
    assert life.ground().around.mornings.worse(START + 2 * DAY) is worse


def test_the_newest_word_of_a_morning_counts(library: Library) -> None:
    life = Life(NO_BASELINE | {"mornings": told(2, 3)}, library)
    mornings = life.ground().around.mornings
    assert (mornings.last_day(), mornings.pain(START), mornings.pain(START + 2 * DAY)) == (
        START + DAY,
        2,
        None,
    )
    life.wake(1, 6)
    again = life.ground().around.mornings
    assert again.pain(START + DAY) == 6
    first = again.first_after(START)
    assert first is not None
    assert first.pain_0_10 == 3
    assert again.first_after(START + DAY) is None


def test_without_mornings_there_is_none(library: Library) -> None:
    assert Life(NO_BASELINE, library).ground().around.mornings.last_day() is None


def test_each_day_is_judged_by_what_was_told_by_then(library: Library) -> None:
    later = [{"day": 2, "usual_pain_0_10": 1, "eases_within_minutes": 5}]
    judge = Life(NO_BASELINE | STIRRED_UP | {"profiles": later}, library).ground().around.judge
    known = [judge.known(START + day * DAY) for day in (-31, -30, 1, 2, 3)]
    high, low = [Irritability.HIGH] * 2, [Irritability.LOW] * 2
    assert [each.irritability for each in known] == [Irritability.MODERATE, *high, *low]
    assert [each.usual_pain for each in known] == [None, 8, 8, 1, 1]
    assert [judge.usual(START + day * DAY) for day in (-31, 1, 2)] == [None, 8, 1]


def test_what_is_told_in_parts_is_put_together(library: Library) -> None:
    parts = [
        {"day": 1, "usual_pain_0_10": 8},
        {"day": 2, "eases_within_minutes": 5},
        {"day": 9, "minutes": 20},
    ]
    judge = Life(NO_BASELINE | {"profiles": parts, "on": 3}, library).ground().around.judge
    assert [each.usual_pain for each in judge.told] == [8, 8]


def test_how_soon_it_eases_stays_told_when_only_the_pain_is_told_anew(library: Library) -> None:
    parts = [{"day": 1, "eases_within_minutes": 600}, {"day": 2, "usual_pain_0_10": 2}]
    judge = Life(NO_BASELINE | {"profiles": parts}, library).ground().around.judge
    assert [each.irritability for each in judge.told] == [Irritability.HIGH] * 2


def test_of_a_morning_that_nobody_told_nobody_said_that_it_is_no_flare(library: Library) -> None:
    mornings = [{"day": 0, "pain": 5, "flare": False}]
    around = Life(NO_BASELINE | {"mornings": mornings}, library).ground().around
    assert [around.mornings.is_no_flare(START + day * DAY) for day in (0, 1)] == [True, False]


@pytest.mark.parametrize(
    ("exercise", "pains", "leg", "so_far"),
    [
        (BREATHE, (4, 3), None, Colour.AMBER),
        (BREATHE, (5,), None, Colour.RED),
        (BREATHE, (4,), "further-down", Colour.RED),
        (BREATHE, (2,), None, Colour.GREEN),
        ("dead-bug-with-band", (4,), None, Colour.RED),
        (None, (4,), None, Colour.RED),
    ],
)
def test_in_the_middle_of_a_session_usual_pain_of_quiet_work_is_no_reason_to_stop(
    library: Library, exercise: str | None, pains: tuple[int, ...], leg: str | None, so_far: Colour
) -> None:
    life = Life({"exercise": BIRD_DOG, "usual": 4, "on": 2} | STIRRED_UP, library)
    judge, known = (
        life.ground().around.judge,
        None if exercise is None else library.exercises[ExerciseId(exercise)],
    )
    assert judge.while_at_it(sets(*pains, leg=leg), START + 2 * DAY, known).colour is so_far


def test_in_the_middle_of_a_session_a_calm_back_is_judged_by_its_own_day(library: Library) -> None:
    later = [{"day": 2, "usual_pain_0_10": 1, "eases_within_minutes": 5}]
    life = Life({"exercise": BIRD_DOG, "usual": 1, "on": 2, "profiles": later} | STIRRED_UP, library)
    judge, bird_dog = life.ground().around.judge, library.exercises[ExerciseId("dead-bug-with-band")]
    seen = [judge.while_at_it(sets(4), START + day * DAY, bird_dog).colour for day in (1, 2)]
    assert seen == [Colour.RED, Colour.AMBER]


@pytest.mark.parametrize(
    ("exercise", "pains", "morning", "well"),
    [
        (BREATHE, (4, 4), 4, True),
        (BREATHE, (4, None), 4, False),
        (BREATHE, (5, 4), 4, False),
        (BREATHE, (4, 4), 5, True),
        (BREATHE, (4, 4), 6, False),
        (BREATHE, (4, 4), "untold", False),
        (BREATHE, (2, 2), 4, True),
        ("dead-bug-with-band", (4, 4), 4, False),
        (None, (4, 4), 4, False),
    ],
)
def test_as_usual_went_well_where_it_hardly_loads_the_back(
    library: Library, exercise: str | None, pains: tuple[int | None, ...], morning: Any, well: bool
) -> None:
    mornings = [{"day": 3, "pain": morning}]
    life = Life({"exercise": BIRD_DOG, "usual": 4, "on": 3, "mornings": mornings} | STIRRED_UP, library)
    judge, known = (
        life.ground().around.judge,
        None if exercise is None else library.exercises[ExerciseId(exercise)],
    )
    assert judge.went_well(sets(*pains), START + 2 * DAY, known) is well


def test_a_leg_that_lasted_added_something(library: Library) -> None:
    mornings = [{"day": 3, "pain": 4, "leg_lasted": True}]
    life = Life({"exercise": BIRD_DOG, "usual": 4, "on": 3, "mornings": mornings}, library)
    around = life.ground().around
    assert not around.judge.went_well(sets(4), START + 2 * DAY, library.exercises[BIRD_DOG])
    assert around.mornings.leg_lasted(START + 3 * DAY)
    assert not around.mornings.leg_lasted(START + 2 * DAY)


def test_what_lasts_or_is_new_stands_against_going_on(library: Library) -> None:
    about = Life({"exercise": BIRD_DOG, "sessions": [{"day": 0}]}, library).place()
    assert went_well(about)
    assert not went_well(replace(about, around=replace(about.around, rise_lasts=True)))
    assert not went_well(replace(about, around=replace(about.around, news="something")))
    assert not went_well(replace(about, borne=None))


@pytest.mark.parametrize(
    ("session", "well"),
    [
        ({"pain": 2}, True),
        ({"pain": 3}, False),
        ({"pain": "untold"}, False),
        ({"pain": 7}, False),
        ({"done": [1]}, False),
        ({"morning": 6}, False),
        ({"pain_after": 5}, True),
        ({"pain_after": 6}, False),
        ({"reserve": "untold"}, False),
        ({"reserve": 2}, False),
    ],
)
def test_each_thing_that_went_badly_stands_against_going_on(
    library: Library, session: dict[str, Any], well: bool
) -> None:
    course = {"exercise": BIRD_DOG, "dose": {"reserve": 3}, "sessions": [{"day": 0, **session}], "usual": 1}
    assert went_well(Life(course, library).place()) is well


def test_before_the_first_time_nothing_went_well(library: Library) -> None:
    assert not went_well(Life({"exercise": BIRD_DOG}, library).place())


def test_what_hurt_elsewhere_since_did_not_go_well(library: Library) -> None:
    elsewhere = {"day": 1, "pain": 4, "free": True, "promised": False}
    for sessions, well in (([{"day": 0}], True), ([{"day": 0}, elsewhere], False)):
        assert went_well(Life({"exercise": BIRD_DOG, "sessions": sessions}, library).place()) is well


@pytest.mark.parametrize(("exercise", "well"), [("hip-hinge-drill", True), ("bird-dog", False)])
def test_light_work_with_pain_as_usual_goes_well_while_the_back_is_stirred_up(
    library: Library, exercise: str, well: bool
) -> None:
    course = {"exercise": exercise, "usual": 4, "sessions": [{"day": 0, "pain": 4}]}
    assert went_well(Life(course | STIRRED_UP, library).place()) is well
