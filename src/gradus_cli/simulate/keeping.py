"""Lives as Parquet files, a part each: written whole or not at all, read by DuckDB, Polars and others."""

import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import polars as pl

from gradus.simulation.lab import Lived

SCHEMA = {
    "policy": pl.String,
    "archetype": pl.String,
    "person": pl.Int64,
    "gain": pl.Float64,
    "caused": pl.Int32,
    "expected": pl.Float64,
    "natural": pl.Int32,
    "overloads": pl.Int32,
    "days": pl.Int32,
    "done": pl.Int32,
    "lowered": pl.Int32,
    "lowered_falsely": pl.Int32,
    "missed": pl.Int32,
    "sent": pl.Int32,
    "pain_first": pl.Float64,
    "pain_last": pl.Float64,
    "goal_on": pl.Int32,
    "left_on": pl.Int32,
    "referred_on": pl.Int32,
}


def keep(folder: Path, name: str, lives: Sequence[Lived]) -> None:
    """Writes a part beside its place and moves it there, so that a kill leaves no half of it."""
    beside = folder / f".{name}.{os.getpid()}"
    pl.DataFrame([asdict(life) for life in lives], schema=SCHEMA, orient="row").write_parquet(beside)
    beside.replace(folder / f"{name}.parquet")


def kept(folder: Path, name: str) -> bool:
    """Whether the part is there."""
    return (folder / f"{name}.parquet").is_file()


def read(folder: Path, names: Sequence[str]) -> list[Lived]:
    """The lives of these parts, in their order."""
    return [
        Lived(**row)
        for name in names
        for row in pl.read_parquet(folder / f"{name}.parquet").iter_rows(named=True)
    ]
