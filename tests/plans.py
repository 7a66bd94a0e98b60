"""Requests for tests, written as short as their examples are."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from gradus.library.library import Library
from gradus.library.types import Phase, Programme, SessionShape, Slot
from gradus.planning.irritability import irritability
from gradus.planning.request import Earned, NoPlan, Plan, Request
from gradus.record.person import Person
from gradus.screening.cleared import clear
from gradus.screening.limits import combine
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, LimitId, PhaseId, ProgrammeId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import (
    Caution,
    DoseKind,
    Equipment,
    Irritability,
    Pattern,
    Position,
    Weekday,
)

ON = date(2026, 3, 2)
HOME = (Equipment.CHAIR, Equipment.WALL)
WITHHELD = Reason(RuleId("stopped-by-clinician"), "Your clinician has stopped this exercise for now.")

KINDS: Mapping[str, Any] = {
    "equipment": Equipment,
    "days": Weekday,
    "runs_on": Weekday,
    "long_run_on": Weekday,
    "cannot_take": Position,
    "provoked_by": Caution,
    "goal_patterns": Pattern,
}


def person(**said: Any) -> Person:
    """A person with a chair and a wall, unless told otherwise; lists are read as what they name."""
    told = {
        key: tuple(map(KINDS.get(key, _as_is), v)) if isinstance(v, list) else v for key, v in said.items()
    }
    return Person(**({"equipment": HOME} | told))


def request(library: Library, **given: Any) -> Request:
    """A request of a cleared person with low irritability for the individual programme's phase "build".

    `week` makes a phase of its own: session ids with slots, each a pattern, "exercise:…", or either with "?"
    for an optional one; `per_week` is then its sessions a week and
    `highest_new_rank` the highest rank that it begins. `earned` says what is known of the way to the
    heaviest. The irritability "as-told" is what the person's own words make of it.
    """
    programme = library.programmes[ProgrammeId(given.get("programme", "individual"))]
    limits = combine(((LimitId(id_), RuleId("told")) for id_ in given.get("limits", ())), library)
    asked = Request(
        cleared=clear(given.get("scope", "full"), limits, on=ON, because=()),
        person=person(**given.get("person", {})),
        scores=given.get("scores", {}),
        programme=programme,
        phase=phase(programme, given.get("phase", "build" if programme.kind == "individual" else None)),
        irritability=_irritability(given, library),
        current={ExerciseId(id_): dose(library, id_, **d) for id_, d in given.get("current", {}).items()},
        withheld={ExerciseId(id_): WITHHELD for id_ in given.get("withheld", ())},
        earned=earned(**given.get("earned", {})),
        age=given.get("age"),
        on_foot_min=given.get("on_foot_min"),
    )
    return replace(asked, phase=_made(asked.phase, given)) if "week" in given else asked


def _irritability(given: Mapping[str, Any], library: Library) -> Irritability:
    told = given.get("irritability", "low")
    if told == "as-told":
        return irritability(person(**given["person"]), library).what
    return Irritability(told)


def earned(*, phase: bool = False, calm: bool = False, watched: Collection[str] = ()) -> Earned:
    """What is known of the way to the heaviest exercises."""
    return Earned(phase=phase, calm=calm, watched=frozenset(map(ExerciseId, watched)))


def phase(programme: Programme, id_: str | None) -> Phase:
    """The phase of this id, or the first."""
    return next(each for each in programme.phases if id_ in (None, each.id))


def dose(library: Library, exercise: str, **changed: Any) -> Dose:
    """The exercise's own start dose, at the bottom of its range, with changes."""
    own = library.exercises[ExerciseId(exercise)].dose
    low, top = own.range
    held: dict[str, Any] = {
        "kind": own.kind,
        "sets": own.sets,
        "amount": low,
        "low": low,
        "top": top,
        "rest_s": own.rest_s,
    }
    held |= {"reserve": own.reserve, "hold_s": own.hold_s, "tempo": own.tempo}
    if "kind" in changed:
        changed["kind"] = DoseKind(changed["kind"])
    return Dose(**(held | changed))


def ranked(library: Library, ranks: Mapping[str, int]) -> Library:
    """The library with these exercises at other lumbar ranks."""
    changed = {
        id_: replace(each, lumbar_rank=ranks.get(id_, each.lumbar_rank))
        for id_, each in library.exercises.items()
    }
    return replace(library, exercises=changed)


def held(plan: Plan | NoPlan) -> dict[str, str]:
    """What fills each place, by "session/slot"."""
    assert isinstance(plan, Plan)
    return {f"{session.id}/{item.slot}": item.exercise for session in plan.sessions for item in session.items}


def _made(like: Phase, given: Mapping[str, Any]) -> Phase:
    shapes = tuple(
        SessionShape(id=id_, title=id_, slots=tuple(map(_slot, range(len(slots)), slots)))
        for id_, slots in given["week"].items()
    )
    grows = given.get("grows", like.grows)
    often = replace(like.sessions_per_week, value=given.get("per_week", len(shapes)))
    return replace(
        like,
        id=PhaseId("made"),
        sessions=shapes,
        grows=grows,
        sessions_per_week=often,
        highest_new_rank=given.get("highest_new_rank"),
    )


def _slot(number: int, words: str) -> Slot:
    name = words.removesuffix("?")
    optional = name != words
    if name.startswith("exercise:"):
        return Slot(id=f"{number}", exercise=ExerciseId(name.removeprefix("exercise:")), optional=optional)
    return Slot(id=f"{number}", patterns=tuple(map(Pattern, name.split("|"))), optional=optional)


def _as_is(value: Any) -> Any:
    return value
