"""Every exercise with a camera, done by the drawn figure and asked of the engine: definition, stream, definition.

The figure's way, the engine's filter and its phases come from us, so this shows that the pieces fit, not that
people are read well; `./dev bench counting` and `./dev bench forms` ask recordings of others. Noise, unseen limbs
and wander are as measured (`./dev bench fitting`), drops 5 %, in a mirror, 15 and 30 pictures a second, turned by
up to 20 degrees. A fault is right when it is found in a repetition in which it was planted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from statistics import fmean
from time import perf_counter

from gradus.library.library import Library
from gradus.library.load import load
from gradus.library.types import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.engine.joints import Moment, turned_over
from gradus.movement.engine.plan import Fault, Plan
from gradus.movement.engine.records import Record
from gradus.movement.engine.watching import Watcher
from gradus.movement.synthesis import Stream, Wanted, stages_wanted, synthetic
from gradus.movement.watched import plan_of

HERTZ = (15.0, 30.0)
SEEDS = 3
COUNT = 4
DROPS = 0.05
MOST_TURNED = 20.0
BEYOND_S, BEYOND = 0.35, 8.0


@dataclass
class Told:
    """What came out for one exercise, or all of them."""

    exact: list[bool] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    of_noise_s: list[float] = field(default_factory=list)
    ranges: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    right: int = 0
    wrong: int = 0
    missed: int = 0
    unjudged: int = 0

    def add(self, other: "Told") -> None:
        for name in ("exact", "seconds", "of_noise_s", "ranges", "held"):
            getattr(self, name).extend(getattr(other, name))
        for name in ("right", "wrong", "missed", "unjudged"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def main() -> None:
    library = load()
    every = Told()
    for exercise in sorted(library.exercises.values(), key=lambda each: each.id):
        movement = exercise.movement
        if movement is None or movement.watch.camera == "none":
            continue
        told = asked(exercise, movement, library)
        every.add(told)
        print(f"  {exercise.id:34} {line(told)}")
    print(f"  {'all':34} {line(every)}")
    speed(library)


def line(told: Told) -> str:
    parts = [f"count exact {fmean(told.exact):6.1%}"]
    if told.seconds:
        within = fmean(each <= 0.1 for each in told.seconds)
        parts.append(f"ways {fmean(told.seconds):.2f} s off ({within:.0%} within 0.10), by noise alone "
                     f"{fmean(told.of_noise_s):.2f}; range {fmean(told.ranges):4.1f} off")  # fmt: skip
    if told.held:
        parts.append(f"holds {fmean(told.held):.2f} s off")
    return "  ".join((*parts, f"faults F1 {told.f1:.2f} ({told.right} right, {told.wrong} wrong, "
                      f"{told.missed} missed, {told.unjudged} not judged)"))  # fmt: skip


def asked(exercise: Exercise, movement: Movement, library: Library) -> Told:
    plan = plan_of(exercise, movement, library.watching)
    told = Told()
    for hertz in HERTZ:
        for seed in range(SEEDS):
            dice = Random(f"{exercise.id} {hertz} {seed}")
            turned = dice.uniform(-MOST_TURNED, MOST_TURNED)
            wanted = Wanted(count=COUNT, hertz=hertz, turned=turned, mirror=True, drops=DROPS, hold_s=5)
            _measured(told, exercise, movement, plan, wanted, dice)
            for fault in plan.faults:
                _planted(told, exercise, movement, plan, showing(exercise, movement, plan, wanted, fault), fault, dice)
    return told


def watched(plan: Plan, stream: Stream) -> list[Record]:
    """What the engine makes of a stream that is seen in a mirror."""
    watcher = Watcher(plan, stream.wanted.size)
    for moment in stream.moments:
        watcher.next(unmirrored(moment, stream.wanted))
    watcher.finish()
    return watcher.records


def unmirrored(moment: Moment, wanted: Wanted) -> Moment:
    if moment.points is None or not wanted.mirror:
        return moment
    return replace(moment, points=turned_over(moment.points, wanted.size[0]))


def made(exercise: Exercise, movement: Movement, wanted: Wanted, dice: Random) -> Stream:
    return synthetic(exercise, movement, wanted, lambda: dice.gauss(0, 1), dice.random)


def _measured(told: Told, exercise: Exercise, movement: Movement, plan: Plan, wanted: Wanted, dice: Random) -> None:
    stream = made(exercise, movement, wanted, dice)
    records = watched(plan, stream)
    pure = watched(plan, made(exercise, movement, replace(wanted, noise=0.0, drops=0.0), dice))
    told.exact.append(len(records) == wanted.count)
    told.wrong += sum(len(each.found) for each in records)
    if len(records) != wanted.count:
        return
    for record, clean, truth in zip(records, pure, stream.truths, strict=False):
        if record.held_s is not None:
            told.held.append(abs(record.held_s.value - (clean.held_s.value if clean.held_s else 0)))
        if record.there_s is None or record.back_s is None or clean.there_s is None or clean.back_s is None:
            continue
        there, back = plan.there_s, plan.back_s
        if there is not None and back is not None:
            told.seconds += (abs(record.there_s.value - there), abs(record.back_s.value - back))
        else:
            told.seconds += (abs(record.there_s.value - truth.there_to + truth.there_from),
                             abs(record.back_s.value - truth.back_to + truth.back_from))  # fmt: skip
        told.of_noise_s += (abs(record.there_s.value - clean.there_s.value),
                            abs(record.back_s.value - clean.back_s.value))  # fmt: skip
        if record.range is not None and clean.range is not None:
            told.ranges.append(abs(record.range.value - clean.range.value))


def showing(exercise: Exercise, movement: Movement, plan: Plan, wanted: Wanted, fault: Fault) -> Wanted:
    """The set in which a fault is shown."""
    if fault.about == "range":
        drawn = abs(plan.far - plan.start)
        return replace(wanted, range_=1 - (fault.margin + BEYOND) / drawn)
    if fault.about == "seconds":
        asked_s = plan.there_s if fault.phase == "there" else plan.back_s
        took = (asked_s or 0) - fault.margin - BEYOND_S
        there, back = plan.there_s or 2.0, plan.back_s or 2.0
        share = took / (asked_s or 1)
        stages = stages_wanted(exercise, movement, wanted)
        whole = sum(each.seconds for each in stages) / (there + back)
        del whole
        ways = [sum(each.seconds for nth, each in enumerate(stages) if _goes(stages, nth) == way) for way in (1, -1)]
        pause = sum(each.seconds for nth, each in enumerate(stages) if _goes(stages, nth) == 0 and each.to)
        first, second = (ways[0] * share, ways[1]) if fault.phase == "there" else (ways[0], ways[1] * share)
        return replace(wanted, tempo=(first, pause, second))
    return replace(wanted, faults=(fault,))


def _goes(stages: object, nth: int) -> int:
    each = list(stages)  # type: ignore[call-overload]
    before = each[nth - 1].to
    return (each[nth].to > before) - (each[nth].to < before)


def _planted(told: Told, exercise: Exercise, movement: Movement, plan: Plan, wanted: Wanted, fault: Fault, dice: Random) -> None:
    records = watched(plan, made(exercise, movement, wanted, dice))
    pure = watched(plan, made(exercise, movement, replace(wanted, noise=0.0, drops=0.0, turned=0.0), dice))
    meant = {each.fault for record in pure for each in record.found} | {fault.id}
    for record in records:
        found = {each.fault for each in record.found}
        unjudged = fault.id in {each.fault for each in record.not_judged}
        told.unjudged += unjudged
        told.right += fault.id in found
        told.missed += fault.id not in found
        told.wrong += len(found - meant)


def speed(library: Library) -> None:
    """Moments a second through the whole engine, on one core."""
    for name in ("sit-to-stand", "wall-angel", "wall-sit"):
        exercise = next(each for each in library.exercises.values() if each.id == name)
        assert exercise.movement is not None
        plan = plan_of(exercise, exercise.movement, library.watching)
        dice = Random(1)
        stream = made(exercise, exercise.movement, Wanted(count=60, mirror=False), dice)
        took = min(_timed(plan, stream) for _ in range(3))
        print(f"  {name}: {len(stream.moments) / took:,.0f} moments a second")


def _timed(plan: Plan, stream: Stream) -> float:
    watcher = Watcher(plan, stream.wanted.size)
    start = perf_counter()
    for moment in stream.moments:
        watcher.next(moment)
    return perf_counter() - start


def counts(records: list[Record]) -> Iterator[str]:
    yield from (each.fault for record in records for each in record.found)
