"""The documents' studies, run again 10,000 times: what the pages tell of them.

It writes `benchmarks/studies/results.json`, from which pages of programmes and docs/virtual/studies.md are
filled, and prints how long each study took.
"""

import json
from pathlib import Path
from time import perf_counter
from typing import Any

from gradus.library.load import load
from gradus.library.types.simulation import CourseKind
from gradus.vocabulary.ids import StudyId
from gradus_cli.simulate.studies import Asked, again

RESULTS = Path(__file__).parent / "results.json"
OTHERWISE: dict[str, tuple[CourseKind, ...]] = {"000": ("acute", "long"), "003": ("acute", "long")}
"""Studies whose people's time in pain is not known, run with other courses as well."""


def main() -> None:
    """Run every study, and write what came of it."""
    library, every = load(), []
    for id_ in library.studies:
        for course in (None, *OTHERWISE.get(id_, ())):
            began = perf_counter()
            every.append(again(library, StudyId(id_), Asked(course=course)))
            print(f"{id_}, {every[-1]['course']}: {perf_counter() - began:.0f} s")
    write(every)


def write(every: list[dict[str, Any]]) -> None:
    """The results as lines that show well in a difference."""
    RESULTS.write_text(json.dumps(every, indent=1) + "\n", encoding="utf-8")
