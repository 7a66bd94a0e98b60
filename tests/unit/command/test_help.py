"""Help, exit codes, and how the command ends when something is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from gradus_cli import content
from gradus_cli.exits import MEANING, Exit
from gradus_cli.main import COMMANDS, gradus
from tests.unit.command.conftest import Run

GROUPS = {
    "record": ["show", "export", "import", "correct", "check"],
    "library": ["check", "list", "show", "effect", "pages"],
    "movement": ["draw", "sheet", "pace", "check", "synth"],
    "simulate": ["person", "lab", "trial"],
}


def test_help_names_every_command_and_every_exit_code(run: Run) -> None:
    result = run("--help")
    assert result.code == Exit.DONE
    assert all(f"\n  {name}" in result.out for name in COMMANDS)
    assert all(f"{code.value} {MEANING[code]}" in result.told for code in Exit)
    assert "does not diagnose" in result.told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_with_an_example(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.code == Exit.DONE
    assert "Example" in result.told
    assert f"gradus {name}" in result.told.partition("Example")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_the_command_says(name: str) -> None:
    command = gradus.get_command(click.Context(gradus), name)
    assert command is not None
    assert command.name == name
    assert command.help


@pytest.mark.parametrize(("group", "name"), [(group, name) for group in GROUPS for name in GROUPS[group]])
def test_every_command_of_a_group_has_a_help(run: Run, group: str, name: str) -> None:
    assert run(group, name, "--help").code == Exit.DONE


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").told.startswith("gradus, version ")


@pytest.mark.parametrize(
    "words", [("nonsense",), ("checkin", "eleven"), ("today", "--nonsense"), ("checkin",)]
)
def test_what_is_not_understood_is_a_fault_of_use(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.code == Exit.USAGE
    assert "Usage: gradus" in result.err


def test_help_without_a_command(run: Run) -> None:
    assert "Usage: gradus" in run().told


def test_a_fault_of_ours_says_that_it_is_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> str:
        raise KeyError("home")

    monkeypatch.setattr(os.path, "expanduser", broken)
    monkeypatch.delenv("GRADUS_RECORD")
    result = run("today")
    assert result.code == Exit.BROKEN
    assert "Gradus itself has a fault here." in result.told
    assert "KeyError: 'home'" in result.told


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} -m gradus_cli.main demo --list | head -c 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.stderr == ""


def test_a_disk_that_is_full_is_told_and_nothing_is_lost(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.clear()
    before = run.bytes()

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        result = run("checkin", 3)
    assert result.code == Exit.NOT_SAVED
    assert "the disk is full" in result.told
    assert run.bytes() == before


def test_the_record_has_a_usual_place(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRADUS_RECORD")
    monkeypatch.setenv("HOME", str(tmp_path))
    run("checkin", 3)
    assert (tmp_path / ".local/share/gradus/record.jsonl").is_file()


def test_the_day_is_today_unless_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRADUS_ON")
    assert run("today", "--json").json["day"] > "2026-01-01"


def test_the_library_is_read_once(run: Run) -> None:
    run("today")
    assert content.library() is content.library()
