"""Arithmetic of doses: the next band up, the next weight or band down, and less of the same.

Whatever lowers rounds down and never raises a part of a dose. No kilograms are claimed for a band.
"""

from collections.abc import Sequence
from math import ceil, floor
from operator import attrgetter

from gradus.planning.weights import AtHand
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import DoseKind

WHOLE = 100
STEPS_S = ((300, 30), (150, 15), (10, 5))
"""From so many seconds on, times are told in steps of so many: a tenth at most, and of short ones fives."""

DUST = 9
"""Decimals kept before numbers are compared or cut, so that 0.7 times 10 is 7 and not a little less."""

_asked = attrgetter(*(name for name in Dose.__struct_fields__ if name not in ("low", "top")))


def stronger_band(dose: Dose, own: AtHand) -> str | None:
    """The next of the person's own bands; None without one."""
    bands = own.bands
    if dose.band is None or dose.band not in bands[:-1]:
        return None
    return bands[bands.index(dose.band) + 1]


def weaker_band(dose: Dose, own: AtHand) -> str | None:
    """The next weaker of the person's own bands; None without one."""
    bands = own.bands
    if dose.band is None or dose.band not in bands[1:]:
        return None
    return bands[bands.index(dose.band) - 1]


def reduced(dose: Dose, percent: float, own: AtHand) -> Dose:
    """The dose lowered to so many percent or less: a lighter weight or weaker band of the person's own, and
    what that does not reach, in sets and amount."""
    if (band := weaker_band(dose, own)) is not None:
        return dose.but(band=band)
    load = dose.load_kg
    lighter = [each for each in own.weights if load and each < load]
    if not load or not lighter:
        return scaled(dose, percent)
    enough = [each for each in lighter if round(each * WHOLE / load, DUST) <= percent]
    if enough:
        return dose.but(load_kg=enough[-1])
    return scaled(dose.but(load_kg=lighter[0]), percent * load / lighter[0])


def scaled(dose: Dose, percent: float) -> Dose:
    """The dose with so many percent of its volume or a little less, never nothing: fewer sets first, then
    fewer repetitions, seconds or metres in each."""
    if percent >= WHOLE:
        return dose
    share = percent / WHOLE
    sets = max(1, ceil(round(dose.sets * share, DUST)))
    amount = max(1, floor(round(dose.amount * dose.sets * share / sets, DUST)))
    return with_amount(dose.but(sets=sets), min(amount, dose.amount))


def cut(dose: Dose, percent: float, own: AtHand) -> Dose:
    """A little less: the next weaker band, or a weight at least so many percent lighter, or so many percent
    fewer repetitions, seconds or metres down to the bottom of the range, or one set fewer, or fewer still;
    the first of these that can be had."""
    if (band := weaker_band(dose, own)) is not None:
        return dose.but(band=band)
    kept = WHOLE - percent
    load = dose.load_kg
    lighter = [each for each in own.weights if load and round(each * WHOLE / load, DUST) <= kept]
    if lighter:
        return dose.but(load_kg=max(lighter))
    fewer = max(1, floor(round(dose.amount * kept / WHOLE, DUST)))
    if dose.sets > 1 and dose.amount <= dose.low:
        return dose.but(sets=dose.sets - 1)
    return with_amount(dose, fewer if dose.sets == 1 else max(fewer, dose.low))


def clearly_less(dose: Dose, percent: float, a_little: float, own: AtHand) -> Dose:
    """The dose reduced to so many percent, and never more than the dose cut a little would be."""
    made, little = reduced(dose, percent, own), cut(dose, a_little, own)
    if (made.load_kg, made.band) != (dose.load_kg, dose.band) or volume(made) <= volume(little):
        return made
    return scaled(dose, WHOLE * volume(little) / volume(dose))


def volume(dose: Dose) -> int:
    """Repetitions, seconds or metres in all sets together."""
    return dose.sets * dose.amount


def with_amount(dose: Dose, amount: int) -> Dose:
    """The dose with this amount, its range stretched to hold it. Times are rounded down to a step that people
    tell; a rise that rounding would undo goes to a smaller step, else to the second."""
    if dose.kind is DoseKind.TIME:
        amount = round_time(amount, above=dose.amount)
    return dose.but(amount=amount, low=min(dose.low, amount), top=max(dose.top, amount))


def round_time(seconds: int, *, above: int) -> int:
    """The seconds rounded down to half minutes, quarters or five seconds, the largest that is no more than a
    tenth of them; from ten seconds on to five at least. More than `above` stays more than it."""
    for first, step in STEPS_S:
        down = seconds - seconds % step
        if seconds >= first and (seconds <= above or down > above):
            return down
    return seconds


def lesser(one: Dose, other: Dose, bands: Sequence[str]) -> Dose:
    """The first dose, in no part more than the other: load, band, sets or amount."""
    loads = [dose.load_kg for dose in (one, other) if dose.load_kg is not None]
    amount = min(one.amount, other.amount)
    return one.but(
        sets=min(one.sets, other.sets),
        amount=amount,
        low=min(one.low, amount),
        load_kg=min(loads, default=None),
        band=other.band if is_weaker(other.band, one.band, bands) else one.band,
    )


def is_same(dose: Dose, before: Dose) -> bool:
    """Whether no more and no less is asked for; the range around it may have changed."""
    return _asked(dose) == _asked(before)


def is_less(new: Dose, old: Dose, bands: Sequence[str]) -> bool:
    """Whether any part of the new dose is below the old one: load, band, sets, amount or hold."""
    lighter = (new.load_kg or 0.0) < (old.load_kg or 0.0)
    weaker = is_weaker(new.band, old.band, bands)
    shorter = (new.hold_s or 0) < (old.hold_s or 0)
    return lighter or weaker or shorter or new.sets < old.sets or new.amount < old.amount


def is_weaker(band: str | None, than: str | None, bands: Sequence[str]) -> bool:
    """Whether both are among these bands, the weakest first, and the one comes before the other."""
    return band in bands and than in bands and bands.index(band) < bands.index(than)
