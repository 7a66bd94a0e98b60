"""Sentences about what a camera counts, tried on somebody who bows."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from gradus.library.load import load
from gradus.movement.engine.joints import NUMBERS, Moment, turned_over
from gradus.movement.engine.plan import Plan
from gradus.movement.engine.watching import Watcher
from gradus.movement.watched import plan_of
from gradus.vocabulary.ids import ExerciseId
from tests.unit.movement.test_angles import lean

LIBRARY = load()
HERTZ = 15


def hinge() -> Plan:
    exercise = LIBRARY.exercises[ExerciseId("romanian-deadlift")]
    assert exercise.movement is not None
    return plan_of(exercise, exercise.movement, LIBRARY.watching)


PLAN = hinge()
WAY = [2 + 7 * nth for nth in range(9)]
BOW = [*WAY, *reversed(WAY)]


def bows(pauses: Sequence[int]) -> list[list[float]]:
    """Bows with so many pictures of rest before each, after two seconds of standing."""
    angles = [2] * (2 * HERTZ)
    for pause in pauses:
        angles += [2] * pause + BOW
    return [lean(angle) for angle in (*angles, *[2] * HERTZ)]


def counted(rows: Sequence[Sequence[float]]) -> int:
    watcher = Watcher(PLAN)
    for nth, row in enumerate(rows):
        watcher.next(Moment(nth / HERTZ, row))
    watcher.finish()
    return watcher.count


class TestACount:
    """A count is unchanged by where somebody stands in the picture, by how large they are in it, by a mirror,
    and by how long they rest."""

    @given(
        across=st.floats(-1000, 1000),
        down=st.floats(-1000, 1000),
        size=st.floats(0.1, 50),
        mirror=st.booleans(),
        pauses=st.lists(st.integers(0, 60), max_size=4),
    )
    def test_place_size_mirror_and_rest_change_no_count(
        self, across: float, down: float, size: float, mirror: bool, pauses: list[int]
    ) -> None:
        rows = []
        for row in bows(pauses):
            moved = list(row)
            for at in range(0, len(moved), NUMBERS):
                moved[at], moved[at + 1] = size * moved[at] + across, size * moved[at + 1] + down
            rows.append(turned_over(moved, 100.0) if mirror else moved)
        assert counted(rows) == len(pauses)


class TestWhatIsSeen:
    """Whatever numbers come, there is an answer, time never makes a count smaller, and nothing is said of a
    person, only of what to do."""

    @given(st.lists(st.lists(st.floats(-1e6, 1e6), min_size=54, max_size=54), max_size=14))
    def test_any_numbers_get_an_answer(self, rows: list[list[float]]) -> None:
        watcher = Watcher(PLAN, waits=False)
        before = 0
        for nth, row in enumerate(rows):
            state = watcher.next(Moment(nth / HERTZ, row))
            assert state.repetitions >= before
            before = state.repetitions
        watcher.finish()
