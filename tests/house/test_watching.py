"""What a camera may say of every exercise: the drawn figure does what the definition expects, no fault is
seen where none is shown, each is seen where it is, and no word claims what cannot be seen."""

import re
from dataclasses import replace
from functools import cache

import pytest

from gradus.library.load import load
from gradus.library.types import Exercise
from gradus.movement.drawn import drawn_rows, drawn_value
from gradus.movement.engine.plan import Fault, Plan
from gradus.movement.engine.records import Record
from gradus.movement.engine.watching import Watcher
from gradus.movement.synthesis import Wanted, showing, synthetic
from gradus.movement.timeline import far_pose
from gradus.movement.watched import NotWatched, plan_of
from tests.house.every import of_every

LIBRARY = load()
EXERCISES = [each for _, each in sorted(LIBRARY.exercises.items())]
WATCHED = [each for each in EXERCISES if each.movement and each.movement.watch.camera != "none"]
LEFT_ALONE = [each for each in EXERCISES if each.movement and each.movement.watch.camera == "none"]
STILL = Wanted(count=2, hertz=15, hold_s=4, noise=0, drops=0)
CLAIMS = re.compile(
    r"\b(your|the) (back|spine|knees?|hips?) (is|are) (bent|rounded|arched|wrong|bad)\b|\bwrong\b|\bbad\b"
)


@cache
def plan(exercise: Exercise) -> Plan:
    assert exercise.movement is not None
    return plan_of(exercise, exercise.movement, LIBRARY.watching)


def watched(exercise: Exercise, wanted: Wanted) -> list[Record]:
    """What the engine makes of the drawn figure, whose dice always fall alike."""
    assert exercise.movement is not None
    stream = synthetic(exercise, exercise.movement, wanted, lambda: 0.0, lambda: 1.0)
    watcher = Watcher(plan(exercise), wanted.size)
    for moment in stream.moments:
        watcher.next(moment)
    watcher.finish()
    return watcher.records


@of_every(WATCHED)
def test_the_drawn_way_is_the_expected_one(exercise: Exercise) -> None:
    movement, told = exercise.movement, plan(exercise)
    assert movement is not None
    rows = drawn_rows(movement, told.view)
    drawn = drawn_value(told.signal, rows[0], rows[far_pose(movement)])
    assert abs(abs(drawn - told.start) - told.range_) <= told.tolerance


@of_every(WATCHED)
def test_the_drawn_set_comes_back_from_the_engine(exercise: Exercise) -> None:
    records = watched(exercise, STILL)
    assert len(records) == STILL.count
    assert [each.fault for record in records for each in record.found] == []
    if plan(exercise).kind == "hold":
        assert all(record.held_s is not None and record.held_s.value >= STILL.hold_s for record in records)
    else:
        assert all(record.range is not None for record in records)


FAULTS = [(exercise, fault) for exercise in WATCHED for fault in plan(exercise).faults]


@of_every(FAULTS)
def test_a_fault_that_is_shown_is_seen(exercise: Exercise, fault: Fault) -> None:
    assert exercise.movement is not None
    wanted = showing(exercise, exercise.movement, plan(exercise), fault, STILL)
    for record in watched(exercise, wanted):
        assert fault.id in {each.fault for each in record.found}
        assert record.cue is not None


@of_every(FAULTS)
def test_its_words_claim_nothing_that_cannot_be_seen(exercise: Exercise, fault: Fault) -> None:
    assert exercise.movement is not None
    assert not CLAIMS.search(fault.says.lower())
    if fault.signal is not None and "torso" in fault.signal.of:
        assert fault.says.startswith("Check your back")


def test_no_words_stand_twice() -> None:
    said = [fault.says for _, fault in FAULTS]
    said += [each.movement.watch.why for each in EXERCISES if each.movement is not None]
    assert len(set(said)) == len(said)


@of_every(LEFT_ALONE)
def test_what_is_left_alone_says_why(exercise: Exercise) -> None:
    assert exercise.movement is not None
    with pytest.raises(NotWatched, match=re.escape(exercise.movement.watch.why)):
        plan_of(exercise, exercise.movement, LIBRARY.watching)


@of_every([each for each in WATCHED if each.one_sided])
def test_the_other_side_is_watched_as_well(exercise: Exercise) -> None:
    movement = exercise.movement
    assert movement is not None
    stream = synthetic(exercise, movement, replace(STILL, other_side=True), lambda: 0.0, lambda: 1.0)
    watcher = Watcher(plan_of(exercise, movement, LIBRARY.watching, other_side=True), STILL.size)
    for moment in stream.moments:
        watcher.next(moment)
    watcher.finish()
    assert len(watcher.records) == STILL.count
    assert [each.fault for record in watcher.records for each in record.found] == []
