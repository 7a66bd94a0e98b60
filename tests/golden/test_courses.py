"""Whole courses of care: every decision of sixteen weeks of each example person, to be read line by line.

They change only by `./dev golden`; read the difference before you commit it.
"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from gradus.library.library import Library
from gradus.library.load import load
from gradus.record.facts import DecisionShown, Fact, Flare, Pause, PlanMade, ScreenAnswers, SessionDone
from gradus.record.parts import ShownItem
from gradus.vocabulary.scales import Step
from gradus_cli.demo.living import Living
from gradus_cli.demo.people import WEEK, WEEKS, people
from gradus_cli.show.page import dose_words

FOLDER = Path(__file__).parent / "courses"
WRITES = os.environ.get("GRADUS_GOLDEN") == "write"


@cache
def lived(name: str) -> Living:
    life = Living(people()[name], load())
    list(life.live(WEEKS * WEEK))
    return life


def course(name: str, library: Library) -> Iterator[str]:
    """The course as lines: a heading for each day on which something was decided."""
    life = lived(name)
    yield f"{life.person.name}, {life.person.label}"
    for nth in range(WEEKS * WEEK):
        day = life.person.day(nth)
        lines = [line for fact in life.written if fact.day == day for line in decided(fact, library)]
        if lines:
            yield f"\nday {nth}, {day:%a %d %b %Y}"
            yield from lines


def decided(fact: Fact, library: Library) -> Iterator[str]:
    match fact:
        case ScreenAnswers():
            yes = [item for item, said in fact.answers.items() if said != "no"]
            yield f"  screen, {fact.occasion}: {', '.join(yes) or 'none of these'}"
        case PlanMade():
            yield f"  plan {fact.change}: {fact.programme}, {fact.phase}, {fact.sessions_to_do} sessions"
            for session in fact.sessions:
                told = (
                    f"{item.exercise} {dose_words(item.dose, library.exercises[item.exercise])}"
                    for item in session.items
                )
                yield f"    {session.id} on {session.day}: {'; '.join(told)}"
        case DecisionShown():
            yield f"  session {fact.number}, {fact.shape}: {', '.join(each.rule for each in fact.because)}"
            yield from (shown(item, library) for item in fact.items)
        case SessionDone(ended="skipped"):
            yield "  left out"
        case Flare():
            yield f"  flare {fact.state}"
        case Pause():
            yield f"  away until {fact.until}"
        case _:
            pass


def shown(item: ShownItem, library: Library) -> str:
    dose = dose_words(item.dose, library.exercises[item.exercise])
    reserve = "" if item.dose.reserve is None else f", reserve {item.dose.reserve}"
    rules = ", ".join(reason.rule for reason in item.because)
    return f"    {item.exercise:26} {item.step:10} {dose}{reserve}  [{rules}]"


@pytest.mark.parametrize("name", people())
def test_a_course_goes_as_it_went(name: str, library: Library) -> None:
    text = "\n".join(course(name, library)) + "\n"
    file = FOLDER / f"{name}.txt"
    if WRITES:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()


def test_somebody_with_a_red_flag_gets_no_plan_and_no_session() -> None:
    life = lived("ben")
    assert {type(fact) for fact in life.written} & {PlanMade, DecisionShown, SessionDone} == set()


@pytest.mark.parametrize("name", [name for name in people() if name != "ben"])
def test_a_course_meets_the_steps_of_a_life(name: str) -> None:
    steps = {item.step for fact in lived(name).history.of(DecisionShown) for item in fact.items}
    assert {Step.START, Step.PROGRESS, Step.HOLD, Step.REGRESS} <= steps
