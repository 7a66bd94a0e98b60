"""Right or wrong, told of people whom the rules have never seen (UI-PRMD).

Seen before this plan was written: 40 thresholds by AdaBoost 0.767, one weight a number with penalty 10 0.822,
both from the few numbers, in which the lean of the trunk was always 0 by a mistake and an arm that swung past
180 degrees leapt. They stand below with both mended. Written down before the first run of the rest:
two people do a movement with the other leg than the rest, which no rule could know, so the working side is
made the right one; and five ways are tried, each once, and their mean:

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
from statistics import fmean
from typing import Any

import numpy as np

from benchmarks.repetitions import Repetitions
from benchmarks.rules import forty, logistic, of_old, placed, placed_and_off, steps, weights

Array = Any
Way = Callable[[Repetitions, Repetitions], Array]
"""Log-odds of those asked that they are right, one row a size; the sizes go from the plainest on."""
COMMON = 0.5
Sizes = dict[str, dict[int, int]]
"""Which size each way has where a person is judged."""


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


def verdicts(every: Repetitions, sizes: Sizes) -> Iterator[tuple[str, Array]]:
    """What each way says of each repetition that was filmed; the last is the way that was chosen without the
    person. The sizes that were chosen are filled in."""
    people = [int(each) for each in np.unique(every.person)]
    filmed = every.of(~every.image)
    for name, way in AS_BEFORE.items():
        yield name, merged(filmed, {person: judged(way, filmed, {person})[0] for person in people})
    inside: dict[str, dict[int, Array]] = {}
    outside: dict[str, dict[int, Array]] = {}
    for name, way in PLANNED.items():
        inside[name], outside[name], sizes[name] = nested(way, every, people)
        yield name, merged(filmed, outside[name])
    inside["mean"], outside["mean"] = (
        {person: np.mean([each[person] for each in ways.values()], axis=0) for person in people}
        for ways in (inside, outside)
    )
    yield "mean", merged(filmed, outside["mean"])
    taken = {
        person: max(inside, key=lambda name: balanced(filmed, inside[name][person], person))
        for person in people
    }
    yield f"chosen inside ({taken})", merged(filmed, {each: outside[taken[each]][each] for each in people})


def nested(
    way: Way, every: Repetitions, people: list[int]
) -> tuple[dict[int, Array], dict[int, Array], dict[int, int]]:
    """For each person, by the size that did best among the others alone: what each of the others is told by
    the other four, and what the person is told by all five; and that size."""
    filmed = every.of(~every.image)
    two = {frozenset(pair): judged(way, every, set(pair)) for pair in combinations(people, 2)}
    inside, outside, best = {}, {}, {}
    for person in people:
        rows = np.zeros_like(two[frozenset(people[:2])])
        for other in people:
            if other != person:
                here = filmed.person == other
                rows[:, here] = two[frozenset((person, other))][:, here]
        best[person] = int(np.argmax([balanced(filmed, row, person) for row in rows]))
        inside[person] = rows[best[person]]
        outside[person] = judged(way, every, {person})[best[person]]
    return inside, outside, best


def judged(way: Way, every: Repetitions, out: set[int]) -> Array:
    """What the rules of all others tell of the repetitions of those people, one row a size; nothing of what
    others did, and nothing of mirror images."""
    filmed = every.of(~every.image)
    asked = np.isin(filmed.person, list(out))
    told = way(every.of(~np.isin(every.person, list(out))), filmed.of(asked))
    said = np.full((len(told), len(asked)), np.nan)
    said[:, asked] = told
    return said


def merged(filmed: Repetitions, said: Mapping[int, Array]) -> Array:
    """Each person's own verdicts, from what was said when that person was left out."""
    return np.sum([np.where(filmed.person == person, rows, 0) for person, rows in said.items()], axis=0)


def balanced(filmed: Repetitions, said: Array, without: int) -> float:
    """Balanced accuracy over all movements among everybody else."""
    here = filmed.person != without
    agree = (said > 0) == (filmed.right > 0)
    return fmean(float(agree[here & (filmed.right == sign)].mean()) for sign in (1.0, -1.0))
