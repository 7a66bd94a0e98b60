"""Brings the languages up to date: `python -m tests.languages [FILE…]`.

The catalogues of the interface hold exactly the messages of the code, and are compiled. Translated words of
the content are told which English text they were made from: those that do not know yet, and in the FILEs that
are named, looked at again by somebody, all of them.
"""

import sys
from pathlib import Path

from gradus.library.files import files
from gradus.library.languages.packaged import language_texts, languages
from gradus.library.languages.reading import read_language
from gradus.library.languages.stamping import stamped
from gradus.library.languages.texts import texts_of
from gradus.library.languages.whole import unsaid
from gradus.library.load import ContentFault, load
from gradus.library.packaged import FOLDER, LANGUAGES
from tests.catalogues import bring_up_to_date


def stamp(language: str, looked_at: set[Path]) -> list[str]:
    """Writes the fingerprints into the files of a language; what its safety screen lacks, and what it says
    of a text that has changed."""
    library = load()
    english = files(library)
    for path, text in language_texts(language).items():
        place = Path(FOLDER, LANGUAGES, language, path)
        if path in english:
            said = texts_of(english[path])
            place.write_text(stamped(language, text, said, anew=place in looked_at), encoding="utf-8")
    read = read_language(language, language_texts(language), library)
    stale = (f"{path} {place}" for path, wording in read.files.items() for place in wording.stale)
    return sorted({*unsaid(library, read), *stale})


def main() -> None:
    print(*bring_up_to_date(), sep="\n")
    looked_at = {Path(name).resolve() for name in sys.argv[1:]}
    for language in languages():
        try:
            lacking = stamp(language, looked_at)
        except ContentFault as fault:
            raise SystemExit(str(fault)) from None
        print(*(f"{language} does not say, or not as English does now: {each}" for each in lacking), sep="\n")


if __name__ == "__main__":
    main()
