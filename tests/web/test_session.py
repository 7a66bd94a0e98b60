"""The guided session of somebody with two weeks behind them."""

from collections.abc import Callable

import pytest
from django.test import Client

from gradus.record.facts import Correction, DecisionShown, PlanMade, Profile, SessionDone, SetDone
from gradus.record.parts import ShownItem
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind, Step
from gradus_web.diary.words import step_shown
from gradus_web.people.models import User
from tests.web.conftest import here_of

pytestmark = pytest.mark.django_db


def sets(user: User) -> list[SetDone]:
    return [fact for fact in here_of(user).history.of(SetDone) if fact.day == here_of(user).day]


def promises(user: User) -> list[DecisionShown]:
    return [fact for fact in here_of(user).history.of(DecisionShown) if fact.day == here_of(user).day]


def first(browser: Client) -> str:
    """The first exercise of the session that has two sets to be done."""
    lines = browser.get("/session").context["s"].lines
    return next(str(line.row.exercise) for line in lines if line.of > 1 and not line.done)


def test_looking_writes_nothing(browser: Client, owner: User) -> None:
    before = len(here_of(owner).history.received)
    for address in ("/today", "/session", "/plan", "/plan/new", "/progress", "/progress/review", "/you"):
        assert browser.get(address).status_code == 200, address
    assert len(here_of(owner).history.received) == before


def test_a_set_is_one_tap_and_the_promise_is_kept_with_the_first(
    browser: Client, owner: User, monday: Callable[..., object]
) -> None:
    exercise = first(browser)
    for amount in ("8", "7"):
        monday(seconds=90)
        browser.post("/session/set", {"exercise": exercise, "amount": amount})
    assert [fact.reps or fact.seconds for fact in sets(owner)] == [8, 7]
    assert len(promises(owner)) == 1
    assert len({fact.session for fact in sets(owner)}) == 1


def test_a_weight_is_typed_in_the_unit_of_the_person_and_kept_in_kilograms(
    browser: Client, owner: User, monday: Callable[..., object]
) -> None:
    exercise = first(browser)
    for unit, typed in (("kg", "5"), ("lb", "11")):
        here = here_of(owner)
        here.keep(here.fact(Profile, weight_unit=unit))
        monday(seconds=90)
        browser.post("/session/set", {"exercise": exercise, "amount": "8", "load": typed})
        monday(seconds=90)
    assert [fact.load_kg for fact in sets(owner)] == [5.0, pytest.approx(4.99, abs=0.01)]


def test_the_last_values_are_filled_in(browser: Client) -> None:
    exercise = first(browser)
    browser.post("/session/set", {"exercise": exercise, "amount": "8", "pain": "2", "reserve": "3"})
    page = browser.get(f"/session?at={exercise}").content.decode()
    assert 'name="pain" value="2" checked' in page


def test_a_set_is_taken_back(browser: Client, owner: User) -> None:
    browser.post("/session/set", {"exercise": first(browser), "amount": "8"})
    (fact,) = sets(owner)
    browser.post("/session/undo", {"set": fact.id})
    assert not sets(owner)
    assert here_of(owner).history.of(Correction) == ()
    assert browser.post("/session/undo", {"set": "no such set"}).status_code == 404


def test_too_much_pain_stops_the_exercise_and_the_rest_may_go_on(browser: Client, owner: User) -> None:
    exercise = first(browser)
    answer = browser.post("/session/set", {"exercise": exercise, "amount": "2", "pain": "9"})
    assert answer.headers["Location"] == f"/session/stop/{exercise}"
    assert "Stop this exercise" in browser.get(answer.headers["Location"]).content.decode()
    browser.post(f"/session/leave/{exercise}")
    assert first(browser) != exercise


LAST = Dose(kind=DoseKind.REPS, sets=3, amount=8, low=8, top=12, rest_s=60)


@pytest.mark.parametrize(
    ("asked", "step", "seen"),
    [
        (LAST.but(sets=2, amount=10), Step.PROGRESS, Step.REGRESS),
        (LAST.but(sets=1), Step.HOLD, Step.REGRESS),
        (LAST.but(sets=2), Step.SWAP, Step.SWAP),
        (LAST.but(sets=2, amount=12), Step.PROGRESS, Step.PROGRESS),
        (LAST.but(sets=2, load_kg=2.0), Step.PROGRESS, Step.PROGRESS),
        (LAST.but(amount=7), Step.HOLD, Step.HOLD),
    ],
)
def test_an_exercise_with_fewer_sets_is_not_called_more(asked: Dose, step: Step, seen: Step) -> None:
    item = ShownItem(slot="a", exercise=ExerciseId("bridge"), dose=asked, step=step)
    assert step_shown(item, LAST) is seen


def test_an_exercise_is_changed_for_today_alone(browser: Client, owner: User) -> None:
    exercise = first(browser)
    options = browser.get(f"/session/change/{exercise}").context["options"]
    assert options
    browser.post(f"/session/change/{exercise}", {"by": options[0].exercise})
    named = [line.row.exercise for line in browser.get("/session").context["s"].lines]
    assert options[0].exercise in named
    assert exercise not in named
    assert browser.post(f"/session/change/{exercise}", {"by": "no-such"}).status_code == 404
    plans = here_of(owner).history.of(PlanMade)
    assert exercise in {item.exercise for item in plans[-1].sessions[0].items + plans[-1].sessions[-1].items}


def test_a_short_session_is_told_as_one(browser: Client, owner: User) -> None:
    page = browser.get("/today?minutes=15").content.decode()
    assert "the whole session" in page
    whole = len(browser.get("/session").context["s"].running.items)
    short = browser.get("/session?minutes=15").context["s"]
    assert len(short.running.items) <= whole
    told = {"exercise": short.step.item.exercise, "amount": "8", "minutes": "15"}
    assert browser.post("/session/set", told).headers["Location"] == "/session?minutes=15"
    browser.post("/session/end", {"how": "finished", "minutes": "15"})
    (done,) = [fact for fact in here_of(owner).history.of(SessionDone) if fact.day == here_of(owner).day]
    assert done.short == promises(owner)[0].short


def test_rest_goes_by_the_wall_clock(browser: Client, monday: Callable[..., object]) -> None:
    browser.post("/session/set", {"exercise": first(browser), "amount": "8"})
    page = browser.get("/session").context["s"]
    assert page.rest_until is not None
    monday(seconds=page.rest_s + 1)
    assert browser.get("/session").context["s"].rest_until is None


def test_a_session_that_was_begun_is_not_left_out(browser: Client, owner: User) -> None:
    browser.post("/session/set", {"exercise": first(browser), "amount": "8"})
    browser.post("/today/skip")
    assert all(fact.day < here_of(owner).day for fact in here_of(owner).history.of(SessionDone))


def test_today_can_be_left_out_and_is_then_a_rest(browser: Client, owner: User) -> None:
    browser.post("/today/skip")
    ended = [fact.ended for fact in here_of(owner).history.of(SessionDone) if fact.day == here_of(owner).day]
    assert ended == ["skipped"]
    assert "Rest today" in browser.get("/today").content.decode()


def test_after_the_end_the_page_says_what_comes_next(browser: Client) -> None:
    browser.post("/session/set", {"exercise": first(browser), "amount": "8"})
    browser.post("/session/end", {"how": "stopped"})
    assert browser.get("/session").headers["Location"] == "/session/done"
    assert "Your next session is on" in browser.get("/session/done").content.decode()
    assert "Done for today" in browser.get("/today").content.decode()


@pytest.mark.parametrize("told", [{}, {"amount": "-1"}, {"amount": "8", "pain": "11"}, {"amount": "x"}])
def test_a_set_that_cannot_be_read_is_not_kept(browser: Client, owner: User, told: dict[str, str]) -> None:
    browser.post("/session/set", {"exercise": first(browser), **told})
    assert not sets(owner)


def test_a_set_that_is_sent_twice_is_kept_once(
    browser: Client, owner: User, monday: Callable[..., object]
) -> None:
    told = {"exercise": first(browser), "amount": "8", "id": str(browser.get("/session").context["s"].new_id)}
    for _ in range(2):
        assert browser.post("/session/set", told).headers["Location"] == "/session"
        monday(seconds=5)
    assert [fact.id for fact in sets(owner)] == [told["id"]]


def test_a_pain_that_is_not_the_known_one_leads_to_the_questions_and_the_set_is_kept(
    browser: Client, owner: User
) -> None:
    told = {"exercise": first(browser), "amount": "3", "pain": "1", "kind": "new"}
    assert browser.post("/session/set", told).headers["Location"] == "/screen?anew=1"
    assert [fact.pain_0_10 for fact in sets(owner)] == [1]


def test_the_answers_to_this_hurts_come_with_the_page(browser: Client) -> None:
    """And they are those that the site gives when the set is sent."""
    exercise = first(browser)
    table = browser.get(f"/session?at={exercise}").context["s"].stops
    for pain in (5, 6):
        answer = table["says"][int(table["cells"]["known"]["none"][pain + 1])]
        sent = browser.post("/session/set", {"exercise": exercise, "amount": "2", "pain": str(pain)})
        stops = sent.headers["Location"].startswith("/session/stop/")
        assert (answer["rule"] == "stop-this-exercise") is stops is (pain == 6)
