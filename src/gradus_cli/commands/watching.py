"""`gradus movement check` and `gradus movement synth`."""

from pathlib import Path
from random import Random
from typing import Any

import click

from gradus.journey.moving import (
    JOINTS,
    LAYOUTS,
    Beatless,
    NotWatched,
    Plan,
    Wanted,
    checked,
    made,
    plan,
    plot,
)
from gradus.library.types import Exercise
from gradus_cli.commands.moving import movement
from gradus_cli.content import exercise_id
from gradus_cli.content import library as content
from gradus_cli.exits import Exit, Failure
from gradus_exchange.replies import as_text

MOST_REPS = 200
USUAL = Wanted()


class Size(click.ParamType[tuple[int, int]]):
    """Width and height of a picture, as 1280x720."""

    name = "WIDTHxHEIGHT"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        width, _, height = str(value).partition("x")
        if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
            self.fail(f"{value!r} is not a size such as 1280x720", param, ctx)
        return int(width), int(height)


class Tempo(click.ParamType[tuple[float, float, float]]):
    """Seconds there, at the turn, and back, as 2-1-2."""

    name = "THERE-FAR-BACK"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float, float]:
        try:
            there, far, back = (float(each) for each in str(value).split("-"))
        except ValueError:
            self.fail(f"{value!r} is not a tempo such as 2-1-2", param, ctx)
        if not (0 < there < 60 and 0 <= far < 60 and 0 < back < 60):
            self.fail(f"{value!r} has a way that takes no time, or minutes", param, ctx)
        return there, far, back


@movement.command()
@click.argument("exercise")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--fps", type=click.FloatRange(1, 240), help="Pictures a second, where the file tells no time.")
@click.option("--size", type=Size(), help="The picture's size, where places are shares of it.")
@click.option("--layout", type=click.Choice([each.name for each in LAYOUTS]), help="Refuse any other layout.")
@click.option("--mirror", is_flag=True, help="The picture is a mirror's: left is right.")
@click.option("--other-side", is_flag=True, help="Done with the other side than in the picture.")
@click.option("--plot", "plotted", type=click.Path(path_type=Path), help="Draw the set to this SVG file.")
@click.option("--json", "as_json", is_flag=True, help="Tell it as JSON.")
def check(  # noqa: PLR0913, PLR0917 what a file may leave open
    exercise: str, file: Path, fps: float | None, size: tuple[int, int] | None, layout: str | None,
    mirror: bool, other_side: bool, plotted: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """What landmarks in FILE (.csv, .jsonl, .npz or .parquet) show of EXERCISE: repetitions, their tempo and
    range, and what was seen. It says what to log; it scores nobody."""
    from gradus_cli.landmarks import read
    from gradus_cli.show.checking import lines_of, reply_of, table_of

    named, watched = _watched(exercise, other_side=other_side)
    recording = read(file, layout=layout, hertz=fps, size=size)
    found = checked(watched, recording, mirror=mirror)
    if plotted is not None:
        _save(plotted, plot(found, f"{named.en.name}: {found.summary.count}"))
    if as_json:
        click.echo(as_text(reply_of(found)))
        return
    from rich.console import Console

    if found.records:
        Console(width=None, highlight=False).print(table_of(found))
    for line in lines_of(found):
        click.echo(line)


@movement.command()
@click.argument("exercise")
@click.option("-o", "--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@click.option("--count", type=click.IntRange(0, MOST_REPS), default=USUAL.count, show_default=True)
@click.option(
    "--tempo", type=Tempo(), help="Seconds there, at the turn, and back; else as the exercise asks."
)
@click.option("--hold", type=click.FloatRange(0.5, 600), default=USUAL.hold_s, show_default=True)
@click.option(
    "--range", "range_", type=click.FloatRange(0.05, 1), default=1.0, help="Share of the drawn way."
)
@click.option("--fps", type=click.FloatRange(5, 120), default=USUAL.hertz, show_default=True)
@click.option("--turned", type=click.FloatRange(-90, 90), default=USUAL.turned, show_default=True,
              help="Degrees beside the best view.")  # fmt: skip
@click.option("--noise", type=click.FloatRange(0, 10), default=USUAL.noise, show_default=True,
              help="Times what was measured on real clips.")  # fmt: skip
@click.option("--drops", type=click.FloatRange(0, 1), default=USUAL.drops, show_default=True,
              help="Share of pictures with nobody in them.")  # fmt: skip
@click.option("--mirror", is_flag=True, help="As a mirror shows it.")
@click.option("--other-side", is_flag=True, help="With the other side than in the picture.")
@click.option("--fault", "faults", multiple=True, help="Show this fault in every repetition.")
@click.option("--seed", type=int, default=1, show_default=True)
def synth(  # noqa: PLR0913, PLR0917 what a set can be
    exercise: str, out: Path, count: int, tempo: tuple[float, float, float] | None, hold: float,
    range_: float, fps: float, turned: float, noise: float, drops: float, mirror: bool, other_side: bool,
    faults: tuple[str, ...], seed: int,
) -> None:  # fmt: skip
    """Write a set of EXERCISE as landmarks, made from its own definition, to try a camera page or `check`."""
    from gradus_cli.landmark_writing import write

    named, watched = _watched(exercise, other_side=other_side)
    wanted = Wanted(
        count=count,
        tempo=tempo,
        hold_s=hold,
        range_=range_,
        hertz=fps,
        turned=turned,
        noise=noise,
        drops=drops,
        mirror=mirror,
        other_side=other_side,
    )
    dice = Random(seed)  # noqa: S311 the dice of an invented set
    try:
        stream = made(named, watched, wanted, faults, (lambda: dice.gauss(0, 1), dice.random))
    except KeyError as missing:
        known = ", ".join(fault.id for fault in watched.faults)
        raise Failure(Exit.NOT_FOUND, f"{named.id} has no fault {missing}; it has: {known}.") from None
    pictures = write(stream, JOINTS, out)
    click.echo(f"Wrote {out}: {pictures} pictures, {count} repetitions or holds.")


def _watched(name: str, *, other_side: bool) -> tuple[Exercise, Plan]:
    exercise = content().exercises[exercise_id(name)]
    try:
        return exercise, plan(exercise, content(), other_side=other_side)
    except Beatless as missing:
        raise Failure(Exit.NOT_FOUND, f"{missing} has no definition of its movement.") from None
    except NotWatched as why:
        raise Failure(Exit.NOT_FOUND, f"A camera leaves {exercise.id} alone. {why}") from None


def _save(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Failure(Exit.NOT_SAVED, f"{path} cannot be written: {error.strerror}.") from None
    click.echo(f"Wrote {path}.", err=True)
