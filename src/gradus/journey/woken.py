"""What mornings that were told without a network do to the sessions that a phone carries.

The core answers beforehand, for every morning that can be told: the phone looks up, and decides nothing. A
morning leaves a session as it is, lowers it, or lets nothing be trained; it never raises.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from gradus.journey.carried import LOW, Carried, supposed
from gradus.journey.during import HIGHEST_PAIN
from gradus.journey.promise import promise, to_do
from gradus.journey.shorter import Wish, without_rise
from gradus.journey.today import AS_USUAL, Today, today
from gradus.library.library import Library
from gradus.record.facts import DecisionShown, Fact, MorningCheckIn, Pause
from gradus.record.history import History, add
from gradus.record.parts import ShownItem
from gradus.record.promised import NOBODY
from gradus.vocabulary.ids import FactId
from gradus.vocabulary.reasons import Reason

HALVES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Woken:
    """A carried session after such a morning. `usual` is None where nothing is trained then, and `because`
    says why; `low` is None too where nothing is left of the lower one. `changed` are the exercises that are
    not as they were carried. `asks_flare`: the person is asked whether this is a flare."""

    usual: DecisionShown | None
    low: DecisionShown | None
    because: tuple[Reason, ...] = ()
    changed: tuple[ShownItem, ...] = ()
    asks_flare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mornings:
    """A carried session by the worst morning that was told since it was brought, 0 to 10, and when the person
    says that they are ill."""

    by_pain: tuple[Woken, ...]
    ill: Woken


def mornings(history: History, library: Library, day: date, found: Sequence[Carried]) -> tuple[Mornings, ...]:
    """For each session carried from that day on, in order, what mornings do to it: as the core answers on its
    first day when every morning until then was that bad. What only several poor nights do together waits for
    the network."""
    made: list[Mornings] = []
    for each in found:
        made.append(_mornings(history, library, day, each))
        history = add(history, each.usual, supposed(each))
    return tuple(made)


def _mornings(history: History, library: Library, day: date, carried: Carried) -> Mornings:
    days = tuple(_days(day, carried.days[0]))

    def woken(pain: int) -> Woken:
        return after(history, library, carried, *_so_bad(pain, days, carried))

    return Mornings(by_pain=for_each_pain(woken), ill=after(history, library, carried, _ill(carried)))


def after(history: History, library: Library, carried: Carried, *told: Fact) -> Woken:
    """The carried session on its first day, after what was told."""
    on, history = carried.days[0], add(history, *told)
    answer = _no_more(history, library, on, carried.usual, AS_USUAL)
    asks_flare = "flare" in answer.ask
    if answer.action != "train" or not answer.items:
        return Woken(usual=None, low=None, because=answer.because[:1], asks_flare=asks_flare)
    doses = {each.exercise: each.dose for each in to_do(carried.usual)}
    if doses == {each.exercise: each.dose for each in answer.items}:
        return Woken(usual=carried.usual, low=carried.low, asks_flare=asks_flare)
    low = _no_more(history, library, on, carried.low, LOW)
    return Woken(
        usual=promise(answer, library, carried.usual.person),
        low=promise(low, library, carried.usual.person) if low.items else None,
        changed=tuple(each for each in answer.items if each.dose != doses.get(each.exercise)),
        asks_flare=asks_flare,
    )


def for_each_pain(woken: Callable[[int], Woken]) -> tuple[Woken, ...]:
    """The answer for every pain from 0 to 10. Since worse pain is never answered more lightly, what two pains
    have in common holds for those between them; so few are asked for."""
    known = {0: woken(0), HIGHEST_PAIN: woken(HIGHEST_PAIN)}

    def fill(low: int, high: int) -> None:
        middle = (low + high) // HALVES
        if middle == low:
            return
        known[middle] = known[low] if known[low] == known[high] else woken(middle)
        fill(low, middle)
        fill(middle, high)

    fill(0, HIGHEST_PAIN)
    return tuple(known[pain] for pain in sorted(known))


def _no_more(history: History, library: Library, on: date, than: DecisionShown, wish: Wish) -> Today:
    """What the core answers, nothing in it more than what is carried."""
    answer = today(history, library, on, wish)
    return replace(
        answer, items=without_rise(answer.items, {each.exercise: each.dose for each in than.items})
    )


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=nth) for nth in range((last - first).days + 1))


def _so_bad(pain: int, days: Sequence[date], carried: Carried) -> Iterator[Fact]:
    """Mornings of these days, each with that pain."""
    for nth, day in enumerate(days):
        yield MorningCheckIn(
            id=FactId(f"{NOBODY[:-4]}{nth:04x}"),
            person=carried.usual.person,
            at=_last_of(day),
            day=day,
            pain_0_10=pain,
        )


def _ill(carried: Carried) -> Pause:
    day, who = carried.days[0], carried.usual.person
    return Pause(id=NOBODY, person=who, at=_last_of(day), day=day, why="illness", until=day)


def _last_of(day: date) -> datetime:
    """The last moment of a day: of two mornings told for it the later stands."""
    return datetime.combine(day, time.max, UTC)
