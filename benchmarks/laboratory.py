"""The laboratory at full width: every policy in twelve worlds, on people whom no choice has seen.

Nothing is timed here. It writes the tables of docs/virtual/laboratory.md between its marks; some minutes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from gradus.library.load import load
from gradus.simulation.frozen import model_hash
from gradus.simulation.lab import Lived, Setting
from gradus.simulation.policies import POLICIES
from gradus.simulation.summary import Scored, by_policy, scored
from gradus.statistics.estimates import Estimate
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.keeping import read
from gradus_cli.simulate.running import MODEL, Run, lives

PEOPLE = 110
FRESH = 1_000_000
RATIOS = (1.0, 2.0, 4.0, 8.0)
SPREADS = (0.3, 0.5, 0.8)
MIDDLE = 0.5
PAGE = Path(__file__).parents[1] / "docs" / "virtual" / "laboratory.md"
MARKS = re.compile(r"(<!-- tables: begin -->\n).*?(\n<!-- tables: end -->)", re.DOTALL)


def main() -> None:
    """Live everything, and write the page anew."""
    settings = tuple(
        Setting(hazard_ratio=ratio, margin_spread=spread) for ratio in RATIOS for spread in SPREADS
    )
    run = Run(
        people=PEOPLE,
        first=FRESH,
        policies=tuple(POLICIES),
        archetypes=tuple(archetypes()),
        settings=settings,
    )
    with TemporaryDirectory() as folder:
        for _ in lives(run, Path(folder), workers=2):
            pass
        found = {
            setting: _scored(read(Path(folder) / run.fingerprint(), _parts(run, nth)))
            for nth, setting in enumerate(settings)
        }
    text = PAGE.read_text(encoding="utf-8")
    tables = "\n\n".join(_tables(found, run))
    PAGE.write_text(MARKS.sub(lambda mark: f"{mark[1]}\n{tables}\n{mark[2]}", text), encoding="utf-8")
    print(f"wrote {PAGE.name}: {PEOPLE} people, {len(settings)} worlds, run {run.fingerprint()}")


def _parts(run: Run, setting: int) -> list[str]:
    return [part.name for part in run.parts() if part.setting == setting]


def _scored(lived: Sequence[Lived]) -> dict[str, Scored]:
    return {policy: scored(policy, each) for policy, each in by_policy(lived).items()}


def _tables(found: Mapping[Setting, Mapping[str, Scored]], run: Run) -> Iterator[str]:
    library = load()
    model = model_hash(library.person_models[MODEL])
    people = f"{run.people} people numbered from {run.first}"
    yield f"Content `{library.version}`, person model `{model}`, {people}."
    for ratio in RATIOS:
        setting = Setting(hazard_ratio=ratio, margin_spread=MIDDLE)
        yield f"**Flares {ratio:g} times as often for two days after an overload**"
        yield _table(found[setting])
    yield "**Ours, where people differ less or more in what their backs bear**"
    yield _ours(found)


def _table(policies: Mapping[str, Scored]) -> str:
    best = policies["oracle"].scores["gain"].value
    rows = [
        "| policy | strength gained, % | of the oracle's | flare days caused | overloads | lowered falsely |"
    ]
    rows.append("|---|---|---|---|---|---|")
    for name, each in policies.items():
        gain = each.scores["gain"]
        others = " | ".join(_shown(each.scores[key]) for key in ("caused", "overloads", "lowered_falsely"))
        rows.append(f"| {name} | {_shown(gain, 100)} | {gain.value / best:.0%} | {others} |")
    return "\n".join(rows)


def _ours(found: Mapping[Setting, Mapping[str, Scored]]) -> str:
    rows = [
        "| hazard ratio | spread | strength gained, % | of the oracle's | flare days caused | overloads |"
    ]
    rows.append("|---|---|---|---|---|---|")
    for setting, policies in found.items():
        ours, best = policies["ours"].scores, policies["oracle"].scores["gain"].value
        rows.append(
            f"| {setting.hazard_ratio:g} | {setting.margin_spread:g} | {_shown(ours['gain'], 100)} "
            f"| {ours['gain'].value / best:.0%} | {_shown(ours['caused'])} | {_shown(ours['overloads'])} |"
        )
    return "\n".join(rows)


def _shown(estimate: Estimate, by: float = 1.0) -> str:
    places = 1 if by > 1 else 2
    value, low, high = (f"{by * each:.{places}f}" for each in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low} to {high})"
