"""Programmes: what stands in their places."""

from collections.abc import Iterator, Sequence

from gradus.library.checks.exercises import RANGES
from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.parts import at
from gradus.library.types import Exercise, Phase, Programme, SessionShape, Slot
from gradus.vocabulary.scales import DoseKind


def programmes_can_be_filled(contents: Contents) -> Iterator[Fault]:
    kinds = {exercise.id: exercise.dose.kind for exercise in contents.of(Exercise).values()}
    patterns = {exercise.pattern for exercise in contents.of(Exercise).values()}
    for path in contents.of(Programme):
        for where, part in contents.parts[path]:
            for key, says in _faults_in(part):
                yield Fault(path, at(where, key), says)
            if isinstance(part, Slot) and part.exercise in kinds:
                for key in _wrong_ranges(part, kinds[part.exercise]):
                    says = f'does not suit "{part.exercise}", which is counted in {kinds[part.exercise]}'
                    yield Fault(path, f"{where}.{key}", f"{says}; take it out")
            wanted = part.patterns if isinstance(part, Slot) and contents.whole(Exercise) else ()
            if wanted and patterns.isdisjoint(wanted):
                says = f"has no exercise in the library; write one of pattern {' or '.join(wanted)}"
                yield Fault(path, f"{where}.patterns", says)


def _faults_in(part: object) -> Iterator[tuple[str, str]]:
    match part:
        case Programme(phases=phases):
            yield from _twice("phases", phases)
        case Phase(sessions=sessions):
            yield from _twice("sessions", sessions)
        case SessionShape(slots=slots):
            yield from _twice("slots", slots)
        case Slot():
            yield from _slot_faults(part)
        case _:
            pass


def _wrong_ranges(slot: Slot, kind: DoseKind) -> Iterator[str]:
    return (key for key, counts in RANGES.items() if counts is not kind and getattr(slot, key) is not None)


def _twice(key: str, things: Sequence[Phase | SessionShape | Slot]) -> Iterator[tuple[str, str]]:
    ids = [thing.id for thing in things]
    for nth, id_ in enumerate(ids):
        if id_ in ids[:nth]:
            yield f"{key}[{nth}].id", f'"{id_}" stands twice; give each its own'


def _slot_faults(slot: Slot) -> Iterator[tuple[str, str]]:
    if bool(slot.patterns) == (slot.exercise is not None):
        both = "both are" if slot.patterns else "neither is"
        yield "patterns", f"or exercise must be given, and {both}; give exactly one of the two"
    for key in RANGES:
        found: tuple[int, int] | None = getattr(slot, key)
        if found and found[0] > found[1]:
            yield key, f"is [{found[0]}, {found[1]}]; write the lower number first"
    if slot.exercise is None:
        for key in ("seconds", "metres", "rest_s", "hold_s"):
            if getattr(slot, key) is not None:
                yield key, "belongs to a slot that names its exercise; take it out, or name the exercise"
