"""Numbers as people write them: shown with the decimal mark of the page's language, and read with either."""

from typing import Any

from django import forms
from django.utils.formats import get_format

POINT, COMMA = ".", ","


def written(value: float, places: int | None = None) -> str:
    """The number in as few signs as it needs, or with so many places."""
    return marked(f"{value:g}" if places is None else f"{value:.{places}f}")


def marked(number: str) -> str:
    """A number that was written with a point, with the mark of the page's language."""
    return number.replace(POINT, str(get_format("DECIMAL_SEPARATOR")))


def pointed(typed: str) -> str:
    """What somebody typed, with a point wherever they set a mark."""
    return typed.replace(COMMA, POINT)


class NumberField(forms.FloatField):
    """A number, with a point or a comma in it."""

    def to_python(self, value: Any) -> float | None:  # type: ignore[override] # as FloatField does
        return super().to_python(pointed(value) if isinstance(value, str) else value)
