"""Measures: their range and units, what their items add up to, and what others reached."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.types import Exercise, Measure, MeasureItem, Norm
from gradus.vocabulary.scales import Basis

KNOWN = (Basis.SOURCE, Basis.RECALLED)
"""What a norm may rest on: it is what people did, so it is neither chosen nor reckoned by us."""


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


def items_make_the_score(contents: Contents) -> Iterator[Fault]:
    """The items' answers reach from one end of the measure to the other, and no further."""
    for path, measure in contents.of(Measure).items():
        if measure.wording == "operator" and not measure.items:
            says = "is missing; a measure whose wording is the operator's lists its items, to be scored by"
            yield Fault(path, "items", says)
        for where, says in _item_faults(measure.items):
            yield Fault(path, where, says)
        if measure.items:
            for end in ("lowest", "highest"):
                said, made = getattr(measure, end), _made(measure, end)
                if said != made:
                    says = f"is {said:g}, but the {measure.scoring} of the items' {end} is {made:g}"
                    yield Fault(path, end, f"{says}; write {made:g}, or mend the items")


def norms_can_be_read(contents: Contents) -> Iterator[Fault]:
    for path, measure in contents.of(Measure).items():
        for nth, norm in enumerate(measure.norms):
            for key, says in _norm_faults(norm, measure):
                yield Fault(path, f"norms[{nth}].{key}", says)


def no_direction_no_verdict(contents: Contents) -> Iterator[Fault]:
    """What is better neither way has no change that is called a gain, and is nobody's way in."""
    neither = set()
    for path, measure in contents.of(Measure).items():
        if measure.better != "neither":
            continue
        neither.add(measure.id)
        for key in _units(measure):
            if getattr(measure, key) is not None:
                says = 'does not belong to a measure that is better "neither" way; take it out'
                yield Fault(path, key, says)
    for path, exercise in contents.of(Exercise).items():
        if exercise.entry is not None and exercise.entry.measure in neither:
            says = f'is "{exercise.entry.measure}", which is better "neither" way; name another measure'
            yield Fault(path, "entry.measure", says)


def _units(measure: Measure) -> Mapping[str, tuple[str, ...]]:
    own = (measure.unit, "percent")
    return {"mdc95": own, "mic": own, "mic_percent": ("percent",)}


def _made(measure: Measure, end: str) -> float:
    answers = [float(getattr(item, end)) for item in measure.items]
    return sum(answers) if measure.scoring == "sum" else fmean(answers)


def _item_faults(items: Sequence[MeasureItem]) -> Iterator[tuple[str, str]]:
    ids = [item.id for item in items]
    for nth, item in enumerate(items):
        if item.id in ids[:nth]:
            yield f"items[{nth}].id", f'"{item.id}" stands twice; give each its own'
        if not item.words and any(each.words for each in items):
            yield f"items[{nth}].words", "is missing; give each item its words, or none"
        if item.lowest >= item.highest:
            says = f"is {item.lowest:g}, not below highest; write a number below {item.highest:g}"
            yield f"items[{nth}].lowest", says


def _norm_faults(norm: Norm, measure: Measure) -> Iterator[tuple[str, str]]:
    if norm.unit != measure.unit:
        yield "unit", f'is "{norm.unit}"; write "{measure.unit}", as {measure.id} is taken'
    if norm.basis not in KNOWN:
        yield "basis", f'is "{norm.basis}"; what people reached is "source" or "recalled"'
    given = [each for each in (norm.low, norm.value, norm.high) if each is not None]
    if not given:
        yield "value", "is missing; write a value, or low or high, or all three"
    if given != sorted(given):
        yield "low", "value and high are not in order; write the smallest as low"
    if norm.sd is not None and (norm.value is None or norm.middle != "mean"):
        yield "sd", "belongs to a mean; write the mean as value, or take it out"
