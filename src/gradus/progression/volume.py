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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the session to be, with what was decided for it."""

    course: Course
    decision: Decision[Next]
    goal: int


def with_sets(places: Sequence[Place], occasions: Sequence[Occasion], around: Around) -> tuple[Place, ...]:
    """The places with a set more where it is earned and fits: those with the fewest sets first, then in the
    order of the session. The rise that it replaces waits."""
    room = sets_to_add(sum(_sets(place) for place in places), occasions, around)
    earned = [nth for nth, place in enumerate(places) if _earns(place, occasions, around)]
    chosen = set(sorted(earned, key=lambda nth: (_last_sets(places[nth]), nth))[: max(0, room)])
    return tuple(_one_more(place, around) if nth in chosen else place for nth, place in enumerate(places))


def sets_to_add(prescribed: int, occasions: Sequence[Occasion], around: Around) -> int:
    """How many sets a session of so many may grow, so that the sets of the last sessions, as many as a week
    has and this one with them, stay within the cap over the week of sessions before. None before two weeks'
    worth of sessions were done."""
    week = around.plan.sessions_a_week
    counts = [sum(item.dose.sets for item in each.items or ()) for each in occasions]
    if len(counts) < 2 * week - 1:
        return 0
    now = counts[len(counts) - (week - 1) :] if week > 1 else []
    before = counts[len(counts) - (2 * week - 1) : len(counts) - (week - 1)]
    cap = WHOLE + around.library.raises.weekly_volume_cap.value
    return int(sum(before) * cap // WHOLE) - sum(now) - prescribed


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
