"""What is printed: the reviews and the programme, as pages and as PDF, for the person alone."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import typst
from django.test import Client

from gradus.journey.review import review
from gradus.journey.review_weeks import review_days
from gradus.record.facts import Milestone, PlanMade
from gradus.record.history import until
from gradus_web.content import library
from gradus_web.diary.paper.printing import HERE, printed
from gradus_web.diary.paper.telling import of_review, of_sheet
from gradus_web.diary.queries.plan import standing_plan
from gradus_web.diary.queries.progress import DoseRow, progress_page, review_page
from gradus_web.people.models import User
from tests.web.conftest import MONDAY, PLANTED, account, client_of, here_of, pass_screen

pytestmark = pytest.mark.django_db
PAGES_OF = 12
"""Dots an inch, where only the pages are counted."""


@pytest.fixture
def at_four_weeks(owner: User, monday: Callable[..., datetime]) -> Client:
    """The owner's browser on the first day after the review of four weeks; since the third they trained no
    more."""
    began = here_of(owner).history.of(PlanMade)[0].day
    monday(days=(began - MONDAY.date()).days + 29)
    return client_of(owner)


def review_doses(owner: User) -> tuple[DoseRow, ...]:
    """The doses in the review of four weeks."""
    found = review_page(here_of(owner), 4)
    return () if found is None else found.doses


def pages(template: str, told: dict[str, Any]) -> int:
    """How many pages it has."""
    made: Any = typst.compile(
        HERE / f"{template}.typ", root=HERE, format="png", ppi=PAGES_OF, sys_inputs={"told": json.dumps(told)}
    )
    return len(made) if isinstance(made, list) else 1


def test_a_review_is_there_once_its_day_has_come(browser: Client, at_four_weeks: Client) -> None:
    page = at_four_weeks.get("/progress/review/4").content.decode()
    assert "<h1>Looking back, week 4</h1>" in page
    assert "As it stood on" in page
    assert "Look at the next plan" not in page
    linked = re.findall(r'href="(/progress/review[^"]*)"', page)
    assert "/progress/review/4.pdf" in linked
    assert not [each for each in linked if "/8" in each]
    for week in ("3", "5", "8", "0", "99999999999999999999"):
        assert at_four_weeks.get(f"/progress/review/{week}").status_code == 404
        assert at_four_weeks.get(f"/progress/review/{week}.pdf").status_code == 404


def test_a_review_stays_as_it_stood(owner: User, at_four_weeks: Client) -> None:
    """What comes after its day changes nothing in it."""
    before = review_page(here_of(owner), 4)
    here_of(owner).keep(here_of(owner).fact(Milestone, words=PLANTED))
    after = review_page(here_of(owner), 4)
    assert before is not None
    assert after is not None
    assert (before.review, before.stage) == (after.review, after.stage)
    assert PLANTED in str(progress_page(here_of(owner)).review.goals)
    history, day = here_of(owner).history, after.review.day
    assert replace(after.review, doses=()) == replace(review(until(history, day), library(), day), doses=())
    assert tuple(review_days(history, library())) == (4, 8, 12, 16)


@pytest.mark.parametrize("path", ["/progress/review.pdf", "/progress/review/4.pdf", "/plan/sheet.pdf"])
def test_the_paper_is_the_persons_alone(at_four_weeks: Client, path: str) -> None:
    sent = at_four_weeks.get(path)
    if path == "/plan/sheet.pdf" and sent.status_code == 404:
        pass_screen(at_four_weeks)
        sent = at_four_weeks.get(path)
    assert sent.status_code == 200
    assert sent.headers["Content-Type"] == "application/pdf"
    assert sent.headers["Cache-Control"] == "no-store"
    assert re.fullmatch(r'attachment; filename="gradus-[a-z0-9-]+\.pdf"', sent.headers["Content-Disposition"])
    assert sent.content.startswith(b"%PDF-")
    assert client_of(account("other@example.org")).get(path).status_code == 404
    assert Client().get(path).headers["Location"] == f"/?next={path}"


def test_while_questions_are_open_or_something_stops_exercise_no_paper_names_any(
    owner: User, at_four_weeks: Client
) -> None:
    assert review_doses(owner) == ()
    pass_screen(at_four_weeks)
    name = review_doses(owner)[0].name
    assert name in at_four_weeks.get("/progress/review/4").content.decode()
    alarm = {"asked": "bladder-change", "yes": "bladder-change"}
    at_four_weeks.post("/screen/page/bladder-bowel-feeling?anew=1", alarm)
    assert name not in at_four_weeks.get("/progress/review/4").content.decode()
    assert review_doses(owner) == ()
    assert at_four_weeks.get("/plan/sheet.pdf").status_code == 404


def test_each_session_has_a_page_of_its_own_however_long_it_is(owner: User) -> None:
    here = here_of(owner)
    plan = standing_plan(here)
    assert plan is not None
    for many in (1, 9):
        slots = [(*each.slots, *each.slots)[:many] for each in plan.sheets]
        sheets = tuple(replace(each, slots=of) for each, of in zip(plan.sheets, slots, strict=True))
        told = of_sheet(here, replace(plan, sheets=sheets))
        assert all("<svg" in slot["picture"] for leaf in told["leaves"] for slot in leaf["slots"])
        assert pages("sheet", told) == len(plan.sheets) + 1, many


def test_nobodys_words_set_anything(owner: User) -> None:
    """What somebody wrote stands on the page as they wrote it, whatever it would mean to the setter."""
    here = here_of(owner)
    here.keep(here.fact(Milestone, words='#panic("it was run") *$ #read("/etc/passwd") @preview <x>'))
    told = of_review(here, progress_page(here))
    assert "#panic" in str(told["goals"])
    assert printed("review", told, here.now).startswith(b"%PDF-")
    with pytest.raises(typst.TypstError):
        printed("review", {"nothing": "told"}, here.now)


def test_the_chart_breaks_where_a_week_tells_nothing(owner: User) -> None:
    """Weeks without a morning, and a single one, are drawn as what they are."""
    here = here_of(owner)
    told = of_review(here, progress_page(here))
    known = next(each for each in told["weeks"] if each["mean"] is not None)
    for weeks in ([known], [known, {"mean": None}, known], [{"mean": None}, known, known]):
        assert pages("review", told | {"weeks": weeks}) >= 1
    assert "week 1: " in told["chart"]


def test_templates_fetch_nothing_and_read_nothing_but_each_other() -> None:
    for path in HERE.glob("*.typ"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"@preview|https?://|\bplugin\(|\bread\(", text), path.name
        assert set(re.findall(r'import "([^"]+)"', text)) <= {each.name for each in HERE.glob("*.typ")}
