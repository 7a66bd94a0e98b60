"""The same lives on any number of hands: processes of this machine, a cluster, a run that was killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gradus.simulation.lab import Lived, Setting
from gradus_cli.simulate.keeping import read
from gradus_cli.simulate.running import Run, lives, work
from tests.tries import SLOWLY


def run_of(people: int = 12) -> Run:
    return Run(
        people=people, policies=("ours",), archetypes=("amina", "kofi"), settings=(Setting(),), days=14
    )


def worked(run: Run, folder: Path, *, workers: int = 1, cluster: str | None = None) -> list[Lived]:
    parts = sorted(
        (part for part, _ in lives(run, folder, workers=workers, cluster=cluster)), key=lambda part: part.name
    )
    return read(folder / run.fingerprint(), [part.name for part in parts])


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


@pytest.mark.parametrize("workers", [2, pytest.param(8, marks=SLOWLY)])
def test_any_number_of_workers_leaves_the_same_bytes(tmp_path: Path, workers: int) -> None:
    run = run_of()
    one = worked(run, tmp_path / "one")
    assert one == worked(run, tmp_path / "more", workers=workers)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "more")
    assert [each for part in run.parts() for each in work(part)] == one


@SLOWLY
def test_a_cluster_of_two_worker_processes_finds_the_same(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        found = worked(run_of(), tmp_path / "cluster", cluster=cluster.scheduler_address)
    assert found == worked(run_of(), tmp_path / "one")


def killed(command: list[str], when: Callable[[], bool]) -> None:
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while not when() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@SLOWLY
def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    run = run_of(24)
    program = (
        "from pathlib import Path; from tests.unit.simulation.test_workers import run_of, worked; "
        f"worked(run_of(24), Path({str(tmp_path)!r}))"
    )
    killed([sys.executable, "-c", program], lambda: bool(bytes_of(tmp_path)))
    there = bytes_of(tmp_path)
    assert 0 < len(there) < len(run.parts())
    anew = [part for part, had_to_be_lived in lives(run, tmp_path, workers=1) if had_to_be_lived]
    assert len(anew) == len(run.parts()) - len(there)
    assert there.items() <= bytes_of(tmp_path).items()
    assert worked(run, tmp_path) == worked(run, tmp_path / "whole")
