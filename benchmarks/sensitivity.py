"""Every assumption of the person model made smaller and larger, and what that changes under our rules.

Nothing is timed here. The same people with the same dice are lived under each; it draws
docs/virtual/sensitivity.svg and writes the table of docs/virtual/sensitivity.md between its marks. About a
quarter of an hour on two free cores. What was lived is kept, and a run that was stopped goes on.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.people import lived, people, shown
from gradus.library.load import load
from gradus.library.types import Threshold
from gradus.simulation.assumptions import assumptions
from gradus.simulation.frozen import model_hash
from gradus.simulation.lab import Lived, Setting
from gradus.statistics.estimates import Estimate, mean, paired_difference
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.intervals import intervals
from gradus_cli.simulate.running import MODEL, Run

PEOPLE = 40
RATIO = 4.0
LESS, MORE = 2 / 3, 3 / 2
NEARLY_ALL = 0.99
WORST = 10.0
TRIED: Mapping[str, tuple[float, float]] = {
    "flares.hazard_ratio": (1.0, 8.0),
    "tolerance.margin_spread": (0.3, 0.8),
    "effect.mean": (-0.5, -1.5),
    "day_to_day.correlation": (0.0, 0.5),
}
"""Numbers whose range the model itself names."""
TIMES = ("demand.rung", "demand.band")
"""Numbers of which what is above 1 is made smaller and larger."""
SCORES: Mapping[str, tuple[str, float]] = {
    "gain": ("strength gained, points of a hundred", 100.0),
    "overloads": ("overloads", 1.0),
    "expected": ("flare days to expect from overloads", 1.0),
    "pain_last": ("pain in the last four weeks", 1.0),
}
IN_THE_TABLE = 12
PAGE = Path(__file__).parents[1] / "docs" / "virtual" / "sensitivity.md"
MARKS = re.compile(r"(<!-- table: begin -->\n).*?(\n<!-- table: end -->)", re.DOTALL)


def main() -> None:
    """Live everything, draw it, and write the table."""
    library = load()
    model = library.person_models[MODEL]
    known = assumptions(model)
    ends = {address: tried(address, each) for address, each in known.items()}
    as_it_is = Setting(hazard_ratio=RATIO)
    others = [
        Setting(
            hazard_ratio=None if address == "flares.hazard_ratio" else RATIO,
            assumed=((address, value),),
        )
        for address, both in ends.items()
        for value in both
    ]
    run = Run(
        people=people(PEOPLE),
        policies=("ours",),
        archetypes=tuple(archetypes()),
        settings=(as_it_is, *others),
    )
    base, *rest = lived(run)
    found = {
        address: {
            label: (_difference(less, base, score, by), _difference(more, base, score, by))
            for score, (label, by) in SCORES.items()
        }
        for address, less, more in zip(ends, rest[::2], rest[1::2], strict=True)
    }
    first = next(iter(SCORES.values()))[0]
    ordered = dict(sorted(found.items(), key=lambda each: -_largest(each[1][first])))
    title = f"What changes when one assumption is otherwise: {run.people} people, flares {RATIO:g} times"
    drawn = intervals(title, ordered, marks=("smaller", "larger"))
    PAGE.with_suffix(".svg").write_text(drawn, encoding="utf-8")
    head = (
        f"Content `{library.version}`, person model `{model_hash(model)}`, {run.people} people numbered from "
        f"{run.first}, flares {RATIO:g} times as often after an overload. As the model stands: "
        + ", ".join(f"{label} {_told(_base(base, score, by))}" for score, (label, by) in SCORES.items())
        + "."
    )
    table = "\n".join(_table(ordered, known, ends))
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(
        MARKS.sub(lambda mark: f"{mark[1]}\n{head}\n\n{table}\n{mark[2]}", text), encoding="utf-8"
    )
    print(f"wrote {PAGE.name}: {len(known)} assumptions, {run.people} people, run {run.fingerprint()}")


def tried(address: str, number: Threshold) -> tuple[float, float]:
    """The smaller and the larger value that are tried: as the model's page says, else two thirds and one and
    a half times; a share stays one, and pain within its scale."""
    if address in TRIED:
        return TRIED[address]
    if address in TIMES:
        return 1 + (number.value - 1) * LESS, 1 + (number.value - 1) * MORE
    less, more = number.value * LESS, number.value * MORE
    if number.unit == "ratio" and 0 < number.value < 1:
        more = min(more, NEARLY_ALL)
    return less, min(more, WORST) if number.unit == "pain_0_10" else more


def _difference(one: Sequence[Lived], other: Sequence[Lived], score: str, by: float) -> Estimate:
    return paired_difference(*([by * float(getattr(life, score)) for life in each] for each in (one, other)))


def _base(lives: Sequence[Lived], score: str, by: float) -> Estimate:
    return mean([by * float(getattr(life, score)) for life in lives])


def _largest(both: Sequence[Estimate]) -> float:
    return max(abs(each.value) for each in both)


def _table(
    found: Mapping[str, Mapping[str, Sequence[Estimate]]],
    known: Mapping[str, Threshold],
    ends: Mapping[str, tuple[float, float]],
) -> list[str]:
    labels = [label for label, _ in SCORES.values()]
    rows = [shown(["assumption", "is", "tried", "rests on", *labels])]
    rows.append("|" + "---|" * (4 + len(labels)))
    for address in list(found)[:IN_THE_TABLE]:
        for value, nth in zip(ends[address], (0, 1), strict=True):
            number = known[address]
            cells = [_told(found[address][label][nth]) for label in labels]
            rows.append(shown([f"`{address}`", f"{number.value:g}", f"{value:.3g}", number.basis, *cells]))
    return rows


def _told(each: Estimate) -> str:
    return f"{each.value:.2f} ({each.low:.2f} to {each.high:.2f})"
