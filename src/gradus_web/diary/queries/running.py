"""The session of a day that runs, or that begins now; and the one that was just done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from gradus.journey.added import Addable, addable
from gradus.journey.promise import is_changed, promise, standing, to_do
from gradus.journey.sessions import ended, of_the_day, shown_for
from gradus.journey.shorter import Wish
from gradus.journey.today import Today, today
from gradus.record.facts import DecisionShown, SessionDone, SetDone
from gradus.record.parts import ShownItem
from gradus.vocabulary.ids import FactId
from gradus_web.people.doors import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The session of this day. `shown` is what stands of the promises, or would be promised now; `is_kept`
    says that it was acted on. `id` is None before the first set. The answer of the day is found out when it
    is asked for: a session that runs goes by what was promised."""

    ask: Callable[[], Today]
    id: FactId | None
    shown: DecisionShown | None
    is_kept: bool
    ended: str | None
    sets: tuple[SetDone, ...]

    @property
    def answer(self) -> Today:
        """What the day asks for."""
        return self.ask()

    @property
    def items(self) -> tuple[ShownItem, ...]:
        return () if self.shown is None else to_do(self.shown)

    @property
    def is_on(self) -> bool:
        """Whether sets were done and nobody told the end yet."""
        return bool(self.sets) and self.ended is None

    def item(self, exercise: str) -> ShownItem | None:
        """The exercise of the session with that id."""
        return next((each for each in self.items if each.exercise == exercise), None)


def running(here: Here, wish: Wish) -> Running:
    """The session of this day: the one that has sets, best one that still runs; else what is asked for. Once
    one is over, the second, where the plan has two for the day."""
    return running_of(here, cache(partial(today, here.history, here.library, here.day, wish)))


def running_of(here: Here, ask: Callable[[], Today]) -> Running:
    """The session of the day that this is the answer for."""
    ends = ended(here.history)
    known = of_the_day(here.history, here.day)
    is_over = known is not None and ends.get(known) in ("finished", "stopped")
    second = is_over and ask().action == "train"
    if known is not None and not second and (ends.get(known) != "skipped" or here.history.sets_of(known)):
        return _kept(here, ask, known)
    promises = shown_for(here.history, here.day, None if second else known)
    if ask().items:
        usual = promise(ask(), here.library, here.person)
        mine = standing([each for each in promises if is_changed(each, usual)])
        return Running(ask=ask, id=None, shown=mine or usual, is_kept=mine is not None, ended=None, sets=())
    shown = standing(promises)
    over = None if known is None else ends.get(known)
    return Running(ask=ask, id=known, shown=shown, is_kept=shown is not None, ended=over, sets=())


def just_done(here: Here) -> Running | None:
    """The session that was ended last on this day; None where none was done."""
    done = [each for each in here.history.on(SessionDone, here.day) if each.ended != "skipped"]
    ask = cache(partial(today, here.history, here.library, here.day))
    return _kept(here, ask, done[-1].session) if done else None


def _kept(here: Here, ask: Callable[[], Today], known: FactId) -> Running:
    return Running(
        ask=ask,
        id=known,
        shown=standing(shown_for(here.history, here.day, known)),
        is_kept=True,
        ended=ended(here.history).get(known),
        sets=here.history.sets_of(known),
    )


def addable_to(here: Here, found: Running) -> Addable:
    """What may be added to this session."""
    short = found.shown is not None and found.shown.short != "no"
    return addable(found.answer, here.history, here.library, found.items, short=short)
