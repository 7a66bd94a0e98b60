"""Plays a score in the terminal: one line for each beat, with a bar that fills as its seconds pass."""

import sys
import time
from collections.abc import Callable

import click

from gradus.journey.moving import Beat, Score

WIDE = 24
TICK_S = 0.1
BELL = "\a"
SAID = {"ready": "ready", "move": "move", "hold": "hold", "rest": "rest", "switch": "switch"}


def play(
    score: Score,
    *,
    sound: bool,
    clock: Callable[[], float] = time.monotonic,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Each beat begins when the score says so, however long the screen took for the one before."""
    start = clock()
    for beat in score.beats:
        click.echo((BELL if sound else "") + _line(beat), nl=False)
        live = sys.stdout.isatty()
        while (left := start + beat.at_s + beat.seconds - clock()) > 0:
            if live:
                click.echo("\r" + _line(beat, left), nl=False)
            wait(min(TICK_S, left))
        click.echo("\r" + _line(beat, 0.0) if live else "")
        if live:
            click.echo("")
    click.echo(f"Done, {score.seconds:.0f} seconds." + (BELL if sound else ""))


def _line(beat: Beat, left: float | None = None) -> str:
    count = f"{beat.repetition:>3}" if beat.repetition else "   "
    side = f" {beat.side}" if beat.side else ""
    full = 0 if left is None else round(WIDE * (1 - left / beat.seconds)) if beat.seconds else WIDE
    bar = "█" * full + "·" * (WIDE - full)
    return f"{count} {SAID[beat.what]:6} {bar} {beat.seconds:4.1f} s{side}  {beat.says}"
