"""Markdown that reads the same everywhere: what content says is text, and never becomes markup."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from gradus_cli.signs import harmless

SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~^$#=]")
"""Signs that mean something in one Markdown or another, wherever they stand."""
FIRST = re.compile(r"^[^\w\s\"'“”‘’(&]|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)")
"""Signs that mean something at the beginning of a line: bullets, quotes, numbers of a list."""
INDENT = "    "
ADDRESS = re.compile(r"https?://\S+")


def text(words: object) -> str:
    """Any words as one line of plain text."""
    line = " ".join(harmless(str(words)).split())
    return FIRST.sub(_entity, SPECIAL.sub(_entity, line), count=1)


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def code(words: object) -> str:
    """A name as it stands in files."""
    return f"<code>{text(words)}</code>"


def link(words: str, target: str) -> str:
    """A link with words that are text already."""
    return f"[{words}]({quote(target, safe='/#.:?&=%~+,;@-_')})"


def address(words: str) -> str:
    """Where something can be found: a link when it is a web address, text when not."""
    return link(text(words), words) if ADDRESS.fullmatch(words) else text(words)


def anchor(id_: str) -> str:
    """A place that links can point at."""
    return f'<a id="{text(id_)}"></a>'


def heading(level: int, words: str, id_: str = "") -> str:
    """A heading; with an id, links can point at it."""
    place = f"{anchor(id_)}\n\n" if id_ else ""
    return f"{place}{'#' * level} {words}"


def bullets(lines: Iterable[str], depth: int = 0) -> str:
    """A list, a line each."""
    return "\n".join(f"{INDENT * depth}- {line}" for line in lines)


def numbered(lines: Iterable[str]) -> str:
    """A list in order."""
    return "\n".join(f"{nth}. {line}" for nth, line in enumerate(lines, 1))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; empty when it has no row."""
    lines = [_row(cells) for cells in rows]
    return "\n".join([_row(head), _row(["---"] * len(head)), *lines]) if lines else ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"


def alarm(title: str, lines: Iterable[str]) -> str:
    """A box in red."""
    inside = "\n".join(f"{INDENT}{line}" for line in bullets(lines).split("\n"))
    return f'!!! danger "{text(title)}"\n\n{inside}'


def block(lines: str, language: str = "") -> str:
    """Lines as they are."""
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", lines)), default=2))
    return f"{fence}{language}\n{lines}\n{fence}"


def page(*parts: str) -> str:
    """The parts that say something, with a free line between them."""
    return "\n\n".join(part for part in parts if part) + "\n"
