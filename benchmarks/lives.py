"""Records to time with: lives of any length, the same to the byte on every machine.

Plans come from the journey itself; sessions, mornings and decisions are written plainly, in the number that a
busy year has. Nothing about these lives is meant to be like anybody's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any, TypeVar

from gradus.journey.plans import Planned, accept, make
from gradus.journey.screens import all_pages, answers_of
from gradus.journey.stamp import Stamp
from gradus.library.library import Library
from gradus.library.load import load
from gradus.record.bounds import Answer
from gradus.record.codec import encode_all
from gradus.record.envelope import Envelope
from gradus.record.facts import (
    DecisionShown,
    Fact,
    MorningCheckIn,
    OtherActivity,
    PlanMade,
    Profile,
    ScreenAnswers,
    SessionDone,
    SetDone,
    TestResult,
)
from gradus.record.history import fold
from gradus.record.ids import decision_id, name_based
from gradus.record.parts import PlannedSession, ShownItem, ShownReason
from gradus.vocabulary.ids import FactId, ItemId, MeasureId, PersonId, RuleId, SourceId
from gradus.vocabulary.scales import DoseKind, Equipment, Side, Step, Weekday

YEAR = 365
SESSIONS_A_YEAR = 150
SETS_A_YEAR = 3500
WALKS_EVERY = 21
SCREEN_EVERY = 28
TEST_EVERY = 84
LATE_EVERY = 50
CORRECTED_EVERY = 12
BEGAN = date(2025, 3, 3)
"""A Monday."""
LAST_DAY = BEGAN + timedelta(days=YEAR)
"""The day after the year, a Tuesday: nothing is written on it, and a session is due."""
ZONE = timezone(timedelta(hours=1))
SPACE = b"gradus-benchmark"

PERSON = PersonId(name_based(SPACE, b"person"))
REASON = ShownReason(
    rule=RuleId("top-of-range"),
    says="All sets reached the top of their range with some in reserve, and the morning after was as usual.",
    cites=(SourceId("acsm-2009"),),
)

F = TypeVar("F", bound=Envelope)


@dataclass
class _Life:
    """Writes the facts of one life, in order, half a minute apart within an hour."""

    library: Library
    facts: list[Fact] = field(default_factory=list)
    planned: list[Planned] = field(default_factory=list)
    plan: PlanMade | None = None
    done: int = 0
    last: tuple[int, int] = (0, 0)
    nth: int = 0

    def stamp(self, day: int, hour: int) -> Stamp:
        self.nth = self.nth + 1 if self.last == (day, hour) else 0
        self.last = (day, hour)
        on = BEGAN + timedelta(days=day)
        at = datetime.combine(on, time(hour), ZONE) + timedelta(seconds=30 * self.nth)
        return Stamp(id=_id(f"fact {len(self.facts)}"), person=PERSON, at=at, day=on, device="a1")

    def write(self, kind: type[F], day: int, hour: int, /, **values: Any) -> F:
        fact = self.stamp(day, hour).fact(kind, **values)
        self.facts.append(fact)  # type: ignore[arg-type]
        return fact


@cache
def life(days: int) -> tuple[Fact, ...]:
    """The facts of somebody who trained for so many days, in the order in which they were written; a few
    mornings told a day late, and a few sets corrected."""
    lived = _Life(load())
    for day in range(days):
        _background(lived, day)
        told = {"day": BEGAN + timedelta(days=day - 1)} if day % LATE_EVERY == LATE_EVERY - 1 else {}
        lived.write(MorningCheckIn, day, 7, pain_0_10=2 + day % 2, sleep="fair", **told)
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


def _id(name: str) -> FactId:
    return FactId(name_based(SPACE, name.encode()))


def _sessions_of(day: int) -> Iterator[int]:
    """The numbers of the sessions of this day: 150 in a year, evenly, the first on the first day."""
    yield from range((day - 1) * SESSIONS_A_YEAR // YEAR + 1, day * SESSIONS_A_YEAR // YEAR + 1)


def _background(lived: _Life, day: int) -> None:
    if day % SCREEN_EVERY == 0:
        answers: dict[ItemId, Answer] = {}
        for page in all_pages(lived.library):
            answers |= answers_of(page, (), ())
        asked = "routine" if day else "intake"
        lived.write(ScreenAnswers, day, 6, occasion=asked, answers=answers, numbers={"age-years": 45.0})
    if day == 0:
        when = {"minutes": 60, "days": (Weekday.TUESDAY, Weekday.FRIDAY)}
        told = {"equipment": tuple(Equipment), "cannot_take": (), "usual_pain_0_10": 3}
        own = {"bands": ("light", "middle", "strong"), "dumbbells_kg": (4.0, 6.0, 8.0, 10.0, 12.0)}
        lived.write(Profile, day, 6, eases_within_minutes=10, trains_already=False, **when, **told, **own)
    if day % TEST_EVERY == 0:
        lived.write(TestResult, day, 6, measure=MeasureId("chair-stand-30s"), value=14.0)


def _session(lived: _Life, day: int, nth: int) -> None:
    if lived.plan is None or lived.done >= lived.plan.sessions_to_do:
        _next_plan(lived, day)
    plan = lived.plan
    assert plan is not None
    shape = plan.sessions[lived.done % len(plan.sessions)]
    lived.facts.append(_decision(lived, plan, shape))
    session = _id(f"session {nth}")
    sets = [{"session": session, "reserve": 3, **values} for values in _sets(lived, shape, nth)]
    done = [lived.write(SetDone, day, 18, pain_0_10=nth % 3, **values) for values in sets]
    if nth % CORRECTED_EVERY == 0:
        lived.write(SetDone, day, 18, pain_0_10=3, corrects=done[-1].id, **sets[-1])
    ended = {"id": session, "plan": plan.id, "shape": shape.id}
    lived.write(SessionDone, day, 19, minutes=43.0, pain_after_0_10=2, **ended)
    lived.done += 1


def _next_plan(lived: _Life, day: int) -> None:
    """The plan of the next phase, found once for each phase; the last phase is followed by itself."""
    phases = lived.library.programmes[lived.planned[0].programme.id].phases if lived.planned else ()
    if not lived.planned or lived.planned[-1].phase != phases[-1]:
        found = make(fold(lived.facts), lived.library, BEGAN + timedelta(days=day))
        assert isinstance(found, Planned)
        lived.planned.append(found)
    before = fold([] if lived.plan is None else [lived.plan])
    lived.plan = accept(lived.planned[-1], before, lived.stamp(day, 17), lived.library)
    lived.facts.append(lived.plan)
    lived.done = 0


def _decision(lived: _Life, plan: PlanMade, shape: PlannedSession) -> DecisionShown:
    stamp = lived.stamp(lived.last[0], 17)
    items = tuple(
        ShownItem(slot=item.slot, exercise=item.exercise, dose=item.dose, step=Step.HOLD, because=(REASON,))
        for item in shape.items
    )
    return DecisionShown(
        id=decision_id(PERSON, stamp.day, shape.id.encode()),
        person=PERSON,
        at=stamp.at,
        day=stamp.day,
        action="train",
        plan=plan.id,
        shape=shape.id,
        number=lived.done + 1,
        items=items,
        because=(REASON,),
        library=lived.library.version,
    )


def _sets(lived: _Life, shape: PlannedSession, nth: int) -> Iterator[dict[str, Any]]:
    """As many sets as make 3,500 in a year: those that were planned, over and over when they are fewer."""
    many = (nth + 1) * SETS_A_YEAR // SESSIONS_A_YEAR - nth * SETS_A_YEAR // SESSIONS_A_YEAR
    planned = [
        (item, side)
        for item in shape.items
        for side in ([*Side] if lived.library.exercises[item.exercise].one_sided else [None])
    ]
    for each in range(many):
        item, side = planned[each % len(planned)]
        dose = item.dose
        unit = {DoseKind.REPS: "reps", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}[dose.kind]
        amount = dose.amount if dose.kind is DoseKind.REPS else float(dose.amount)
        values = {"exercise": item.exercise, "nth": each // len(planned) + 1, "side": side, unit: amount}
        yield values | {"load_kg": dose.load_kg, "band": dose.band}
