"""The signs of tiredness that a lighter week answers, each with its sentence. What was not told is none."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from gradus.measures.adherence import adherence
from gradus.progression.around import Around
from gradus.progression.bearing import fell_short
from gradus.progression.courses import course_of
from gradus.progression.judging import DAY
from gradus.progression.occasions import Occasion, Sets, last_trained, trained_on
from gradus.progression.turns import Turn
from gradus.record.facts import MorningCheckIn, Pause, PlanMade
from gradus.record.history import History
from gradus.record.parts import PlanItem
from gradus.record.person import Person
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.kept import Kept
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.week import WEEK


def signs(history: History, done: tuple[Occasion, ...], around: Around) -> tuple[Reason, ...]:
    """The signs that hold on the day. Those that take longest to find are looked for only where they could
    still make up the number."""
    found = [sign for sign in (_tired(around), _sore(around), _missed(history, around)) if sign is not None]
    possible = (_less_left, _missed_in_a_row) if _any_missed(done, around) else (_less_left,)
    if len(found) + len(possible) < around.library.deload.signs_needed.value:
        return tuple(found)
    courses = _lately(done, around)
    last = (sign for find in possible if (sign := find(courses, around)) is not None)
    return (*last, *found)


def _any_missed(done: tuple[Occasion, ...], around: Around) -> bool:
    """Whether anything was missed in the last week of sessions: quickly seen, and mostly not so."""
    for each in done[-around.plan.sessions_a_week :]:
        sets = around.log.of(each.id, each.day)
        kept = Kept() if each.asked is None else around.judge.kept
        if kept.of(_missed_in, each, sets, around.person):
            return True
    return False


def _missed_in(occasion: Occasion, sets: Sets, person: Person) -> bool:
    """Whether anything of that session was missed."""
    return any(
        fell_short(item.dose, sets.get(item.exercise, ()), person.bands or ())
        for item in occasion.items or ()
    )


def _lately(done: tuple[Occasion, ...], around: Around) -> list[tuple[Turn, ...]]:
    """The whole turns of each exercise of the plan that was done in the last week of sessions."""
    recent = {occasion.id for occasion in done[-around.plan.sessions_a_week :]}
    items: dict[str, PlanItem] = {
        item.exercise: item for session in around.plan.sessions for item in session.items
    }
    every = (
        tuple(turn for turn in course_of(item, done, around).turns if turn.whole) for item in items.values()
    )
    return [turns for turns in every if turns and turns[-1].session in recent]


def _less_left(courses: Sequence[tuple[Turn, ...]], around: Around) -> Reason | None:
    """Less in reserve from session to session in one exercise that was done lately, at the same load and with
    nothing added."""
    falls = int(around.library.deload.reserve_falls_for.value)
    for turns in courses:
        newest = turns[-(falls + 1) :]
        if len(newest) > falls and all(_falls(before, after) for before, after in pairwise(newest)):
            return around.reason("less-left-in-hand", exercise=newest[-1].exercise.en.name)
    return None


def _missed_in_a_row(courses: Sequence[tuple[Turn, ...]], around: Around) -> Reason | None:
    """What was asked for is known to have been missed from session to session in one exercise that was done
    lately, at no more load and no more of it."""
    times = int(around.library.deload.misses_for.value)
    for turns in courses:
        newest = turns[-times:]
        short = all(turn.is_missed for turn in newest)
        if len(newest) == times and short and all(_no_more(*two) for two in pairwise(newest)):
            return around.reason("missed-in-a-row", exercise=newest[-1].exercise.en.name, times=times)
    return None


def _no_more(before: Turn, after: Turn) -> bool:
    """Whether the later turn asked for the same load and no more of it."""
    one, other = before.dose, after.dose
    same = before.exercise.id == after.exercise.id and (one.load_kg, one.band) == (other.load_kg, other.band)
    return same and other.sets <= one.sets and other.amount <= one.amount


def _falls(before: Turn, after: Turn) -> bool:
    """Whether the later turn left less in reserve, though it asked for the same load and no more of it."""
    if not _no_more(before, after):
        return False
    return before.kept is not None and after.kept is not None and after.kept < before.kept


def _tired(around: Around) -> Reason | None:
    """Poor sleep or tiredness on several mornings of the last days."""
    rules = around.library.deload
    within = int(rules.tired_within.value)
    last = {each.day: each for each in around.mornings.told}
    lately = [each for day, each in last.items() if (around.today - day).days < within]
    poor = sum(map(_is_poor, lately))
    if poor < rules.tired_mornings.value:
        return None
    return around.reason("nights-were-poor", mornings=poor, days=within)


def _is_poor(morning: MorningCheckIn) -> bool:
    return morning.sleep == "poor" or morning.tired is True


def _sore(around: Around) -> Reason | None:
    """Every one of the last mornings was above the baseline from before them. One that is missing, or no
    baseline, is no sign."""
    rules = around.library.deload
    days = int(rules.morning_rise_for.value)
    latest = around.mornings.last_day()
    if latest is None or latest < around.today - DAY:
        return None
    usual = around.mornings.usual(latest - timedelta(days=days - 1))
    if usual is None:
        return None
    worse = usual + rules.morning_rise.value
    pains = [around.mornings.pain(latest - timedelta(days=back)) for back in range(days)]
    if any(pain is None or pain < worse for pain in pains):
        return None
    return around.reason("mornings-a-little-worse", days=days)


def _missed(history: History, around: Around) -> Reason | None:
    """Too few of the sessions of the last weeks were done. A plan that is younger, and days of a pause, say
    nothing."""
    rules = around.library.deload
    weeks = int(rules.adherence_over.value)
    days = weeks * WEEK
    first = around.today - timedelta(days=days)
    if not any(plan.day <= first for plan in history.of(PlanMade)):
        return None
    trained = trained_on(history, first, shifted(around.today, -1))
    every = [first + timedelta(days=nth) for nth in range(days)] if history.of(Pause) else []
    away = sum(_is_away(day, history, first, trained) for day in every)
    planned = round(around.plan.sessions_a_week * (days - away) / WEEK)
    kept = adherence(planned, len(trained)).percent
    if kept is None or kept >= rules.adherence_below.value:
        return None
    return around.reason("sessions-were-missed", done=len(trained), planned=planned, weeks=weeks)


def _is_away(day: date, history: History, first: date, trained: frozenset[date]) -> bool:
    """Whether a pause covers the day. One with an open end lasts until something is trained."""
    return any(
        day <= pause.until if pause.until else _still(pause, day, history, first, trained)
        for pause in history.of(Pause)
        if pause.day <= day
    )


def _still(pause: Pause, day: date, history: History, first: date, trained: frozenset[date]) -> bool:
    earlier = last_trained(history, first)
    ended_before = earlier is not None and earlier > pause.day
    return not ended_before and not any(pause.day < each <= day for each in trained)
