"""Watching an exercise: one moment in, one state out. It says what it sees and what to change; it scores
nobody and stops nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gradus.movement.engine.calibrating import Stillness
from gradus.movement.engine.counting import Repetition, SideToSide
from gradus.movement.engine.facing import Row
from gradus.movement.engine.following import Following
from gradus.movement.engine.gates import SOMEBODY_ELSE, Gate, hidden
from gradus.movement.engine.holding import Holding
from gradus.movement.engine.joints import Moment
from gradus.movement.engine.judging import Seen
from gradus.movement.engine.measuring import held, measured
from gradus.movement.engine.plan import Plan
from gradus.movement.engine.records import Record, Side
from gradus.movement.engine.signals import Reading, joints_needed, signal_reading
from gradus.movement.engine.somebody import Somebody

CLOSED_AFTER_S = 1.5
"""A repetition that was counted is measured after so long, wherever the movement is then."""
HOME = 0.15
"""Share of the range below which a way back is over; and of it a second, below which nothing moves."""
FAR = 0.5
STILL = 0.1
"""Share of a wide range within which a start pose is still."""
KEPT = 6000
"""So many pictures without a repetition are remembered."""


class State(NamedTuple):
    """What is seen now. `word` says what to change, or None. `ready` is true once the start pose was held
    still; `share` is how far the movement is, 0 in the first pose, 1 in the far one; `finished` is the
    repetition or hold that has just been measured."""

    at_s: float
    word: str | None
    ready: bool
    repetitions: int
    share: float
    phase: str
    held_s: float = 0.0
    finished: Record | None = None


@dataclass(slots=True)
class Watcher:
    """One exercise, watched moment by moment. `size` is the picture's width and height in the unit of the
    joints, `pixels` how many of its pixels that unit is. With `waits` nothing is counted before the start
    pose was held still. The rows of moments are kept for as long as a repetition lasts; nobody may change
    them."""

    plan: Plan
    size: tuple[float, float] | None = None
    pixels: float = 1.0
    waits: bool = True
    records: list[Record] = field(default_factory=list)
    still: Sequence[Row] = ()
    last_s: float = -1.0
    times: list[float] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    counted: Repetition | None = None
    gate: Gate = field(init=False)
    who: Somebody = field(init=False)
    follows: Following = field(init=False)
    holding: Holding = field(init=False)
    stillness: Stillness = field(init=False)
    read: Reading | None = field(init=False)
    start_word: str = field(init=False)

    def __post_init__(self) -> None:
        self.gate = Gate(self.plan.limits, self.plan.view, self.size, self.pixels)
        self.start_word = f"Take the start pose: {self.plan.says_start}."
        self._begin()

    def _begin(self) -> None:
        """Nobody is known yet; what was measured stays."""
        plan, limits = self.plan, self.plan.limits
        self.who, self.read, self.counted = Somebody(self.gate), None, None
        self.follows = self._following()
        self.holding = Holding(plan.tolerance, limits.least_fault_s)
        off = max(limits.start_within * plan.range_, plan.tolerance)
        within = max(limits.still_deg, STILL * plan.range_)
        self.stillness = Stillness(limits.still_s, within, plan.start, off)
        self.still, self.times, self.rows = (), [], []

    def _following(self) -> Following:
        plan = self.plan
        error = plan.limits.angle_error_deg / plan.range_
        return Following(plan.kind == "alternating", error, begun=self.waits)

    @property
    def count(self) -> int:
        """How many repetitions are over, or counted and not yet measured."""
        return len(self.records) + (self.counted is not None)

    def next(self, moment: Moment) -> State:
        """What is seen with this moment. One that is not later than the last changes nothing."""
        at_s, row, who = moment.at_s, moment.points, self.who
        if at_s <= self.last_s:
            return self._state(self.last_s, who.word, None)
        self.last_s = at_s
        if row is None or moment.people > 1:
            return self._state(at_s, self.gate.word(moment), None)
        if who.is_strange(at_s, row):
            if who.is_gone(at_s):
                self._begin()
            return self._state(at_s, SOMEBODY_ELSE, None)
        if (who.facing is None or who.word is not None) and who.look(at_s, row) and who.facing is not None:
            self.read = signal_reading(self.plan.signal, who.facing, self.plan.limits.visible)
        if self.read is None:
            return self._state(at_s, who.word, None)
        value = self.read(row)
        if value is None:
            return self._state(at_s, self._unseen(row), None)
        return self._follow(at_s, row, value)

    def finish(self) -> Record | None:
        """What was under way when the pictures ended, if it can still be measured."""
        if self.counted is None and self.plan.kind != "hold" and (self.still or not self.waits):
            self.counted = self.follows.finish()
        if self.counted is not None:
            return self._measure(len(self.times))
        return self._keep_hold(self.holding.over(self.last_s))

    def _unseen(self, row: Row) -> str:
        assert self.who.facing is not None  # noqa: S101 a signal is read only of somebody who is known
        joints = joints_needed(self.plan.signal, self.who.facing)
        return self.gate.out_of_picture(row, joints) or hidden(row, joints, self.plan.limits.visible)

    # --- what they do ---

    def _follow(self, at_s: float, row: Row, value: float) -> State:
        plan, follows, word = self.plan, self.follows, self.who.word
        way = plan.far - plan.start
        found = follows.next(at_s, (value - plan.start) / way)
        if not self.still:
            self._calibrate(at_s, plan.start + follows.share * way, row)
            if self.waits and not self.still:
                if follows.away:
                    self.follows = self._following()
                return self._state(at_s, word or self.start_word, None)
        self.times.append(at_s)
        self.rows.append(row)
        if len(self.times) > KEPT and not follows.away and self.holding.since is None:
            del self.times[: KEPT // 2], self.rows[: KEPT // 2]
        if plan.kind == "hold":
            return self._state(at_s, word, self._hold(at_s, (plan.far - value) * (1 if way > 0 else -1)))
        over = self._over(at_s)
        if found is not None:
            self.counted = found
        return self._state(at_s, word, over)

    def _calibrate(self, at_s: float, value: float, row: Row) -> None:
        still = self.stillness.next(at_s, value, row)
        if still is not None:
            self.still = tuple(still)
            if not self.follows.away:
                self.times, self.rows = [], []

    def _over(self, at_s: float) -> Record | None:
        """The repetition that was counted before and is over now."""
        counted, counter = self.counted, self.follows.counter
        if counted is None:
            return None
        if isinstance(counter, SideToSide):
            return self._measure(len(self.times))
        if counter.outward:
            return self._measure(self._place(counter.low_s))
        at_home = self.follows.share < HOME and self.follows.speed > -HOME
        if at_home or at_s - counted.ended_s > CLOSED_AFTER_S:
            return self._measure(len(self.times))
        return None

    def _place(self, at_s: float) -> int:
        """How many of the kept pictures are not later."""
        return sum(each <= at_s for each in self.times)

    def _measure(self, cut: int) -> Record | None:
        counted, self.counted = self.counted, None
        if counted is None or self.who.facing is None or cut < 1:
            return None
        side: Side | None = None
        if self.plan.kind == "alternating":
            side = "left" if counted.top > counted.low else "right"
        record = measured(self._seen(cut), len(self.records) + 1, side)
        self.records.append(record)
        del self.times[: cut - 1], self.rows[: cut - 1]
        return record

    def _seen(self, cut: int) -> Seen:
        assert self.who.facing is not None  # noqa: S101 only somebody who is known does something
        fits = self.who.word is None
        return Seen(self.plan, self.who.facing, self.times[:cut], self.rows[:cut], self.still, fits)

    def _hold(self, at_s: float, short: float) -> Record | None:
        before = self.holding.since
        over = self.holding.next(at_s, short)
        if before is None and self.holding.since is not None:
            self.times, self.rows = self.times[-1:], self.rows[-1:]
        return self._keep_hold(over)

    def _keep_hold(self, over: tuple[float, float] | None) -> Record | None:
        if over is None or self.who.facing is None or over[1] - over[0] < self.plan.limits.still_s:
            return None
        record = held(self._seen(self._place(over[1])), len(self.records) + 1, over)
        self.records.append(record)
        return record

    def _state(self, at_s: float, word: str | None, over: Record | None) -> State:
        share, speed, since = self.follows.share, self.follows.speed, self.holding.since
        if since is not None:
            return State(at_s, word, bool(self.still), self.count, share, "far", at_s - since, over)
        if -HOME < speed < HOME:
            phase = "far" if share > FAR else "start"
        else:
            phase = "there" if speed > 0 else "back"
        return State(at_s, word, bool(self.still), self.count, share, phase, 0.0, over)
