"""Records to time with: lives of any length, the same to the byte on every machine."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any, TypeVar

from gradus.record.codec import encode_all
from gradus.record.facts import (
    DecisionShown,
    Envelope,
    Fact,
    MorningCheckIn,
    OtherActivity,
    PlanItem,
    PlanMade,
    PlannedSession,
    Profile,
    ScreenAnswers,
    SessionDone,
    SetDone,
    ShownItem,
    ShownReason,
    TestResult,
)
from gradus.record.ids import decision_id, name_based
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import (
    ExerciseId,
    FactId,
    ItemId,
    LibraryVersion,
    MeasureId,
    PersonId,
    PhaseId,
    ProgrammeId,
    RuleId,
    SourceId,
)
from gradus.vocabulary.scales import DoseKind, Equipment, Step, Weekday

YEAR = 365
SESSIONS_A_YEAR = 150
SETS_A_YEAR = 3500
WALKS_EVERY = 21
SCREEN_EVERY = 28
PHASE_DAYS = 84
LATE_EVERY = 50
CORRECTED_EVERY = 12
BEGAN = date(2025, 3, 3)
"""A Monday."""
ZONE = timezone(timedelta(hours=1))

PERSON = PersonId(name_based(b"gradus-benchmark", b"person"))
LIBRARY = LibraryVersion("0123456789abcdef")
EXERCISES = (
    "glute-bridge",
    "bird-dog",
    "dead-bug",
    "side-bridge-knees",
    "goblet-squat",
    "hip-hinge-drill",
    "seated-row",
    "side-lying-abduction",
)
SAYS = (
    "All sets reached the top of their range with two or more in reserve, and the morning after was as usual."
)

F = TypeVar("F", bound=Envelope)


@dataclass
class _Life:
    """Writes the facts of one life, in order, half a minute apart within an hour."""

    plan: FactId | None = None
    facts: list[Fact] = field(default_factory=list)
    last: tuple[int, int] = (0, 0)
    nth: int = 0

    def write(self, kind: type[F], day: int, hour: int, /, **values: Any) -> F:
        self.nth = self.nth + 1 if self.last == (day, hour) else 0
        self.last = (day, hour)
        on = BEGAN + timedelta(days=day)
        at = datetime.combine(on, time(hour), ZONE) + timedelta(seconds=30 * self.nth)
        id_ = FactId(name_based(b"gradus-benchmark", str(len(self.facts)).encode()))
        envelope: dict[str, Any] = {"id": id_, "person": PERSON, "at": at, "day": on, "device": "a1"}
        fact = kind(**(envelope | values))
        self.facts.append(fact)  # type: ignore[arg-type]
        return fact


def life(days: int) -> tuple[Fact, ...]:
    """The facts of somebody who trained for so many days, in the order in which they were written; a few
    mornings told a day late, and a few sets corrected."""
    lived = _Life()
    for day in range(days):
        _background(lived, day)
        told = {"day": BEGAN + timedelta(days=day - 1)} if day % LATE_EVERY == LATE_EVERY - 1 else {}
        lived.write(MorningCheckIn, day, 7, pain_0_10=2 + day % 3, sleep="fair", **told)
        if day % WALKS_EVERY == 3:
            lived.write(OtherActivity, day, 12, what="walk", minutes=30.0)
        for nth in _sessions_of(day):
            _session(lived, day, nth)
    return tuple(lived.facts)


@cache
def year_old() -> bytes:
    """A year as lines: 150 sessions, 3,500 sets, 365 mornings, the decisions shown, walks, screens, tests and
    one plan for each phase."""
    return encode_all(life(YEAR))


def _sessions_of(day: int) -> Iterator[int]:
    """The numbers of the sessions of this day: 150 in a year, evenly."""
    yield from range(day * SESSIONS_A_YEAR // YEAR, (day + 1) * SESSIONS_A_YEAR // YEAR)


def _background(lived: _Life, day: int) -> None:
    if day % SCREEN_EVERY == 0:
        answers = {ItemId(f"item-{each}"): "no" for each in range(40)}
        lived.write(ScreenAnswers, day, 6, occasion="routine" if day else "intake", answers=answers)
    if day == 0:
        have = (Equipment.MAT, Equipment.BAND, Equipment.DUMBBELL, Equipment.CHAIR)
        lived.write(Profile, day, 6, equipment=have, minutes=45, bands=("light", "strong"), usual_pain_0_10=3)
    if day % PHASE_DAYS == 0:
        lived.write(TestResult, day, 6, measure=MeasureId("chair-stand-30s"), value=14.0)
        lived.plan = _plan(lived, day).id


def _plan(lived: _Life, day: int) -> PlanMade:
    items = tuple(
        PlanItem(slot=f"slot-{nth}", exercise=ExerciseId(name), dose=_dose(0), sets_goal=3)
        for nth, name in enumerate(EXERCISES)
    )
    days = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
    shapes = tuple(
        PlannedSession(id=f"day-{nth}", title=f"Day {nth}", day=on, minutes=44.0, items=items)
        for nth, on in enumerate(days)
    )
    return lived.write(
        PlanMade,
        day,
        6,
        programme=ProgrammeId("sixteen-weeks"),
        programme_version=1,
        phase=PhaseId(f"phase-{day // PHASE_DAYS}"),
        change="next-phase" if day else "started",
        sessions_to_do=36,
        sessions_a_week=3,
        sessions=shapes,
        objective=240,
        bound=240.0,
        proven=True,
        library=LIBRARY,
    )


def _session(lived: _Life, day: int, nth: int) -> None:
    shown = _decision(lived, day, nth)
    lived.facts.append(shown)
    sets = (nth + 1) * SETS_A_YEAR // SESSIONS_A_YEAR - nth * SETS_A_YEAR // SESSIONS_A_YEAR
    session = FactId(name_based(b"gradus-session", str(nth).encode()))
    done: dict[str, Any] = {}
    for each in range(sets):
        exercise = ExerciseId(EXERCISES[each // 3 % len(EXERCISES)])
        done = {"reps": 8 + nth % 5, "load_kg": 8.0 + nth % 7, "reserve": 2 + each % 2}
        done |= {
            "session": session,
            "exercise": exercise,
            "nth": each % 3 + 1,
        }
        lived.write(SetDone, day, 18, pain_0_10=each % 4, **done)
    if nth % CORRECTED_EVERY == 0:
        lived.write(SetDone, day, 18, pain_0_10=4, corrects=lived.facts[-1].id, **done)
    plan = {"plan": lived.plan, "shape": f"day-{nth % 3}"}
    lived.write(SessionDone, day, 19, id=session, minutes=43.0, pain_after_0_10=2, **plan)


def _decision(lived: _Life, day: int, nth: int) -> DecisionShown:
    reason = ShownReason(rule=RuleId("top-of-range-in-all-sets"), says=SAYS, cites=(SourceId("acsm-2009"),))
    items = tuple(
        ShownItem(
            slot=f"slot-{slot}",
            exercise=ExerciseId(name),
            dose=_dose(nth),
            step=Step.PROGRESS,
            because=(reason,),
        )
        for slot, name in enumerate(EXERCISES)
    )
    on = BEGAN + timedelta(days=day)
    return DecisionShown(
        id=decision_id(PERSON, on, str(nth).encode()),
        person=PERSON,
        at=datetime.combine(on, time(18), ZONE),
        day=on,
        device="a1",
        action="train",
        plan=lived.plan,
        shape=f"day-{nth % 3}",
        number=nth % 36 + 1,
        items=items,
        because=(reason,),
        library=LIBRARY,
    )


def _dose(nth: int) -> Dose:
    return Dose(
        kind=DoseKind.REPS,
        sets=3,
        amount=8 + nth % 5,
        low=8,
        top=12,
        rest_s=60,
        reserve=2,
        load_kg=8.0 + nth % 7,
        tempo="2-1-2",
    )
