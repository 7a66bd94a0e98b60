"""From the places of a week to the integer programme that fills them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from gradus.library.library import Library
from gradus.library.types import Phase
from gradus.planning.barriers import CALM_PATTERNS, HARD_HINGES, Setting, most_high_rank
from gradus.planning.minutes import SECONDS_IN_A_MINUTE
from gradus.planning.model import Model, Term
from gradus.planning.places import Choice, Place, places
from gradus.planning.room import Chosen, within_minutes
from gradus.planning.rungs import below
from gradus.planning.week import close_pairs, days_of, is_day_before
from gradus.screening.limits import Limits
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Equipment, Position, Weekday

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What a week must obey. `days` are the days of its sessions, one for each in their own order, or fewer
    for sessions that take turns; `close` are the pairs of sessions too near each other for two hard hinges;
    `minutes` is None where the person named no limit."""

    phase: Phase
    places: tuple[Place, ...]
    days: tuple[Weekday, ...]
    close: frozenset[tuple[int, int]]
    minutes: int | None
    limits: Limits
    library: Library


def week_of(setting: Setting, library: Library) -> Week:
    """The week that the setting asks for."""
    phase, person = setting.request.phase, setting.request.person
    long_runs = person.long_run_on or ()
    days = days_of(phase, person)
    own_days = len(days) == len(phase.sessions)
    before_a_run = {nth for nth, day in enumerate(days) if own_days and is_day_before(day, long_runs)}
    return Week(
        phase=phase,
        places=places(setting, library, before_a_run),
        days=days,
        close=too_close(days, phase, library),
        minutes=person.minutes,
        limits=setting.request.cleared.limits,
        library=library,
    )


def too_close(days: tuple[Weekday, ...], phase: Phase, library: Library) -> frozenset[tuple[int, int]]:
    """The pairs of sessions that hard hinges may not share on these days."""
    return close_pairs(days, len(phase.sessions), library.planning.hours_between_hard_hinges.value)


@dataclass(slots=True, kw_only=True)
class Built:
    """The programme, and what its columns stand for. The last four stay empty unless limits may give way."""

    model: Model = field(default_factory=Model)
    chosen: dict[tuple[int, ExerciseId], int] = field(default_factory=dict)
    """By the place's number in the week and the exercise."""
    gained: dict[Equipment | Position, int] = field(default_factory=dict)
    left_out: dict[int, int] = field(default_factory=dict)
    as_it_is: dict[int, int] = field(default_factory=dict)
    """By the place's number: that it holds nothing which was missing."""
    more_minutes: int | None = None

    def of(self, place: int) -> list[int]:
        """The columns of one place, in order of exercise id."""
        return [column for (number, _), column in self.chosen.items() if number == place]


def build(week: Week) -> Built:
    """The programme for the best week: the points of every choice, under every limit."""
    built = Built()
    for number, choice in _numbered(week, every=False):
        built.chosen[number, choice.exercise.id] = built.model.column(choice.points)
    for number, place in enumerate(week.places):
        _sum(built, built.of(number), least=1 if place.must_be_filled else 0, most=1)
    _add_shared_rows(week, built)
    _reward_variety(week, built)
    return built


def build_giving_way(week: Week) -> Built:
    """The programme for the smallest change: it pays for each thing gained, each minute more and each place
    left out. Whatever a change opens must then be filled, as it would be for a person so changed."""
    built, costs = Built(), week.library.planning.changes
    for number, choice in _numbered(week, every=True):
        column = built.model.column()
        built.chosen[number, choice.exercise.id] = column
        for missing in sorted(choice.missing):
            if missing not in built.gained:
                built.gained[missing] = built.model.column(-cost_of(missing, week.library))
            built.model.row([(built.gained[missing], 1.0), (column, -1.0)], at_least=0.0)
    if week.minutes is not None:
        built.more_minutes = built.model.column(-costs.minute, upper=DAY_MINUTES)
    for number, place in enumerate(week.places):
        _sum(built, built.of(number), most=1)
        _tell_what_was_missing(number, place, built)
        _light_steps_wait(number, place, built, week.library)
        if not place.slot.optional and place.choices:
            built.left_out[number] = built.model.column(-costs.leave_out)
            _fill_what_is_opened(number, place, built)
    _add_shared_rows(week, built)
    return built


def cost_of(missing: Equipment | Position, library: Library) -> int:
    """How much it asks of a person, in points, to have this thing or take this position."""
    costs = library.planning.changes
    if isinstance(missing, Position):
        return costs.position
    return costs.at_hand if missing in costs.in_most_homes else costs.to_get


def _numbered(week: Week, *, every: bool) -> Iterator[tuple[int, Choice]]:
    for number, place in enumerate(week.places):
        for choice in place.choices if every else place.free:
            yield number, choice


def _sum(built: Built, columns: list[int], *, most: float, least: float = 0) -> None:
    built.model.row([(column, 1.0) for column in columns], at_least=least, at_most=most)


def _fill_what_is_opened(number: int, place: Place, built: Built) -> None:
    """The place is filled or left out as soon as one of its choices misses nothing any more; a place that
    the programme fixes as soon as things alone are missing."""
    filled = [(column, 1.0) for column in (*built.of(number), built.left_out[number])]
    for choice in place.choices:
        lasting = [each for each in choice.missing if not place.fixed or isinstance(each, Position)]
        missing: list[Term] = [(built.gained[each], -1.0) for each in lasting]
        built.model.row([*filled, *missing], at_least=1.0 - len(missing))


def _tell_what_was_missing(number: int, place: Place, built: Built) -> None:
    columns = [built.chosen[number, choice.exercise.id] for choice in place.choices if choice.missing]
    if columns:
        built.as_it_is[number] = built.model.column()
        _sum(built, [*columns, built.as_it_is[number]], least=1, most=1)


def _light_steps_wait(number: int, place: Place, built: Built, library: Library) -> None:
    """A light step is for those who can do none of the easier ones, and a stand-in for those who cannot take
    the position of what is named; a change that opens one of these closes it. Of what is named only the
    position counts: things can be got, and nothing stands in for want of them."""
    for choice in place.choices:
        easier = below(choice.exercise.id, library.exercises)
        for other in place.choices:
            named = choice.stands_in and not other.stands_in
            if named or (choice.light and other.exercise.id in easier):
                lasting = [each for each in other.missing if not named or isinstance(each, Position)]
                gained = [(built.gained[each], 1.0) for each in lasting]
                column = built.chosen[number, choice.exercise.id]
                built.model.row([(column, 1.0), *gained], at_most=len(gained))


def _add_shared_rows(week: Week, built: Built) -> None:
    for session in sorted({place.number for place in week.places}):
        chosen = [
            (place, choice, built.chosen[number, choice.exercise.id])
            for number, place in enumerate(week.places)
            for choice in place.choices
            if place.number == session and (number, choice.exercise.id) in built.chosen
        ]
        _hold_something(session, week, built)
        _nothing_twice(chosen, built)
        _few_of_high_rank(chosen, week, built)
        _within_minutes(chosen, week, built)
    _hinges_apart(week, built)


def _hold_something(session: int, week: Week, built: Built) -> None:
    """A session holds at least one of the exercises it is made for, however many places are empty; where
    nothing is to be had of those now, one of the others that is no walk and no easy movement."""
    numbers = [number for number, place in enumerate(week.places) if place.number == session]
    needed = [n for n in numbers if not week.places[n].slot.optional and week.places[n].choices]
    columns = [column for number in needed or numbers for column in built.of(number)]
    if not any(week.places[n].free for n in needed):
        columns += [built.chosen[each] for each in _training(numbers, week) if each[0] not in needed]
    built.model.row([(column, 1.0) for column in dict.fromkeys(columns)], at_least=1.0)


def _training(numbers: Iterable[int], week: Week) -> Iterator[tuple[int, ExerciseId]]:
    """The free choices of these places that train something."""
    for number in numbers:
        for choice in week.places[number].free:
            if choice.exercise.pattern not in CALM_PATTERNS:
                yield number, choice.exercise.id


def _nothing_twice(chosen: Chosen, built: Built) -> None:
    by_exercise: dict[ExerciseId, list[int]] = {}
    for _, choice, column in chosen:
        by_exercise.setdefault(choice.exercise.id, []).append(column)
    for columns in by_exercise.values():
        if len(columns) > 1:
            _sum(built, columns, most=1)


def _few_of_high_rank(chosen: Chosen, week: Week, built: Built) -> None:
    high = week.library.planning.high_rank_from.value
    columns = [column for _, choice, column in chosen if choice.exercise.lumbar_rank >= high]
    most = most_high_rank(week.phase, week.library)
    if len(columns) > most:
        _sum(built, columns, most=most)


def _within_minutes(chosen: Chosen, week: Week, built: Built) -> None:
    if week.minutes is not None:
        longer = [] if built.more_minutes is None else [(built.more_minutes, -float(SECONDS_IN_A_MINUTE))]
        within_minutes(chosen, built.model, week.minutes, (week.library.planning, week.limits), longer)


def _hinges_apart(week: Week, built: Built) -> None:
    """Of two places in sessions too close to each other, one at most holds a hard hinge."""
    hard: dict[int, list[list[Term]]] = {place.number: [] for place in week.places}
    for number, place in enumerate(week.places):
        held = [choice.exercise.id for choice in place.choices if is_hard_hinge(choice, week.library)]
        columns = [built.chosen[number, id_] for id_ in held if (number, id_) in built.chosen]
        hard[place.number].append([(column, 1.0) for column in columns])
    for one, other in sorted(week.close):
        for first, second in product(hard[one], hard[other]):
            if one == other:
                built.model.row(first, at_most=0.0)
            elif first and second:
                built.model.row([*first, *second], at_most=1.0)


def is_hard_hinge(choice: Choice, library: Library) -> bool:
    """A hinge or extension of high lumbar rank."""
    high = library.planning.high_rank_from.value
    return choice.exercise.pattern in HARD_HINGES and choice.exercise.lumbar_rank >= high


def _reward_variety(week: Week, built: Built) -> None:
    """A column for each exercise, worth its points when a place holds the exercise."""
    by_exercise: dict[ExerciseId, list[Term]] = {}
    for (_, exercise), column in built.chosen.items():
        by_exercise.setdefault(exercise, []).append((column, 1.0))
    for columns in by_exercise.values():
        held = built.model.column(week.library.objective.variety.points)
        built.model.row([*columns, (held, -1.0)], at_least=0.0)
