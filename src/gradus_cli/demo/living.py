"""Sixteen authored weeks, lived through the real journeys: what is asked for comes from the core, what the
person can do and feels comes from their file. No dice, no clock."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from gradus.journey.plans import NoPlan, Planned, accept, make
from gradus.journey.promise import promise
from gradus.journey.review import Review, review
from gradus.journey.screens import answers_of, open_pages
from gradus.journey.stamp import Stamp
from gradus.journey.today import Today, today
from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.record.codec import canonical, decode
from gradus.record.envelope import Envelope
from gradus.record.facts import (
    Fact,
    Flare,
    MorningCheckIn,
    OtherActivity,
    Pause,
    Profile,
    ScreenAnswers,
    SessionDone,
    SetDone,
    TestResult,
)
from gradus.record.history import History, add, fold
from gradus.record.parts import ShownItem
from gradus.vocabulary.ids import FactId, ItemId, PersonId
from gradus.vocabulary.scales import DoseKind, Side
from gradus_cli.demo.people import WEEK, ExamplePerson
from gradus_cli.ids import new_id

STRONGER_BAND = 0.75
"""Of the repetitions with one band, so many with the next one: part of the story, no measurement."""

HARDER_RUNG = 0.85
MOST_RESERVE = 8
ELSEWHERE = 2
"""So much less hurt the other exercises of the day."""


@dataclass(frozen=True, slots=True)
class Day:
    """One lived day: the answer of the morning, and what was written because of it."""

    nth: int
    day: date
    answer: Today
    facts: tuple[Fact, ...]
    planned: Planned | NoPlan | None = None
    skipped: str | None = None


@dataclass(slots=True)
class Living:
    """An example person's life as it goes on. `history` grows day by day."""

    person: ExamplePerson
    library: Library
    history: History = field(default_factory=lambda: fold(()))
    written: list[Fact] = field(default_factory=list)
    sessions_this_week: int = 0

    def live(self, days: int) -> Iterator[Day]:
        """The days one by one, from day 0."""
        for nth in range(days):
            if nth % WEEK == 0:
                self.sessions_this_week = 0
            yield self._day(nth)

    def look_back(self, nth: int) -> Review:
        """The morning after the last day: the tests are taken once more, and then the look back."""
        self._tests(nth)
        return review(self.history, self.library, self.person.day(nth))

    def _day(self, nth: int) -> Day:
        begun = len(self.written)
        if nth == 0:
            self._begin()
        else:
            self._morning(nth)
        planned = self._screen_and_plan(nth)
        answer = today(self.history, self.library, self.person.day(nth))
        skipped = self.person.life.missed.get(nth)
        if answer.action == "train" and skipped is None:
            self._train(nth, answer)
        elif answer.action == "train":
            self._skip(nth, answer)
        self._walk(nth)
        return Day(nth, self.person.day(nth), answer, tuple(self.written[begun:]), planned, skipped)

    def _begin(self) -> None:
        self._screen(0, "intake")
        self._write(0, Profile, **{key: _frozen(value) for key, value in self.person.profile.items()})
        self._morning(0)

    def _morning(self, nth: int) -> None:
        life = self.person.life
        pain = life.mornings[nth] if nth < len(life.mornings) else None
        flares = life.flare is not None and nth == life.flare[0]
        if pain is not None:
            self._write(nth, MorningCheckIn, pain_0_10=pain)
        if flares and life.flare is not None:
            self._write(nth, Flare, state="began", pain_0_10=life.flare[2])
            self._screen(nth, "flare")
        if life.flare is not None and nth == life.flare[1]:
            self._write(nth, Flare, state="over")
        if life.holiday is not None and nth == life.holiday[0]:
            self._write(nth, Pause, why="holiday", until=self.person.day(life.holiday[1]))
        self._tests(nth)

    def _tests(self, nth: int) -> None:
        for name, value in self.person.tests.get(nth, {}).items():
            if isinstance(value, dict):
                for side, one in value.items():
                    self._write(nth, TestResult, measure=name, value=float(one), side=Side(side))
            else:
                self._write(nth, TestResult, measure=name, value=float(value))

    def _screen(self, nth: int, occasion: str) -> None:
        """Answers whatever is open, page by page, until nothing is asked or everything stops."""
        while True:
            outcome = today(self.history, self.library, self.person.day(nth)).outcome
            pages = open_pages(outcome, self.library)
            if not pages or (outcome.action is not None and outcome.action == 0):
                return
            page = pages[0]
            shown = {question.item.id for question in page.questions}
            said = {ItemId(key): value for key, value in self.person.answers.items() if key in shown}
            ticked = {key for key, value in said.items() if value == "yes"}
            unsure = {key for key, value in said.items() if value == "unsure"}
            numbers = {key: float(value) for key, value in self.person.numbers.items() if key in shown}
            answers = answers_of(page, ticked, unsure)
            self._write(nth, ScreenAnswers, occasion=occasion, answers=answers, numbers=numbers)

    def _screen_and_plan(self, nth: int) -> Planned | NoPlan | None:
        day = self.person.day(nth)
        if today(self.history, self.library, day).action == "screen":
            self._screen(nth, "routine")
        if today(self.history, self.library, day).action != "plan" or not self.person.profile:
            return None
        found = make(self.history, self.library, day)
        if isinstance(found, Planned):
            self._keep(accept(found, self.history, self._stamp(nth), self.library))
            return found
        return found if isinstance(found, NoPlan) else None

    def _train(self, nth: int, answer: Today) -> None:
        session = self._stamp(nth)
        self._keep(promise(answer, self.library, session.person))
        pain = self._pain_during(nth)
        worst = self._worst(answer)
        for item in answer.items:
            felt = pain if pain is None or item is worst else max(pain - ELSEWHERE, 0)
            self._sets(nth, session.id, item, felt)
        self._keep(
            session.fact(
                SessionDone,
                plan=answer.plan.id if answer.plan else None,
                shape=answer.shape,
                ended="finished",
            )
        )
        self.sessions_this_week += 1

    def _worst(self, answer: Today) -> ShownItem:
        """The exercise in which the pain of the day was felt: one of those that load the back, in turn."""
        loads = [item for item in answer.items if self.library.exercises[item.exercise].lumbar_rank]
        every = loads or list(answer.items)
        return every[answer.number % len(every)]

    def _skip(self, nth: int, answer: Today) -> None:
        session = self._stamp(nth)
        plan = None if answer.plan is None else answer.plan.id
        self._keep(promise(answer, self.library, session.person))
        self._keep(session.fact(SessionDone, plan=plan, shape=answer.shape, ended="skipped"))

    def _pain_during(self, nth: int) -> int | None:
        weeks = self.person.life.during
        week = weeks[nth // WEEK] if nth // WEEK < len(weeks) else ()
        return week[self.sessions_this_week] if self.sessions_this_week < len(week) else None

    def _sets(self, nth: int, session: FactId, item: ShownItem, pain: int | None) -> None:
        exercise = self.library.exercises[item.exercise]
        dose = item.dose
        best = self._best(exercise, item, nth)
        done = dose.amount if best is None else min(dose.amount, int(best))
        reserve = (
            None if best is None or dose.reserve is None else min(max(int(best) - done, 0), MOST_RESERVE)
        )
        key = {DoseKind.REPS: "reps", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}[dose.kind]
        sides: tuple[Side | None, ...] = tuple(Side) if exercise.one_sided else (None,)
        for number in range(1, dose.sets + 1):
            for side in sides:
                self._write(
                    nth,
                    SetDone,
                    session=session,
                    exercise=item.exercise,
                    nth=number,
                    side=side,
                    load_kg=dose.load_kg,
                    band=dose.band,
                    reserve=reserve,
                    pain_0_10=pain,
                    leg="none",
                    **{key: done},
                )

    def _best(self, exercise: Exercise, item: ShownItem, nth: int) -> float | None:
        """What the person could do at most today with this load, on this rung."""
        best = self.person.can_do(exercise, nth / WEEK)
        if best is None:
            return None
        if item.dose.band is not None:
            bands = list(self.person.profile.get("bands", ()))
            steps = bands.index(item.dose.band) if item.dose.band in bands else 0
            best *= STRONGER_BAND**steps
        if item.dose.load_kg:
            lightest = min(self.person.profile.get("dumbbells_kg", [item.dose.load_kg]))
            best *= lightest / item.dose.load_kg
        if exercise.id not in self.person.capacity and exercise.easier is not None:
            best *= HARDER_RUNG
        return best

    def _walk(self, nth: int) -> None:
        life = self.person.life
        away = life.holiday is not None and life.holiday[0] <= nth <= life.holiday[1]
        if not away and self.person.day(nth).weekday() in {day.number for day in life.walks}:
            self._write(nth, OtherActivity, what="walk", minutes=float(life.walk_minutes))

    def _write(self, on: int, kind: type[Envelope], /, **values: Any) -> None:
        """Writes the fact as a record's line and keeps what is read back, as any record would give it."""
        (fact,) = decode(canonical(cast("Fact", self._stamp(on).fact(kind, **values)))).facts
        self._keep(fact)

    def _keep(self, fact: Fact) -> None:
        self.history = add(self.history, fact)
        self.written.append(fact)

    def _stamp(self, nth: int) -> Stamp:
        """An envelope at seven in the morning and a second later for each fact, with an id that counts up."""
        day = self.person.day(nth)
        at = datetime.combine(day, time(7), UTC) + timedelta(seconds=len(self.written))
        number = len(self.written).to_bytes(10, "big")
        return Stamp(id=new_id(at, lambda _: number), person=self._id(), at=at, day=day, device="example")

    def _id(self) -> PersonId:
        start = datetime.combine(self.person.starts_on, time(0), UTC)
        name = self.person.id.encode().ljust(10, b"\0")[:10]
        return PersonId(new_id(start, lambda _: name))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
