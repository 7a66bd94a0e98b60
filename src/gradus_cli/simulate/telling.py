"""The laboratory and one virtual person, told in a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.table import Table

from gradus.simulation.lab import Setting
from gradus.simulation.life import Life
from gradus.simulation.summary import LESS_IS_BETTER, SCORES, Compared, Scored
from gradus.statistics.estimates import Estimate
from gradus.vocabulary.week import WEEK
from gradus_cli.simulate.intervals import intervals

SAYS_FIRST = (
    "These people are invented. What a dose does to a back, how much each back bears, and whether an "
    "overload brings a flare are assumed, not measured; real people may answer otherwise."
)
IN_A_TABLE: Mapping[str, str] = {
    "gain": "strength gained, %",
    "expected": "flare days to expect",
    "overloads": "overloads",
    "lowered_falsely": "lowered falsely",
}
"""What a terminal has room for; `--json` has every score."""
DIFFERENCES = ("gain", "expected", "overloads", "pain_last")
"""What is drawn of each archetype."""
IN_A_ROW = ("gain", "expected", "overloads")
"""What a terminal has room for of each."""
COLUMN = 17
PERCENT = 100.0


def setting_words(setting: Setting) -> str:
    """A world in words."""
    told = []
    if setting.hazard_ratio is not None:
        told.append(f"flares {setting.hazard_ratio:g} times as often after an overload")
    if setting.margin_spread is not None:
        told.append(f"people differ by {setting.margin_spread:g} in what they bear")
    if setting.correlation is not None:
        told.append(f"mornings correlated {setting.correlation:g}")
    told += [f"{address} {value:g}" for address, value in setting.assumed]
    return ", ".join(told) or "the model as it stands"


def scores_table(found: Sequence[Scored], title: str) -> Table:
    """Each policy a row, the main scores with their 95 percent intervals."""
    table = Table(title=title, title_justify="left")
    table.add_column("policy")
    for words in IN_A_TABLE.values():
        table.add_column(words, justify="right", max_width=COLUMN)
    for each in found:
        table.add_row(each.policy, *(_cell(name, each.scores[name]) for name in IN_A_TABLE))
    return table


def differences(found: Compared) -> list[str]:
    """Who is better off and who is worse, in sentences."""
    told = [f"{found.one} beside {found.other}, the same people and the same dice:"]
    for name, estimate in found.differences.items():
        if not estimate.excludes_zero:
            continue
        better = (estimate.value < 0) == (name in LESS_IS_BETTER)
        word = "" if name in ("done", "lowered") else (", better" if better else ", worse")
        told.append(f"  {SCORES[name]}: {_cell(name, estimate, signed=True)}{word}")
    if len(told) == 1:
        told.append("  no score differs beyond chance")
    told.append(
        f"  stronger by a hundredth or more: {found.stronger.value:.0%} of people, weaker: "
        f"{found.weaker.value:.0%}; more flare days caused: {found.more_flares.value:.0%}, fewer: "
        f"{found.fewer_flares.value:.0%}"
    )
    return told


def who_is_better_off(kinds: Mapping[str, Compared]) -> Table:
    """Each archetype a row: what differs with its interval, and how many are stronger or weaker."""
    table = Table(
        title="Who is better off and who is worse: differences with their 95 percent intervals",
        title_justify="left",
    )
    table.add_column("who")
    for name in IN_A_ROW:
        table.add_column(IN_A_TABLE[name], justify="right")
    table.add_column("stronger", justify="right")
    table.add_column("weaker", justify="right")
    for kind, each in kinds.items():
        table.add_row(
            f"{kind} ({each.stronger.count})",
            *(_short(name, each.differences[name]) for name in IN_A_ROW),
            f"{each.stronger.value:.0%}",
            f"{each.weaker.value:.0%}",
        )
    return table


def _short(name: str, estimate: Estimate) -> str:
    """A difference of means with half of its interval, which is as wide on either side."""
    half = (estimate.high - estimate.low) / 2
    return f"{_by(name) * estimate.value:+.2f} ± {_by(name) * half:.2f}"


def drawn(title: str, compared: Mapping[str, Compared]) -> str:
    """The differences as an SVG, a row for each that was compared."""
    rows = {
        f"{name} ({each.stronger.count})": {
            f"{IN_A_TABLE.get(score, SCORES[score])}, difference": [each.differences[score].times(_by(score))]
            for score in DIFFERENCES
        }
        for name, each in compared.items()
    }
    return intervals(title, rows)


def _by(name: str) -> float:
    return PERCENT if name == "gain" else 1.0


def _cell(name: str, estimate: Estimate, *, signed: bool = False) -> str:
    by, places = (PERCENT, 1) if name == "gain" else (1.0, 2)
    sign = "+" if signed else ""
    value, low, high = (each * by for each in (estimate.value, estimate.low, estimate.high))
    return f"{value:{sign}.{places}f} ({low:.{places}f} to {high:.{places}f})"


def plain(found: Scored | Compared) -> dict[str, Any]:
    """A result as plain values."""

    def told(estimate: Estimate) -> dict[str, float]:
        return {"value": estimate.value, "low": estimate.low, "high": estimate.high}

    if isinstance(found, Scored):
        shares = {"reached": told(found.reached), "stayed": told(found.stayed), "idle": told(found.idle)}
        scores = {name: told(each) for name, each in found.scores.items()}
        return {"policy": found.policy, "people": found.people, **scores, **shares}
    names = ("stronger", "weaker", "more_flares", "fewer_flares")
    return {
        "one": found.one,
        "other": found.other,
        "differences": {name: told(each) for name, each in found.differences.items()},
        **{name: told(getattr(found, name)) for name in names},
    }


def weekly(life: Life) -> dict[str, list[float | None]]:
    """The course of a life by week: mean pain, sessions, strength gained, and strain beside tolerance."""
    weeks = len(life.felt) // WEEK
    days = life.days
    return {
        "pain, weekly mean, 0 to 10": [
            _mean(life.felt[nth * WEEK : (nth + 1) * WEEK]) for nth in range(weeks)
        ],
        "strength gained, percent": [PERCENT * days[(nth + 1) * WEEK - 1].gained for nth in range(weeks)],
        "hardest session, share of what the back bears": [
            max((day.strain for day in days[nth * WEEK : (nth + 1) * WEEK] if day.strain), default=None)
            for nth in range(weeks)
        ],
        "sets done": [
            float(sum(day.sets for day in days[nth * WEEK : (nth + 1) * WEEK])) for nth in range(weeks)
        ],
    }


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
