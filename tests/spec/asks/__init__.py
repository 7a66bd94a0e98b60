"""How each room answers the questions of `specs/`: one module a room, each with its table `ASKS`.

An answer takes the `given` of an example and the library, and returns plain TOML values: a text, a number, a
list or a table. Where `expect` is a table, only the keys that it names are compared.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from gradus.library.library import Library

Ask = Callable[[Mapping[str, Any], Library], Any]


def every_ask() -> dict[str, Ask]:
    """Each question by name, as `room.question`."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return {name: ask for module in modules for name, ask in module.ASKS.items()}
