"""A plan, and the answer that nothing fits: 200 drawn people, those without a solution included.

`python -m benchmarks.planning` prints the median, the spread and the worst, and the machine: for the library
as it is, and for one grown by copies of its exercises that rest a little longer or shorter, so that there is
much to choose from and minutes are hard to fill. The imports of numpy and highspy are paid once before the
clock starts and told apart.
"""

import os
import platform
import random
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gradus.library.library import Library
from gradus.library.load import load
from gradus.planning.planner import plan
from gradus.planning.request import NoPlan, Plan, Request
from gradus.planning.why_not import why_not
from gradus.record.person import Person
from gradus.screening.cleared import clear
from gradus.screening.limits import combine
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.scales import Caution, Equipment, Irritability, Pattern, Position, Weekday

PEOPLE = 200
SEED = 20260302
MEDIAN_MS = 150.0
WORST_MS = 500.0
GROWN = 92
RESTS_S = (-10, 0, 5, 15, 20)
ON = date(2026, 3, 2)


def main() -> None:
    """Print what planning takes; exit with 1 when it misses its aim."""
    library = load()
    began = time.perf_counter()
    import highspy  # noqa: F401, PLC0415

    print(f"importing numpy and highspy once: {(time.perf_counter() - began) * 1000:.0f} ms")
    print(f"{platform.python_version()} on {platform.machine()}, {os.cpu_count()} cores, seed {SEED}")
    kept = [_keeps_the_aim(each) for each in (library, grown(library))]
    if not all(kept):
        sys.exit(f"the aim is {MEDIAN_MS:.0f} ms median and {WORST_MS:.0f} ms worst")


def grown(library: Library, least: int = GROWN, seed: int = SEED) -> Library:
    """The library with copies of its exercises in turn, until it has half as many again and `least` in all.
    A copy stands on no ladder, and rests a little longer or shorter."""
    dice = random.Random(seed)
    own = sorted(library.exercises.items())
    exercises = dict(own)
    for nth in range(max(least, len(own) * 3 // 2) - len(own)):
        id_, exercise = own[nth % len(own)]
        dose = replace(exercise.dose, rest_s=max(0, exercise.dose.rest_s + dice.choice(RESTS_S)))
        copy = ExerciseId(f"{id_}-{nth // len(own)}")
        exercises[copy] = replace(exercise, id=copy, easier=None, harder=None, entry=None, dose=dose)
    return replace(library, exercises=exercises)


def _keeps_the_aim(library: Library) -> bool:
    requests = people(library)
    plan(requests[0], library)
    timed = [_timed(request, library) for request in requests]
    print(f"{len(library.exercises)} exercises")
    median, worst = _report("  plan, all", [took for _, took in timed])
    _report("    with a plan", [took for answer, took in timed if isinstance(answer, Plan)])
    _report("    without one", [took for answer, took in timed if isinstance(answer, NoPlan)])
    _report("  why-not", _why_not_times(requests, [answer for answer, _ in timed], library))
    unproven = sum(1 for answer, _ in timed if isinstance(answer, Plan) and not answer.proven)
    print(f"  not proven: {unproven}")
    return median <= MEDIAN_MS and worst <= WORST_MS


def people(library: Library, count: int = PEOPLE, seed: int = SEED) -> list[Request]:
    """Requests of drawn people, the same on every machine."""
    dice = random.Random(seed)
    return [_drawn(dice, library) for _ in range(count)]


def _drawn(dice: random.Random, library: Library) -> Request:
    programmes = sorted(library.programmes.values(), key=lambda programme: programme.id)
    own = [each for each in programmes if each.kind == "individual"]
    programme = dice.choice([*programmes, *own, *own, *own])
    limits = [(limit, RuleId("drawn")) for limit in sorted(library.limits) if dice.random() < 0.1]
    measured = [each for each in sorted(library.measures) if dice.random() < 0.5]
    return Request(
        cleared=clear("full" if dice.random() < 0.9 else "calm", combine(limits, library), on=ON, because=()),
        person=_person(dice, library),
        scores={each: dice.uniform(*_range(library, each)) for each in measured},
        programme=programme,
        phase=dice.choice(programme.phases),
        irritability=dice.choices([*Irritability], weights=[5, 3, 1])[0],
        current=_current(dice, library),
    )


def _person(dice: random.Random, library: Library) -> Person:
    exercises = sorted(library.exercises)
    days = dice.sample(list(Weekday), dice.randint(0, 5))
    return Person(
        equipment=tuple(each for each in Equipment if dice.random() < 0.5),
        bands=("yellow", "red") if dice.random() < 0.5 else None,
        dumbbells_kg=(2.0, 4.0) if dice.random() < 0.5 else None,
        minutes=dice.choice([None, 10, 15, 20, 25, 30, 45, 60]),
        days=None if dice.random() < 0.3 else tuple(sorted(days, key=lambda day: day.number)),
        cannot_take=tuple(each for each in Position if dice.random() < 0.2),
        provoked_by=tuple(each for each in Caution if dice.random() < 0.15),
        likes=tuple(dice.sample(exercises, dice.randint(0, 4))),
        dislikes=tuple(dice.sample(exercises, dice.randint(0, 4))),
        goal_patterns=tuple(dice.sample(list(Pattern), dice.randint(0, 2))),
    )


def _current(dice: random.Random, library: Library) -> dict[ExerciseId, Dose]:
    found = {}
    for id_ in dice.sample(sorted(library.exercises), dice.choice([0, 0, 0, 4, 8])):
        start = library.exercises[id_].dose
        low, top = start.range
        amount = dice.randint(low, top)
        found[id_] = Dose(
            kind=start.kind,
            sets=start.sets,
            amount=amount,
            low=low,
            top=top,
            rest_s=start.rest_s,
            reserve=start.reserve,
        )
    return found


def _range(library: Library, measure: str) -> tuple[float, float]:
    found = library.measures[measure]  # type: ignore[index]
    return found.lowest, found.highest


def _timed(request: Request, library: Library) -> tuple[Plan | NoPlan, float]:
    began = time.perf_counter()
    answer = plan(request, library)
    return answer, (time.perf_counter() - began) * 1000


def _why_not_times(
    requests: Sequence[Request], answers: Sequence[Plan | NoPlan], library: Library
) -> list[float]:
    dice = random.Random(SEED)
    found = []
    for request, answer in zip(requests, answers, strict=True):
        if isinstance(answer, Plan):
            asked = dice.choice(sorted(library.exercises))
            began = time.perf_counter()
            why_not(request, library, asked, answer)
            found.append((time.perf_counter() - began) * 1000)
    return found


def _report(name: str, times: Sequence[float]) -> tuple[float, float]:
    """Printed; the median and the worst."""
    quarters = statistics.quantiles(times, n=4)
    print(
        f"{name}: {len(times)} people, median {quarters[1]:.1f} ms, half of them "
        f"{quarters[0]:.1f} to {quarters[2]:.1f}, worst {max(times):.1f}"
    )
    return quarters[1], max(times)


if __name__ == "__main__":
    main()
