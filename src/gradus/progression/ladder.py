"""Ladders: which rung a person may take, the next one down or up, and the dose a rung begins with."""

from collections.abc import Iterator

from gradus.library.library import Library
from gradus.library.types import Exercise, Phase
from gradus.planning.barriers import HARD_HINGES, is_above_the_phase, most_high_rank
from gradus.planning.doses import lightest, weakest
from gradus.planning.rungs import below as easier_steps
from gradus.planning.rungs import must_be_earned, reaches
from gradus.planning.weights import is_weighted, own_weights
from gradus.progression.around import Around
from gradus.progression.doses import with_amount
from gradus.record.person import Person
from gradus.screening.limits import Limits
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Pattern

CALM = (Pattern.WALK, Pattern.CALM)
HOURS_IN_A_WEEK = 168
LIMIT = RuleId("limit-stands-against")
SUPPORT = RuleId("support-not-there")
EQUIPMENT = RuleId("equipment-gone")
POSITION = RuleId("position-gone")


def against(exercise: Exercise, around: Around) -> Reason | None:
    """Why the person may not do this exercise today at all: a lock, a retirement, the screen, or something
    that they lack. None when they may. Equipment and positions that were never told speak against nothing."""
    if (held := around.withheld.get(exercise.id)) is not None:
        return held
    if around.cleared.scope == "calm" and (exercise.dose.load != "none" or exercise.pattern not in CALM):
        return around.reason("calm-only-until-seen", exercise=exercise.en.name)
    limits, person = around.cleared.limits, around.person
    return around.judge.kept.of(_forbidden, exercise, limits, person, around.library)


def _forbidden(exercise: Exercise, limits: Limits, person: Person, library: Library) -> Reason | None:
    """What limits of health forbid, and what the person lacks for it. A support has to be known to be there;
    of all else, what was never told speaks against nothing."""
    name, owned = exercise.en.name, person.equipment
    if broken := limits.against(exercise):
        says = " ".join(library.limits[limit].says for limit in broken)
        return library.reason(LIMIT, exercise=name, limit=says)
    if limits.lacks_support(exercise, owned or ()):
        return library.reason(SUPPORT, exercise=name)
    if missing := [need.value for need in exercise.needs if owned is not None and need not in owned]:
        return library.reason(EQUIPMENT, exercise=name, missing=", ".join(missing))
    if exercise.position in (person.cannot_take or ()):
        return library.reason(POSITION, exercise=name)
    return None


def is_open(exercise: Exercise, around: Around) -> bool:
    """Whether the person may begin this exercise: nothing is against it, all that it needs is known to be
    there, no other place of the plan holds it, the phase begins exercises of its rank, and it is none of the
    heaviest: those wait for a new plan."""
    owned = set(around.person.equipment or ())
    free_of_them = not is_weighted(exercise) or exercise.dose.load == "machine"
    weights = free_of_them or bool(own_weights(exercise, around.person))
    waits = must_be_earned(exercise, around.library) or is_above_the_phase(exercise, phase_of(around))
    free = exercise.id not in around.taken and not waits
    return free and weights and owned.issuperset(exercise.needs) and against(exercise, around) is None


def below(exercise: Exercise, around: Around) -> Iterator[Exercise]:
    """The easier rungs, the nearest first."""
    every = around.library.exercises
    return (every[id_] for id_ in easier_steps(exercise.id, every))


def easier_rung(exercise: Exercise, around: Around) -> Exercise | None:
    """The nearest easier rung that is open."""
    return next((rung for rung in below(exercise, around) if is_open(rung, around)), None)


def harder_rung(exercise: Exercise, around: Around) -> Exercise | None:
    """The next harder rung, when it is open, its home test says nothing against it, and the back's load over
    the week stays as the plan may have it."""
    if exercise.harder is None:
        return None
    rung = around.library.exercises[exercise.harder]
    fits = is_open(rung, around) and _passes(rung, around) and _load_fits(rung, around)
    return rung if fits else None


def begin(rung: Exercise, before: Dose, around: Around) -> Dose:
    """The dose a rung begins with in the place of another exercise: the bottom of its range with the lightest
    that the person owns, no more sets than before, and as much in reserve as before."""
    low, top = rung.dose.range
    reserve = rung.dose.reserve
    return Dose(
        kind=rung.dose.kind,
        sets=min(rung.dose.sets, before.sets),
        amount=low,
        low=low,
        top=top,
        rest_s=rung.dose.rest_s,
        reserve=reserve if reserve is None or before.reserve is None else before.reserve,
        load_kg=lightest(rung, around.person),
        band=weakest(rung, around.person),
        hold_s=rung.dose.hold_s,
        tempo=rung.dose.tempo,
    )


def begin_lower(rung: Exercise, before: Dose, around: Around) -> Dose:
    """The dose an easier rung begins with: its start dose, in no part more than was asked for before."""
    dose = begin(rung, before, around)
    if dose.load_kg is not None and before.load_kg is not None:
        dose = dose.but(load_kg=min(dose.load_kg, before.load_kg))
    if dose.kind is before.kind and dose.amount > before.amount:
        return with_amount(dose, before.amount)
    return dose


def _passes(rung: Exercise, around: Around) -> bool:
    """Whether no home test speaks against the rung. A test that was never taken does not: the rung below was
    mastered, which is the other way to get here."""
    if rung.entry is None:
        return True
    value = around.scores.get(rung.entry.measure)
    return value is None or reaches(value, rung.entry, around.library)


def _load_fits(rung: Exercise, around: Around) -> bool:
    """Whether the rung keeps to the rules of the week: no more exercises of a high rank in a session than it
    may have, and enough hours between hard hinges. A rung above the first high rank waits for a new plan."""
    rules = around.library.planning
    first_high = rules.high_rank_from.value
    if rung.lumbar_rank < first_high:
        return True
    apart = HOURS_IN_A_WEEK / around.plan.sessions_a_week >= rules.hours_between_hard_hinges.value
    if rung.lumbar_rank > first_high or (rung.pattern in HARD_HINGES and not apart):
        return False
    exercises = around.library.exercises
    high = [id_ for id_ in around.taken if id_ in exercises and exercises[id_].lumbar_rank >= first_high]
    return len(high) < most_high_rank(phase_of(around), around.library)


def phase_of(around: Around) -> Phase | None:
    """The phase that the plan was made for; None where the library has it no more."""
    programme = around.library.programmes.get(around.plan.programme)
    phases = () if programme is None else programme.phases
    return next((phase for phase in phases if phase.id == around.plan.phase), None)
