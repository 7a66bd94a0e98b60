"""Writes into a file of translated words which English text each was made from."""

import json
from collections.abc import Mapping

import tomli

from gradus.library.languages.reading import MADE_FROM, flat
from gradus.library.languages.texts import Said, fingerprint

HEAD = f"[{MADE_FROM}]\n"


def stamped(language: str, text: str, english: Mapping[str, Said], *, anew: bool) -> str:
    """The text of a file with the fingerprint of the English text beside each of its words. One that is there
    stays, unless all are to be made `anew`, because somebody has looked at each of them again."""
    table = tomli.loads(text)
    given = {} if anew else table.get(MADE_FROM, {})
    places = [where for where, _ in flat(table.get(language, {})) if where in english]
    lines = (
        f'{json.dumps(where)} = "{given.get(where) or fingerprint(english[where])}"\n' for where in places
    )
    words, _, _ = text.partition(HEAD)
    return f"{words.rstrip()}\n\n{HEAD}{''.join(lines)}"
