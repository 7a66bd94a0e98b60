"""The terminal as a page: one console, calm colours that light and dark terminals both bear."""

from functools import cache

from rich.console import Console
from rich.markup import escape
from rich.theme import Theme

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind, Step

WIDEST = 100
MINUTE_S = 60

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
    "yet. Something is new or worse? Say so: gradus screen"
)


@cache
def page() -> Console:
    """The console that everything is written to."""
    console = Console(theme=THEME, highlight=False)
    console.width = min(console.width, WIDEST)
    return console


def footer() -> None:
    """The words that end every answer."""
    page().print(f"\n[quiet]{FOOTER}[/quiet]")


def plain(text: str) -> str:
    """A text as it is: brackets in it are brackets, and no style."""
    return escape(text)


def amount(dose: Dose) -> str:
    """The amount of one set in words: `8`, `8 held 8 s`, `20 s`, `10 min`, `20 m`."""
    if dose.kind is DoseKind.TIME:
        long = dose.amount >= 2 * MINUTE_S
        return f"{dose.amount / MINUTE_S:g} min" if long else f"{dose.amount} s"
    if dose.kind is DoseKind.DISTANCE:
        return f"{dose.amount} m"
    held = f" held {dose.hold_s} s" if dose.hold_s else ""
    return f"{dose.amount}{held}"


def dose_words(dose: Dose, exercise: Exercise | None = None) -> str:
    """A dose in one phrase: `2 × 8 held 8 s, 3 left in hand`."""
    sides = " each side" if exercise is not None and exercise.one_sided else ""
    once = dose.sets == 1 and dose.kind is not DoseKind.REPS and not sides
    parts = [f"{amount(dose)}" if once else f"{dose.sets} × {amount(dose)}{sides}"]
    if dose.load_kg:
        parts.append(f"{dose.load_kg:g} kg")
    if dose.band:
        parts.append(f"{plain(dose.band)} band")
    return ", ".join(parts)


def name_of(exercise: ExerciseId, library: Library) -> str:
    """The exercise's name for people; its id when the library no longer has it."""
    found = library.exercises.get(exercise)
    return plain(exercise) if found is None else found.en.name


SIGNS = {
    Step.START: "new",
    Step.PROGRESS: "more",
    Step.HOLD: "same",
    Step.REGRESS: "less",
    Step.SWAP: "other",
    Step.DELOAD: "easier week",
    Step.PAUSE: "paused",
    Step.STOP_AND_SCREEN: "stop",
}
"""Each step in a word, so that nothing hangs on colour alone."""
