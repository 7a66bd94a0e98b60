"""Which phase a plan is for: phases are left by sessions done and by how those were borne, never by dates.

A plan that is made again within a phase goes on with it; it does not begin it anew."""

from datetime import date
from itertools import takewhile

from gradus.journey.exits import (
    NOTHING_HEAVIER,
    UNTIL_REACHED,
    UNTIL_STRONGER,
    not_grown,
    opens_nothing,
    reached,
)
from gradus.library.library import Library
from gradus.library.types import Phase, Programme
from gradus.planning.irritability import irritability
from gradus.planning.week import sessions_a_week
from gradus.progression.flare import episodes
from gradus.progression.hurts import hurts
from gradus.progression.judging import Judge, judge, known
from gradus.progression.occasions import Occasion, occasions
from gradus.record.facts import Clearance, PlanMade, SetDone
from gradus.record.history import History
from gradus.record.person import person
from gradus.vocabulary.ids import ExerciseId, PhaseId, ProgrammeId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Colour, Irritability
from gradus.vocabulary.week import WEEK

CALM = PhaseId("calm")
FOR_LONG = RuleId("calm-for-long")
WAITS_FOR_THE_FLARE = RuleId("phase-waits-for-the-flare")
WITH_THE_SAME_PLAN = frozenset({WAITS_FOR_THE_FLARE, UNTIL_STRONGER, UNTIL_REACHED, NOTHING_HEAVIER})
"""Why a phase goes on beyond its sessions without a new plan, so that nothing in it begins anew."""


def phase_for(
    history: History, library: Library, programme: Programme, before: PlanMade | None, day: date
) -> Phase:
    """The first phase that fits, the present one, or the one after it when its sessions are done and it may
    be left. The last phase is followed by itself. A back that is easily stirred up gets the calm phase."""
    phases = programme.phases
    ids = [phase.id for phase in phases]
    if has_calm(programme) and irritability(person(history), library).what is Irritability.HIGH:
        return phases[0]
    if before is None or before.programme != programme.id or before.phase not in ids:
        return phases[1] if has_calm(programme) and len(phases) > 1 else phases[0]
    here = phases[ids.index(before.phase)]
    if here is phases[-1] or not _is_done(history, before):
        return here
    return (
        here
        if why_stay(history, library, before, day) is not None
        else _after(history, library, here, programme, day)
    )


def why_stay(history: History, library: Library, plan: PlanMade, day: date) -> Reason | None:
    """Why the phase of the plan goes on although its sessions are done; None where it may be left, or is the
    last one."""
    programme = library.programmes.get(plan.programme)
    phase = (
        next((each for each in programme.phases[:-1] if each.id == plan.phase), None) if programme else None
    )
    if phase is None:
        return None
    if in_flare(history, day):
        return library.reason(WAITS_FOR_THE_FLARE)
    if phase.id == CALM and irritability(person(history), library).what is Irritability.HIGH:
        return library.reason(RuleId("phase-while-irritable"))
    by = judge(history, library, day)
    borne = _not_green(history, by, plan, phase, day) or _lately_red(history, by, phase, day)
    return borne or _not_reached(history, library, plan, phase, day)


def why_leave(history: History, library: Library, plan: PlanMade, day: date) -> Reason:
    """Why the next phase is open, when the sessions of the plan's phase are done and nothing keeps it."""
    what = what_was_reached(history, library, plan, day)
    return library.reason(RuleId("raise-phase"), sessions=plan.sessions_to_do) if what is None else what


def what_was_reached(history: History, library: Library, plan: PlanMade, day: date) -> Reason | None:
    """The goal or the gain that ends the phase of the plan; None where it does not end by one."""
    programme = library.programmes.get(plan.programme)
    phases = () if programme is None else programme.phases[:-1]
    phase = next((each for each in phases if each.id == plan.phase), None)
    if programme is None or phase is None or not _asks_for_it(history, library, phase, programme, day):
        return None
    return reached(history, library, day)


def _after(history: History, library: Library, here: Phase, programme: Programme, day: date) -> Phase:
    """The phase that follows; the one after it where limits of health leave nothing of what it is for."""
    nth = programme.phases.index(here) + 1
    follows, *others = programme.phases[nth:]
    return others[0] if others and opens_nothing(history, library, here, follows, day) else follows


def _asks_for_it(history: History, library: Library, here: Phase, programme: Programme, day: date) -> bool:
    """Whether a goal or a gain that matters ends this phase: it says so itself, or the one that says so is
    passed over."""
    follows = programme.phases[programme.phases.index(here) + 1]
    passed_over = follows.ends_when_reached and opens_nothing(history, library, here, follows, day)
    return here.ends_when_reached or passed_over


def _not_reached(
    history: History, library: Library, plan: PlanMade, phase: Phase, day: date
) -> Reason | None:
    """What the phase waits for beside sessions that went well."""
    every = _plans_of(history, plan.programme, phase, day) or [plan]
    if (weak := not_grown(history, library, phase, (every[0], every[-1]))) is not None:
        return weak
    programme = library.programmes[plan.programme]
    if not _asks_for_it(history, library, phase, programme, day) or reached(history, library, day):
        return None
    return library.reason(UNTIL_REACHED if phase.ends_when_reached else NOTHING_HEAVIER)


def in_flare(history: History, day: date) -> bool:
    """Whether a flare is on, the day on which it begins included."""
    flares = episodes(history, day)
    return bool(flares) and flares[-1].over is None


def has_calm(programme: Programme) -> bool:
    """Whether the programme begins with a calm phase for those who need one."""
    return programme.phases[0].id == CALM


def calm_again(history: History, library: Library, plan: PlanMade, day: date) -> Reason | None:
    """Why a calm plan comes before anything else: the back has become easily stirred up since the plan was
    made. None where it has not, and in the calm phase."""
    told = known(history, library, day)
    made = (plan.day, plan.at)
    then = [each.irritability for each in told if each.at is not None and (each.since, each.at) <= made]
    since = [each.irritability for each in told if each.at is not None and (each.since, each.at) > made]
    high = bool(since) and since[-1] is Irritability.HIGH
    before = then[-1] if then else Irritability.MODERATE
    was_calmer = any(each is not Irritability.HIGH for each in (before, *since))
    if plan.phase == CALM or not (high and was_calmer):
        return None
    return library.reason(RuleId("calm-again"))


def calm_for_long(history: History, library: Library, plan: PlanMade, day: date) -> Reason | None:
    """That somebody should have a look because the phase is not left for so many weeks since it began, or
    since a clinician looked at it; None before that, and where the phase knows no such time."""
    programme = library.programmes.get(plan.programme)
    phases = () if programme is None else programme.phases
    phase = next((each for each in phases if each.id == plan.phase), None)
    if phase is None or phase.look_after is None:
        return None
    began = _plans_of(history, plan.programme, phase, day)[0].day
    looked = [
        fact.day
        for fact in history.of(Clearance)
        if fact.day <= day and FOR_LONG in fact.rules and fact.id not in history.conflicts
    ]
    weeks = (day - max([began, *looked])).days // WEEK
    if weeks < phase.look_after.value:
        return None
    return library.reason(FOR_LONG, weeks=(day - began).days // WEEK)


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
    return [each for plan in _plans_of(history, programme, phase, day) for each in occasions(history, plan)]


def _plans_of(history: History, programme: ProgrammeId, phase: Phase, day: date) -> list[PlanMade]:
    """The latest plans in a row that were made for the phase, oldest first."""
    made = [plan for plan in history.of(PlanMade) if plan.day <= day]
    plans = takewhile(lambda plan: (plan.programme, plan.phase) == (programme, phase.id), reversed(made))
    return list(reversed(list(plans)))


def _is_done(history: History, plan: PlanMade) -> bool:
    return len(occasions(history, plan)) >= plan.sessions_to_do


def _not_green(history: History, by: Judge, plan: PlanMade, phase: Phase, day: date) -> Reason | None:
    """That the last sessions of the phase did not all go well. What was not told did not."""
    if phase.green_to_leave is None:
        return None
    library, count = by.library, int(phase.green_to_leave.value)
    last = _in_phase(history, plan.programme, phase, day)[-count:]
    if len(last) == count and all(_went_well(history, by, each) for each in last):
        return None
    pain = f"{library.pain.comfortable_during.value:g}"
    return library.reason(RuleId("phase-until-it-goes-well"), count=count, pain=pain)


def _went_well(history: History, by: Judge, occasion: Occasion) -> bool:
    """Whether every exercise of the session was borne green or as usual."""
    done, known = history.kept.of(_by_exercise, history.sets_of(occasion.id)), by.library.exercises
    return bool(done) and all(
        by.went_well(sets, occasion.day, known.get(name)) for name, sets in done.items()
    )


def _by_exercise(sets: tuple[SetDone, ...]) -> dict[ExerciseId, tuple[SetDone, ...]]:
    names = dict.fromkeys(fact.exercise for fact in sets)
    return {name: tuple(fact for fact in sets if fact.exercise == name) for name in names}


def _lately_red(history: History, by: Judge, phase: Phase, day: date) -> Reason | None:
    """That an exercise hurt too much in the last days."""
    if phase.red_free_to_leave is None:
        return None
    days = int(phase.red_free_to_leave.value)
    every = hurts(history, by, day=day, but=frozenset()).values()
    reds = [hurt for found in every for hurt in found if hurt.bearing.colour is Colour.RED]
    if all((day - hurt.day).days >= days for hurt in reds):
        return None
    return by.library.reason(RuleId("phase-waits-after-red"), days=days)
