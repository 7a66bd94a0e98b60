"""Pages written by hand whose numbers and tables come from the library: what stands in double braces is
filled in when the site is made.

`{{ progression/raises.load_cap }}` is a number with its unit and a link to where it stands. A word before a
name asks for something else: `rule ID` and `source ID` are links; `numbers FILE` is the table of a file's
numbers, `rules ROOM` or `rules ROOM STEP` the table of the rules of a room, `levels` that of the screen's
levels, `findings LEVEL` that of the rules of one level, `limits` that of the limits, `steps` the
table of steps, and `wishes` what the planner prefers; `study ID` or `study ID COURSE` is what a study came to
that was run again.
"""

import re
from collections.abc import Callable

from gradus.library.types import Rule
from gradus.vocabulary.ids import RuleId, SourceId, ThresholdId
from gradus.vocabulary.scales import Action
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import code, link, table, text
from gradus_cli.reference.numbers import amount, cited, row
from gradus_cli.reference.places import place, place_of
from gradus_cli.reference.steps import steps_tables
from gradus_cli.reference.studies import came_to, of_study

HOLE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
ROOT = "index.md"
"""A page of the reference from which every link goes down."""
REFERENCE = "../reference/"
"""Where the reference lies, as seen from the pages that are filled."""


class UnknownHoleError(LookupError):
    """What stands in double braces and cannot be filled."""


def fill(words: str, book: Book) -> str:
    """The page with every hole filled; raises UnknownHoleError with the first one that cannot be."""
    return HOLE.sub(lambda hole: _filled(hole[1], book).replace("](", f"]({REFERENCE}"), words)


def holes(words: str) -> list[str]:
    """What stands in double braces, in order."""
    return HOLE.findall(words)


def _filled(hole: str, book: Book) -> str:
    try:
        kind, *names = hole.split()
        return KINDS[kind](book, *names) if kind in KINDS else _number(book, *hole.split())
    except (KeyError, TypeError, ValueError):
        raise UnknownHoleError(
            f"{{{{ {hole} }}}} cannot be filled: nothing in the library is so named"
        ) from None


def _number(book: Book, address: str) -> str:
    number = book.library.thresholds[ThresholdId(address)]
    words = amount(number.value, number.unit).replace(" (pain)", "")
    return link(words, place_of(book, f"{address.partition('.')[0]}.toml"))


def _rule(book: Book, id_: str) -> str:
    folder = "rules" if RuleId(id_) in book.library.rules else "screening/rules"
    if f"{folder}/{id_}.toml" not in book.files:
        raise KeyError(id_)
    return link(code(id_), place(book, folder, id_))


def _source(book: Book, id_: str) -> str:
    card = book.library.sources[SourceId(id_)]
    return link(text(f"{card.by} {card.year}"), place(book, "sources", id_))


def _numbers(book: Book, file: str) -> str:
    path = f"{file}.toml"
    rows = [
        row(book, text(address.rpartition(".")[2].replace("_", " ")), each, at=ROOT)
        for address, each in book.numbers[path].items()
    ]
    if not rows:
        raise KeyError(file)
    return table(("number", "value", "rests on", "note", "sources"), rows)


def _rules(book: Book, room: str, step: str | None = None) -> str:
    every = sorted(book.library.rules.values(), key=lambda rule: rule.id)
    chosen = [each for each in every if each.room == room and step in (None, each.step)]
    if not chosen:
        raise KeyError(room)
    return table(("rule", "speaks when", "goes by"), [_rule_row(book, each) for each in chosen])


def _rule_row(book: Book, rule: Rule) -> list[str]:
    numbers = "; ".join(
        f"{text(id_.rpartition('.')[2].replace('_', ' '))} {_number(book, id_)}" for id_ in rule.goes_by
    )
    return [_rule(book, rule.id), text(rule.notices), numbers]


def _levels(book: Book) -> str:
    rows = [
        [
            link(level.code, place(book, "screening/actions", level.code.lower())),
            text(each.title),
            text(each.training),
        ]
        for level, each in sorted(book.library.actions.items())
    ]
    return table(("level", "in words", "training"), rows)


def _findings(book: Book, level: str) -> str:
    rules = sorted(book.library.screen_rules.values(), key=lambda rule: rule.id)
    chosen = [each for each in rules if Action(each.action).code == level]
    if not chosen:
        raise KeyError(level)
    rows = [[_rule(book, each.id), text(each.notices), cited(book, each.cites, at=ROOT)] for each in chosen]
    return table(("rule", "speaks of", "sources"), rows)


def _limits(book: Book) -> str:
    rows = [
        [link(code(id_), place(book, "screening/limits", id_)), text(each.says)]
        for id_, each in sorted(book.library.limits.items())
    ]
    return table(("limit", "what it asks"), rows)


def _wishes(book: Book) -> str:
    objective = book.library.objective
    wishes = [(name, getattr(objective, name)) for name in objective.__dataclass_fields__]
    rows = [
        [text(name.replace("_", " ")), f"**{each.points}**", text(each.holds_when), text(each.why)]
        for name, each in wishes
        if hasattr(each, "points")
    ]
    return table(("wish", "points", "given when", "why"), rows)


def _study(book: Book, id_: str, course: str | None = None) -> str:
    return came_to(of_study(book, id_, course))


KINDS: dict[str, Callable[..., str]] = {
    "rule": _rule,
    "source": _source,
    "numbers": _numbers,
    "rules": _rules,
    "levels": _levels,
    "findings": _findings,
    "limits": _limits,
    "wishes": _wishes,
    "steps": steps_tables,
    "study": _study,
}
