"""Every phase of every programme can be trained: its places are filled, its sessions of a sensible length."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from gradus.library.load import load
from gradus.library.types import Phase, Programme, SessionShape
from gradus.planning.minutes import SECONDS_IN_A_MINUTE, session_minutes
from gradus.planning.planner import plan
from gradus.planning.request import Plan
from gradus.progression.floor import least
from gradus.record.parts import PlanItem
from gradus.screening.limits import Limits
from gradus.vocabulary.ids import ProgrammeId
from gradus.vocabulary.scales import DoseKind, Equipment, Weekday
from tests.plans import request

LIBRARY = load()
PHASES = [
    pytest.param(programme, phase, id=f"{programme.id}: {phase.id}")
    for programme in LIBRARY.programmes.values()
    for phase in programme.phases
]

SHORTEST, LONGEST = 8, 65
"""Minutes that a session may take, from its first dose to the last one that its phase has in mind."""
ITS_TRIAL = {"balance-and-hamstrings": (38, 52)}
"""Where the trial's own length is known, 45 minutes: a little shorter at first, a little longer later."""
LASTED = {
    "balance-and-hamstrings": (6, 18),
    "runners-leg-strength": (8, 56),
    "runners-back-extensors": (8, 56),
    "runners-stabilisation": (8, 56),
    "free-weights-16-weeks": (16, 48),
    "deadlift-and-education": (8, 12),
    "posterior-chain-12-weeks": (12, 24),
}
"""Weeks and sessions of the trials that tell both."""
LONGEST_WORK_S = 30 * SECONDS_IN_A_MINUTE
"""The longest that one set asks for: a walk of half an hour."""

EVERYTHING: dict[str, Any] = {
    "equipment": list(Equipment),
    "bands": ("light", "medium", "heavy"),
    "dumbbells_kg": (4.0, 8.0, 12.0, 16.0),
    "days": list(Weekday),
    "minutes": 90,
}
HEAVY: dict[str, Any] = {"phase": True, "calm": True, "watched": ["barbell-squat", "conventional-deadlift"]}


@cache
def week(programme: Programme, phase: Phase, *, lifts: bool = False) -> Plan:
    """The week of a cleared person without limits who has everything; one who lifts has earned the heaviest
    exercises."""
    asked = request(
        LIBRARY,
        programme=programme.id,
        phase=phase.id,
        person=EVERYTHING,
        earned=HEAVY if lifts else {},
    )
    found = plan(asked, LIBRARY)
    assert isinstance(found, Plan)
    return found


def places(shapes: tuple[SessionShape, ...], *, optional: bool) -> set[tuple[str, str]]:
    return {(shape.id, slot.id) for shape in shapes for slot in shape.slots if optional or not slot.optional}


def filled(found: Plan) -> set[tuple[str, str]]:
    return {(session.id, item.slot) for session in found.sessions for item in session.items}


def grown(item: PlanItem) -> PlanItem:
    """The item at the top of its range with all the sets that the plan has in mind."""
    dose = item.dose.but(sets=item.sets_goal, amount=item.dose.top)
    return PlanItem(
        slot=item.slot, exercise=item.exercise, dose=dose, sets_goal=item.sets_goal, because=item.because
    )


def lengths(found: Plan) -> Iterator[tuple[str, float, float]]:
    """Each session with its minutes at first and at most."""
    for session in found.sessions:
        yield session.id, session.minutes, session_minutes(map(grown, session.items), LIBRARY, Limits())


@pytest.mark.parametrize(("programme", "phase"), PHASES)
def test_every_place_is_filled(programme: Programme, phase: Phase) -> None:
    found = week(programme, phase)
    assert found.phase == phase.id
    assert found.left_empty == ()
    assert places(phase.sessions, optional=False) <= filled(found)


@pytest.mark.parametrize(("programme", "phase"), PHASES)
def test_an_optional_place_that_names_an_exercise_is_filled_for_somebody(
    programme: Programme, phase: Phase
) -> None:
    named = {(shape.id, slot.id) for shape in phase.sessions for slot in shape.slots if slot.exercise}
    assert named <= filled(week(programme, phase)) | filled(week(programme, phase, lifts=True))


@pytest.mark.parametrize(("programme", "phase"), PHASES)
def test_a_session_is_of_a_sensible_length(programme: Programme, phase: Phase) -> None:
    shortest, longest = ITS_TRIAL.get(programme.id, (SHORTEST, LONGEST))
    for session, at_first, at_most in lengths(week(programme, phase)):
        told = f"{session}: {at_first:.0f} to {at_most:.0f} minutes"
        assert shortest <= at_first <= at_most <= longest, told


@pytest.mark.parametrize(("programme", "phase"), PHASES)
def test_no_set_is_endless(programme: Programme, phase: Phase) -> None:
    held = [item for session in week(programme, phase).sessions for item in session.items]
    assert all(item.dose.top <= LONGEST_WORK_S for item in held if item.dose.kind is DoseKind.TIME)


@pytest.mark.parametrize(("programme", "phase"), PHASES)
def test_a_session_begins_gently_and_the_hard_lifts_come_before_the_stretch(
    programme: Programme, phase: Phase
) -> None:
    for session in week(programme, phase).sessions:
        patterns = [LIBRARY.exercises[item.exercise].pattern for item in session.items]
        walks = [nth for nth, each in enumerate(patterns) if each == "walk"]
        assert walks in ([], [0])
        ends = {nth for nth, each in enumerate(patterns) if each in ("mobility", "calm")}
        assert ends <= {0, len(patterns) - 1}


@pytest.mark.parametrize("id_", LASTED)
def test_a_programme_lasts_as_long_as_its_trial(id_: str) -> None:
    phases = LIBRARY.programmes[ProgrammeId(id_)].phases
    weeks = sum(phase.weeks.value for phase in phases)
    sessions = sum(phase.weeks.value * phase.sessions_per_week.value for phase in phases)
    assert (weeks, sessions) == LASTED[id_]


def test_no_walk_and_no_calm_work_begins_below_the_least() -> None:
    starts = [(each, each.dose.range[0]) for each in LIBRARY.exercises.values()]
    starts += [
        (LIBRARY.exercises[slot.exercise], slot.seconds[0])
        for programme in LIBRARY.programmes.values()
        for phase in programme.phases
        for shape in phase.sessions
        for slot in shape.slots
        if slot.exercise is not None and slot.seconds is not None
    ]
    fewest = [(least(exercise, LIBRARY), seconds) for exercise, seconds in starts]
    assert all(seconds >= few for few, seconds in fewest if few is not None)
    assert LIBRARY.planning.brief_walk.value * SECONDS_IN_A_MINUTE >= LIBRARY.pain.least_walk.value
