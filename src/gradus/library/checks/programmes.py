"""Programmes, measures and the sentences of rules."""

from collections.abc import Iterator, Mapping, Sequence
from string import Formatter

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.parts import at
from gradus.library.types import Exercise, Measure, Phase, Programme, Rule, SessionShape, Slot


def programmes_can_be_filled(contents: Contents) -> Iterator[Fault]:
    patterns = {exercise.pattern for exercise in contents.of(Exercise).values()}
    for path in contents.of(Programme):
        for where, part in contents.parts[path]:
            for key, says in _faults_in(part):
                yield Fault(path, at(where, key), says)
            wanted = part.patterns if isinstance(part, Slot) and contents.whole(Exercise) else ()
            if wanted and patterns.isdisjoint(wanted):
                says = f"has no exercise in the library; write one of pattern {' or '.join(wanted)}"
                yield Fault(path, f"{where}.patterns", says)


def measures_have_room(contents: Contents) -> Iterator[Fault]:
    for path, measure in contents.of(Measure).items():
        if measure.lowest >= measure.highest:
            says = f"is {measure.lowest:g}, not below highest; write a number below {measure.highest:g}"
            yield Fault(path, "lowest", says)
        for key, units in _units(measure).items():
            number = getattr(measure, key)
            if number is not None and number.unit not in units:
                says = f'is "{number.unit}"; write one of: {", ".join(units)}'
                yield Fault(path, f"{key}.unit", says)


def _units(measure: Measure) -> Mapping[str, tuple[str, ...]]:
    own = (measure.unit, "percent")
    return {"mdc95": own, "mic": own, "mic_percent": ("percent",)}


def sentences_can_be_filled(contents: Contents) -> Iterator[Fault]:
    """A rule's braces hold plain names, which the code fills in; `{{` and `}}` are braces themselves."""
    for path, rule in contents.of(Rule).items():
        try:
            holes = [hole for hole in Formatter().parse(rule.says) if hole[1] is not None]
        except ValueError:
            yield Fault(path, "says", "has a brace without its partner; write {name}, or {{ for a brace")
            continue
        for _, name, spec, conversion in holes:
            if not str(name).isidentifier() or spec or conversion:
                yield Fault(path, "says", f"has {{{name}}} with more than a plain name in it; write {{name}}")


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


def _twice(key: str, things: Sequence[Phase | SessionShape | Slot]) -> Iterator[tuple[str, str]]:
    ids = [thing.id for thing in things]
    for nth, id_ in enumerate(ids):
        if id_ in ids[:nth]:
            yield f"{key}[{nth}].id", f'"{id_}" stands twice; give each its own'


def _slot_faults(slot: Slot) -> Iterator[tuple[str, str]]:
    if bool(slot.patterns) == (slot.exercise is not None):
        both = "both are" if slot.patterns else "neither is"
        yield "patterns", f"or exercise must be given, and {both}; give exactly one of the two"
    if slot.reps and slot.reps[0] > slot.reps[1]:
        yield "reps", f"is [{slot.reps[0]}, {slot.reps[1]}]; write the lower number first"
