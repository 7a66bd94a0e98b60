"""The rules that decide after the screen, by room, and every number that they go by."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from gradus.library.types import Objective, Rule, SearchWords, Threshold
from gradus.vocabulary.ids import ThresholdId
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import bullets, code, heading, link, page, table, text
from gradus_cli.reference.numbers import ROW_HEAD, amount, cited, ground, row
from gradus_cli.reference.places import NUMBERS, place_of, relative, to_example
from gradus_cli.reference.signing import foot, made, overdue_on
from gradus_cli.reference.words import plain, sentence

DECISIONS = "rules/decisions.md"
INDEX = "rules/index.md"
LEFT_OUT = ("screening/safety-net.toml",)
"""Files that stand once and are shown on another page."""


def rule_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The index, the rules by room, and the numbers, by path."""
    yield INDEX, _index(book)
    yield DECISIONS, _decisions(book)
    yield NUMBERS, _numbers(book)


def _index(book: Book) -> str:
    pages = {
        "The questions of the safety screen": "questions.md",
        "The rules of the safety screen": "screening.md",
        "The limits of the safety screen": "limits.md",
        "The rules that decide": "decisions.md",
        "The numbers that decide": "numbers.md",
        "The safety trace": "../safety/trace.md",
    }
    return page(heading(1, "Rules"), bullets(link(words, each) for words, each in pages.items()), made(book))


def _decisions(book: Book) -> str:
    rules = sorted(book.library.rules.values(), key=lambda rule: (rule.room, rule.id))
    parts = [
        heading(1, "The rules that decide"),
        overdue_on(book, *(path for path in book.files if path.startswith("rules/"))),
    ]
    parts += ["In the sentences, names in braces are filled in for the person."]
    for room, each in groupby(rules, key=lambda rule: rule.room):
        parts += [heading(2, sentence(plain(room)), f"room-{room}")]
        parts += [part for rule in each for part in _rule(book, rule)]
    return page(*parts, made(book))


def _rule(book: Book, rule: Rule) -> Iterator[str]:
    yield heading(3, code(rule.id), rule.id)
    yield text(rule.notices)
    yield bullets(_about(book, rule))
    yield foot(book, f"rules/{rule.id}.toml")


def _about(book: Book, rule: Rule) -> Iterator[str]:
    yield f"Says: {text(rule.says)}"
    if rule.together is not None:
        yield f"Says of several exercises: {text(rule.together)}"
    if rule.step:
        yield f"The dose then: {plain(rule.step)}"
    rests = [ground(rule), cited(book, rule.cites, at=DECISIONS)]
    yield f"Rests on: {'; '.join(each for each in rests if each)}"
    if rule.note:
        yield f"Note: {text(rule.note)}"
    numbers = "; ".join(_number(book, id_) for id_ in rule.goes_by)
    if numbers:
        yield f"Goes by: {numbers}"
    tried = ", ".join(to_example(each, at=DECISIONS) for each in book.examples_of.get(rule.id, ()))
    if tried:
        yield f"Worked examples: {tried}"


def _number(book: Book, id_: ThresholdId) -> str:
    """A number under its own name, with a link to where it stands."""
    path = f"{id_.partition('.')[0]}.toml"
    known = book.library.thresholds[id_]
    named = link(_key(id_.rpartition(".")[2]), relative(place_of(book, path), at=DECISIONS))
    return f"{named} {amount(known.value, known.unit)}"


def _numbers(book: Book) -> str:
    shown = {
        path: thing
        for path, thing in book.singles.items()
        if path not in LEFT_OUT and not isinstance(thing, SearchWords)
    }
    parts = [heading(1, "The numbers that decide"), overdue_on(book, *shown)]
    for path, thing in shown.items():
        bare = path.removesuffix(".toml")
        place = place_of(book, path).partition("#")[2]
        parts += [heading(2, text(sentence(bare.replace("/", ": ").replace("-", " "))), place)]
        parts += [_wishes(thing) if isinstance(thing, Objective) else _table(book, path, thing)]
        parts += [foot(book, path)]
    return page(*parts, made(book))


def _table(book: Book, path: str, thing: Any) -> str:
    rows = []
    for address, each in book.numbers[path].items():
        cells = row(book, _key(address.rpartition(".")[2]), each, at=NUMBERS)
        tried = ", ".join(to_example(spec, at=NUMBERS) for spec in book.examples_of.get(address, ()))
        rows.append([*cells, tried])
    return page(table((*ROW_HEAD, "worked examples"), rows), _rest(thing)).rstrip()


def _key(name: str) -> str:
    return text(name.replace("_", " "))


def _rest(thing: Any) -> str:
    """What a file holds beside its numbers with a basis: weeks of review, prices of changes."""
    lines = []
    for name in thing.__dataclass_fields__:
        value = getattr(thing, name)
        if isinstance(value, Threshold) or name in ("reviewed_by", "reviewed_on"):
            continue
        if hasattr(value, "__dataclass_fields__"):
            lines += [
                f"{_key(name)}, {_key(each)}: {_shown(getattr(value, each))}"
                for each in value.__dataclass_fields__
            ]
        else:
            lines.append(f"{_key(name)}: {_shown(value)}")
    return bullets(lines)


def _shown(value: Any) -> str:
    return text(", ".join(map(str, value)) if isinstance(value, tuple) else value)


def _wishes(objective: Objective) -> str:
    """What the planner prefers: points, when they are given, and why."""
    wishes = {name: getattr(objective, name) for name in objective.__dataclass_fields__}
    rows = [
        [_key(name), f"**{wish.points}**", text(wish.holds_when), text(wish.why)]
        for name, wish in wishes.items()
        if hasattr(wish, "points")
    ]
    return table(("wish", "points", "given when", "why"), rows)
