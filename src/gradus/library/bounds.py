"""Bounds of numbers, texts and lists in types of content, written as `Annotated[int, least(0), most(4)]`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound: a number of at least (`ge`) or at most (`le`) so much, or so many letters or parts."""

    key: Literal["ge", "le", "min_length"]
    value: int

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """The schema of what is bound, with the bound in it. The name is pydantic's, the keys are too; so the
        strict reader keeps the bounds, and the types need no library for them."""
        return handler(source) | {self.key: self.value}


def least(value: int) -> Bound:
    """A number is not below this."""
    return Bound("ge", value)


def most(value: int) -> Bound:
    """A number is not above this."""
    return Bound("le", value)


def fewest(value: int) -> Bound:
    """A text has no fewer letters, a list no fewer parts."""
    return Bound("min_length", value)
