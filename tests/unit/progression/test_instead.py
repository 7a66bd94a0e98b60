"""What stands against an exercise, and what may stand in for it."""

from dataclasses import replace
from typing import Any

import pytest
from msgspec import structs

from gradus.library.library import Library
from gradus.progression.around import Around
from gradus.progression.instead import instead
from gradus.progression.ladder import against, is_open
from gradus.record import facts
from gradus.vocabulary.ids import ExerciseId, LimitId, MeasureId
from tests.few import few
from tests.training import Life


def around(library: Library, exercise: str, **given: Any) -> Around:
    return Life({"exercise": exercise, **given}, library).ground().around


def told(library: Library, exercise: str, **given: Any) -> tuple[str, str] | None:
    why = against(library.exercises[ExerciseId(exercise)], around(library, exercise, **given))
    return None if why is None else (str(why.rule), why.says)


def test_what_is_lacking_is_named(library: Library) -> None:
    rule, says = told(library, "bird-dog-row", equipment=["wall"]) or ("", "")
    assert rule == "equipment-gone"
    assert "dumbbell, bench" in says
    rule, says = told(library, "bird-dog-row", equipment=["bench"]) or ("", "")
    assert ("dumbbell" in says, "bench" in says) == (True, False)
    assert told(library, "bird-dog-row", equipment=["bench", "dumbbell"]) is None


def test_a_position_that_cannot_be_taken_stands_against_it(library: Library) -> None:
    position = library.exercises[ExerciseId("bird-dog")].position
    assert told(library, "bird-dog") is None
    rule, says = told(library, "bird-dog", cannot_take=[position]) or ("", "")
    assert (rule, library.exercises[ExerciseId("bird-dog")].en.name in says) == ("position-gone", True)


def test_a_support_has_to_be_known_to_be_there(library: Library) -> None:
    limits = ["support-within-reach"]
    name = "standing-band-abduction-45"
    assert told(library, name, limits=limits) is None
    rule, says = told(library, name, limits=limits, equipment=["band"]) or ("", "")
    assert (rule, library.exercises[ExerciseId(name)].en.name in says) == ("support-not-there", True)


def test_until_someone_has_looked_only_calm_work_without_a_weight_goes_on(library: Library) -> None:
    walk = ExerciseId("walking-intervals")
    assert told(library, walk, scope="calm") is None
    assert (told(library, "bird-dog", scope="calm") or ("", ""))[0] == "calm-only-until-seen"
    held = replace(library.exercises[walk], dose=replace(library.exercises[walk].dose, load="dumbbell"))
    heavy = replace(library, exercises={**library.exercises, walk: held})
    assert (told(heavy, walk, scope="calm") or ("", ""))[0] == "calm-only-until-seen"
    assert told(heavy, walk) is None


def test_each_limit_that_stands_against_it_says_so(library: Library) -> None:
    limits = ["no-lying-flat", "no-arching-under-load"]
    rule, says = told(library, "glute-bridge", limits=limits) or ("", "")
    both = " ".join(library.limits[LimitId(each)].says for each in sorted(limits))
    assert (rule, says.endswith(both)) == ("limit-stands-against", True)


def test_a_lock_goes_before_everything_else(library: Library) -> None:
    locked = told(library, "bird-dog", scope="calm", locks=[{"day": 0}], on=1)
    assert locked == ("locked-by-clinician", "Your clinician has put Bird dog on hold.")


@pytest.mark.parametrize(
    ("exercise", "given", "opens"),
    [
        ("goblet-squat", {"weights": [4.0]}, True),
        ("goblet-squat", {}, False),
        ("goblet-squat", {"weights": [4.0], "equipment": []}, False),
        ("sit-to-stand", {}, True),
        ("sit-to-stand", {"equipment": ["wall"]}, False),
        ("leg-press", {}, True),
        ("barbell-squat", {"plates": [10.0], "barbell": 20.0}, False),
    ],
)
def test_an_exercise_is_open_to_who_has_what_it_needs(
    library: Library, exercise: str, given: dict[str, Any], opens: bool
) -> None:
    ground = around(library, "bird-dog", **given)
    assert is_open(library.exercises[ExerciseId(exercise)], ground) is opens
    taken = structs.replace(ground, taken=frozenset({ExerciseId(exercise)}))
    assert not is_open(library.exercises[ExerciseId(exercise)], taken)


def names(exercise: str, ground: Around, slot: str = "any") -> list[str]:
    return [each.id for each in instead(ground.library.exercises[ExerciseId(exercise)], slot, ground)]


@pytest.mark.parametrize(
    ("stands", "measure", "earned"),
    [
        (None, None, False),
        (14, "chair-stand-30s", False),
        (15, "chair-stand-30s", True),
        (40, "plank-hold", False),
    ],
)
def test_a_step_further_up_stands_in_where_its_test_is_passed(
    library: Library, stands: int | None, measure: str | None, earned: bool
) -> None:
    life = Life({"exercise": "leg-press", "weights": [4.0]}, library)
    if measure is not None:
        life.add(facts.TestResult, 0, measure=MeasureId(measure), value=stands)
    life.today = life.today.replace(day=9)
    found = names("leg-press", life.ground().around)
    assert ("goblet-squat" in found, "split-squat" in found) == (earned, earned)
    assert "leg-press" not in found
    assert "sit-to-stand" in found


@pytest.mark.parametrize(
    ("taken", "earned"), [((), False), (("barbell-squat",), True), (("goblet-squat", "gone"), False)]
)
def test_a_step_below_one_that_is_trained_is_earned(
    library: Library, taken: tuple[str, ...], earned: bool
) -> None:
    ground = around(library, "leg-press", weights=[4.0])
    ground = structs.replace(ground, taken=frozenset(map(ExerciseId, taken)))
    assert ("goblet-squat" in names("leg-press", ground)) is earned


def test_a_step_without_a_test_is_not_earned_by_one(library: Library) -> None:
    ground = structs.replace(around(library, "glute-bridge"), scores={MeasureId("single-leg-bridge"): 99.0})
    found = names("hip-thrust", ground)
    assert "single-leg-bridge" in found
    assert "bridge-march" not in found


def test_the_nearest_easier_step_goes_first_then_the_basic_ones_that_load_the_back_most(
    library: Library,
) -> None:
    ground = around(library, "dead-bug", equipment=["wall"])
    found = names("dead-bug", ground)
    assert found[0] == "heel-slide-march"
    rest = [library.exercises[ExerciseId(each)] for each in found[1:]]
    assert rest == sorted(rest, key=lambda each: (not each.basic, -each.lumbar_rank, each.id))
    assert all(each.lumbar_rank <= 1 and each.pattern.value == "anti-extension" for each in rest)


def test_only_one_easier_step_is_named(library: Library) -> None:
    ground = around(few(library), "single-leg-bridge")
    assert names("single-leg-bridge", ground) == ["bridge-march", "glute-bridge"]
    banded = names("standing-band-abduction-45", around(library, "standing-band-abduction-45", bands=["red"]))
    assert banded[:3] == ["standing-band-abduction", "clamshell", "side-lying-abduction"]
    ground = structs.replace(ground, taken=frozenset({ExerciseId("bridge-march")}))
    assert names("single-leg-bridge", ground) == ["glute-bridge"]


def test_where_its_own_pattern_has_nothing_the_others_of_its_place_do(library: Library) -> None:
    small = few(library)
    plan = {"programme": "individual", "phase": "build", "limits": ["no-lying-flat"]}
    ground = around(small, "glute-bridge", **plan)
    assert names("glute-bridge", ground, "bridge-or-hinge") == ["hip-hinge-drill"]
    assert names("glute-bridge", ground, "elsewhere") == []
    assert (
        names("glute-bridge", around(small, "glute-bridge", limits=["no-lying-flat"]), "bridge-or-hinge")
        == []
    )


def test_where_its_own_pattern_has_something_the_others_of_its_place_do_not(library: Library) -> None:
    ground = around(library, "glute-bridge", programme="individual", phase="build")
    assert names("glute-bridge", ground, "bridge-or-hinge") == ["machine-leg-curl"]


def test_another_pattern_may_load_the_back_as_much_and_no_more(library: Library) -> None:
    small, drill = few(library), ExerciseId("hip-hinge-drill")
    for rank, named in ((1, [drill]), (2, [])):
        changed = replace(small.exercises[drill], lumbar_rank=rank)
        ranked = replace(small, exercises={**small.exercises, drill: changed})
        ground = around(ranked, "glute-bridge", programme="individual", phase="build")
        assert names("glute-bridge", ground, "bridge-or-hinge") == named


def test_what_took_one_place_of_the_session_takes_no_other(library: Library) -> None:
    asked = Life({"exercise": "seated-row", "also": ["lat-pulldown"], "equipment": ["wall"]}, library).ask()
    assert [str(item.exercise) for item in (*asked.items, *asked.left_out)].count("wall-angel") == 1
