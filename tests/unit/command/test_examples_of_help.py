"""Every example that a help page prints is a command that works, for somebody who has a plan."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from gradus_cli.exits import Exit
from gradus_cli.main import gradus
from tests.unit.command.conftest import Run

ROOT = Path(__file__).parents[3]
COMMENT = re.compile(r"\s{3,}\S.*$")
"""What stands to the right of an example says what it does."""
CONTINUED = re.compile(r"\s*\\\n\s*")


def examples() -> list[str]:
    """Each example once, as it is printed, in the order of the commands."""
    return list(dict.fromkeys(line for command in _every(gradus) for line in _printed(command)))


def _every(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from _every(found)


def _printed(command: click.Command) -> Iterator[str]:
    for line in CONTINUED.sub(" ", command.epilog or "").splitlines():
        if line.startswith("  gradus "):
            yield from COMMENT.sub("", line.strip()).split(" && ")


LASTING = [each for each in examples() if each.startswith(("gradus simulate", "gradus movement pace"))]
TRIED = [each for each in examples() if each not in LASTING]
LOCKED = ("gradus clearance",)
ENDS_OTHERWISE = {"gradus screen": Exit.STOPPED}
"""Nobody is there to answer."""


def run_words(run: Run, example: str) -> int:
    """The example as a shell would run it: its words, and what it reads."""
    words, _, read = example.removeprefix("gradus ").partition(" < ")
    given = (ROOT / read).read_bytes() if read else b""
    return run(*shlex.split(words), input=given).code


@pytest.fixture
def at_home(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Somebody with a plan, in a folder with the files that the examples name."""
    monkeypatch.chdir(tmp_path)
    run.plan()
    (tmp_path / "my-answers.toml").write_text(_as_toml(tmp_path / "answers.json"), encoding="utf-8")
    (tmp_path / "me.toml").write_text('equipment = ["chair", "mat"]\nminutes = 30\n', encoding="utf-8")
    return run


def _as_toml(answers: Path) -> str:
    said = json.loads(answers.read_text(encoding="utf-8"))
    lines = [f'{key} = "{value}"' for key, value in said["answers"].items()]
    numbers = [f"{key} = {value}" for key, value in said["numbers"].items()]
    return "\n".join(["[answers]", *lines, "[numbers]", *numbers, ""])


def test_there_are_examples_of_every_kind() -> None:
    assert len(TRIED) > 40
    assert LASTING
    assert not any("\\" in each or "  " in each for each in TRIED)


@pytest.mark.parametrize("example", TRIED)
def test_an_example_works(at_home: Run, example: str) -> None:
    if example.startswith("gradus record import"):
        at_home("record", "export", "copy.jsonl")
    if example == "gradus log --finish":
        at_home("log", "glute-bridge", 10, 10)
    if example.startswith(LOCKED):
        at_home.clear(on="2026-03-01", **{"bladder-change": "yes"})
    if example.startswith("gradus movement check"):
        at_home("movement", "synth", "sit-to-stand", "-o", "set.csv")
    assert run_words(at_home, example) == ENDS_OTHERWISE.get(example, Exit.DONE)


@pytest.mark.parametrize("example", LASTING)
def test_an_example_that_takes_its_time_is_understood(example: str) -> None:
    """Simulations take minutes, and a beat goes at the pace of a set; that their words are understood is seen
    at once."""
    _, name, *words = shlex.split(example)
    group = gradus.get_command(click.Context(gradus), name)
    assert isinstance(group, click.Group)
    command = group.commands[words[0]]
    assert command.make_context(words[0], words[1:]).params


def test_a_comment_is_no_part_of_an_example() -> None:
    assert COMMENT.sub("", "gradus demo      an example") == "gradus demo"
