"""A record that is written day by day, without clock and disk: what a virtual person leaves."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar, cast

from gradus.journey.plans import Planned, accept, make
from gradus.journey.screens import answers_of, open_pages
from gradus.journey.shorter import Wish
from gradus.journey.stamp import Stamp
from gradus.journey.today import AS_USUAL, Today, today
from gradus.library.library import Library
from gradus.record.bounds import Answer
from gradus.record.codec import canonical, decode
from gradus.record.envelope import Envelope
from gradus.record.facts import Fact, ScreenAnswers
from gradus.record.history import History, add, fold
from gradus.screening.outcome import screen
from gradus.simulation.given import best_week
from gradus.vocabulary.ids import FactId, ItemId, PersonId
from gradus.vocabulary.scales import Action

F = TypeVar("F", bound=Envelope)
SEVEN = time(7)
NOBODYS = "00000000-0000-7000-8000-"
SESSIONS = "00000000-0000-7000-9000-"
ME = PersonId(f"{NOBODYS}{0:012x}")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person answers to the safety questions: "yes", "no" or "unsure" by item, and numbers by item.
    Everything else that is shown is answered "no"."""

    answers: dict[ItemId, str] = field(default_factory=dict)
    numbers: dict[ItemId, float] = field(default_factory=dict)


@dataclass(slots=True)
class Diary:
    """What was written so far. Facts are gathered and join the history when it is next asked for."""

    library: Library
    person: PersonId = ME
    device: str = "virtual"
    written: list[Fact] = field(default_factory=list)
    _history: History = field(default_factory=lambda: fold(()))
    _new: list[Fact] = field(default_factory=list)
    _asked: tuple[int, date, Wish] | None = None
    _answer: Today | None = None

    def write(self, kind: type[F], on: date, /, **values: Any) -> F:
        """A fact of that day, one second after the one before it."""
        fact = self.stamp(on).fact(kind, **values)
        self.keep(cast("Fact", fact))
        return fact

    def tell(self, kind: type[F], on: date, /, **values: Any) -> None:
        """As `write`, of plain values: the fact is read back from its line, as any record would give it."""
        (fact,) = decode(canonical(cast("Fact", self.stamp(on).fact(kind, **values)))).facts
        self.keep(fact)

    def keep(self, fact: Fact) -> None:
        self.written.append(fact)
        self._new.append(fact)

    def stamp(self, on: date) -> Stamp:
        """The envelope of the next fact: at seven in the morning and a second later for each."""
        nth = len(self.written) + 1
        at = datetime.combine(on, SEVEN, UTC) + timedelta(seconds=nth)
        id_ = FactId(f"{NOBODYS}{nth:012x}")
        return Stamp(id=id_, person=self.person, at=at, day=on, device=self.device)

    def session(self) -> FactId:
        """The id of a session that begins now. It is told last, and no set in it may have its id."""
        return FactId(f"{SESSIONS}{len(self.written) + 1:012x}")

    def so_far(self) -> History:
        """The history of all that was written."""
        if self._new:
            self._history = add(self._history, *self._new)
            self._new = []
        return self._history

    def today(self, on: date, wish: Wish = AS_USUAL) -> Today:
        """The answer of the day. Asked again with nothing written in between, it is the same."""
        asked = (len(self.written), on, wish)
        if self._answer is None or asked != self._asked:
            self._asked, self._answer = asked, today(self.so_far(), self.library, on, wish)
        return self._answer

    def screen(self, on: date, occasion: str, said: Said) -> None:
        """Answers whatever is open, all pages at once and follow-ups after them, until nothing is asked or it
        is an emergency."""
        while True:
            outcome = screen(self.so_far(), self.library, on)
            pages = open_pages(outcome, self.library)
            if not pages or outcome.action is Action.EMERGENCY_NOW:
                return
            shown = {question.item.id for page in pages for question in page.questions}
            ticked = {key for key in shown if said.answers.get(key) == "yes"}
            unsure = {key for key in shown if said.answers.get(key) == "unsure"}
            answers: dict[ItemId, Answer] = {}
            for page in pages:
                answers |= answers_of(page, ticked, unsure)
            numbers = {key: value for key, value in said.numbers.items() if key in shown}
            self.write(ScreenAnswers, on, occasion=occasion, answers=answers, numbers=numbers)

    def plan(self, on: date) -> bool:
        """Makes the plan that is due and accepts it; False where none can be made."""
        found = make(self.so_far(), self.library, on, search=best_week)
        if not isinstance(found, Planned):
            return False
        self.keep(accept(found, self.so_far(), self.stamp(on), self.library))
        return True
