"""What a history keeps of its facts changes no answer."""

from datetime import date, timedelta
from typing import Any

import pytest

from gradus.journey.today import Today, today
from gradus.library.load import load
from gradus.record.facts import Fact, Flare, Profile, SetDone
from gradus.record.history import History, add, fold
from gradus.simulation.demand import demands
from gradus.simulation.lab import MONDAY
from gradus.simulation.life import Life, World
from gradus.simulation.policies import Ours
from gradus.vocabulary.ids import FactId, PersonModelId
from gradus.vocabulary.kept import Kept
from gradus.vocabulary.week import WEEK
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.dice import throw

LIBRARY = load()
MODEL = LIBRARY.person_models[PersonModelId("person")]
DAYS = 42
EVERY = 3
"""Of so many days one is asked about anew."""


def lived(name: str) -> Life:
    world = World(library=LIBRARY, model=MODEL, demands=demands(LIBRARY, MODEL), begins=MONDAY, days=DAYS)
    life = Life(throw(1, 3, DAYS), archetypes()[name], Ours(LIBRARY), world)
    life.live()
    return life


def told(answer: Today) -> tuple[object, ...]:
    outcome = answer.outcome
    return (answer, outcome.changes())


def asked(history: History, day: date) -> tuple[object, ...]:
    return told(today(history, LIBRARY, day))


@pytest.mark.parametrize("name", ["amina", "joris"])
def test_asked_day_by_day_a_life_is_answered_as_when_asked_anew(name: str) -> None:
    """The history that grew and the bare facts up to that day say the same."""
    written = lived(name).diary.written
    growing, came = fold(()), 0
    for nth in range(DAYS):
        day = MONDAY + timedelta(days=nth)
        fresh = [fact for fact in written[came:] if fact.day <= day]
        came += len(fresh)
        growing = add(growing, *fresh)
        answer = asked(growing, day)
        if nth % EVERY == 0:
            assert answer == asked(fold(growing.received.values()), day)
    assert came == len(written)


def test_asking_again_keeps_nothing_more() -> None:
    """What is kept grows with the facts, never with the questions."""
    history = lived("amina").diary.so_far()
    days = [MONDAY + timedelta(days=nth) for nth in range(DAYS // 2, DAYS + WEEK)]
    for day in days:
        today(history, LIBRARY, day)
    kept = len(history.kept)
    assert kept < 3 * len(history.received)
    for day in days:
        today(history, LIBRARY, day)
    assert len(history.kept) == kept


def test_a_correction_and_a_late_fact_are_heard() -> None:
    """What was kept of the facts as they were is not found any more."""
    written = lived("amina").diary.written
    history, day = fold(written), MONDAY + timedelta(days=DAYS)
    before = today(history, LIBRARY, day)
    hurt = next(fact for fact in reversed(written) if isinstance(fact, SetDone) and _is_in(fact, before))
    late: dict[str, Any] = {"person": hurt.person, "at": hurt.at + timedelta(days=1), "day": hurt.day}
    facts: tuple[Fact, ...] = (
        SetDone(id=_id(1), corrects=hurt.id, **late, **_of(hurt), pain_0_10=9),
        Profile(id=_id(2), **late, equipment=()),
        Flare(id=_id(3), **late, state="began"),
    )
    for fact in facts:
        history = add(history, fact)
        answer = today(history, LIBRARY, day)
        assert told(answer) == asked(fold(history.received.values()), day)
        assert told(answer) != told(before)
        before = answer


def _is_in(fact: SetDone, answer: Today) -> bool:
    return fact.exercise in {item.exercise for item in answer.items}


def _id(nth: int) -> FactId:
    return FactId(f"01990000-0000-7000-a000-{nth:012x}")


def _of(done: SetDone) -> dict[str, Any]:
    return {"session": done.session, "exercise": done.exercise, "nth": done.nth, "reps": done.reps}


def test_things_are_the_same_only_where_they_are_one_thing() -> None:
    """Equal things that are two are worked out twice, and one that is asked again is not."""
    calls: list[tuple[int, ...]] = []

    def total(row: tuple[int, ...]) -> int:
        calls.append(row)
        return sum(row)

    kept = Kept()
    one, other = (tuple(range(3)) for _ in range(2))
    assert [kept.of(total, row) for row in (one, one, other, one)] == [3, 3, 3, 3]
    assert len(calls) == 2


def test_two_histories_that_began_empty_keep_nothing_in_common() -> None:
    """What is kept of one person is not held by another."""
    nothing = fold(())
    written = lived("amina").diary.written
    assert add(nothing, *written).kept is not add(nothing, *written).kept
