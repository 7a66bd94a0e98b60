"""A person's whole course, lived by a program through the API alone."""

import os
from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

import pytest

from gradus.record.facts import DecisionShown, PlanMade, SessionDone
from gradus_web.people.models import User
from tests.web.conftest import account, here_of
from tests.web.entering import token_of
from tests.web.program import Program

pytestmark = pytest.mark.django_db
LONG = int(os.environ.get("GRADUS_LIVES", "1"))
AGE = {"age-years": 44.0}


def live(program: Program, later: Callable[..., datetime], days: int) -> list[str]:
    """So many days of somebody who does what is asked, with pain that falls; the action of each day."""
    actions = []
    for nth in range(days):
        pain = max(1, 5 - nth // 7)
        program.tell("morning", pain_0_10=pain)
        day = program.get("today", "today")
        if "screen" in day["ask"]:
            program.answer_screen(**AGE)
        if "usual-pain" in day["ask"]:
            program.tell("profile", usual_pain_0_10=pain, eases_within_minutes=10)
        if "provoking" in day["ask"]:
            program.tell("profile", provoked_by=[])
        day = program.get("today", "today")
        if day["action"] == "plan":
            program.post("plan", "takePlan", {"id": str(uuid4())}, status=201)
            day = program.get("today", "today")
        actions.append(day["action"])
        if day["action"] == "train":
            program.train(max(0, pain - 2))
        later(days=1)
    return actions


def begin(program: Program) -> None:
    """From the first question to the first plan."""
    assert program.get("today", "today")["action"] == "screen"
    assert program.get("plan/new", "newPlan")["found"] is False
    program.answer_screen(**AGE)
    told = {"equipment": ["chair", "wall", "mat"], "minutes": 30, "days": ["monday", "wednesday", "friday"]}
    program.tell("profile", usual_pain_0_10=5, eases_within_minutes=10, goals=["carry my child"], **told)
    assert program.get("today", "today")["action"] == "plan"
    assert program.get("plan/new", "newPlan")["found"] is True


def lived(user: User, later: Callable[..., datetime], days: int) -> tuple[Program, list[str]]:
    program = Program(token_of(user))
    begin(program)
    return program, live(program, later, days)


def test_two_weeks_from_the_first_question(monday: Callable[..., datetime]) -> None:
    user = account("program@example.org")
    program, actions = lived(user, monday, 14)
    assert actions.count("train") >= 4
    assert set(actions) == {"train", "rest"}
    history = here_of(user).history
    done, shown = history.of(SessionDone), history.of(DecisionShown)
    assert len(done) == len(shown) == actions.count("train")
    assert {each.plan for each in done} == {fact.id for fact in history.of(PlanMade)}
    plan = program.get("plan", "plan")["plan"]
    exercise = plan["sessions"][0]["items"][0]["exercise"]
    assert program.get(f"why/{exercise}", "why")["in_plan"] is True
    assert program.get("review", "review")["sessions"]["done"] == len(done)
    assert program.get("plan/others", "others")["found"] is True
    assert len(program.get("facts", "record")["facts"]) == len(history.received)


@pytest.mark.skipif(LONG < 2, reason="sixteen weeks are lived by ./dev test-long")
def test_sixteen_weeks(monday: Callable[..., datetime]) -> None:
    user = account("program@example.org")
    program, actions = lived(user, monday, 16 * 7)
    assert actions.count("train") >= 30
    assert len({fact.phase for fact in here_of(user).history.of(PlanMade)}) > 1
    for week in (4, 8, 12):
        assert program.get("review", "review", week=week)["weeks"] >= week
