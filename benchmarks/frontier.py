"""Which rules lie on the frontier of strength gained against flare days, in virtual people.

Nothing is timed here. Changed numbers of the progression tables, rows of the table of steps that are left out
(when a set is added, how the reserve counts, what mornings hold), and chance mixtures of both are lived by
some people; those that nothing beats are lived again by others, who are more. It draws
docs/virtual/frontier.svg and writes the table of docs/virtual/frontier.md between its marks. What was lived
is kept, and a run that was stopped goes on.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.people import lived, people, shown
from benchmarks.scatter import Point, frontier, scatter
from gradus.library.load import load
from gradus.simulation.frozen import model_hash
from gradus.simulation.lab import Lived, Setting
from gradus.simulation.policies import POLICIES
from gradus.simulation.summary import by_policy, scored
from gradus.statistics.estimates import Estimate
from gradus_cli.exits import Failure
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.changing import changed
from gradus_cli.simulate.dice import throw
from gradus_cli.simulate.running import MODEL, Run

PEOPLE = 60
AGAIN = 4
"""So many times as many people live what is on the frontier."""
FIRST, SECOND = 100_000, 200_000
SEED = 11
MIXTURES = 40
MIXED = 4
RATIO = 4.0
OURS, ORACLE, IN_TIME = "ours", "oracle", "oracle-in-time"
NUMBERS: Mapping[str, tuple[float, ...]] = {
    "progression/raises.reps_at_a_time": (2, 3),
    "progression/raises.seconds_at_a_time": (10,),
    "progression/raises.successes_before_load": (1, 3),
    "progression/raises.weeks_before_a_set": (1, 4),
    "progression/raises.weekly_volume_cap": (10, 30),
    "progression/raises.load_cap": (5, 20),
    "progression/pain-limits.comfortable_during": (1, 3),
    "progression/pain-limits.acceptable_during": (4, 6),
    "progression/pain-limits.rise_by_morning": (2,),
    "progression/pain-limits.ambers_before_a_cut": (3,),
    "progression/pain-limits.load_kept_after_a_red": (40, 80),
    "progression/mornings.lasting_rise": (1.5, 3),
    "progression/mornings.own_spreads": (1, 2),
    "progression/flare.share_while_calm": (30, 70),
    "progression/effort.far_above": (1, 4),
    "progression/effort.reps_when_far": (1, 3),
}
"""Numbers of the tables, each with the values that are tried in its place."""
ROWS = (
    "morning-unknown",
    "mornings-stay-worse",
    "sore-after",
    "reserve-comes-back",
    "missed-again",
    "range-widens",
    "no-harder-step-open",
)
"""Rows of what last time says, each left out: other structures of the rules. The content itself refuses a
table in which something rises past a worse morning, an untold reserve or too small a one."""
PAGE = Path(__file__).parents[1] / "docs" / "virtual" / "frontier.md"
MARKS = re.compile(r"(<!-- table: begin -->\n).*?(\n<!-- table: end -->)", re.DOTALL)

Variants = tuple[tuple[str, tuple[str, ...]], ...]


def main() -> None:
    """Search, live the best again, draw and write."""
    every = variants()
    searched = _points(_run(every, people(PEOPLE), FIRST))
    best = {each.name for each in frontier([each for each in searched if each.kind != "policy"])}
    kept = tuple((name, changes) for name, changes in every if name in best)
    run = _run(kept, AGAIN * people(PEOPLE), SECOND)
    points = _points(run)
    title = f"Strength gained and flare days to expect, {run.people} people, flares {RATIO:g} times as often"
    drawn = scatter(
        title, points, across="flare days to expect from overloads, 16 weeks", upwards="strength gained, %"
    )
    PAGE.with_suffix(".svg").write_text(drawn, encoding="utf-8")
    told = "\n".join(_table(points, dict(kept), run, len(every)))
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MARKS.sub(lambda mark: f"{mark[1]}\n{told}\n{mark[2]}", text), encoding="utf-8")
    print(f"wrote {PAGE.name}: {len(every)} variants, {len(kept)} of them lived again by {run.people} people")


def variants() -> Variants:
    """Every variant by its name: one change each, and mixtures of several that chance has made. What the
    content does not have any more is passed over and told."""
    single = [f"{address}={value:g}" for address, values in NUMBERS.items() for value in values]
    single += [f"progression/steps.last-time.{row}=off" for row in ROWS]
    single = [change for change in single if _is_there(change)]
    thrown = throw(SEED, 0, MIXTURES).daily
    mixed = []
    for dice in thrown:
        places = sorted({int(number * len(single)) for number in dice[:MIXED]})
        mixed.append(_apart([single[place] for place in places]))
    found = {" and ".join(map(_short, each)): tuple(each) for each in [[one] for one in single] + mixed}
    return tuple(found.items())


def _apart(changes: Sequence[str]) -> list[str]:
    """At most one change of each address."""
    return list({change.partition("=")[0]: change for change in changes}.values())


def _short(change: str) -> str:
    return change.partition(".")[2].removeprefix("last-time.")


def _is_there(change: str) -> bool:
    try:
        changed((change,))
    except Failure as why:
        print(f"  passed over: {change} ({str(why).splitlines()[0]})")
        return False
    return True


def _run(found: Variants, count: int, first: int) -> Run:
    return Run(
        people=count,
        first=first,
        policies=tuple(POLICIES),
        archetypes=tuple(archetypes()),
        settings=(Setting(hazard_ratio=RATIO),),
        variants=found,
    )


def _points(run: Run) -> list[Point]:
    (lives,) = lived(run)
    return [_point(name, each) for name, each in by_policy(lives).items()]


def _point(name: str, lives: Sequence[Lived]) -> Point:
    scores = scored(name, lives).scores
    kind = "shipped" if name == OURS else "policy" if name in POLICIES else "variant"
    return Point(name, scores["expected"], scores["gain"].times(100.0), kind)


def _table(points: Sequence[Point], changes: Mapping[str, Sequence[str]], run: Run, tried: int) -> list[str]:
    library = load()
    oracle, in_time = (_gain(points, name) for name in (ORACLE, IN_TIME))
    best = frontier([each for each in points if each.kind != "policy"])
    head = [
        "rules",
        "strength gained, %",
        "of the oracle's",
        "of the oracle's in time",
        "flare days to expect",
        "on the frontier",
    ]
    return [
        f"Content `{library.version}`, person model `{model_hash(library.person_models[MODEL])}`; {tried} "
        f"variants tried on {run.people // AGAIN} people numbered from {FIRST}, the best of them and the "
        f"policies lived again by {run.people} people numbered from {run.first}.",
        "",
        shown(head),
        "|" + "---|" * len(head),
        *(
            shown(
                [
                    ", ".join(f"`{each}`" for each in changes.get(point.name, ())) or point.name,
                    _told(point.upwards, 1),
                    f"{point.upwards.value / oracle:.0%}",
                    f"{point.upwards.value / in_time:.0%}",
                    _told(point.across, 2),
                    "yes" if point in best else "",
                ]
            )
            for point in points
        ),
    ]


def _gain(points: Sequence[Point], name: str) -> float:
    return next(each for each in points if each.name == name).upwards.value


def _told(each: Estimate, places: int) -> str:
    return f"{each.value:.{places}f} ({each.low:.{places}f} to {each.high:.{places}f})"
