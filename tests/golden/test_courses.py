"""Whole courses of care: every decision of the sixteen weeks or more of each example person, to be read line
by line.

They change only by `./dev golden`; read the difference before you commit it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from gradus.journey.phases import in_flare
from gradus.library.library import Library
from gradus.library.load import load
from gradus.progression.flare import EASED, episodes, is_long_past
from gradus.progression.floor import least
from gradus.record.facts import (
    DecisionShown,
    Fact,
    Flare,
    Milestone,
    Pause,
    PlanMade,
    Profile,
    ScreenAnswers,
    SessionDone,
    SetDone,
    TechniqueChecked,
)
from gradus.record.parts import ShownItem
from gradus.record.person import Person
from gradus.vocabulary.scales import Position, Step, Weekday
from gradus.vocabulary.week import WEEK
from gradus_cli.demo.people import WEEKS, people
from gradus_cli.show.page import dose_words
from tests.golden.lived import lived

FOLDER = Path(__file__).parent / "courses"
ALIVE = [name for name in people() if name != "ben"]
WRITES = os.environ.get("GRADUS_GOLDEN") == "write"


def course(name: str, library: Library) -> Iterator[str]:
    """The course as lines: a heading for each day on which something was decided."""
    life = lived(name)
    yield f"{life.person.name}, {life.person.label}"
    for nth in range(life.person.life.weeks * WEEK):
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
        case _:
            yield from said(fact)


def said(fact: Fact) -> Iterator[str]:
    """What the person tells, beside the answers to the screen."""
    match fact:
        case SessionDone(ended="skipped"):
            yield "  left out"
        case Flare():
            yield f"  flare {fact.state}"
        case Pause():
            yield f"  away until {fact.until}: {fact.why}"
        case Profile():
            points = (name for name in Person.__dataclass_fields__ if getattr(fact, name) is not None)
            yield f"  tells of themselves: {', '.join(points)}"
        case TechniqueChecked():
            yield f"  watched: {fact.exercise}"
        case Milestone():
            yield f"  can again: {fact.words}"
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


@pytest.mark.parametrize("name", ALIVE)
def test_a_course_meets_the_steps_of_a_life(name: str) -> None:
    steps = {item.step for fact in lived(name).history.of(DecisionShown) for item in fact.items}
    assert {Step.START, Step.PROGRESS, Step.HOLD, Step.REGRESS} <= steps


@pytest.mark.parametrize("name", ALIVE)
def test_a_course_has_weeks_of_training_in_it_and_sessions_left_out(name: str) -> None:
    life = lived(name)
    weeks = {(fact.day - life.person.starts_on).days // WEEK for fact in life.history.of(SetDone)}
    assert len(weeks) >= WEEKS - 2
    assert any(fact.ended == "skipped" for fact in life.history.of(SessionDone))


@pytest.mark.parametrize("name", [name for name in ALIVE if people()[name].life.short])
def test_a_day_that_should_be_short_is_short(name: str) -> None:
    life = lived(name)
    short = {fact.day: fact.short for fact in life.history.of(SessionDone) if fact.short != "no"}
    wished = {life.person.day(nth) for nth in life.person.life.short}
    assert short
    assert set(short) <= wished


def test_in_week_20_of_pregnancy_the_lying_exercises_end() -> None:
    life = lived("hana")
    week_20 = life.person.day(6 * WEEK)
    lying = {Position.SUPINE, Position.PRONE}
    library = load()
    shown = [
        (fact.day, library.exercises[item.exercise].position)
        for fact in life.history.of(DecisionShown)
        for item in fact.items
    ]
    assert any(day < week_20 and position in lying for day, position in shown)
    assert not any(day >= week_20 and position in lying for day, position in shown)


def test_somebody_easily_stirred_up_and_afraid_begins_calm() -> None:
    plans = [plan.phase for plan in lived("walter").history.of(PlanMade)]
    assert plans[0] == "calm"
    assert "build" in plans


@pytest.mark.parametrize("name", ALIVE)
def test_no_next_phase_begins_in_a_flare(name: str) -> None:
    life = lived(name)
    onward = [plan for plan in life.history.of(PlanMade) if plan.change == "next-phase"]
    assert not [plan.day for plan in onward if in_flare(life.history, plan.day)]


@pytest.mark.parametrize("name", ALIVE)
def test_no_walk_and_no_quiet_breathing_falls_below_the_least(name: str) -> None:
    library = load()
    shown = [item for fact in lived(name).history.of(DecisionShown) for item in fact.items]
    kept = [(least(library.exercises[item.exercise], library), item.dose.amount) for item in shown]
    assert all(amount >= fewest for fewest, amount in kept if fewest is not None)


@pytest.mark.parametrize("name", ALIVE)
def test_what_a_flare_lowered_is_back_or_goes_on_as_usual_three_weeks_after_it(name: str) -> None:
    life, library = lived(name), load()
    for fact in life.history.of(DecisionShown):
        if any(EASED & {reason.rule for reason in item.because} for item in fact.items):
            assert not is_long_past(episodes(life.history, fact.day)[-1], library, fact.day)


def test_the_heaviest_lift_comes_late_and_watched() -> None:
    life, library = lived("magda"), load()
    heavy = {id_ for id_, each in library.exercises.items() if each.lumbar_rank == 4}
    first = min(
        fact.day for fact in life.history.of(DecisionShown) if heavy & {item.exercise for item in fact.items}
    )
    watched = {fact.exercise: fact.day for fact in life.history.of(TechniqueChecked)}
    assert first > life.person.day(8 * WEEK)
    assert all(
        watched[item.exercise] <= fact.day
        for fact in life.history.of(DecisionShown)
        for item in fact.items
        if item.exercise in heavy
    )


def test_the_day_before_the_long_run_and_the_day_of_it_stay_free() -> None:
    """Seven sessions a week in two places: two pairs of them share a day, so that two days are free."""
    life = lived("noor")
    long_runs = {Weekday(day).number for day in life.person.profile["long_run_on"]}
    shown = [fact.day.weekday() for fact in life.history.of(DecisionShown)]
    assert len(set(shown)) == 5
    assert not [day for day in shown if day in long_runs or (day + 1) % 7 in long_runs]


def test_on_a_machine_the_weight_is_found_by_trying_and_goes_on() -> None:
    doses = [
        item.dose.load_kg
        for fact in lived("joris").history.of(DecisionShown)
        for item in fact.items
        if item.exercise == "lat-pulldown"
    ]
    assert doses[0] is None
    assert doses[1] == people()["joris"].finds_kg["lat-pulldown"]
