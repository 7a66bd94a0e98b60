"""The laboratory from the command: what is run, how far it is, and what came out."""

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from rich.console import Console
from rich.progress import track

from gradus.simulation.lab import Lived, Setting
from gradus.simulation.policies import POLICIES
from gradus.simulation.summary import ALL, by_archetype, by_policy, compared, scored
from gradus_cli.exits import Exit, Failure
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.archetypes import chosen as person_of
from gradus_cli.simulate.keeping import read
from gradus_cli.simulate.running import CHANGED, Run, lives
from gradus_cli.simulate.telling import (
    SAYS_FIRST,
    differences,
    drawn,
    plain,
    scores_table,
    setting_words,
    who_is_better_off,
)

OURS = "ours"


def run_of(given: Mapping[str, Any]) -> Run:
    """The run that was asked for."""
    kinds, policies = tuple(archetypes()), tuple(POLICIES)
    chosen = given["policies"] or ((OURS,) if given["numbers"] else policies)
    for name in chosen:
        if name not in policies:
            raise Failure(Exit.NOT_FOUND, f"There is no policy {name!r}; there are {', '.join(policies)}.")
    for name in given["kinds"]:
        person_of(name)
    settings = tuple(
        Setting(hazard_ratio=ratio, margin_spread=spread)
        for ratio in given["ratios"] or (None,)
        for spread in given["spreads"] or (None,)
    )
    return Run(
        people=given["people"],
        policies=chosen,
        archetypes=given["kinds"] or kinds,
        settings=settings,
        numbers=given["numbers"],
        seed=given["seed"],
        first=given["first"],
    )


def tell(run: Run, given: Mapping[str, Any]) -> None:
    """Runs it with a bar of progress, and tells each setting."""
    with ExitStack() as stack:
        folder: Path = given["keep"] or Path(stack.enter_context(TemporaryDirectory()))
        _work(run, folder, given)
        mine = folder / run.fingerprint()
        found = [
            (setting, read(mine, [part.name for part in run.parts() if part.setting == nth]))
            for nth, setting in enumerate(run.settings)
        ]
    if given["output"] is not None:
        given["output"].write_text(_drawn(run, found), encoding="utf-8")
    if given["as_json"]:
        click.echo(json.dumps({"run": run.fingerprint(), "settings": [_plain(*each) for each in found]}))
        return
    console = Console()
    console.print(SAYS_FIRST + "\n", highlight=False)
    for setting, each in found:
        _told(console, setting, each)
    console.print(
        f"Run {run.fingerprint()}" + (f", kept in {mine}" if given["keep"] else ""), highlight=False
    )


def _work(run: Run, folder: Path, given: Mapping[str, Any]) -> None:
    going = lives(run, folder, workers=given["workers"], cluster=given["cluster"])
    for _ in track(going, "Living", total=len(run.parts()), console=Console(stderr=True), transient=True):
        pass


def _pairs(policies: Sequence[str]) -> list[tuple[str, str]]:
    first = CHANGED if CHANGED in policies else None
    others = [(first, OURS)] if first else [(each, OURS) for each in policies if each != OURS]
    return [pair for pair in others if OURS in policies]


def _told(console: Console, setting: Setting, found: Sequence[Lived]) -> None:
    policies = by_policy(found)
    title = f"{setting_words(setting)}; {len(next(iter(policies.values())))} people"
    console.print(scores_table([scored(name, each) for name, each in policies.items()], title))
    for one, other in _pairs(list(policies)):
        kinds = by_archetype(policies[one], policies[other])
        console.print("\n".join(differences(kinds[ALL])) + "\n", highlight=False)
        if len(kinds) > 2 and one == CHANGED:
            console.print(who_is_better_off(kinds))


def _plain(setting: Setting, found: Sequence[Lived]) -> dict[str, Any]:
    policies = by_policy(found)
    return {
        "hazard_ratio": setting.hazard_ratio,
        "margin_spread": setting.margin_spread,
        "policies": [plain(scored(name, each)) for name, each in policies.items()],
        "compared": [plain(compared(policies[a], policies[b])) for a, b in _pairs(list(policies))],
        "archetypes": {
            name: plain(each)
            for a, b in _pairs(list(policies))
            if a == CHANGED
            for name, each in by_archetype(policies[a], policies[b]).items()
        },
    }


def _drawn(run: Run, found: Sequence[tuple[Setting, Sequence[Lived]]]) -> str:
    """The first setting as an SVG: who is better off with what was changed, else each policy beside ours."""
    setting, lives_ = found[0]
    policies = by_policy(lives_)
    if CHANGED in policies and OURS in policies:
        title = f"{', '.join(run.numbers)}, beside the rules as they are; {setting_words(setting)}"
        return drawn(title, by_archetype(policies[CHANGED], policies[OURS]))
    others = {a: compared(policies[a], policies[b]) for a, b in _pairs(list(policies))}
    if not others:
        raise Failure(Exit.USAGE, "There is nothing to draw: give --set, or ours and another policy.")
    return drawn(f"Beside ours, {setting_words(setting)}", others)
