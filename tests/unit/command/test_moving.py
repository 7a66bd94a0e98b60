"""`gradus movement`: pictures and pace."""

from pathlib import Path

import pytest

from gradus.journey.moving import Asked, paced
from gradus.library.library import Library
from gradus.vocabulary.ids import ExerciseId
from gradus_cli.exits import Exit
from gradus_cli.show.pacing import play
from tests.unit.command.conftest import Run


def test_a_picture_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "bird-dog.svg"
    result = run("movement", "draw", "bird dog", "-o", out)
    assert result.code == Exit.DONE
    assert out.read_text(encoding="utf-8").startswith("<svg")
    assert f"{out.stat().st_size:,} bytes" in result.told


def test_a_picture_goes_to_the_screen(run: Run) -> None:
    assert run("movement", "draw", "plank", "--still").out.startswith("<svg")


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    result = run("movement", "draw", "plank", "-o", tmp_path / "none" / "plank.svg")
    assert result.code == Exit.NOT_SAVED


def test_an_exercise_that_is_not_there_is_told(run: Run) -> None:
    assert run("movement", "draw", "bird-dogg").code == Exit.NOT_FOUND


def test_the_pace_as_data(run: Run) -> None:
    reply = run("movement", "pace", "bird-dog", "--reps", 2, "--hold", 4, "--json").json
    assert [beat["seconds"] for beat in reply["beats"] if beat["what"] == "hold"] == [4, 4]
    assert reply["seconds"] == sum(beat["seconds"] for beat in reply["beats"])


def test_each_beat_is_played_when_its_time_has_come(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]

    def wait(seconds: float) -> None:
        now[0] += seconds

    score = paced(library.exercises[ExerciseId("glute-bridge")], library, Asked(repetitions=2))
    play(score, sound=True, clock=lambda: now[0], wait=wait)
    assert now[0] == pytest.approx(score.seconds)
    told = capsys.readouterr().out
    assert told.count("\a") == len(score.beats) + 1
    assert "hips lifted" in told
