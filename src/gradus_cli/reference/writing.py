"""Pages into a folder that holds nothing else."""

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from gradus_cli.exits import Exit, Failure

MARKER = ".gradus-pages"
"""Names every page that was written beside it, a line each."""
PAGE = ".md"
TOLD = 3


def write(folder: Path, pages: Mapping[str, str]) -> None:
    """Make the folder hold these pages and no other. A failure, with nothing changed, when it holds anything
    that was not written here."""
    try:
        found = set(_entries(folder))
        before = _marked(folder)
        _refuse(folder, found - before - {MARKER})
        _mark(folder, before | pages.keys())
        for path, words in pages.items():
            _put(folder / path, words)
        _take_away(folder, found - pages.keys() - {MARKER})
        _mark(folder, pages.keys())
    except OSError as error:
        raise Failure(Exit.NOT_SAVED, f"The pages could not be written into {folder}: {error}") from None


def _entries(folder: Path) -> Iterator[str]:
    """Everything in the folder but plain folders, with slashes. A link is never followed, and what is no
    plain file has a name that no page has."""
    if folder.exists() and not folder.is_dir():
        raise Failure(Exit.BAD_INPUT, f"{folder} is not a folder. Nothing was written.")
    for place, folders, names in os.walk(folder):
        links = (name for name in folders if os.path.islink(os.path.join(place, name)))
        for name in (*names, *links):
            path = Path(place, name)
            yield f"{path.relative_to(folder).as_posix()}{_kind(path)}"


def _kind(path: Path) -> str:
    """What is said after the name of a thing that is no plain file."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return " (a link)"
    return "" if stat.S_ISREG(mode) else " (no plain file)"


def _marked(folder: Path) -> set[str]:
    """The pages that were written here before. A list that names anything else is not one of ours."""
    marker = folder / MARKER
    if not marker.is_file() or marker.is_symlink():
        return set()
    lines = marker.read_text(encoding="utf-8", errors="replace").splitlines()
    return {line for line in lines if line.endswith(PAGE)}


def _refuse(folder: Path, strays: Collection[str]) -> None:
    if strays:
        first = ", ".join(sorted(strays)[:TOLD])
        more = f" and {len(strays) - TOLD} more" if len(strays) > TOLD else ""
        raise Failure(
            Exit.BAD_INPUT,
            f"{folder} holds what this command did not write: {first}{more}. Name an empty or a new folder, "
            "or take these away. Nothing was written.",
        )


def _mark(folder: Path, paths: Collection[str]) -> None:
    _put(folder / MARKER, "".join(f"{path}\n" for path in sorted(paths)))


def _put(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8", newline="\n")


def _take_away(folder: Path, stale: Collection[str]) -> None:
    """Remove pages that are no longer made, and the folders that they leave empty."""
    for path in stale:
        (folder / path).unlink()
        for above in (folder / path).relative_to(folder).parents:
            if above.name and not any((folder / above).iterdir()):
                (folder / above).rmdir()
