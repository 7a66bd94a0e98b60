"""A plan lived for tests: doses promised, sets done, mornings told, as a table of days says.

A course is a table. `exercise` and `dose` are what the plan holds (`also` adds exercises with the same dose);
each of `sessions` says what was promised where it differs (`dose`, `step`, `rules`, `only`), what was done
(`done`, one amount a set; else all of it) and how it was (`pain`, `reserve`, `leg`, and as `morning` the pain
of the next one); `planned_for` are the rules that put it into the plan. Mornings are `usual` from three weeks
before the first session up to the day asked about, where nothing else is said; "untold" leaves something out.
`profiles` are what the person tells of themselves later. Days count from START.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from gradus.library.library import Library
from gradus.progression.courses import course_of
from gradus.progression.day import Asked, Day, day_of
from gradus.progression.occasions import Log, occasions
from gradus.progression.session import Prescribed, next_session
from gradus.progression.situation import Situation, situation
from gradus.record import facts, parts
from gradus.record.history import History, fold
from gradus.screening.cleared import Cleared, clear
from gradus.screening.limits import Limits, combine
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, LibraryVersion, LimitId, PhaseId, ProgrammeId, RuleId
from gradus.vocabulary.scales import DoseKind, Equipment, Position, Side, Step
from tests.build import START, Facts
from tests.spec.asks.screening import answered

UNTOLD = "untold"
TOLD_OF_A_MORNING = ("flare", "leg_lasted", "sleep", "tired")
EVERYTHING = tuple(Equipment)
Given = Mapping[str, Any]


class Life:
    """The facts of one course, and the questions asked of them."""

    def __init__(self, given: Given, library: Library) -> None:
        self.given = given
        self.library = library
        self.fact = Facts()
        self.facts: list[facts.Fact] = []
        self.shapes: list[str] = list(given.get("shapes", ["a"]))
        self.names = [ExerciseId(given["exercise"]), *map(ExerciseId, given.get("also", []))]
        self.slots: list[str] = self.given.get("slots", [f"s{nth}" for nth in range(len(self.names))])
        self.doses = {name: self._dose(name) for name in self.names}
        self.last_day = max([session["day"] for session in given.get("sessions", [])], default=-2)
        self.today = START + timedelta(days=given.get("on", self.last_day + 2))
        self._profile()
        self.plan = self._plan()
        self._live()
        for line in given.get("screens", ()):
            answers, numbers = answered(line, library)
            self.add(facts.ScreenAnswers, line["day"], occasion="routine", answers=answers, numbers=numbers)

    @property
    def history(self) -> History:
        return fold(self.facts)

    @property
    def cleared(self) -> Cleared:
        named = [(LimitId(each), RuleId("test")) for each in self.given.get("limits", [])]
        limits = combine(named, self.library) if named else Limits()
        return clear(self.given.get("scope", "full"), limits, on=START, because=())

    def ask(self) -> Prescribed:
        return next_session(self.history, self.plan, self.cleared, self.library, self.today)

    def ground(self) -> Day:
        """All that the decisions of the day asked about share."""
        asked = Asked(self.history, self.plan, self.cleared, self.library, Log(self.history.by_session))
        return day_of(asked, self.today, occasions(self.history, self.plan), frozenset())

    def place(self, nth: int = 0) -> Situation:
        """One place of the session to be, before anything is decided of it."""
        day = self.ground()
        item = self.plan.sessions[0].items[nth]
        return situation(course_of(item, day.done, day.around), day.around, day)

    def train(self, day: int, *, pain: int | None = 1, done: float = 1.0, kept: bool = True) -> Prescribed:
        """One session as it is prescribed on that day, done to this share of each set's amount and told; the
        promise is kept in the record or not."""
        self.today = START + timedelta(days=day)
        prescribed = self.ask()
        id_ = FactId(f"01990000-0000-7000-a000-{day:012x}")
        if kept:
            self.add(
                facts.DecisionShown,
                day,
                action="train",
                plan=self.plan.id,
                shape=prescribed.shape.id,
                number=prescribed.number,
                items=prescribed.items,
                because=(),
                library=LibraryVersion("test"),
            )
        for item in prescribed.items:
            amounts = [int(item.dose.amount * done)] * item.dose.sets
            self._sets(id_, {"day": day, "pain": UNTOLD if pain is None else pain, "done": amounts}, item)
        self.add(facts.SessionDone, day, id=id_, plan=self.plan.id, shape=prescribed.shape.id)
        return prescribed

    def wake(self, day: int, pain: int) -> None:
        """The morning of that day."""
        self.add(facts.MorningCheckIn, day, pain_0_10=pain)

    def _dose(self, name: ExerciseId) -> Dose:
        exercise = self.library.exercises[name]
        low, top = exercise.dose.range
        usual: dict[str, Any] = {
            "kind": exercise.dose.kind,
            "sets": exercise.dose.sets,
            "amount": low,
            "low": low,
            "top": top,
            "rest_s": exercise.dose.rest_s,
            "reserve": exercise.dose.reserve,
        }
        told = {key: _told(value) for key, value in self.given.get("dose", {}).items()}
        return Dose(**(usual | told | {"kind": DoseKind(told.get("kind", usual["kind"]))}))

    def _profile(self) -> None:
        known = {
            name: self.given[name]
            for name in ("usual_pain_0_10", "eases_within_minutes", "mode", "minutes", "trains_already")
            if name in self.given
        }
        told = facts.Profile
        self.add(
            told,
            -30,
            equipment=tuple(map(Equipment, self.given.get("equipment", EVERYTHING))),
            bands=tuple(self.given.get("bands", ())),
            dumbbells_kg=tuple(self.given.get("weights", ())),
            kettlebells_kg=tuple(self.given.get("kettlebells", ())),
            plates_kg=tuple(self.given.get("plates", ())),
            barbell_kg=self.given.get("barbell"),
            machine_step_kg=self.given.get("machine_step"),
            weight_unit=self.given.get("unit"),
            cannot_take=tuple(map(Position, self.given.get("cannot_take", ()))),
            **known,
        )

    def add(self, kind: Any, day: int, **values: Any) -> Any:
        fact = self.fact(kind, day, **values)
        self.facts.append(fact)
        return fact

    def _plan(self) -> facts.PlanMade:
        items = tuple(
            parts.PlanItem(
                slot=self.slots[nth],
                exercise=name,
                dose=self.doses[name],
                sets_goal=self.given.get("goal", self.doses[name].sets),
                because=tuple(map(RuleId, self.given.get("planned_for", ()))),
            )
            for nth, name in enumerate(self.names)
        )
        sessions = tuple(
            parts.PlannedSession(id=shape, title=shape, day=None, minutes=30, items=items)
            for shape in self.shapes
        )
        made: facts.PlanMade = self.add(
            facts.PlanMade,
            self.given.get("plan_day", 0),
            programme=ProgrammeId(self.given.get("programme", "none")),
            programme_version=1,
            phase=PhaseId(self.given.get("phase", "none")),
            change="started",
            sessions_to_do=self.given.get("sessions_to_do", 100),
            sessions_a_week=self.given.get("sessions_a_week", 2),
            sessions=sessions,
            objective=0,
            bound=0,
            proven=True,
            library=LibraryVersion("test"),
        )
        return made

    def _live(self) -> None:
        mornings: dict[int, Any] = {day: self.given.get("usual", 2) for day in range(-21, self._on() + 1)}
        for nth, session in enumerate(self.given.get("sessions", [])):
            if "morning" in session:
                mornings[session["day"] + 1] = session["morning"]
            self._session(nth, session)
        mornings |= {each["day"]: each["pain"] for each in self.given.get("mornings", [])}
        said = {each["day"]: each for each in self.given.get("mornings", [])}
        for day, pain in mornings.items():
            if pain != UNTOLD and day <= self._on():
                extra = {key: said[day][key] for key in TOLD_OF_A_MORNING if key in said.get(day, {})}
                self.add(facts.MorningCheckIn, day, pain_0_10=pain, **extra)
        for each in self.given.get("profiles", []):
            self.add(facts.Profile, each["day"], **{key: each[key] for key in each if key != "day"})
        for each in self.given.get("pauses", []):
            until = START + timedelta(days=each["until"]) if "until" in each else None
            self.add(facts.Pause, each["day"], why="holiday", until=until)
        for each in self.given.get("flares", []):
            self.add(facts.Flare, each["day"], state=each.get("state", "began"))
        self._clinician()

    def _on(self) -> int:
        return (self.today - START).days

    def _clinician(self) -> None:
        for each in self.given.get("clearances", []):
            on = START + timedelta(days=each["day"])
            rules = tuple(map(RuleId, each["rules"]))
            self.add(
                facts.Clearance, each["day"], rules=rules, examined_by="a doctor", examined_on=on, said="fine"
            )
        for each in self.given.get("locks", []):
            until = START + timedelta(days=each["until"]) if "until" in each else None
            lock = self.add(
                facts.Lock,
                each["day"],
                exercise=each.get("exercise", self.names[0]),
                until=until,
                by="clinician:x",
            )
            if "lifted" in each:
                self.add(
                    facts.Override, each["lifted"], exercise=self.names[0], lifts=lock.id, by="clinician:x"
                )
        for each in self.given.get("overrides", []):
            name = ExerciseId(each.get("exercise", self.names[0]))
            dose = (self._dose(name) if name not in self.doses else self.doses[name]).but(**each["dose"])
            self.add(facts.Override, each["day"], exercise=name, dose=dose, by="clinician:x")

    def _session(self, nth: int, session: Given) -> None:
        id_ = FactId(f"01990000-0000-7000-9000-{nth:012x}")
        day, ended = session["day"], session.get("ended", "finished")
        shape = session.get("shape", self.shapes[nth % len(self.shapes)])
        only = session.get("only", self.names)
        shown = {
            name: self._shown(place, name, session) for place, name in enumerate(self.names) if name in only
        }
        if session.get("promised", True):
            self.add(
                facts.DecisionShown,
                day,
                action="train",
                plan=self.plan.id,
                shape=shape,
                number=nth + 1,
                items=tuple(shown.values()),
                because=(),
                library=LibraryVersion("test"),
            )
        if ended != "skipped":
            for item in shown.values():
                self._sets(id_, session, item)
        if ended != UNTOLD:
            of = None if session.get("free") else self.plan.id
            values = {"short": session.get("short", "no"), "pain_after_0_10": session.get("pain_after")}
            self.add(facts.SessionDone, day, id=id_, plan=of, shape=shape, ended=ended, **values)

    def _shown(self, place: int, name: ExerciseId, session: Given) -> parts.ShownItem:
        exercise = ExerciseId(session.get("exercise", name)) if place == 0 else name
        dose = self.doses[name].but(**session.get("dose", {}))
        because = tuple(parts.ShownReason(rule=RuleId(rule), says=rule) for rule in session.get("rules", []))
        step = Step(session.get("step", "hold"))
        return parts.ShownItem(
            slot=self.slots[place], exercise=exercise, dose=dose, step=step, because=because
        )

    def _sets(self, id_: FactId, session: Given, item: parts.ShownItem) -> None:
        dose = item.dose
        done = session.get("done", [dose.amount] * dose.sets)
        one_sided = self.library.exercises[item.exercise].one_sided
        sides = [Side(each) for each in session.get("sides", list(Side))] if one_sided else [None]
        for at, amount in enumerate(done):
            for side in sides:
                self.add(
                    facts.SetDone,
                    session["day"],
                    session=id_,
                    exercise=item.exercise,
                    nth=at + 1,
                    side=side,
                    reps=amount if dose.kind is DoseKind.REPS else None,
                    seconds=amount if dose.kind is DoseKind.TIME else None,
                    metres=amount if dose.kind is DoseKind.DISTANCE else None,
                    load_kg=_told(_nth(session.get("load_kg", dose.load_kg), at)),
                    band=_told(session.get("band", dose.band)),
                    reserve=_told(_nth(session.get("reserve", dose.reserve), at)),
                    pain_0_10=_told(_nth(session.get("pain", 1), at)),
                    leg=session.get("leg"),
                )


def _nth(value: Any, at: int) -> Any:
    return value[at] if isinstance(value, list) else value


def _told(value: Any) -> Any:
    return None if value == UNTOLD else value
