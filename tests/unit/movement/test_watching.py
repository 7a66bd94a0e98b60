"""Watching moment by moment: what is said, what is counted, what is judged and what is not."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import cos, pi, radians, sin

import pytest

from gradus.library.library import Library
from gradus.movement.engine.gates import NOBODY, OUT_OF_PICTURE, SEVERAL, SOMEBODY_ELSE, TOO_FAR, TURN
from gradus.movement.engine.joints import AT, SEEN, Moment
from gradus.movement.engine.plan import Plan, Signal
from gradus.movement.engine.summing import summed
from gradus.movement.engine.watching import State, Watcher
from gradus.movement.synthesis import Stream, Wanted, synthetic
from gradus.movement.watched import plan_of
from gradus.vocabulary.ids import ExerciseId

QUIET = Wanted(count=3, hertz=15, noise=0, drops=0)


@pytest.fixture(scope="module")
def plan(library: Library) -> Plan:
    return made_plan(library, "goblet-squat")


def made_plan(library: Library, name: str) -> Plan:
    exercise = library.exercises[ExerciseId(name)]
    assert exercise.movement is not None
    return plan_of(exercise, exercise.movement, library.watching)


@pytest.fixture(scope="module")
def squats(library: Library) -> Stream:
    return made(library, "goblet-squat", QUIET)


def made(library: Library, name: str, wanted: Wanted) -> Stream:
    exercise = library.exercises[ExerciseId(name)]
    assert exercise.movement is not None
    return synthetic(exercise, exercise.movement, wanted, lambda: 0.0, lambda: 1.0)


def states(watcher: Watcher, moments: Sequence[Moment]) -> list[State]:
    return [watcher.next(moment) for moment in moments]


def changed(moments: Sequence[Moment], change: Callable[[list[float]], None]) -> list[Moment]:
    """The same moments with each row changed."""
    found = []
    for moment in moments:
        row = list(moment.points or ())
        change(row)
        found.append(replace(moment, points=row))
    return found


def test_a_set_is_counted_and_measured(plan: Plan, squats: Stream) -> None:
    watcher = Watcher(plan, QUIET.size)
    seen = states(watcher, squats.moments)
    watcher.finish()
    assert watcher.count == 3
    assert [state.repetitions for state in seen] == sorted(state.repetitions for state in seen)
    assert {state.phase for state in seen} == {"start", "there", "far", "back"}
    for record in watcher.records:
        assert record.there_s is not None
        assert record.range is not None
        assert record.there_s.value == pytest.approx(2, abs=0.1)
        assert record.there_s.error == pytest.approx(0.2 + 0.5 / 15, abs=0.01)
        assert record.range.value == pytest.approx(83, abs=1.5)
        assert not record.found
        assert not record.not_judged
    told = summed(plan, watcher.records)
    assert told.count == 3
    assert told.velocity_loss == pytest.approx(0, abs=1)


@pytest.mark.parametrize("hertz", [10, 24, 60])
def test_any_rate_counts_alike(library: Library, plan: Plan, hertz: float) -> None:
    watcher = Watcher(plan, QUIET.size)
    states(watcher, made(library, "goblet-squat", replace(QUIET, hertz=hertz)).moments)
    assert watcher.count == 3


def test_every_third_picture_may_be_missing(plan: Plan, squats: Stream) -> None:
    kept = [
        each if nth % 3 else replace(each, points=None, people=0) for nth, each in enumerate(squats.moments)
    ]
    watcher = Watcher(plan, QUIET.size)
    seen = states(watcher, kept)
    assert watcher.count == 3
    assert seen[0].word == NOBODY


def test_nothing_is_counted_before_the_start_pose_was_still(library: Library, plan: Plan) -> None:
    moments = made(library, "goblet-squat", replace(QUIET, still_s=0)).moments
    watcher = Watcher(plan, QUIET.size)
    assert "standing, feet a bit wider" in (states(watcher, moments[:60])[-1].word or "")
    assert watcher.count == 0
    eager = Watcher(plan, QUIET.size, waits=False)
    states(eager, moments)
    assert eager.count == 3
    own = {each.fault for record in eager.records for each in record.not_judged}
    assert own == {"heel-up"}, "what is told against the own start is not judged without one"


def test_two_people_stop_the_count_until_one_is_left(plan: Plan, squats: Stream) -> None:
    watcher = Watcher(plan, QUIET.size)
    half = len(squats.moments) // 2
    states(watcher, squats.moments[:half])
    before = watcher.count
    crowd = [replace(each, people=2) for each in squats.moments[half:]]
    assert {state.word for state in states(watcher, crowd)} == {SEVERAL}
    assert watcher.count == before


def test_somebody_else_is_not_counted_as_the_same(plan: Plan, squats: Stream) -> None:
    watcher = Watcher(plan)
    half = len(squats.moments) // 2
    states(watcher, squats.moments[:half])

    def aside(row: list[float]) -> None:
        for at in AT.values():
            row[at] += 400

    other = changed(squats.moments[half:], aside)
    seen = states(watcher, other)
    assert seen[0].word == SOMEBODY_ELSE
    assert not seen[-1].ready or seen[-1].word is None


@pytest.mark.parametrize(("least_px", "far"), [(383, False), (387, True)])
def test_a_body_has_to_be_tall_enough(plan: Plan, squats: Stream, least_px: float, far: bool) -> None:
    near = replace(plan, limits=replace(plan.limits, least_height_px=least_px * 1.0288))
    told = states(Watcher(near, QUIET.size), squats.moments[:8])[-1].word
    assert (told == TOO_FAR) == far


def test_who_stands_wrongly_is_told_how_to_turn(library: Library, plan: Plan) -> None:
    front = made(library, "goblet-squat", replace(QUIET, turned=50)).moments
    watcher = Watcher(plan, QUIET.size)
    assert states(watcher, front)[20].word == TURN["side"]
    assert watcher.records
    assert all(len(each.not_judged) == len(plan.faults) for each in watcher.records)
    assert all(each.range is None for each in watcher.records)


def test_a_joint_that_is_not_seen_is_named(plan: Plan, squats: Stream) -> None:
    def hide(row: list[float]) -> None:
        row[AT["right-ankle"] + SEEN] = row[AT["left-ankle"] + SEEN] = 0.59

    watcher = Watcher(plan, QUIET.size)
    seen = states(watcher, changed(squats.moments[:30], hide))
    assert seen[-1].word == "Your right ankle is not seen. Move, or clear what is in front of it."

    def below(row: list[float]) -> None:
        hide(row)
        row[AT["right-ankle"] + 1] = QUIET.size[1] + 20

    watcher = Watcher(plan, QUIET.size)
    assert states(watcher, changed(squats.moments[:30], below))[-1].word == OUT_OF_PICTURE


def test_an_unseen_shoulder_leaves_the_trunk_unjudged_and_the_count_alone(plan: Plan, squats: Stream) -> None:
    def hide(row: list[float]) -> None:
        row[AT["right-shoulder"] + SEEN] = row[AT["left-shoulder"] + SEEN] = 0.2

    watcher = Watcher(plan, QUIET.size)
    states(watcher, changed(squats.moments, hide))
    assert watcher.count == 3
    assert {(each.fault, each.why) for record in watcher.records for each in record.not_judged} == {
        ("bows-over", "not seen well enough")
    }


def test_a_margin_within_the_error_is_never_judged(plan: Plan, squats: Stream) -> None:
    sharp = replace(plan, faults=tuple(replace(fault, margin=0.1) for fault in plan.faults))
    watcher = Watcher(sharp, QUIET.size)
    states(watcher, squats.moments)
    assert all(len(record.not_judged) == len(plan.faults) and not record.found for record in watcher.records)


def test_one_cue_a_repetition_the_most_serious(library: Library, plan: Plan) -> None:
    both = replace(
        QUIET, faults=tuple(each for each in plan.faults if each.about == "angle"), tempo=(0.6, 0, 2)
    )
    watcher = Watcher(plan, QUIET.size)
    seen = states(watcher, made(library, "goblet-squat", both).moments)
    over = [state.finished for state in seen if state.finished is not None]
    assert over
    for record in over:
        assert len(record.found) > 1
        assert record.cue is not None
        assert record.cue.severity == max(each.severity for each in record.found)


@pytest.mark.parametrize(("kept", "held"), [(4.0, True), (0.0, False)])
def test_a_hold_is_timed_while_it_lasts(library: Library, kept: float, held: bool) -> None:
    watcher = Watcher(made_plan(library, "wall-sit"), QUIET.size)
    seen = states(watcher, made(library, "wall-sit", replace(QUIET, count=1, hold_s=max(kept, 0.1))).moments)
    if held:
        assert max(state.held_s for state in seen) > kept
    (record,) = watcher.records
    assert record.held_s is not None
    assert record.held_s.value > kept


def test_a_moment_that_comes_late_changes_nothing(plan: Plan, squats: Stream) -> None:
    watcher = Watcher(plan, QUIET.size)
    seen = states(watcher, squats.moments[:60])
    again = watcher.next(squats.moments[10])
    assert (again.share, again.repetitions) == (seen[-1].share, seen[-1].repetitions)


def test_alternating_swings_are_counted_on_their_sides(plan: Plan) -> None:
    """A plan that no exercise has yet: arms raised to the side in turn."""
    swings = replace(
        plan, kind="alternating", view="front", start=0.0, far=60.0, tolerance=20.0, faults=(),
        carries=(),
        signal=Signal("difference", ("left-shoulder-out", "right-shoulder-out")),
    )  # fmt: skip
    watcher = Watcher(swings, waits=False)
    for nth in range(240):
        angle = 40 * cos(pi * nth / 30 - pi / 2)
        watcher.next(Moment(nth / 30, arms(max(0.0, angle), max(0.0, -angle))))
    watcher.finish()
    assert [record.side for record in watcher.records] == ["left", "right"] * 4
    assert summed(swings, watcher.records).sides_differ == pytest.approx(0, abs=3)


def arms(left: float, right: float) -> list[float]:
    """Somebody who faces the camera, each arm raised by so many degrees."""
    row = [0.0] * (3 * len(AT))
    for side, out, raised in (("left", 1, left), ("right", -1, right)):
        places: dict[str, tuple[float, float]] = {
            "shoulder": (17, 0),
            "hip": (9, 46),
            "knee": (9, 88),
            "ankle": (9, 130),
        }
        turned = radians(raised)
        places["elbow"] = (17 + 30 * sin(turned), 30 * cos(turned))
        for part, (x, y) in places.items():
            at = AT[f"{side}-{part}"]
            row[at : at + 3] = [out * x, y, 1.0]
    return row


def test_a_constant_signal_counts_nothing(plan: Plan, squats: Stream) -> None:
    watcher = Watcher(plan, QUIET.size)
    first = squats.moments[0].points
    seen = [watcher.next(Moment(nth / 15, first)) for nth in range(300)]
    assert watcher.finish() is None
    assert seen[-1].ready
    assert watcher.count == 0
