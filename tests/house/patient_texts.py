"""What a person reads of each kind of content."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.house.content import LIBRARY, Table, files, texts


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of text: the folder, or the one file, it stands in, and the texts of a file in order."""

    place: str
    of: Callable[[Table], list[str]]


def keys(*names: str) -> Callable[[Table], list[str]]:
    """The texts under these keys, where a file has them."""
    return lambda file: [text for name in names for text in texts(file.get(name, ""))]


KINDS: Mapping[str, Kind] = {
    "exercise": Kind("exercises", keys("en")),
    "answer": Kind("answers", keys("short", "longer")),
    "answer, whom to see": Kind("answers", keys("see_someone")),
    "programme": Kind("programmes", keys("for_whom", "what", "found", "cannot_say")),
    "measure": Kind("measures", keys("protocol")),
    "screening rule": Kind("screening/rules", keys("says", "do")),
    "limit": Kind("screening/limits", keys("says", "cues")),
    "action level": Kind("screening/actions", keys("do", "training", "ends")),
    "safety net": Kind("screening/safety-net.toml", keys("says", "watch_for")),
    "rule": Kind("rules", keys("says")),
    "claim, said instead": Kind("claims", keys("says_instead")),
}


def patient_texts() -> dict[str, list[str]]:
    """By kind and file: the texts that a person reads there."""
    found = {
        f"{kind}: {name}": [text for text in spec.of(file) if text.strip()]
        for kind, spec in KINDS.items()
        for name, file in _files(spec.place).items()
    }
    return {name: read for name, read in found.items() if read}


def _files(place: str) -> dict[str, Table]:
    if not place.endswith(".toml"):
        return files(place)
    folder, _, name = place.rpartition("/")
    stem = name.removesuffix(".toml")
    return {stem: files(folder)[stem]} if (LIBRARY / place).is_file() else {}
