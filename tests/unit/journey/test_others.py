"""The other programmes: what is proposed can be had, and differs."""

from dataclasses import replace
from datetime import timedelta

from gradus.journey.others import NotNow, OtherPlan, other_plans
from gradus.journey.plans import Planned, make
from gradus.library.library import Library
from gradus.record.history import History, add
from gradus.vocabulary.ids import ProgrammeId
from gradus.vocabulary.scales import Weekday
from tests.build import START
from tests.lives import Told
from tests.unit.journey.test_plans import CLEAR, accepted, known

LATER = START + timedelta(days=1)


def training(library: Library, **said: object) -> History:
    """Somebody at home with a band who trains by their own plan since day 0."""
    told = Told([CLEAR], library)
    history = known(told, **said)
    return add(history, accepted(told, history, library))


def proposed(history: History, library: Library) -> dict[ProgrammeId, OtherPlan]:
    found = other_plans(history, library, LATER)
    assert not isinstance(found, NotNow)
    return {each.programme.id: each for each in found}


def test_what_is_proposed_can_be_had_and_is_another_week(library: Library) -> None:
    history = training(library)
    found = proposed(history, library)
    assert len(found) > 1
    for id_, other in found.items():
        made = make(history, library, LATER, programme=id_)
        assert isinstance(made, Planned)
        assert made.programme.id == id_ != "individual"
        assert 0 < other.new <= other.exercises


def test_what_differs_most_comes_first(library: Library) -> None:
    shares = [each.new / each.exercises for each in proposed(training(library), library).values()]
    assert shares == sorted(shares, reverse=True)


def test_what_needs_things_that_are_not_there_is_not_proposed(library: Library) -> None:
    assert "free-weights-16-weeks" not in proposed(training(library), library)


def test_programmes_for_runners_are_proposed_to_runners(library: Library) -> None:
    runners, enough = "runners-stabilisation", tuple(Weekday)[:5]
    assert runners not in proposed(training(library, days=enough), library)
    assert runners not in proposed(training(library, days=enough, runs=False), library)
    assert runners in proposed(training(library, days=enough, runs=True), library)
    assert runners not in proposed(training(library, runs=True), library)  # two days do not hold its five


def test_a_week_with_nothing_new_is_not_proposed(library: Library) -> None:
    history = training(library)
    twin = replace(library.programmes[ProgrammeId("individual")], id=ProgrammeId("twin"))
    doubled = replace(library, programmes={**library.programmes, twin.id: twin})
    assert twin.id not in proposed(history, doubled)


def test_before_the_safety_questions_nothing_is_proposed(library: Library) -> None:
    assert isinstance(other_plans(Told([], library).history, library, START), NotNow)


def test_before_any_plan_every_exercise_is_new(library: Library) -> None:
    told = Told([CLEAR], library)
    found = proposed(known(told), library)
    assert "individual" in found
    assert all(each.new == each.exercises for each in found.values())
