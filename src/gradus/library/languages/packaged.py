"""The languages that the package holds, as text."""

import os
from collections.abc import Mapping

from gradus.library.packaged import FOLDER, LANGUAGES, packaged


def languages(folder: str = FOLDER) -> tuple[str, ...]:
    """The languages of which there are words, in order."""
    place = os.path.join(folder, LANGUAGES)
    return tuple(sorted(os.listdir(place))) if os.path.isdir(place) else ()


def language_texts(language: str, folder: str = FOLDER) -> Mapping[str, str]:
    """The text of every file of a language, by the path of the English one."""
    return packaged(os.path.join(folder, LANGUAGES, language))
