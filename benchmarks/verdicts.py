"""Right or wrong, told of people whom the rules have never seen (UI-PRMD).

Seen before this plan was written: 40 thresholds by AdaBoost 0.767, one weight a number with penalty 10 0.822,
both from the few numbers, in which the lean of the trunk was always 0 by a mistake and an arm that swung past
180 degrees leapt. They stand below with both mended. Then, before the first run of what follows, written down: two people do a movement with the other
leg than the rest, which no rule could know, so the working side is made the right one; and five ways are
tried, each once, and their mean:

- few weights: one weight for each of the few numbers
- many weights: one weight for each of the many (per quarter, coordination, pelvis, left against right)
- weights and off: the same, and one for how far off what is right each number is, whichever the side
- steps: small steps at thresholds of the many numbers
- shared: as weights and off, half of each weight common to the ten movements, half a movement's own
- mean: the mean of the log-odds of these five

Both sides work in squat and sit to stand: there rules learn from mirror images too. A person is judged by
rules made of the other five. How strict or how long a way is (its penalty, its rounds) and which way is taken
is chosen for each person among those five alone: each of them judged by the other four, the best balanced
accuracy over the ten movements, the plainest where two are alike. The headline is what was so chosen.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np

from benchmarks import counting
from benchmarks.repetitions import Repetitions, repetitions
from benchmarks.rules import forty, logistic, of_old, placed, placed_and_off, steps, weights

Array = Any
Way = Callable[[Repetitions, Repetitions], Array]
"""Log-odds of those asked that they are right, one row a size; the sizes go from the plainest on."""
COMMON = 0.5


def right_or_wrong(path: Path) -> None:
    every = repetitions(path)
    for name, said in verdicts(every):
        told(name, every.of(~every.image), np.where(said > 0, 1.0, -1.0)[~every.image])


# --- the ways ---


def each_movement(numbers: str, rule: Callable[[Array, Array, Array], Array]) -> Way:
    """A rule of its own for each movement, from those numbers."""

    def way(known: Repetitions, asked: Repetitions) -> Array:
        said = {}
        for movement in np.unique(asked.movement):
            one = known.of(known.movement == movement)
            here = asked.movement == movement
            said[movement] = here, rule(getattr(one, numbers), one.right, getattr(asked, numbers)[here])
        out = np.empty((len(next(iter(said.values()))[1]), len(asked.person)))
        for here, rows in said.values():
            out[:, here] = rows
        return out

    return way


def shared(known: Repetitions, asked: Repetitions) -> Array:
    """One weight a number for all movements together, and as much again for each movement's own."""
    x, y = (np.empty((len(each.person), 2 * each.many.shape[1] + 1)) for each in (known, asked))
    for movement in np.unique(asked.movement):
        one, other = known.movement == movement, asked.movement == movement
        here, there = placed_and_off(known.many[one], known.right[one], asked.many[other])
        x[one], y[other] = (np.c_[each, np.ones(len(each))] for each in (here, there))

    def alike(a: Array, of_a: Array) -> Array:
        own = of_a[:, None] == known.movement
        return (COMMON + (1 - COMMON) * own) * (a @ x.T) / x.shape[1]

    return logistic(alike(x, known.movement), known.right, alike(y, asked.movement))


AS_BEFORE: Mapping[str, Way] = {
    "40 thresholds, as before": each_movement("few", forty),
    "weights, as before": each_movement("few", of_old),
}
PLANNED: Mapping[str, Way] = {
    "few weights": each_movement("turned", weights(placed)),
    "many weights": each_movement("many", weights(placed)),
    "weights and off": each_movement("many", weights(placed_and_off)),
    "steps": each_movement("many", steps),
    "shared": shared,
}


# --- who is judged by whom ---


def verdicts(every: Repetitions) -> Iterator[tuple[str, Array]]:
    """What each way says of each repetition; the last is the way that was chosen without the person."""
    people = [int(each) for each in np.unique(every.person)]
    for name, way in AS_BEFORE.items():
        yield name, merged(every, {person: judged(way, every, {person})[0] for person in people})
    inside: dict[str, dict[int, Array]] = {}
    outside: dict[str, dict[int, Array]] = {}
    for name, way in PLANNED.items():
        inside[name], outside[name] = nested(way, every, people)
        yield name, merged(every, outside[name])
    inside["mean"], outside["mean"] = (
        {person: np.mean([each[person] for each in ways.values()], axis=0) for person in people}
        for ways in (inside, outside)
    )
    yield "mean", merged(every, outside["mean"])
    taken = {
        person: max(inside, key=lambda name: balanced(every, inside[name][person], person))
        for person in people
    }
    yield f"chosen inside ({taken})", merged(every, {each: outside[taken[each]][each] for each in people})


def nested(way: Way, every: Repetitions, people: list[int]) -> tuple[dict[int, Array], dict[int, Array]]:
    """For each person, by the size that did best among the others alone: what each of the others is told by
    the other four, and what the person is told by all five."""
    two = {frozenset(pair): judged(way, every, set(pair)) for pair in combinations(people, 2)}
    inside, outside = {}, {}
    for person in people:
        sizes = np.zeros_like(two[frozenset(people[:2])])
        for other in people:
            if other != person:
                here = every.person == other
                sizes[:, here] = two[frozenset((person, other))][:, here]
        best = int(np.argmax([balanced(every, rows, person) for rows in sizes]))
        inside[person] = sizes[best]
        outside[person] = judged(way, every, {person})[best]
    return inside, outside


def judged(way: Way, every: Repetitions, out: set[int]) -> Array:
    """What the rules of all others tell of those people, one row a size; nothing of anybody else."""
    held = np.isin(every.person, list(out))
    asked = held & ~every.image
    known = every.of(~held & ~every.image) if way in AS_BEFORE.values() else every.of(~held)
    told = way(known, every.of(asked))
    said = np.full((len(told), len(held)), np.nan)
    said[:, asked] = told
    return said


def merged(every: Repetitions, said: Mapping[int, Array]) -> Array:
    """Each person's own verdicts, from what was said when that person was left out."""
    return np.sum([np.where(every.person == person, rows, 0) for person, rows in said.items()], axis=0)


def balanced(every: Repetitions, said: Array, without: int) -> float:
    """Balanced accuracy over all movements among everybody else."""
    here = (every.person != without) & ~every.image
    agree = (said > 0) == (every.right > 0)
    return fmean(float(agree[here & (every.right == sign)].mean()) for sign in (1.0, -1.0))


# --- what came out ---


def told(name: str, asked: Repetitions, verdict: Array) -> None:
    agree = verdict == asked.right

    def accuracy(here: Array) -> float:
        return fmean(float(agree[here & (asked.right == sign)].mean()) for sign in (1.0, -1.0))

    movements = [accuracy(asked.movement == each) for each in counting.PRMD]
    people = [accuracy(asked.person == each) for each in np.unique(asked.person)]
    print(f"  UI-PRMD, {name}: balanced {fmean(movements):.3f}", flush=True)
    print(f"    movements 1 to 10: {', '.join(f'{each:.3f}' for each in movements)}")
    off = stdev(people) / len(people) ** 0.5
    print(f"    people: {', '.join(f'{each:.3f}' for each in people)}; standard error {off:.3f}")
