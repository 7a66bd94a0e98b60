"""Sixteen authored weeks, lived through the real journeys: what is asked for comes from the core, what the
person can do and feels comes from their file. No dice, no clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from gradus.journey.plans import NoPlan, Planned, accept, make
from gradus.journey.promise import promise
from gradus.journey.review import Review, review
from gradus.journey.screens import Page, all_pages, answers_of, open_pages
from gradus.journey.shorter import Wish
from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.record.envelope import Envelope
from gradus.record.facts import (
    Fact,
    Flare,
    Milestone,
    MorningCheckIn,
    OtherActivity,
    Pause,
    Profile,
    ScreenAnswers,
    SessionDone,
    SetDone,
    TechniqueChecked,
    TestResult,
)
from gradus.record.history import History
from gradus.record.parts import ShownItem
from gradus.record.person import person
from gradus.simulation.diary import Diary
from gradus.vocabulary.ids import ExerciseId, FactId, ItemId, PersonId, ProgrammeId
from gradus.vocabulary.scales import DoseKind, Side
from gradus.vocabulary.week import WEEK
from gradus_cli.demo.doing import MOST_RESERVE, best
from gradus_cli.demo.people import ExamplePerson
from gradus_cli.ids import new_id

ELSEWHERE = 2
"""So much less hurt the other exercises of the day."""


@dataclass(frozen=True, slots=True)
class Day:
    """One lived day: the answer of the morning, and what was written because of it and after it."""

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
    sessions_this_week: int = 0
    first_kg: dict[ExerciseId, float] = field(default_factory=dict)
    diary: Diary = field(init=False)

    def __post_init__(self) -> None:
        self.diary = Diary(self.library, _id(self.person), "example")

    @property
    def history(self) -> History:
        return self.diary.so_far()

    @property
    def written(self) -> list[Fact]:
        return self.diary.written

    def live(self, days: int) -> Iterator[Day]:
        """The days one by one, from day 0."""
        for nth in range(days):
            if nth % WEEK == 0:
                self.sessions_this_week = 0
            yield self._day(nth)

    def look_back(self, nth: int) -> Review:
        """The morning after the last day: the tests are taken once more, whatever is to be asked is answered,
        and then comes the look back."""
        self._tests(nth)
        self._screen(nth, "routine")
        return review(self.history, self.library, self.person.day(nth))

    def _day(self, nth: int) -> Day:
        begun = len(self.written)
        if nth == 0:
            self._begin()
        else:
            self._morning(nth)
        planned = self._screen_and_plan(nth)
        skipped = self.person.life.missed.get(nth)
        answer = self._today(nth)
        if "provoking" in answer.ask:
            self._write(nth, Profile, provoked_by=person(self.history).provoked_by)
            answer = self._today(nth)
        if answer.action == "train" and skipped is not None:
            self._skip(nth, answer)
        elif answer.action == "train" and self.person.comes_on(nth):
            self._train(nth, answer)
            second = self._today(nth)
            if second.action == "train":
                self._train(nth, second)
        self._other_activities(nth)
        return Day(nth, self.person.day(nth), answer, tuple(self.written[begun:]), planned, skipped)

    def _begin(self) -> None:
        self._screen(0, "intake")
        self._profile(0, self.person.profile)
        self._morning(0)

    def _morning(self, nth: int) -> None:
        """What the person tells before the day begins."""
        life = self.person.life
        pain = life.mornings[nth] if nth < len(life.mornings) else None
        if pain is not None:
            sleep, tired = "poor" if nth in life.slept_badly else None, nth in life.tired or None
            self._write(nth, MorningCheckIn, pain_0_10=pain, sleep=sleep, tired=tired)
        for flare in life.flares:
            if nth == flare.day:
                self._write(nth, Flare, state="began", pain_0_10=flare.pain)
                self._screen(nth, "flare")
            if nth == flare.over:
                self._write(nth, Flare, state="over")
        for away in life.away:
            if nth == away.first:
                self._write(nth, Pause, why=away.why, until=self.person.day(away.last))
        if pain is not None and "flare" in self._today(nth).ask:
            self._write(nth, MorningCheckIn, pain_0_10=pain, flare=False)
        self._changes(nth)
        self._tests(nth)

    def _changes(self, nth: int) -> None:
        """What is otherwise from that day on."""
        change = self.person.later.get(nth)
        if change is not None:
            self._profile(nth, change.profile)
            if change.asks_for_the_screen:
                self._answer_all(nth)
        for exercise, who in self.person.life.watched.get(nth, {}).items():
            self._write(nth, TechniqueChecked, exercise=exercise, watched_by=who)
        if (words := self.person.life.milestones.get(nth)) is not None:
            self._write(nth, Milestone, words=words)

    def _profile(self, nth: int, points: Mapping[str, Any]) -> None:
        if points:
            self._write(nth, Profile, **{key: _frozen(value) for key, value in points.items()})

    def _today(self, nth: int) -> Today:
        short = self.person.life.short
        wish = Wish(minutes=short.get(nth), low=nth in short and short[nth] is None)
        return self.diary.today(self.person.day(nth), wish)

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
            outcome = self.diary.today(self.person.day(nth)).outcome
            pages = open_pages(outcome, self.library)
            if not pages or (outcome.action is not None and outcome.action == 0):
                return
            self._answer(nth, occasion, pages[0])

    def _answer_all(self, nth: int) -> None:
        """The whole screen anew because the person asks for it, then whatever is open after it."""
        for page in all_pages(self.library):
            self._answer(nth, "request", page)
        self._screen(nth, "request")

    def _answer(self, nth: int, occasion: str, page: Page) -> None:
        shown = {question.item.id for question in page.questions}
        said = {ItemId(key): value for key, value in self.person.answers_on(nth).items() if key in shown}
        ticked = {key for key, value in said.items() if value == "yes"}
        unsure = {key for key, value in said.items() if value == "unsure"}
        numbers = {key: float(value) for key, value in self.person.numbers_on(nth).items() if key in shown}
        answers = answers_of(page, ticked, unsure)
        self._write(nth, ScreenAnswers, occasion=occasion, answers=answers, numbers=numbers)

    def _screen_and_plan(self, nth: int) -> Planned | NoPlan | None:
        day = self.person.day(nth)
        if self.diary.today(day).action == "screen":
            self._screen(nth, "routine")
        life = self.person.life
        if "usual-pain" in self.diary.today(day).ask and not life.is_away(nth):
            self._write(nth, Profile, usual_pain_0_10=life.usual_pain(nth))
        chosen = self._chosen(nth)
        due = self.diary.today(day).action == "plan" or chosen is not None
        if not due or not self.person.profile:
            return None
        found = make(self.history, self.library, day, programme=chosen)
        if isinstance(found, Planned):
            self.diary.keep(accept(found, self.history, self.diary.stamp(self.person.day(nth)), self.library))
            return found
        return found if isinstance(found, NoPlan) else None

    def _chosen(self, nth: int) -> ProgrammeId | None:
        """The programme that the person chooses on that day; None where the one they have goes on."""
        change = self.person.later.get(nth)
        chosen = self.person.programme if nth == 0 else None if change is None else change.programme
        return None if chosen is None else ProgrammeId(chosen)

    def _train(self, nth: int, answer: Today) -> None:
        session = self.diary.stamp(self.person.day(nth))
        self.diary.keep(promise(answer, self.library, session.person))
        pain = self._pain_during(nth)
        worst = self._worst(answer)
        for item in answer.items:
            felt = pain if pain is None or item is worst else max(pain - ELSEWHERE, 0)
            self._sets(nth, session.id, item, felt)
        plan = answer.plan.id if answer.plan else None
        ended = session.fact(SessionDone, plan=plan, shape=answer.shape, ended="finished", short=answer.short)
        self.diary.keep(ended)
        self.sessions_this_week += 1

    def _worst(self, answer: Today) -> ShownItem:
        """The exercise in which the pain of the day was felt: one of those that load the back, in turn."""
        loads = [item for item in answer.items if self.library.exercises[item.exercise].lumbar_rank]
        every = loads or list(answer.items)
        return every[answer.number % len(every)]

    def _skip(self, nth: int, answer: Today) -> None:
        session = self.diary.stamp(self.person.day(nth))
        plan = None if answer.plan is None else answer.plan.id
        self.diary.keep(promise(answer, self.library, session.person))
        self.diary.keep(session.fact(SessionDone, plan=plan, shape=answer.shape, ended="skipped"))

    def _pain_during(self, nth: int) -> int | None:
        weeks = self.person.life.during
        week = weeks[nth // WEEK] if nth // WEEK < len(weeks) else ()
        return week[self.sessions_this_week] if self.sessions_this_week < len(week) else None

    def _sets(self, nth: int, session: FactId, item: ShownItem, pain: int | None) -> None:
        exercise = self.library.exercises[item.exercise]
        dose = item.dose
        load = self._load(item)
        most = best(self.person, exercise, dose, week=nth / WEEK, first_kg=self.first_kg.get(exercise.id))
        done = dose.amount if most is None else min(dose.amount, int(most))
        left = None if most is None or dose.reserve is None else min(max(int(most) - done, 0), MOST_RESERVE)
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
                    load_kg=load,
                    band=dose.band,
                    reserve=left,
                    pain_0_10=pain,
                    leg="none",
                    **{key: done},
                )

    def _load(self, item: ShownItem) -> float | None:
        """The weight in the hands: as asked, or as found on a machine the first time."""
        load = item.dose.load_kg or self.person.finds_kg.get(item.exercise)
        if load:
            self.first_kg.setdefault(item.exercise, load)
        return load

    def _other_activities(self, nth: int) -> None:
        if self.person.life.is_away(nth):
            return
        for habit in self.person.life.activities:
            if self.person.day(nth).weekday() in {day.number for day in habit.days}:
                self._write(nth, OtherActivity, what=habit.what, minutes=habit.minutes)

    def _write(self, on: int, kind: type[Envelope], /, **values: Any) -> None:
        self.diary.tell(kind, self.person.day(on), **values)


def _id(person: ExamplePerson) -> PersonId:
    start = datetime.combine(person.starts_on, time(0), UTC)
    name = person.id.encode().ljust(10, b"\0")[:10]
    return PersonId(new_id(start, lambda _: name))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
