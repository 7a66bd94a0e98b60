"""What the examples of plans do not say."""

from dataclasses import replace

from gradus.library.library import Library
from gradus.planning.barriers import setting
from gradus.planning.build import week_of
from gradus.planning.model import Solution
from gradus.planning.planner import plan
from gradus.planning.reasons import week_notes
from gradus.planning.request import NoPlan, Plan
from gradus.planning.why_not import why_not
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind
from tests.few import few
from tests.plans import held, request


def test_a_plan_that_was_not_proven_says_by_how_much_it_could_be_better(library: Library) -> None:
    asked = request(library)
    found = setting(asked, library)
    (note,) = week_notes(found, week_of(found, library), Solution((), 100, 103.0, proven=False), 0)
    assert note.rule == "not-proven"
    assert "3 points" in note.says


def test_every_item_and_every_empty_place_has_a_reason(library: Library) -> None:
    found = plan(request(library, person={"equipment": []}), library)
    assert isinstance(found, Plan)
    places = {f"{session}/{slot}" for session, slot in found.because}
    assert places == {*held(found), *found.left_empty}
    assert all(found.because.values())


def test_the_item_carries_the_rules_of_its_reasons(library: Library) -> None:
    found = plan(request(library), library)
    assert isinstance(found, Plan)
    for session in found.sessions:
        for item in session.items:
            assert item.because == tuple(each.rule for each in found.because[session.id, item.slot])


def test_the_reason_of_a_limit_cites_what_the_limit_rests_on(library: Library) -> None:
    library = few(library)
    found = plan(request(library, week={"a": ["bridge", "squat"]}, limits=["no-lying-flat"]), library)
    assert isinstance(found, Plan)
    told = next(each for each in found.because["a", "0"] if each.rule == "limit-forbids")
    assert set(library.limits[next(iter(library.limits))].cites) <= set(told.cites) or told.cites
    assert told.cites == library.limits[next(i for i in library.limits if i == "no-lying-flat")].cites


def test_a_slot_for_holds_takes_no_repetitions(library: Library) -> None:
    asked = request(library, week={"a": ["squat"]})
    shape = asked.phase.sessions[0]
    timed = replace(shape, slots=(replace(shape.slots[0], kind=DoseKind.TIME),))
    found = plan(replace(asked, phase=replace(asked.phase, sessions=(timed,))), library)
    assert held(found) == {"a/0": "wall-sit"}


def test_what_is_changed_is_kept_beside_what_the_person_said(library: Library) -> None:
    asked = request(library, programme="hip-abductor-band", person={"minutes": 10, "days": ["monday"]})
    found = plan(asked, library)
    assert isinstance(found, NoPlan)
    assert found.freed is not None
    assert found.freed.person.equipment == ("chair", "wall", "band")
    assert (found.freed.person.minutes, found.freed.person.days) == (12, ("monday",))


def test_a_test_where_less_is_better_opens_a_step_from_below(library: Library) -> None:
    measure = library.measures[min(library.measures)]
    exercise = library.exercises[ExerciseId("side-bridge-feet")]
    assert exercise.entry is not None
    entry = replace(exercise.entry, measure=measure.id)
    other = replace(
        library,
        exercises={**library.exercises, exercise.id: replace(exercise, entry=entry)},
        measures={**library.measures, measure.id: replace(measure, better="lower")},
    )
    bar = entry.at_least.value
    for score, expected in (
        (bar - 1, "side-bridge-feet"),
        (bar, "side-bridge-feet"),
        (bar + 1, "side-bridge-knees"),
    ):
        found = plan(request(other, week={"a": ["lateral"]}, scores={measure.id: score}), other)
        assert held(found) == {"a/0": expected}


def test_why_not_answers_for_a_request_that_has_no_plan_any_more(library: Library) -> None:
    before = plan(request(library), library)
    assert isinstance(before, Plan)
    asked = request(library, person={"minutes": 7})
    (told,) = why_not(asked, library, ExerciseId("wall-sit"), replace(before, sessions=()))
    assert told.rule == "too-long-with-it"


def test_why_not_without_time_claims_nothing(library: Library) -> None:
    asked = request(library, week={"a": ["squat"]})
    found = plan(asked, library)
    assert isinstance(found, Plan)
    (told,) = why_not(asked, library, ExerciseId("wall-sit"), found, seconds=0.0)
    assert told.rule == "search-ran-out"
