"""Why an exercise is in the plan, in the sentences that the planner said when the plan was made. A plan keeps
the names of its rules; what they were filled with is drawn again from the record of that day."""

from collections.abc import Iterator, Sequence

from gradus.library.library import Library
from gradus.library.types import Exercise, Slot
from gradus.measures.series import latest
from gradus.planning.doses import tested_by
from gradus.planning.words import CAUTIONS, PATTERNS, listed
from gradus.record.facts import PlanMade
from gradus.record.history import History, until
from gradus.record.parts import PlanItem, ShownReason
from gradus.record.person import person
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.scales import Pattern

SUITS = RuleId("fits-the-slot")
"""True of every item of a plan, and so told only where nothing else is."""


def planned_reasons(
    item: PlanItem, plan: PlanMade, history: History, library: Library
) -> tuple[ShownReason, ...]:
    """The rules that brought an item into its plan, each with its sentence; with what it notices where the
    sentence cannot be filled any more."""
    named = [rule for rule in item.because if rule in library.rules]
    telling = [rule for rule in named if rule != SUITS] or [SUITS]
    slot = _slot(item, plan, library)
    values = dict(_values(item, slot, until(history, plan.day), library))
    return tuple(_told(rule, values, library) for rule in telling)


def _told(rule: RuleId, values: dict[str, object], library: Library) -> ShownReason:
    try:
        return ShownReason.of(library.reason(rule, **values))
    except KeyError:
        known = library.rules[rule]
        return ShownReason(rule=rule, says=known.notices, cites=known.cites)


def _slot(item: PlanItem, plan: PlanMade, library: Library) -> Slot | None:
    """The place that the item fills; None where the library has it no more."""
    programme = library.programmes.get(plan.programme)
    phases = () if programme is None else programme.phases
    shapes = (shape for phase in phases if phase.id == plan.phase for shape in phase.sessions)
    return next((slot for shape in shapes for slot in shape.slots if slot.id == item.slot), None)


def _values(
    item: PlanItem, slot: Slot | None, history: History, library: Library
) -> Iterator[tuple[str, object]]:
    """What the sentences of the planner are filled with."""
    yield "sets", item.dose.sets
    yield "goal", item.sets_goal
    if item.dose.reserve is not None:
        yield "reserve", item.dose.reserve
    exercise = library.exercises.get(item.exercise)
    if exercise is None:
        return
    yield "exercise", exercise.en.name
    yield "pattern", PATTERNS[exercise.pattern]
    patterns = (slot.patterns if slot else ()) or (exercise.pattern,)
    yield "place", listed([PATTERNS[pattern] for pattern in patterns], "or")
    if slot is not None and slot.exercise is not None and slot.exercise in library.exercises:
        named = library.exercises[slot.exercise].en.name
        yield from (("place", named), ("named", named))
    yield "amount", item.dose.amount
    yield from _test(exercise, history, library)
    if provoked := _provoked(exercise, patterns, history, library):
        yield "provoked", provoked


def _test(exercise: Exercise, history: History, library: Library) -> Iterator[tuple[str, object]]:
    scores = latest(history)
    held = tested_by(exercise, library)
    if held is not None and held in scores:
        yield from (("measure", library.measures[held].title), ("score", f"{scores[held]:g}"))
    if exercise.entry is not None and exercise.entry.measure in scores:
        yield "measure", library.measures[exercise.entry.measure].title
        yield "score", f"{scores[exercise.entry.measure]:g}"
        yield "bar", f"{exercise.entry.at_least.value:g}"


def _provoked(exercise: Exercise, patterns: Sequence[Pattern], history: History, library: Library) -> str:
    """What provokes the back and is in this exercise, else in others for its place."""
    provoked = set(person(history).provoked_by or ())
    fitting = (each for each in library.exercises.values() if each.pattern in patterns)
    others = {caution for each in fitting for caution in each.cautions}
    found = provoked & set(exercise.cautions) or provoked & others
    return listed([CAUTIONS[each] for each in sorted(found)]) if found else ""
