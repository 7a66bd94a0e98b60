"""The catalogues of the interface: every message of the code, in each language, and what is compiled of it.

Django's `templatize` turns a template into what an extractor for Python reads; Babel does the rest, so that
no GNU gettext is needed.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import templatize

import gradus_web

SITE = Path(gradus_web.__path__[0])
LOCALE = SITE / "locale"
NAME = Path("LC_MESSAGES", "django.po")
LAZY = {f"{name}_lazy": shape for name, shape in DEFAULT_KEYWORDS.items() if name.endswith("gettext")}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "gettext_noop": None}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
TAG = re.compile(r"</?\w+")


def extracted() -> Catalog:
    """Every message of the site, with the files in which it stands."""
    found = Catalog(charset="utf-8")
    for path in sorted(SITE.rglob("*")):
        if path.suffix in (".html", ".txt", ".py") and path.is_file():
            for _, message, comments, context in _messages(path):
                found.add(
                    message, None, [(path.relative_to(SITE).as_posix(), 1)], (), comments, context=context
                )
    return found


def _messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        told = templatize(source, origin=path.as_posix())
        source = "\n".join(line.lstrip() for line in told.splitlines())
    yield from extract("python", BytesIO(source.encode()), KEYWORDS)


def of(language: str) -> Catalog:
    """The catalogue of a language as it is kept."""
    with (LOCALE / language / NAME).open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def updated(language: str, messages: Catalog) -> Catalog:
    """The catalogue with exactly these messages. What was translated stays; nothing is guessed."""
    catalogue = (
        of(language) if (LOCALE / language / NAME).exists() else Catalog(locale=language, charset="utf-8")
    )
    catalogue.update(messages, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The catalogue as its file, in order of the messages, without what changes by itself."""
    made = BytesIO()
    write_po(made, catalogue, width=100, sort_output=True, include_lineno=False, omit_header=True)
    plural = f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    head = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n{plural}\n'
    )
    return head.encode() + made.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the site reads it. It tells no moment at which it was made."""
    catalogue.creation_date = catalogue.revision_date = NO_DAY
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in LOCALE.glob(f"*/{NAME}"))


def bring_up_to_date() -> list[str]:
    """Writes the catalogues anew; what is not translated yet, a line each."""
    messages, lacking = extracted(), []
    for language in languages():
        place = LOCALE / language / NAME
        place.write_bytes(written(updated(language, messages)))
        place.with_suffix(".mo").write_bytes(compiled(of(language)))
        lacking += [f"{language} does not say: {each.id!r}" for each in of(language) if is_lacking(each)]
    return lacking


def is_lacking(message: Message) -> bool:
    """Whether a message is empty, or was guessed."""
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(message.id) and (message.fuzzy or not all(said))


def differing(message: Message) -> list[str]:
    """The placeholders and tags that a translation has and the English does not, or the other way round."""
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    said = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
    asked = [sorted(PLACEHOLDER.findall(each) + TAG.findall(each)) for each in ids]
    return [each for each in said if sorted(PLACEHOLDER.findall(each) + TAG.findall(each)) not in asked]
