"""What a camera may say, in content: what cannot be is told, with where and what to do."""

import pytest

from gradus.library.faults import ContentFault
from gradus.library.load import packaged, read

SQUAT = "exercises/goblet-squat.toml"
PLANK = "exercises/plank.toml"
ANGEL = "exercises/wall-angel.toml"
SIT = "exercises/wall-sit.toml"
BALANCE = "exercises/single-leg-stance.toml"
HINGE = "exercises/romanian-deadlift.toml"


def told(path: str, old: str, new: str) -> list[str]:
    """The faults after one change, without their place."""
    files = packaged()
    assert old in files[path]
    with pytest.raises(ContentFault) as fault:
        read(files | {path: files[path].replace(old, new, 1)})
    return [f"{each.where} {each.says}" for each in fault.value.faults]


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (SQUAT, 'of = ["near-knee"]', 'of = ["near-knees"]', 'did you mean "near-knee"?'),
        (SQUAT, 'of = ["near-knee"]', 'of = ["trunk-side"]', '"trunk-side", which is not seen from the side'),
        (BALANCE, 'of = ["hip-line"]', 'of = ["trunk"]', 'faults[0].signal.of names "trunk", which'),
        (BALANCE, '["left-foot-up"]', '["near-knee"]', "no side is nearer, write left or right"),
        (SQUAT, 'of = ["near-knee"]', 'of = ["near-knee", "near-hip"]', "signal.of names 2 angles; name one"),
        (ANGEL, 'take = "mean"', 'take = "largest"', "write one of: one, mean, larger, smaller, difference"),
        (ANGEL, ', "right-shoulder-out"], take = "mean"', '], take = "mean"', "names one angle; take"),
        (ANGEL, ', "right-shoulder-out"], take = "mean"', ']', 'is "sides", but the signal is not made of'),
        (SQUAT, "range = 83", "range = -83", "watch.range is -83; write how far the signal goes"),
        (SQUAT, "range = 83\n", "", 'watch.range is missing; a camera that is "count" needs it'),
        (SQUAT, "tolerance = 25", "tolerance = 83", "watch.tolerance is 83; write more than 0 and less than"),
        (PLANK, 'camera = "none"', 'camera = "none"\nrange = 40.0', 'range is told, but the camera is'),
        (PLANK, 'camera = "none"', 'camera = "count"', 'is "count", but the movement is of kind "hold"'),
        (SQUAT, 'phase = "there"', 'phase = "far"', 'is "far"; the seconds of a way are'),
        (SQUAT, 'than = "start"\nphase = "far"', 'than = "drawn"\nphase = "back"', "has no pose; write"),
        (SQUAT, 'id = "drops"', 'id = "less-deep"', 'faults[1].id is "less-deep" again'),
        (SIT, 'about = "angle"', 'about = "range"', 'about is "range"; a hold has only angles'),
        (SQUAT, 'about = "range"\n', 'about = "range"\nsignal = { of = ["trunk"] }\n', 'about "range"; take'),
        (SQUAT, 'signal = { of = ["near-foot"] }\n', "", "faults[2].signal is missing; a fault about"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(path: str, old: str, new: str, says: str) -> None:
    assert any(says in each for each in told(path, old, new))


@pytest.mark.parametrize(
    ("path", "margin", "least"),
    [(SQUAT, "margin = 0.8", "0.3 seconds"), (SQUAT, "margin = 12", "5 of the signal"),
     (SQUAT, "margin = 20", "8 of the signal"), (HINGE, "margin = 20\nleast", "8 of the signal")],
)  # fmt: skip
def test_nothing_is_said_within_the_cameras_error(path: str, margin: str, least: str) -> None:
    new = margin.replace(margin.split(" = ")[1].split("\n", maxsplit=1)[0], "0.2")
    assert any(f"margin is 0.2; the camera's error asks for {least} at least" in each
               for each in told(path, margin, new))  # fmt: skip


def test_a_length_has_its_own_least_margin() -> None:
    assert any(
        "asks for 10 of the signal" in each
        for each in told(SIT.replace("wall-sit", "band-pull-apart"), "margin = 60", "margin = 9")
    )


def test_nothing_shorter_than_the_least_time_is_told() -> None:
    assert any(
        "nothing shorter than 0.3 seconds" in each for each in told(SQUAT, "least_s = 0.3", "least_s = 0.2")
    )
