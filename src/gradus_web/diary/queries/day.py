"""The day as a page: what to do, why, what changed, and the days ahead."""

from dataclasses import dataclass
from datetime import date, timedelta

from gradus.journey.plans import current_plan
from gradus.journey.shorter import Wish
from gradus.journey.today import Today, today
from gradus.record.facts import DecisionShown, MorningCheckIn, SessionDone
from gradus.record.person import person
from gradus.vocabulary.scales import Step
from gradus_web.diary.queries.session import Running, running
from gradus_web.diary.words import Row, Told, rows, told
from gradus_web.people.doors import Here

AHEAD = 7
NEWS = frozenset({Step.PROGRESS, Step.REGRESS, Step.SWAP, Step.DELOAD})


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day of the coming week: `what` it is meant for, as the plan says or as the core answers."""

    day: date
    what: str
    title: str
    is_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """Everything that the page of today shows. `changed` are the exercises whose dose is another than last
    time; `reasons` are those of the day, the first being what it is about."""

    answer: Today
    first: Told
    reasons: tuple[Told, ...]
    rows: tuple[Row, ...]
    changed: tuple[Row, ...]
    fresh: int
    waits: tuple[Row, ...]
    left_out: tuple[Row, ...]
    offers: tuple[str, ...]
    ahead: tuple[Ahead, ...]
    running: Running
    morning: int | None
    minutes: int | None
    wish: Wish
    sessions: int
    is_shorter: bool


def day_page(here: Here, wish: Wish) -> DayPage:
    """The page of today."""
    library, unit = here.library, person(here.history).weight_unit
    answer = today(here.history, library, here.day, wish)
    first, *others = told(answer.because, library)
    every = rows(answer.items, library, unit)
    plan = answer.plan or current_plan(here.history, here.day)
    shape = None if plan is None else next((each for each in plan.sessions if each.id == answer.shape), None)
    known = {
        item.exercise for fact in here.history.of(DecisionShown) if fact.day < here.day for item in fact.items
    }
    news = {item.exercise for item in answer.items if item.step in NEWS}
    return DayPage(
        answer=answer,
        first=first,
        reasons=tuple(others),
        rows=every,
        changed=tuple(each for each in every if each.exercise in news),
        fresh=sum(item.exercise not in known for item in answer.items),
        waits=rows(answer.waits, library, unit),
        left_out=rows(answer.left_out, library, unit),
        offers=tuple(each.reason.says for each in answer.offers),
        ahead=_ahead(here, answer),
        running=running(here, wish),
        morning=next(
            (each.pain_0_10 for each in here.history.of(MorningCheckIn) if each.day == here.day), None
        ),
        minutes=None if shape is None else round(shape.minutes),
        wish=wish,
        sessions=sum(each.ended == "finished" for each in here.history.of(SessionDone)),
        is_shorter=answer.short != "no",
    )


def _ahead(here: Here, answer: Today) -> tuple[Ahead, ...]:
    """Today and the six days after it. Days with a weekday of the plan are told as planned; the core answers
    for today, and for the next training day."""
    plan = answer.plan or current_plan(here.history, here.day)
    if plan is None or answer.action not in ("train", "rest"):
        return ()
    named = {session.day.number: session.title for session in plan.sessions if session.day is not None}
    days = []
    for nth in range(AHEAD):
        day = here.day + timedelta(days=nth)
        planned = named.get(day.weekday())
        if nth == 0:
            trains = answer.action == "train"
        elif answer.next_on is not None and day <= answer.next_on:
            trains = day == answer.next_on
        else:
            trains = planned is not None
        days.append(Ahead(day, "train" if trains else "rest", planned or "", nth == 0))
    return tuple(days)
