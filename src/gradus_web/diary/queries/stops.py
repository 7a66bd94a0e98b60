"""Stop tables as a page carries them."""

from collections.abc import Mapping, Sequence

from gradus.journey.during import KINDS, LEGS, StopTable, stop_tables, stop_words
from gradus.vocabulary.ids import ExerciseId
from gradus_web.people.doors import Here

Carried = Mapping[str, object]


def stops(here: Here, exercises: Sequence[ExerciseId]) -> Mapping[ExerciseId, Carried]:
    """The stop table of each of these exercises today: what each answer says, of which the first is go on,
    and one sign for each pain that names the answer."""
    known = [each for each in exercises if each in here.library.exercises]
    says = list(stop_words(here.library).values())
    order = [None, *(each.rule for each in says)]
    told = [{"rule": None, "says": ""}, *({"rule": each.rule, "says": each.says} for each in says)]

    def rows(table: StopTable) -> Mapping[str, Mapping[str, str]]:
        return {
            kind: {leg: "".join(str(order.index(cell)) for cell in table.cells[kind][leg]) for leg in LEGS}
            for kind in KINDS
        }

    made = stop_tables(here.history, here.library, here.day, known)
    return {exercise: {"says": told, "cells": rows(table)} for exercise, table in made.items()}
