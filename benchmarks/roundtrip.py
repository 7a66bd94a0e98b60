"""Every exercise with a camera, done by the drawn figure and asked of the engine.

The figure's way, the engine's filter and its phases come from us, so this shows that the pieces fit, not that
people are read well; `counting` and `forms` ask recordings of others. Noise, unseen limbs and wander are as
measured (`fitting`), drops 5 %, in a mirror, 15 and 30 pictures a second, turned by up to 20 degrees. A fault
is right when it is found in a repetition in which it was planted.
"""

from dataclasses import dataclass, field, replace
from random import Random
from statistics import fmean
from time import process_time

from gradus.library.library import Library
from gradus.library.load import load
from gradus.library.types import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.engine.joints import Moment, turned_over
from gradus.movement.engine.plan import Fault, Plan
from gradus.movement.engine.records import Record
from gradus.movement.engine.watching import Watcher
from gradus.movement.synthesis import Stream, Wanted, showing, synthetic
from gradus.movement.watched import plan_of

HERTZ = (15.0, 30.0)
SEEDS = 3
COUNT = 4
DROPS = 0.05
MOST_TURNED = 20.0
SMALLER = (0.5, 0.3)
LISTS = ("exact", "seconds", "of_noise_s", "ranges", "held")
SUMS = ("right", "wrong", "missed", "unjudged")


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
        for name in LISTS:
            getattr(self, name).extend(getattr(other, name))
        for name in SUMS:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        parts = [f"count exact {fmean(self.exact):6.1%}"]
        if self.seconds:
            within = fmean(each <= 0.1 for each in self.seconds)
            parts.append(f"ways {fmean(self.seconds):.2f} s off ({within:.0%} within 0.10)")
            parts.append(f"by noise alone {fmean(self.of_noise_s):.2f}")
            parts.append(f"range {fmean(self.ranges):4.1f} off")
        if self.held:
            parts.append(f"holds {fmean(self.held):.2f} s off")
        parts.append(
            f"faults F1 {self.f1:.2f} ({self.right} right, {self.wrong} wrong, {self.missed} missed)"
        )
        return "  ".join(parts)


@dataclass(frozen=True)
class Asked:
    """One exercise of the library, ready to be made and watched."""

    exercise: Exercise
    movement: Movement
    plan: Plan

    def made(self, wanted: Wanted, dice: Random) -> Stream:
        return synthetic(self.exercise, self.movement, wanted, lambda: dice.gauss(0, 1), dice.random)

    def watched(self, wanted: Wanted, dice: Random) -> tuple[Stream, list[Record]]:
        stream = self.made(wanted, dice)
        watcher = Watcher(self.plan, wanted.size)
        for moment in stream.moments:
            watcher.next(_unmirrored(moment, wanted))
        watcher.finish()
        return stream, watcher.records


def main() -> None:
    library, every = load(), Told()
    for each in asked_of(library):
        told = tried(each)
        every.add(told)
        print(f"  {each.exercise.id:34} {told}", flush=True)
    print(f"  {'all':34} {every}")
    for share in SMALLER:
        print(f"  sets of {share:.0%} of the drawn way: {less_far(library, share)}", flush=True)
    speed(library)


def asked_of(library: Library) -> list[Asked]:
    found = []
    for exercise in sorted(library.exercises.values(), key=lambda each: each.id):
        movement = exercise.movement
        if movement is not None and movement.watch.camera != "none":
            found.append(Asked(exercise, movement, plan_of(exercise, movement, library.watching)))
    return found


def tried(each: Asked) -> Told:
    told = Told()
    for hertz in HERTZ:
        for seed in range(SEEDS):
            dice = Random(f"{each.exercise.id} {hertz} {seed}")
            turned = dice.uniform(-MOST_TURNED, MOST_TURNED)
            wanted = Wanted(count=COUNT, hertz=hertz, turned=turned, mirror=True, drops=DROPS, hold_s=5)
            _measured(told, each, wanted, dice)
            for fault in each.plan.faults:
                _planted(told, each, wanted, fault, dice)
    return told


def less_far(library: Library, share: float) -> str:
    """How many sets are counted exactly when somebody goes so much less far than drawn."""
    found = []
    for each in asked_of(library):
        for seed in range(0 if each.plan.kind == "hold" else SEEDS):
            dice = Random(f"{each.exercise.id} {share} {seed}")
            turned = dice.uniform(-MOST_TURNED, MOST_TURNED)
            _, records = each.watched(Wanted(count=COUNT, range_=share, turned=turned, drops=DROPS), dice)
            found.append(len(records) - COUNT)
    exact, more = sum(not each for each in found), sum(each > 0 for each in found)
    return f"{exact} of {len(found)} counted exactly, {more} with too many"


def _measured(told: Told, each: Asked, wanted: Wanted, dice: Random) -> None:
    stream, records = each.watched(wanted, dice)
    _, pure = each.watched(replace(wanted, noise=0.0, drops=0.0), dice)
    told.exact.append(len(records) == wanted.count)
    told.wrong += sum(len(record.found) for record in records)
    if not len(records) == len(pure) == wanted.count:
        return
    for nth, (record, clean) in enumerate(zip(records, pure, strict=True)):
        truth = stream.truths[nth]
        if record.held_s is not None and clean.held_s is not None:
            told.held.append(abs(record.held_s.value - clean.held_s.value))
        if record.there_s and record.back_s and clean.there_s and clean.back_s:
            there = each.plan.there_s or truth.there_to - truth.there_from
            back = each.plan.back_s or truth.back_to - truth.back_from
            told.seconds += (abs(record.there_s.value - there), abs(record.back_s.value - back))
            told.of_noise_s.append(abs(record.there_s.value - clean.there_s.value))
            told.of_noise_s.append(abs(record.back_s.value - clean.back_s.value))
        if record.range is not None and clean.range is not None:
            told.ranges.append(abs(record.range.value - clean.range.value))


def _planted(told: Told, each: Asked, wanted: Wanted, fault: Fault, dice: Random) -> None:
    shown = showing(each.exercise, each.movement, each.plan, fault, wanted)
    _, records = each.watched(shown, dice)
    _, pure = each.watched(replace(shown, noise=0.0, drops=0.0, turned=0.0), dice)
    meant = {found.fault for record in pure for found in record.found} | {fault.id}
    for record in records:
        found = {each.fault for each in record.found}
        told.right += fault.id in found
        told.missed += fault.id not in found
        told.wrong += len(found - meant)


def _unmirrored(moment: Moment, wanted: Wanted) -> Moment:
    if moment.points is None or not wanted.mirror:
        return moment
    return replace(moment, points=turned_over(moment.points, wanted.size[0]))


def speed(library: Library) -> None:
    """Moments a second of processor time through the whole engine, on one core."""
    for each in asked_of(library):
        if each.exercise.id in {"sit-to-stand", "wall-angel", "wall-sit"}:
            stream = each.made(Wanted(count=60), Random(1))
            took = [_timed(each.plan, stream) for _ in range(5)]
            most, least = (len(stream.moments) / pick(took) for pick in (min, max))
            print(f"  {each.exercise.id}: {least:,.0f} to {most:,.0f} moments a second")


def _timed(plan: Plan, stream: Stream) -> float:
    watcher = Watcher(plan, stream.wanted.size)
    start = process_time()
    for moment in stream.moments:
        watcher.next(moment)
    return process_time() - start
