"""Courses of training as Hypothesis draws them, and what is asked in them."""

from typing import Any

from hypothesis import HealthCheck
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.library.load import load
from gradus.record.parts import ShownItem
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import Colour, Step
from tests.training import Life
from tests.tries import tries

LIBRARY: Library = load()
WEIGHTS = [2.0, 4.0, 5.0, 6.0, 8.0, 10.0, 10.5, 11.0, 12.5, 15.0]
BANDS = ["yellow", "red", "green"]
LOADED = ["goblet-squat", "romanian-deadlift"]
BANDED = ["standing-band-abduction", "seated-row"]
FREE = ["glute-bridge", "bridge-march", "bird-dog", "side-bridge-knees", "sit-to-stand", "walking-intervals"]
COLOURS = [Colour.GREEN, None, Colour.AMBER, Colour.RED]
SLOW = tries(80, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def one_dose(draw: st.DrawFn, name: str) -> dict[str, Any]:
    low, top = LIBRARY.exercises[name].dose.range  # type: ignore[index]
    amount = draw(st.integers(low, top))
    dose: dict[str, Any] = {"sets": draw(st.integers(1, 4)), "amount": amount}
    if name in LOADED:
        dose["load_kg"] = draw(st.sampled_from(WEIGHTS))
    if name in BANDED:
        dose["band"] = draw(st.sampled_from(BANDS))
    if draw(st.booleans()):
        dose["amount"] = top
    return dose


@st.composite
def one_session(draw: st.DrawFn, day: int, dose: dict[str, Any]) -> dict[str, Any]:
    session: dict[str, Any] = {"day": day, "pain": draw(st.sampled_from([0, 1, 1, 2, 3, 5, 6, 9, "untold"]))}
    session["morning"] = draw(st.sampled_from([2, 2, 2, 3, 4, 7, "untold"]))
    if draw(st.integers(0, 3)) == 0:
        session["done"] = draw(st.lists(st.integers(0, int(dose["amount"]) + 2), max_size=dose["sets"] + 1))
    if draw(st.integers(0, 4)) == 0:
        session["reserve"] = draw(st.sampled_from([0, 2, 5, "untold"]))
    if draw(st.integers(0, 6)) == 0:
        session["leg"] = draw(st.sampled_from(["same", "further-down"]))
    if draw(st.integers(0, 6)) == 0:
        session["short"] = "less-time"
    if draw(st.integers(0, 6)) == 0:
        session["step"] = "regress"
    return session


@st.composite
def courses(draw: st.DrawFn) -> dict[str, Any]:
    """One exercise over a few sessions, with the dose that was promised in each."""
    name = draw(st.sampled_from(LOADED + BANDED + FREE))
    dose = draw(one_dose(name))
    day = 0
    sessions: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 4))):
        session = draw(one_session(day, dose))
        if any(_hurts(each) for each in sessions):
            session.pop("short", None)  # the doses promised here do not fall after pain, as real ones do
        sessions.append(session)
        day += draw(st.sampled_from([2, 3, 3, 4, 15]))
    course: dict[str, Any] = {"exercise": name, "dose": dose, "goal": 4, "sessions": sessions}
    course |= {"weights": draw(st.sampled_from([WEIGHTS, [4.0, 10.0]])), "bands": BANDS}
    course["on"] = sessions[-1]["day"] + draw(st.sampled_from([2, 3, 20, 40]))
    course["usual_pain_0_10"] = draw(st.sampled_from([2, 5, 8]))
    course["eases_within_minutes"] = 10
    if draw(st.booleans()):
        course["flares"] = [{"day": draw(st.integers(-2, course["on"]))}]
    if draw(st.integers(0, 4)) == 0:
        course["mode"] = "clinician-confirms"
    return course


def _hurts(session: dict[str, Any]) -> bool:
    return session["pain"] in (3, 5, 6, 9) or session.get("leg") == "further-down"


def shown(course: dict[str, Any]) -> ShownItem:
    prescribed = Life(course, LIBRARY).ask()
    return (*prescribed.items, *prescribed.left_out)[0]


def rung(name: str) -> int:
    """How many easier rungs lie below."""
    below = LIBRARY.exercises[name].easier  # type: ignore[index]
    return 0 if below is None else 1 + rung(below)


def held(dose: Dose) -> tuple[float, int]:
    return (dose.load_kg or 0.0, BANDS.index(dose.band) if dose.band in BANDS else -1)


def no_harder(worse: ShownItem, better: ShownItem, before: Dose) -> bool:
    """Whether the first asks for no more than the second. A lighter load may keep the amount it had before,
    because a heavier one begins again at the bottom of its range."""
    if worse.step in (Step.PAUSE, Step.STOP_AND_SCREEN):
        return True
    if better.step in (Step.PAUSE, Step.STOP_AND_SCREEN):
        return False
    if rung(worse.exercise) != rung(better.exercise):
        return rung(worse.exercise) < rung(better.exercise)
    if held(worse.dose) > held(better.dose) or worse.dose.sets > max(better.dose.sets, before.sets):
        return False
    if held(worse.dose) == held(better.dose) and worse.dose.sets > better.dose.sets:
        return worse.dose.sets * worse.dose.amount <= better.dose.sets * better.dose.amount
    most = better.dose.amount if held(worse.dose) == held(better.dose) else before.amount
    volume = worse.dose.sets * worse.dose.amount <= better.dose.sets * better.dose.amount
    return worse.dose.amount <= most or volume


def last_dose(course: dict[str, Any]) -> Dose:
    return Life(course, LIBRARY).doses[course["exercise"]]


def rises(item: ShownItem, before: Dose) -> bool:
    """Whether anything of the dose is above what was asked before."""
    if held(item.dose) > held(before) or item.dose.sets > before.sets:
        return True
    return held(item.dose) == held(before) and item.dose.amount > before.amount


def tired(course: dict[str, Any]) -> dict[str, Any]:
    """The same course with two signs of tiredness: a week of poor nights, each a little worse in the back."""
    on = course["on"]
    usual = course.get("usual", 2)
    nights = [{"day": day, "pain": min(10, usual + 1), "tired": True} for day in range(on - 6, on + 1)]
    return course | {
        "mornings": nights,
        "sessions": [{**each, "morning": "untold"} for each in course["sessions"]],
    }
