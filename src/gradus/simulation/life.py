"""One virtual life: the person goes through the real journeys; what they do and feel the model says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from statistics import fmean
from typing import Any, Protocol

from gradus.journey.promise import promise
from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.library.types.simulation import PersonModel
from gradus.planning.weights import is_weighted, own_weights
from gradus.record.facts import Flare, MorningCheckIn, Profile, SessionDone, SetDone, TestResult
from gradus.record.parts import ShownItem
from gradus.record.person import Person, person
from gradus.screening.outcome import screen
from gradus.simulation.body import Body
from gradus.simulation.conduct import Conduct
from gradus.simulation.demand import EASY, Demands
from gradus.simulation.diary import Diary, Said
from gradus.simulation.dice import Dice
from gradus.simulation.pain import Pain, told
from gradus.simulation.testing import home_tests
from gradus.simulation.traits import Kind, traits
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, ItemId
from gradus.vocabulary.scales import DoseKind, Side, Step
from gradus.vocabulary.week import WEEK

PLATES_OF_A_STACK = 40
AMOUNT = {DoseKind.REPS: "reps", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}
ALARM = {ItemId("leg-weakness"): "yes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Archetype:
    """Who is drawn: what they answer to the screen, their profile, and what kind of person they are."""

    name: str
    said: Said
    profile: Mapping[str, Any]
    kind: Kind = field(default_factory=Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What every life of a run shares."""

    library: Library
    model: PersonModel
    demands: Demands
    begins: date
    days: int


class Policy(Protocol):
    """How doses are set. `library` is what the journeys are asked with; `doses` may put others in the place
    of those that were shown."""

    @property
    def name(self) -> str: ...

    @property
    def library(self) -> Library: ...

    def doses(self, answer: Today, life: "Life") -> tuple[ShownItem, ...]: ...


@dataclass(slots=True)
class DayLived:
    """One day as it was: strength gained so far, the sets done, and the strain of the session as a share of
    what the back bore, 0 without one."""

    gained: float = 0.0
    sets: int = 0
    strain: float = 0.0


@dataclass(slots=True)
class Tally:
    """What happened, counted. `days` are the own training days, trained or not. A session is lowered when any
    exercise of it is; falsely where the one before was no overload and no flare is on; missed where the one
    before was an overload and nothing is lowered. `at_risk` are days without a flare soon after an overload,
    on which one could come because of it. `goal_on` is the first day on which strength had grown as
    far as the goal."""

    days: int = 0
    done: int = 0
    lowered: int = 0
    lowered_falsely: int = 0
    missed: int = 0
    sent: int = 0
    at_risk: int = 0
    referred_on: int | None = None
    left_on: int | None = None
    goal_on: int | None = None
    no_plan: bool = False


@dataclass(slots=True)
class Life:
    """A life as it goes on."""

    dice: Dice
    who: Archetype
    policy: Policy
    world: World
    tally: Tally = field(default_factory=Tally)
    mornings: list[int | None] = field(default_factory=list)
    reserves: dict[ExerciseId, int] = field(default_factory=dict)
    felt: list[float] = field(default_factory=list)
    usual: list[float] = field(default_factory=list)
    days: list[DayLived] = field(default_factory=list)
    diary: Diary = field(init=False)
    pain: Pain = field(init=False)
    body: Body = field(init=False)
    conduct: Conduct = field(init=False)
    person: Person = field(default_factory=Person)
    _sore: bool = False
    _flare_on: int | None = None
    _told_flare: bool = False
    _overloaded: bool = False

    def __post_init__(self) -> None:
        drawn = traits(self.dice, self.world.model, self.who.kind)
        self.diary = Diary(self.policy.library)
        self.pain = Pain(drawn, self.world.model, self.dice)
        self.body = Body(drawn, self.world.model, self.world.demands)
        self.conduct = Conduct(drawn, self.world.model, self.dice)

    @property
    def bands(self) -> tuple[str, ...]:
        return self.person.bands or ()

    def live(self) -> None:
        """All the days of it."""
        self.diary.screen(self.world.begins, "intake", self.who.said)
        usual = {"usual_pain_0_10": told(self.pain.traits.level)}
        self.diary.tell(Profile, self.world.begins, **{**self.who.profile, **usual})
        self.person = person(self.diary.so_far())
        self.conduct.a_week = len(self.person.days or ()) or 1
        for nth in range(self.world.days):
            self._day(nth)

    def day(self, nth: int) -> date:
        return self.world.begins + timedelta(days=nth)

    def _day(self, nth: int) -> None:
        gone = self.tally.left_on is not None or self.tally.referred_on is not None
        attendance = 0.0 if gone else self.conduct.attendance
        flare = self.pain.flare
        self.tally.at_risk += self.body.is_raised and (flare is None or nth >= flare.over)
        felt = self.pain.next_day(attendance=attendance, raised=self.body.is_raised)
        self.felt.append(felt)
        self.usual.append(self.pain.mean)
        self.days.append(DayLived())
        self._morning(nth, felt, gone=gone)
        if not gone and self.conduct.leaves(nth):
            self.tally.left_on = nth
        elif not gone:
            self._perhaps_train(nth, felt)
        self.body.sleep()
        gained = self.days[-1].gained = self.body.strength_gained()
        if self.tally.goal_on is None and gained >= self.world.model.conduct.goal.value:
            self.tally.goal_on = nth

    def _morning(self, nth: int, felt: float, *, gone: bool) -> None:
        pain = told(felt + self._sore)
        self._sore = False
        self.mornings.append(None if gone or self.conduct.misses_morning(nth) else pain)
        if gone:
            return
        if self.mornings[-1] is not None:
            self.diary.write(MorningCheckIn, self.day(nth), pain_0_10=pain)
        flare = self.pain.flare
        if flare is not None and self._flare_on is None:
            self._flare_on, self._told_flare = nth, flare.told
            if flare.told:
                self.diary.write(Flare, self.day(nth), state="began", pain_0_10=pain)
        if flare is None and self._flare_on is not None:
            self._flare_on = None
            if self._told_flare:
                self.diary.write(Flare, self.day(nth), state="over")

    def _perhaps_train(self, nth: int, felt: float) -> None:
        day = self.day(nth)
        if self.conduct.alarm(nth):
            self.diary.screen(day, "request", Said({**self.who.said.answers, **ALARM}, self.who.said.numbers))
            self.tally.referred_on = nth
            return
        if day.weekday() not in {each.number for each in self.person.days or ()}:
            return
        since = None if self._flare_on is None else nth - self._flare_on
        self.tally.days += 1
        if not self.conduct.attends(nth, self.pain, since):
            return
        answer = self._asked(nth)
        self.tally.sent += answer.action == "see-someone"
        if answer.action == "train":
            self._train(nth, answer, felt)

    def _asked(self, nth: int) -> Today:
        """The day's answer after whatever was open has been answered."""
        day = self.day(nth)
        answer = self.diary.today(day)
        if answer.action == "screen" or "screen" in answer.ask:
            occasion = "flare" if self._flare_on is not None else "routine"
            self.diary.screen(day, occasion, self.who.said)
            answer = self.diary.today(day)
        if "usual-pain" in answer.ask:
            self.diary.tell(Profile, day, usual_pain_0_10=told(fmean(self.usual[-2 * WEEK :])))
            answer = self.diary.today(day)
        if answer.action == "plan":
            self._tests(day)
            if not self.diary.plan(day):
                self.tally.no_plan = True
                return answer
            answer = self.diary.today(day)
        if "flare" in answer.ask and self.mornings[nth] is not None:
            flares = self._flare_on is not None
            self.diary.write(MorningCheckIn, day, pain_0_10=self.mornings[nth], flare=flares)
            answer = self.diary.today(day)
        return answer

    def _tests(self, day: date) -> None:
        """The home tests before a plan; none in a flare, or on a day that hurts too much for them."""
        library, history = self.policy.library, self.diary.so_far()
        if self.pain.flare is None and self.felt[-1] <= library.pain.acceptable_during.value:
            for found in home_tests(library, self.person, screen(history, library, day).cleared, self.body):
                self.diary.write(TestResult, day, **found)

    def _train(self, nth: int, answer: Today, felt: float) -> None:
        day, in_flare = self.day(nth), self.pain.flare is not None
        items = self.policy.doses(answer, self)
        asked = replace(answer, items=items)
        self.diary.keep(promise(asked, self.policy.library, self.diary.stamp(day).person))
        session = self.diary.session()
        self._count(items)
        so_far, tolerance = 0.0, self.body.tolerance(in_flare=in_flare)
        for slot, item in enumerate(items):
            so_far += self._item(nth, session, item, (slot, felt, so_far / tolerance))
        self.days[-1].strain = so_far / tolerance
        self.days[-1].sets = sum(item.dose.sets for item in items)
        self._overloaded = self.body.end_session(in_flare=in_flare)
        self._sore = self.conduct.sore(nth)
        plan = None if answer.plan is None else answer.plan.id
        self.diary.keep(self.diary.stamp(day).fact(SessionDone, id=session, plan=plan, shape=answer.shape))
        self.tally.done += 1

    def _count(self, items: tuple[ShownItem, ...]) -> None:
        lowered = any(item.step in (Step.REGRESS, Step.SWAP, Step.DELOAD) for item in items)
        self.tally.lowered += lowered
        self.tally.lowered_falsely += lowered and not self._overloaded and self.pain.flare is None
        self.tally.missed += self._overloaded and not lowered

    def _found(self, exercise: Exercise, dose: Dose) -> Dose:
        """The dose with a weight where none was named and one is needed: the heaviest at hand with which all
        of it can be done with what is asked in reserve; the lightest where none can."""
        if dose.load_kg is not None or not is_weighted(exercise):
            return dose
        step = self.person.machine_step_kg or self.policy.library.raises.machine_step.value
        stack = [step * nth for nth in range(1, PLATES_OF_A_STACK)]
        at_hand = own_weights(exercise, self.person) or (stack if exercise.dose.load == "machine" else ())
        needed = dose.amount + (dose.reserve or 0)
        tried = [dose.but(load_kg=each) for each in at_hand]
        can = [each for each in tried if (self.body.most(exercise, each, self.bands, 0) or 0) >= needed]
        return can[-1] if can else tried[0] if tried else dose

    def _item(self, nth: int, session: FactId, item: ShownItem, at: tuple[int, float, float]) -> float:
        """Does one exercise; the strain of it."""
        slot, felt, load = at
        exercise = self.policy.library.exercises[item.exercise]
        dose = self._found(exercise, item.dose)
        tries = [self.body.try_set(exercise, dose, self.bands, done) for done in range(dose.sets)]
        hurt = sum(each.strain for each in tries)
        share = load + hurt / self.body.tolerance(in_flare=self.pain.flare is not None) if hurt else 0.0
        pain = self.conduct.pain_during(nth, slot, felt, share)
        counts = dose.reserve is not None and exercise.pattern not in EASY
        for number, tried in enumerate(tries, 1):
            reserve = self.conduct.reserve(nth, slot, tried) if counts else dose.reserve
            if reserve is not None:
                self.reserves[item.exercise] = reserve
            for side in tuple(Side) if exercise.one_sided else (None,):
                self.diary.write(
                    SetDone,
                    self.day(nth),
                    session=session,
                    exercise=item.exercise,
                    nth=number,
                    side=side,
                    load_kg=dose.load_kg,
                    band=dose.band,
                    reserve=reserve,
                    pain_0_10=pain,
                    leg="none",
                    **{AMOUNT[dose.kind]: tried.amount},
                )
        return hurt
