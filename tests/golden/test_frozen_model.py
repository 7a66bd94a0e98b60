"""The person model is frozen: what it is made of changes only with a new calibration, and then on purpose.

Whoever changes it runs `tests/unit/simulation/test_falsification.py`, measures the laboratory anew, and
writes the new hash here."""

from gradus.library.library import Library
from gradus.simulation.frozen import model_hash
from gradus.vocabulary.ids import PersonModelId

FROZEN = "3fd50f7ecfb381b7"


def test_the_person_model_is_the_frozen_one(library: Library) -> None:
    assert model_hash(library.person_models[PersonModelId("person")]) == FROZEN
