"""What holds of every plan, for any person."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise, product
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.library.types import Phase, SessionShape, Slot
from gradus.planning.barriers import CALM_PATTERNS, most_high_rank, setting
from gradus.planning.build import Week, build, build_giving_way, week_of
from gradus.planning.minutes import session_minutes
from gradus.planning.model import Solution
from gradus.planning.outdone import outdone
from gradus.planning.places import Choice, tires_the_legs
from gradus.planning.planner import SECONDS, can_be_brief, plan
from gradus.planning.request import Earned, NoPlan, Plan, Request
from gradus.planning.rungs import must_be_earned
from gradus.planning.week import is_day_before
from gradus.planning.why_not import why_not
from gradus.record.parts import PlanItem, PlannedSession
from gradus.record.person import Person
from gradus.screening.cleared import clear
from gradus.screening.limits import combine
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, PhaseId, RuleId
from gradus.vocabulary.scales import (
    Caution,
    Equipment,
    Irritability,
    Pattern,
    Position,
    Weekday,
)
from tests.few import few
from tests.plans import ON, WITHHELD, ranked
from tests.tries import tries

REST_S = (0, 15, 0, 5, 20)
HARD = (Pattern.HINGE, Pattern.EXTENSION)
PATTERNS = (
    Pattern.SQUAT,
    Pattern.BRIDGE,
    Pattern.HINGE,
    Pattern.HIP,
    Pattern.LATERAL,
    Pattern.PULL,
    Pattern.WALK,
)


def some(values: Any, most: int = 4, *, least: int = 0) -> st.SearchStrategy[Any]:
    return _some(tuple(sorted(values)), most, least)


@cache
def _some(values: tuple[Any, ...], most: int, least: int) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True).map(tuple)


def crowded_with(names: str, library: Library) -> Library:
    """Each exercise several times, under other names, some a little shorter or longer: many weeks are worth
    the same, and many choices are outdone by others."""
    copies = {
        ExerciseId(f"{name}-{id_}"): replace(
            own,
            id=ExerciseId(f"{name}-{id_}"),
            easier=None,
            harder=None,
            entry=None,
            dose=replace(own.dose, rest_s=own.dose.rest_s + REST_S[(len(id_) + nth) % len(REST_S)]),
        )
        for id_, own in library.exercises.items()
        for nth, name in enumerate(names)
    }
    return replace(library, exercises={**library.exercises, **copies})


@cache
def people(exercises: frozenset[ExerciseId]) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        equipment=st.none() | st.just(tuple(Equipment)) | some(Equipment, 8),
        bands=st.none() | st.just(("yellow", "red")),
        dumbbells_kg=st.none() | st.just((8.0, 4.0)),
        minutes=st.none() | st.integers(5, 60),
        days=st.none() | some(Weekday, 7),
        cannot_take=st.none() | some(Position, 3),
        provoked_by=some(Caution, 3),
        likes=some(exercises),
        dislikes=some(exercises),
        goal_patterns=some(Pattern, 2),
        long_run_on=st.none() | some(Weekday, 2),
    )


@st.composite
def doses(draw: st.DrawFn, library: Library, exercise: ExerciseId) -> Dose:
    own = library.exercises[exercise].dose
    low, top = own.range
    return Dose(
        kind=own.kind,
        sets=draw(st.integers(1, 5)),
        amount=draw(st.integers(low, top)),
        low=low,
        top=top,
        rest_s=own.rest_s,
        reserve=own.reserve,
        load_kg=draw(st.none() | st.sampled_from([2.0, 6.0])) if own.load == "dumbbell" else None,
        band="green" if own.load == "band" else None,
    )


@st.composite
def requests(draw: st.DrawFn, library: Library, phase: Phase | None = None) -> Request:
    """A request of anybody, cleared in full or for calm work, for any programme."""
    ids = frozenset(library.exercises)
    programme = library.programmes[draw(st.sampled_from(sorted(library.programmes)))]
    limits = [(limit, RuleId("drawn")) for limit in draw(some(library.limits, 2))]
    trained = draw(some(ids, 6))
    return Request(
        cleared=clear(
            draw(st.sampled_from(["full", "full", "full", "calm"])),
            combine(limits, library),
            on=ON,
            because=(),
        ),
        person=draw(people(ids)),
        scores={each: draw(st.integers(0, 60)) for each in draw(some(library.measures, 6))},
        programme=programme,
        phase=phase or draw(st.sampled_from(programme.phases)),
        irritability=draw(st.sampled_from([*Irritability, Irritability.LOW])),
        current={each: draw(doses(library, each)) for each in trained},
        withheld=dict.fromkeys(draw(some(ids, 2)), WITHHELD),
        earned=draw(
            st.builds(Earned, phase=st.booleans(), calm=st.booleans(), watched=some(ids, 6).map(frozenset))
        ),
    )


@st.composite
def small_phases(draw: st.DrawFn, library: Library, *, slots_each: int = 3, patterns: int = 2) -> Phase:
    """A phase of one or two sessions with up to three slots each, some optional."""
    like = library.programmes[min(library.programmes)].phases[0]
    slots = st.builds(
        Slot,
        id=st.just("-"),
        patterns=some(PATTERNS, patterns, least=1),
        optional=st.booleans(),
        sets=st.integers(1, 3),
    )
    shapes = []
    for name in draw(st.sampled_from(["a", "ab"])):
        drawn = draw(st.lists(slots, min_size=1, max_size=slots_each))
        named = tuple(replace(slot, id=f"{nth}") for nth, slot in enumerate(drawn))
        shapes.append(SessionShape(id=name, title=name, slots=named))
    often = replace(like.sessions_per_week, value=draw(st.integers(1, 3)))
    return replace(like, id=PhaseId("small"), sessions=tuple(shapes), sessions_per_week=often)


def drawn_plan(data: st.DataObject, library: Library) -> tuple[Request, Plan]:
    request = data.draw(requests(library))
    found = plan(request, library)
    if isinstance(found, NoPlan) and found.freed is not None:
        request, found = found.freed, plan(found.freed, library)
    assume(isinstance(found, Plan))
    assert isinstance(found, Plan)
    return request, found


def items(found: Plan) -> Iterator[tuple[PlannedSession, PlanItem]]:
    return ((session, item) for session in found.sessions for item in session.items)


def phase_of(request: Request, found: Plan) -> Phase:
    return next(each for each in (request.phase, *request.programme.phases) if each.id == found.phase)


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
    @tries(80)
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
    @tries(30)
    def test_the_order_of_a_crowded_library_changes_nothing(
        self, library: Library, data: st.DataObject
    ) -> None:
        full = crowded_with("a", library)
        request = data.draw(requests(full))
        order = data.draw(st.permutations(sorted(full.exercises)))
        turned = replace(full, exercises={id_: full.exercises[id_] for id_ in order})
        assert plan(request, turned) == plan(request, full)

    @given(data=st.data())
    @tries(50)
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
    @tries(60)
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
    @tries(60)
    def test_trying_every_small_week_finds_none_better_and_the_same_first(
        self, library: Library, data: st.DataObject
    ) -> None:
        heavy = ranked(few(library), {"hip-hinge-drill": 3, "sit-to-stand": 3, "side-bridge-knees": 3})
        request = data.draw(small_phases(heavy).flatmap(lambda phase: requests(heavy, phase)))
        found = plan(request, heavy)
        same_by_trying(request, heavy, found)

    @given(data=st.data())
    @tries(60)
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


def same_by_trying(request: Request, library: Library, found: Plan | NoPlan) -> None:
    tried = best_or_brief(request, library)
    if tried is None:
        assert isinstance(found, NoPlan)
    else:
        assert isinstance(found, Plan)
        told = {(session.id, item.slot): item.exercise for session, item in items(found)}
        assert (found.objective, told) == tried


def best_or_shorter(request: Request, library: Library) -> tuple[int, Mapping[Any, Any]] | None:
    """The best week by trying; where none fits, with what is in training nearer and nearer to the bottom."""
    week = week_of(setting(request, library), library)
    tried = best_by_trying(week, library) if week.days else None
    lower = {
        id_: replace(dose, amount=min(dose.amount, (dose.amount + dose.low) // 2))
        for id_, dose in request.current.items()
    }
    if tried is None and lower != request.current and week.days:
        return best_or_shorter(replace(request, current=lower), library)
    return tried


def best_or_brief(request: Request, library: Library) -> tuple[int, Mapping[Any, Any]] | None:
    """The best week by trying; where none fits, a brief one where such a one may help."""
    tried = best_or_shorter(request, library)
    if tried is None and can_be_brief(request):
        return best_or_shorter(replace(request, brief=True), library)
    return tried


def best_by_trying(week: Week, library: Library) -> tuple[int, Mapping[Any, Any]] | None:
    """The most points of any week, and the first such week in order of places and ids, by trying each."""
    options: list[list[Choice | None]] = [
        [*place.free, *([] if place.must_be_filled else [None])] for place in week.places
    ]
    best: tuple[int, Mapping[Any, Any]] | None = None
    for tried in product(*options):
        held = [(place, choice) for place, choice in zip(week.places, tried, strict=True) if choice]
        if not obeys(held, week, library):
            continue
        points = sum(choice.points for _, choice in held)
        points += library.objective.variety.points * len({choice.exercise.id for _, choice in held})
        if best is None or points > best[0]:
            best = points, {place.where: choice.exercise.id for place, choice in held}
    return best


def obeys(held: Any, week: Week, library: Library) -> bool:
    return all(
        session_obeys([(p, c) for p, c in held if p.number == number], number, week, library)
        for number in range(len(week.phase.sessions))
    ) and not any(
        hard(one) and hard(other) and (min(p.number, q.number), max(p.number, q.number)) in week.close
        for (p, one), (q, other) in [*combinations(held, 2), *((each, each) for each in held)]
    )


def session_obeys(held: Any, number: int, week: Week, library: Library) -> bool:
    needed = [p for p in week.places if p.number == number and not p.slot.optional and p.choices]
    trained = any(choice.exercise.pattern not in CALM_PATTERNS for _, choice in held)
    holds_something = any(place in needed for place, _ in held) or (
        trained and not any(place.free for place in needed)
    )
    ids = [choice.exercise.id for _, choice in held]
    whole = [
        PlanItem(
            slot="-",
            exercise=choice.exercise.id,
            dose=choice.start.dose,
            sets_goal=choice.start.sets_goal,
        )
        for _, choice in held
    ]
    return (
        bool(held)
        and (not needed or holds_something)
        and len(set(ids)) == len(ids)
        and sum(c.exercise.lumbar_rank >= 3 for _, c in held) <= most_high_rank(week.phase, library)
        and (week.minutes is None or session_minutes(whole, library, week.limits) <= week.minutes + 1e-9)
        and keeps_room(held, number, week, library)
    )


def with_all_sets(dose: Dose, goal: int) -> Dose:
    return replace(dose, sets=max(dose.sets, goal))


def keeps_room(held: Any, number: int, week: Week, library: Library) -> bool:
    """Whether nothing that may stay empty is filled, or it fits beside all the sets in mind for the rest."""
    needed = {p.where for p in week.places if p.number == number and not p.slot.optional and p.free}
    if week.minutes is None or not needed or all(place.where in needed for place, _ in held):
        return True
    grown = [
        PlanItem(
            slot="-",
            exercise=choice.exercise.id,
            dose=with_all_sets(choice.start.dose, choice.start.sets_goal)
            if place.where in needed
            else choice.start.dose,
            sets_goal=choice.start.sets_goal,
        )
        for place, choice in held
    ]
    return session_minutes(grown, library, week.limits) <= week.minutes + 1e-9


def hard(choice: Choice) -> bool:
    return choice.exercise.pattern in HARD and choice.exercise.lumbar_rank >= 3
