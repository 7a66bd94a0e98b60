"""One virtual person under the rules as they are, and under a changed number: sixteen weeks at once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradus.library.load import load
from gradus.simulation.demand import demands
from gradus.simulation.lab import MONDAY, lived
from gradus.simulation.life import Life, World
from gradus.simulation.policies import Ours
from gradus.vocabulary.week import WEEK
from gradus_cli.simulate.archetypes import archetypes, chosen
from gradus_cli.simulate.changing import changed
from gradus_cli.simulate.dice import throw
from gradus_cli.simulate.plots import drawing
from gradus_cli.simulate.running import CHANGED, MODEL
from gradus_cli.simulate.telling import SAYS_FIRST, weekly

DAYS = 112
OURS = "as it is"


@dataclass(frozen=True, slots=True)
class Played:
    """The lives, by what the rules were: as they are, and changed where a number was."""

    title: str
    lives: dict[str, Life]
    nth: int

    def plain(self) -> dict[str, Any]:
        """The lives by week, and what became of each."""
        return {name: {"weeks": weekly(life), "doses": self.doses(life)} for name, life in self.lives.items()}

    def drawn(self) -> str:
        """The weeks as an SVG."""
        courses = [weekly(life) for life in self.lives.values()]
        charts = {label: [course[label] for course in courses] for label in courses[0]}
        return drawing(self.title, list(self.lives), charts)

    def doses(self, life: Life) -> dict[str, float | int | None]:
        """What became of the person."""
        found = lived(life, self.nth)
        names = (
            "gain",
            "caused",
            "natural",
            "overloads",
            "done",
            "lowered",
            "pain_first",
            "pain_last",
            "goal_on",
        )
        return {name: getattr(found, name) for name in names}


def play(archetype: str | None, nth: int, *, seed: int, numbers: tuple[str, ...]) -> Played:
    """Lives the person under the rules, and again with the numbers changed. The dice are the same. Without an
    archetype they take turns, as in the laboratory."""
    who = chosen(archetype) if archetype else list(archetypes().values())[nth % len(archetypes())]
    library = load()
    model = library.person_models[MODEL]
    world = World(library=library, model=model, demands=demands(library, model), begins=MONDAY, days=DAYS)
    policies = {OURS: Ours(library, OURS)}
    if numbers:
        policies[CHANGED] = Ours(changed(numbers), CHANGED)
    lives = {}
    for name, policy in policies.items():
        lives[name] = Life(throw(seed, nth, DAYS), who, policy, world)
        lives[name].live()
    title = f"{who.name}, number {nth} (invented): {', '.join(numbers) or 'the rules as they are'}"
    return Played(title, lives, nth)


def tell(found: Played, output: Path | None) -> None:
    """The weeks as one table, before and after side by side, and the drawing's place."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    console.print(SAYS_FIRST + "\n", highlight=False)
    courses = {name: weekly(life) for name, life in found.lives.items()}
    table = Table(title=found.title, title_justify="left")
    table.add_column("week", justify="right")
    for label in next(iter(courses.values())):
        for name in courses:
            table.add_column(f"{label}\n{name}" if len(courses) > 1 else label, justify="right", max_width=22)
    for nth in range(DAYS // WEEK):
        cells = (course[label][nth] for label in next(iter(courses.values())) for course in courses.values())
        table.add_row(str(nth + 1), *map(_cell, cells))
    console.print(table)
    for name, life in found.lives.items():
        end = found.doses(life)
        console.print(
            f"{name}: strength gained {100 * (end['gain'] or 0):.1f} %; sessions done {end['done']}, lowered "
            f"{end['lowered']}; overloads {end['overloads']}; flare days {end['natural']} by themselves and "
            f"{end['caused']} caused.",
            highlight=False,
        )
    if output is not None:
        console.print(f"\nDrawn to {output}", highlight=False)


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
