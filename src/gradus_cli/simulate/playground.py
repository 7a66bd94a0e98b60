"""One virtual person under the rules as they are, and under a changed number: sixteen weeks at once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradus.library.load import load
from gradus.simulation.demand import demands
from gradus.simulation.lab import MONDAY, lived
from gradus.simulation.life import Life, World
from gradus.simulation.policies import Ours
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import did_you_mean
from gradus_cli.simulate.archetypes import archetypes
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


def play(archetype: str, nth: int, *, seed: int, numbers: tuple[str, ...]) -> Played:
    """Lives the person under the rules, and again with the numbers changed. The dice are the same."""
    known = archetypes()
    if archetype not in known:
        hint = did_you_mean(archetype, [*known], instead=f"There are {', '.join(known)}.")
        raise Failure(Exit.NOT_FOUND, f"There is no example person {archetype!r} who trains. {hint}")
    library = load()
    model = library.person_models[MODEL]
    world = World(library=library, model=model, demands=demands(library, model), begins=MONDAY, days=DAYS)
    policies = {OURS: Ours(library, OURS)}
    if numbers:
        policies[CHANGED] = Ours(changed(numbers), CHANGED)
    lives = {}
    for name, policy in policies.items():
        lives[name] = Life(throw(seed, nth, DAYS), known[archetype], policy, world)
        lives[name].live()
    title = f"{archetype}, number {nth} (invented): {', '.join(numbers) or 'the rules as they are'}"
    return Played(title, lives, nth)


def tell(found: Played, output: Path | None) -> None:
    """The weeks as a table, and the drawing's place."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    console.print(SAYS_FIRST + "\n", highlight=False)
    for name, life in found.lives.items():
        weeks = weekly(life)
        table = Table(title=f"{found.title.split(':')[0]}, {name}", title_justify="left")
        table.add_column("week", justify="right")
        for label in weeks:
            table.add_column(label, justify="right", max_width=22)
        for nth in range(len(next(iter(weeks.values())))):
            table.add_row(str(nth + 1), *(_cell(values[nth]) for values in weeks.values()))
        console.print(table)
        end = found.doses(life)
        console.print(
            f"Strength gained {100 * (end['gain'] or 0):.1f} %; sessions done {end['done']}, lowered "
            f"{end['lowered']}; overloads {end['overloads']}; flare days {end['natural']} by themselves and "
            f"{end['caused']} caused.\n",
            highlight=False,
        )
    if output is not None:
        console.print(f"Drawn to {output}", highlight=False)


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
