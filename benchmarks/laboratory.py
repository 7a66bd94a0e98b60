"""The laboratory at full width: every policy in twelve worlds, on people whom no choice has seen.

Nothing is timed here. It writes the tables of docs/virtual/laboratory.md between its marks. It tells how far
it is and how long it will still take; what was lived is kept, and a run that was stopped goes on.
GRADUS_PEOPLE says how many people.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.people import lived, people, shown
from gradus.library.load import load
from gradus.simulation.frozen import model_hash
from gradus.simulation.lab import Lived, Setting
from gradus.simulation.policies import POLICIES
from gradus.simulation.summary import Scored, by_policy, compared, scored
from gradus.statistics.estimates import Estimate
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.running import MODEL, Run

PEOPLE = 110
FRESH = 1_000_000
RATIOS = (1.0, 2.0, 4.0, 8.0)
SPREADS = (0.3, 0.5, 0.8)
MIDDLE = 0.5
OURS = "ours"
OTHERS = {
    "expected": "flare days to expect",
    "caused": "flare days caused",
    "overloads": "overloads",
    "missed": "missed",
    "lowered_falsely": "lowered falsely",
    "done": "sessions done",
    "pain_last": "pain at the end",
}
SHARES = {"reached": "reached the goal, % of people", "idle": "gained less than 1 %, % of people"}
PAGE = Path(__file__).parents[1] / "docs" / "virtual" / "laboratory.md"
MARKS = re.compile(r"(<!-- tables: begin -->\n).*?(\n<!-- tables: end -->)", re.DOTALL)


def main() -> None:
    """Live everything, and write the page anew."""
    settings = tuple(
        Setting(hazard_ratio=ratio, margin_spread=spread) for ratio in RATIOS for spread in SPREADS
    )
    run = Run(
        people=people(PEOPLE),
        first=FRESH,
        policies=tuple(POLICIES),
        archetypes=tuple(archetypes()),
        settings=settings,
    )
    lives = dict(zip(settings, lived(run), strict=True))
    text = PAGE.read_text(encoding="utf-8")
    tables = "\n\n".join(_tables(lives, run))
    PAGE.write_text(MARKS.sub(lambda mark: f"{mark[1]}\n{tables}\n{mark[2]}", text), encoding="utf-8")
    print(f"wrote {PAGE.name}: {run.people} people, {len(settings)} worlds, run {run.fingerprint()}")


def _scored(lives: Sequence[Lived]) -> dict[str, Scored]:
    return {policy: scored(policy, each) for policy, each in by_policy(lives).items()}


def _tables(lives: Mapping[Setting, Sequence[Lived]], run: Run) -> Iterator[str]:
    found = {setting: _scored(each) for setting, each in lives.items()}
    library = load()
    model = model_hash(library.person_models[MODEL])
    people = f"{run.people} people numbered from {run.first}"
    yield f"Content `{library.version}`, person model `{model}`, {people}."
    for ratio in RATIOS:
        setting = Setting(hazard_ratio=ratio, margin_spread=MIDDLE)
        yield f"**Flares {ratio:g} times as often for two days after an overload**"
        yield _table(found[setting])
        yield _beside(lives[setting])
    yield "**Ours, where people differ less or more in what their backs bear**"
    yield _ours(found)


def _table(policies: Mapping[str, Scored]) -> str:
    best, in_time = (policies[name].scores["gain"].value for name in ("oracle", "oracle-in-time"))
    names = ("strength gained, %", "of the oracle's", "of the oracle's in time")
    rows = _headed("policy", *names, *OTHERS.values(), *SHARES.values())
    for name, each in policies.items():
        gain = each.scores["gain"]
        others = [_shown(each.scores[key]) for key in OTHERS]
        shares = [_shown(getattr(each, key), 100) for key in SHARES]
        of = [f"{gain.value / each:.0%}" for each in (best, in_time)]
        rows.append(shown([name, _shown(gain, 100), *of, *others, *shares]))
    return "\n".join(rows)


def _beside(lives: Sequence[Lived]) -> str:
    """Each policy beside ours, pair by pair."""
    policies = by_policy(lives)
    rows = _headed("policy, beside ours", "strength gained, points", *OTHERS.values())
    for name, each in policies.items():
        if name != OURS:
            found = compared(each, policies[OURS]).differences
            rows.append(shown([name, _shown(found["gain"], 100), *(_shown(found[key]) for key in OTHERS)]))
    return "\n".join(rows)


def _headed(*names: str) -> list[str]:
    return [shown(names), "|" + "---|" * len(names)]


def _ours(found: Mapping[Setting, Mapping[str, Scored]]) -> str:
    rows = [
        "| hazard ratio | spread | strength gained, % | of the oracle's | flare days to expect | overloads |"
    ]
    rows.append("|---|---|---|---|---|---|")
    for setting, policies in found.items():
        ours, best = policies["ours"].scores, policies["oracle"].scores["gain"].value
        rows.append(
            f"| {setting.hazard_ratio:g} | {setting.margin_spread:g} | {_shown(ours['gain'], 100)} "
            f"| {ours['gain'].value / best:.0%} | {_shown(ours['expected'])} | {_shown(ours['overloads'])} |"
        )
    return "\n".join(rows)


def _shown(estimate: Estimate, by: float = 1.0) -> str:
    places = 1 if by > 1 else 2
    value, low, high = (f"{by * each:.{places}f}" for each in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low} to {high})"
