"""What has changed against the earlier screen: facts in, rows out. Nothing is decided here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gradus.library.library import Library
from gradus.record.facts import ScreenAnswers
from gradus.screening.judge import quoted
from gradus.screening.said import Place, Said, hear, place
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.reasons import Reason

State = Literal["new", "worse", "same", "gone", "unticked"]

TELLS: Mapping[State, RuleId] = {
    "new": RuleId("since-last-new"),
    "worse": RuleId("since-last-worse"),
    "same": RuleId("since-last-same"),
    "gone": RuleId("since-last-gone"),
    "unticked": RuleId("since-last-unticked"),
}
"""The sentence of each state, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One item against the earlier round. "worse" is a follow-up that holds now and did not before, of
    something that is still there; "unticked" is a lasting condition that was not ticked, and of which nobody
    has said that it is gone. `before` is the day of the earlier answer, None where none was given."""

    item: ItemId
    state: State
    before: date | None
    on: date


def changes(screens: Sequence[ScreenAnswers], turns: Iterable[Place], library: Library) -> tuple[Change, ...]:
    """What the newest round tells beside the one before, in page order; nothing when there was one round.
    The screens stand in order. Answers of one day are one round, unless one of the `turns` (a flare that
    begins, a clearance) lies between them."""
    rounds = _Rounds(tuple(turns))
    if not screens or rounds.same(place(screens[0]), place(screens[-1])):
        return ()
    now: dict[ItemId, Said] = {}
    earlier: dict[ItemId, Said] = {}
    for screen in screens:
        heard, here = hear(now, screen, library), place(screen)
        apart = {at: not rounds.same(at, here) for at in {said.place for said in now.values()}}
        for id_ in screen.answers.keys() & now.keys():
            if apart[now[id_].place]:
                earlier[id_] = now[id_]
        earlier = {id_: said for id_, said in earlier.items() if id_ in heard}
        now = heard
    newest = place(screens[-1])
    told = {id_: said for id_, said in now.items() if rounds.same(said.place, newest)}
    found: dict[ItemId, Change] = {}
    for item in library.items.values():
        if item.id in told and item.kind != "number" and not item.who:
            kept = item.after in found and found[item.after].state == "same"
            state = _state(told[item.id], earlier.get(item.id), kept=kept)
            if state is not None:
                before = earlier.get(item.id)
                day = None if before is None else before.day
                found[item.id] = Change(item.id, state, day, told[item.id].day)
    return tuple(found.values())


def tell(found: Iterable[Change], library: Library) -> tuple[Reason, ...]:
    """One sentence for each state that there is."""
    by_state: dict[State, list[ItemId]] = defaultdict(list)
    for change in found:
        by_state[change.state].append(change.item)
    return tuple(
        library.reason(rule, what=quoted(by_state[state], library))
        for state, rule in TELLS.items()
        if state in by_state
    )


@dataclass(frozen=True, slots=True)
class _Rounds:
    turns: tuple[Place, ...]

    def same(self, one: Place, other: Place) -> bool:
        """Whether two answers belong to one round, the earlier first."""
        return one[0] == other[0] and not any(one < turn < other for turn in self.turns)


def _state(now: Said, before: Said | None, *, kept: bool) -> State | None:
    """What became of one item; `kept` when it follows something that is still there. An item that was never
    answered before tells no change, but more of what is still there does."""
    if now.unticked:
        return "unticked"
    if _is_there(now):
        if before is not None and _is_there(before):
            return "same"
        return "worse" if kept else "new" if before is not None else None
    return "gone" if before is not None and _is_there(before) else None


def _is_there(said: Said) -> bool:
    return said.unticked or said.value in ("yes", "unsure", "still-unsure")
