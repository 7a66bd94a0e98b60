"""Which phase a plan is for: phases are left by sessions done and by how those were borne, never by dates.

A plan that is made again within a phase goes on with it; it does not begin it anew."""

from datetime import date
from itertools import takewhile

from gradus.library.library import Library
from gradus.library.types import Phase, Programme
from gradus.planning.irritability import irritability
from gradus.planning.week import sessions_a_week
from gradus.progression.bearing import bearing
from gradus.progression.flare import episodes
from gradus.progression.hurts import hurts
from gradus.progression.occasions import Occasion, occasions
from gradus.record.facts import PlanMade
from gradus.record.history import History
from gradus.record.person import person
from gradus.vocabulary.ids import PhaseId, ProgrammeId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Colour, Irritability

CALM = PhaseId("calm")


def phase_for(
    history: History, library: Library, programme: Programme, before: PlanMade | None, day: date
) -> Phase:
    """The first phase that fits, the present one, or the one after it when its sessions are done and it may
    be left. The last phase is followed by itself."""
    phases = programme.phases
    ids = [phase.id for phase in phases]
    if before is None or before.programme != programme.id or before.phase not in ids:
        high = irritability(person(history), library).what is Irritability.HIGH
        return phases[1] if phases[0].id == CALM and not high and len(phases) > 1 else phases[0]
    here = ids.index(before.phase)
    leaves = _is_done(history, before) and why_stay(history, library, before, day) is None
    return phases[min(here + leaves, len(phases) - 1)]


def why_stay(history: History, library: Library, plan: PlanMade, day: date) -> Reason | None:
    """Why the phase of the plan goes on although its sessions are done; None where it may be left, or is the
    last one."""
    programme = library.programmes.get(plan.programme)
    phase = (
        next((each for each in programme.phases[:-1] if each.id == plan.phase), None) if programme else None
    )
    if phase is None:
        return None
    flares = episodes(history, day)
    if flares and flares[-1].over is None:
        return library.reason(RuleId("phase-waits-for-the-flare"))
    return _not_green(history, library, plan, phase, day) or _lately_red(history, library, phase, day)


def sessions_left(history: History, programme: Programme, phase: Phase, day: date) -> int:
    """How many sessions a plan for the phase is to have: what is left of it where plans before were for it
    too, a week more where all of it is done and it goes on, and all of it where it begins."""
    a_week = sessions_a_week(phase, person(history))
    whole = round(phase.weeks.value * a_week)
    done = len(_in_phase(history, programme.id, phase, day))
    if phase.id == programme.phases[-1].id:
        return whole - done % whole
    return whole - done if done < whole else a_week


def _in_phase(history: History, programme: ProgrammeId, phase: Phase, day: date) -> list[Occasion]:
    """The sessions done in the phase, oldest first, through all plans made for it in a row."""
    made = [plan for plan in history.of(PlanMade) if plan.day <= day]
    plans = takewhile(lambda plan: (plan.programme, plan.phase) == (programme, phase.id), reversed(made))
    return [each for plan in reversed(list(plans)) for each in occasions(history, plan)]


def _is_done(history: History, plan: PlanMade) -> bool:
    return len(occasions(history, plan)) >= plan.sessions_to_do


def _not_green(history: History, library: Library, plan: PlanMade, phase: Phase, day: date) -> Reason | None:
    """That the last sessions of the phase did not all go well. What was not told did not."""
    if phase.green_to_leave is None:
        return None
    count = int(phase.green_to_leave.value)
    ease = irritability(person(history), library).what
    last = [history.sets_of(each.id) for each in _in_phase(history, plan.programme, phase, day)[-count:]]
    if len(last) == count and all(bearing(sets, ease, library.pain).colour is Colour.GREEN for sets in last):
        return None
    pain = f"{library.pain.comfortable_during.value:g}"
    return library.reason(RuleId("phase-until-it-goes-well"), count=count, pain=pain)


def _lately_red(history: History, library: Library, phase: Phase, day: date) -> Reason | None:
    """That an exercise hurt too much in the last days."""
    if phase.red_free_to_leave is None:
        return None
    days = int(phase.red_free_to_leave.value)
    ease = irritability(person(history), library).what
    every = hurts(history, ease, library, day=day, but=frozenset()).values()
    reds = [hurt for found in every for hurt in found if hurt.bearing.colour is Colour.RED]
    if all((day - hurt.day).days >= days for hurt in reds):
        return None
    return library.reason(RuleId("phase-waits-after-red"), days=days)
