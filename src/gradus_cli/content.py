"""The library as the command uses it: the packaged content and the overlays of `GRADUS_OVERLAY`."""

import os
from functools import cache
from pathlib import Path

from gradus.library.library import Library
from gradus.library.load import ContentFault, Overlay, load, packaged, read
from gradus.vocabulary.ids import ExerciseId
from gradus_cli.exits import Exit, Failure


def overlay(folder: Path) -> Overlay:
    """The TOML files of a folder as an overlay named after it."""
    if not folder.is_dir():
        raise Failure(Exit.NOT_FOUND, f"{folder} is not a folder; an overlay is a folder of TOML files.")
    paths = sorted(folder.rglob("*.toml"))
    texts = {path.relative_to(folder).as_posix(): _text(path) for path in paths}
    return Overlay(folder.name, texts)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(Exit.BAD_LIBRARY, f"{path} cannot be read as UTF-8 text: {error}") from None


@cache
def library(*, anew: bool = False) -> Library:
    """The content; all its faults at once when it has any. Packaged content that was checked before is not
    checked again, unless `anew`."""
    folders = [Path(each) for each in os.environ.get("GRADUS_OVERLAY", "").split(os.pathsep) if each]
    overlays = [overlay(folder) for folder in folders]
    try:
        return read(packaged(), *overlays) if anew else load(*overlays)
    except ContentFault as fault:
        raise Failure(Exit.BAD_LIBRARY, str(fault)) from None


def exercise_id(name: str) -> ExerciseId:
    """The exercise of that id, or a failure that names the nearest ones."""
    from difflib import get_close_matches

    known = library().exercises
    if name in known:
        return ExerciseId(name)
    near = get_close_matches(name, known, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "`gradus library list exercises` shows them all."
    raise Failure(Exit.NOT_FOUND, f"There is no exercise {name!r}. {hint}")
