"""Why an exercise is in the week, why a place is empty, and what is to be said of the week."""

from collections.abc import Iterator, Mapping

from gradus.library.library import Library
from gradus.planning.barriers import Setting
from gradus.planning.build import Week, cost_of
from gradus.planning.doses import tested_by
from gradus.planning.habits import walks_enough
from gradus.planning.model import Solution
from gradus.planning.places import Choice, Place
from gradus.planning.rungs import Ground
from gradus.planning.stand_ins import why_not_named
from gradus.planning.week import sessions_a_week, shares_days
from gradus.planning.words import CAUTIONS, EQUIPMENT, PATTERNS, POSITIONS, listed
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import DoseKind, Equipment, Irritability, Pattern, Position


def item_reasons(choice: Choice, place: Place, found: Setting, week: Week) -> tuple[Reason, ...]:
    """What speaks for this exercise in this place, and for the dose it begins with; never empty."""
    reasons = [_first_reason(choice, place, found, week.library)]
    reasons += _rung_reasons(choice, place, found, week.library)
    reasons += _wish_reasons(choice, place, found, week.library)
    reasons += _dose_reasons(choice, found, week.library)
    return tuple(reasons)


def _first_reason(choice: Choice, place: Place, found: Setting, library: Library) -> Reason:
    """What the place is, and whose choice it was."""
    name, what = choice.exercise.en.name, place_words(place, library)
    if not place.fixed:
        return library.reason(RuleId("fits-the-slot"), exercise=name, place=what)
    if choice.exercise.id == place.slot.exercise:
        return library.reason(RuleId("fixed-by-programme"), exercise=name)
    if not choice.stands_in:
        return library.reason(RuleId("keeps-your-step"), exercise=name, named=what)
    why = why_not_named(place.slot, found)[0].reason
    told = library.reason(RuleId("stands-in"), exercise=name, named=what, why=why.says)
    return Reason(told.rule, told.says, (*told.cites, *why.cites))


def empty_reasons(place: Place, week: Week) -> tuple[Reason, ...]:
    """Why nothing fills the place: limits that stand, or what the person would need."""
    what = place_words(place, week.library)
    if not place.choices:
        told = week.library.reason(RuleId("slot-left-empty"), place=what)
        return (told, *firm_reasons(place))
    cheapest = min(place.choices, key=lambda choice: (_cost(choice, week.library), choice.exercise.id))
    needs = missing_words(cheapest.missing)
    return (week.library.reason(RuleId("slot-empty-for-now"), place=what, change=needs),)


def week_notes(found: Setting, week: Week, solution: Solution, swapped: int) -> tuple[Reason, ...]:
    """What holds for the whole week, in which so many exercises stand in for what the programme names."""
    return (*_of_the_programme(found, week, swapped), *_notes(found, week, solution))


def firm_reasons(place: Place) -> tuple[Reason, ...]:
    """What stands against the exercises of the place and cannot be changed, each reason once."""
    every = (each for _, barriers in place.barred for each in barriers)
    return tuple(dict.fromkeys(each.reason for each in every if each.frees is None))


def place_words(place: Place, library: Library) -> str:
    """What the place is for."""
    if place.slot.exercise is not None:
        return library.exercises[place.slot.exercise].en.name
    return listed([PATTERNS[pattern] for pattern in place.slot.patterns], "or")


def missing_words(missing: frozenset[Equipment | Position]) -> str:
    """Things and positions as a sentence lists them, in the order of their names."""
    return listed(
        [EQUIPMENT[each] if isinstance(each, Equipment) else POSITIONS[each] for each in sorted(missing)]
    )


def _cost(choice: Choice, library: Library) -> int:
    return sum(cost_of(each, library) for each in choice.missing)


RUNGS: Mapping[Ground, RuleId] = {
    Ground.EASIER: RuleId("easier-step-that-fits"),
    Ground.LIGHT: RuleId("light-step-instead"),
    Ground.FIRST: RuleId("start-easy-without-a-test"),
    Ground.EARNED: RuleId("earned-at-last"),
}


def _rung_reasons(choice: Choice, place: Place, found: Setting, library: Library) -> Iterator[Reason]:
    """Why this step of its ladder; nothing where there is no ladder, or "kept" says it all."""
    exercise = choice.exercise
    if place.fixed or exercise.ladder == "alone":
        return
    ground = found.grounds[exercise.id]
    if ground is Ground.TESTED and exercise.entry is not None:
        measure = library.measures[exercise.entry.measure]
        yield library.reason(
            RuleId("right-rung-by-test"),
            measure=measure.title,
            score=f"{found.request.scores[measure.id]:g}",
            bar=f"{exercise.entry.at_least.value:g}",
        )
    elif ground in RUNGS:
        yield library.reason(RUNGS[ground], exercise=exercise.en.name)


def _wish_reasons(choice: Choice, place: Place, found: Setting, library: Library) -> Iterator[Reason]:
    name, held = choice.exercise.en.name, choice.wishes
    if "kept" in held:
        yield library.reason(RuleId("kept-from-before"), exercise=name)
    if "liked" in held:
        yield library.reason(RuleId("liked"), exercise=name)
    if "serves_a_goal" in held:
        pattern = PATTERNS[choice.exercise.pattern]
        yield library.reason(RuleId("serves-your-goal"), exercise=name, pattern=pattern)
    if "basic" in held and "kept" not in held and not place.fixed:
        yield library.reason(RuleId("plain-to-begin-with"), exercise=name)
    if "loadable" in held:
        yield library.reason(RuleId("can-grow-with-you"), exercise=name)
    yield from _provoking(choice, place, found, library)


def _provoking(choice: Choice, place: Place, found: Setting, library: Library) -> Iterator[Reason]:
    provoked = set(found.request.person.provoked_by or ())
    own = provoked & set(choice.exercise.cautions)
    others = {each for other in place.free for each in other.exercise.cautions} & provoked
    told = own or others
    if told:
        rule = "provokes-but-nothing-better" if own else "moved-away-from-what-provokes"
        words = listed([CAUTIONS[each] for each in sorted(told)])
        yield library.reason(RuleId(rule), exercise=choice.exercise.en.name, provoked=words)


def _dose_reasons(choice: Choice, found: Setting, library: Library) -> Iterator[Reason]:
    start = choice.start
    yield from _begins_higher(choice, found, library)
    if start.dose.sets < start.sets_goal:
        yield library.reason(RuleId("sets-one-at-a-time"), sets=start.dose.sets, goal=start.sets_goal)
    irritable = found.request.irritability is not Irritability.LOW
    if irritable and start.dose.reserve is not None:
        yield library.reason(RuleId("more-in-hand-while-irritable"), reserve=start.dose.reserve)
    if start.limited:
        yield library.reason(RuleId("limit-shapes-the-dose"))
    if found.request.cleared.limits.asks_support(choice.exercise):
        yield library.reason(RuleId("support-at-hand"))


def _begins_higher(choice: Choice, found: Setting, library: Library) -> Iterator[Reason]:
    """That a hold does not begin at the bottom of its range, because a test showed more."""
    exercise, dose = choice.exercise, choice.start.dose
    measure = tested_by(exercise, library)
    begins = dose.kind is DoseKind.TIME and exercise.id not in found.request.current
    if measure is None or measure not in found.request.scores:
        return
    if begins and dose.amount > dose.low:
        words = {"measure": library.measures[measure].title, "amount": dose.amount}
        yield library.reason(RuleId("half-of-the-test"), score=f"{found.request.scores[measure]:g}", **words)


def _of_the_programme(found: Setting, week: Week, swapped: int) -> Iterator[Reason]:
    """How far the week is from the programme as it was tested."""
    named = sum(1 for place in week.places if place.fixed)
    empty = sum(1 for place in week.places if place.fixed and not place.free and not place.slot.optional)
    if found.request.programme.kind == "published" and swapped + empty:
        yield week.library.reason(RuleId("not-all-as-tested"), changed=swapped + empty, named=named)


def _notes(found: Setting, week: Week, solution: Solution) -> Iterator[Reason]:
    library = week.library
    if found.calm is not None:
        yield library.reason(RuleId("calm-week"), phase=week.phase.title)
    walks = any(place.slot.optional and set(place.slot.patterns) == {Pattern.WALK} for place in week.places)
    if walks and (why := walks_enough(found.request, library)) is not None:
        yield why
    if found.request.brief:
        yield library.reason(RuleId("brief-week"), minutes=week.minutes)
    meant = sessions_a_week(week.phase, found.request.person)
    if meant > week.phase.sessions_per_week.value:
        yield library.reason(RuleId("three-a-week"), sessions=meant)
    if len(week.days) < meant:
        yield library.reason(RuleId("fewer-days-than-meant"), days=len(week.days), meant=meant)
    if shares_days(week.phase):
        shared = sorted({day for day in week.days if week.days.count(day) > 1}, key=lambda day: day.number)
        days = listed([day.capitalize() for day in shared])
        yield library.reason(RuleId("two-on-a-day"), days=days, needed=len(set(week.days)))
    if not solution.proven:
        gap = int(solution.bound - solution.objective)
        yield library.reason(RuleId("not-proven"), gap=gap)
