"""The calendar at a secret address: what it tells, to whom, and what stays the same when a day moves."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar

from gradus.journey.ahead import Ahead
from gradus.record.facts import Pause, SessionDone
from gradus.vocabulary.ids import FactId
from gradus_web.people.models import FactLine, User
from gradus_web.reminders import queries
from gradus_web.reminders.calendar import Entry, calendar
from gradus_web.reminders.models import Reminders
from gradus_web.reminders.queries import feed
from gradus_web.reminders.secret import opened, sealed
from tests.web.conftest import client_of, here_of, pass_screen

pytestmark = pytest.mark.django_db
FIRST = date(2026, 3, 2)
OSLO = "Europe%2FOslo"
Later = Callable[..., datetime]


def address(browser: Client, *, at: str = "18:00", do: str = "keep", zone: str = OSLO) -> str:
    """The path of the calendar that this browser's person asks for."""
    browser.cookies["zone"] = zone
    assert browser.post("/you/reminders/calendar", {"do": do, "train_at": at}).status_code == 302
    shown = str(browser.get("/you/reminders").context["address"])
    return "/calendar/" + shown.split("/calendar/")[1]


def told(path: str) -> Calendar:
    """What somebody without an account reads there, taken apart again."""
    answer = Client().get(path)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content)


def entries(path: str) -> dict[str, datetime]:
    """The entries by their names, each with its beginning."""
    return {str(event["uid"]): event.decoded("dtstart") for event in told(path).walk("VEVENT")}


def finish(user: User) -> None:
    """The session of the day as done."""
    here = here_of(user)
    plan = here.history.of(SessionDone)[-1].plan
    here.keep(here.fact(SessionDone, plan=plan))


def test_each_entry_is_sound(browser: Client) -> None:
    found = told(address(browser))
    events = list(found.walk("VEVENT"))
    assert len(events) >= 4
    assert (str(found["version"]), found.timezones[0].tz_name) == ("2.0", "Europe/Oslo")
    for event in events:
        minutes = event.decoded("duration") // timedelta(minutes=1)
        assert 5 <= minutes <= 180
        assert str(event["summary"]) == f"Training, {minutes} min"
        assert event.decoded("dtstamp").tzinfo is not None
        assert event.decoded("dtstamp") <= datetime(2026, 3, 2, 9, tzinfo=UTC)
        (alarm,) = event.walk("VALARM")
        assert (str(alarm["action"]), alarm.decoded("trigger")) == ("DISPLAY", -timedelta(minutes=15))


@pytest.mark.parametrize("zone", ["UTC", "Europe/Oslo", "America/New_York", "Asia/Kathmandu", "Etc/GMT+5"])
def test_a_calendar_is_whole_in_every_zone_and_without_an_entry(zone: str) -> None:
    """A zone alone is enough for the standard; nothing is not."""
    revised = datetime(2026, 3, 20, tzinfo=UTC)
    (empty,) = Calendar.from_ical(calendar((), ZoneInfo(zone), revised)).subcomponents
    assert (empty.name, str(empty["tzid"])) == ("VTIMEZONE", zone)
    entry = Entry("x@gradus", datetime(2026, 3, 30, 18), 25, "Training, 25 min")  # noqa: DTZ001 of the zone
    lines = calendar((entry,), ZoneInfo(zone), revised).decode().split("\r\n")
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in lines
    assert "X-PUBLISHED-TTL:PT6H" in lines
    (event,) = Calendar.from_ical("\r\n".join(lines)).walk("VEVENT")
    begins, ends = event.decoded("dtstart"), event.decoded("dtstart") + event.decoded("duration")
    assert begins == datetime(2026, 3, 30, 18, tzinfo=ZoneInfo(zone))
    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(minutes=25)


def test_entries_are_those_of_the_page_of_the_day(browser: Client) -> None:
    path = address(browser)
    week = [each.day for each in browser.get("/today").context["d"].ahead if each.what == "train"]
    days = [begins.date() for begins in entries(path).values()]
    assert [day for day in days if day < FIRST + timedelta(days=7)] == week
    assert max(days) < FIRST + timedelta(days=14)


def test_the_second_session_of_a_day_follows_the_first(
    browser: Client, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A programme of many sessions a week has days with two."""
    path = address(browser)
    two = [
        Ahead(FactId(f"{nth}"), FIRST + timedelta(days=day), nth, 25, "A session")
        for nth, day in enumerate((0, 0, 1), start=1)
    ]
    monkeypatch.setattr(queries, "sessions_ahead", lambda *_: two)
    assert [f"{begins:%a %H:%M}" for begins in entries(path).values()] == [
        "Mon 18:00",
        "Mon 18:25",
        "Tue 18:00",
    ]


def test_it_says_nothing_of_why(browser: Client) -> None:
    text = Client().get(address(browser)).content.decode().lower()
    for word in ("pain", "back", "spine", "health", "exercise", "owner", "example.org", "physio"):
        assert word not in text.replace("gradus", ""), word


def test_asked_twice_it_is_the_same(browser: Client, monday: Later) -> None:
    path = address(browser)
    first = Client().get(path).content
    monday(hours=3)
    assert Client().get(path).content == first


def test_a_done_session_leaves_the_others_as_they_are(browser: Client, owner: User, monday: Later) -> None:
    path = address(browser)
    before = entries(path)
    monday(hours=1)
    finish(owner)
    after = entries(path)
    (gone,) = before.keys() - after.keys()
    assert before[gone] == min(before.values())
    assert after == {uid: begins for uid, begins in before.items() if uid != gone}


def test_a_day_that_moves_takes_its_entry_along(browser: Client, monday: Later) -> None:
    path = address(browser)
    before = entries(path)
    first = min(before, key=lambda uid: before[uid])
    stamp = max(event.decoded("dtstamp") for event in told(path).walk("VEVENT"))
    monday(days=1)
    after = entries(path)
    moved = browser.get("/today").context["d"].answer.next_on
    assert before[first].date() < moved
    assert after[first] == datetime.combine(moved, before[first].timetz())
    assert max(event.decoded("dtstamp") for event in told(path).walk("VEVENT")) > stamp


def test_another_hour_moves_every_entry_and_renames_none(browser: Client) -> None:
    before = entries(address(browser))
    after = entries(address(browser, at="07:15"))
    assert before.keys() == after.keys()
    assert all((begins.hour, begins.minute) == (7, 15) for begins in after.values())


def test_the_clock_on_the_wall_is_kept_when_summer_time_begins(browser: Client, monday: Later) -> None:
    """In 2026 it begins on 29 March."""
    path = address(browser)
    monday(days=21)
    pass_screen(browser)
    found = entries(path).values()
    assert {begins.hour for begins in found} == {18}
    assert {begins.astimezone(UTC).hour for begins in found} == {17, 16}


def test_the_day_is_that_of_the_persons_zone(browser: Client, monday: Later) -> None:
    """At noon in London it is Tuesday in Auckland."""
    monday(hours=4)
    assert min(entries(address(browser)).values()).date() == FIRST
    there = min(entries(address(browser, zone="Pacific%2FAuckland")).values())
    assert there.date() > FIRST
    assert (there.hour, there.tzinfo) == (18, ZoneInfo("Pacific/Auckland"))


def test_a_new_address_ends_the_old_one_and_renames_no_entry(browser: Client) -> None:
    old = address(browser)
    before = entries(old)
    assert address(browser) == old
    new = address(browser, do="renew")
    assert new != old
    assert Client().get(old).status_code == 404
    assert entries(new) == before
    browser.post("/you/reminders/calendar", {"do": "end"})
    assert Client().get(new).status_code == 404


def test_nothing_is_called_training_where_something_stands_before_it(
    browser: Client, owner: User, monday: Later
) -> None:
    path = address(browser)
    monday(days=60)
    titles = [str(event["summary"]) for event in told(path).walk("VEVENT")]
    assert titles == ["Gradus, 5 min"]
    pass_screen(browser, yes=["bladder-change"])
    assert list(told(path).walk("VEVENT")) == []


def test_away_is_away(browser: Client, owner: User) -> None:
    path = address(browser)
    here = here_of(owner)
    here.keep(here.fact(Pause, why="holiday"))
    assert entries(path) == {}


def test_it_needs_no_session_and_makes_none(browser: Client) -> None:
    answer = Client().get(address(browser))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies


def test_a_wrong_address_is_not_even_looked_up(browser: Client, django_assert_num_queries: object) -> None:
    path = address(browser)
    key, seal = path[len("/calendar/") :][:32], path[len("/calendar/") :][32:-4]
    other = "0" if seal[-1] != "0" else "1"
    for wrong in (key + seal[:-1] + other, key, "0" * 32 + seal, key + seal + "0", "x" * 96):
        with django_assert_num_queries(0):  # type: ignore[operator]
            assert Client().get(f"/calendar/{wrong}.ics").status_code == 404


def test_one_seal_opens_one_thing(owner: User) -> None:
    key = here_of(owner).row.id
    assert opened("calendar", sealed("calendar", key)) == key
    assert opened("mail-off", sealed("calendar", key)) is None


def test_the_database_alone_opens_no_calendar(browser: Client) -> None:
    path = address(browser)
    kept = Reminders.objects.get()
    assert kept.calendar is not None
    assert path[len("/calendar/") :][32:-4] not in repr(vars(kept))
    assert Client().get(f"/calendar/{kept.calendar.hex}.ics").status_code == 404


def test_guessing_is_counted_and_stops_nobody_who_knows(browser: Client) -> None:
    path = address(browser)
    statuses = [Client().get("/calendar/guess.ics").status_code for _ in range(62)]
    assert statuses[:60] == [404] * 60
    assert statuses[60:] == [429] * 2
    assert Client().get(path).status_code == 200


def test_one_calendar_is_not_given_out_without_end(browser: Client) -> None:
    path = address(browser)
    statuses = [Client().head(path).status_code for _ in range(62)]
    assert (statuses[0], statuses[-1]) == (200, 429)


def test_of_a_record_that_cannot_be_read_nothing_is_told(browser: Client, owner: User) -> None:
    path = address(browser)
    FactLine.objects.create(record=here_of(owner).row, fact=owner.pk, line=b'{"kind":"morning"\n')
    assert Client().get(path).status_code == 409


@pytest.mark.parametrize("at", ["", "x", "25:00", "03:59", "22:01"])
def test_an_hour_that_is_none_is_asked_again(browser: Client, at: str) -> None:
    answer = browser.post("/you/reminders/calendar", {"do": "keep", "train_at": at})
    assert answer.status_code == 422
    assert not Reminders.objects.exists()


@pytest.mark.parametrize("at", ["04:00", "22:00"])
def test_the_first_and_the_last_hour(browser: Client, at: str) -> None:
    address(browser, at=at)
    assert Reminders.objects.get().train_at.isoformat("minutes") == at


def test_a_guest_has_a_calendar_too(guest: User) -> None:
    path = address(client_of(guest))
    assert [str(event["summary"]) for event in told(path).walk("VEVENT")] == ["Gradus, 5 min"]


def test_an_erased_person_has_no_calendar(browser: Client) -> None:
    path = address(browser)
    key = Reminders.objects.get().calendar
    assert key is not None
    browser.post("/you/forget", {"word": "erase"})
    assert not Reminders.objects.exists()
    assert Client().get(path).status_code == 404
    assert feed(key, datetime.now(UTC)) is None
