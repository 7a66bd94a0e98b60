"""Exercises: their doses, what they need, and the ladders they stand on."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.places import path_of
from gradus.library.types import Exercise, Measure, StartDose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind, Equipment

RANGES: Mapping[str, DoseKind] = {
    "reps": DoseKind.REPS,
    "seconds": DoseKind.TIME,
    "metres": DoseKind.DISTANCE,
}
HELD: Mapping[str, frozenset[Equipment]] = {
    "band": frozenset({Equipment.BAND}),
    "dumbbell": frozenset({Equipment.DUMBBELL}),
    "kettlebell": frozenset({Equipment.KETTLEBELL}),
    "barbell": frozenset({Equipment.BARBELL}),
    "machine": frozenset(
        {Equipment.MACHINE, Equipment.CABLE, Equipment.LUMBAR_MACHINE, Equipment.BELT_SQUAT}
    ),
}
OTHER: Mapping[Literal["easier", "harder"], Literal["easier", "harder"]] = {
    "easier": "harder",
    "harder": "easier",
}


def doses_are_whole(contents: Contents) -> Iterator[Fault]:
    for path, exercise in contents.of(Exercise).items():
        for key, says in _range_faults(exercise.dose):
            yield Fault(path, f"dose.{key}", says)
        held = HELD.get(exercise.dose.load)
        if held is not None and held.isdisjoint(exercise.needs):
            wanted = " or ".join(f'"{each}"' for each in sorted(held))
            yield Fault(path, "needs", f"lacks {wanted}, which dose.load asks for; add it")


def codes_stand_once(contents: Contents) -> Iterator[Fault]:
    exercises = contents.of(Exercise)
    counts = Counter(exercise.code for exercise in exercises.values())
    for path, exercise in exercises.items():
        if counts[exercise.code] > 1:
            yield Fault(path, "code", f'is "{exercise.code}", as another exercise has it; give it its own')


def ladders_hold(contents: Contents) -> Iterator[Fault]:
    by_id = {exercise.id: exercise for exercise in contents.of(Exercise).values()}
    for path, exercise in contents.of(Exercise).items():
        yield from _alone_faults(path, exercise)
        for side in OTHER:
            neighbour = by_id.get(getattr(exercise, side))
            if neighbour is not None:
                yield from _neighbour_faults(path, exercise, side, neighbour)
    yield from _loops(by_id)


def entries_can_be_reached(contents: Contents) -> Iterator[Fault]:
    measures = {measure.id: measure for measure in contents.of(Measure).values()}
    for path, exercise in contents.of(Exercise).items():
        entry = exercise.entry
        measure = measures.get(entry.measure) if entry else None
        if entry is None or measure is None:
            continue
        number, unit = entry.at_least.value, entry.at_least.unit
        if unit != measure.unit:
            yield Fault(
                path, "entry.at_least.unit", f'is "{unit}"; write "{measure.unit}", as {measure.id} is taken'
            )
        elif not measure.lowest <= number <= measure.highest:
            says = f"is {number:g}; write a number that {measure.id} can have, {_bounds(measure)}"
            yield Fault(path, "entry.at_least.value", says)


def _bounds(measure: Measure) -> str:
    return f"from {measure.lowest:g} to {measure.highest:g}"


def _range_faults(dose: StartDose) -> Iterator[tuple[str, str]]:
    for key, kind in RANGES.items():
        found: tuple[int, int] | None = getattr(dose, key)
        if found is None and kind is dose.kind:
            yield key, f'is missing; a dose of kind "{kind}" gives {key} = [low, top]'
        if found is not None and kind is not dose.kind:
            yield key, f'does not belong to a dose of kind "{dose.kind}"; take it out'
        if found is not None and found[0] > found[1]:
            yield key, f"is [{found[0]}, {found[1]}]; write the lower number first"


def _alone_faults(path: str, exercise: Exercise) -> Iterator[Fault]:
    neighbours = exercise.easier is not None or exercise.harder is not None
    if exercise.ladder is None and not neighbours:
        yield Fault(path, "ladder", 'is missing; write easier or harder, or ladder = "alone"')
    if exercise.ladder is not None and neighbours:
        yield Fault(path, "ladder", 'is "alone", but easier or harder is given; take one of them out')


def _neighbour_faults(
    path: str, exercise: Exercise, side: Literal["easier", "harder"], neighbour: Exercise
) -> Iterator[Fault]:
    back = getattr(neighbour, OTHER[side])
    if back != exercise.id:
        named = f'is "{back}"' if back else "is not given"
        says = f'is "{neighbour.id}", whose {OTHER[side]} {named}; make the two name each other'
        yield Fault(path, side, says)
    if neighbour.pattern is not exercise.pattern:
        says = (
            f'is "{neighbour.id}" of pattern {neighbour.pattern}; a ladder keeps one, here {exercise.pattern}'
        )
        yield Fault(path, side, says)
    if neighbour.dose.kind is not exercise.dose.kind:
        kinds = f"dosed in {neighbour.dose.kind}; a ladder keeps one kind, here {exercise.dose.kind}"
        yield Fault(path, side, f'is "{neighbour.id}", {kinds}')


def _loops(by_id: Mapping[ExerciseId, Exercise]) -> Iterator[Fault]:
    """Each loop once, told at the rung whose id comes first."""
    for start in by_id:
        seen = [start]
        step = by_id[start].harder
        while step is not None and step in by_id and step not in seen:
            seen.append(step)
            step = by_id[step].harder
        if step == start and start == min(seen):
            way = " -> ".join((*seen, start))
            yield Fault(path_of(Exercise, start), "harder", f"runs in a loop, {way}; cut it at one rung")
