"""The safety screen: its questions, its rules by how urgent they are, and its limits."""

from collections.abc import Iterator

from gradus.library.types import Contradiction, Item, LimitSpec, Screen, ScreenRule
from gradus.vocabulary.scales import Action
from gradus_cli.reference.book import ITEMS, Book
from gradus_cli.reference.conditions import when
from gradus_cli.reference.markdown import anchor, bullets, code, heading, page, table, text
from gradus_cli.reference.numbers import amount, cited, ground, number
from gradus_cli.reference.places import to, to_example, to_file
from gradus_cli.reference.signing import foot, made, overdue_on
from gradus_cli.reference.words import plain

RULES = "rules/screening.md"
LIMITS = "rules/limits.md"
QUESTIONS = "rules/questions.md"
KINDS = {
    "emergency": "an emergency sign",
    "event": "something new",
    "background": "history or a condition",
    "number": "a number",
}


def screening_pages(book: Book) -> Iterator[tuple[str, str]]:
    """Questions, rules and limits, by path."""
    yield QUESTIONS, _questions(book)
    yield RULES, _rules(book)
    yield LIMITS, _limits(book)


def _questions(book: Book) -> str:
    parts = [heading(1, "The questions of the safety screen")]
    for screen in book.library.screens:
        path = f"{ITEMS}/{screen.id}.toml"
        title = heading(2, text(screen.title), screen.id)
        rows = [_item(book, item, screen) for item in screen.items]
        head = ("question", "asked about", "asked", "rules")
        asked = [text(screen.ask)]
        if screen.once_examined:
            asked.append(f"Once somebody was examined: {text(screen.once_examined)}")
        parts += [title, overdue_on(book, path), *asked, table(head, rows), foot(book, path)]
    return page(*parts, *_contradictions(book), *_safety_net(book), made(book))


def _contradictions(book: Book) -> Iterator[str]:
    """Nothing where the library has none."""
    if book.library.contradictions:
        yield heading(2, "Answers that are asked about together")
    for each in book.library.contradictions.values():
        path = f"screening/contradictions/{each.id}.toml"
        yield heading(3, code(each.id), each.id)
        yield overdue_on(book, path)
        yield text(each.asks)
        items = (to(book, ITEMS, clause.item, at=QUESTIONS) for clause in (each.one, each.other))
        numbers = (
            f"The number {code(name)}: {number(book, n, at=QUESTIONS)}" for name, n in each.thresholds.items()
        )
        yield bullets(("About: " + " and ".join(items), _settles(each), *numbers))
        yield foot(book, path)


def _settles(each: Contradiction) -> str:
    return f"Settled when it is {'confirmed or ' if each.possible else ''}answered otherwise"


def _safety_net(book: Book) -> Iterator[str]:
    net = book.library.safety_net
    yield heading(2, f"Said after every screen: {text(net.title)}")
    yield text(net.says)
    yield bullets(map(text, net.watch_for))
    yield foot(book, "screening/safety-net.toml")


def _item(book: Book, item: Item, screen: Screen) -> list[str]:
    naming = book.naming(ITEMS, item.id, "screening/rules/")
    rules = ", ".join(to_file(book, path, at=QUESTIONS) for path in naming)
    # One id may stand as a page's and as an item's; the first place on the page counts.
    place = "" if str(item.id) == str(screen.id) else anchor(item.id)
    again = f" *Asked again:* {text(item.again)}" if item.again else ""
    again += " *Told once, it is asked whether it is gone.*" if item.lasting else ""
    return [f"{place}{text(item.words)}{again}", _about(item), _asked(book, item), rules]


def _about(item: Item) -> str:
    if item.kind != "number" or item.lowest is None or item.highest is None or item.unit is None:
        return KINDS[item.kind]
    return f"a number from {item.lowest:g} to {amount(item.highest, item.unit)}"


def _asked(book: Book, item: Item) -> str:
    if item.after:
        return f"after {to(book, ITEMS, item.after, at=QUESTIONS)}"
    return "may be left out" if item.optional else "always"


def _rules(book: Book) -> str:
    parts = [heading(1, "The rules of the safety screen"), overdue_on(book, *_shown(book))]
    for action in Action:
        told = book.library.actions[action]
        parts += [
            heading(2, f"{action.code}: {text(told.title)}", told.id),
            bullets(map(text, told.do)),
            f"**Training.** {text(told.training)} **It ends.** {text(told.ends)}",
            foot(book, f"screening/actions/{told.id}.toml"),
        ]
        rules = (each for each in book.library.screen_rules.values() if each.action == action)
        parts += [part for rule in rules for part in _rule(book, rule)]
    return page(*parts, made(book))


def _shown(book: Book) -> Iterator[str]:
    """The paths of the rules and actions of the screen."""
    return (path for path in book.files if path.startswith(("screening/rules/", "screening/actions/")))


def _rule(book: Book, rule: ScreenRule) -> Iterator[str]:
    path = f"screening/rules/{rule.id}.toml"
    yield heading(3, code(rule.id), rule.id)
    yield f"Notices {text(rule.notices)}. It speaks when:"
    yield when(book, rule, at=RULES)
    yield bullets(_about_rule(book, rule))
    yield foot(book, path)


def _about_rule(book: Book, rule: ScreenRule) -> Iterator[str]:
    yield f"Why it matters: {text(rule.says)}"
    yield f"What to do: {text(rule.do)}"
    if rule.limits:
        yield f"Limits: {' '.join(to(book, 'screening/limits', each, at=RULES) for each in rule.limits)}"
    if rule.closes_all:
        yield "Closes all: walking and calm work wait too."
    for name, each in rule.thresholds.items():
        yield f"The number {code(name)}: {number(book, each, at=RULES)}"
    if rule.passes_after:
        after = number(book, rule.passes_after, at=RULES)
        yield f"May pass by itself, when the screen is answered anew, after {after}"
    rests = [ground(rule), cited(book, rule.cites, at=RULES)]
    yield f"Rests on: {'; '.join(each for each in rests if each)}"
    if rule.caution:
        yield f"Caution: {text(rule.caution)}"
    tried = ", ".join(to_example(each, at=RULES) for each in book.examples_of.get(rule.id, ()))
    if tried:
        yield f"Worked examples: {tried}"


def _limits(book: Book) -> str:
    limits = book.library.limits.values()
    paths = [f"screening/limits/{each.id}.toml" for each in limits]
    parts = [heading(1, "The limits of the safety screen"), overdue_on(book, *paths)]
    return page(*parts, *(part for each in limits for part in _limit(book, each)), made(book))


def _limit(book: Book, limit: LimitSpec) -> Iterator[str]:
    path = f"screening/limits/{limit.id}.toml"
    yield heading(2, code(limit.id), limit.id)
    yield text(limit.says)
    yield bullets(_about_limit(book, limit))
    naming = book.naming("screening/limits", limit.id, "screening/rules/")
    yield f"Asked for by: {', '.join(to_file(book, each, at=LIMITS) for each in naming)}" if naming else ""
    yield foot(book, path)


def _about_limit(book: Book, limit: LimitSpec) -> Iterator[str]:
    caps = {
        "Longest hold": limit.max_hold_s,
        "Highest load on the low back": limit.max_rank,
        "Fewest repetitions left in hand": limit.min_reserve,
        "Most sets to begin with": limit.first_sets,
        "Minutes of warm-up beyond the usual": limit.more_warm_up,
    }
    yield from (f"{words}: {number(book, each, at=LIMITS)}" for words, each in caps.items() if each)
    if limit.forbids_cautions:
        yield f"No exercise that asks for care with {', '.join(map(plain, limit.forbids_cautions))}"
    if limit.forbids_positions:
        yield f"No exercise in the position {', '.join(map(plain, limit.forbids_positions))}"
    if limit.support:
        support = " or ".join(map(plain, limit.support))
        yield f"Where the balance is tested, a support stands within reach: {support}"
    yield from (f"Said with each session: {text(cue)}" for cue in limit.cues)
    if limit.cites:
        yield f"Sources: {cited(book, limit.cites, at=LIMITS)}"


def limits_numbers(book: Book, rule: ScreenRule) -> Iterator[str]:
    """The addresses of the numbers that the limits of a rule hold."""
    for limit in rule.limits:
        yield from book.numbers.get(f"screening/limits/{limit}.toml", ())
