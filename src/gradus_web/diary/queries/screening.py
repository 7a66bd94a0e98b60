"""The safety questions as pages that can be gone back to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from gradus.journey.screens import Page, Question, all_pages, followed, open_pages
from gradus.journey.today import Today, today
from gradus.library.types import Contradiction, Screen
from gradus.record.facts import Clearance, ScreenAnswers
from gradus.vocabulary.ids import ItemId
from gradus_web.people.doors import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One page of the screen as it is shown: its place among all, the page before it, and what was answered
    today. `examined` adds what counts since a clinician had a look."""

    page: Page
    number: int
    of: int
    back: str | None
    ticked: frozenset[ItemId]
    unsure: frozenset[ItemId]
    numbers: Mapping[ItemId, float]
    examined: bool
    answered: bool

    @property
    def dots(self) -> tuple[bool, ...]:
        """One for each page, true up to this one."""
        return tuple(nth <= self.number for nth in range(1, self.of + 1))

    @property
    def ticks(self) -> tuple[Question, ...]:
        """The questions that are ticked."""
        return tuple(each for each in self.page.questions if each.item.kind != "number")

    @property
    def asked_numbers(self) -> tuple[Question, ...]:
        """The questions that take a number."""
        return tuple(each for each in self.page.questions if each.item.kind == "number")


def state(here: Here) -> Today:
    """The answer for the day, in which the outcome of the screen stands."""
    return today(here.history, here.library, here.day)


def torn(here: Here) -> tuple[Contradiction, ...]:
    """Answers that hardly go together, to be asked about before anything else."""
    return state(here).outcome.contradictions


def next_screen(here: Here, after: str | None = None, *, anew: bool = False) -> str | None:
    """The screen to be answered next: what follows at once from the one just answered, then those after it,
    then any that is still open; None when all is said. `anew` goes through every screen once more."""
    library, outcome = here.library, state(here).outcome
    if outcome.action is not None and outcome.action == 0:
        return None
    if after is not None and followed(_whole(here, after), outcome, library):
        return after
    names = [str(page.screen.id) for page in (all_pages(library) if anew else open_pages(outcome, library))]
    every = [str(screen.id) for screen in library.screens]
    later = names if after is None else [each for each in names if every.index(each) > every.index(after)]
    if anew and not later:
        return next_screen(here)
    return next(iter(later or names), None)


def is_screen(here: Here, name: str) -> bool:
    """Whether there is a screen with that id."""
    return any(each.id == name for each in here.library.screens)


def _screen(here: Here, name: str) -> Screen:
    return next(each for each in here.library.screens if each.id == name)


def shown(here: Here, name: str, *, whole: bool) -> Shown:
    """The page of a screen that exists: what is open on it, or where nothing is, or the `whole` is wanted,
    all of it with the answers of today."""
    outcome = state(here).outcome
    found = next((each for each in open_pages(outcome, here.library) if each.screen.id == name), None)
    page = _whole(here, name) if whole or found is None else found
    names = [str(each.screen.id) for each in all_pages(here.library)]
    place = names.index(name) if name in names else len(names) - 1
    ticked, unsure, numbers, answered = _said(here, page)
    return Shown(
        page=page,
        number=place + 1,
        of=len(names),
        back=names[place - 1] if place else None,
        ticked=ticked,
        unsure=unsure,
        numbers=numbers,
        examined=bool(here.history.of(Clearance)),
        answered=answered,
    )


def page_of(here: Here, name: str, asked: Collection[str]) -> Page:
    """The page that was shown: the asked items of that screen, in the words in which they are open now."""
    screen, now = _screen(here, name), open_now(here)
    items = [item for item in screen.items if item.id in asked]
    return Page(screen, tuple(now.get(item.id, Question(item)) for item in items))


def open_now(here: Here) -> Mapping[ItemId, Question]:
    """The questions that are open, each in the words in which it is asked now."""
    pages = open_pages(state(here).outcome, here.library)
    return {question.item.id: question for page in pages for question in page.questions}


def _whole(here: Here, name: str) -> Page:
    """Every question of the screen that concerns the person, follow-ups of what they told included."""
    screen = _screen(here, name)
    said = _answers(here)
    items = (
        item
        for item in screen.items
        if item.after is None or said.get(item.after) in ("yes", "unsure", "still-unsure")
    )
    return Page(screen, tuple(map(Question, items)))


def _answers(here: Here) -> dict[ItemId, str]:
    """The answers given today, the last one counting."""
    said: dict[ItemId, str] = {}
    for fact in here.history.of(ScreenAnswers):
        if fact.day == here.day:
            said |= fact.answers
    return said


def _said(here: Here, page: Page) -> tuple[frozenset[ItemId], frozenset[ItemId], dict[ItemId, float], bool]:
    said = _answers(here)
    numbers: dict[ItemId, float] = {}
    for fact in here.history.of(ScreenAnswers):
        if fact.day == here.day:
            numbers |= fact.numbers
    ids = {question.item.id for question in page.questions}
    ticked = frozenset(each for each in ids if said.get(each) == "yes")
    unsure = frozenset(each for each in ids if said.get(each) in ("unsure", "still-unsure"))
    known = {each: numbers[each] for each in ids if each in numbers}
    answered = bool(ids) and ids <= said.keys() | numbers.keys() | _optional(page)
    return ticked, unsure, known, answered


def _optional(page: Page) -> set[ItemId]:
    return {question.item.id for question in page.questions if question.item.optional}
