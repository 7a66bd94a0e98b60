"""`gradus screen` and `gradus clearance`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from gradus.journey.screens import (
    Occasion,
    Page,
    all_pages,
    answers_of,
    cannot_be,
    followed,
    left_out,
    occasion_of,
    open_pages,
    refused,
)
from gradus.journey.today import today
from gradus.library.types import Item
from gradus.record.bounds import Answer
from gradus.record.facts import Clearance, ScreenAnswers
from gradus.vocabulary.ids import ItemId, RuleId
from gradus_cli.common import Here, with_record
from gradus_cli.content import library, library_for
from gradus_cli.exits import Exit, Failure
from gradus_cli.given import given_day, given_fact, given_table
from gradus_exchange.replies import screen_table


@click.command(epilog="\b\nExamples:\n  gradus screen\n  gradus screen --answers my-answers.toml --json")
@click.option(
    "--answers",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Answers from a TOML or JSON file: tables `answers` and `numbers`, by item id.",
)
@click.option("--show", is_flag=True, help="Only show where the screen stands; ask nothing.")
@with_record
def screen(here: Here, file: Path | None, show: bool) -> None:
    """Answer the safety questions; says what they mean.

    Each page is stored when it is answered. An unfinished screen never says go.
    """
    if file is not None:
        _store_file(here, file)
    elif not show and not here.as_json:
        try:
            _ask(here)
        except click.Abort:
            said = "Stopped before the end. The pages answered before are kept. Go on with: gradus screen"
            raise Failure(Exit.STOPPED, f"\n{said}") from None
    _tell(here)


def _store_file(here: Here, file: Path) -> None:
    given = given_table(file)
    tables = {"answers", "numbers", "confirmed"}
    allowed = "answers, numbers, confirmed"
    strangers = [f"{each} is not a table here; allowed: {allowed}" for each in given.keys() - tables]
    if strangers:
        raise Failure(Exit.BAD_INPUT, f"{file}: {'; '.join(sorted(strangers))}. Nothing was stored.")
    occasion = occasion_of(here.history, library(), here.day)
    fact = given_fact("screen", here.envelope, {"occasion": occasion, **given})
    if isinstance(fact, ScreenAnswers) and (faults := list(_faults(fact))):
        raise Failure(Exit.BAD_INPUT, f"{file}: {'; '.join(faults)}. Nothing was stored.")
    here.save(fact)


def _faults(told: ScreenAnswers) -> Iterator[str]:
    """What cannot be an answer to the screen, or is one twice."""
    items = library().items
    for id_ in told.answers.keys() | told.numbers.keys():
        item = items.get(id_)
        if item is None:
            yield f"{id_} is not a question of the screen"
        elif id_ in told.numbers and item.kind != "number":
            yield f"{id_} is answered with yes, no or unsure, not with a number"
        elif id_ in told.answers and id_ in told.numbers:
            yield f"{id_} is answered in words and with a number; say one of the two"
        elif (number := told.numbers.get(id_)) is not None and _is_outside(item, number):
            yield f"{id_}: {number:g} is outside {item.lowest:g} to {item.highest:g} {item.unit}"
    for each in told.confirmed:
        found = library().contradictions.get(each)
        if found is None:
            yield f"{each} is no contradiction that can be asked about"
        elif not found.possible:
            yield f"{each} cannot be confirmed; answer one of its two questions otherwise"


def _is_outside(item: Item, number: float) -> bool:
    lowest, highest = item.lowest, item.highest
    return (lowest is not None and number < lowest) or (highest is not None and number > highest)


def _store(
    here: Here, occasion: Occasion, answers: dict[ItemId, Answer], numbers: dict[ItemId, float]
) -> None:
    told = {"occasion": occasion, "answers": answers, "numbers": numbers}
    here.save(here.stamp().fact(ScreenAnswers, **told))


def _ask(here: Here) -> None:
    from gradus_cli.show.screening import ask_numbers, ask_page, safety_introduction

    here.refuse_ahead(here.day)
    outcome = today(here.history, library(), here.day).outcome
    occasion = occasion_of(here.history, library(), here.day)
    pages = _settled(here, occasion)
    if not pages and click.confirm("Your answers are up to date. Has something changed?", default=False):
        pages, occasion = all_pages(library()), "request"
    if pages:
        safety_introduction(len(pages))
    examined = bool(here.history.of(Clearance))
    while pages:
        youngest = library().screening.youngest.value
        ticked, unsure, numbers = ask_page(pages[0], youngest, examined=examined)
        while wrong := cannot_be(numbers, library()):
            click.echo(f"{wrong[0].asks}")
            numbers = ask_numbers(pages[0], youngest)
        answers = answers_of(pages[0], ticked, unsure) | left_out(pages[0], numbers, outcome)
        _store(here, occasion, answers, numbers)
        outcome = today(here.history, library(), here.day).outcome
        if outcome.action is not None and outcome.action == 0:
            return
        pages = (*followed(pages[0], outcome, library()), *pages[1:]) or _settled(here, occasion)


def _settled(here: Here, occasion: Occasion) -> Sequence[Page]:
    """The pages that are open, once the person was asked about each contradiction: what is right as it stands
    is stored as confirmed, and the rest comes as questions to be answered once more."""
    outcome = today(here.history, library(), here.day).outcome
    sure = []
    for each in outcome.contradictions:
        click.echo(f"\n{each.asks}")
        if each.possible and click.confirm("Are both right as they stand?", default=False):
            sure.append(each.id)
    if sure:
        here.save(here.stamp().fact(ScreenAnswers, occasion=occasion, confirmed=tuple(sure)))
        outcome = today(here.history, library(), here.day).outcome
    return open_pages(outcome, library())


def _tell(here: Here) -> None:
    from gradus_cli.show.screening import show_screen

    spoken = library_for(here.history)
    answer = today(here.history, spoken, here.day)
    pages = open_pages(answer.outcome, spoken)
    here.tell(screen_table(answer, pages, spoken), lambda: show_screen(answer, spoken))
    if answer.outcome.cleared is None:
        raise Failure(Exit.REFUSED, "")


@click.command(
    epilog="\b\nExample:\n  gradus clearance bladder-or-saddle-change --by 'Dr A. Example' \\\n"
    "      --examined 2026-03-02 --said 'Scan is normal, may train'"
)
@click.argument("rules", nargs=-1, required=True)
@click.option("--by", "who", required=True, help="Who examined you.")
@click.option("--examined", required=True, metavar="DATE", help="The day of the examination.")
@click.option("--said", required=True, help="What was said.")
@with_record
def clearance(here: Here, rules: tuple[str, ...], who: str, examined: str, said: str) -> None:
    """Record that a clinician examined you; this is how a lock ends.

    RULES are the names of the locks, as `gradus screen --show` tells them. The safety questions are asked
    again afterwards. After an emergency this is not possible on the same day.
    """
    examined_on = given_day(examined)
    if examined_on > here.day:
        late = f"The examination on {examined_on} lies in the future; this is told on {here.day}"
        raise Failure(Exit.BAD_INPUT, f"{late}. Nothing was stored.")
    named = tuple(RuleId(each) for each in rules)
    fact = here.stamp().fact(Clearance, rules=named, examined_by=who, examined_on=examined_on, said=said)
    reason = refused(here.history, library(), fact)
    if reason is not None:
        raise Failure(Exit.REFUSED, f"{reason.says}{_others(here, named)} Nothing was stored.")
    here.save(fact)
    _tell_cleared(here)


def _others(here: Here, named: tuple[RuleId, ...]) -> str:
    """The names by which a clearance ends what stands now; nothing when one of them was named."""
    answer = today(here.history, library(), here.day)
    names = [lock.rule for lock in answer.outcome.locks]
    if answer.action == "see-someone":
        names += [reason.rule for reason in answer.because]
    if not names:
        return " No lock stands now."
    return "" if set(names) & set(named) else f" These stand now: {', '.join(names)}."


def _tell_cleared(here: Here) -> None:
    spoken = library_for(here.history)
    answer = today(here.history, spoken, here.day)
    pages = open_pages(answer.outcome, spoken)

    def say() -> None:
        click.echo("Stored. Please answer the safety questions again: gradus screen")

    here.tell(screen_table(answer, pages, spoken), say)
