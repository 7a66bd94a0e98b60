"""The cast of the site's tests, and the clock that stands."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from gradus.journey.screens import all_pages
from gradus.record.facts import Fact
from gradus_cli.demo.living import Living
from gradus_cli.demo.people import moved, people
from gradus_web.content import library
from gradus_web.people.actions import BACKEND
from gradus_web.people.doors import Here, begin_record, record_for
from gradus_web.people.models import User
from tests.web import clock

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
WEEKS = 2
PASSWORD = "three quiet herons"  # noqa: S105 of the tests alone
PLANTED = "carry the blue canoe"
"""Words of the owner that nobody else may ever see."""


@pytest.fixture(autouse=True)
def monday() -> Iterator[Callable[..., datetime]]:
    """The clock stands on a Monday morning; what is returned moves it on."""

    def later(**by: float) -> datetime:
        clock.AT["now"] += timedelta(**by)
        return clock.AT["now"]

    clock.AT["now"] = MONDAY
    yield later
    clock.AT["now"] = MONDAY


@pytest.fixture(autouse=True)
def nothing_tried() -> None:
    """Nobody has tried to sign in yet: tries are counted by address, and all tests come from one."""
    cache.clear()


@pytest.fixture(scope="session")
def lived() -> tuple[Fact, ...]:
    """Two weeks of an invented life, up to the day before the clock stands."""
    person = moved(people()["amina"], WEEKS, date(2026, 3, 1))
    living = Living(person, library())
    days = (date(2026, 3, 1) - person.starts_on).days + 1
    for _ in living.live(days):
        pass
    return tuple(living.written)


def account(address: str) -> User:
    """Somebody with an address and a password."""
    user = User(email=address)
    user.set_password(PASSWORD)
    user.save()
    return user


def client_of(user: User, *, strict: bool = False) -> Client:
    """A browser in which that user is signed in; a `strict` one sends only forms of the site."""
    client = Client(enforce_csrf_checks=strict)
    client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture
def owner(db: None, lived: tuple[Fact, ...]) -> User:
    """An account with two weeks behind it."""
    user = account("owner@example.org")
    begin_record(user, lived[0].person, lived, MONDAY, example=False)
    return user


@pytest.fixture
def guest(db: None) -> User:
    """Somebody who has just begun, without an account."""
    return User.objects.guest()


@pytest.fixture
def browser(owner: User) -> Client:
    """The owner's browser."""
    return client_of(owner)


def here_of(user: User) -> Here:
    """The record of a user as it stands."""
    return record_for(user, clock.now())


def pass_screen(client: Client, **ticks: list[str]) -> str:
    """Answers the safety questions: what is in `ticks` by item, and "none of these" to the rest. The address
    where that leads."""
    address = client.get("/screen").headers["Location"]
    for _ in range(40):
        if "/screen/page/" not in address:
            break
        page = client.get(address).context["shown"]
        asked = [question.item.id for question in page.page.questions]
        yes = [item for item in ticks.get("yes", []) if item in asked]
        unsure = [item for item in ticks.get("unsure", []) if item in asked]
        numbers = {f"number-{each.item.id}": "44" for each in page.asked_numbers if not each.item.optional}
        told = {"asked": asked, "yes": yes, "unsure": unsure, **numbers}
        if not yes and not unsure:
            told["none"] = "1"
        answer = client.post(address, told)
        assert answer.status_code == 302, answer.content.decode()
        address = answer.headers["Location"]
    return address


def page_names() -> list[str]:
    """The ids of the pages of the screen."""
    return [page.screen.id for page in all_pages(library())]
