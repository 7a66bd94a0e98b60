"""A worked example, asked of the library that its file names."""

from collections.abc import Callable, Mapping
from typing import Any

from gradus.library.library import Library
from tests.few import few
from tests.spec.asks import every_ask

ASKS = every_ask()
LIBRARIES: Mapping[str, Callable[[Library], Library]] = {"few": few}
"""What a file may say of its library: "few" asks of few exercises, so that it tells of a mechanism alone."""


def comes_out(spec: Mapping[str, Any], example: Mapping[str, Any], library: Library) -> tuple[Any, Any]:
    """What the example expects, and what is answered; of a table only the keys that it names."""
    asked = LIBRARIES[spec["library"]](library) if "library" in spec else library
    answer, expect = ASKS[spec["ask"]](example["given"], asked), example["expect"]
    if isinstance(expect, dict):
        answer = {key: answer.get(key) for key in expect}
    return expect, answer
