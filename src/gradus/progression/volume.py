"""One more set: for as many exercises at a time as keep the week's sets within the cap, never for one whose
dose rises in the same session anyway by load, band or rung."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gradus.progression.around import Around, Course, Next
from gradus.progression.doses import WHOLE
from gradus.progression.occasions import Occasion
from gradus.progression.raising import is_success
from gradus.progression.telling import told
from gradus.vocabulary.reasons import Decision
from gradus.vocabulary.scales import Pattern, Step

TWO = 2
"""Weeks that are held against each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the session to be, with what was decided for it."""

    course: Course
    decision: Decision[Next]
    goal: int


def with_sets(
    places: Sequence[Place], shape: str, occasions: Sequence[Occasion], around: Around
) -> tuple[Place, ...]:
    """The places with a set more where it is earned and fits: those with the fewest sets first, then in the
    order of the session. The rise that it replaces waits."""
    room = sets_to_add(sum(_sets(place) for place in places), shape, occasions, around)
    earned = [nth for nth, place in enumerate(places) if _earns(place, occasions, around)]
    chosen = set(sorted(earned, key=lambda nth: (_last_sets(places[nth]), nth))[: max(0, room)])
    return tuple(_one_more(place, around) if nth in chosen else place for nth, place in enumerate(places))


def sets_to_add(prescribed: int, shape: str, occasions: Sequence[Occasion], around: Around) -> int:
    """How many sets a session of so many may grow: neither the week that ends with it nor the session itself
    may grow by more than the cap, against the week before and the same session at least a week of sessions
    ago. None before there is such a week."""
    week = around.plan.sessions_a_week
    if len(occasions) < TWO * week - 1:
        return 0
    cap = WHOLE + around.library.raises.weekly_volume_cap.value
    counts = [_shown_sets(each) for each in occasions[-(TWO * week - 1) :]]
    before, now = counts[:week], counts[week:]
    earlier = occasions[: len(occasions) - (week - 1)]
    same = next((_shown_sets(each) for each in reversed(earlier) if each.shape == shape), 0)
    by_week = int(sum(before) * cap // WHOLE) - sum(now)
    return min(by_week, int(same * cap // WHOLE)) - prescribed


def _shown_sets(occasion: Occasion) -> int:
    return sum(item.dose.sets for item in occasion.items or ())


def _earns(place: Place, occasions: Sequence[Occasion], around: Around) -> bool:
    """Whether the newest turn was a success in the same exercise with the same sets for the weeks that a set
    waits, and the morning after is known to be no worse."""
    if not place.course.turns or not _may_take_a_set(place):
        return False
    last = place.course.turns[-1]
    waited = int(around.library.raises.weeks_before_a_set.value) * around.plan.sessions_a_week
    if len(occasions) < waited or last.dose.sets >= place.goal or last.exercise.pattern is Pattern.WALK:
        return False
    first_day = occasions[-waited].day
    long_enough = place.course.turns[0].day <= first_day
    lately = [turn for turn in place.course.turns if turn.day >= first_day]
    steady = all(turn.exercise.id == last.exercise.id and turn.dose.sets == last.dose.sets for turn in lately)
    return long_enough and steady and around.settled(last) is True and is_success(last, around)


def _may_take_a_set(place: Place) -> bool:
    """Whether the place rises by amount only, or stays at its top once; nothing lowered it or swapped it."""
    what = place.decision.what
    last = place.course.turns[-1]
    same = what.exercise.id == last.exercise.id
    held = what.dose.load_kg == last.dose.load_kg and what.dose.band == last.dose.band
    rules = {reason.rule for reason in place.decision.because}
    return (
        same and held and bool(rules & {"a-little-more", "top-once", "stays-at-the-top"}) and len(rules) == 1
    )


def _one_more(place: Place, around: Around) -> Place:
    last = place.course.turns[-1]
    dose = replace(last.dose, sets=last.dose.sets + 1)
    says = around.reason("one-more-set", dose=told(dose))
    what = Next(exercise=last.exercise, dose=dose, step=Step.PROGRESS)
    return replace(place, decision=Decision(what, (says,)))


def _sets(place: Place) -> int:
    return place.decision.what.dose.sets if place.decision.what.is_done else 0


def _last_sets(place: Place) -> int:
    return place.course.turns[-1].dose.sets
