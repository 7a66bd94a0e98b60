"""The day as a page: what to do, why, what changed, and the days ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gradus.journey.ahead import sessions_ahead
from gradus.journey.plans import current_plan
from gradus.journey.review_weeks import review_of_the_week
from gradus.journey.shorter import Wish
from gradus.journey.today import Today, today
from gradus.journey.together import together
from gradus.library.library import Library
from gradus.record.facts import DecisionShown, MorningCheckIn, SessionDone, SetDone
from gradus.record.parts import ShownItem
from gradus.record.person import person
from gradus.vocabulary.scales import Step
from gradus_web.diary.names import DAYS
from gradus_web.diary.queries.running import Running, running_of
from gradus_web.diary.words import Row, Told, name_of, row, rows, told
from gradus_web.people.doors import Here

AHEAD = 7
NEWS = frozenset({Step.PROGRESS, Step.REGRESS, Step.SWAP, Step.DELOAD})


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day of the coming week, and `what` it is meant for."""

    day: date
    what: str
    is_today: bool

    @property
    def word(self) -> str:
        return DAYS[self.what]


@dataclass(frozen=True, slots=True)
class News:
    """Why the doses of these exercises are others than last time."""

    names: str
    because: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """Everything that the page of today shows. `news` tells why doses are others than last time, what
    holds for several exercises once; `reasons` are those of the day, the first being what it is
    about; `review` is the week of a look back that is due, or was within seven days."""

    answer: Today
    first: Told
    reasons: tuple[Told, ...]
    rows: tuple[Row, ...]
    news: tuple[News, ...]
    waits: tuple[Row, ...]
    left_out: tuple[Row, ...]
    offers: tuple[Told, ...]
    ahead: tuple[Ahead, ...]
    running: Running
    morning: MorningCheckIn | None
    minutes: int | None
    wish: Wish
    sessions: int
    is_shorter: bool
    review: int | None


def day_page(here: Here, wish: Wish) -> DayPage:
    """The page of today."""
    library, unit = here.library, person(here.history).weight_unit
    answer = today(here.history, library, here.day, wish)
    first, *others = told(answer.because, library)
    plan = answer.plan or current_plan(here.history, here.day)
    shape = None if plan is None else next((each for each in plan.sessions if each.id == answer.shape), None)
    last = {
        item.exercise: item.dose
        for fact in here.history.of(DecisionShown)
        if fact.day < here.day
        for item in fact.whole or fact.items
    }
    new = [item for item in answer.items if item.step in NEWS]
    before = {item.exercise: last[item.exercise] for item in new if item.exercise in last}
    return DayPage(
        answer=answer,
        first=first,
        reasons=tuple(others),
        rows=tuple(row(item, library, unit, before.get(item.exercise)) for item in answer.items),
        news=_news(new, library),
        waits=rows(answer.waits, library, unit),
        left_out=rows(answer.left_out, library, unit),
        offers=told((each.reason for each in answer.offers), library),
        ahead=_ahead(here, answer),
        running=running_of(here, lambda: answer),
        morning=_told_last(here),
        minutes=None if shape is None else round(shape.minutes),
        wish=wish,
        sessions=sum(each.ended == "finished" for each in here.history.of(SessionDone)),
        is_shorter=answer.short != "no",
        review=review_of_the_week(here.history, library, here.day),
    )


def _news(items: Sequence[ShownItem], library: Library) -> tuple[News, ...]:
    told_of = ((name_of(item.exercise, library), item.because) for item in items)
    return tuple(
        News(", ".join(names), told(reasons, library)) for reasons, names in together(told_of, library)
    )


def _told_last(here: Here) -> MorningCheckIn | None:
    """This morning; of several that were told for one day the last counts."""
    return next(reversed(here.history.on(MorningCheckIn, here.day)), None)


def _ahead(here: Here, answer: Today) -> tuple[Ahead, ...]:
    """Today and the six days after it, as the core answers for each when every session before it is done."""
    plan = answer.plan or current_plan(here.history, here.day)
    if plan is None or answer.action not in ("train", "rest"):
        return ()
    training = {each.day for each in sessions_ahead(answer, here.history, here.library, AHEAD)}
    days = (here.day + timedelta(days=nth) for nth in range(AHEAD))
    done = bool(here.history.on(SetDone, here.day))
    return tuple(
        Ahead(
            day,
            "done" if done and day == here.day else "train" if day in training else "rest",
            day == here.day,
        )
        for day in days
    )
