"""A database in a file of its own, beside that of the tests."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

Names = Sequence[tuple[str, str]]
OURS = ("people", "reminders")


@pytest.fixture
def apart(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """For a test that has databases of its own, and nothing to do with the one that the others share."""
    with django_db_blocker.unblock():
        yield


@contextmanager
def beside(path: Path) -> Iterator[str]:
    """The name by which the database in that file is known, for as long as it is needed."""
    name = "beside"
    connections.databases[name] = {**connections.databases["default"], "NAME": str(path)}
    try:
        yield name
    finally:
        connections[name].close()
        del connections[name]
        del connections.databases[name]


def migrated(name: str, to: Names | None = None) -> Any:
    """Brings the database to these migrations, or to the newest; the models as they are then."""
    executor = MigrationExecutor(connections[name])
    targets = list(to or executor.loader.graph.leaf_nodes())
    executor.migrate(targets)
    executor.loader.build_graph()
    return executor.loader.project_state(targets).apps


def migrations_of(name: str) -> list[tuple[str, str]]:
    """Every migration of ours, oldest first."""
    graph = MigrationExecutor(connections[name]).loader.graph
    every = {each for leaf in graph.leaf_nodes() for each in graph.forwards_plan(leaf)}
    return sorted(each for each in every if each[0] in OURS)
