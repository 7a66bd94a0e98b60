"""The safety questions as pages, and a page's ticks as answers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gradus.journey.today import today
from gradus.library.library import Library
from gradus.library.types import Item, Screen
from gradus.progression.flare import episodes
from gradus.record.bounds import Answer
from gradus.record.facts import Clearance
from gradus.record.history import History
from gradus.screening.locks import unexamined, why_clearance_refused
from gradus.screening.outcome import Outcome
from gradus.screening.truth import YEARS
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.reasons import Reason


@dataclass(frozen=True, slots=True)
class Question:
    """One item as it is to be asked now: in its first words, or `again` in other words."""

    item: Item
    again: bool = False

    @property
    def words(self) -> str:
        return self.item.again if self.again else self.item.words


@dataclass(frozen=True, slots=True)
class Page:
    """One screen with the questions of it that are open."""

    screen: Screen
    questions: tuple[Question, ...]


def open_pages(outcome: Outcome, library: Library) -> tuple[Page, ...]:
    """What is still to be asked, page by page; items answered "not sure" come again in other words. Numbers
    that may be left out are asked for with their page."""
    first, again = set(outcome.ask), set(outcome.ask_again)
    return _pages(library, first | _optional(library, first), again)


def all_pages(library: Library) -> tuple[Page, ...]:
    """Every page from the beginning, without follow-ups: they are asked when their parent is ticked."""
    return _pages(library, {item.id for item in library.items.values() if item.after is None}, set())


def answers_of(page: Page, ticked: Collection[ItemId], unsure: Collection[ItemId]) -> dict[ItemId, Answer]:
    """The page's answers: ticked is "yes", not sure is "unsure" (or "still-unsure" when it was asked again),
    and whatever was shown and not ticked is "no". Numbers are no ticks and are not among them."""
    answers: dict[ItemId, Answer] = {}
    for question in page.questions:
        if question.item.kind == "number":
            continue
        id_ = question.item.id
        if id_ in ticked:
            answers[id_] = "yes"
        elif id_ in unsure:
            answers[id_] = "still-unsure" if question.again else "unsure"
        else:
            answers[id_] = "no"
    return answers


def refused(history: History, library: Library, clearance: Clearance) -> Reason | None:
    """Why this clearance would not end the lock it names, or the wait for someone to look at a flare; None
    when it would."""
    answer = today(history, library, clearance.day)
    if answer.action == "see-someone" and any(each.rule in clearance.rules for each in answer.because):
        flares = episodes(history, clearance.day)
        return unexamined(clearance, flares[-1].began, library) if flares else None
    return why_clearance_refused(history, library, clearance)


def ended_by_clearance(outcome: Outcome, library: Library) -> tuple[RuleId, ...]:
    """The locks that a clearance can end, by name, the most urgent first: all but those of an age alone."""
    of_age = {item.id for item in library.items.values() if item.unit == YEARS}
    return tuple(lock.rule for lock in outcome.locks if not of_age.issuperset(lock.items))


def _optional(library: Library, first: Collection[ItemId]) -> set[ItemId]:
    """The numbers that may be left out, of each page that is asked from its beginning."""
    begun = (
        screen
        for screen in library.screens
        if any(item.id in first for item in screen.items if item.after is None)
    )
    return {item.id for screen in begun for item in screen.items if item.optional and item.after is None}


def _pages(library: Library, first: Collection[ItemId], again: Collection[ItemId]) -> tuple[Page, ...]:
    pages = (Page(screen, _questions(screen.items, first, again)) for screen in library.screens)
    return tuple(page for page in pages if page.questions)


def _questions(
    items: Sequence[Item], first: Collection[ItemId], again: Collection[ItemId]
) -> tuple[Question, ...]:
    return tuple(Question(item, item.id in again) for item in items if item.id in first or item.id in again)
