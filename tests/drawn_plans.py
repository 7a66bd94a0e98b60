"""People, weeks and plans as Hypothesis draws them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.library.types import Phase, SessionShape, Slot
from gradus.planning.planner import plan
from gradus.planning.request import Earned, NoPlan, Plan, Request
from gradus.record.parts import PlanItem, PlannedSession
from gradus.record.person import Person
from gradus.screening.cleared import clear
from gradus.screening.limits import combine
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, PhaseId, RuleId
from gradus.vocabulary.scales import (
    Caution,
    Equipment,
    Irritability,
    Pattern,
    Position,
    Weekday,
)
from tests.plans import ON, WITHHELD

REST_S = (0, 15, 0, 5, 20)
HARD = (Pattern.HINGE, Pattern.EXTENSION)
PATTERNS = (
    Pattern.SQUAT,
    Pattern.BRIDGE,
    Pattern.HINGE,
    Pattern.HIP,
    Pattern.LATERAL,
    Pattern.PULL,
    Pattern.WALK,
)


def some(values: Any, most: int = 4, *, least: int = 0) -> st.SearchStrategy[Any]:
    return _some(tuple(sorted(values)), most, least)


@cache
def _some(values: tuple[Any, ...], most: int, least: int) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True).map(tuple)


def crowded_with(names: str, library: Library) -> Library:
    """Each exercise several times, under other names, some a little shorter or longer: many weeks are worth
    the same, and many choices are outdone by others."""
    copies = {
        ExerciseId(f"{name}-{id_}"): replace(
            own,
            id=ExerciseId(f"{name}-{id_}"),
            easier=None,
            harder=None,
            entry=None,
            dose=replace(own.dose, rest_s=own.dose.rest_s + REST_S[(len(id_) + nth) % len(REST_S)]),
        )
        for id_, own in library.exercises.items()
        for nth, name in enumerate(names)
    }
    return replace(library, exercises={**library.exercises, **copies})


@cache
def people(exercises: frozenset[ExerciseId]) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        equipment=st.none() | st.just(tuple(Equipment)) | some(Equipment, 8),
        bands=st.none() | st.just(("yellow", "red")),
        dumbbells_kg=st.none() | st.just((8.0, 4.0)),
        minutes=st.none() | st.integers(5, 60),
        days=st.none() | some(Weekday, 7),
        cannot_take=st.none() | some(Position, 3),
        provoked_by=some(Caution, 3),
        likes=some(exercises),
        dislikes=some(exercises),
        goal_patterns=some(Pattern, 2),
        long_run_on=st.none() | some(Weekday, 2),
    )


@st.composite
def doses(draw: st.DrawFn, library: Library, exercise: ExerciseId) -> Dose:
    own = library.exercises[exercise].dose
    low, top = own.range
    return Dose(
        kind=own.kind,
        sets=draw(st.integers(1, 5)),
        amount=draw(st.integers(low, top)),
        low=low,
        top=top,
        rest_s=own.rest_s,
        reserve=own.reserve,
        load_kg=draw(st.none() | st.sampled_from([2.0, 6.0])) if own.load == "dumbbell" else None,
        band="green" if own.load == "band" else None,
    )


@st.composite
def requests(draw: st.DrawFn, library: Library, phase: Phase | None = None) -> Request:
    """A request of anybody, cleared in full or for calm work, for any programme."""
    ids = frozenset(library.exercises)
    programme = library.programmes[draw(st.sampled_from(sorted(library.programmes)))]
    limits = [(limit, RuleId("drawn")) for limit in draw(some(library.limits, 2))]
    trained = draw(some(ids, 6))
    return Request(
        cleared=clear(
            draw(st.sampled_from(["full", "full", "full", "calm"])),
            combine(limits, library),
            on=ON,
            because=(),
        ),
        person=draw(people(ids)),
        scores={each: draw(st.integers(0, 60)) for each in draw(some(library.measures, 6))},
        programme=programme,
        phase=phase or draw(st.sampled_from(programme.phases)),
        irritability=draw(st.sampled_from([*Irritability, Irritability.LOW])),
        current={each: draw(doses(library, each)) for each in trained},
        withheld=dict.fromkeys(draw(some(ids, 2)), WITHHELD),
        earned=draw(
            st.builds(Earned, phase=st.booleans(), calm=st.booleans(), watched=some(ids, 6).map(frozenset))
        ),
    )


@st.composite
def small_phases(draw: st.DrawFn, library: Library, *, slots_each: int = 3, patterns: int = 2) -> Phase:
    """A phase of one or two sessions with up to three slots each, some optional."""
    like = library.programmes[min(library.programmes)].phases[0]
    slots = st.builds(
        Slot,
        id=st.just("-"),
        patterns=some(PATTERNS, patterns, least=1),
        optional=st.booleans(),
        sets=st.integers(1, 3),
    )
    shapes = []
    for name in draw(st.sampled_from(["a", "ab"])):
        drawn = draw(st.lists(slots, min_size=1, max_size=slots_each))
        named = tuple(replace(slot, id=f"{nth}") for nth, slot in enumerate(drawn))
        shapes.append(SessionShape(id=name, title=name, slots=named))
    often = replace(like.sessions_per_week, value=draw(st.integers(1, 3)))
    return replace(like, id=PhaseId("small"), sessions=tuple(shapes), sessions_per_week=often)


def drawn_plan(data: st.DataObject, library: Library) -> tuple[Request, Plan]:
    request = data.draw(requests(library))
    found = plan(request, library)
    if isinstance(found, NoPlan) and found.freed is not None:
        request, found = found.freed, plan(found.freed, library)
    assume(isinstance(found, Plan))
    assert isinstance(found, Plan)
    return request, found


def items(found: Plan) -> Iterator[tuple[PlannedSession, PlanItem]]:
    return ((session, item) for session in found.sessions for item in session.items)


def phase_of(request: Request, found: Plan) -> Phase:
    return next(each for each in (request.phase, *request.programme.phases) if each.id == found.phase)
