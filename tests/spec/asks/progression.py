"""How progression answers the questions of `specs/progression/`. Courses are told as in tests/training.py."""

from typing import Any

from gradus.library.library import Library
from gradus.planning.weights import AtHand
from gradus.progression.bearing import bearing
from gradus.progression.doses import cut, reduced, scaled
from gradus.progression.session import Prescribed
from gradus.record.facts import SetDone
from gradus.record.parts import ShownReason
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import DoseKind, Irritability
from tests.build import Facts
from tests.training import Given, Life

SESSION = FactId("01990000-0000-7000-9000-000000000001")


def colour(given: Given, library: Library) -> str:
    """The colour of sets with this pain, one number a set; "unknown" where a report is missing."""
    make = Facts()
    sets = [
        make(
            SetDone,
            session=SESSION,
            exercise=ExerciseId("bird-dog"),
            nth=nth + 1,
            pain_0_10=None if pain == "untold" else pain,
            leg=given.get("leg"),
        )
        for nth, pain in enumerate(given["pain"])
    ]
    irritability = Irritability(given.get("irritability", "low"))
    found = bearing(sets, irritability, library.pain).colour
    return "unknown" if found is None else found.value


def next_dose(given: Given, library: Library) -> dict[str, Any]:
    """The next session of a course: of the first exercise its step, dose and rules, and what was said of the
    session."""
    life = Life(given, library)
    prescribed = life.ask()
    every = {item.slot: item for item in (*prescribed.items, *prescribed.left_out)}
    is_well_told(prescribed, life)
    item = every[life.slots[0]]
    dose = item.dose
    return {
        "step": item.step.value,
        "exercise": item.exercise,
        "sets": dose.sets,
        "amount": dose.amount,
        "top": dose.top,
        "hold_s": dose.hold_s,
        "load_kg": "none" if dose.load_kg is None else dose.load_kg,
        "band": dose.band,
        "reserve": dose.reserve,
        "rules": [reason.rule for reason in item.because],
        "says": item.because[-1].says,
        "because": [reason.rule for reason in prescribed.because],
        "done": item in prescribed.items,
        "number": prescribed.number,
        "shape": prescribed.shape.id,
        "finished": prescribed.finished,
        "stop": prescribed.stop,
        "ask_flare": prescribed.ask_flare,
        "all_sets": [each.dose.sets for each in prescribed.items],
        "steps": [each.step.value for each in every.values()],
    }


def is_well_told(prescribed: Prescribed, life: Life) -> None:
    """What holds in every example: each place of the plan is there once with a reason, and each reason is a
    whole sentence of a rule with that rule's sources."""
    items = (*prescribed.items, *prescribed.left_out)
    assert sorted(item.slot for item in items) == sorted(life.slots)
    assert all(item.because for item in items)
    reasons: list[Reason | ShownReason] = [*prescribed.because]
    for reason in (*reasons, *(each for item in items for each in item.because)):
        assert reason.cites == life.library.rules[reason.rule].cites
        assert not set(reason.says) & set("{}<>")
        assert "None" not in reason.says


def less(given: Given, library: Library) -> dict[str, Any]:
    """A dose made less: by a share of its volume, for good reason by load, or a little."""
    dose = Dose(**({"kind": DoseKind.REPS, "low": 1, "top": 100, "rest_s": 60} | given["dose"]))
    own = AtHand(bands=tuple(given.get("bands", ())), weights=tuple(sorted(given.get("weights", ()))))
    if "scaled_to" in given:
        made = scaled(dose, given["scaled_to"])
    elif "reduced_to" in given:
        made = reduced(dose, given["reduced_to"], own)
    else:
        made = cut(dose, library.pain.load_cut_after_ambers.value, own)
    return {"sets": made.sets, "amount": made.amount, "load_kg": made.load_kg, "band": made.band}


ASKS = {"progression.colour": colour, "progression.next_dose": next_dose, "progression.less": less}
