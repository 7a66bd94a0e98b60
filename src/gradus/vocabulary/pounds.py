"""Kilograms and pounds. Loads are kept and compared in kilograms; pounds are taken in exactly, and a load is
rounded only where it is shown, always down: what is read and put on is never more than what was meant."""

from decimal import ROUND_FLOOR, Decimal

KG_IN_A_POUND = Decimal("0.45359237")
"""Exact by definition: the international pound of 1959."""

POUNDS = "lb"
TENTH = Decimal("0.1")
DUST = Decimal("0.000001")
"""What binary fractions may lack before a load is rounded down, so that 25 lb stays 25 lb."""


def kilograms_of(pounds: float) -> float:
    """So many pounds in kilograms, as near as a number can be."""
    return float(Decimal(repr(pounds)) * KG_IN_A_POUND)


def pounds_shown(load_kg: float) -> float:
    """A load in pounds for showing: whole tenths, rounded down."""
    exact = (Decimal(repr(load_kg)) / KG_IN_A_POUND).quantize(DUST)
    return float(exact.quantize(TENTH, rounding=ROUND_FLOOR))


def weight(load_kg: float, unit: str | None = None) -> str:
    """A load with its unit, as in "2.5 kg" or "25 lb"; in kilograms where nobody asked for pounds."""
    return f"{pounds_shown(load_kg):g} lb" if unit == POUNDS else f"{load_kg:g} kg"
