"""The engine for other programs: a line in, a line out. It keeps the facts of one conversation in memory."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from importlib.metadata import version
from math import isinf
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from gradus.journey.instead import instead
from gradus.journey.others import other_plans
from gradus.journey.plans import NoPlan, NotNow, accept, make
from gradus.journey.promise import changed, promise
from gradus.journey.review import review
from gradus.journey.screens import open_pages
from gradus.journey.shorter import Wish
from gradus.journey.stamp import Stamp
from gradus.journey.today import Today, today
from gradus.journey.why import why, why_left_out
from gradus.library.emergency import spoken_in
from gradus.library.library import Library
from gradus.record.codec import canonical, decode, encode
from gradus.record.facts import Fact
from gradus.record.history import History, add, fold
from gradus.record.person import person
from gradus.vocabulary.ids import ExerciseId, FactId, PersonId
from gradus_cli.exits import broken
from gradus_cli.given import day_of
from gradus_cli.opening import Opened
from gradus_exchange.look_back import review_table
from gradus_exchange.replies import (
    REPLY,
    Table,
    instead_table,
    no_plan_table,
    not_now_table,
    others_table,
    plan_table,
    reasons_of,
    screen_table,
    today_table,
)
from gradus_exchange.whys import why_table

ASKS = ("screen", "plan", "others", "today", "review", "why", "why-not")
KEYS = {"ask", "on", "exercise", "programme", "minutes", "low", "instead", "tag"}
MINUTES = range(5, 181)
"""As many minutes as a session may be asked to take; the same as in a profile."""


LONGEST = 60
"""So many characters of a line come back in the word about its fault."""


class FaultyLineError(Exception):
    """A line that cannot be used: what is wrong and what to do."""


def _no_number(token: str) -> None:
    raise ValueError(f"{token} is no number")


def _shown(value: object) -> str:
    """A value as it was sent, cut when it is long."""
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _a_number(token: str) -> float:
    value = float(token)
    if isinf(value):
        _no_number(token)
    return value


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object, with each key once: of two answers to one question nobody knows which was meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in found if names.count(name) > 1)
        raise FaultyLineError(f"$: gives the key {_shown(twice)} twice; keep one of the two")
    return found


def _wish(table: Mapping[str, Any]) -> Wish:
    """What is said of the day: less time, or a low day."""
    minutes, low = table.get("minutes"), table.get("low", False)
    if minutes is not None and (type(minutes) is not int or minutes not in MINUTES):
        said = f"minutes: {_shown(minutes)} is not from {MINUTES[0]} to {MINUTES[-1]}, in whole minutes"
        raise FaultyLineError(said)
    if not isinstance(low, bool):
        raise FaultyLineError(f"low: {_shown(low)} is not true or false")
    return Wish(minutes, low)


class Coach:
    """One conversation. Facts add up; questions are answered from them; nothing is stored."""

    def __init__(self, library: Library, begun: Opened | None = None) -> None:
        self.library = library
        self.head: Table = {"v": REPLY, "gradus": version("gradus"), "library": library.version}
        self.history: History = fold(()) if begun is None else begun.history
        self.person: PersonId | None = None if begun is None else begun.person

    def reply(self, line: bytes) -> bytes:
        """The reply to one line; it never raises, and a fault of ours is told as one."""
        try:
            body = self._take(line)
        except FaultyLineError as fault:
            body = {"reply": "error", "fault": str(fault)}
        except Exception as fault:
            body = {"reply": "error", "fault": broken(fault)}
        return json.dumps(self.head | body, ensure_ascii=False).encode(errors="replace") + b"\n"

    def _take(self, line: bytes) -> Table:
        try:
            table = json.loads(
                line, parse_constant=_no_number, parse_float=_a_number, object_pairs_hook=_each_once
            )
        except (ValueError, RecursionError):
            return self._fact(line)  # which says what is wrong with it
        if not isinstance(table, dict) or "ask" not in table:
            return self._fact(line)
        tag = {"tag": table["tag"]} if "tag" in table else {}
        try:
            return self._ask(table) | tag
        except FaultyLineError as fault:
            return {"reply": "error", "fault": str(fault)} | tag
        except Exception as fault:
            return {"reply": "error", "fault": broken(fault)} | tag

    def _fact(self, line: bytes) -> Table:
        decoded = decode(line.strip())
        if decoded.faults:
            fault = decoded.faults[0]
            raise FaultyLineError(f"{fault.where}: {fault.what}; {fault.advice}")
        if not decoded.facts and not decoded.unknown:
            raise FaultyLineError("$: is empty; write a fact or a question in braces")
        if decoded.unknown:
            kept = decoded.unknown[0]
            self.history = add(self.history, kept)
            return {"reply": "kept", "fact": kept.id, "why": "of a newer version; kept and used for nothing"}
        return self._known(decoded.facts[0])

    def _known(self, fact: Fact) -> Table:
        if self.person not in (None, fact.person):
            raise FaultyLineError(f"$.person: this conversation is about {self.person}; begin another one")
        had = self.history.received.get(fact.id)
        if had is not None and canonical(had) != canonical(fact):
            raise FaultyLineError(f"$.id: {fact.id} came before with other content; the first one stays")
        self.person = fact.person
        if had is None:
            self.history = add(self.history, fact)
        return {"reply": "kept", "fact": fact.id, "again": had is not None}

    def _ask(self, table: Mapping[str, Any]) -> Table:
        ask = table["ask"]
        if ask not in ASKS:
            raise FaultyLineError(f"ask: {_shown(ask)} is no question; allowed: {', '.join(ASKS)}")
        if unknown := set(table) - KEYS:
            named = min(unknown)[:LONGEST]
            raise FaultyLineError(f"{named}: is not a key here; allowed: {', '.join(sorted(KEYS))}")
        try:
            day = day_of(table.get("on"))
        except ValueError as wrong:
            raise FaultyLineError(f"on: {wrong}") from None
        answers: dict[str, Callable[[Mapping[str, Any], date], Table]] = {
            "screen": self._screen,
            "plan": self._plan,
            "others": self._others,
            "today": self._today,
            "review": self._review,
            "why": self._why,
            "why-not": self._why_not,
        }
        return {"reply": ask, **answers[ask](table, day)}

    def _spoken(self) -> Library:
        """The library with the emergency numbers of the person's country, where that is known."""
        return spoken_in(person(self.history).country, self.library)

    def _screen(self, _table: Mapping[str, Any], day: date) -> Table:
        spoken = self._spoken()
        answer = today(self.history, spoken, day)
        return screen_table(answer, open_pages(answer.outcome, spoken), spoken)

    def _today(self, table: Mapping[str, Any], day: date) -> Table:
        spoken = self._spoken()
        answer = today(self.history, spoken, day, _wish(table))
        other = {"instead": self._instead(table, answer)} if "instead" in table else {}
        table = today_table(answer, spoken) | other
        if self.person is not None and answer.items:
            table["store"] = [json.loads(encode(promise(answer, self.library, self.person)))]
        return table

    def _instead(self, table: Mapping[str, Any], answer: Today) -> Table:
        """What may stand in today for an exercise of the session, each with the promise that chooses it."""
        name = table["instead"]
        found = None
        if isinstance(name, str) and name in self.library.exercises:
            found = instead(answer, ExerciseId(name), self.history, self.library)
        if found is None:
            raise FaultyLineError(f"instead: {_shown(name)} is no exercise of today's session")
        made = instead_table(found, self.library)
        if self.person is not None:
            usual = promise(answer, self.library, self.person)
            for option, item in zip(made["options"], found.options, strict=True):
                option["store"] = [json.loads(encode(changed(usual, found.exercise, item)))]
        return made

    def _plan(self, table: Mapping[str, Any], day: date) -> Table:
        wanted = table.get("programme")
        if wanted is not None and wanted not in list(self.library.programmes):
            known = ", ".join(sorted(self.library.programmes))
            raise FaultyLineError(f"programme: {_shown(wanted)} is not one; there are {known}")
        found = make(self.history, self.library, day, programme=wanted)
        if isinstance(found, NotNow):
            return not_now_table(found)
        if isinstance(found, NoPlan):
            return no_plan_table(found)
        body = plan_table(found)
        if self.person is not None:
            fact = accept(found, self.history, self._stamp(self.person, day), self.library)
            body["store"] = [json.loads(encode(fact))]
        return body

    def _others(self, _table: Mapping[str, Any], day: date) -> Table:
        found = other_plans(self.history, self.library, day)
        return not_now_table(found) if isinstance(found, NotNow) else {"found": True, **others_table(found)}

    def _stamp(self, person: PersonId, day: date) -> Stamp:
        """An envelope that the caller may replace; made from person and day, since the coach has no clock."""
        id_ = FactId(str(uuid5(NAMESPACE_URL, f"gradus:{person}:{day}:plan:{len(self.history.received)}")))
        return Stamp(id=id_, person=person, at=datetime.combine(day, time(0), UTC), day=day, device="coach")

    def _review(self, _table: Mapping[str, Any], day: date) -> Table:
        return review_table(review(self.history, self.library, day))

    def _exercise(self, table: Mapping[str, Any]) -> ExerciseId:
        name = table.get("exercise")
        if not isinstance(name, str) or name not in self.library.exercises:
            raise FaultyLineError(f"exercise: {_shown(name)} is not in the library")
        return ExerciseId(name)

    def _why(self, table: Mapping[str, Any], day: date) -> Table:
        return why_table(why(self.history, self.library, day, self._exercise(table)), self.library)

    def _why_not(self, table: Mapping[str, Any], day: date) -> Table:
        exercise = self._exercise(table)
        reasons = why_left_out(self.history, self.library, day, exercise)
        return {"exercise": exercise, "reasons": reasons_of(reasons, exercise)}
