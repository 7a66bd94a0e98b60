"""What holds of every plan, for any person."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.planning.barriers import CALM_PATTERNS, most_high_rank, setting
from gradus.planning.build import build, build_giving_way, week_of
from gradus.planning.minutes import session_minutes
from gradus.planning.model import Solution
from gradus.planning.outdone import outdone
from gradus.planning.places import tires_the_legs
from gradus.planning.planner import SECONDS, plan
from gradus.planning.request import NoPlan, Plan, Request
from gradus.planning.rungs import must_be_earned
from gradus.planning.week import is_day_before
from gradus.planning.why_not import why_not
from gradus.record.parts import PlanItem
from gradus.vocabulary.scales import (
    Irritability,
)
from tests.best_weeks import same_by_trying, with_all_sets
from tests.drawn_plans import HARD, crowded_with, drawn_plan, items, phase_of, requests, small_phases
from tests.few import few
from tests.plans import ranked
from tests.tries import tries


def every_exercise_is_allowed_and_possible(request: Request, found: Plan, library: Library) -> None:
    for _, item in items(found):
        exercise = library.exercises[item.exercise]
        assert set(exercise.needs) <= set(request.person.equipment or ())
        assert exercise.position not in (request.person.cannot_take or ())
        assert not request.cleared.limits.against(exercise)
        assert item.exercise not in request.withheld
        if request.cleared.scope == "calm" or request.irritability is Irritability.HIGH:
            assert exercise.pattern in CALM_PATTERNS


def the_heaviest_are_earned_or_trained_already(request: Request, found: Plan, library: Library) -> None:
    """None of the heaviest exercises is begun unless a strengthening phase is done, the last weeks were calm,
    and somebody watched."""
    for _, item in items(found):
        if must_be_earned(library.exercises[item.exercise], library) and item.exercise not in request.current:
            assert request.earned.phase
            assert request.earned.calm
            assert item.exercise in request.earned.watched


def the_day_before_a_long_run_is_light_for_the_legs(request: Request, found: Plan, library: Library) -> None:
    """In a session of its own day before a long run, heavy leg work is there only where the programme names
    it, or where nothing else could be there."""
    shapes = {shape.id: shape for shape in phase_of(request, found).sessions}
    for session in found.sessions:
        if session.day is None or not is_day_before(session.day, request.person.long_run_on or ()):
            continue
        slots = {slot.id: slot for slot in shapes[session.id].slots}
        chosen = [item for item in session.items if slots[item.slot].exercise is None]
        heavy = [tires_the_legs(library.exercises[item.exercise], library) for item in chosen]
        needed = [not slots[item.slot].optional for item in chosen]
        light = [n and not h for n, h in zip(needed, heavy, strict=True)]
        fixed = [slots[item.slot].exercise is not None for item in session.items]
        assert not any(heavy) or not (any(light) or any(fixed))


def no_session_is_longer_than_the_minutes(request: Request, found: Plan, library: Library) -> None:
    if request.person.minutes is None:
        return
    for session in found.sessions:
        minutes = session_minutes(session.items, library, request.cleared.limits)
        assert minutes <= request.person.minutes + 1e-6
        assert session.minutes <= request.person.minutes + 0.05


def the_optional_leaves_room_for_the_sets_to_come(request: Request, found: Plan, library: Library) -> None:
    """A session that holds more than it is made for fits the minutes with every set that the phase has in
    mind for what it is made for."""
    week = week_of(setting(request, library), library)
    needed = {place.where for place in week.places if not place.slot.optional and place.free}
    for session in found.sessions:
        made_for = [item for item in session.items if (session.id, item.slot) in needed]
        if request.person.minutes is not None and made_for and len(made_for) < len(session.items):
            grown = [
                PlanItem(
                    slot=item.slot,
                    exercise=item.exercise,
                    dose=with_all_sets(item.dose, item.sets_goal) if item in made_for else item.dose,
                    sets_goal=item.sets_goal,
                )
                for item in session.items
            ]
            minutes = session_minutes(grown, library, request.cleared.limits)
            assert minutes <= request.person.minutes + 1e-6


def every_place_is_filled_or_optional_or_said_to_be_empty(request: Request, found: Plan) -> None:
    filled = {f"{session.id}/{item.slot}" for session, item in items(found)}
    for shape in phase_of(request, found).sessions:
        for slot in shape.slots:
            place = f"{shape.id}/{slot.id}"
            assert slot.optional or (place in filled) != (place in found.left_empty)
            if place in filled or place in found.left_empty:
                assert found.because[shape.id, slot.id]


def nothing_is_raised(request: Request, found: Plan) -> None:
    """A start dose is whole, keeps enough in hand, and never raises what is trained already."""
    for _, item in items(found):
        dose, before = item.dose, request.current.get(item.exercise)
        assert 1 <= dose.low <= dose.amount <= dose.top
        assert 1 <= dose.sets <= item.sets_goal or before is not None
        assert dose.reserve is None or dose.reserve >= phase_of(request, found).reserve.value
        if before is not None:
            assert dose.amount <= before.amount
            assert dose.sets <= before.sets
            assert (dose.load_kg, dose.band) == (before.load_kg, before.band)


class TestLimits:
    """No plan breaks a limit: of health, of things and positions, of minutes, of days, of load."""

    @given(data=st.data())
    @tries(45)
    def test_of_anybody(self, library: Library, data: st.DataObject) -> None:
        request, found = drawn_plan(data, library)
        every_exercise_is_allowed_and_possible(request, found, library)
        the_heaviest_are_earned_or_trained_already(request, found, library)
        the_day_before_a_long_run_is_light_for_the_legs(request, found, library)
        no_session_is_longer_than_the_minutes(request, found, library)
        the_optional_leaves_room_for_the_sets_to_come(request, found, library)
        every_place_is_filled_or_optional_or_said_to_be_empty(request, found)
        nothing_is_raised(request, found)

    @given(data=st.data())
    def test_hard_hinges_lie_48_hours_apart(self, library: Library, data: st.DataObject) -> None:
        heavy = ranked(library, {"hip-hinge-drill": 3})
        _, found = drawn_plan(data, heavy)
        hard = [
            session.day
            for session, item in items(found)
            if heavy.exercises[item.exercise].pattern in HARD
            and heavy.exercises[item.exercise].lumbar_rank >= 3
        ]
        days = sorted({day.number for day in hard if day is not None})
        around = [*days, days[0] + 7] if days else []
        assert all(later - earlier >= 2 for earlier, later in pairwise(around))

    @given(data=st.data())
    def test_a_session_holds_each_exercise_once_and_few_of_high_rank(
        self, library: Library, data: st.DataObject
    ) -> None:
        heavy = ranked(library, dict.fromkeys(("sit-to-stand", "glute-bridge", "side-bridge-knees"), 3))
        request, found = drawn_plan(data, heavy)
        for session in found.sessions:
            held = [item.exercise for item in session.items]
            high = [each for each in held if heavy.exercises[each].lumbar_rank >= 3]
            assert len(set(held)) == len(held) > 0
            assert len(high) <= most_high_rank(phase_of(request, found), heavy)


class TestDoses:
    """A start dose is whole, keeps enough in hand, and never raises what is trained already."""

    @given(data=st.data())
    def test_an_irritable_back_keeps_more_in_hand(self, library: Library, data: st.DataObject) -> None:
        request = replace(data.draw(requests(library)), irritability=Irritability.LOW)
        calm = plan(request, library)
        irritable = plan(replace(request, irritability=Irritability.MODERATE), library)
        assume(isinstance(calm, Plan) and isinstance(irritable, Plan))
        assert isinstance(calm, Plan)
        assert isinstance(irritable, Plan)
        before = {(s.id, i.slot, i.exercise): i.dose.reserve for s, i in items(calm)}
        for session, item in items(irritable):
            usual = before.get((session.id, item.slot, item.exercise))
            assert usual is None or (item.dose.reserve or 0) >= usual


class TestSamePlan:
    """The same answers give the same plan, on every machine and for any order of the content."""

    @given(data=st.data())
    def test_the_order_of_the_content_changes_nothing(self, library: Library, data: st.DataObject) -> None:
        request = data.draw(requests(library))
        order = data.draw(st.permutations(sorted(library.exercises)))
        turned = replace(library, exercises={id_: library.exercises[id_] for id_ in order})
        assert plan(request, turned) == plan(request, library)

    @given(data=st.data())
    @tries(20)
    def test_the_order_of_a_crowded_library_changes_nothing(
        self, library: Library, data: st.DataObject
    ) -> None:
        full = crowded_with("a", library)
        request = data.draw(requests(full))
        order = data.draw(st.permutations(sorted(full.exercises)))
        turned = replace(full, exercises={id_: full.exercises[id_] for id_ in order})
        assert plan(request, turned) == plan(request, full)

    @given(data=st.data())
    @tries(20)
    def test_leaving_out_what_is_outdone_changes_nothing(self, library: Library, data: st.DataObject) -> None:
        full = crowded_with("az", few(library))
        request = data.draw(small_phases(full).flatmap(lambda phase: requests(full, phase)))
        week = week_of(setting(request, full), full)
        for built in (build(week), build_giving_way(week)):
            spare = outdone(week, built)
            groups = [built.of(number) for number in range(len(week.places))] if not built.left_out else []
            whole, lean = built.model.solve(SECONDS), built.model.solve(SECONDS, spare.for_the_best())
            if isinstance(whole, Solution) and isinstance(lean, Solution):
                assert lean.objective == whole.objective
                told = built.model.settle(groups, whole, SECONDS)
                short = built.model.settle(groups, lean, SECONDS, spare.for_ties()[: len(groups)])
                for column in (column for group in groups for column in group):
                    assert told.chosen(column) == short.chosen(column)
            else:
                assert lean is whole

    @given(data=st.data())
    def test_planning_twice_gives_the_same(self, library: Library, data: st.DataObject) -> None:
        request = data.draw(requests(library))
        assert plan(request, library) == plan(request, library)


class TestNoPlan:
    """When nothing fits, the change that is named makes a plan, and no limit of health is given up for it."""

    @given(data=st.data())
    @tries(35)
    def test_the_change_really_frees_a_plan(self, library: Library, data: st.DataObject) -> None:
        request = data.draw(requests(library) | small_phases(library).flatmap(lambda p: requests(library, p)))
        found = plan(request, library)
        assume(isinstance(found, NoPlan))
        assert isinstance(found, NoPlan)
        assert found.collide
        assert found.change
        if found.freed is None:
            assert found.collide[0].rule in ("nothing-is-left", "no-change-helps")
        else:
            assert found.freed.cleared is request.cleared
            assert isinstance(plan(found.freed, library), Plan)

    @given(data=st.data())
    def test_more_minutes_never_make_a_plan_worse(self, library: Library, data: st.DataObject) -> None:
        request, found = drawn_plan(data, library)
        minutes = request.person.minutes
        assume(minutes is not None)
        assert minutes is not None
        longer = plan(replace(request, person=replace(request.person, minutes=minutes + 10)), library)
        assert isinstance(longer, Plan)
        brief = [any(note.rule == "brief-week" for note in each.notes) for each in (found, longer)]
        assume(brief != [True, False])  # a brief week has room for more exercises, with less of each
        assert longer.objective >= found.objective


class TestObjective:
    """The score is the sum of the one table, where needed places count more; no week under the same limits
    reaches more."""

    @given(data=st.data())
    def test_the_objective_is_the_sum_of_the_table(self, library: Library, data: st.DataObject) -> None:
        request, found = drawn_plan(data, library)
        week = week_of(setting(request, library), library)
        table = library.objective
        total = table.variety.points * len({item.exercise for _, item in items(found)})
        for session, item in items(found):
            place = next(each for each in week.places if each.where == (session.id, item.slot))
            choice = next(each for each in place.free if each.exercise.id == item.exercise)
            counts = 1 if place.slot.optional else table.needed_place_counts
            total += counts * sum(getattr(table, name).points for name in choice.wishes)
        assert found.objective == total
        assert found.bound >= found.objective
        assert found.proven
        assert found.bound == found.objective

    @given(data=st.data())
    @tries(35)
    def test_trying_every_small_week_finds_none_better_and_the_same_first(
        self, library: Library, data: st.DataObject
    ) -> None:
        heavy = ranked(few(library), {"hip-hinge-drill": 3, "sit-to-stand": 3, "side-bridge-knees": 3})
        request = data.draw(small_phases(heavy).flatmap(lambda phase: requests(heavy, phase)))
        found = plan(request, heavy)
        same_by_trying(request, heavy, found)

    @given(data=st.data())
    @tries(35)
    def test_trying_every_small_week_of_a_crowded_library_finds_the_same(
        self, library: Library, data: st.DataObject
    ) -> None:
        ranks = {"hip-hinge-drill": 3, "side-bridge-knees": 3, "a-glute-bridge": 3, "z-sit-to-stand": 3}
        heavy = ranked(crowded_with("az", few(library)), ranks)
        small = small_phases(heavy, slots_each=2, patterns=1)
        request = data.draw(small.flatmap(lambda phase: requests(heavy, phase)))
        same_by_trying(request, heavy, plan(request, heavy))


class TestWhyNot:
    """Whoever asks for an exercise that is not in the plan gets a reason."""

    @given(data=st.data())
    def test_there_is_always_a_reason(self, library: Library, data: st.DataObject) -> None:
        request, found = drawn_plan(data, library)
        asked = data.draw(st.sampled_from(sorted(library.exercises)))
        reasons = why_not(request, library, asked, found)
        assert reasons
        assert all(reason.says for reason in reasons)
        held = asked in {item.exercise for _, item in items(found)}
        assert held == (reasons[0].rule == "already-in-the-plan")
