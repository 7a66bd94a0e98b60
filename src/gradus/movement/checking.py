"""A recording of a set, watched from beginning to end."""

from collections.abc import Sequence
from dataclasses import dataclass

from gradus.movement.engine.joints import Moment
from gradus.movement.engine.plan import Plan
from gradus.movement.engine.records import Record, Summary
from gradus.movement.engine.summing import summed
from gradus.movement.engine.watching import State, Watcher


@dataclass(frozen=True, slots=True)
class Told:
    """Words that were said of the picture, from when to when."""

    from_s: float
    to_s: float
    word: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was seen of a set. `calibrated` says whether a still start pose was seen; `curve` is the share of
    the way at each time; `told` what was said of the pictures."""

    plan: Plan
    records: tuple[Record, ...]
    summary: Summary
    calibrated: bool
    told: tuple[Told, ...]
    curve: tuple[tuple[float, float], ...]


def check(plan: Plan, moments: Sequence[Moment], size: tuple[float, float] | None) -> Checked:
    """The set in these moments. Where no start pose is held still, it is counted all the same, and what is
    told against the start pose is not judged."""
    watcher, states, curve = _watched(Watcher(plan, size), moments)
    if not any(state.ready for state in states):
        watcher, states, curve = _watched(Watcher(plan, size, waits=False), moments)
    watcher.finish()
    return Checked(
        plan=plan,
        records=tuple(watcher.records),
        summary=summed(plan, watcher.records),
        calibrated=any(state.ready for state in states),
        told=tuple(_told(states)),
        curve=tuple(curve),
    )


def _watched(
    watcher: Watcher, moments: Sequence[Moment]
) -> tuple[Watcher, list[State], list[tuple[float, float]]]:
    """Every state, and the way from when it is known how somebody stands."""
    states, curve = [], []
    for moment in moments:
        state = watcher.next(moment)
        states.append(state)
        if watcher.read is not None:
            curve.append((state.at_s, state.share))
    return watcher, states, curve or [(0.0, 0.0)]


def _told(states: Sequence[State]) -> list[Told]:
    found: list[Told] = []
    before: str | None = None
    for state in states:
        if state.word is not None and state.word == before:
            found[-1] = Told(found[-1].from_s, state.at_s, state.word)
        elif state.word is not None:
            found.append(Told(state.at_s, state.at_s, state.word))
        before = state.word
    return found
