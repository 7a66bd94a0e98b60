"""The packaged content as text, and the stamp that says which content was checked."""

import os
from collections.abc import Iterator

import gradus_library

FOLDER = gradus_library.__path__[0]
STAMP = "checked.txt"
LANGUAGES = "languages"
"""The folder of translated words. They are no part of the content: its version is the same in each."""


def packaged(folder: str = FOLDER) -> dict[str, str]:
    """The text of every content file in the folder, by path, in order of path."""
    return dict(sorted(_texts(folder, "")))


def stamp(folder: str = FOLDER) -> str:
    """The version of the content that was last checked whole, as `./dev generate` wrote it into the folder;
    empty when there is none."""
    path = os.path.join(folder, STAMP)
    if not os.path.isfile(path):
        return ""
    with open(path, encoding="ascii") as file:
        return file.read().strip()


def _texts(folder: str, prefix: str) -> Iterator[tuple[str, str]]:
    """Every TOML file under a folder, by path with slashes, with line ends as on Unix. Plain paths and not
    `Path` or `importlib.resources`: with hundreds of files those cost more than the reading itself."""
    with os.scandir(folder) as entries:
        for each in entries:
            if each.name.endswith(".toml"):
                with open(each.path, "rb", buffering=0) as file:
                    text = file.read().decode("utf-8", errors="replace")
                yield prefix + each.name, text.replace("\r\n", "\n")
            elif "." not in each.name and each.name != LANGUAGES and each.is_dir():
                yield from _texts(each.path, f"{prefix}{each.name}/")
