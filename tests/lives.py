"""Facts of a life for tests of the journeys, told as lines of a table.

A line has a `day`, counted from START, and says what happened on it:
`screen` answers the whole screen (as tests/spec/asks/screening.py reads answers; an empty table is "none of
these"); `plan` lists weekdays, one session each, with `exercises`, `sessions_to_do` and `a_week`; `trained`
and `skipped` end a session of the newest plan; `paused_until` is a day, or "open"; `morning` is pain, with
`is_flare`; `flare` is "began" or "over"; `stopped` is a clinician's lock on everything, with `until`, and
`lifted` ends the newest one; `cleared` lists rules that a clinician examined the person for; `goals` are what
the person wants to do again, and `reached` says in words what they can do again; `test` names a measure, with
`value` and `side`; `profile` is what the person tells of themselves; `set` is the pain of one set ("untold"
leaves it out), with `leg`, and with `of_newest` one of the newest session told, `exercise`, `nth`, `side`,
`reps`, `seconds` and `load_kg` say more of it; `watched` names the exercise
in which somebody watched them; `activity` is a walk, a run or the like, with its `minutes`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from gradus.library.library import Library
from gradus.record import facts, parts
from gradus.record.history import History, fold
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, LibraryVersion, PhaseId, ProgrammeId, RuleId
from gradus.vocabulary.scales import Side, Weekday
from tests.build import START, Facts
from tests.plans import KINDS
from tests.spec.asks.screening import answered

Line = Mapping[str, Any]
EXERCISE = ExerciseId("bird-dog")
SESSION = FactId("01990000-0000-7000-8000-00000000feed")
"""The session that single sets belong to."""


def start_dose(library: Library, exercise: ExerciseId) -> Dose:
    """The dose that the library begins with."""
    start = library.exercises[exercise].dose
    low, top = start.range
    return Dose(
        kind=start.kind,
        sets=start.sets,
        amount=low,
        low=low,
        top=top,
        rest_s=start.rest_s,
        reserve=start.reserve,
        hold_s=start.hold_s,
    )


def a_plan(make: Facts, library: Library, day: int = 0, **told: Any) -> facts.PlanMade:
    """A plan with one session for each of its weekdays ("any" for a session without a day), the same
    exercises in each, or those that `of_each` lists; `slots` name their places, and `dose` changes every
    start dose."""
    days: Sequence[str] = told.get("plan", ("monday", "thursday"))
    names = [ExerciseId(each) for each in told.get("exercises", [EXERCISE])]
    slots = told.get("slots", [f"s{nth}" for nth in range(len(names))])
    doses = {name: start_dose(library, name).but(**told.get("dose", {})) for name in names}
    items = tuple(
        parts.PlanItem(slot=slot, exercise=name, dose=doses[name], sets_goal=2)
        for slot, name in zip(slots, names, strict=True)
    )
    own = [
        tuple(
            parts.PlanItem(slot=f"s{nth}", exercise=name, dose=start_dose(library, name), sets_goal=2)
            for nth, name in enumerate(each)
        )
        for each in told.get("of_each", ())
    ]
    sessions = tuple(
        parts.PlannedSession(
            id=chr(ord("a") + nth),
            title="A session",
            day=None if each == "any" else Weekday(each),
            minutes=30,
            items=own[nth] if own else items,
        )
        for nth, each in enumerate(days)
    )
    return make(
        facts.PlanMade,
        day,
        programme=ProgrammeId(told.get("programme", "individual")),
        programme_version=1,
        phase=PhaseId(told.get("phase", "build")),
        change=told.get("change", "started"),
        sessions_to_do=told.get("sessions_to_do", 8),
        sessions_a_week=told.get("a_week", len(days)),
        sessions=sessions,
        objective=0,
        bound=0.0,
        proven=True,
        library=LibraryVersion("test"),
    )


class Told:
    """The facts that some lines tell, in the order of the lines."""

    def __init__(self, lines: Sequence[Line], library: Library) -> None:
        self.make = Facts()
        self.library = library
        self.facts: list[Any] = []
        for line in lines:
            kind = next(word for word in SAYS if word in line)
            self.facts.append(SAYS[kind](self, line))

    @property
    def history(self) -> History:
        return fold(self.facts)

    def newest(self, kind: type[Any]) -> Any:
        return [fact for fact in self.facts if isinstance(fact, kind)][-1]

    def screen(self, line: Line) -> facts.Fact:
        answers, numbers = answered(line["screen"], self.library)
        occasion = line.get("occasion", "routine")
        return self.make(
            facts.ScreenAnswers, line["day"], occasion=occasion, answers=answers, numbers=numbers
        )

    def plan(self, line: Line) -> facts.Fact:
        return a_plan(self.make, self.library, **line)

    def session(self, line: Line) -> facts.Fact:
        of: facts.PlanMade = self.newest(facts.PlanMade)
        nth = sum(isinstance(fact, facts.SessionDone) for fact in self.facts)
        shape = of.sessions[nth % len(of.sessions)].id
        ended = "skipped" if "skipped" in line else "finished"
        return self.make(facts.SessionDone, line["day"], plan=of.id, shape=shape, ended=ended)

    def pause(self, line: Line) -> facts.Fact:
        until = line["paused_until"]
        last = None if until == "open" else START + timedelta(days=until)
        return self.make(facts.Pause, line["day"], why="holiday", until=last)

    def morning(self, line: Line) -> facts.Fact:
        return self.make(
            facts.MorningCheckIn, line["day"], pain_0_10=line["morning"], flare=line.get("is_flare")
        )

    def flare(self, line: Line) -> facts.Fact:
        return self.make(facts.Flare, line["day"], state=line["flare"])

    def stop(self, line: Line) -> facts.Fact:
        until = START + timedelta(days=line["until"]) if "until" in line else None
        exercise, why = line.get("exercise"), line.get("why", "")
        return self.make(
            facts.Lock, line["day"], exercise=exercise, until=until, why=why, by="clinician:Chidi"
        )

    def lift(self, line: Line) -> facts.Fact:
        lock: facts.Lock = self.newest(facts.Lock)
        return self.make(facts.Override, line["day"], exercise=EXERCISE, lifts=lock.id, by="clinician:Chidi")

    def clearance(self, line: Line) -> facts.Fact:
        return self.make(
            facts.Clearance,
            line["day"],
            by="clinician:Chidi",
            rules=tuple(map(RuleId, line["cleared"])),
            examined_by="Dr Chidi",
            examined_on=START + timedelta(days=line["day"]),
            said="Examined; may train.",
        )

    def goals(self, line: Line) -> facts.Fact:
        return self.make(facts.Profile, line["day"], goals=tuple(line["goals"]))

    def reached(self, line: Line) -> facts.Fact:
        return self.make(facts.Milestone, line["day"], words=line["reached"])

    def test(self, line: Line) -> facts.Fact:
        side = Side(line["side"]) if "side" in line else None
        return self.make(
            facts.TestResult, line["day"], measure=line["test"], value=float(line["value"]), side=side
        )

    def profile(self, line: Line) -> facts.Fact:
        told = {
            key: tuple(map(KINDS.get(key, _as_is), each)) if isinstance(each, list) else each
            for key, each in line["profile"].items()
        }
        return self.make(facts.Profile, line["day"], **told)

    def a_set(self, line: Line) -> facts.Fact:
        pain = None if line["set"] == "untold" else line["set"]
        leg = line.get("leg")
        session = self.newest(facts.SessionDone).id if line.get("of_newest") else SESSION
        return self.make(
            facts.SetDone,
            line["day"],
            session=session,
            exercise=ExerciseId(line.get("exercise", EXERCISE)),
            nth=line.get("nth", 1),
            side=Side(line["side"]) if "side" in line else None,
            reps=None if "seconds" in line else line.get("reps", 8),
            seconds=line.get("seconds"),
            load_kg=line.get("load_kg"),
            pain_0_10=pain,
            leg=leg,
        )

    def technique(self, line: Line) -> facts.Fact:
        by = line.get("watched_by", "Sam")
        return self.make(facts.TechniqueChecked, line["day"], exercise=line["watched"], watched_by=by)

    def activity(self, line: Line) -> facts.Fact:
        return self.make(facts.OtherActivity, line["day"], what=line["activity"], minutes=line.get("minutes"))


def _as_is(value: Any) -> Any:
    return value


SAYS: dict[str, Callable[[Told, Line], facts.Fact]] = {
    "screen": Told.screen,
    "plan": Told.plan,
    "trained": Told.session,
    "skipped": Told.session,
    "paused_until": Told.pause,
    "morning": Told.morning,
    "flare": Told.flare,
    "stopped": Told.stop,
    "lifted": Told.lift,
    "cleared": Told.clearance,
    "goals": Told.goals,
    "reached": Told.reached,
    "test": Told.test,
    "profile": Told.profile,
    "set": Told.a_set,
    "watched": Told.technique,
    "activity": Told.activity,
}
