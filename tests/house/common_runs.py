"""The longest runs of words that the library shares with the documents it was checked against.

By hand, since the documents are not part of the project:
`GRADUS_REFERENCE_DATA=... python -m tests.house.common_runs [least]`.
Nothing but facts and figures may come from them, so a long run is a sentence to write anew."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.house.content import every_file
from tests.house.wording import words

LEAST = 7
"""Words in a row that are still worth a look."""
NOT_OURS = {"id", "cites", "recalled", "title", "authors", "where", "address"}
"""Keys of a card that say what a publication is called; a name is the same everywhere."""

Places = Mapping[tuple[str, ...], Sequence[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in a text of ours and in a document, in the same order."""

    said: tuple[str, ...]
    ours: str
    theirs: str


def places_of(documents: Mapping[str, Sequence[str]], least: int) -> Places:
    """By words in a row: in which document they stand, and at which word."""
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for name, said in documents.items():
        for start in range(len(said) - least + 1):
            found.setdefault(tuple(said[start : start + least]), []).append((name, start))
    return found


def runs(ours: Mapping[str, Sequence[str]], documents: Mapping[str, Sequence[str]], least: int) -> list[Run]:
    """Every run of at least so many words that can be made no longer, longest first."""
    places = places_of(documents, least)
    found = {
        run
        for place, said in ours.items()
        for start in range(len(said) - least + 1)
        for name, there in places.get(tuple(said[start : start + least]), ())
        if not _goes_back(said, start, documents[name], there)
        for run in [_longest(place, said[start:], name, documents[name][there:])]
    }
    return sorted(found, key=lambda run: (-len(run.said), run.ours, run.theirs, run.said))


def _goes_back(ours: Sequence[str], start: int, theirs: Sequence[str], there: int) -> bool:
    """Whether the word before is the same too, so that the run began earlier."""
    return start > 0 and there > 0 and ours[start - 1] == theirs[there - 1]


def _longest(place: str, ours: Sequence[str], name: str, theirs: Sequence[str]) -> Run:
    same = 0
    while same < min(len(ours), len(theirs)) and ours[same] == theirs[same]:
        same += 1
    return Run(tuple(ours[:same]), place, name)


def library_texts() -> dict[str, tuple[str, ...]]:
    """Every text of the library as words, by file and key."""
    return {place: words(text) for path, file in every_file().items() for place, text in _texts(path, file)}


def _texts(place: str, part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield place, part
    elif isinstance(part, Mapping):
        for key, each in part.items():
            if key not in NOT_OURS or not place.startswith("sources/"):
                yield from _texts(f"{place} {key}", each)
    elif isinstance(part, list):
        for nth, each in enumerate(part):
            yield from _texts(f"{place}[{nth}]", each)


def document_texts(folder: Path) -> dict[str, tuple[str, ...]]:
    return {path.name: words(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))}


def main(arguments: Sequence[str]) -> int:
    data = os.environ.get("GRADUS_REFERENCE_DATA")
    documents = document_texts(Path(data) / "documents") if data else {}
    if not documents:
        print("No documents: name the folder that holds documents/*.txt in GRADUS_REFERENCE_DATA.")
        return 2
    least = int(arguments[0]) if arguments else LEAST
    ours = library_texts()
    found = runs(ours, documents, least)
    for run in found:
        print(f"{len(run.said):3}  {' '.join(run.said)}\n     {run.ours}\n     {run.theirs}")
    counted = f"{sum(map(len, ours.values()))} words of the library, {len(documents)} documents"
    print(f"{counted}: {len(found)} runs of {least} words or more.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
