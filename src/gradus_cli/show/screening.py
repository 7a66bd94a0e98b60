"""The safety screen in the terminal: pages to tick, and what the answers mean."""

import re
from collections.abc import Iterable

import click

from gradus.journey.screens import Page, Question, tell_changes
from gradus.journey.today import RESTS_WHILE_ILL, Today
from gradus.library.library import Library
from gradus.vocabulary.ids import ItemId
from gradus.vocabulary.reasons import Reason
from gradus_cli.names import counted
from gradus_cli.show.day import how_it_ends, is_emergency, show_lock
from gradus_cli.show.page import bullet, footer, page, plain, tell

Numbers = dict[ItemId, float]
Ticks = set[ItemId]


def safety_introduction(pages: int) -> None:
    """What is coming, and how to answer."""
    how_many = counted(pages, "short page")
    page().print(
        f"\n[title]Safety questions[/title], {how_many}. Your answers stay in your own file.\n"
        "Type the numbers of what is true for you, as 1 3. Not sure about one? Put ? before it, as ?2.\n"
        "None of these? Type 0.\n"
    )


def ask_page(asked: Page, youngest: float, *, examined: bool) -> tuple[Ticks, Ticks, Numbers]:
    """One page: what was ticked, what was "not sure", and the numbers. Nothing typed is no answer. Whoever
    was `examined` for something is told what counts since then."""
    page().print(f"[title]{asked.screen.title}[/title]  {asked.screen.ask}")
    if examined and asked.screen.once_examined:
        page().print(asked.screen.once_examined)
    ticks = [question for question in asked.questions if question.item.kind != "number"]
    width = len(str(len(ticks)))
    for nth, question in enumerate(ticks, 1):
        bullet(question.words, f"{nth:{width}}")
    if ticks:
        bullet(f"None of {'these' if len(ticks) > 1 else 'this'}", f"{0:{width}}")
    sure, unsure = _ask_ticks(len(ticks))
    numbers = ask_numbers(asked, youngest)
    page().print()
    return {ticks[n - 1].item.id for n in sure}, {ticks[n - 1].item.id for n in unsure}, numbers


def ask_numbers(asked: Page, youngest: float) -> Numbers:
    """The numbers of one page; one that may be left out is not among them when it was."""
    numbers: Numbers = {}
    for question in asked.questions:
        if question.item.kind == "number":
            value = _number(question, youngest)
            if value is not None:
                numbers[question.item.id] = value
    return numbers


def _ask_ticks(most: int) -> tuple[set[int], set[int]]:
    while most:
        said = click.prompt("  true for me", default="", show_default=False)
        if (found := _ticks(said, most)) is not None:
            return found
        page().print(f"  [ask]Please type numbers from 1 to {most}, ?2 for not sure, or 0 for none.[/ask]")
    return set(), set()


def _ticks(said: str, most: int) -> tuple[set[int], set[int]] | None:
    """Numbers ticked and numbers not sure; None when it cannot be read, or nothing was typed."""
    words = [word for word in re.split(r"[\s,]+", said.strip().lower()) if word]
    if words in (["0"], ["none"]):
        return set(), set()
    if not words or not all(re.fullmatch(r"\??\d{1,2}", word) for word in words):
        return None
    sure = {int(word) for word in words if not word.startswith("?")}
    unsure = {int(word[1:]) for word in words if word.startswith("?")}
    if not all(1 <= number <= most for number in sure | unsure):
        return None
    return sure, unsure - sure


def _number(question: Question, youngest: float) -> float | None:
    """The number typed, within its bounds; None where it may be left out. An age that would lock is asked
    twice, since a slip of the finger would need a clearance."""
    item, words = question.item, question.words
    lowest, highest, optional = item.lowest, item.highest, item.optional
    check = youngest if item.unit == "years" else None
    while True:
        asked = f"  {words} (Enter if you do not know it)" if optional else f"  {words}"
        said = click.prompt(asked, default="" if optional else None, show_default=False)
        if optional and not str(said).strip():
            return None
        try:
            value = float(said)
        except ValueError:
            value = float("nan")
        if (lowest is None or value >= lowest) and (highest is None or value <= highest):
            if (
                check is None
                or value >= check
                or click.confirm(f"  {value:g}: is that right?", default=False)
            ):
                return value
            continue
        page().print(f"  [ask]Please type a number from {lowest:g} to {highest:g}.[/ask]")


def show_screen(today: Today, library: Library) -> None:
    """What the answers mean, what is locked, what to watch for."""
    outcome = today.outcome
    ill = today.because[0].rule == RESTS_WHILE_ILL
    if is_emergency(today) and today.advice is not None:
        page().print(f"\n[stop]{today.advice.title}.[/stop] What to do stands below.")
        _safety_net(library)
        page().print()
    if outcome.locks and not ill:
        show_lock(today, library)
    else:
        _reasons(outcome.because, library)
    if not is_emergency(today):
        for reason in tell_changes(outcome, library):
            tell(plain(reason.says))
    if outcome.locks and not ill:
        how_it_ends(today, library)
    for lock in outcome.locks:
        page().print(f"  [quiet]lock: {lock.rule}, since {lock.since:%d %B %Y}[/quiet]")
    _what_now(today)
    if not is_emergency(today):
        _safety_net(library)
    footer(emergency=is_emergency(today))


def _reasons(reasons: Iterable[Reason], library: Library) -> None:
    """Why, and beside each rule of the screen what to do."""
    for reason in reasons:
        tell(plain(reason.says))
        if reason.rule in library.screen_rules:
            tell(library.screen_rules[reason.rule].do, indent=4)


def _what_now(today: Today) -> None:
    """Whether training is open, and what comes next."""
    outcome = today.outcome
    if outcome.cleared is None and not outcome.locks:
        left = len(outcome.ask) + len(outcome.ask_again)
        are = "question is" if left == 1 else "questions are"
        page().print(f"\n[ask]{left} {are} still open.[/ask] Nothing starts before they are answered.")
    elif outcome.cleared is not None and outcome.cleared.scope == "full":
        limited = outcome.cleared.limits.because
        says = "You may train, with these limits." if limited else "You may train."
        page().print(f"\n[better]{says}[/better]")
        _limits(today)
        _next()
    elif outcome.cleared is not None and today.because[0].rule != RESTS_WHILE_ILL:
        page().print("\nUntil you have been seen: walking and easy, unloaded movement only.")


def _safety_net(library: Library) -> None:
    """Said every time. In an emergency it stands above, so that what to do now is read last."""
    net = library.safety_net
    page().print(f"\n[title]{net.title}[/title]\n{net.says}")
    for line in net.watch_for:
        bullet(line)


def _limits(today: Today) -> None:
    """Each limit in its own words, with what is to be thought of while training."""
    cleared = today.outcome.cleared
    if cleared is not None:
        for limit in cleared.limits.specs:
            bullet(limit.says)
            for cue in limit.cues:
                bullet(cue, "-", indent=4)


def _next() -> None:
    page().print("\nNext: gradus profile (what you have and want), then gradus plan")
