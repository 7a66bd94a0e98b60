"""Every word of a person's pages can be translated: in a language that puts each in brackets, only what the
content says, and what a record keeps, stands outside them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
import typst
from django.test import Client

from gradus.journey.review import unit_words as of_the_core
from gradus.library.library import Library
from gradus.library.types import Units
from gradus.record import facts as kinds
from gradus.record.facts import Fact, Flare, Milestone, PlanMade, Profile
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Position, Side
from gradus_web import content
from gradus_web.diary.names import unit_words
from gradus_web.diary.paper.printing import HERE
from gradus_web.diary.paper.telling import of_review, of_sheet
from gradus_web.diary.queries.plan import standing_plan
from gradus_web.diary.queries.progress import progress_page
from gradus_web.people.doors import begin_record
from gradus_web.people.models import User
from tests.web.bracketed import bracketed, bracketed_library, without_content
from tests.web.conftest import MONDAY, account, client_of, here_of, page_names, pass_screen
from tests.web.pseudo import BEGIN, outside, speak

pytestmark = pytest.mark.django_db
Later = Callable[..., object]
ADDRESS = "owner@example.org"
LETTERS = '#show regex("\\\\p{Alphabetic}+"): found => panic(found)'
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Days are put in words by the language's own calendar."""
REMEMBERED = [each for each in vars(content).values() if hasattr(each, "cache_clear")]


@pytest.fixture(scope="module")
def told_apart() -> Library:
    """The content with its texts in brackets of their own."""
    return bracketed_library(content.library())


@pytest.fixture
def pseudo(told_apart: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(content, "load", lambda: told_apart)
    forget()
    speak(monkeypatch)
    yield
    forget()


def forget() -> None:
    """What the site remembers of the content is read anew."""
    for remembered in REMEMBERED:
        remembered.cache_clear()


@pytest.fixture
def owner(db: None, lived: tuple[Fact, ...]) -> User:
    """An account with two weeks behind it, in a record whose own words are in brackets too."""
    user = account(ADDRESS)
    facts = [bracketed(each) for each in lived]
    begin_record(user, lived[0].person, facts, MONDAY, example=False)
    return user


def untranslated(answer: Any) -> list[str]:
    """The words of a page that neither a translation nor the content says."""
    page = answer.content.decode()
    assert page.partition("<main")[2].count(BEGIN) > 2
    return outside(without_content(page), [*WEEKDAYS, ADDRESS])


def all_of(browser: Client, *paths: str) -> list[tuple[str, str]]:
    """The words that cannot be translated of these pages, each with its page."""
    pages = {path: browser.get(path) for path in paths}
    assert {path: page.status_code for path, page in pages.items() if page.status_code != 200} == {}
    return [(path, words) for path, page in pages.items() for words in untranslated(page)]


def test_every_question_of_the_screen(pseudo: None, owner: User) -> None:
    browser = client_of(owner)
    assert all_of(browser, *(f"/screen/page/{name}?anew=1" for name in page_names())) == []
    first, second, *_ = page_names()
    age, bladder = {"asked": "age-years"}, {"asked": "bladder-change"}
    sent: list[tuple[str, dict[str, str]]] = [
        *((first, age | {"number-age-years": typed}) for typed in ("", "x", "9")),
        (second, bladder),
        (second, bladder | {"none": "1", "yes": "bladder-change"}),
    ]
    for name, told in sent:
        answer = browser.post(f"/screen/page/{name}?anew=1", told)
        assert (answer.status_code, untranslated(answer)) == (422, [])


def test_answers_that_hardly_go_together(pseudo: None, guest: User) -> None:
    browser = client_of(guest)
    assert all_of(browser, "/today", "/screen/meaning") == []
    assert pass_screen(browser, yes=["pregnant"]) == "/screen/check"
    assert all_of(browser, "/screen/check") == []


@pytest.mark.parametrize("yes", ["bladder-change", "weak-leg", "fever"])
def test_what_an_alarm_says(pseudo: None, guest: User, yes: str) -> None:
    browser = client_of(guest)
    assert pass_screen(browser, yes=[yes]) == "/screen/meaning"
    assert all_of(browser, "/screen/meaning", "/today", "/screen/examined") == []
    answer = browser.post("/screen/examined", {})
    assert (answer.status_code, untranslated(answer)) == (422, [])


@pytest.mark.parametrize("yes", ["poor-balance", "chest-pain", ""])
def test_what_answers_mean(pseudo: None, guest: User, yes: str) -> None:
    browser = client_of(guest)
    assert pass_screen(browser, yes=[yes]) == "/screen/meaning"
    assert all_of(browser, "/screen/meaning", "/today") == []


def test_the_day(pseudo: None, owner: User, monday: Later) -> None:
    browser = client_of(owner)
    assert (
        all_of(browser, "/today", "/today?minutes=15", "/today?low=1", "/morning", "/flare", "/pause") == []
    )
    bad = [
        browser.post("/morning", {}),
        browser.post("/morning", {"pain": "1", "note": "1" * 2000}),
        browser.post("/flare", {}),
        browser.post("/pause", {"why": "work", "until": "2020-01-01"}),
    ]
    assert [untranslated(answer) for answer in bad] == [[]] * len(bad)
    told = browser.post("/morning", {"pain": "3", "note": bracketed("As ever")}, follow=True)
    assert untranslated(told) == []
    assert untranslated(browser.post("/today/skip", follow=True)) == []
    browser.post("/morning", {"pain": "3", "ill": "on"})
    assert all_of(browser, "/today", "/screen/meaning") == []
    monday(days=1)
    assert all_of(browser, "/today") == []


def test_a_session_to_its_end(pseudo: None, owner: User, monday: Later) -> None:
    browser = client_of(owner)
    first, *others = browser.get("/session").context["s"].lines
    kinds_of_dose = set()
    for line in others:
        at = line.row.exercise
        page = browser.get(f"/session?at={at}&hurts=1&low=1")
        kinds_of_dose.add(page.context["s"].step.item.dose.kind)
        assert untranslated(page) == []
    assert len(kinds_of_dose) > 1
    for _ in range(first.of):
        monday(seconds=20)
        browser.post("/session/set", {"exercise": first.row.exercise, "amount": "8", "pain": "2"})
        assert all_of(browser, "/session") == []
    assert all_of(browser, f"/session/change/{others[0].row.exercise}") == []
    for line in others:
        browser.post(f"/session/leave/{line.row.exercise}")
    assert untranslated(browser.post("/session/leave/nothing", follow=True)) == []
    assert untranslated(browser.post("/session/end", {"how": "no"})) == []
    assert untranslated(browser.post("/session/end", {"how": "finished"}, follow=True)) == []
    assert all_of(browser, "/today") == []


def test_a_session_that_hurts(pseudo: None, owner: User) -> None:
    browser = client_of(owner)
    exercise = browser.get("/session").context["s"].step.item.exercise
    stop = browser.post("/session/set", {"exercise": exercise, "amount": "2", "pain": "9"}, follow=True)
    assert stop.redirect_chain[-1][0] == f"/session/stop/{exercise}"
    assert untranslated(stop) == []
    assert untranslated(browser.post("/session/set", {"exercise": exercise}, follow=True)) == []
    assert all_of(browser, "/today", "/session", "/session/more", "/session/end") == []
    assert untranslated(browser.post("/session/end", {"how": "stopped"}, follow=True)) == []


def test_the_plan_and_what_was_told_for_it(pseudo: None, owner: User) -> None:
    browser = client_of(owner)
    paths = ("/plan", "/plan/new", "/plan/sheet", "/plan/others", "/you/told", "/you/told?first=1", "/you")
    assert all_of(browser, *paths, "/why/bird-dog", "/why/sit-to-stand") == []
    wrong = {"dumbbells": "heavy", "kettlebells": "5000", "goals": ""}
    assert untranslated(browser.post("/you/told", wrong)) == []
    assert untranslated(browser.post("/you/told", {"dumbbells": "1 " * 20})) == []
    assert untranslated(browser.post("/you/told", {"unit": "lb"}, follow=True)) == []


def test_where_no_plan_fits(pseudo: None, owner: User) -> None:
    here = here_of(owner)
    here.keep(here.fact(Profile, equipment=(), minutes=15, cannot_take=tuple(Position)))
    browser = client_of(owner)
    assert "change" in dir(browser.get("/plan/new").context["found"])
    assert all_of(browser, "/plan/new") == []


def test_the_way_behind(pseudo: None, owner: User, monday: Later) -> None:
    here = here_of(owner)
    here.keep(here.fact(Milestone, words=bracketed("Lift the child")))
    here.keep(here.fact(Flare, state="began"), here.fact(Flare, state="over"))
    for measure, side in (
        ("side-bridge-hold", Side.LEFT),
        ("side-bridge-hold", Side.RIGHT),
        ("chair-stand-30s", None),
    ):
        here.keep(here.fact(kinds.TestResult, measure=MeasureId(measure), value=12.0, side=side))
    began = here.history.of(PlanMade)[0].day
    monday(days=(began - MONDAY.date()).days + 29)
    browser = client_of(owner)
    pass_screen(browser)
    for each in ("left", "right"):
        kept = browser.post("/measures/side-bridge-hold", {"side": each, "value": "20"}, follow=True)
        assert untranslated(kept) == []
    courses = [
        f"/progress/training/{each.exercise}"
        for each in browser.get("/progress/training").context["t"].exercises
    ]
    paths = ("/today", "/progress", "/progress/review", "/progress/review/4", "/progress/training")
    assert all_of(browser, *paths, *courses) == []
    assert (
        untranslated(browser.post("/progress/milestone", {"words": bracketed("Run again")}, follow=True))
        == []
    )


def test_the_measures(pseudo: None, owner: User) -> None:
    browser = client_of(owner)
    page = browser.get("/measures")
    named = [f"/measures/{card.measure.id}" for row in ("asked", "tried") for card in page.context[row]]
    assert all_of(browser, "/measures", *named) == []


def test_what_is_printed(pseudo: None, owner: User) -> None:
    here = here_of(owner)
    here.keep(here.fact(Milestone, words=bracketed("Lift the child")))
    plan = standing_plan(here)
    assert plan is not None
    for template, told in (("review", of_review(here, progress_page(here))), ("sheet", of_sheet(here, plan))):
        pictures = {slot.pop("picture") for leaf in told.get("leaves", ()) for slot in leaf["slots"]}
        assert all(each.startswith("<svg") for each in pictures)
        page = f"<body>{''.join(f'<p>{words}</p>' for words in words_of(told))}"
        assert page.count(BEGIN) > 9
        assert outside(without_content(page), ["en", "gb", *WEEKDAYS]) == []
        assert letters_of(f'#include "{template}.typ"', without_words(told)) == ""


def letters_of(page: str, told: dict[str, Any]) -> str:
    """The first letters that a page prints beside those that it is told."""
    files: Any = {each.name: each.read_bytes() for each in HERE.glob("*.typ")}
    files["main.typ"] = f"{LETTERS}\n{page}".encode()
    inputs = {"told": json.dumps(told | {"lang": "en", "region": "", "example": True})}
    try:
        typst.compile(files, format="svg", sys_inputs=inputs)
    except typst.TypstError as fault:
        return str(fault)
    return ""


def without_words(told: Any) -> Any:
    """The same with a number in the place of every text, and no picture."""
    if isinstance(told, dict):
        return {"picture": ""} | {name: without_words(each) for name, each in told.items()}
    if isinstance(told, list | tuple):
        return [without_words(each) for each in told]
    return "1" if isinstance(told, str) else told


def test_letters_that_a_page_prints_are_found() -> None:
    assert "Not" in letters_of("1 / 2, *Not wrapped*", {})


def words_of(told: Any) -> list[str]:
    """Every text that is told."""
    if isinstance(told, dict):
        return [words for each in told.values() for words in words_of(each)]
    if isinstance(told, list | tuple):
        return [words for each in told for words in words_of(each)]
    return [told] if isinstance(told, str) else []


def test_units_are_named_as_the_command_names_them() -> None:
    measure = content.library().measures[MeasureId("chair-stand-30s")]
    for unit in get_args(Units):
        for number in (None, 0.0, 0.5, 1.0, 1.5, 2.0):
            assert unit_words(unit, number) == of_the_core(replace(measure, unit=unit), number).strip()
