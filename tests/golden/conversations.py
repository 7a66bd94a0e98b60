"""Conversations with `gradus coach` as a program would hold them: it sends facts, asks, and keeps what the
coach says is to be stored. Each is written to examples/coach/ as it was held."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gradus.library.library import Library
from gradus.record import facts
from gradus.record.codec import encode
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.scales import Equipment, Weekday
from gradus_cli.coach import Coach
from tests.build import Facts

Talk = Callable[["Conversation"], None]


class Conversation:
    """One conversation as it goes on: the lines in and the lines out."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.coach = Coach(library)
        self.make = Facts()
        self.sent: list[bytes] = []
        self.came: list[bytes] = []

    def send(self, line: bytes) -> Any:
        self.sent.append(line)
        self.came.append(self.coach.reply(line))
        return json.loads(self.came[-1])

    def tell(self, kind: type[Any], day: int = 0, **values: Any) -> Any:
        fact = self.make(kind, day, **values)
        self.send(encode(fact))
        return fact

    def ask(self, what: str, on: str, **more: Any) -> Any:
        """The reply; facts that it says are to be stored are told at once."""
        reply = self.send(json.dumps({"ask": what, "on": on, **more}).encode() + b"\n")
        for fact in reply.get("store", []):
            self.send(json.dumps(fact, ensure_ascii=False).encode() + b"\n")
        return reply

    def answer(self, day: int, said: Mapping[str, str], numbers: Mapping[str, float]) -> None:
        """Every question that is open, page by page, "no" to all but what is said."""
        on = self.make(facts.MorningCheckIn, day, pain_0_10=0).day.isoformat()
        while pages := self.ask("screen", on)["ask"]:
            for page in pages:
                shown = [ItemId(item["id"]) for item in page["items"] if item["kind"] != "number"]
                asked = [ItemId(item["id"]) for item in page["items"] if item["kind"] == "number"]
                self.tell(
                    facts.ScreenAnswers,
                    day,
                    occasion="intake",
                    answers={id_: said.get(id_, "no") for id_ in shown},
                    numbers={id_: numbers[id_] for id_ in asked if id_ in numbers},
                )
                if any(said.get(id_) == "yes" for id_ in shown):
                    return


def first_week(talk: Conversation) -> None:
    """From the first question to the second session."""
    talk.answer(0, {}, {"age-years": 41.0})
    talk.ask("screen", "2026-03-02")
    talk.tell(
        facts.Profile,
        equipment=(Equipment.BAND, Equipment.CHAIR, Equipment.WALL),
        bands=("yellow", "red"),
        minutes=35,
        days=(Weekday.MONDAY, Weekday.THURSDAY),
        usual_pain_0_10=3,
        eases_within_minutes=20,
    )
    talk.tell(facts.TestResult, measure="chair-stand-30s", value=13.0)
    talk.ask("plan", "2026-03-02", tag="the first plan")
    first = talk.ask("today", "2026-03-02", tag=1)
    train(talk, 0, first)
    talk.ask("today", "2026-03-02")
    talk.tell(facts.MorningCheckIn, 1, pain_0_10=3)
    talk.ask("today", "2026-03-03")
    talk.tell(facts.MorningCheckIn, 3, pain_0_10=2)
    second = talk.ask("today", "2026-03-05")
    exercise = second["items"][-1]["exercise"]
    talk.ask("why", "2026-03-05", exercise=exercise)
    talk.ask("why-not", "2026-03-05", exercise="romanian-deadlift")
    train(talk, 3, second)
    talk.ask("review", "2026-03-09")
    talk.ask("others", "2026-03-09")
    talk.send(b'{"ask": "tomorrow", "on": "2026-03-09", "tag": 2}\n')
    talk.send(b"this is no fact\n")


def train(talk: Conversation, day: int, session: Any) -> None:
    """All of it as asked, with a little pain."""
    made = talk.make(facts.SessionDone, day, plan=session["plan"], shape=session["shape"])
    for item in session["items"]:
        amounts = {key: item[key] for key in ("reps", "seconds", "metres", "load_kg", "band", "reserve")}
        talk.tell(
            facts.SetDone,
            day,
            session=made.id,
            exercise=item["exercise"],
            nth=item["set"],
            side=item["side"],
            pain_0_10=1,
            leg="none",
            **amounts,
        )
    talk.send(encode(made))


def red_flag(talk: Conversation) -> None:
    """Ben: the screen stops him, and only a clearance and new answers end it."""
    said = {"bladder-change": "yes", "saddle-numbness": "yes"}
    talk.answer(0, said, {"age-years": 38.0})
    talk.ask("screen", "2026-03-02")
    talk.ask("today", "2026-03-02")
    talk.ask("plan", "2026-03-02")
    talk.ask("others", "2026-03-02")
    talk.ask("why", "2026-03-02", exercise="bird-dog")
    talk.ask("today", "2026-03-20", tag="waiting does not end it")
    examined = talk.make(facts.MorningCheckIn, 18, pain_0_10=0).day
    talk.tell(
        facts.Clearance,
        18,
        by="clinician:A. Example",
        rules=(RuleId("bladder-or-saddle-change"),),
        examined_by="Dr A. Example",
        examined_on=examined,
        said="Scan is normal; may train.",
    )
    talk.ask("today", "2026-03-20")
    talk.answer(18, {}, {"age-years": 38.0})
    talk.ask("today", "2026-03-20")


TALKS: Mapping[str, Talk] = {"first-week": first_week, "red-flag": red_flag}


def held(name: str, library: Library) -> Iterator[tuple[bytes, bytes]]:
    """The conversation of that name, held now: each line in with the line out."""
    talk = Conversation(library)
    TALKS[name](talk)
    return zip(talk.sent, talk.came, strict=True)
