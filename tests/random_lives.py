"""A life that dice decide, lived through the doors of the journey: screens with anything ticked, clearances,
flares, mornings, tests, things that come and go, sessions done well, badly, in part or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from gradus.journey.during import stop_now
from gradus.journey.plans import Planned, accept, make
from gradus.journey.promise import promise
from gradus.journey.screens import open_pages
from gradus.journey.shorter import Wish
from gradus.journey.stamp import Stamp
from gradus.journey.today import AS_USUAL, Today, today
from gradus.library.library import Library
from gradus.record import facts as kinds
from gradus.record.history import add, fold
from gradus.record.person import Person, person
from gradus.screening.outcome import Outcome, screen
from gradus.vocabulary.ids import ItemId
from gradus.vocabulary.scales import Caution, DoseKind, Equipment, Pattern, Position, Side, Weekday
from tests.build import START, Facts
from tests.spec.asks.screening import answered

AMOUNTS = {DoseKind.REPS: "reps", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}
WEIGHTS = (2.0, 4.0, 5.0, 8.0, 10.0, 12.5, 16.0, 20.0, 24.0, 32.0)
BANDS = ("yellow", "red", "green", "blue")


@dataclass(frozen=True, slots=True)
class Lived:
    """One day: what was answered, who the person then was, and what the answer rested on."""

    answer: Today
    wish: Wish
    person: Person
    facts: tuple[Any, ...]


class RandomLife:
    """The life of one seed. The same seed lives the same life."""

    def __init__(self, seed: int, library: Library) -> None:
        self.dice = Random(seed)  # noqa: S311
        self.library = library
        self.make = Facts()
        self.facts: list[Any] = []
        self.history = fold(())
        self.sessions = 0
        self.ill = self.dice.choice([0.0, 0.05, 0.3])
        """How often something is ticked that may lock."""

    def live(self, sessions: int) -> Iterator[Lived]:
        """Day by day, until so many sessions were trained."""
        nth = 0
        self._tell_of_oneself(0)
        self._screen(0, "intake", screen(self.history, self.library, START))
        while self.sessions < sessions:
            lived = self._day(nth)
            yield lived
            later = self._next(lived.answer)
            for day in range(nth + 1, nth + later):
                self._morning(day)
            nth += later

    def _next(self, answer: Today) -> int:
        """How many days later the next question is asked; now and then there is a long break."""
        if self.dice.random() < 0.01:
            return self.dice.choice([8, 20, 45])
        if answer.action in ("locked", "see-someone"):
            return self.dice.choice([1, 3, 7])
        if answer.next_on is not None and self.dice.random() < 0.9:
            return (answer.next_on - answer.day).days
        return 1

    def _meanwhile(self, nth: int) -> None:
        """What happens before anybody asks what to do."""
        roll = self.dice.random
        if roll() < 0.04:
            self._tell_of_oneself(nth)
        self._morning(nth)
        if roll() < 0.012:
            self._write(kinds.Flare, nth, state=self.dice.choice(["began", "began", "over"]))
        if roll() < 0.01:
            self._test(nth)
        if roll() < 0.006:
            self._write(kinds.Pause, nth, why="holiday", until=START + timedelta(days=nth + 3))

    def _day(self, nth: int) -> Lived:
        self._meanwhile(nth)
        wish = self._wish()
        answer = today(self.history, self.library, START + timedelta(days=nth), wish)
        lived = Lived(answer, wish, person(self.history), tuple(self.facts))
        match answer.action:
            case "screen":
                self._screen(nth, "routine", answer.outcome)
            case "locked" | "see-someone":
                self._see_someone(nth, answer)
            case "plan":
                self._plan(nth, answer)
            case "train":
                self._train(nth, answer)
            case "rest" if "screen" in answer.ask:
                self._screen(nth, "routine", answer.outcome)
            case "rest" if self.dice.random() < 0.01:
                self._plan(nth, answer)
        return lived

    def _write(self, kind: type[Any], on: int, /, **values: Any) -> Any:
        fact = self.make(kind, on, **values)
        self._keep(fact)
        return fact

    def _keep(self, *facts: Any) -> None:
        self.facts.extend(facts)
        self.history = add(self.history, *facts)

    def _some(self, of: Any, share: float) -> tuple[Any, ...]:
        return tuple(each for each in of if self.dice.random() < share)

    def _tell_of_oneself(self, nth: int) -> None:
        dice = self.dice
        days = dice.sample(list(Weekday), dice.randint(2, 7))
        self._write(
            kinds.Profile,
            nth,
            equipment=self._some(Equipment, dice.choice([0.2, 0.5, 0.9])),
            bands=self._some(BANDS, 0.6),
            dumbbells_kg=self._some(WEIGHTS, 0.5),
            kettlebells_kg=self._some(WEIGHTS, 0.3),
            plates_kg=self._some((1.25, 2.5, 5.0, 10.0), 0.5),
            barbell_kg=dice.choice([None, 10.0, 20.0]),
            machine_step_kg=dice.choice([None, 5.0]),
            minutes=dice.choice([10, 20, 30, 45, 60]),
            days=tuple(sorted(days, key=lambda day: day.number)),
            cannot_take=self._some(Position, dice.choice([0.0, 0.0, 0.15])),
            provoked_by=self._some(Caution, dice.choice([0.0, 0.0, 0.15])),
            likes=tuple(dice.sample(sorted(self.library.exercises), dice.randint(0, 2))),
            dislikes=tuple(dice.sample(sorted(self.library.exercises), dice.randint(0, 2))),
            goal_patterns=self._some(Pattern, 0.1),
            usual_pain_0_10=dice.choice([None, 0, 2, 2, 3, 5, 7]),
            eases_within_minutes=dice.choice([None, 5, 20, 120]),
            trains_already=dice.choice([None, True, False]),
            runs=dice.choice([None, True, False]),
            long_run_on=tuple(dice.sample(list(Weekday), dice.choice([0, 0, 0, 1]))),
            weight_unit=dice.choice([None, "kg", "lb"]),
            mode=dice.choice(["self-guided"] * 9 + ["clinician-confirms"]),
        )

    def _morning(self, nth: int) -> None:
        if self.dice.random() < 0.2:
            return
        self._write(
            kinds.MorningCheckIn,
            nth,
            pain_0_10=self.dice.choice([1, 2, 2, 2, 3] * 6 + [0, 4, 5, 7, 9]),
            flare=self.dice.choice([None] * 60 + [True, False]),
            sleep=self.dice.choice([None, "good", "fair", "poor"]),
            tired=self.dice.choice([None, False, False, True]),
            leg_lasted=self.dice.choice([None] * 40 + [True]),
        )

    def _screen(self, nth: int, occasion: str, asked: Outcome) -> None:
        """Answers to the whole screen: mostly nothing, now and then a precaution, seldom an alarm; what was
        told before and still counts is told again or gone."""
        open_pages(asked, self.library)
        background = [item.id for item in self.library.items.values() if item.kind == "background"]
        alarms = [item.id for item in self.library.items.values() if item.kind in ("emergency", "event")]
        ticked: set[ItemId] = set()
        if self.dice.random() < 0.5:
            ticked.update(self.dice.sample(background, self.dice.randint(1, 4)))
        if self.dice.random() < self.ill:
            ticked.update(self.dice.sample(alarms, self.dice.randint(1, 2)))
        unsure = set(self.dice.sample(background, self.dice.choice([0, 0, 0, 1]))) - ticked
        gone = (set(asked.unticked) - ticked - unsure) if self.dice.random() < 0.7 else set()
        above = {
            item.after for item in self.library.items.values() if item.id in ticked | unsure and item.after
        }
        ticked |= {id_ for id_ in above if self.library.items[id_].kind != "number"} - unsure
        numbers = {"age-years": self.dice.choice([24.0, 40.0, 58.0, 71.0, 83.0])}
        if self.dice.random() < 0.3:
            numbers |= {
                "systolic-mmhg": self.dice.choice([120.0, 145.0, 165.0, 185.0]),
                "diastolic-mmhg": self.dice.choice([75.0, 95.0, 105.0]),
            }
        ticks = {"yes": sorted(ticked), "unsure": sorted(unsure), "gone": sorted(gone - ticked)}
        answers, known = answered({**ticks, "numbers": numbers}, self.library)
        confirmed = tuple(each.id for each in asked.contradictions)
        told = {"answers": answers, "numbers": known, "confirmed": confirmed}
        self._write(kinds.ScreenAnswers, nth, occasion=occasion, **told)

    def _see_someone(self, nth: int, answer: Today) -> None:
        """Often somebody is seen soon and cleared; else the day passes."""
        locks = tuple(lock.rule for lock in answer.outcome.locks) or tuple(
            reason.rule for reason in answer.because
        )
        if self.dice.random() < 0.6:
            self._write(
                kinds.Clearance,
                nth,
                rules=locks,
                examined_by="Dr Chidi",
                examined_on=answer.day,
                said="Examined; may train.",
                by="clinician:Chidi",
            )
        elif answer.outcome.ask or answer.outcome.ask_again or self.dice.random() < 0.2:
            self._screen(nth, "request", answer.outcome)

    def _plan(self, nth: int, answer: Today) -> None:
        wanted = self.dice.choice([None, None, *sorted(self.library.programmes)])
        found = make(self.history, self.library, answer.day, programme=wanted)
        if isinstance(found, Planned):
            here = self.make(kinds.Pause, nth, why="other")
            stamp = Stamp(id=here.id, person=here.person, at=here.at, day=here.day)
            self._keep(accept(found, self.history, stamp, self.library))
        elif self.dice.random() < 0.5:
            self._tell_of_oneself(nth)

    def _train(self, nth: int, answer: Today) -> None:
        dice = self.dice
        here = self.make(kinds.Pause, nth, why="other")
        self._keep(promise(answer, self.library, here.person))
        ended = dice.choice(["finished"] * 12 + ["stopped", "skipped"])
        if ended != "skipped":
            self.sessions += 1
            for item in answer.items:
                self._sets(nth, here.id, item)
        assert answer.plan is not None
        self._write(
            kinds.SessionDone,
            nth,
            id=here.id,
            plan=answer.plan.id,
            shape=answer.shape,
            ended=ended,
            short=answer.short,
            pain_after_0_10=dice.choice([None, None, 1, 2, 4]),
        )

    def _sets(self, nth: int, session: str, item: Any) -> None:
        dice, dose = self.dice, item.dose
        share = dice.choice([1.0, 1.0, 1.0, 1.2, 0.6])
        pain = dice.choice([0, 1, 1, 1, 2, 2, None] * 5 + [4, 6, 8])
        left = dice.choice([dose.reserve, dose.reserve, 1, 5, None])
        leg = dice.choice([None] * 60 + ["same", "further-down"])
        one_sided = self.library.exercises[item.exercise].one_sided
        done = []
        for number in range(1, dose.sets + 1):
            for side in Side if one_sided else [None]:
                made = self._write(
                    kinds.SetDone,
                    nth,
                    session=session,
                    exercise=item.exercise,
                    nth=number,
                    side=side,
                    load_kg=dose.load_kg if dose.load_kg is not None else dice.choice([None, 5.0]),
                    band=dose.band,
                    reserve=left,
                    pain_0_10=pain,
                    leg=leg,
                    **{AMOUNTS[dose.kind]: int(dose.amount * share)},
                )
                done.append(made)
            if stop_now(self.history, self.library, done) is not None:
                return

    def _test(self, nth: int) -> None:
        measure = self.library.measures[self.dice.choice(sorted(self.library.measures))]
        lowest, highest = measure.lowest, measure.highest
        value = float(self.dice.randint(int(lowest), int(highest)))
        self._write(kinds.TestResult, nth, measure=measure.id, value=value)

    def _wish(self) -> Wish:
        roll = self.dice.random()
        if roll < 0.05:
            return Wish(self.dice.choice([5, 10, 20]), False)
        return Wish(None, True) if roll < 0.15 else AS_USUAL
