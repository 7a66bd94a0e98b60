"""Which choices no best week needs."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gradus.library.library import Library
from gradus.planning.barriers import setting
from gradus.planning.build import Built, Week, build, build_giving_way, week_of
from gradus.planning.outdone import Outdone, outdone
from gradus.vocabulary.ids import ExerciseId
from tests.plans import request

SQUAT = ExerciseId("sit-to-stand")


def library_with(library: Library, copies: Mapping[str, Mapping[str, Any]]) -> Library:
    """The library with one exercise for the squat place under these names; each says how it differs."""
    own = library.exercises[SQUAT]
    others = {id_: each for id_, each in library.exercises.items() if each.pattern is not own.pattern}
    bare = replace(own, easier=None, harder=None, entry=None, needs=(), lumbar_rank=1)
    made = {}
    for name, changed in copies.items():
        dose = replace(bare.dose, rest_s=changed.get("rest_s", bare.dose.rest_s))
        rest = {key: value for key, value in changed.items() if key != "rest_s"}
        made[ExerciseId(name)] = replace(bare, id=ExerciseId(name), dose=dose, **rest)
    return replace(library, exercises={**others, **made})


def looked_at(library: Library, places: list[str], **given: Any) -> tuple[Week, Built, Outdone]:
    asked = request(library, week={"a": places}, **given)
    week = week_of(setting(asked, library), library)
    built = build(week)
    return week, built, outdone(week, built)


def named(columns: frozenset[int], built: Built) -> set[str]:
    return {exercise for (_, exercise), column in built.chosen.items() if column in columns}


def test_of_equals_the_first_by_id_is_kept(library: Library) -> None:
    full = library_with(library, {"a": {}, "b": {}, "c": {}})
    _, built, found = looked_at(full, ["squat"])
    assert named(found.for_the_best(), built) == {"b", "c"}
    assert [named(each, built) for each in found.for_ties()] == [{"b", "c"}]


def test_a_shorter_one_is_enough_for_the_best_but_not_for_the_first_by_id(library: Library) -> None:
    full = library_with(library, {"a": {"rest_s": 90}, "b": {"rest_s": 30}})
    _, built, found = looked_at(full, ["squat"])
    assert named(found.for_the_best(), built) == {"a"}
    assert [named(each, built) for each in found.for_ties()] == [set()]


def test_one_that_is_worth_less_stays_where_it_is_shorter(library: Library) -> None:
    full = library_with(library, {"a": {"rest_s": 90}, "b": {"rest_s": 30}})
    _, built, found = looked_at(full, ["squat"], person={"likes": ["a"]})
    assert named(found.for_the_best(), built) == set()


def test_high_rank_does_not_step_in_for_low_rank(library: Library) -> None:
    full = library_with(library, {"a": {"lumbar_rank": 3}, "b": {}})
    _, built, found = looked_at(full, ["squat"])
    assert named(found.for_the_best(), built) == {"a"}


def test_with_two_places_to_fill_two_are_kept(library: Library) -> None:
    full = library_with(library, {"a": {}, "b": {}, "c": {}})
    _, built, found = looked_at(full, ["squat", "squat"])
    assert named(found.for_the_best(), built) == {"c"}


def test_one_that_is_worth_more_than_variety_steps_in_beside_another_session(library: Library) -> None:
    full = library_with(library, {"a": {}, "b": {}, "c": {}})
    asked = request(full, week={"a": ["squat"], "b": ["squat"]}, person={"likes": ["b"]})
    week = week_of(setting(asked, full), full)
    built = build(week)
    assert named(outdone(week, built).for_the_best(), built) == {"a", "c"}


def test_what_misses_a_thing_does_not_step_in_for_what_misses_none(library: Library) -> None:
    band = library.exercises[ExerciseId("standing-band-abduction")].needs
    full = library_with(library, {"a": {"needs": band}, "b": {}})
    asked = request(full, week={"a": ["squat"]}, person={"equipment": []})
    week = week_of(setting(asked, full), full)
    built = build_giving_way(week)
    assert named(outdone(week, built).for_the_best(), built) == {"a"}


def test_a_light_step_does_not_step_in(library: Library) -> None:
    band = library.exercises[ExerciseId("standing-band-abduction")].needs
    full = library_with(library, {"a": {"easier": ExerciseId("b")}, "b": {"needs": band}, "c": {}})
    asked = request(full, week={"a": ["squat"]}, person={"equipment": []})
    week = week_of(setting(asked, full), full)
    built = build_giving_way(week)
    assert [choice.light for choice in week.places[0].choices] == [True, False, False]
    assert named(outdone(week, built).for_the_best(), built) == {"b"}
