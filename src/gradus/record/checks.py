"""What the types of facts cannot say: faults of a record as a whole, and of a fact against itself."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gradus.record.envelope import Envelope
from gradus.record.facts import (
    Clearance,
    Correction,
    DecisionShown,
    Fact,
    Lock,
    Milestone,
    Override,
    Pause,
    PlanMade,
    Profile,
    ScreenAnswers,
    SessionDone,
    TechniqueChecked,
    TestResult,
)
from gradus.record.history import History, in_order
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId

DAYS_AHEAD = 1
"""Somewhere on earth it is already tomorrow."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be right. `fact` is None when it concerns the whole record."""

    fact: FactId | None
    what: str
    advice: str

    @property
    def says(self) -> str:
        """The fault as one sentence."""
        return f"{self.fact or 'the record'}: {self.what}; {self.advice}"


def faults(history: History, today: date) -> tuple[Fault, ...]:
    """Everything that cannot be right in this record on this day, in an order that does not depend on
    arrival. None of it is lost or mended: a fault is told, and a later fact corrects it."""
    found = [*_people(history), *_unknown(history), *_conflicts(history), *_corrections(history)]
    return (*found, *_future(history, today), *_contradictions(history))


def _people(history: History) -> Iterator[Fault]:
    people = {fact.person for fact in history.received.values()}
    if len(people) > 1:
        what = f"holds facts of {len(people)} people: {', '.join(sorted(people))}"
        yield Fault(None, what, "keep one record for each person")


def _unknown(history: History) -> Iterator[Fault]:
    kinds = Counter((each.kind, each.v) for each in history.unknown)
    for (kind, version), times in sorted(kinds.items()):
        what = f"holds {times} of the kind {kind!r}, version {version}, which this Gradus does not know"
        yield Fault(None, what, "they are kept and used for nothing; a newer Gradus may know them")


def _conflicts(history: History) -> Iterator[Fault]:
    for id_ in sorted(history.conflicts):
        what = f"came with {len(history.conflicts[id_]) + 1} different contents"
        yield Fault(id_, what, "one of them is used; if it is the wrong one, correct it with a new fact")
    for unknown in history.unknown:
        if unknown.id in history.received:
            what = "came as a fact of a newer version too"
            yield Fault(unknown.id, what, "the one that is known here is used; a newer Gradus may know both")


def _corrections(history: History) -> Iterator[Fault]:
    for fact in history.misdirected:
        what = f"corrects {fact.corrects}, which is of another kind or person, or was written by a clinician"
        yield Fault(fact.id, what, "it changes nothing; send it again for the fact that is meant")
    unknown = {each.id for each in history.unknown}
    corrections = [fact for fact in history.received.values() if fact.corrects is not None]
    idle = [fact for fact in history.rows.get(Correction, ()) if fact.corrects is None]
    for fact in sorted((*corrections, *idle), key=in_order):
        yield from _correction(fact, history.received, unknown)


def _correction(fact: Fact, received: Mapping[FactId, Fact], unknown: set[FactId]) -> Iterator[Fault]:
    if fact.corrects is None:
        yield Fault(fact.id, "takes back nothing: `corrects` is null", "name the fact that is meant")
    elif fact.corrects == fact.id:
        yield Fault(fact.id, "corrects itself", "name the fact that is meant")
    elif fact.corrects not in received and fact.corrects not in unknown:
        what = f"corrects {fact.corrects}, which is not in this record"
        yield Fault(fact.id, what, "it waits for that fact; if none will come, name the one that is meant")
    elif isinstance(fact, Correction) and isinstance(received.get(fact.corrects), ScreenAnswers):
        what = "takes back answers to the safety screen, which cannot be taken back"
        yield Fault(fact.id, what, "answer the screen again; a lock ends by a clearance only")


def _future(history: History, today: date) -> Iterator[Fault]:
    last = date.fromordinal(min(today.toordinal() + DAYS_AHEAD, date.max.toordinal()))
    late = [fact for fact in history.received.values() if fact.day > last or fact.at.date() > last]
    for fact in sorted(late, key=in_order):
        when = f"is about {fact.day}" if fact.day > last else f"was written at {fact.at.isoformat()}"
        yield Fault(fact.id, f"{when}, which lies in the future", f"today is {today}; correct its date")


def _contradictions(history: History) -> Iterator[Fault]:
    for kind, against_itself in _AGAINST_ITSELF.items():
        for fact in history.rows.get(kind, ()):
            for what, advice in against_itself(fact, history):
                yield Fault(fact.id, what, advice)


Said = Iterator[tuple[str, str]]


def _screen(fact: ScreenAnswers, _history: History) -> Said:
    for item in sorted(fact.answers.keys() & fact.numbers.keys()):
        yield f"answers {item} in words and with a number", "answer it again, in one way"


def _profile(fact: Profile, _history: History) -> Said:
    for exercise in sorted({*(fact.likes or ())} & {*(fact.dislikes or ())}):
        yield f"both likes and dislikes {exercise}", "name it in one of the two"


def _test(fact: TestResult, _history: History) -> Said:
    if fact.answers == {}:
        yield "lists answers, and there are none", "leave `answers` out when only the value is known"


def _milestone(fact: Milestone, _history: History) -> Said:
    if not fact.words.strip():
        yield "says nothing: its words are blank", "say what was reached, or take it back"


def _until(fact: Pause | Lock, _history: History) -> Said:
    if fact.until is not None and fact.until < fact.day:
        yield f"ends on {fact.until}, before it begins on {fact.day}", "correct one of the two days"


def _clearance(fact: Clearance, _history: History) -> Said:
    if fact.examined_on > fact.day:
        what = f"tells on {fact.day} of an examination on {fact.examined_on}, a later day"
        yield what, "correct the day of the examination"


def _session(fact: SessionDone, history: History) -> Said:
    if fact.ended == "skipped" and history.sets_of(fact.session):
        yield (
            "was skipped, yet holds sets all the same",
            'correct it to "stopped" or "finished"',
        )


def _override(fact: Override, _history: History) -> Said:
    if fact.dose is None and fact.lifts is None:
        yield "neither sets a dose nor lifts a lock", "say which of the two is meant"
    if fact.dose is not None:
        yield from _dose(fact.exercise, fact.dose)


def _technique(fact: TechniqueChecked, _history: History) -> Said:
    if not fact.watched_by.strip():
        yield "names nobody who watched", "say who it was"


def _decision(fact: DecisionShown, _history: History) -> Said:
    if fact.short == "no" and fact.whole:
        yield "tells a whole session beside one that is not short", 'say "less-time" or "low-day"'
    missing = {item.exercise for item in fact.items} - {item.exercise for item in fact.whole}
    if fact.short != "no" and missing:
        named = ", ".join(sorted(missing))
        yield f"asks in short for what the whole session has not: {named}", "send it again with `whole`"


def _plan(fact: PlanMade, _history: History) -> Said:
    if fact.objective - fact.bound >= 1:  # objectives are whole numbers, and a bound is rounded
        yield f"claims {fact.objective}, more than its own bound of {fact.bound:g}", "make the plan again"
    for session in fact.sessions:
        for item in session.items:
            yield from _dose(item.exercise, item.dose)


def _dose(exercise: ExerciseId, dose: Dose) -> Said:
    if not dose.low <= dose.amount <= dose.top:
        what = f"asks {exercise} for {dose.amount}, outside of {dose.low} to {dose.top}"
        yield what, "correct the amount or the range"


_AGAINST_ITSELF: dict[type[Envelope], Callable[[Any, History], Said]] = {
    ScreenAnswers: _screen,
    Profile: _profile,
    PlanMade: _plan,
    SessionDone: _session,
    Milestone: _milestone,
    TestResult: _test,
    Pause: _until,
    Clearance: _clearance,
    Lock: _until,
    Override: _override,
    TechniqueChecked: _technique,
    DecisionShown: _decision,
}
