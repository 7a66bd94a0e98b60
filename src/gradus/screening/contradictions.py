"""Answers that cannot both be true, or hardly can: asked about until the person confirms or corrects them.

A contradiction never clears and never silences a rule: each answer weighs as it was given, and nobody trains
before it is settled. What is said in confirmation holds for these very answers, and for no others.
"""

from collections.abc import Mapping
from typing import NamedTuple

from gradus.library.library import Library
from gradus.library.types import Clause, Contradiction
from gradus.record.bounds import Answer
from gradus.record.facts import ScreenAnswers
from gradus.screening.said import Place, Said, place
from gradus.vocabulary.ids import ContradictionId, ItemId


class Confirmed(NamedTuple):
    """The answers that the person said are right as they stand, and where that was said."""

    answers: frozenset[tuple[ItemId, object]]
    place: Place


def contradictions(
    said: Mapping[ItemId, Said], confirmed: Mapping[ContradictionId, Confirmed], library: Library
) -> tuple[Contradiction, ...]:
    """The contradictions in what was said that nobody has confirmed, in order of their ids."""
    values = {id_: told.value for id_, told in said.items()}
    return tuple(
        each
        for _, each in sorted(library.contradictions.items())
        if contradicts(each, values) and not _is_confirmed(each, said, confirmed)
    )


def contradicts(each: Contradiction, values: Mapping[ItemId, Answer | float | None]) -> bool:
    """Whether both sides of it hold."""
    return _holds(each.one, each, values) and _holds(each.other, each, values)


def confirm(
    before: Mapping[ContradictionId, Confirmed],
    screen: ScreenAnswers,
    said: Mapping[ItemId, Said],
    library: Library,
) -> dict[ContradictionId, Confirmed]:
    """What is confirmed after this screen; not what one version of a fact confirms and another does not."""
    here = place(screen)
    torn = {id_ for id_, each in before.items() if each.place == here} - set(screen.confirmed)
    kept = {id_: each for id_, each in before.items() if id_ not in torn}
    for id_ in screen.confirmed:
        if (each := library.contradictions.get(id_)) is not None and each.possible:
            kept[id_] = Confirmed(_answers(each, said), here)
    return kept


def _is_confirmed(
    each: Contradiction, said: Mapping[ItemId, Said], confirmed: Mapping[ContradictionId, Confirmed]
) -> bool:
    found = confirmed.get(each.id)
    return each.possible and found is not None and found.answers == _answers(each, said)


def _answers(each: Contradiction, said: Mapping[ItemId, Said]) -> frozenset[tuple[ItemId, object]]:
    items = (each.one.item, each.other.item)
    return frozenset((item, said[item].value) for item in items if item in said)


def _holds(clause: Clause, of: Contradiction, values: Mapping[ItemId, Answer | float | None]) -> bool:
    value = values.get(clause.item)
    if clause.said is not None or value is None or isinstance(value, str):
        return clause.said is not None and value == clause.said
    least = None if clause.reaching_item is None else values.get(clause.reaching_item)
    return (
        (clause.reaching is None or value >= of.thresholds[clause.reaching].value)
        and (clause.below is None or value < of.thresholds[clause.below].value)
        and (clause.reaching_item is None or (isinstance(least, float | int) and value >= least))
    )
