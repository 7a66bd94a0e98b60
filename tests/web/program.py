"""A program that uses the API as a person would use the pages: it decides nothing."""

import json
from datetime import datetime
from typing import Any
from uuid import uuid4

import msgspec
from django.test import Client

from tests.api_replies import ANSWERS
from tests.web import clock

Table = dict[str, Any]


class Program:
    """Asks and tells with a token, and reads each answer strictly."""

    def __init__(self, token: str) -> None:
        self.browser = Client(headers={"authorization": f"Bearer {token}"})

    def get(self, path: str, operation: str, **asked: Any) -> Table:
        answer = self.browser.get(f"/api/v1/{path}", asked)
        assert answer.status_code == 200, answer.content
        return read(answer.json(), operation)

    def post(self, path: str, operation: str, told: Table, status: int = 200) -> Table:
        answer = self.browser.post(f"/api/v1/{path}", json.dumps(told), content_type="application/json")
        assert answer.status_code == status, answer.content
        return read(answer.json(), operation, nth=int(status == 201))

    def send(self, *facts: Table, promise: str | None = None) -> list[Table]:
        """The verdict on each fact."""
        verdicts: list[Table] = self.post("facts", "tell", {"facts": facts, "promise": promise})["verdicts"]
        return verdicts

    def tell(self, kind: str, **said: Any) -> str:
        """Tells a fact that is to be kept; its id."""
        fact = written(kind, **said)
        (verdict,) = self.send(fact)
        assert verdict == {"id": fact["id"], "verdict": "kept", "says": ""}, verdict
        return str(fact["id"])

    def answer_screen(self, **numbers: float) -> None:
        """Answers whatever is open, page by page, with nothing of it being so."""
        while pages := (found := self.get("screen", "screen"))["ask"]:
            asked = pages[0]["items"]
            answers = {each["id"]: "no" for each in asked if each["kind"] != "number"}
            typed = {each["id"]: numbers[each["id"]] for each in asked if each["id"] in numbers}
            self.tell("screen", occasion=found["occasion"], answers=answers, numbers=typed)

    def train(self, pain: int) -> Table:
        """The session of today, set by set as it is asked for, and its end."""
        session: Table = self.get("today", "today")["session"]
        sets = [done(session, item, pain_0_10=pain) for item in session["items"]]
        end = ended(session, pain_after_0_10=pain)
        verdicts = self.send(*sets, end, promise=session["promise"])
        assert {each["verdict"] for each in verdicts} == {"kept"}, verdicts
        return session


def written(kind: str, **said: Any) -> Table:
    """A fact as a program writes it: now, under an id of its own."""
    at: datetime = clock.now()
    return {"kind": kind, "id": str(uuid4()), "at": at.isoformat(), "day": at.date().isoformat(), **said}


def done(session: Table, item: Table, **felt: Any) -> Table:
    """A set as it was asked for."""
    keys = ("exercise", "side", "reps", "seconds", "metres", "load_kg", "band", "reserve")
    told = {key: item[key] for key in keys if item[key] is not None}
    return written("set", session=session["id"], nth=item["set"], **{**told, **felt})


def ended(session: Table, **said: Any) -> Table:
    """The end of a session."""
    named = {key: session[key] for key in ("id", "plan", "shape", "short")}
    return {**written("session"), **named, "ended": "finished", **said}


def read(table: Table, operation: str, nth: int = 0) -> Table:
    """The answer, strictly as the document has it."""
    msgspec.convert(table, ANSWERS[operation][nth])
    return table
