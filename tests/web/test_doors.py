"""The one door: facts are added once, all or none, and a record that cannot be judged stops everything."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest
from django.db import transaction
from django.test import Client

from gradus.record.codec import NotAFactError, encode
from gradus.record.facts import MorningCheckIn
from gradus.record.history import fold
from gradus_web.people import reading
from gradus_web.people.doors import Differs
from gradus_web.people.models import FactLine, Record, User
from tests.web.conftest import here_of

pytestmark = pytest.mark.django_db


def test_a_fact_that_is_sent_twice_is_kept_once(guest: User) -> None:
    here = here_of(guest)
    fact = here.fact(MorningCheckIn, pain_0_10=3)
    here.keep(fact)
    here.keep(fact)
    here_of(guest).keep(fact)
    assert FactLine.objects.count() == 1
    assert here_of(guest).history.of(MorningCheckIn) == (fact,)


def test_another_fact_under_the_same_id_is_refused(guest: User) -> None:
    here = here_of(guest)
    fact = here.fact(MorningCheckIn, pain_0_10=3)
    here.keep(fact)
    with pytest.raises(Differs):
        here.keep(msgspec.structs.replace(fact, pain_0_10=0))
    assert here_of(guest).history.of(MorningCheckIn) == (fact,)


def test_of_facts_that_go_together_all_are_kept_or_none(guest: User) -> None:
    here = here_of(guest)
    good = here.fact(MorningCheckIn, pain_0_10=3)
    bad = here.fact(MorningCheckIn, pain_0_10=99)
    with pytest.raises(NotAFactError):
        here.keep(good, bad)
    assert here_of(guest).history.of(MorningCheckIn) == ()


def test_facts_of_one_moment_stand_in_the_order_in_which_they_were_told(guest: User) -> None:
    here = here_of(guest)
    pains = [3, 5, 1, 9, 2]
    here.keep(*(here.fact(MorningCheckIn, pain_0_10=pain) for pain in pains))
    assert [fact.pain_0_10 for fact in here_of(guest).history.of(MorningCheckIn)] == pains


def test_the_day_is_that_of_the_persons_zone(guest: User, browser: Client) -> None:
    browser.cookies["zone"] = "Pacific%2FAuckland"
    here = here_of(guest)
    here.now += timedelta(hours=6)
    assert browser.get("/today").context["here"].now.utcoffset() == timedelta(hours=13)
    browser.cookies["zone"] = "../../etc/passwd"
    assert browser.get("/today").context["here"].now.utcoffset() == timedelta(0)


def test_a_record_that_cannot_be_read_stops_everything(browser: Client, owner: User) -> None:
    FactLine.objects.create(
        record=Record.objects.get(owner=owner), fact=UUID(int=7), line=b'{"kind":"morning"\n'
    )
    for path in ("/today", "/session", "/plan", "/you/record", "/learn/exercises"):
        answer = browser.get(path)
        assert answer.status_code == 409, path
        assert "cannot be read" in answer.content.decode()
        assert "Start" not in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_what_was_read_before_is_never_stale() -> None:
    """A worker that has a record in mind, and a line that another one adds."""
    guest = User.objects.guest()
    here = here_of(guest)
    here.keep(here.fact(MorningCheckIn, pain_0_10=3))
    assert [fact.pain_0_10 for fact in here_of(guest).history.of(MorningCheckIn)] == [3]
    later = here_of(guest)
    fact = later.fact(MorningCheckIn, pain_0_10=7)
    FactLine.objects.create(record=later.row, fact=UUID(fact.id), line=encode(fact))
    assert [fact.pain_0_10 for fact in here_of(guest).history.of(MorningCheckIn)] == [3, 7]
    assert here_of(guest).history == fold(here_of(guest).history.received.values())


@pytest.mark.django_db(transaction=True)
def test_what_was_undone_is_not_remembered() -> None:
    guest = User.objects.guest()
    here = here_of(guest)
    with transaction.atomic():
        here.keep(here.fact(MorningCheckIn, pain_0_10=3))
        assert len(here_of(guest).history.received) == 1
        transaction.set_rollback(True)
    assert len(here_of(guest).history.received) == 0


@pytest.mark.django_db(transaction=True)
def test_a_worker_remembers_only_so_many_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "REMEMBERED", 6)
    guests = [User.objects.guest() for _ in range(5)]
    for guest in guests:
        here = here_of(guest)
        here.keep(*(here.fact(MorningCheckIn, pain_0_10=3) for _ in range(2)))
        here_of(guest)
    assert [len(each.history.received) for each in reading._remembered.values()] == [2, 2, 2]
    assert list(reading._remembered)[-1] == here_of(guests[-1]).row.id
