"""Which rules lie on the frontier of strength gained against flare days caused, in virtual people.

Nothing is timed here. Variants of the table's own numbers are lived by the same people as ours and as the
compared policies. People numbered from FRESH on were used for no choice.
"""

from collections.abc import Mapping
from functools import partial
from itertools import chain

from gradus.library.library import Library
from gradus.library.load import load
from gradus.simulation.frozen import model_hash
from gradus.simulation.lab import Laboratory, Setting
from gradus.simulation.policies import POLICIES, Ours
from gradus.simulation.summary import by_policy, scored
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.changing import changed
from gradus_cli.simulate.dice import throw
from gradus_cli.simulate.running import MODEL

PEOPLE = 120
FRESH = 1_000_000
SEED = 1
DAYS = 112
AT = Setting(hazard_ratio=4.0)
VARIANTS: Mapping[str, tuple[str, ...]] = {
    "two reps at a time": ("progression/raises.reps_at_a_time=2",),
    "three reps at a time": ("progression/raises.reps_at_a_time=3",),
    "ten seconds at a time": ("progression/raises.seconds_at_a_time=10",),
    "top once is enough": ("progression/raises.successes_before_load=1",),
    "a set each week": ("progression/raises.weeks_before_a_set=1",),
    "a set every four weeks": ("progression/raises.weeks_before_a_set=4",),
    "weekly volume up to 30 %": ("progression/raises.weekly_volume_cap=30",),
    "weekly volume up to 10 %": ("progression/raises.weekly_volume_cap=10",),
    "comfortable up to 3": ("progression/pain-limits.comfortable_during=3",),
    "comfortable up to 1": ("progression/pain-limits.comfortable_during=1",),
    "acceptable up to 6": ("progression/pain-limits.acceptable_during=6",),
    "acceptable up to 4": ("progression/pain-limits.acceptable_during=4",),
    "a morning may be 2 worse": ("progression/pain-limits.rise_by_morning=2",),
}


def main() -> None:
    """Print each policy and variant: gain, share of the oracle's, flare days caused, overloads."""
    library = load()
    known = archetypes()
    made = {name: partial(_ours, changed(numbers), name) for name, numbers in VARIANTS.items()}
    laboratory = Laboratory(
        library=library,
        model=library.person_models[MODEL],
        archetypes=list(known.values()),
        policies={**POLICIES, **made},
        dice=lambda person, days: throw(SEED, person, days),
        days=DAYS,
    )
    print(f"library {library.version}, model {model_hash(library.person_models[MODEL])}, {PEOPLE} people")
    found = by_policy(laboratory.live(range(PEOPLE), AT))
    best = scored("oracle", found["oracle"]).scores["gain"].value
    print(f"{'':26} gain %              of oracle   caused               overloads   falsely lowered")
    for name in chain(POLICIES, VARIANTS):
        scores = scored(name, found[name]).scores
        gain, caused, over, falsely = (
            scores[key] for key in ("gain", "caused", "overloads", "lowered_falsely")
        )
        print(
            f"{name:26} {100 * gain.value:4.1f} ({100 * gain.low:4.1f} to {100 * gain.high:4.1f})"
            f"   {gain.value / best:5.0%}      {caused.value:5.2f} ({caused.low:5.2f} to {caused.high:5.2f})"
            f"   {over.value:5.2f}       {falsely.value:5.2f}"
        )


def _ours(other: Library, name: str, _: Library) -> Ours:
    return Ours(other, name)
