"""Which morning test lowers: false alarms in stable people and rises found, for each rule.

Nothing is timed here; it prints the tables of docs/morning-test.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from time import perf_counter

import numpy as np

from benchmarks.mornings.agreement import checked
from benchmarks.mornings.people import THREE_A_WEEK, WATCHED, Setting, answered, draw
from benchmarks.mornings.rules import rules
from benchmarks.mornings.shares import Share, Shown, shares
from gradus.library.library import Library
from gradus.library.load import load
from gradus.vocabulary.week import WEEK

SEED = 20261120
PEOPLE = 20_000
COURSES = 2_000
RHOS = (0.0, 0.3, 0.5)
GAPS = (0.15, 0.0)
USUAL = Setting(rho=0.3, missing=0.15)
CLOSER = (
    "decides",
    "former",
    "mean-3-14-2-sd-1.5-two",
    "mean-3-28-2-sd-1.4-two",
    "mean-4-14-1.75-sd-1.5-two",
    "mean-5-14-1.75-two",
)
"""The rules that are looked at under other assumptions."""
EARLIER = Setting(rho=0.3, bounds=False)
"""What the figures that were known before supposed, as far as can be told: pain without ends."""
KNOWN = ("worse", "2-of-3-mean-7", "2-of-3-median-7", "mean-3-14-2", "3-of-3-median-14")
OTHERWISE: Mapping[str, Setting] = {
    "as above": USUAL,
    "no morning missing": replace(USUAL, missing=0.0),
    "40 % of mornings missing": replace(USUAL, missing=0.4),
    "pain does not end at 0 and 10": replace(USUAL, bounds=False),
    "the spread is that within a week": replace(USUAL, spread_is_weekly=True),
    "asked on three training days a week": replace(USUAL, asked=THREE_A_WEEK),
    "the first 28 days of somebody new": replace(USUAL, run_in=0),
    "everybody's own SD is 0.7": replace(USUAL, spread=0.7),
    "everybody's own SD is 1.2": replace(USUAL, spread=1.2),
    "everybody's own SD is 2": replace(USUAL, spread=2.0),
    "pain falls by 1 in four weeks": replace(USUAL, drift=-1.0),
    "pain rises by 1 in four weeks": replace(USUAL, drift=1.0),
    "a rise of 1": replace(USUAL, rise=1.0),
    "no rise: by chance within 7 days": replace(USUAL, rise=0.0),
    "a rise of 3": replace(USUAL, rise=3.0),
    "found within 4 days": replace(USUAL, within=4),
    "a rise of 3, found within 4 days": replace(USUAL, rise=3.0, within=4),
}


def main() -> None:
    """Print how the forms for many agree with the core, then the tables."""
    library, began = load(), perf_counter()
    differ, lowers, days = checked(library, COURSES, SEED)
    print(f"{COURSES} courses, {days} days, the core lowers on {lowers}: the forms differ on {differ}")
    if differ:
        raise RuntimeError("the rules for many no longer say what the core says")
    print("\n".join(tables(library, people=PEOPLE)))
    print(f"\n{perf_counter() - began:.0f} s")


def tables(library: Library, *, people: int) -> Iterator[str]:
    """The lines of all tables, each cell from so many drawn people."""
    for nth, missing in enumerate(GAPS):
        settings = [Setting(rho=rho, missing=missing) for rho in RHOS]
        yield from (f"**{_gaps(missing)}**, {people:,} people in each column", "")
        yield from _by_rho(library, settings, people, SEED + 100 * (nth + 1))
        yield ""
    supposed = f"correlation {USUAL.rho:g}, {_gaps(USUAL.missing)}; in each cell false, found"
    yield from (f"**Otherwise supposed**, {supposed}", "")
    yield from _otherwise(library, people)
    yield ""
    yield from _as_known(library, people)
    yield ""
    yield from _drawn(people)


def _by_rho(library: Library, settings: list[Setting], people: int, seed: int) -> Iterator[str]:
    every, fewest = rules(library), int(library.mornings.fewest_for_a_baseline.value)
    yield f"| rule | {' | '.join(f'false, {each.rho:g} | found, {each.rho:g}' for each in settings)} |"
    yield "|---" * (1 + 2 * len(settings)) + "|"
    columns = [
        shares(setting, every, people=people, seed=seed + nth, fewest=fewest)
        for nth, setting in enumerate(settings)
    ]
    for rule in every:
        shown = [column[rule.key] for column in columns]
        yield (
            f"| {rule.says} | " + " | ".join(f"{_full(it.false)} | {_full(it.found)}" for it in shown) + " |"
        )


def _otherwise(library: Library, people: int) -> Iterator[str]:
    looked = [rule for rule in rules(library) if rule.key in CLOSER]
    fewest = int(library.mornings.fewest_for_a_baseline.value)
    yield "| supposed | " + " | ".join(rule.says for rule in looked) + " |"
    yield "|---" * (1 + len(looked)) + "|"
    for name, setting in OTHERWISE.items():
        shown = shares(setting, looked, people=people, seed=SEED, fewest=fewest)
        yield f"| {name} | " + " | ".join(_both(shown[rule.key]) for rule in looked) + " |"


def _as_known(library: Library, people: int) -> Iterator[str]:
    fewest = int(library.mornings.fewest_for_a_baseline.value)
    looked = {rule.key: rule for rule in rules(library) if rule.key in KNOWN}
    shown = shares(EARLIER, list(looked.values()), people=people, seed=SEED, fewest=fewest)
    yield from ("| no morning missing, pain without ends, 0.3 | false | found |", "|---|---|---|")
    for key in KNOWN:
        yield f"| {looked[key].says} | {_full(shown[key].false)} | {_full(shown[key].found)} |"


def _drawn(people: int) -> Iterator[str]:
    """What the drawn people are like, beside what is known."""
    lives = [draw(Setting(rho=rho), people, (SEED, 9)).stable for rho in RHOS]
    told = {
        "mean of people's mean pain": [f"{pains.mean():.2f}" for pains in lives],
        "SD of people's mean pain": [f"{pains.mean(1).std():.2f}" for pains in lives],
        "SD of a person's mornings of four weeks, mean": [
            f"{pains[:, :WATCHED].std(1, ddof=1).mean():.2f}" for pains in lives
        ],
        "SD of a person's mornings of a week, mean": [
            f"{pains[:, :WEEK].std(1, ddof=1).mean():.2f}" for pains in lives
        ],
        "mornings told as 0, %": [f"{100 * (pains == 0).mean():.1f}" for pains in lives],
        "mornings told as 10, %": [f"{100 * (pains == 10).mean():.1f}" for pains in lives],
        "days 2 or more above the day before, own SD 1.2, %": [_jumps(rho) for rho in RHOS],
    }
    yield f"| drawn people | {' | '.join(f'{rho:g}' for rho in RHOS)} |"
    yield "|---" * (1 + len(RHOS)) + "|"
    for name, values in told.items():
        yield f"| {name} | {' | '.join(values)} |"


def _jumps(rho: float) -> str:
    """Of people with a spread of exactly 1.2, far from the ends of the scale."""
    dice = np.random.default_rng((SEED, 10))
    days = 400_000
    level = dice.uniform(4.5, 5.5, days)
    first, fresh = dice.standard_normal((2, days))
    then = rho * first + np.sqrt(1 - rho**2) * fresh
    pains = [answered(level + 1.2 * noise).astype(int) for noise in (first, then)]
    return f"{100 * (pains[1] - pains[0] >= 2).mean():.1f}"


def _gaps(missing: float) -> str:
    return f"{missing:.0%} of mornings missing".replace("%", " %") if missing else "No morning missing"


def _full(share: Share) -> str:
    low, high = share.within
    return f"{share.percent:.1f} ({low:.1f} to {high:.1f})"


def _both(shown: Shown) -> str:
    return f"{shown.false.percent:.1f}, {shown.found.percent:.1f}"
