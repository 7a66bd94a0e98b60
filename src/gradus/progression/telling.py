"""Doses and lists in a few plain words, for the sentences of the rules."""

from gradus.vocabulary.dose import Dose
from gradus.vocabulary.pounds import weight
from gradus.vocabulary.scales import DoseKind

MINUTE_S = 60
LONG_S = 2 * MINUTE_S
"""From so many seconds on people count in minutes."""

UNITS = {DoseKind.REPS: "repetition", DoseKind.TIME: "second", DoseKind.DISTANCE: "metre"}


def amount(dose: Dose, count: int | None = None) -> str:
    """An amount with its unit, as in "12 repetitions" or "2 minutes 30 seconds"; the dose's own when no count
    is given."""
    shown = dose.amount if count is None else count
    if dose.kind is DoseKind.TIME and shown >= LONG_S:
        minutes, seconds = divmod(shown, MINUTE_S)
        left = f" {_counted(seconds, 'second')}" if seconds else ""
        return _counted(minutes, "minute") + left
    return _counted(shown, UNITS[dose.kind])


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def sets(dose: Dose) -> str:
    """Sets and amount, as in "3 sets of 12 repetitions"; a long time in one piece as "10 minutes"."""
    if dose.sets == 1 and dose.kind is DoseKind.TIME and dose.amount >= LONG_S:
        return amount(dose)
    return f"{dose.sets} {'set' if dose.sets == 1 else 'sets'} of {amount(dose)}"


def told(dose: Dose, unit: str | None = None) -> str:
    """The whole dose, as in "3 sets of 12 repetitions with 10 kg"; its load in pounds where asked for."""
    held = f" with {weight(dose.load_kg, unit)}" if dose.load_kg is not None else ""
    band = f" with the {dose.band} band" if dose.band not in (None, "band") else ""
    return f"{sets(dose)}{held}{band}"


def reserve(kept: int | None) -> str:
    """What was kept in hand, as a clause; empty where it means nothing."""
    return "" if kept is None else f" with at least {kept} in reserve"
