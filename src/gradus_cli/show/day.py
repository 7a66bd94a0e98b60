"""Today's answer in the terminal."""

from collections.abc import Collection

from rich.console import Group
from rich.panel import Panel
from rich.table import Table

from gradus.journey.screens import ended_by_clearance
from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.library.types import ActionText
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.scales import Action, Step
from gradus_cli.show.page import (
    NEW,
    bullet,
    dose_words,
    footer,
    listed,
    name_of,
    page,
    plain,
    sign,
    tell,
)
from gradus_cli.show.together import together

HELD_ON = RuleId("support-at-hand")
"""Told of a new exercise too: where the person needs something to hold on to."""

HEADINGS = {
    "locked": "Please do not train now",
    "screen": "A few safety questions first",
    "plan": "Time for a plan",
    "train": "Today: train",
    "rest": "Today: rest",
    "see-someone": "Please see someone before you go on",
}


def show_today(
    today: Today, library: Library, *, known: Collection[ExerciseId] = (), unit: str | None = None
) -> None:
    """What to do, why, and what is still to be answered. `known` are the exercises that were shown before;
    `unit` is the person's own for weights."""
    style = "stop" if today.action in ("locked", "see-someone") else "title"
    page().print(f"\n[{style}]{HEADINGS[today.action]}[/{style}]  [quiet]{today.day:%A %d %B %Y}[/quiet]")
    if today.action == "locked":
        show_lock(today, library)
        how_it_ends(today, library)
    else:
        for reason in today.because:
            tell(plain(reason.says))
    if today.action == "see-someone":
        _how_it_ends([reason.rule for reason in today.because], same_day=True)
    for offer in today.offers:
        tell(plain(offer.reason.says))
    if today.items:
        _items(today, library, known, unit)
    _asks(today)
    footer(emergency=is_emergency(today))


def show_lock(today: Today, library: Library) -> None:
    """What to do now, first and large; then why, and what to say to whom."""
    if today.advice is not None and today.outcome.locks:
        show_advice(today.advice)
    rules = library.screen_rules
    told = {lock.rule: rules[lock.rule].do for lock in today.outcome.locks if lock.rule in rules}
    for reason in today.because if today.action == "locked" else today.outcome.because:
        if reason.rule in told or not is_emergency(today):
            tell(plain(reason.says))
        if reason.rule in told:
            tell(f"[title]{told[reason.rule]}[/title]")


def how_it_ends(today: Today, library: Library) -> None:
    """The command that ends the locks of the screen."""
    _how_it_ends(ended_by_clearance(today.outcome, library), same_day=not is_emergency(today))


def _how_it_ends(rules: Collection[RuleId], *, same_day: bool) -> None:
    """The command that ends what these rules lock, after all that is to be done first."""
    if not rules:
        return
    not_today = "" if same_day else ", but not on the day of the emergency itself"
    page().print(f"\nOnce a clinician has examined you for this{not_today}, enter what they said:")
    tell(f"gradus clearance {' '.join(map(plain, rules))} --by NAME --examined DATE --said WORDS")


def is_emergency(today: Today) -> bool:
    """Whether everything else can wait: no question is asked beside it."""
    return today.outcome.action is Action.EMERGENCY_NOW


def show_advice(advice: ActionText) -> None:
    """What the most urgent finding tells to do, large and plain."""
    lines = [listed(line) for line in advice.do]
    page().print(Panel(Group(*lines, "", advice.training, advice.ends), title=advice.title, style="stop"))


def _items(today: Today, library: Library, known: Collection[ExerciseId], unit: str | None) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("", "exercise", "dose", "keep in hand", "rest"):
        table.add_column(heading, overflow="fold")
    for item in today.items:
        exercise = library.exercises.get(item.exercise)
        reserve = "" if item.dose.reserve is None else f"{item.dose.reserve}"
        name = name_of(item.exercise, library)
        table.add_row(
            sign(item, known), name, dose_words(item.dose, exercise, unit), reserve, f"{item.dose.rest_s} s"
        )
    page().print()
    page().print(f"[title]{plain(today.title)}[/title]")
    page().print(table)
    if any(item.dose.reserve is not None for item in today.items):
        page().print("\n[quiet]Keep in hand: stop each set while so many more good ones would go.[/quiet]")
    _whys(today, library)
    if today.left_out:
        page().print("\n[title]Not today[/title]")
        for item in today.left_out:
            bullet(plain(" ".join(reason.says for reason in item.because)))
    page().print(f'\nHow to do one: gradus library show "{name_of(today.items[0].exercise, library)}"')
    if any(sign(item, known) == NEW for item in today.items):
        page().print("\nWhat is new begins with a dose that is meant to feel easy: there is time to add.")
    if today.outcome.cleared is not None and today.outcome.cleared.limits.cues:
        page().print("\n[title]For you, in every exercise[/title]")
        for cue in today.outcome.cleared.limits.cues:
            bullet(cue)
    most = library.pain.acceptable_during.value
    page().print(
        f"\n[quiet]Pain up to {most:g} of 10 that has settled by the next morning is a usual working rule, "
        "not one tested for backs. Above that, stop that exercise. Breathe; never hold your breath.[/quiet]"
    )


def _whys(today: Today, library: Library) -> None:
    """Why each dose that goes on is what it is; what holds for several exercises is said once."""
    held_on = [
        (name_of(item.exercise, library), [reason])
        for item in today.items
        for reason in item.because
        if reason.rule == HELD_ON
    ]
    why = [
        (name_of(item.exercise, library), [reason for reason in item.because if reason.rule != HELD_ON])
        for item in today.items
        if item.step is not Step.START
    ]
    for says, names in (*together(why, library), *together(held_on, library)):
        if says:
            page().print(f"\n[title]{'; '.join(dict.fromkeys(names))}[/title]")
            tell(plain(says))


def _asks(today: Today) -> None:
    if "screen" in today.ask and not is_emergency(today):
        page().print("\n[ask]Please answer the safety questions:[/ask] gradus screen")
    if "morning" in today.ask:
        page().print("\n[ask]How was your back this morning, 0 to 10?[/ask] gradus checkin 3")
    if "usual-pain" in today.ask:
        page().print(
            "\n[ask]How much does your back usually hurt, and how many minutes until it eases?[/ask] "
            "gradus profile --usual-pain 4 --eases-within 30"
        )
    if "provoking" in today.ask:
        page().print(
            "\n[ask]What still sets your back off?[/ask] gradus profile --provoked-by flexion, or the like; "
            "`none` when nothing does."
        )
    if "flare" in today.ask:
        page().print(
            "\n[ask]Is this a flare?[/ask] Only you can say. If it is: gradus flare began. If not, carry on."
        )
    if today.action == "plan":
        page().print("\nNext: gradus plan")
    if today.next_on is not None:
        page().print(f"\n[quiet]Next training day: {today.next_on:%A %d %B}[/quiet]")
