"""The library as the command uses it: the packaged content and the overlays of `GRADUS_OVERLAY`."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import click

from gradus.library.emergency import spoken_in
from gradus.library.library import Library
from gradus.library.load import ContentFault, Overlay, load, packaged, read
from gradus.record.history import History
from gradus.record.person import person
from gradus.vocabulary.ids import ExerciseId
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import did_you_mean, id_of
from gradus_cli.signs import harmless

SAFETY = ("screening/", "progression/", "planning/", "exercises/", "programmes/", "words/emergency-numbers")
"""Folders of content that decides who may train, with what and how much."""
ADVICE = ("answers/", "measures/", "reviews/", "rules/")
"""Folders of content that says what to do or what it means."""
TOLD = 5


def overlays() -> list[Overlay]:
    """The overlays of `GRADUS_OVERLAY`, the last one on top."""
    folders = os.environ.get("GRADUS_OVERLAY", "").split(os.pathsep)
    return [overlay(Path(each)) for each in folders if each]


def overlay(folder: Path) -> Overlay:
    """The TOML files of a folder as an overlay named after it."""
    if not folder.is_dir():
        raise Failure(Exit.NOT_FOUND, f"{folder} is not a folder; an overlay is a folder of TOML files.")
    paths = sorted(folder.rglob("*.toml"))
    texts = {path.relative_to(folder).as_posix(): _text(path) for path in paths}
    return Overlay(folder.name, texts)


def _text(path: Path) -> str:
    if not path.is_file():
        raise Failure(Exit.BAD_LIBRARY, f"{path} is not a plain file; an overlay is a folder of TOML files.")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(Exit.BAD_LIBRARY, f"{path} cannot be read as UTF-8 text: {error}") from None


@cache
def library(*, anew: bool = False) -> Library:
    """The content; all its faults at once when it has any. Packaged content that was checked before is not
    checked again, unless `anew`."""
    layers = overlays()
    try:
        found = read(packaged(), *layers) if anew else load(*layers)
    except ContentFault as fault:
        raise Failure(Exit.BAD_LIBRARY, str(fault)) from None
    for line in replaced_safety(layers):
        click.echo(harmless(line), err=True)
    return found


def library_for(history: History) -> Library:
    """The content with the emergency numbers of the person's country, where that is known."""
    return spoken_in(person(history).country, library())


def replaced_safety(layers: Sequence[Overlay]) -> list[str]:
    """What each overlay replaces of the packaged rules of safety and dose, and of the packaged advice, in one
    sentence each: nobody is to train by other rules without being told."""
    if not layers:
        return []
    base = packaged()
    told = []
    for layer in layers:
        changed = [path for path, text in layer.files.items() if base.get(path, text) != text]
        for what, folders in (("rules of safety or dose", SAFETY), ("advice", ADVICE)):
            paths = [path for path in changed if path.startswith(folders)]
            if paths:
                more = f" and {len(paths) - TOLD} more" if len(paths) > TOLD else ""
                which = f"{', '.join(paths[:TOLD])}{more}"
                told.append(f"Note: the overlay {layer.name} replaces packaged {what}: {which}")
    return told


def exercise_id(name: str) -> ExerciseId:
    """The exercise of that id or title, or a failure that names the nearest ones."""
    if name in library().exercises:  # the usual case, without reading every exercise for its title
        return ExerciseId(name)
    titles = {str(id_): exercise.en.name for id_, exercise in library().exercises.items()}
    found = id_of(name, titles)
    if found is not None:
        return ExerciseId(found)
    instead = "`gradus library list exercises` shows them all."
    hint = did_you_mean(name, [*titles, *titles.values()], instead=instead)
    raise Failure(Exit.NOT_FOUND, f"There is no exercise {name!r}. {hint}")
