"""`gradus movement`."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

import click

from gradus.journey.moving import Asked, Beatless, contact_sheet, drawn, paced
from gradus.library.types import Exercise
from gradus_cli.content import exercise_id
from gradus_cli.content import library as content
from gradus_cli.exits import Exit, Failure
from gradus_exchange.replies import as_text

COLUMNS = 6
T = TypeVar("T")


@click.group(
    epilog="\b\nExamples:\n  gradus movement draw bird-dog -o bird-dog.svg\n"
    "  gradus movement pace side-bridge-knees --sound\n  gradus movement sheet -o all.svg\n"
    "  gradus movement synth sit-to-stand -o set.csv\n  gradus movement check sit-to-stand set.csv"
)
def movement() -> None:
    """How an exercise moves: its picture, its pace, and what a camera sees."""


@movement.command()
@click.argument("exercise")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Write to this file instead of the screen."
)
@click.option("--still", is_flag=True, help="Start and end side by side, for paper.")
def draw(exercise: str, out: Path | None, still: bool) -> None:
    """The picture of EXERCISE as SVG. It moves at the true tempo, or stands still where that is wanted."""
    _write(_told(lambda: drawn(_exercise(exercise), in_two=still)), out)


@movement.command()
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Write to this file instead of the screen."
)
@click.option("--columns", type=click.IntRange(1, 12), default=COLUMNS, show_default=True)
def sheet(out: Path | None, columns: int) -> None:
    """Start and end of every exercise on one sheet, as SVG."""
    _write(contact_sheet(content(), columns), out)


@movement.command()
@click.argument("exercise")
@click.option(
    "--reps", type=click.IntRange(1, 100), help="So many repetitions, each side of a one-sided one."
)
@click.option("--seconds", type=click.FloatRange(1, 3600), help="So many seconds, where it is done by time.")
@click.option("--hold", type=click.FloatRange(0.5, 120), help="So many seconds each repetition is held.")
@click.option("--sound", is_flag=True, help="Ring the terminal's bell at each beat.")
@click.option("--json", "as_json", is_flag=True, help="Tell the score as JSON instead of playing it.")
def pace(  # noqa: PLR0913, PLR0917 what a set is asked for
    exercise: str, reps: int | None, seconds: float | None, hold: float | None, sound: bool, as_json: bool
) -> None:
    """Play the pace of one set of EXERCISE in the terminal: what to do now, and for how long."""
    asked = None if reps is None and seconds is None and hold is None else Asked(reps, seconds, hold)
    score = _told(lambda: paced(_exercise(exercise), content(), asked))
    if as_json:
        beats = [asdict(beat) for beat in score.beats]
        reply = {"exercise": score.exercise, "seconds": score.seconds, "open_ended": score.open_ended}
        click.echo(as_text({**reply, "beats": beats}))
        return
    from gradus_cli.show.pacing import play

    play(score, sound=sound)


def _exercise(name: str) -> Exercise:
    return content().exercises[exercise_id(name)]


def _told(make: Callable[[], T]) -> T:
    try:
        return make()
    except Beatless as missing:
        raise Failure(Exit.NOT_FOUND, f"{missing} has no definition of its movement.") from None


def _write(text: str, out: Path | None) -> None:
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Failure(Exit.NOT_SAVED, f"{out} cannot be written: {error.strerror}.") from None
    click.echo(f"Wrote {out}, {len(text.encode()):,} bytes.")
