"""A flare's share of a dose, part by part, and what else asks for less."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression import easing
from gradus.progression.lightening import is_easy_anyway
from gradus.progression.situation import Situation
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.value import replace
from tests.training import Life

BIRD_DOG: dict[str, Any] = {"exercise": "bird-dog", "dose": {"sets": 2, "amount": 10}}
CALM: dict[str, Any] = {"rules": ["flare-calm"], "dose": {"sets": 1}}
BACK: dict[str, Any] = {"rules": ["flare-back"]}


def place(
    library: Library, *sessions: dict[str, Any], on: int = 10, flare: int | None = 3, **more: Any
) -> Situation:
    flares = [] if flare is None else [{"day": flare}]
    return Life(BIRD_DOG | {"sessions": list(sessions), "flares": flares, "on": on} | more, library).place()


@pytest.mark.parametrize(
    ("sessions", "eased", "not_yet"),
    [
        ([{"day": 0}], False, True),
        ([{"day": 0}, {"day": 4}], False, True),
        ([{"day": 0}, {"day": 4, **CALM}], True, False),
        ([{"day": 0}, {"day": 3, **CALM}], True, False),
        ([{"day": 0}, {"day": 2, **CALM}], False, True),
        ([{"day": 0}, {"day": 4, **CALM}, {"day": 7, "dose": {"sets": 1}}], True, False),
        ([{"day": 0}, {"day": 4, **CALM}, {"day": 7, **BACK}], False, False),
        ([{"day": 0}, {"day": 3, **BACK}], False, False),
        ([], False, False),
        ([{"day": 0, "exercise": "hip-hinge-drill"}], False, False),
        ([{"day": 0}, {"day": 4, "exercise": "hip-hinge-drill", **CALM}], False, False),
    ],
)
def test_what_was_eased_for_this_flare_is_known(
    library: Library, sessions: list[dict[str, Any]], eased: bool, not_yet: bool
) -> None:
    about = place(library, *sessions)
    assert (easing.is_eased(about), easing.not_eased_yet(about)) == (eased, not_yet)
    without = place(library, *sessions, flare=None)
    assert (easing.is_eased(without), easing.not_eased_yet(without)) == (False, False)


@pytest.mark.parametrize(("on", "soon"), [(16, True), (17, False), (18, False)])
def test_a_flare_of_two_weeks_ago_eases_nothing_any_more(library: Library, on: int, soon: bool) -> None:
    assert easing.not_eased_yet(place(library, {"day": 0}, on=on)) is soon


@pytest.mark.parametrize(
    ("sessions", "dose", "percent"),
    [
        ([{"day": 0}, {"day": 4, **CALM}], (2, 7), "70"),
        ([{"day": 0, "dose": {"amount": 12}}, {"day": 4, **CALM}], (2, 8), "70"),
        (
            [{"day": 0}, {"day": 4, **CALM}, {"day": 7, "rules": ["flare-return"], "dose": {"amount": 7}}],
            (2, 9),
            "90",
        ),
        ([{"day": 0, "exercise": "four-point-lift", "dose": {"sets": 4}}, {"day": 4, **CALM}], (2, 7), "70"),
        (
            [{"day": 0, "dose": {"sets": 4}}, {"day": 2, "exercise": "four-point-lift"}, {"day": 4, **CALM}],
            (3, 9),
            "70",
        ),
        ([{"day": 0}, {"day": 4, "rules": ["flare-calm"], "dose": {"amount": 9}}], (2, 9), "70"),
        ([{"day": 0}, {"day": 4, "rules": ["flare-calm"], "dose": {"sets": 1, "amount": 14}}], (2, 7), "70"),
        ([{"day": 0}, {"day": 3, "dose": {"amount": 4, "low": 4}}, {"day": 4, **CALM}], (2, 7), "70"),
        ([{"day": 0}, {"day": 3, "rules": ["flare-return"]}, {"day": 4, **CALM}], (2, 7), "70"),
        (
            [
                {"day": 0},
                {"day": 4, **CALM},
                {"day": 5, "step": "regress", "dose": {"sets": 1, "amount": 8}},
                {"day": 7, "rules": ["flare-return"], "dose": {"sets": 1}},
            ],
            (2, 7),
            "70",
        ),
        ([{"day": 0}, {"day": 4}, {"day": 5, "step": "regress"}, {"day": 7, **CALM}], (2, 7), "70"),
    ],
)
def test_a_step_back_up_is_a_share_of_the_dose_from_before(
    library: Library, sessions: list[dict[str, Any]], dose: tuple[int, int], percent: str
) -> None:
    about = place(library, *sessions)
    made = easing.step_back_up(about)
    assert made is not None
    assert (made.dose.sets, made.dose.amount, made.words) == (*dose, {"percent": percent})
    stays = easing.as_far_as_now(about)
    assert stays is not None
    assert (stays.dose, stays.words) == (about.last.dose, {"percent": str(int(percent) - 20)})


def test_a_weight_or_band_that_was_lowered_since_does_not_come_back_by_itself(library: Library) -> None:
    squat = {"exercise": "goblet-squat", "weights": [8.0, 10.0]}
    row = {"exercise": "seated-row", "bands": ["red", "green"]}
    seen = []
    for more, before, since in (
        (squat, {"load_kg": 10.0}, {"load_kg": 8.0}),
        (row, {"band": "green"}, {"band": "red"}),
    ):
        made = easing.step_back_up(
            place(
                library,
                {"day": 0, "dose": before},
                {"day": 4, "rules": ["flare-calm"], "dose": {"sets": 1, **since}},
                **more,
            )
        )
        assert made is not None
        seen.append((made.dose.load_kg, made.dose.band))
    assert seen == [(8.0, None), (None, "red")]


def test_without_a_flare_no_way_back_can_be_gone(library: Library) -> None:
    about = place(library, {"day": 0}, flare=None)
    assert easing.step_back_up(about) is None
    assert easing.as_far_as_now(about) is None
    assert easing.share_to_begin_with(about) is None
    assert easing.lesser_on_the_way_back(about) is None
    assert not easing.mornings_allow_more(about)
    assert not easing.is_all_the_way_back(about)


def test_a_new_plan_begins_with_a_share(library: Library) -> None:
    made = easing.share_to_begin_with(place(library))
    assert made is not None
    assert (made.dose.sets, made.dose.amount, made.words) == (2, 7, {"percent": "70"})


def test_of_what_was_lowered_and_the_share_the_lesser_stands(library: Library) -> None:
    about = place(library, {"day": 0}, {"day": 4, **CALM})
    now = about.now
    seen = []
    for sets, amount in ((1, 10), (3, 5), (2, 20)):
        made = easing.lesser_on_the_way_back(
            replace(about, now=replace(now, dose=now.dose.but(sets=sets, amount=amount)))
        )
        assert made is not None
        assert made.words == {"percent": "70"}
        seen.append((made.dose.sets, made.dose.amount))
    assert seen == [(1, 7), (2, 5), (2, 7)]
    easier = library.exercises[ExerciseId("four-point-lift")]
    rung = replace(about, now=replace(now, exercise=easier, dose=now.dose.but(sets=4, amount=10)))
    made = easing.lesser_on_the_way_back(rung)
    assert made is not None
    assert (made.exercise.id, made.dose.sets, made.dose.amount) == ("four-point-lift", 3, 9)


def test_half_is_kept_while_it_is_calm(library: Library) -> None:
    about = place(library, {"day": 0}, on=4)
    made = easing.halved(about)
    assert (made.exercise.id, made.dose.sets, made.dose.amount) == ("bird-dog", 1, 10)
    assert (easing.is_calm(about), easing.is_over_or_passing(about)) == (True, False)
    later = place(library, {"day": 0}, on=7)
    assert (easing.is_calm(later), easing.is_over_or_passing(later)) == (False, True)


def test_what_is_new_was_never_shown_while_others_were_done(library: Library) -> None:
    assert not easing.is_new(place(library))
    others = [{"day": 0, "only": ["dead-bug"]}]
    assert easing.is_new(place(library, *others, also=["dead-bug"]))
    assert not easing.is_new(place(library, {"day": 0}, also=["dead-bug"]))
    assert not easing.is_new(place(library, {"day": 0, "short": "low-day"}, also=["dead-bug"]))


@pytest.mark.parametrize(
    ("exercise", "sessions", "easy"),
    [
        ("bird-dog", [], True),
        ("bird-dog", [{"day": 0}], False),
        ("bird-dog", [{"day": 0, "step": "swap"}], True),
        ("bird-dog", [{"day": 0, "step": "start"}], True),
        ("bird-dog", [{"day": 0, "step": "regress"}], False),
        ("walking-intervals", [{"day": 0}], True),
        ("breathing-90-90", [{"day": 0}], True),
        ("cat-camel", [{"day": 0}], True),
    ],
)
def test_what_a_lighter_week_leaves_alone(
    library: Library, exercise: str, sessions: list[dict[str, Any]], easy: bool
) -> None:
    assert is_easy_anyway(Life({"exercise": exercise, "sessions": sessions}, library).place()) is easy


def test_on_the_way_back_what_was_never_done_is_a_share_of_what_the_plan_names(library: Library) -> None:
    made = easing.lesser_on_the_way_back(place(library, on=14))
    assert made is not None
    assert made.exercise.id == "bird-dog"
    assert made.dose.sets * made.dose.amount < 20
