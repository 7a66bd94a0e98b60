"""The wheel, built from the clone and installed in an empty environment outside of it, does its work."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NO_INDEX = (
    "Failed to fetch",
    "error sending request",
    "dns error",
    "not found in the cache",
    "Could not connect",
)
"""What uv says when no package index answers."""


def uv(*words: object) -> subprocess.CompletedProcess[str]:
    """One run of uv: the one beside this Python, or the one on the path."""
    beside = Path(sys.executable).parent / "uv"
    program = beside if beside.exists() else shutil.which("uv")
    assert program, "uv comes with the development environment: ./dev makes it"
    command = [str(program), *map(str, words), "--quiet"]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ("build", "--wheel", "--no-build-isolation", "--python", sys.executable)
    done = uv(*build, "--out-dir", folder, ROOT)
    assert done.returncode == 0, done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The `gradus` command of an environment that holds the wheel and what it needs, and nothing else."""
    place = wheel.parent / "environment"
    made = uv("venv", "--python", sys.executable, place)
    assert made.returncode == 0, made.stderr
    done = uv("pip", "install", "--python", place / "bin" / "python", wheel)
    if done.returncode and any(said in done.stderr for said in NO_INDEX):
        pytest.skip("no package index answers, and the cache lacks what the wheel needs")
    assert done.returncode == 0, done.stderr
    return place / "bin" / "gradus"


def run(command: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command in another folder, with nothing of ours in its surroundings."""
    env = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    return subprocess.run([command, *words], check=False, capture_output=True, text=True, cwd=folder, env=env)


def test_the_wheel_holds_types_content_and_people(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    assert {f"{package}/py.typed" for package in ("gradus", "gradus_cli", "gradus_library")} <= names
    content = ROOT / "src" / "gradus_library"
    every = {f"gradus_library/{path.relative_to(content).as_posix()}" for path in content.rglob("*.toml")}
    assert every
    assert every <= names
    assert {"gradus_web/api/openapi.json", "gradus_web/pwa/worker.js"} <= names
    assert any(name.startswith("gradus_web/static/offline/") for name in names)
    with zipfile.ZipFile(wheel) as opened:
        packed = opened.read("gradus_web/api/openapi.json")
    assert packed == (ROOT / "schemas" / "openapi.json").read_bytes()
    people = {f"gradus_cli/people/{path.name}" for path in (ROOT / "examples" / "people").glob("*.toml")}
    assert people <= names
    assert not any(name.startswith(("tests", "specs", "benchmarks")) for name in names)


def test_it_answers_today_from_an_empty_record_in_another_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "today", "--json", "--on", "2026-03-02")
    assert (done.returncode, done.stderr) == (0, "")
    reply = json.loads(done.stdout)
    assert (reply["action"], reply["day"]) == ("screen", "2026-03-02")
    assert list(tmp_path.iterdir()) == []


def test_it_has_the_same_content_and_the_people(installed: Path, tmp_path: Path) -> None:
    checked = run(installed, tmp_path, "library", "check", "--json")
    assert json.loads(checked.stdout)["faults"] == 0
    assert "example person" in run(installed, tmp_path, "demo", "ben").stdout


def test_it_says_that_worked_examples_come_with_the_source_tree(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "library", "effect", "progression/pain-limits.toml")
    assert "come with the source tree" in " ".join(done.stdout.split())
