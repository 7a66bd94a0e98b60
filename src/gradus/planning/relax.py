"""When no week fits: the limits that collide, and the smallest change that frees one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from gradus.library.types import Phase, Programme
from gradus.planning.barriers import Setting
from gradus.planning.build import Built, Week, build_giving_way, too_close
from gradus.planning.model import Solution, Unsolved
from gradus.planning.outdone import outdone
from gradus.planning.places import Choice, Place
from gradus.planning.reasons import firm_reasons, missing_words, place_words
from gradus.planning.request import NoPlan, Request
from gradus.planning.stand_ins import why_not_named
from gradus.planning.week import days_needed, days_of, shares_days
from gradus.planning.words import listed
from gradus.record.person import Person
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Equipment, Position, Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What would have to change."""

    days: tuple[Weekday, ...]
    missing: frozenset[Equipment | Position]
    minutes: int
    left_out: tuple[Place, ...]
    filled: tuple[Place, ...]
    """The places that could be filled only by what is missing."""


NOTHING_HELPS = "a talk with a clinician about your limits, or another programme"


def no_plan(found: Setting, week: Week, seconds: float) -> NoPlan:
    """Why nothing fits, and the cheapest change that frees it; limits of health have no price and stay."""
    if nothing_of_it_is_left(week, found.request.programme):
        named = [barrier.reason for place in week.places for barrier in why_not_named(place.slot, found)]
        return _no_way("nothing-is-left", named, week)
    way = min(_ways(found, week, seconds), key=lambda each: (each.cost(week), len(each.days)), default=None)
    if way is None:
        return _nothing_helps(week)
    change = _settled(way, week, seconds)
    return NoPlan(
        collide=tuple(dict.fromkeys(_collisions(change, found, week))),
        change=listed(_words(change, found, week)),
        freed=_freed(change, found.request),
    )


def nothing_of_it_is_left(week: Week, programme: Programme) -> bool:
    """Whether a published programme would be one in name only: it names every exercise itself, and health or
    positions forbid them all."""
    if programme.kind != "published" or not all(place.fixed for place in week.places):
        return False
    return not any(_its_own(choice) for place in week.places for choice in place.choices)


def _its_own(choice: Choice) -> bool:
    things = all(isinstance(each, Equipment) for each in choice.missing)
    return things and not choice.stands_in


def _nothing_helps(week: Week) -> NoPlan:
    """Where limits of health leave nothing, and where a programme asks for what its own days forbid."""
    told = [reason for place in week.places for reason in firm_reasons(place)]
    rule = "no-change-helps" if any(place.choices for place in week.places) else "nothing-is-left"
    return _no_way(rule, told, week)


def _no_way(rule: str, told: Iterable[Reason], week: Week) -> NoPlan:
    collide = (week.library.reason(RuleId(rule)), *dict.fromkeys(told))
    return NoPlan(collide=collide, change=NOTHING_HELPS, freed=None)


@dataclass(frozen=True, slots=True)
class Way:
    """The cheapest week for some added days."""

    days: tuple[Weekday, ...]
    built: Built
    best: Solution
    not_needed: frozenset[int]

    def cost(self, week: Week) -> int:
        return len(self.days) * week.library.planning.changes.day - self.best.objective


def _ways(found: Setting, week: Week, seconds: float) -> Iterator[Way]:
    """The cheapest way for each number of added days, until more days cannot help."""
    for more, close in _added_days(found, week):
        built = build_giving_way(replace(week, close=close))
        not_needed = outdone(week, built).for_the_best()
        best = built.model.solve(seconds, not_needed)
        if not isinstance(best, Unsolved):
            yield Way(more, built, best, not_needed)


def _settled(way: Way, week: Week, seconds: float) -> Change:
    """Of all changes that ask as little, the same on every machine: the first by what is gained, by what is
    left out, and by the places that hold nothing which was missing. What asks more than the whole change is
    no part of it."""
    built = way.built
    settled = (*built.gained.values(), *built.left_out.values(), *built.as_it_is.values())
    dear = {column for column in settled if built.model.points[column] < way.best.objective}
    closed = [way.not_needed | dear] * len(settled)
    solution = built.model.settle([[column] for column in settled], way.best, seconds, closed)
    return _read(built, solution, way, week)


def _added_days(
    found: Setting, week: Week
) -> Iterator[tuple[tuple[Weekday, ...], frozenset[tuple[int, int]]]]:
    """For none, one, two … days more: the best ones to add, and the pairs of sessions still too close."""
    person = found.request.person
    own = person.days
    others = [day for day in Weekday if own is not None and day not in own]
    for count in range(len(others) + 1):
        options = []
        for added in combinations(others, count):
            more = person if own is None else replace(person, days=(*own, *added))
            if days := days_of(week.phase, more):
                options.append((too_close(days, week.phase, week.library), added))
        if options:
            close, added = min(options, key=lambda option: len(option[0]))
            yield added, close
            if not close:
                return


def _read(built: Built, solution: Solution, way: Way, week: Week) -> Change:
    missing = frozenset(each for each, column in built.gained.items() if solution.chosen(column))
    longer = 0 if built.more_minutes is None else round(solution.values[built.more_minutes])
    filled = (week.places[n] for n, column in built.as_it_is.items() if not solution.chosen(column))
    return Change(
        days=way.days,
        missing=missing,
        minutes=longer,
        left_out=tuple(week.places[n] for n, column in built.left_out.items() if solution.chosen(column)),
        filled=tuple(filled),
    )


def _collisions(change: Change, found: Setting, week: Week) -> Iterator[Reason]:
    library, person = week.library, found.request.person
    for place in change.filled:
        yield from _standing(place, found)
    if change.minutes and week.minutes is not None:
        needed = week.minutes + change.minutes
        yield library.reason(RuleId("too-long"), minutes=week.minutes, needed=needed)
    if change.days:
        yield _why_more_days(person, week)
    for place in change.left_out:
        yield library.reason(RuleId("places-compete"), place=place_words(place, library))
        yield from _standing(place, found)


def _why_more_days(person: Person, week: Week) -> Reason:
    library = week.library
    if not person.days:
        return library.reason(RuleId("no-training-day"))
    if shares_days(week.phase) and not week.days:
        days, needed = len(set(person.days)), days_needed(week.phase)
        return library.reason(RuleId("too-few-days"), days=days, needed=needed)
    hours = f"{library.planning.hours_between_hard_hinges.value:g}"
    return library.reason(RuleId("hard-hinges-too-close"), hours=hours)


def _standing(place: Place, found: Setting) -> Iterator[Reason]:
    """What stands against the exercises of a place, but for the steps that are too hard in any case."""
    for exercise, barriers in place.barred:
        if place.fixed or exercise.id not in found.too_hard:
            yield from (each.reason for each in barriers)


def _words(change: Change, found: Setting, week: Week) -> list[str]:
    words = [missing_words(change.missing)] if change.missing else []
    if change.minutes:
        words.append(f"{change.minutes} more minute{'s' * (change.minutes > 1)} for a session")
    if change.days:
        more = "another" if found.request.person.days else "a"
        one = len(change.days) == 1
        words.append(f"{more} training day" if one else f"{len(change.days)} more training days")
    words += [f"leaving out {place_words(place, week.library)}" for place in change.left_out]
    return words


def _freed(change: Change, request: Request) -> Request:
    person = request.person
    things = tuple(sorted(each for each in change.missing if isinstance(each, Equipment)))
    taken = {each for each in change.missing if isinstance(each, Position)}
    freed = replace(
        person,
        equipment=(*(person.equipment or ()), *things),
        cannot_take=tuple(each for each in person.cannot_take or () if each not in taken),
        minutes=None if person.minutes is None else person.minutes + change.minutes,
        days=None if person.days is None else (*person.days, *change.days),
    )
    return replace(request, person=freed, phase=_without(request.phase, change.left_out))


def _without(phase: Phase, left_out: tuple[Place, ...]) -> Phase:
    """The phase with these places optional, so that they may stay empty."""
    gone = {place.where for place in left_out}
    sessions = tuple(
        replace(
            shape,
            slots=tuple(
                replace(slot, optional=slot.optional or (shape.id, slot.id) in gone) for slot in shape.slots
            ),
        )
        for shape in phase.sessions
    )
    return replace(phase, sessions=sessions)
