"""In which language a page speaks, what it says of that, and what is the same in all of them."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client
from django.utils.translation import override

import gradus_web
from gradus.record.facts import ScreenAnswers, SetDone
from gradus_web.config.languages import COOKIE, language_for, spoken_to
from gradus_web.content import language_of, library, offered
from gradus_web.diary.paper.telling import of_sheet
from gradus_web.diary.queries.plan import sheet_of
from gradus_web.people.models import Record, User
from tests.web.conftest import client_of, here_of, page_names, pass_screen

pytestmark = pytest.mark.django_db
GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}
TOLD = {"days": ["monday", "thursday"], "minutes": "30", "equipment": ["chair", "wall"], "runs": "no"}


def tongue(page: str) -> str:
    found = re.search(r'<html lang="([\w-]+)"', page)
    assert found
    return found[1]


class Foreign(HTMLParser):
    """The words of a page's main part that are marked as English."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            self.open.append(dict(attrs).get("lang") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if "en" in self.open:
            self.found.append(data)


def test_german_is_offered() -> None:
    assert offered() == ("en", "de")


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-CH", "de"),
        ("fr,de;q=0.8,en;q=0.7", "de"),
        ("en-US,de;q=0.8", "en"),
        ("de;q=0.2,en", "en"),
        ("fr, it", "en"),
        ("*", "en"),
        (";;;,de;q=x", "en"),
        ("x" * 5000, "en"),
    ],
)
def test_the_browser_is_asked_first(asked: str, spoken: str) -> None:
    answer = Client().get("/", headers={"Accept-Language": asked})
    assert tongue(answer.content.decode()) == spoken == answer.headers["Content-Language"]
    assert {"Accept-Language", "Cookie"} <= set(answer.headers["Vary"].split(", "))


def test_what_was_chosen_before_signing_in_is_kept_by_the_browser_and_by_the_account_that_begins() -> None:
    client = Client()
    answer = client.post("/language", {"language": "de", "next": "/learn/"})
    assert answer.headers["Location"] == "/learn/"
    assert tongue(client.get("/").content.decode()) == "de"
    client.post("/begin", {"country": "DE", "consent": "on"})
    assert User.objects.get().language == "de"
    del client.cookies[COOKIE]
    assert tongue(client.get("/you").content.decode()) == "de"


def test_what_the_account_chose_goes_before_what_the_browser_asks_for(owner: User) -> None:
    client = client_of(owner)
    assert tongue(client.get("/you", headers=GERMAN).content.decode()) == "de"
    client.post("/language", {"language": "en", "next": "/you"}, headers=GERMAN)
    assert tongue(client.get("/you", headers=GERMAN).content.decode()) == "en"
    assert tongue(client_of(owner).get("/you", headers=GERMAN).content.decode()) == "en"


@pytest.mark.parametrize("sent", ["", "fr", "en-gb", "de' OR 1", "../de"])
def test_no_other_language_can_be_chosen(owner: User, sent: str) -> None:
    client = client_of(owner)
    client.post("/language", {"language": sent})
    assert COOKIE not in client.cookies
    assert User.objects.get(pk=owner.pk).language == ""


@pytest.mark.parametrize("back", ["https://elsewhere.org/", "//elsewhere.org", "javascript:alert(1)", ""])
def test_choosing_leads_nowhere_else(back: str) -> None:
    answer = Client().post("/language", {"language": "de", "next": back})
    assert answer.headers["Location"] == "/"


def test_nobody_chooses_for_the_example_person(owner: User) -> None:
    Record.objects.update(is_example=True)
    client = client_of(owner)
    client.post("/language", {"language": "de"})
    assert User.objects.get(pk=owner.pk).language == ""
    assert tongue(client.get("/you").content.decode()) == "de"


def test_the_choice_stands_on_the_page_of_the_person_and_before_that_at_the_foot(browser: Client) -> None:
    for client, path in ((Client(), "/"), (browser, "/you")):
        page = client.get(path).content.decode()
        assert (
            '<button class="button" name="language" value="de" lang="de" aria-pressed="false">Deutsch' in page
        )
    assert 'name="language"' not in browser.get("/today").content.decode()


def test_every_page_of_a_translation_that_nobody_reviewed_says_so_in_both_languages(browser: Client) -> None:
    for path in ("/today", "/you", "/screen/page/about-you", "/learn/", "/no-such-page", "/offline"):
        page = browser.get(path, headers=GERMAN).content.decode()
        assert "Diese Übersetzung ist nicht geprüft." in page, path
        assert '<span lang="en">Translation not reviewed.</span>' in page, path
        assert "not reviewed" not in browser.get(path).content.decode(), path


def test_each_text_is_known_by_its_language() -> None:
    with override("de"):
        german = library()
    english = library()
    for id_, rule in german.screen_rules.items():
        assert (language_of(rule.says), language_of(english.screen_rules[id_].says)) == ("de", "en")


def test_a_reason_stays_in_the_words_in_which_it_was_said_and_says_so() -> None:
    client = Client(headers=GERMAN)
    client.post("/begin", {"country": "DE", "consent": "on"})
    pass_screen(client, yes=["bladder-change"])
    assert "Rufen Sie 112 an" in client.get("/screen/meaning").content.decode()
    client.post("/language", {"language": "en"})
    assert "call 112" in client.get("/screen/meaning").content.decode()


def test_what_programs_read_is_the_same_in_every_language(browser: Client) -> None:
    for path in ("/api/v1/today", "/api/v1/library", "/you/record"):
        assert browser.get(path, headers=GERMAN).content == browser.get(path).content, path


def test_pictures_hang_on_no_language(browser: Client) -> None:
    page = browser.get("/learn/exercises/bird-dog").content.decode()
    found = re.search(r'src="(/learn/pictures/[^"]+)"', page)
    assert found
    answer = browser.get(found[1], headers=GERMAN)
    assert answer.status_code == 200
    assert "Accept-Language" not in answer.headers.get("Vary", "")
    assert "Content-Language" not in answer.headers


def test_the_worker_and_the_pages_that_it_keeps_change_with_the_language() -> None:
    versions = set()
    for headers in ({}, GERMAN):
        worker = Client().get("/worker.js", headers=headers)
        versions.add(re.search(r'VERSION = "(\w+)"', worker.content.decode())[1])  # type: ignore[index]
        assert "Accept-Language" in worker.headers["Vary"]
    assert len(versions) == 2
    manifest = json.loads(Client().get("/manifest.webmanifest", headers=GERMAN).content)
    assert (manifest["lang"], manifest["dir"]) == ("de", "ltr")


@pytest.mark.parametrize(("typed", "kept"), [("80,5", 80.5), ("80.5", 80.5), ("80", 80.0)])
@pytest.mark.parametrize("headers", [{}, GERMAN])
def test_both_marks_are_taken_for_decimals(headers: dict[str, str], typed: str, kept: float) -> None:
    client = Client(headers=headers)
    client.post("/begin", {"consent": "on"})
    asked = ["age-years", "systolic-mmhg", "diastolic-mmhg"]
    told = {
        "asked": asked,
        "number-age-years": "44",
        "number-systolic-mmhg": "120",
        "number-diastolic-mmhg": typed,
    }
    answer = client.post(f"/screen/page/{page_names()[0]}", {**told, "none": "1"})
    assert answer.status_code == 302, answer.content.decode()
    (fact,) = here_of(Record.objects.get().owner).history.of(ScreenAnswers)
    assert fact.numbers["diastolic-mmhg"] == kept  # type: ignore[index]
    page = client.get(f"/screen/page/{page_names()[0]}?back=1").content.decode()
    mark = "," if headers else "."
    assert f'value="{str(kept).removesuffix(".0").replace(".", mark)}"' in page


def test_content_that_is_not_translated_says_that_it_is_english(browser: Client) -> None:
    exercise = browser.get("/learn/exercises/bird-dog", headers=GERMAN).content.decode()
    assert any("the opposite hand forward" in each for each in Foreign(exercise).found)
    assert Foreign(browser.get("/learn/exercises/bird-dog").content.decode()).found == []


def test_a_person_walks_from_the_first_page_to_today_and_reads_german_on_every_safety_page() -> None:
    client = Client(headers=GERMAN)
    assert "Sicherheitsfragen" in client.get("/").content.decode()
    client.post("/begin", {"country": "DE", "consent": "on"})
    for name in page_names():
        page = client.get(f"/screen/page/{name}?anew=1").content.decode()
        assert tongue(page) == "de"
        assert Foreign(page).found == ["Translation not reviewed."], name
    assert pass_screen(client) == "/screen/meaning"
    meaning = client.get("/screen/meaning").content.decode()
    assert "Worauf Sie immer achten sollten" in meaning
    assert "Nichts in Ihren Antworten spricht heute gegen Training." in meaning
    assert Foreign(meaning).found == ["Translation not reviewed."]
    assert client.post("/you/told?first=1", TOLD).headers["Location"] == "/plan/new"
    assert client.post("/plan/new").headers["Location"] == "/today"
    today = client.get("/today").content.decode()
    assert "Montag, 2. März" in today
    assert "Heute trainieren" in today


@pytest.mark.parametrize(
    "ticked",
    [
        ["bladder-change"],
        ["both-legs-numb-or-weak"],
        ["clumsy-hands"],
        ["weight-loss", "night-pain"],
        ["high-blood-pressure"],
        ["pregnant", "recent-birth"],
        ["low-mood", "weighs-on-you", "thoughts-of-self-harm"],
    ],
)
def test_every_way_through_the_screen_is_german(ticked: list[str]) -> None:
    """Alarms, what is to be seen today, what waits, limits, and answers that hardly go together."""
    client = Client(headers=GERMAN)
    client.post("/begin", {"country": "DE", "consent": "on"})
    address = pass_screen(client, yes=ticked)
    for path in (address, "/screen/meaning", "/today"):
        page = client.get(path, follow=True).content.decode()
        assert Foreign(page).found == ["Translation not reviewed."], path


def test_what_stays_not_sure_is_asked_again_in_german() -> None:
    client = Client(headers=GERMAN)
    client.post("/begin", {"country": "DE", "consent": "on"})
    pass_screen(client, unsure=["bladder-change"])
    page = client.get("/screen/meaning").content.decode()
    assert "Sie konnten es nicht sicher sagen: “Wasserlassen fällt schwerer" in page
    assert Foreign(page).found == ["Translation not reviewed."]


def test_a_set_may_be_told_with_a_comma(owner: User) -> None:
    client = client_of(owner)
    step = client.get("/session").context["s"].step
    told = {"exercise": step.item.exercise, "amount": "8,5", "load": "12,5", "pain": "1"}
    assert client.post("/session/set", told).status_code == 302
    fact = here_of(owner).history.of(SetDone)[-1]
    assert (fact.load_kg, 8.5 in (fact.reps, fact.seconds, fact.metres)) == (12.5, True)


def test_the_sheet_knows_no_left_and_no_right() -> None:
    """It says start and end, so that a language written from the right turns the page round."""
    sheet = (Path(gradus_web.__path__[0]) / "static" / "gradus.css").read_text(encoding="utf-8")
    assert (
        re.findall(r"(?:margin|padding|border|float|text-align)[^;{}]*\b(?:left|right)\b[^;{}]*", sheet) == []
    )
    assert re.findall(r"[;{ ](?:left|right):", sheet) == []


def test_a_browser_that_is_not_signed_in_asks_the_database_for_nothing(
    django_assert_num_queries: object,
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        Client().get("/privacy", headers=GERMAN)
    assert language_for.__doc__


def test_a_printed_page_says_that_nobody_reviewed_it(owner: User) -> None:
    sheet = sheet_of(here_of(owner))
    assert sheet is not None
    for language, said in (("de", True), ("en", False)):
        with spoken_to(language):
            foot = " ".join(of_sheet(here_of(owner), sheet)["foot"])
        assert ("Translation not reviewed." in foot) is said
