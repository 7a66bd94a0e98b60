"""`gradus movement check` and `synth`: files there and back, and a clear word for what is wrong with one."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run


def ended(run: Run, code: Exit, *words: str) -> str:
    """What a command said that ended with this code."""
    result = run(*words)
    assert result.code == code, result.told
    return result.told


LAYOUTS = {33: "blazepose-33", 17: "coco-17", 22: "kinect-22", 25: "kinect-25"}


@pytest.fixture
def made(run: Run, tmp_path: Path) -> Path:
    """Two squats as CSV."""
    path = tmp_path / "set.csv"
    run("movement", "synth", "goblet-squat", "-o", str(path), "--count", "2", "--fps", "15")
    return path


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "npz", "parquet"])
def test_a_set_goes_into_a_file_and_comes_back(run: Run, tmp_path: Path, suffix: str) -> None:
    path = str(tmp_path / f"set.{suffix}")
    words = ("--count", "2", "--fps", "15", "--mirror", "--fault", "bows-over", "--drops", "0.05")
    assert "2 repetitions" in run("movement", "synth", "goblet-squat", "-o", path, *words).out
    reply = json.loads(run("movement", "check", "goblet-squat", path, "--mirror", "--json").out)
    assert reply["summary"]["count"] == 2
    assert [each["cue"] for each in reply["repetitions"]] == ["bows-over", "bows-over"]


def test_the_table_tells_each_number_with_its_error(run: Run, made: Path, tmp_path: Path) -> None:
    told = run("movement", "check", "goblet-squat", str(made), "--plot", str(tmp_path / "set.svg")).out
    assert "To log: 2 repetitions." in told
    assert "±" in told
    picture = (tmp_path / "set.svg").read_text(encoding="utf-8")
    assert picture.count('class="there"') == 2
    assert "<polyline" in picture


@pytest.mark.parametrize(("share", "small"), [("0.2", True), ("0.6", False)])
def test_who_goes_less_far_is_counted_and_told_so(run: Run, tmp_path: Path, share: str, small: bool) -> None:
    path = str(tmp_path / "set.csv")
    words = ("--count", "2", "--fps", "15", "--noise", "0", "--range", share)
    run("movement", "synth", "goblet-squat", "-o", path, *words)
    told = run("movement", "check", "goblet-squat", path).out
    assert "To log: 2 repetitions." in told
    assert ("2 of 2 went less than half as far as drawn." in told) == small


def test_what_is_left_alone_says_why(run: Run, made: Path) -> None:
    told = ended(run, Exit.NOT_FOUND, "movement", "check", "plank", str(made))
    assert "A camera leaves plank alone. What matters in a plank is the low back" in told


@pytest.mark.parametrize("landmarks", LAYOUTS)
def test_every_layout_is_read(run: Run, tmp_path: Path, landmarks: int) -> None:
    """Somebody who stands still: nothing is counted, and that is said."""
    path = tmp_path / "still.npz"
    body = np.zeros((landmarks, 4))
    body[:, :2] = np.linspace((0.4, 0.2), (0.5, 0.9), landmarks)
    body[:, 3] = 1
    np.savez(path, landmarks=np.repeat(body[None], 60, 0), fps=20, size=(1280, 720))
    told = run("movement", "check", "goblet-squat", str(path), "--layout", LAYOUTS[landmarks]).out
    assert "Nothing was counted. Nothing moved, or nobody was seen." in told


def points(count: int, landmarks: int = 33, start: float = 0.5) -> str:
    """A CSV of so many pictures."""
    heading = ["time_s", *(f"{axis}{nth}" for nth in range(landmarks) for axis in "xy")]
    rows = [[str(nth / 30), *([str(start)] * (2 * landmarks))] for nth in range(count)]
    return "\n".join(",".join(row) for row in (heading, *rows)) + "\n"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.csv", "", "is empty."),
        ("a.csv", "  \n", "is empty."),
        ("a.csv", "time_s,x0,y0\n", "has no rows below its heading."),
        ("a.csv", points(1), "has 1 picture; a movement needs many."),
        ("a.csv", points(9), "say how large it was: --size 1280x720."),
        ("a.csv", points(9, landmarks=7), "has 7 landmarks a body; what can be read: blazepose-33"),
        ("a.csv", points(9, start=float("nan")), "has no landmark that is a number."),
        ("a.csv", points(9, start=float("inf")), "has a landmark that is infinitely far away."),
        ("a.csv", points(9).replace("time_s", "when"), "tells no time for some pictures; say how many"),
        ("a.csv", "a,b\n1,2\n2,3\n", "has no columns such as x0, y0 or nose_x, nose_y."),
        ("a.csv", "time_s,x0,y0\n1,2\n", "has 2 columns in line 2 and 3 in its heading."),
        ("a.csv", points(3).replace("0.0333", "9.0333"), "goes back in time at picture 3"),
        ("a.jsonl", "{", "has no landmarks that can be read in line 1."),
        ("a.jsonl", '{"t": 1}\n', "has no landmarks that can be read in line 1."),
        ("a.jsonl", '{"t": 0, "landmarks": [[1, 2]]}\n{"t": 1, "landmarks": [[1], [2]]}\n', "in line 2."),
        ("a.jsonl", '{"t": 0, "size": 3, "landmarks": [[1, 2]]}\n', "tells a size that is not two numbers."),
        ("a.npz", "nothing of the kind", "is not an NPZ file of plain numbers."),
        ("a.parquet", "nothing of the kind", "is not a Parquet file."),
        ("a.txt", "0", "is not of a kind that can be read; there are: .csv"),
    ],
)
def test_bad_input_gets_a_clear_word(run: Run, tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    told = ended(run, Exit.BAD_INPUT, "movement", "check", "goblet-squat", str(tmp_path / name))
    assert says in told
    assert "Traceback" not in told


def test_no_file_no_folder_no_bytes(run: Run, tmp_path: Path) -> None:
    told = ended(run, Exit.NOT_FOUND, "movement", "check", "goblet-squat", str(tmp_path / "none.csv"))
    assert "There is no file" in told
    (tmp_path / "folder.csv").mkdir()
    ended(run, Exit.NOT_FOUND, "movement", "check", "goblet-squat", str(tmp_path / "folder.csv"))
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00x")
    told = ended(run, Exit.BAD_INPUT, "movement", "check", "goblet-squat", str(tmp_path / "bytes.csv"))
    assert "is not CSV in UTF-8." in told


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("text", "has no array of pictures"),
        ("flat", "has no array of"),
        ("thin", "has fewer than two numbers"),
    ],
)
def test_an_npz_has_to_hold_landmarks(run: Run, tmp_path: Path, key: str, says: str) -> None:
    arrays = {"text": np.array(["a"]), "flat": np.zeros((4, 33)), "thin": np.zeros((4, 33, 1))}
    np.savez(tmp_path / "a.npz", something=arrays[key])
    assert says in ended(run, Exit.BAD_INPUT, "movement", "check", "goblet-squat", str(tmp_path / "a.npz"))


def rewritten(path: Path, change: Sequence[str]) -> Path:
    """The JSON lines of a made set, each person listed as many times as is asked."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        line["people"] = line["people"] * len(change)
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_two_people_are_told_and_not_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    run("movement", "synth", "goblet-squat", "-o", str(path), "--count", "1", "--fps", "15")
    told = run("movement", "check", "goblet-squat", str(rewritten(path, ("a", "b")))).out
    assert "More than one person is in the picture." in told
    assert "Nothing was counted." in told


def test_pictures_a_second_may_be_told_instead_of_times(run: Run, made: Path) -> None:
    text = made.read_text(encoding="utf-8").replace("time_s", "when", 1)
    made.write_text(text, encoding="utf-8")
    assert "To log: 2 repetitions." in run("movement", "check", "goblet-squat", str(made), "--fps", "15").out


@pytest.mark.parametrize(("words", "says"), [
    (("--size", "big"), "is not a size such as 1280x720"), (("--fps", "0"), "is not in the range"),
    (("--layout", "stick"), "is not one of"),
])  # fmt: skip
def test_what_was_meant_is_asked(run: Run, made: Path, words: Sequence[str], says: str) -> None:
    assert says in ended(run, Exit.USAGE, "movement", "check", "goblet-squat", str(made), *words)


def test_another_layout_than_asked_for_is_refused(run: Run, made: Path) -> None:
    told = ended(run, Exit.BAD_INPUT, "movement", "check", "goblet-squat", str(made), "--layout", "coco-17")
    assert "which is blazepose-33 and not coco-17" in told


@pytest.mark.parametrize(("words", "says", "code"), [
    (("--fault", "flies"), "has no fault 'flies'; it has: less-deep", Exit.NOT_FOUND),
    (("--tempo", "fast"), "is not a tempo such as 2-1-2", Exit.USAGE),
    (("--tempo", "0-1-2"), "has a way that takes no time", Exit.USAGE),
])  # fmt: skip
def test_a_set_that_cannot_be_made_says_why(
    run: Run, tmp_path: Path, words: Sequence[str], says: str, code: Exit
) -> None:
    assert says in ended(
        run, code, "movement", "synth", "goblet-squat", "-o", str(tmp_path / "a.csv"), *words
    )


def test_a_file_that_cannot_be_written_says_so(run: Run, tmp_path: Path) -> None:
    ended(run, Exit.USAGE, "movement", "synth", "goblet-squat", "-o", str(tmp_path / "a.txt"))
    ended(run, Exit.NOT_SAVED, "movement", "synth", "goblet-squat", "-o", str(tmp_path / "no" / "a.csv"))
