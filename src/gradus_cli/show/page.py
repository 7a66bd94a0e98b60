"""The terminal as a page: one console, calm colours that light and dark terminals both bear."""

import re
from collections.abc import Collection
from functools import cache
from typing import Any

import click
from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.theme import Theme

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.record.parts import ShownItem
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.pounds import weight
from gradus.vocabulary.scales import DoseKind, Pattern, Step
from gradus_cli.signs import harmless

WIDEST = 100
LEAST = len(["2", "×", "8"])
"""Words of a dose that are always said."""
MINUTE_S = 60
BLANKS = re.compile(r" +((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)
"""Blanks at the end of a line, before the signs that end its colours."""

THEME = Theme(
    {
        "calm": "cyan",
        "stop": "bold red",
        "ask": "bold yellow",
        "quiet": "dim",
        "title": "bold",
        "better": "green",
    }
)

FOOTER = (
    "Gradus does not diagnose and is not a certified medical device; no clinician has reviewed its content "
    "yet."
)
NEW_OR_WORSE = "Something is new or worse? Say so: gradus screen"


class Page(Console):
    """A console that leaves no blanks at the ends of lines."""

    def print(self, *objects: Any, **how: Any) -> None:
        with self.capture() as captured:
            super().print(*objects, **how)
        click.echo(BLANKS.sub(r"\1", captured.get()), file=self.file, nl=False, color=True)


@cache
def page() -> Console:
    """The console that everything is written to."""
    console = Page(theme=THEME, highlight=False, emoji=False)
    console.width = min(console.width, WIDEST)
    return console


def footer(*, emergency: bool = False) -> None:
    """The words that end every answer. In an emergency nothing is asked beside it."""
    page().print(f"\n[quiet]{FOOTER if emergency else f'{FOOTER} {NEW_OR_WORSE}'}[/quiet]")


def tell(text: RenderableType, indent: int = 2) -> None:
    """A text that stands so far from the edge, each of its lines."""
    page().print(Padding(text, (0, 0, 0, indent)))


def listed(text: str, mark: str = "•") -> Table:
    """A line of a list with its mark; what does not fit goes on under its first word."""
    line = Table.grid(padding=(0, 1 if mark == "•" else 2, 0, 0))
    line.add_column(no_wrap=True)
    line.add_column(overflow="fold")
    line.add_row(mark, text)
    return line


def bullet(text: str, mark: str = "•", indent: int = 2) -> None:
    """A line of a list on the page."""
    tell(listed(text, mark), indent)


def plain(text: str) -> str:
    """A text as it is: brackets in it are brackets and no style, and nothing in it steers the terminal."""
    return escape(harmless(text))


def amount(dose: Dose) -> str:
    """The amount of one set in words: `8`, `8 held 8 s`, `20 s`, `10 min`, `2 min 30 s`, `20 m`."""
    if dose.kind is DoseKind.TIME:
        if dose.amount < 2 * MINUTE_S:
            return f"{dose.amount} s"
        minutes, seconds = divmod(dose.amount, MINUTE_S)
        return f"{minutes} min" + (f" {seconds} s" if seconds else "")
    if dose.kind is DoseKind.DISTANCE:
        return f"{dose.amount} m"
    held = f" held {dose.hold_s} s" if dose.hold_s else ""
    return f"{dose.amount}{held}"


def dose_words(dose: Dose, exercise: Exercise | None = None, unit: str | None = None) -> str:
    """A dose in one phrase: `2 × 8 held 8 s each side, 5 kg`; a walk as `15 min`. Reserve is not in it.
    `unit` is the person's own for weights."""
    sides = " each side" if exercise is not None and exercise.one_sided else ""
    once = dose.sets == 1 and exercise is not None and exercise.pattern is Pattern.WALK
    parts = [f"{amount(dose)}" if once else f"{dose.sets} × {amount(dose)}{sides}"]
    if dose.load_kg:
        parts.append(weight(dose.load_kg, unit))
    if dose.band:
        parts.append(f"{plain(dose.band)} band")
    return ", ".join(parts)


def from_to(was: str, now: str) -> str:
    """What a dose was and is; the words that both end with are said once: `2 × 8 → 2 × 9 each side`. What is
    the same is said once altogether."""
    if was in ("", now):
        return now
    if " min" in was + now:
        return f"{was} → {now}"
    before, after = was.split(), now.split()
    same = 0
    while same < min(len(before), len(after)) - LEAST and before[-same - 1] == after[-same - 1]:
        same += 1
    return f"{' '.join(before[: len(before) - same]).rstrip(',')} → {now}"


def name_of(exercise: ExerciseId, library: Library) -> str:
    """The exercise's name for people; its id when the library no longer has it."""
    found = library.exercises.get(exercise)
    return plain(exercise) if found is None else found.en.name


NEW = "new"
SIGNS = {
    Step.START: NEW,
    Step.PROGRESS: "more",
    Step.HOLD: "same",
    Step.REGRESS: "less",
    Step.SWAP: "other",
    Step.DELOAD: "easier week",
    Step.PAUSE: "paused",
    Step.STOP_AND_SCREEN: "stop",
}
"""Each step in a word, so that nothing hangs on colour alone."""


def sign(item: ShownItem, known: Collection[ExerciseId]) -> str:
    """The step in a word. What begins anew in a plan is new only to those who never saw it."""
    return "plan" if item.step is Step.START and item.exercise in known else SIGNS[item.step]
