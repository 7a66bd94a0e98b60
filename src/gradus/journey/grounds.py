"""What a dose rests on: what was asked and done before, how it felt, and how the mornings were. It is drawn
from the record as it was told, so that somebody else can judge the same decision from the same facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gradus.library.library import Library
from gradus.planning.irritability import irritability
from gradus.progression.flare import episodes
from gradus.progression.judging import DAY, Mornings
from gradus.progression.occasions import last_trained
from gradus.record.facts import DecisionShown, MorningCheckIn, PlanMade, SessionDone, SetDone
from gradus.record.history import History
from gradus.record.parts import ShownItem
from gradus.record.person import person
from gradus.screening.outcome import screen
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, LimitId, RuleId
from gradus.vocabulary.scales import Irritability


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """The pain told for a morning, 0 to 10, and what was usual before it; None without enough mornings."""

    day: date
    pain: int
    usual: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An earlier session of the exercise, or of the one in whose place it came: the dose that was shown,
    every set as it was told, the pain after the session, and the morning after. None is what was not told."""

    exercise: ExerciseId
    day: date
    asked: Dose | None
    sets: tuple[SetDone, ...]
    pain_after: int | None
    morning: Morning | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flared:
    """A flare, with what was usual before it: the way back from it is measured against that."""

    began: date
    over: date | None
    usual: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What stood before a decision of a day. `before` are the newest sessions of the exercise, as many as the
    rule of pain looks back at, newest first; `morning` is the latest one told; `days_off` are the days since
    anything was trained; `flare` is the latest within the days that flares are looked back at; `limits` are
    those of the safety screen, each with the rules that brought it."""

    before: tuple[Before, ...]
    irritability: Irritability
    morning: Morning | None
    days_off: int | None
    flare: Flared | None
    limits: Mapping[LimitId, tuple[RuleId, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an item was shown, or would be: on which day, in which session of which plan."""

    day: date
    plan: PlanMade | None
    shape: str | None


def grounds(history: History, library: Library, item: ShownItem, place: Place) -> Grounds:
    """The grounds of an item at its place."""
    day = place.day
    who = person(history)
    told = tuple(fact for fact in history.of(MorningCheckIn) if fact.day <= day)
    mornings = Mornings.of(told, library, who.usual_pain_0_10)
    trained = last_trained(history, day)
    latest = mornings.last_day()
    cleared = screen(history, library, day).cleared
    return Grounds(
        before=tuple(_before(history, mornings, item, place))[: int(library.pain.sessions_looked_back.value)],
        irritability=irritability(who, library).what,
        morning=None if latest is None else _morning(mornings, latest),
        days_off=None if trained is None else (day - trained).days,
        flare=_flare(history, mornings, day),
        limits={} if cleared is None else cleared.limits.because,
    )


def _before(history: History, mornings: Mornings, item: ShownItem, place: Place) -> Iterator[Before]:
    names = {item.exercise, *_in_the_place(history, item, place)}
    ended = {fact.session: fact.pain_after_0_10 for fact in history.of(SessionDone)}
    sessions: dict[tuple[FactId, ExerciseId], list[SetDone]] = {}
    for fact in history.of(SetDone):
        if fact.exercise in names and fact.day < place.day:
            sessions.setdefault((fact.session, fact.exercise), []).append(fact)
    for (session, exercise), sets in sorted(sessions.items(), key=lambda each: each[1][0].day, reverse=True):
        when = sets[0].day
        yield Before(
            exercise=exercise,
            day=when,
            asked=_asked(history, exercise, when),
            sets=tuple(sets),
            pain_after=ended.get(session),
            morning=_morning(mornings, when + DAY),
        )


def _in_the_place(history: History, item: ShownItem, place: Place) -> Iterator[ExerciseId]:
    """The exercise that stood in the same place of the plan when it was shown last. An exercise that stands
    in several sessions of a plan has one course in them all."""
    slots = _slots(item, place)
    for fact in reversed(history.of(DecisionShown)):
        if place.plan is None or fact.plan != place.plan.id or fact.day >= place.day:
            continue
        if (was := next((one for one in fact.items if (fact.shape, one.slot) in slots), None)) is not None:
            yield was.exercise
            return


def _slots(item: ShownItem, place: Place) -> set[tuple[str | None, str]]:
    """Each session and slot in which the plan has the exercise of this place."""
    sessions = () if place.plan is None else place.plan.sessions
    every = [(session.id, each) for session in sessions for each in session.items]
    here = [each.exercise for shape, each in every if (shape, each.slot) == (place.shape, item.slot)]
    return {(shape, each.slot) for shape, each in every if each.exercise in here}


def _asked(history: History, exercise: ExerciseId, day: date) -> Dose | None:
    shown = (fact for fact in reversed(history.of(DecisionShown)) if fact.day == day)
    return next((item.dose for fact in shown for item in fact.items if item.exercise == exercise), None)


def _morning(mornings: Mornings, day: date) -> Morning | None:
    pain = mornings.pain(day)
    return None if pain is None else Morning(day=day, pain=pain, usual=mornings.usual(day))


def _flare(history: History, mornings: Mornings, day: date) -> Flared | None:
    recent = mornings.library.flare.flares_looked_back.value
    found = [each for each in episodes(history, day) if (day - each.began).days < recent]
    if not found:
        return None
    return Flared(began=found[-1].began, over=found[-1].over, usual=mornings.usual(found[-1].began))
