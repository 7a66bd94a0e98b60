"""The safety questions as pages, and a page's ticks as answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from gradus.journey.today import today
from gradus.library.library import Library
from gradus.library.types import Contradiction, Item, Screen
from gradus.progression.flare import episodes
from gradus.record.bounds import Answer
from gradus.record.facts import Clearance, ScreenAnswers
from gradus.record.history import History
from gradus.screening.changes import tell
from gradus.screening.contradictions import contradicts
from gradus.screening.judge import quoted
from gradus.screening.locks import unexamined, why_clearance_refused
from gradus.screening.outcome import AFTER_CLEARANCE, AFTER_FLARE, Outcome, screen
from gradus.screening.truth import YEARS
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.reasons import Reason

Occasion = Literal["intake", "flare", "routine", "request", "after-clearance"]
OCCASIONS: Mapping[RuleId, Occasion] = {AFTER_CLEARANCE: "after-clearance", AFTER_FLARE: "flare"}
"""For what the screen is answered, by the reason for which it is asked."""
STILL_SO = RuleId("screen-still-so-question")


@dataclass(frozen=True, slots=True)
class Question:
    """One item as it is to be asked now: in its first words, or `again` in other words. A lasting condition
    that was told before and is not ticked now is asked `still_so`, in those words."""

    item: Item
    again: bool = False
    still_so: str = ""

    @property
    def words(self) -> str:
        return self.still_so or (self.item.again if self.again else self.item.words)

    @property
    def left_out(self) -> Answer:
        """The answer of whoever leaves it unticked."""
        return "gone" if self.still_so else "no"

    @property
    def not_sure(self) -> Answer:
        """The answer of whoever is not sure."""
        return "still-unsure" if self.again and not self.still_so else "unsure"

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What may be answered; nothing to a number."""
        return () if self.item.kind == "number" else ("yes", self.left_out, self.not_sure)


@dataclass(frozen=True, slots=True)
class Page:
    """One screen with the questions of it that are open."""

    screen: Screen
    questions: tuple[Question, ...]


def occasion_of(history: History, library: Library, day: date) -> Occasion:
    """For what the questions that are open on `day` are answered."""
    if not history.of(ScreenAnswers):
        return "intake"
    asked = {reason.rule for reason in screen(history, library, day).because}
    return next((occasion for rule, occasion in OCCASIONS.items() if rule in asked), "routine")


def open_pages(outcome: Outcome, library: Library) -> tuple[Page, ...]:
    """What is still to be asked, page by page; items answered "not sure" come again in other words. Numbers
    that may be left out are asked for with their page."""
    first, again = set(outcome.ask), set(outcome.ask_again)
    torn = {clause.item for each in outcome.contradictions for clause in (each.one, each.other)}
    plain = torn - {*outcome.unsure, *outcome.unticked}
    pages = _pages(library, first | plain | _optional(library, first), again - plain)
    return tuple(replace(page, questions=_still_so(page.questions, outcome, library)) for page in pages)


def _still_so(questions: Sequence[Question], outcome: Outcome, library: Library) -> tuple[Question, ...]:
    """The questions, the unticked ones in words that tell what was said before."""
    return tuple(
        replace(each, still_so=library.reason(STILL_SO, what=quoted([each.item.id], library)).says)
        if each.item.id in outcome.unticked
        else each
        for each in questions
    )


def followed(page: Page, outcome: Outcome, library: Library) -> tuple[Page, ...]:
    """What is asked at once of what was ticked on this page: whether an alarm is there now does not wait for
    the last page. What was "not sure" comes again later, in other words."""
    asked = {question.item.id for question in page.questions}
    first = {id_ for id_ in outcome.ask if library.items[id_].after in asked}
    pages = _pages(library, first, set())
    return tuple(each for each in pages if each.screen.id == page.screen.id)


def all_pages(library: Library) -> tuple[Page, ...]:
    """Every page from the beginning, without follow-ups: they are asked when their parent is ticked."""
    return _pages(library, {item.id for item in library.items.values() if item.after is None}, set())


def answers_of(page: Page, ticked: Collection[ItemId], unsure: Collection[ItemId]) -> dict[ItemId, Answer]:
    """The page's answers: ticked is "yes", not sure is "unsure" (or "still-unsure" when it was asked again),
    and whatever was shown and not ticked is "no",
    or "gone" when it was asked whether it is still so. Numbers are no ticks and are not among them."""
    answers: dict[ItemId, Answer] = {}
    for question in page.questions:
        if question.item.kind == "number":
            continue
        id_ = question.item.id
        if id_ in ticked:
            answers[id_] = "yes"
        elif id_ in unsure:
            answers[id_] = question.not_sure
        else:
            answers[id_] = question.left_out
    return answers


def cannot_be(numbers: Mapping[ItemId, float], library: Library) -> tuple[Contradiction, ...]:
    """What cannot be about numbers that were just typed: they are typed once more before they are stored, so
    that a slip of the finger locks nobody."""
    slips = (each for each in library.contradictions.values() if not each.possible)
    return tuple(each for each in slips if contradicts(each, numbers))


def left_out(page: Page, numbers: Mapping[ItemId, float], outcome: Outcome) -> dict[ItemId, Answer]:
    """A number of a contradiction that is not given when it is asked again: nobody is sure of it any more."""
    torn = {clause.item for each in outcome.contradictions for clause in (each.one, each.other)}
    asked = (question.item for question in page.questions if question.item.kind == "number")
    return {item.id: "unsure" for item in asked if item.id in torn and item.id not in numbers}


def tell_changes(outcome: Outcome, library: Library) -> tuple[Reason, ...]:
    """What is new, more, still there or gone against the screen before, in sentences."""
    return tell(outcome.changes(), library)


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
