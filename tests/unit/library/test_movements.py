"""Movements in content: what cannot be is told, with where and what to do."""

import pytest

from gradus.library.faults import ContentFault
from gradus.library.load import packaged, read

HINGE = "exercises/hip-hinge-drill.toml"
BRIDGE = "exercises/glute-bridge.toml"
MARCH = "exercises/bridge-march.toml"


def told(path: str, old: str, new: str) -> list[str]:
    """The faults after one change, without their place."""
    files = packaged()
    assert old in files[path]
    with pytest.raises(ContentFault) as fault:
        read(files | {path: files[path].replace(old, new, 1)})
    assert all(each.path.endswith(path) for each in fault.value.faults)
    return [f"{each.where} {each.says}" for each in fault.value.faults]


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (
            HINGE,
            "knee = 20",
            "knee = 170",
            "movement.poses[1] bends left-knee to 170 degrees, which no body does",
        ),
        (BRIDGE, "at = [0.42, 0, 0.1]", "at = [1.42, 0, 0.1]", "has its left-ankle 5"),
        (BRIDGE, "lean = -90", "lean = -60", "below the floor; lift it"),
        (
            HINGE,
            'kind = "wall"',
            'kind = "steel"',
            'movement.props[0].kind is "steel"; write one of: mat, wall',
        ),
        (HINGE, 'works = ["hamstrings"', 'works = ["hamstring"', 'did you mean "hamstrings"?'),
        (
            MARCH,
            "{ to = 1, seconds = 1 }",
            "{ to = 3, seconds = 1 }",
            "movement.stages[0].to is 3; the last pose is 1",
        ),
        (MARCH, "{ to = 1, seconds = 1 }", "{ to = 1, seconds = -1 }", "movement.stages[0].seconds is -1"),
        (MARCH, "{ to = 0, seconds = 0.4 }", "{ to = 1, seconds = 0.4 }", "movement.stages ends in pose 1"),
        (MARCH, "works =", "shows = 2\nworks =", "movement.shows is 2; write a pose from 1 to 1"),
        (
            BRIDGE,
            'base = "shoulders"',
            'base = "feet"',
            "movement.poses[0].base is on a limb that is told by `at`",
        ),
    ],
)
def test_what_cannot_be_is_told(path: str, old: str, new: str, says: str) -> None:
    assert any(says in each for each in told(path, old, new))


def test_equipment_that_is_needed_has_to_be_seen() -> None:
    path = "exercises/romanian-deadlift.toml"
    assert told(path, 'kind = "dumbbell"\nby', 'kind = "stick"\nby') == [
        'movement.props show no "dumbbell", but the exercise needs "dumbbell"'
    ]


def test_a_standing_foot_that_slides_is_told() -> None:
    path = "exercises/romanian-deadlift.toml"
    faults = told(path, "hip = 80, knee = 22, out = 4", "hip = 80, knee = 22, out = 12")
    assert any("movement.poses[1] slides the left-heel by" in each for each in faults)
