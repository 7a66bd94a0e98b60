"""What the laboratory is worked with: other assumptions, plans that are given, drawings with intervals."""

import re
from dataclasses import replace

import pytest
from benchmarks.scatter import Point, frontier

from gradus.library.load import load
from gradus.planning.planner import plan
from gradus.planning.request import NoPlan, Plan, Request
from gradus.simulation import given
from gradus.simulation.assumptions import assuming, assumptions
from gradus.simulation.lab import Lived, Setting
from gradus.simulation.pain import Pain
from gradus.simulation.risk import expected_days
from gradus.simulation.summary import ALL, by_archetype
from gradus.simulation.traits import Kind, traits
from gradus.statistics.estimates import Estimate
from gradus.vocabulary.ids import PersonModelId
from gradus_cli.simulate.dice import throw
from gradus_cli.simulate.intervals import intervals
from gradus_cli.simulate.running import Run, laboratory, work

LIBRARY = load()
MODEL = LIBRARY.person_models[PersonModelId("person")]
RUN = Run(people=6, policies=("ours",), archetypes=("amina", "kofi"), settings=(Setting(),), days=42)


def test_every_number_of_the_model_is_an_assumption_that_can_be_another() -> None:
    known = assumptions(MODEL)
    written = {address for address in LIBRARY.thresholds if address.startswith("simulation/person.")}
    assert {f"simulation/person.{address}" for address in known} == written
    for address, number in known.items():
        other = assuming(MODEL, (address, number.value + 1))
        assert assumptions(other) == {**known, address: replace(number, value=number.value + 1)}


def test_an_assumption_that_the_model_does_not_have_is_an_error() -> None:
    with pytest.raises((AttributeError, KeyError, TypeError)):
        assuming(MODEL, ("tolerance.luck", 1.0))


def test_a_world_may_assume_otherwise_beside_what_it_names() -> None:
    model = Setting(hazard_ratio=4.0, assumed=(("tolerance.margin", 0.5),)).applied(MODEL)
    assert (model.flares.hazard_ratio.value, model.tolerance.margin.value) == (4.0, 0.5)


def test_lives_with_plans_given_are_the_same_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    (part,) = RUN.parts()
    given.forget(laboratory(RUN).library)
    made = work(part)
    searched = []

    def plan_that_tells(request: Request, *_: object, **__: object) -> Plan | NoPlan:
        searched.append(request)
        return plan(request, laboratory(RUN).library)

    monkeypatch.setattr(given, "plan", plan_that_tells)
    assert work(part) == made
    assert not searched
    given.forget(laboratory(RUN).library)
    assert work(part) == made
    assert searched


def lived(person: int, policy: str, gain: float, archetype: str) -> Lived:
    counts = dict.fromkeys(
        ("caused", "natural", "overloads", "days", "done", "lowered", "lowered_falsely", "missed", "sent"), 0
    )
    return Lived(
        policy=policy,
        archetype=archetype,
        person=person,
        gain=gain,
        expected=0.0,
        pain_first=5.0,
        pain_last=4.0,
        goal_on=None,
        left_on=None,
        referred_on=None,
        **counts,
    )


def test_an_archetype_is_compared_with_itself_alone_and_one_person_is_too_few() -> None:
    kinds = ("amina", "kofi", "amina", "kofi", "joris")
    before = [lived(nth, "ours", 0.1, kind) for nth, kind in enumerate(kinds)]
    after = [lived(nth, "changed", 0.1 if kind == "amina" else 0.2, kind) for nth, kind in enumerate(kinds)]
    found = by_archetype(after, before)
    assert list(found) == [ALL, "amina", "kofi"]
    assert found["amina"].differences["gain"].value == 0
    assert found["kofi"].differences["gain"].value == pytest.approx(0.1)
    assert found[ALL].stronger.value == pytest.approx(3 / 5)


def test_a_drawing_has_every_row_and_both_marks_of_each_panel() -> None:
    one, other = Estimate(-1.0, -2.0, 0.5, 10), Estimate(3.0, 2.0, 4.0, 10)
    rows = {name: {"gained & kept": [one, other], "days": [other, one]} for name in ("first", "second")}
    svg = intervals("a <title>", rows, marks=("smaller", "larger"))
    texts = set(re.findall(r"<text[^>]*>([^<]*)</text>", svg))
    assert {"first", "second", "gained &amp; kept", "days", "smaller", "larger", "-2", "4"} <= texts
    assert svg.count('height="5"') == 2 * 2 * 2


def test_without_a_link_no_flare_day_is_to_be_expected() -> None:
    flares = assuming(MODEL, ("flares.hazard_ratio", 1.0)).flares
    assert expected_days(10, 0.02, flares) == 0


def test_the_flare_days_to_be_expected_are_those_that_many_dice_give() -> None:
    """Thrown by the model itself: the same people on the same days, soon after an overload and not."""
    model = assuming(MODEL, ("flares.hazard_ratio", 4.0))
    people, hazard, days = 4000, 0.05, 1
    came = 0
    for nth in range(people):
        dice = throw(5, nth, 40)
        drawn = replace(traits(dice, model, Kind()), flare_hazard=hazard)
        risky, calm = Pain(drawn, model, dice), Pain(drawn, model, dice)
        for day in range(40):
            risky.next_day(attendance=None, raised=day < days)
            calm.next_day(attendance=None, raised=False)
            if day == 0:
                risky.traits = calm.traits = replace(drawn, flare_hazard=0.0)
        came += risky.flare_days - calm.flare_days
    assert came / people == pytest.approx(expected_days(days, hazard, model.flares), rel=0.12)


def test_the_frontier_is_what_nothing_beats_on_both() -> None:
    def at(name: str, across: float, upwards: float) -> Point:
        return Point(name, Estimate(across, across, across, 9), Estimate(upwards, upwards, upwards, 9))

    points = [
        at("best of all", 1, 3),
        at("more of both", 2, 4),
        at("less of both", 0.5, 1),
        at("beaten", 2, 3),
    ]
    assert [each.name for each in frontier(points)] == ["less of both", "best of all", "more of both"]


def test_variants_of_a_run_are_policies_under_their_names() -> None:
    run = replace(
        RUN, people=2, policies=("ours",), variants=(("more", ("progression/raises.reps_at_a_time=3",)),)
    )
    (part,) = run.parts()
    assert [each.policy for each in work(part)] == ["ours", "more"] * 2
    assert run.fingerprint() != RUN.fingerprint()
