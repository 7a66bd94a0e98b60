"""How an exercise was borne, and whether what was asked was done.

The bands of pain come from knee and tendon trials and are not validated for low back pain (Thomee 1997,
Silbernagel 2007): a shared language and a cautious default, not a diagnosis.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from gradus.library.types import PainLimits
from gradus.progression.doses import is_weaker
from gradus.record.facts import SetDone
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import Colour, DoseKind, Irritability, Side
from gradus.vocabulary.value import Value

WORSE_LEG = ("further-down", "lasted-over-an-hour")
_COUNTED: Mapping[DoseKind, Callable[[SetDone], float | None]] = {
    DoseKind.REPS: attrgetter("reps"),
    DoseKind.TIME: attrgetter("seconds"),
    DoseKind.DISTANCE: attrgetter("metres"),
}


class Bearing(Value, frozen=True):
    """How an exercise was borne in one session. `colour` is None while any set lacks its pain report and
    nothing told is worse than green; `pain` is the worst pain that was told; `leg` says that leg symptoms
    moved further down, or lasted over an hour."""

    colour: Colour | None
    pain: int | None
    leg: bool = False


def bearing(sets: Sequence[SetDone], irritability: Irritability, limits: PainLimits) -> Bearing:
    """The worst that these sets tell. A missing report is not a good one: it never makes green."""
    told = [fact.pain_0_10 for fact in sets if fact.pain_0_10 is not None]
    pain = max(told, default=None)
    leg = any(fact.leg in WORSE_LEG for fact in sets)
    if leg or (pain is not None and pain > limits.acceptable_during.value):
        return Bearing(Colour.RED, pain, leg)
    if pain is not None and pain > limits.comfortable_during.value:
        high = irritability is Irritability.HIGH
        return Bearing(Colour.RED if high else Colour.AMBER, pain)
    return Bearing(Colour.GREEN if told and len(told) == len(sets) else None, pain)


def all_done(dose: Dose, sets: Sequence[SetDone], *, one_sided: bool, bands: Sequence[str]) -> bool:
    """Whether every prescribed set was done with the prescribed amount, at the prescribed load or band or
    more; of a one-sided exercise, on each side. What was not written down was not shown."""
    reached = [fact.side for fact in sets if _reaches(dose, fact, bands)]
    if one_sided:
        return min(reached.count(Side.LEFT), reached.count(Side.RIGHT)) >= dose.sets
    return len(reached) >= dose.sets


def fell_short(dose: Dose, sets: Sequence[SetDone], bands: Sequence[str]) -> bool:
    """Whether a set is known to have fallen short: its amount, weight or band was told and is less. What was
    not written down is not known."""
    return any(_is_short(dose, fact, bands) for fact in sets)


def kept_in_reserve(sets: Sequence[SetDone], *, one_sided: bool) -> int | None:
    """The reserve of the last set, the smaller one of the two sides; None where it was not told."""
    last = _last(sets, one_sided=one_sided)
    told = [fact.reserve for fact in last if fact.reserve is not None]
    return min(told) if told and len(told) == len(last) else None


def noted_load(sets: Sequence[SetDone], *, one_sided: bool) -> float | None:
    """The weight of the last set, the lighter one of the two sides; None where it was not written down."""
    told = [fact.load_kg for fact in _last(sets, one_sided=one_sided)]
    known = [load for load in told if load]
    return min(known) if known and len(known) == len(told) else None


def success(dose: Dose, sets: Sequence[SetDone], *, one_sided: bool, bands: Sequence[str]) -> bool:
    """Whether all was done as prescribed, with the prescribed reserve or more left in the last set. A success
    at a lighter load is none at this one."""
    if not all_done(dose, sets, one_sided=one_sided, bands=bands):
        return False
    if dose.reserve is None:
        return True
    kept = kept_in_reserve(sets, one_sided=one_sided)
    return kept is not None and kept >= dose.reserve


def amount_done(dose: Dose, fact: SetDone) -> float | None:
    """What was counted in a set, in the dose's own kind; None when that was not counted."""
    return _COUNTED[dose.kind](fact)


def _last(sets: Sequence[SetDone], *, one_sided: bool) -> list[SetDone]:
    """The last set; of a one-sided exercise that of each side."""
    last: dict[Side | None, SetDone] = {}
    for fact in sets:
        side = fact.side if one_sided else None
        if side not in last or fact.nth >= last[side].nth:
            last[side] = fact
    return list(last.values())


def _is_short(dose: Dose, fact: SetDone, bands: Sequence[str]) -> bool:
    done = amount_done(dose, fact)
    if done is not None and done < dose.amount:
        return True
    if dose.load_kg is not None and fact.load_kg is not None and fact.load_kg < dose.load_kg:
        return True
    return is_weaker(fact.band, dose.band, bands)


def _reaches(dose: Dose, fact: SetDone, bands: Sequence[str]) -> bool:
    done = amount_done(dose, fact)
    if done is None or done < dose.amount:
        return False
    if dose.load_kg is not None and (fact.load_kg is None or fact.load_kg < dose.load_kg):
        return False
    return dose.band in (None, fact.band) or is_weaker(dose.band, fact.band, bands)
