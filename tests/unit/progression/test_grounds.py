"""What a decision stands on: a clinician's dose, pain elsewhere, whose turn it is, what is derived again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs

from gradus.library.library import Library
from gradus.planning.weights import AtHand, heavier
from gradus.progression.clinician import dose_is_less, dose_is_the_same, locked, set_doses
from gradus.progression.hurts import hurts, resting
from gradus.progression.lightening import from_before
from gradus.progression.occasions import Log, last_trained, occasions, sessions_of_the_day, turn, work
from gradus.progression.situation import Situation
from gradus.progression.volume import sets_to_add
from gradus.record.facts import DecisionShown, Lock, Override, PlanMade, SetDone
from gradus.record.parts import ShownItem
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import Colour, Step, Weekday
from tests.build import START
from tests.training import Life

BRIDGE: dict[str, Any] = {"exercise": "glute-bridge", "dose": {"sets": 2, "amount": 10}}
MARCH = ExerciseId("bridge-march")
GLUTE_BRIDGE = ExerciseId("glute-bridge")


def place(library: Library, **given: Any) -> Situation:
    return Life(BRIDGE | given, library).place()


# --- a clinician's word ---


@pytest.mark.parametrize(
    ("days", "on", "away"),
    [([], 20, 20), ([5], 20, 15), ([20], 20, 0), ([-3], 20, 20)],
)
def test_time_away_counts_from_the_day_on_which_a_clinician_set_a_dose(
    library: Library, days: list[int], on: int, away: int
) -> None:
    overrides = [{"day": day, "dose": {"sets": 1}} for day in days]
    about = place(library, sessions=[{"day": 0}], overrides=overrides, on=on)
    assert about.around.days_off == away


def test_before_the_first_session_it_counts_from_the_clinicians_day(library: Library) -> None:
    assert place(library, overrides=[{"day": 3, "dose": {}}], on=9).around.days_off == 6
    assert place(library, on=9).around.days_off is None


@pytest.mark.parametrize(("flare", "counts"), [(4, False), (5, False), (6, True)])
def test_a_flare_from_before_the_clinicians_dose_lowers_it_no_more(
    library: Library, flare: int, counts: bool
) -> None:
    overrides = [{"day": 5, "dose": {"sets": 1}}]
    about = place(library, sessions=[{"day": 0}], overrides=overrides, flares=[{"day": flare}], on=7)
    assert (about.day.flare is not None) is counts


def test_of_two_doses_that_clinicians_set_the_newest_stands(library: Library) -> None:
    first, second = {"day": 1, "dose": {"sets": 1}}, {"day": 2, "dose": {"sets": 3}}
    rung = {"exercise": MARCH, "dose": {"sets": 4}}
    for order in ([first, second], [second, first]):
        about = place(library, sessions=[{"day": 0}], overrides=order)
        assert about.override is not None
        assert about.override.dose is not None
        assert about.override.dose.sets == 3
    lasts = [{"day": 0, "exercise": MARCH}]
    for own, of_rung, sets in ((1, 2, 4), (2, 1, 1)):
        overrides = [{"day": own, "dose": {"sets": 1}}, {"day": of_rung, **rung}]
        about = place(library, sessions=lasts, overrides=overrides, on=3)
        assert about.override is not None
        assert about.override.dose is not None
        assert about.override.dose.sets == sets


def test_a_dose_that_was_done_since_or_set_before_the_plan_stands_no_more(library: Library) -> None:
    old = [{"day": 1, "dose": {"sets": 1}}]
    assert place(library, sessions=[{"day": 0}, {"day": 2}], overrides=old).override is None
    assert place(library, plan_day=2, overrides=old, on=4).override is None
    assert place(library, plan_day=0, overrides=old, on=4).override is not None
    other = [{"day": 1, "exercise": "bird-dog", "dose": {"sets": 1}}]
    assert place(library, sessions=[{"day": 0}], overrides=other).override is None


def test_what_a_clinicians_dose_asks_for(library: Library) -> None:
    about = place(library, bands=["red", "green"])
    dose = about.now.dose
    make = Life(BRIDGE, library)
    fewer, same, other_rest, more = (
        make.add(Override, 0, exercise=GLUTE_BRIDGE, dose=each, by="clinician:x")
        for each in (replace(dose, sets=1), dose, replace(dose, rest_s=5), replace(dose, sets=3))
    )
    lifts = make.add(Override, 0, exercise=GLUTE_BRIDGE, by="clinician:x")
    every = (None, lifts, fewer, same, other_rest, more)
    assert [dose_is_the_same(each, dose) for each in every] == [False, True, False, True, True, False]
    assert [dose_is_less(each, dose, about.around) for each in every] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]
    red, green = replace(dose, band="red"), replace(dose, band="green")
    weaker = make.add(Override, 0, exercise=GLUTE_BRIDGE, dose=red, by="clinician:x")
    assert dose_is_less(weaker, green, about.around)


def test_a_lock_says_why_where_a_clinician_did(library: Library) -> None:
    life = Life(BRIDGE | {"on": 3}, library)
    values: dict[str, Any] = {"by": "clinician:x", "exercise": GLUTE_BRIDGE}
    life.add(Lock, 0, **values)
    assert locked(life.history, library, START)[GLUTE_BRIDGE].says == "Your clinician has put Bridge on hold."
    life.add(Lock, 1, why="after the fall", **values)
    life.add(Lock, 1, by="clinician:x")
    found = locked(life.history, library, START + timedelta(days=1))
    assert {name: each.says for name, each in found.items()} == {
        GLUTE_BRIDGE: "Your clinician has put Bridge on hold (after the fall)."
    }


def test_only_what_sets_a_dose_sets_one(library: Library) -> None:
    life = Life(BRIDGE | {"overrides": [{"day": 1, "dose": {"sets": 1}}], "on": 3}, library)
    life.add(Override, 2, exercise=GLUTE_BRIDGE, by="clinician:x")
    assert [each.day for each in set_doses(life.history, life.today).values()] == [START + timedelta(days=1)]
    assert set_doses(life.history, START) == {}


# --- pain ---


def found(
    library: Library, day: int, *sessions: dict[str, Any], but: Sequence[str] = ()
) -> list[tuple[int, Any]]:
    life = Life(BRIDGE | {"sessions": list(sessions), "on": day}, library)
    every = hurts(life.history, life.ground().around.judge, day=life.today, but=frozenset(map(FactId, but)))
    return [((each.day - START).days, each.bearing.colour) for each in every.get(GLUTE_BRIDGE, ())]


@pytest.mark.parametrize(
    ("session", "colour"),
    [
        ({"pain": 2}, None),
        ({"pain": 3}, Colour.AMBER),
        ({"pain": 5}, Colour.AMBER),
        ({"pain": 6}, Colour.RED),
        ({"pain": "untold"}, None),
        ({"pain": 1, "leg": "further-down"}, Colour.RED),
        ({"pain": [1, 4]}, Colour.AMBER),
    ],
)
def test_a_session_hurt_where_a_set_did(
    library: Library, session: dict[str, Any], colour: Colour | None
) -> None:
    assert found(library, 3, {"day": 0, **session}) == ([] if colour is None else [(0, colour)])


def test_hurts_reach_as_far_back_as_a_rest_can_and_not_ahead(library: Library) -> None:
    session = {"day": 0, "pain": 7}
    assert [bool(found(library, day, session)) for day in (41, 42, 43)] == [True, True, False]
    assert found(library, 3, session, {"day": 4, "pain": 7}) == [(0, Colour.RED)]
    assert found(library, 4, session, {"day": 4, "pain": 7}) == [(0, Colour.RED), (4, Colour.RED)]
    first = "01990000-0000-7000-9000-000000000000"
    assert found(library, 4, session, {"day": 4, "pain": 7}, but=[first]) == [(4, Colour.RED)]


def test_each_hurt_names_its_session(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "pain": 7}]}, library)
    (occasion,) = occasions(life.history, life.plan)
    (hurt,) = life.ground().around.hurt[GLUTE_BRIDGE]
    assert hurt.session == occasion.id


@pytest.mark.parametrize(
    ("days", "on", "until"),
    [
        ([0, 14], 15, 42),
        ([0, 15], 16, None),
        ([0, 14], 41, 42),
        ([0, 14], 42, None),
        ([0, 4, 8], 9, 36),
        ([0], 1, None),
    ],
)
def test_two_reds_close_together_bring_a_rest(
    library: Library, days: list[int], on: int, until: int | None
) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": day, "pain": 7} for day in days], "on": on}, library)
    rests = resting(life.ground().around.hurt, library, life.today)
    assert rests == ({} if until is None else {GLUTE_BRIDGE: START + timedelta(days=until)})


@pytest.mark.parametrize(("leg", "rests"), [(None, False), ("further-down", True)])
def test_a_walk_rests_for_leg_symptoms_alone(library: Library, leg: str | None, rests: bool) -> None:
    sessions = [{"day": day, "pain": 7, "leg": leg} for day in (0, 4)]
    life = Life({"exercise": "walking-intervals", "sessions": sessions}, library)
    assert bool(resting(life.ground().around.hurt, library, life.today)) is rests


@pytest.mark.parametrize(("day", "on", "colour"), [(0, 14, Colour.RED), (0, 15, None), (0, 13, Colour.RED)])
def test_pain_of_an_earlier_plan_counts_for_two_weeks_before_the_first_time(
    library: Library, day: int, on: int, colour: Colour | None
) -> None:
    given = {"plan_day": 10, "sessions": [{"day": day, "pain": 7, "promised": False, "free": True}], "on": on}
    borne = place(library, **given).borne
    assert (None if borne is None else borne.colour) is colour


def test_the_worst_of_the_same_exercise_elsewhere_since_then_counts(library: Library) -> None:
    free: dict[str, Any] = {"promised": False, "free": True, "shape": "other"}
    for day, pain, colour in ((3, 7, Colour.RED), (3, 4, Colour.AMBER), (3, 1, Colour.GREEN)):
        life = Life(BRIDGE | {"sessions": [{"day": 0}], "on": 5}, library)
        values: dict[str, Any] = {"session": FactId("01990000-0000-7000-9000-0000000000ff"), "nth": 1}
        life.add(SetDone, day, exercise=GLUTE_BRIDGE, reps=5, pain_0_10=pain, **values)
        borne = life.place().borne
        assert borne is not None
        assert borne.colour is colour
    assert free["free"]


def test_leg_symptoms_told_the_next_morning_count_for_what_loads_the_back(library: Library) -> None:
    mornings = [{"day": 1, "pain": 2, "leg_lasted": True}]
    borne = place(library, sessions=[{"day": 0}], mornings=mornings).borne
    assert borne is not None
    assert (borne.colour, borne.leg, borne.pain) == (Colour.RED, True, 1)
    light = Life({"exercise": "hip-hinge-drill", "sessions": [{"day": 0}], "mornings": mornings}, library)
    other = light.place().borne
    assert other is not None
    assert (other.colour, other.leg) == (Colour.GREEN, False)


# --- whose turn it is ---


def crowded(library: Library, sessions_a_week: int) -> PlanMade:
    """A plan of four sessions on four days, of which the first two share Monday."""
    plan = Life(BRIDGE | {"shapes": ["a", "b", "c", "d"]}, library).plan
    days = (Weekday.MONDAY, Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
    sessions = tuple(structs.replace(each, day=day) for each, day in zip(plan.sessions, days, strict=True))
    return structs.replace(plan, sessions=sessions, sessions_a_week=sessions_a_week)


def test_in_a_crowded_week_each_weekday_has_its_own_sessions(library: Library) -> None:
    plan = crowded(library, 4)
    ids = [[each.id for each in sessions_of_the_day(plan, START + timedelta(days=day))] for day in range(5)]
    assert ids == [["a", "b"], [], ["c"], [], ["d"]]
    assert sessions_of_the_day(crowded(library, 3), START) == ()
    none = structs.replace(plan, sessions=tuple(structs.replace(each, day=None) for each in plan.sessions))
    assert sessions_of_the_day(none, START) == ()


def test_sessions_take_turns_within_the_day_and_over_the_weeks(library: Library) -> None:
    life = Life(BRIDGE | {"shapes": ["a", "b", "c", "d"], "sessions": [{"day": 0}, {"day": 7}]}, library)
    first, second = occasions(life.history, life.plan)
    plan = crowded(library, 4)
    wednesday, tuesday = START + timedelta(days=2), START + timedelta(days=1)
    assert turn(plan, (), START).id == "a"
    assert turn(plan, (first,), START).id == "b"
    assert turn(plan, (first,), wednesday).id == "c"
    assert turn(plan, (first,), tuesday).id == "b"
    assert turn(plan, (first, second), START + timedelta(days=7)).id == "b"
    assert [turn(crowded(library, 3), (first,) * nth, START).id for nth in range(5)] == [
        "a",
        "b",
        "c",
        "d",
        "a",
    ]


def test_what_is_not_held_weighs_nothing(library: Library) -> None:
    life = Life(BRIDGE, library)
    (item,) = life.ask().items
    held = structs.replace(item, dose=replace(item.dose, load_kg=5.0))
    assert work([item]) == (0.0, 20.0)
    assert work([held, item]) == (100.0, 40.0)
    assert work([]) == (0, 0.0)


def test_sets_are_found_within_a_day_of_their_session(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 1}]}, library)
    id_ = FactId("01990000-0000-7000-9000-000000000000")
    days = [START + timedelta(days=day) for day in range(-1, 4)]
    seen = [len(Log(life.history.of(SetDone)).of(id_, day).get(GLUTE_BRIDGE, ())) for day in days]
    assert seen == [0, 2, 2, 2, 0]
    assert Log(life.history.of(SetDone)).first_day(id_, days[1]) == days[2]
    assert Log(life.history.of(SetDone)).first_day(id_, days[4]) == days[4]
    assert last_trained(life.history, days[2]) is None


# --- sets, weights, lighter weeks ---


def test_a_place_that_rests_leaves_its_sets_to_the_others(library: Library) -> None:
    course = {"also": ["bird-dog"], "goal": 3, "sessions_a_week": 1, "sessions": [{"day": 0}, {"day": 7}]}
    life = Life(BRIDGE | course, library)
    assert [item.dose.sets for item in life.ask().items] == [2, 2]
    rests = Life(BRIDGE | course | {"locks": [{"day": 8, "exercise": "bird-dog"}], "on": 9}, library)
    assert [item.dose.sets for item in rests.ask().items] == [3]


@pytest.mark.parametrize(
    ("sets", "prescribed", "room"),
    [([5, 5], 5, 1), ([5, 5], 6, 0), ([10, 10], 10, 2), ([5, 10], 5, 7), ([4, 4], 4, 0), ([5], 5, 1)],
)
def test_room_for_sets_is_a_fifth_of_the_same_session_before(
    library: Library, sets: list[int], prescribed: int, room: int
) -> None:
    sessions = [{"day": 7 * nth, "dose": {"sets": each}} for nth, each in enumerate(sets)]
    life = Life(BRIDGE | {"sessions": sessions, "sessions_a_week": 1}, library)
    done = occasions(life.history, life.plan)
    assert sets_to_add(prescribed, "a", done, life.ground().around) == room
    assert sets_to_add(prescribed, "other", done, life.ground().around) == -prescribed
    assert sets_to_add(prescribed, "a", (), life.ground().around) == 0


def test_the_week_before_bounds_the_week_that_ends(library: Library) -> None:
    sessions = [{"day": 3 * nth, "dose": {"sets": each}} for nth, each in enumerate([5, 5, 6])]
    life = Life(BRIDGE | {"sessions": sessions, "sessions_a_week": 2}, library)
    done = occasions(life.history, life.plan)
    assert sets_to_add(5, "a", done, life.ground().around) == 1
    assert sets_to_add(5, "a", done[:2], life.ground().around) == 0


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((10.0, 10.5, 11.0, 12.0), (10.5, 5.0, 12, False)),
        ((10.0, 11.0, 12.0), (11.0, 10.0, 12, False)),
        ((10.0, 11.5), (11.5, 15.0, 15, False)),
        ((10.0, 14.0), (14.0, 40.0, 20, False)),
        ((10.0, 20.0), (20.0, 100.0, 20, False)),
        ((10.0, 21.0), (21.0, 110.0, 20, True)),
        ((9.0, 10.0), None),
    ],
)
def test_the_next_weight_up(library: Library, weights: tuple[float, ...], expected: Any) -> None:
    dose = replace(place(library).now.dose, load_kg=10.0)
    found_ = heavier(dose, 12, AtHand(weights), library.raises)
    seen = None if found_ is None else (found_.load_kg, found_.percent, found_.top, found_.too_far)
    assert seen == expected


LIGHT: dict[str, Any] = {"step": "deload", "rules": ["lighter-week"], "dose": {"sets": 1}, "pain": 4}


@pytest.mark.parametrize(
    ("sessions", "owed"),
    [
        ([{"day": 0}, {"day": 3, **LIGHT}], 10),
        ([{"day": 0}, {"day": 3, **LIGHT}, {"day": 6, "dose": {"sets": 1}}], 10),
        ([{"day": 0}], None),
        ([{"day": 3, **LIGHT}], None),
        ([{"day": 0}, {"day": 3, **LIGHT}, {"day": 6, "step": "regress", "dose": {"sets": 1}}], None),
        ([{"day": 0}, {"day": 3, **LIGHT}, {"day": 6, "step": "swap", "dose": {"sets": 1}}], None),
        ([{"day": 0}, {"day": 3, **LIGHT}, {"day": 6, "rules": ["lighter-week-over"]}], None),
        ([{"day": 0, "exercise": MARCH}, {"day": 3, **LIGHT}], None),
        ([{"day": 0, "step": "regress"}, {"day": 3, **LIGHT}], 10),
    ],
)
def test_after_a_lighter_week_that_hurt_the_dose_from_before_is_owed(
    library: Library, sessions: list[dict[str, Any]], owed: int | None
) -> None:
    made = from_before(place(library, sessions=sessions))
    assert (None if made is None else (made.dose.sets, made.dose.amount)) == (
        None if owed is None else (2, owed)
    )


def test_before_the_first_time_nothing_is_owed(library: Library) -> None:
    assert from_before(place(library)) is None


def test_a_lighter_week_that_is_only_promised_for_today_is_none_that_was_had(library: Library) -> None:
    falls = [{"day": 0, "reserve": 6}, {"day": 3, "reserve": 5}, {"day": 6, "reserve": 4}]
    tired = [{"day": day, "pain": 2, "tired": True} for day in (6, 7, 8)]
    given = {"dose": {"sets": 4, "amount": 8}, "sessions": falls, "mornings": tired}
    life = Life({"exercise": "bird-dog"} | given, library)
    prescribed = life.ask()
    assert prescribed.items[0].step is Step.DELOAD
    values: dict[str, Any] = {"action": "train", "number": 4, "because": (), "shape": "a"}
    values |= {"library": life.plan.library, "items": prescribed.items}
    life.add(DecisionShown, 8, plan=life.plan.id, **values)
    life.add(DecisionShown, 8, plan=FactId("01990000-0000-7000-b000-000000000001"), **values)
    assert life.ask().items[0].step is Step.DELOAD


# --- what is derived again ---


def test_a_promise_that_was_not_kept_is_derived_again_without_its_own_sets(library: Library) -> None:
    kept = Life(BRIDGE | {"dose": {"sets": 2, "amount": 8}, "on": 60}, library)
    again = Life(BRIDGE | {"dose": {"sets": 2, "amount": 8}, "on": 60}, library)
    for day, pain in ((0, 1), (3, 7), (6, 1), (9, 4), (12, 4), (15, 1), (18, 1)):
        one: Sequence[ShownItem] = kept.train(day, pain=pain).items
        other = again.train(day, pain=pain, kept=False).items
        assert [(each.exercise, each.dose, each.step) for each in one] == [
            (each.exercise, each.dose, each.step) for each in other
        ]


def test_what_the_library_lost_waits_in_its_place(library: Library) -> None:
    life = Life(BRIDGE | {"also": ["bird-dog"], "sessions": []}, library)
    smaller = {id_: each for id_, each in library.exercises.items() if id_ != "bird-dog"}
    life.library = replace(library, exercises=smaller)
    (item,) = life.ask().left_out
    assert (item.slot, item.exercise, item.step) == ("s1", "bird-dog", Step.PAUSE)
    assert item.dose == life.plan.sessions[0].items[1].dose
    assert "bird-dog" in item.because[0].says
