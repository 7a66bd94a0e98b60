"""The charts: what is drawn is told in a table too, nothing hangs on colour, and no page is heavy."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from django.test import Client

from gradus.journey.course import Showing, stretches
from gradus.journey.taken import tests_taken as taken_up_to
from gradus.journey.weekly import TrainingWeek
from gradus.measures.adherence import adherence
from gradus.record import facts as kinds
from gradus.record.facts import Milestone, Profile, SetDone
from gradus.record.parts import ShownReason
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, MeasureId, RuleId
from gradus.vocabulary.scales import DoseKind, Side, Step
from gradus_web.content import library
from gradus_web.diary.charts.course import course_chart, spark
from gradus_web.diary.charts.drawing import WIDE, Drawing, spread, thinned
from gradus_web.diary.charts.milestones import milestone_chart
from gradus_web.diary.charts.pain import pain_chart
from gradus_web.diary.charts.taken import taken_chart
from gradus_web.diary.charts.training import columns, kept_chart
from gradus_web.diary.queries.progress import progress_page
from gradus_web.people.models import User
from tests.web.conftest import MONDAY, here_of, pass_screen

pytestmark = pytest.mark.django_db
HEAVY = 30_000
DAY = date(2026, 3, 2)
EXERCISE = ExerciseId("sit-to-stand")


def week(nth: int, done: int, planned: int) -> TrainingWeek:
    return TrainingWeek(
        nth=nth,
        first_day=DAY,
        sessions=adherence(planned, done),
        sets=10 * done,
        lifted_kg=0.0,
        on_foot_min=0.0,
        flared=nth == 2,
    )


def showing(nth: int, step: Step, amount: int, done: float | None, load_kg: float | None = None) -> Showing:
    kind = DoseKind.REPS
    dose = Dose(kind=kind, sets=2, amount=amount, low=6, top=20, rest_s=60, load_kg=load_kg)
    return Showing(
        day=DAY + timedelta(days=3 * nth),
        dose=dose,
        step=step,
        because=(ShownReason(rule=RuleId("top-once"), says="So."),),
        short=False,
        sets=2,
        amount=done,
        load_kg=load_kg,
        pain=1,
    )


def many(course: Sequence[Showing], times: int) -> list[Showing]:
    return [replace(each, day=each.day + timedelta(days=nth)) for nth in range(times) for each in course]


def shapes(drawing: Drawing, look: str) -> int:
    """How many shapes there are of one look."""
    return drawing.marks.get(look, "").count("M")


def test_each_session_is_a_sign_of_its_own_shape() -> None:
    drawing = kept_chart([week(1, 2, 3), week(2, 2, 1)])
    assert shapes(drawing, "full") == 4
    assert shapes(drawing, "dot") == 1
    assert [each.words for each in drawing.words] == ["1", "2", "flare"]
    assert "l" in drawing.marks["full"], "the one beyond the plan is a diamond"


def test_weeks_without_anything_are_drawn_too() -> None:
    assert kept_chart([week(1, 0, 0)]).words
    assert shapes(columns([week(1, 0, 0), week(3, 1, 1)], lambda each: each.sets, ""), "column") == 1
    assert [each.words for each in columns([week(1, 1, 1)], lambda each: each.sets, "").words] == ["10", "1"]


@pytest.mark.parametrize("weeks", [1, 2, 9, 26])
def test_words_of_an_axis_do_not_meet(weeks: int) -> None:
    at = spread(weeks)
    places = [at(nth) for nth in thinned(weeks, at)]
    assert all(later - earlier >= 26 for earlier, later in pairwise(places))
    assert weeks - 1 in thinned(weeks, at)
    assert all(0 < place < WIDE for place in places)


def test_what_was_done_has_the_shape_of_its_step() -> None:
    course = [
        showing(0, Step.START, 8, 16),
        showing(1, Step.PROGRESS, 9, 18),
        showing(2, Step.REGRESS, 6, None),
        showing(3, Step.HOLD, 6, 12),
    ]
    drawing = course_chart(course, stretches(course), None)
    assert shapes(drawing, "full") == 3
    assert shapes(drawing, "whisker") == 1, "what was not done is a cross"
    assert [each.words for each in drawing.words if each.look == "number"] == ["1", "2", "3", "4"]
    assert shapes(drawing, "dot") == len(course), "pain stands in its own panel"


def test_a_load_has_a_panel_of_its_own_in_the_unit_of_the_person() -> None:
    course = [showing(0, Step.START, 8, 16, 10.0), showing(1, Step.PROGRESS, 8, 16, 12.5)]
    for unit, title, last in ((None, "kilograms", "12.5"), ("lb", "pounds", "27.5")):
        words = [each.words for each in course_chart(course, stretches(course), unit).words]
        assert title in words
        assert last in words
        assert "repetitions in a session" in words
    assert spark(course).words == []


def test_a_long_course_keeps_its_numbers_apart() -> None:
    course = many([showing(0, Step.PROGRESS, 8, 16), showing(1, Step.HOLD, 8, 16)], 12)
    drawing = course_chart(course, stretches(course), None)
    numbers = [float(each.x) for each in drawing.words if each.look == "number"]
    assert len(numbers) > 8
    assert min(later - earlier for earlier, later in pairwise(numbers)) >= 14.9


def test_milestones_that_lie_close_do_not_cover_each_other() -> None:
    drawing = milestone_chart([DAY, DAY, DAY + timedelta(days=60)], DAY, DAY + timedelta(days=60))
    flags = [each for each in drawing.words if each.look == "said"]
    assert [each.words for each in flags] == ["1", "2", "3"]
    assert flags[0].y != flags[1].y
    assert milestone_chart([DAY], DAY, DAY).words


def test_pain_breaks_where_a_week_tells_nothing(owner: User) -> None:
    found = progress_page(here_of(owner)).review
    week, range_ = next(each for each in zip(found.pain, found.ranges, strict=True) if each[0] is not None)
    moved = None if found.pain_change is None else replace(found.pain_change, first=6.0, matters=2.0)
    broken = replace(
        found,
        pain=(week, week, None, week),
        ranges=(range_, range_, None, range_),
        pain_change=moved,
    )
    chart = pain_chart(broken, [False, True, True, False])
    assert chart is not None
    assert moved is not None
    assert chart.level == 4.0
    assert "gain that matters" in [each.words for each in chart.drawing.words]
    assert shapes(chart.drawing, "line") == 1
    assert shapes(chart.drawing, "whisker") >= 1, "a week alone has a bar for its band"
    assert shapes(chart.drawing, "dot") == 3
    assert [each.mean != "" for each in chart.points] == [True, True, False, True]
    assert "flare" in [each.words for each in chart.drawing.words]
    assert pain_chart(replace(found, pain=(None,), ranges=(None,)), [False]) is None


def test_tests_are_drawn_with_their_bars_and_both_sides(owner: User) -> None:
    here = here_of(owner)
    for measure, side, value in (
        ("chair-stand-30s", None, 18.0),
        ("side-bridge-hold", Side.LEFT, 30.0),
        ("side-bridge-hold", Side.RIGHT, 25.0),
        ("global-change", None, -2.0),
    ):
        here.keep(here.fact(kinds.TestResult, measure=MeasureId(measure), side=side, value=value))
    found = taken_up_to(here.history, library(), here.day)
    for name, barred in (("chair-stand-30s", True), ("side-bridge-hold", False), ("global-change", False)):
        known = library().measures[MeasureId(name)]
        series = [each for each in found if each.measure == name]
        drawing = taken_chart(known, series, here.day, here.day)
        assert (shapes(drawing, "whisker") >= 2) is barred, name
        assert all(0 <= float(each.y) <= drawing.height for each in drawing.words), name
    sided = taken_chart(
        library().measures[MeasureId("side-bridge-hold")],
        [each for each in found if each.measure == "side-bridge-hold"],
        here.day,
        here.day,
    )
    assert {"left 30", "right 25"} <= {each.words for each in sided.words}
    assert {"line", "line second"} <= set(sided.marks), "the sides differ in their line"


def test_every_chart_has_its_table_and_no_page_is_heavy(browser: Client, owner: User) -> None:
    here = here_of(owner)
    here.keep(here.fact(Milestone, words="run for the bus"))
    for path in ("/progress", "/progress/training", f"/progress/training/{EXERCISE}"):
        sent = browser.get(path)
        page = sent.content.decode()
        assert sent.status_code == 200
        assert len(sent.content) < HEAVY, path
        assert " style=" not in page
        assert page.count("<table>") >= 1
        assert re.findall(r'role="img" aria-label="[^"]+ below"', page), path
    assert "Milestones over the weeks" in browser.get("/progress").content.decode()


def test_strength_is_told_beside_pain_in_a_section_of_its_own(browser: Client, owner: User) -> None:
    page = browser.get("/progress").content.decode()
    assert page.index("Morning pain") < page.index("Strength, beside it")
    for card in progress_page(here_of(owner)).cards:
        after = page.index(f"<b>{card.title}</b>") > page.index("Strength, beside it")
        assert after is not card.rows[0].felt, card.title


def test_a_session_done_today_stands_on_the_page(browser: Client) -> None:
    assert browser.get("/session").status_code == 200
    before = browser.get("/progress/training").context["t"].rows[0][0]
    exercise = browser.get("/session").context["s"].step.item.exercise
    browser.post("/session/set", {"exercise": exercise, "amount": "8"})
    browser.post("/session/end", {"how": "finished"})
    after = browser.get("/progress/training").context["t"].rows[0][0]
    assert after.sessions.done == before.sessions.done + 1
    course = browser.get(f"/progress/training/{exercise}").context["c"]
    assert course.rows[0].showing.day == MONDAY.date()
    assert course.rows[0].done


def test_pounds_are_shown_to_who_asked_for_them(browser: Client, owner: User) -> None:
    here = here_of(owner)
    session = here.history.of(SetDone)[-1].session
    lifted = here.fact(SetDone, session=session, exercise="goblet-squat", nth=1, reps=10, load_kg=10.0)
    here.keep(here.fact(Profile, weight_unit="lb"), lifted)
    page = browser.get("/progress/training").content.decode()
    assert "Pounds lifted by week" in page
    assert "<td>220</td>" in page


def test_while_something_stops_exercise_none_is_named(
    browser: Client, monday: Callable[..., datetime]
) -> None:
    name = library().exercises[EXERCISE].en.name
    assert name in browser.get("/progress/training").content.decode()
    pass_screen(browser, yes=["bladder-change"])
    alarm = {"asked": "bladder-change", "yes": "bladder-change"}
    browser.post("/screen/page/bladder-bowel-feeling?anew=1", alarm)
    assert name not in browser.get("/progress/training").content.decode()
    assert browser.get(f"/progress/training/{EXERCISE}").headers["Location"] == f"/why/{EXERCISE}"
