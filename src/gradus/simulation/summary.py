"""What came of many lives: means with intervals, and who is better off under one policy than another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gradus.simulation.lab import Lived
from gradus.statistics.estimates import Estimate, mean, paired_difference, share

SCORES: Mapping[str, str] = {
    "gain": "strength gained, share of the first capacity",
    "caused": "flare days beyond those that come by themselves",
    "expected": "flare days to be expected from overloads",
    "overloads": "sessions beyond what the back bears",
    "done": "sessions done",
    "lowered": "sessions with something lowered",
    "lowered_falsely": "of these without an overload before and without a flare",
    "missed": "overloads after which nothing was lowered",
    "pain_last": "pain in the last four weeks, 0 to 10",
}
"""What a policy is scored on, by the field of a life."""

LESS_IS_BETTER = ("caused", "expected", "overloads", "lowered_falsely", "missed", "pain_last")
NOTICED_GAIN = 0.01
"""A difference of strength that is told as one: a hundredth of the first capacity."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How a policy did: the mean of each score, the share that reached the goal, the share that trained to
    the end, and the share that gained nothing worth telling."""

    policy: str
    people: int
    scores: Mapping[str, Estimate]
    reached: Estimate
    stayed: Estimate
    idle: Estimate


@dataclass(frozen=True, slots=True)
class Compared:
    """One policy beside another on the same people: the mean difference of each score, pair by pair, and how
    many people gained more, less, and about the same strength, and had more or fewer flare days caused."""

    one: str
    other: str
    differences: Mapping[str, Estimate]
    stronger: Estimate
    weaker: Estimate
    more_flares: Estimate
    fewer_flares: Estimate


def by_policy(lives: Iterable[Lived]) -> dict[str, list[Lived]]:
    """The lives by policy, in order of the person."""
    found: dict[str, list[Lived]] = defaultdict(list)
    for life in lives:
        found[life.policy].append(life)
    return {policy: sorted(each, key=lambda life: life.person) for policy, each in found.items()}


def scored(policy: str, lives: Sequence[Lived]) -> Scored:
    """How a policy did on these people; two or more."""
    count = len(lives)
    return Scored(
        policy=policy,
        people=count,
        scores={name: mean([float(getattr(life, name)) for life in lives]) for name in SCORES},
        reached=share(sum(life.goal_on is not None for life in lives), count),
        stayed=share(sum(life.left_on is None and life.referred_on is None for life in lives), count),
        idle=share(sum(life.gain < NOTICED_GAIN for life in lives), count),
    )


def compared(one: Sequence[Lived], other: Sequence[Lived]) -> Compared:
    """The first policy beside the second. Both lived the same people with the same dice."""
    if [life.person for life in one] != [life.person for life in other]:
        raise ValueError("two policies are compared on the same people only")
    pairs = list(zip(one, other, strict=True))
    gains = [a.gain - b.gain for a, b in pairs]
    flares = [a.caused - b.caused for a, b in pairs]
    count = len(pairs)
    return Compared(
        one=one[0].policy,
        other=other[0].policy,
        differences={
            name: paired_difference(*([float(getattr(life, name)) for life in each] for each in (one, other)))
            for name in SCORES
        },
        stronger=share(sum(gain >= NOTICED_GAIN for gain in gains), count),
        weaker=share(sum(gain <= -NOTICED_GAIN for gain in gains), count),
        more_flares=share(sum(days > 0 for days in flares), count),
        fewer_flares=share(sum(days < 0 for days in flares), count),
    )


ALL = "all"
"""Everybody, beside the archetypes."""


def by_archetype(one: Sequence[Lived], other: Sequence[Lived]) -> dict[str, Compared]:
    """The first policy beside the second for everybody, and for each archetype with two people or more."""
    kinds: dict[str, list[tuple[Lived, Lived]]] = {ALL: list(zip(one, other, strict=True))}
    for a, b in zip(one, other, strict=True):
        kinds.setdefault(a.archetype, []).append((a, b))
    return {
        kind: compared([a for a, _ in pairs], [b for _, b in pairs])
        for kind, pairs in kinds.items()
        if len(pairs) > 1
    }
