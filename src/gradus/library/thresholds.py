"""Every number that decides, by its address in the library."""

import re
from collections.abc import Iterator
from typing import Any

from gradus.library.parts import parts_of
from gradus.library.types import Threshold
from gradus.vocabulary.ids import ThresholdId


def thresholds_of(path: str, thing: Any) -> Iterator[tuple[ThresholdId, Threshold]]:
    """The thresholds of one file: `progression/pain-limits.acceptable_during`; of a screening rule by the
    rule's own name for it; of a phase by the phase's id; of an exercise's entry `.entry`."""
    for where, part in parts_of(thing):
        if isinstance(part, Threshold):
            yield ThresholdId(f"{path.removesuffix('.toml')}.{_address(where, thing)}"), part


def _address(where: str, thing: Any) -> str:
    by_id = re.sub(r"^phases\[(\d+)\]", lambda found: str(thing.phases[int(found[1])].id), where)
    return by_id.removeprefix("thresholds.").replace("entry.at_least", "entry")
