"""What is known, as it is read on the site."""

import re

import pytest
from django.test import Client

from gradus.vocabulary.certainty import VERDICTS
from gradus_web.content import library
from gradus_web.learn.templatetags.sure import is_news_to
from gradus_web.learn.topics import TOPICS, heading

pytestmark = pytest.mark.django_db


def test_nothing_that_is_said_is_shown_without_what_became_of_it(client: Client) -> None:
    """A sentence that does not hold is no finding of ours, wherever it is listed."""
    for address in ("/learn?q=is+lifting+bad", "/learn/claims/aerobics-adds-reach"):
        page = client.get(address, follow=True).content.decode()
        assert "“" in page
        assert any(words in page for words in VERDICTS.values())
    listed = client.get("/learn?q=is+lifting+bad", follow=True).content.decode()
    assert listed.count('href="/learn/claims/') == listed.count("It is said:") > 0


def test_every_rule_has_a_page_with_its_numbers_and_sources(client: Client) -> None:
    for rules in (library().rules, library().screen_rules):
        for id_, rule in rules.items():
            page = client.get(f"/learn/rules/{id_}").context["r"]
            assert page.notices == rule.notices
            assert {each.id for each in page.sources} >= set(rule.cites)
            assert all(each.value and each.ground for each in page.numbers)
    page = client.get("/learn/rules/harder-rung").context["r"]
    assert [each.what for each in page.numbers] == ["successes before load"]


@pytest.mark.parametrize(
    ("people", "design", "is_news"),
    [
        (34, "randomised trial, 34 people, 6 weeks", False),
        (1172, "inception cohort of 1,172 people", False),
        (34, "randomised trial of 340 people", True),
        (34, "randomised trial", True),
        (None, "review of 16 guidelines", False),
    ],
)
def test_how_many_people_a_publication_tells_of_is_said_once(
    people: int | None, design: str, is_news: bool
) -> None:
    assert is_news_to(people, design) is is_news


def test_every_topic_has_a_heading_and_nobody_elses_goes_without() -> None:
    asked = {answer.topics[0] for answer in library().answers.values()}
    assert asked == set(TOPICS)
    assert [heading(topic) for topic in asked] == [topic.capitalize().replace("-", " ") for topic in asked]
    assert heading("of-a-clinic") == "Of a clinic"


@pytest.mark.parametrize("path", ["/today", "/plan", "/progress", "/progress/review", "/why/bird-dog"])
def test_every_reason_leads_to_its_rule(browser: Client, path: str) -> None:
    page = browser.get(path).content.decode()
    reasons = page.count('<div class="reason">')
    leads = re.findall(r'href="(/learn/rules/[^"]+)"', page)
    assert 0 < reasons <= len(leads)
    assert all(browser.get(each).status_code == 200 for each in set(leads))
