"""A session made shorter: for a day with less time, or for a low day. Nothing in it is more than the session
that it was made from, and what is left out or less today is judged by nobody: it comes back as it was."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from gradus.library.agreeing import singular
from gradus.library.library import Library
from gradus.planning.minutes import session_minutes
from gradus.planning.scores import LARGE
from gradus.progression.doses import WHOLE
from gradus.record.parts import ShownItem, ShownReason
from gradus.screening.cleared import Cleared
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Step

Short = Literal["no", "less-time", "low-day"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person says of today: so many minutes and no more (None: as usual), or a low day."""

    minutes: int | None = None
    low: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What a session is shortened by: the slots that may stay empty, and the dose that each exercise had last
    time."""

    optional: Collection[str]
    last: Mapping[ExerciseId, Dose]
    cleared: Cleared


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortened:
    """The session as it is asked for, in its order; `left_out` has what waits today, each with its reason."""

    items: tuple[ShownItem, ...]
    left_out: tuple[ShownItem, ...] = ()
    because: tuple[Reason, ...] = ()
    short: Short = "no"


def shortened(items: Sequence[ShownItem], wish: Wish, usual: Usual, library: Library) -> Shortened:
    """The session for this wish. It is short only where something of it is less or left out."""
    because: list[Reason] = []
    kept = list(items)
    if wish.low:
        kept = [_low(item, usual, library) for item in items if not _new(item, usual)]
        kept = kept or [_low(items[0], usual, library)]
        more = int(library.planning.low_day_more_reserve.value)
        because.append(library.reason(RuleId("low-day"), more=more, s="" if more == 1 else "s"))
    rests = [_waiting(item, "new-step-waits", library) for item in items if item.slot not in _slots(kept)]
    if wish.minutes is not None:
        before = kept
        kept = _fitting(kept, usual, wish.minutes, library)
        rests += [
            _waiting(each, "left-out-today", library) for each in before if each.slot not in _slots(kept)
        ]
        takes = session_minutes(kept, library, usual.cleared.limits)
        because.append(_about_time(takes, wish.minutes, library, less=kept != before))
    whole = {item.slot: item for item in items}
    told = tuple(_with_sets_told(item, whole[item.slot], library) for item in kept)
    less = wish.low or tuple(kept) != tuple(items)
    return Shortened(
        items=told,
        left_out=tuple(sorted(rests, key=lambda rest: list(whole).index(rest.slot))),
        because=tuple(because),
        short="no" if not less else "low-day" if wish.low else "less-time",
    )


def without_rise(items: Sequence[ShownItem], last: Mapping[ExerciseId, Dose]) -> tuple[ShownItem, ...]:
    """The items, none of them more than it was asked for last: what would rise stays as it was, and a step up
    that was never asked for yet waits."""
    return tuple(
        _as_last(item, last[item.exercise]) if item.exercise in last else item
        for item in items
        if item.exercise in last or item.step is not Step.PROGRESS
    )


def _as_last(item: ShownItem, last: Dose) -> ShownItem:
    dose = _no_higher(item.dose, last)
    dose = dose.but(sets=min(dose.sets, last.sets))
    return _changed(item, dose, Step.HOLD if item.step is Step.PROGRESS else item.step)


def _new(item: ShownItem, usual: Usual) -> bool:
    """Whether a step up would bring an exercise that was never asked for yet."""
    return item.step is Step.PROGRESS and item.exercise not in usual.last


def _low(item: ShownItem, usual: Usual, library: Library) -> ShownItem:
    """Half the sets with more in hand, and no rise: of what would rise today the load of last time, and the
    smaller amount."""
    rises = item.step is Step.PROGRESS and item.exercise in usual.last
    dose = _no_higher(item.dose, usual.last[item.exercise]) if rises else item.dose
    rules = library.planning
    fewer = max(1, floor(dose.sets * rules.low_day_sets_kept.value / WHOLE))
    reserve = None if dose.reserve is None else dose.reserve + int(rules.low_day_more_reserve.value)
    dose = dose.but(sets=min(fewer, item.dose.sets), reserve=reserve)
    capped = usual.cleared.limits.cap(dose, library.exercises[item.exercise])
    return _changed(item, capped, Step.HOLD if rises else item.step)


def _no_higher(dose: Dose, last: Dose) -> Dose:
    """The dose without what is more than last time."""
    load = dose.load_kg if last.load_kg is None or dose.load_kg is None else min(dose.load_kg, last.load_kg)
    hold = dose.hold_s if last.hold_s is None or dose.hold_s is None else min(dose.hold_s, last.hold_s)
    amount = min(dose.amount, last.amount) if last.kind is dose.kind else dose.amount
    return dose.but(
        load_kg=None if last.load_kg is None else load,
        band=last.band,
        hold_s=hold,
        amount=amount,
        low=min(dose.low, amount),
    )


def _fitting(items: Sequence[ShownItem], usual: Usual, minutes: int, library: Library) -> list[ShownItem]:
    """As much as fits: first the optional places go, from the end; then sets, one at a time; and where one
    set of each is too long still, the other places, from the end. The main lift stays in any case."""
    kept = list(items)
    main = main_lift(items, library)

    def fits(some: Sequence[ShownItem]) -> bool:
        return session_minutes(some, library, usual.cleared.limits) <= minutes

    for item in reversed(items):
        if item.slot in usual.optional and item is not main and len(kept) > 1 and not fits(kept):
            kept.remove(item)
    while len(kept) > 1 and not fits([_with_sets(item, 1) for item in kept]):
        kept.remove(next(item for item in reversed(kept) if item is not main))
    while not fits(kept) and any(item.dose.sets > 1 for item in kept):
        most = max(range(len(kept)), key=lambda nth: (kept[nth].dose.sets, nth))
        kept[most] = _with_sets(kept[most], kept[most].dose.sets - 1)
    return kept


def main_lift(items: Sequence[ShownItem], library: Library) -> ShownItem:
    """What the session is built around: of the squats, bridges and hinges the one that loads the back most,
    of equals the first; without any of them the first exercise."""
    large = [each for each in items if library.exercises[each.exercise].pattern in LARGE]
    return max(large or items[:1], key=lambda each: library.exercises[each.exercise].lumbar_rank)


def _about_time(takes: float, minutes: int, library: Library, *, less: bool) -> Reason:
    rule = "shorter-today" if less else "fits-your-time"
    if takes > minutes:
        rule = "least-worth-doing"
    whole = ceil(takes)
    return library.reason(RuleId(rule), minutes=minutes, takes=f"{whole} {singular('minutes', whole)}")


def _with_sets_told(item: ShownItem, whole: ShownItem, library: Library) -> ShownItem:
    """The item, with a word on its sets where they are fewer than in the whole session."""
    if item.dose.sets >= whole.dose.sets:
        return item
    told = library.reason(
        RuleId("fewer-sets-today"), sets=_sets(item.dose.sets), usual=_sets(whole.dose.sets)
    )
    return _changed(item, item.dose, item.step, (*item.because, ShownReason.of(told)))


def _waiting(item: ShownItem, rule: str, library: Library) -> ShownItem:
    told = library.reason(RuleId(rule), exercise=library.exercises[item.exercise].en.name)
    return _changed(item, item.dose, Step.PAUSE, (ShownReason.of(told),))


def _changed(
    item: ShownItem, dose: Dose, step: Step, because: tuple[ShownReason, ...] | None = None
) -> ShownItem:
    why = item.because if because is None else because
    return ShownItem(slot=item.slot, exercise=item.exercise, dose=dose, step=step, because=why)


def _with_sets(item: ShownItem, sets: int) -> ShownItem:
    return _changed(item, item.dose.but(sets=min(sets, item.dose.sets)), item.step)


def _slots(items: Sequence[ShownItem]) -> set[str]:
    return {item.slot for item in items}


def _sets(number: int) -> str:
    return f"{number} set{'' if number == 1 else 's'}"
