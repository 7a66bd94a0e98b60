"""The course of an exercise: each time that it was shown, what was asked and why, and what was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gradus.progression.occasions import standing
from gradus.record.facts import DecisionShown, SessionDone, SetDone
from gradus.record.history import History
from gradus.record.parts import ShownItem, ShownReason
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import DoseKind, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """A day on which the exercise was shown. `dose` is what was asked for, of a session made shorter for the
    day (`short`) what the whole one would have asked; `step` and `because` tell how it came to that. `amount`
    is what was done in all its sets, in the unit of the dose and of the weaker side; None where nothing was.
    `load_kg` is the least load of those sets, `pain` the worst during them; None where it was not told."""

    day: date
    dose: Dose
    step: Step
    because: tuple[ShownReason, ...]
    short: bool
    sets: int
    amount: float | None
    load_kg: float | None
    pain: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Showings that follow each other for the same rule and step: the reason is told once."""

    showings: tuple[Showing, ...]

    @property
    def first(self) -> Showing:
        return self.showings[0]

    @property
    def last(self) -> Showing:
        return self.showings[-1]


def courses(history: History, day: date) -> dict[ExerciseId, tuple[Showing, ...]]:
    """Every exercise that was shown up to that day, in the order in which they came, each with its course,
    oldest first."""
    promises: dict[tuple[date, str | None], list[DecisionShown]] = {}
    for fact in history.of(DecisionShown):
        if fact.day <= day and fact.items:
            promises.setdefault((fact.day, fact.shape), []).append(fact)
    done = _done(history, day)
    found: dict[ExerciseId, list[Showing]] = {}
    for (when, shape), several in promises.items():
        shown = standing(several) or several[0]
        for item in shown.items:
            sets = [*done.pop((when, shape, item.exercise), ()), *done.pop((when, None, item.exercise), ())]
            now = _showing(when, _usual(shown, item), sets, short=shown.short != "no")
            found.setdefault(item.exercise, []).append(now)
    return {exercise: tuple(showings) for exercise, showings in found.items()}


def stretches(course: Sequence[Showing]) -> tuple[Stretch, ...]:
    """The course cut where its step or its rules change."""
    cut: list[list[Showing]] = []
    for each in course:
        if cut and _why(cut[-1][-1]) == _why(each):
            cut[-1].append(each)
        else:
            cut.append([each])
    return tuple(Stretch(showings=tuple(each)) for each in cut)


def _why(showing: Showing) -> tuple[Step, frozenset[str]]:
    return showing.step, frozenset(reason.rule for reason in showing.because)


Done = dict[tuple[date, str | None, ExerciseId], list[SetDone]]


def _done(history: History, day: date) -> Done:
    """The sets by day, session of the plan and exercise; those after midnight are of the day before."""
    shapes = {fact.session: fact.shape for fact in history.of(SessionDone)}
    first: dict[FactId, date] = {}
    found: Done = {}
    for fact in history.of(SetDone):
        if fact.day <= day:
            when = first.setdefault(fact.session, fact.day)
            found.setdefault((when, shapes.get(fact.session), fact.exercise), []).append(fact)
    return found


def _usual(shown: DecisionShown, item: ShownItem) -> ShownItem:
    """The item as the whole session would have had it."""
    whole = (each for each in shown.whole if (each.slot, each.exercise) == (item.slot, item.exercise))
    return next(whole, item)


def _showing(day: date, item: ShownItem, sets: Sequence[SetDone], *, short: bool) -> Showing:
    return Showing(
        day=day,
        dose=item.dose,
        step=item.step,
        because=item.because,
        short=short,
        sets=len({fact.nth for fact in sets}),
        amount=_amount(sets, item.dose.kind) if sets else None,
        load_kg=_least(fact.load_kg for fact in sets),
        pain=max((fact.pain_0_10 for fact in sets if fact.pain_0_10 is not None), default=None),
    )


def _amount(sets: Sequence[SetDone], kind: DoseKind) -> float:
    """All sets together; of a set that was done on both sides the lesser one."""
    weaker: dict[int, float] = {}
    for fact in sets:
        told = _counted(fact, kind)
        weaker[fact.nth] = min(weaker.get(fact.nth, told), told)
    return sum(weaker.values())


def _counted(fact: SetDone, kind: DoseKind) -> float:
    told = {DoseKind.REPS: fact.reps, DoseKind.TIME: fact.seconds, DoseKind.DISTANCE: fact.metres}
    return told[kind] or 0.0


def _least(loads: Iterable[float | None]) -> float | None:
    return min((each for each in loads if each is not None), default=None)
