"""The safety trace: from each rule to its numbers, sources, worked examples and properties."""

import ast
from collections.abc import Iterator
from itertools import chain

from gradus.library.types import Rule, ScreenRule
from gradus.vocabulary.ids import SourceId, ThresholdId
from gradus.vocabulary.scales import Action
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import bullets, code, heading, link, page, table, text
from gradus_cli.reference.numbers import amount, cited, ground
from gradus_cli.reference.places import TRACE, place_of, relative, to_example, to_file
from gradus_cli.reference.screening import limits_numbers
from gradus_cli.reference.signing import alarms, made, mark, state
from gradus_cli.reference.words import plain, sentence

HEAD = ("rule", "rests on", "numbers", "sources", "worked examples", "properties", "review")
IN_JOURNEY = ("review", "today")
"""Rules of these rooms are carried out by the journey."""


def trace_page(book: Book) -> str:
    """Every rule of the screen and every rule that decides, with what stands behind it."""
    return page(
        heading(1, "The safety trace"),
        "From each rule to the numbers it goes by, the sources these rest on, the worked examples that try "
        "it, and the sentences that are tested for every input. A rule without worked examples or properties "
        "is a gap; not every rule goes by a number, and a default need not cite.",
        alarms(book.review.overdue),
        heading(2, "Who has reviewed the content"),
        _review(book),
        heading(2, "The rules of the safety screen"),
        *chain.from_iterable(_screen(book, action) for action in Action),
        heading(2, "The rules that decide"),
        "Their numbers are those that a worked example tries together with the rule.",
        *chain.from_iterable(_room(book, room) for room in _rooms(book)),
        heading(2, "The properties", "properties"),
        *_properties(book),
        made(book),
    )


def _review(book: Book) -> str:
    counts = {
        "Not yet clinically reviewed": len(book.review.unsigned),
        "Reviewed": len(book.review.signed),
        "Reviewed too long ago": len(book.review.overdue),
    }
    limit = f"A review counts for {book.longest_review_days} days."
    return page(
        table(("state", "files"), [[words, str(each)] for words, each in counts.items()]), limit
    ).rstrip()


def _screen(book: Book, action: Action) -> list[str]:
    rules = [each for each in book.library.screen_rules.values() if each.action == action]
    title = f"{action.code}: {text(book.library.actions[action].title)}"
    rows = [_row(book, f"screening/rules/{rule.id}.toml", rule, _own(book, rule)) for rule in rules]
    return [heading(3, title), table(HEAD, rows)] if rows else []


def _own(book: Book, rule: ScreenRule) -> list[ThresholdId]:
    """The numbers of a screening rule, and of the limits that it sets."""
    return [*book.numbers[f"screening/rules/{rule.id}.toml"], *map(ThresholdId, limits_numbers(book, rule))]


def _rooms(book: Book) -> list[str]:
    return sorted({rule.room for rule in book.library.rules.values()})


def _room(book: Book, room: str) -> list[str]:
    rules = [each for each in book.library.rules.values() if each.room == room]
    rows = [_row(book, f"rules/{rule.id}.toml", rule, _beside(book, rule)) for rule in rules]
    return [heading(3, sentence(plain(room))), table(HEAD, rows)]


def _beside(book: Book, rule: Rule) -> list[ThresholdId]:
    """The numbers that a worked example names together with the rule."""
    specs = (book.examples[path] for path in book.examples_of.get(rule.id, ()))
    return list(dict.fromkeys(ThresholdId(each) for spec in specs for each in spec.get("thresholds", ())))


def _row(book: Book, path: str, rule: Rule | ScreenRule, numbers: list[ThresholdId]) -> list[str]:
    sources: dict[SourceId, None] = dict.fromkeys(rule.cites)
    for each in numbers:
        sources |= dict.fromkeys(book.library.thresholds[each].cites)
    room = rule.room if isinstance(rule, Rule) else "screening"
    return [
        to_file(book, path, at=TRACE),
        ground(rule),
        ", ".join(_number(book, each) for each in numbers),
        cited(book, sources, at=TRACE),
        ", ".join(to_example(each, at=TRACE) for each in book.examples_of.get(rule.id, ())),
        ", ".join(link(name, f"#properties-{_slug(name)}") for name in properties_of(book, room)),
        ", ".join(each for each in (state(book, path), mark(book, path)) if each),
    ]


def _number(book: Book, address: ThresholdId) -> str:
    found = book.library.thresholds[address]
    path = next(path for path, numbers in book.numbers.items() if address in numbers)
    words = address.rpartition(".")[2].replace("_", " ")
    return f"{link(text(words), relative(place_of(book, path), at=TRACE))} {amount(found.value, found.unit)}"


def properties_of(book: Book, room: str) -> list[str]:
    """The names of the property tests of a room: those named after it, or that import it."""
    core = "journey" if room in IN_JOURNEY else room
    return [
        file.removeprefix("test_").removesuffix(".py")
        for file, words in sorted(book.properties.items())
        if file == f"test_{core}.py" or f"from gradus.{core}." in words
    ]


def _properties(book: Book) -> Iterator[str]:
    for file, words in sorted(book.properties.items()):
        name = file.removeprefix("test_").removesuffix(".py")
        tree = ast.parse(words)
        yield heading(3, text(ast.get_docstring(tree) or name), f"properties-{_slug(name)}")
        yield bullets(_sentences(tree))
        yield f"<small>{code(f'tests/property/{file}')}</small>"


def _sentences(tree: ast.Module) -> Iterator[str]:
    """What is tested, as the tests say it: a class by its docstring, a test by its name."""
    for each in tree.body:
        if isinstance(each, ast.ClassDef) and each.name.startswith("Test"):
            yield text(ast.get_docstring(each) or each.name)
        elif isinstance(each, ast.FunctionDef) and each.name.startswith("test_"):
            yield text(sentence(each.name.removeprefix("test_").replace("_", " ")))


def _slug(name: str) -> str:
    """A module's name as an anchor is written."""
    return name.replace("_", "-")
