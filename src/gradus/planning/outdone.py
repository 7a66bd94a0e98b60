"""Choices that no best week needs, because another one in the same place always does as well.

One choice outdoes another in its place when it takes no more (time, high rank, hard hinge, things that are
missing), is worth no less, and is not taken up elsewhere: then it can step in for the other in any week that
obeys the limits, and the week still obeys them and has no fewer points. Where more choices could step in than
there are other places to hold one of them, one is always to be had, and the other is not needed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gradus.planning.build import Built, Week, is_hard_hinge
from gradus.planning.places import Choice
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Pattern


@dataclass(frozen=True, slots=True)
class Outdone:
    """Columns that can stay at nought, place by place. Without those of `loosely` a week with the most points
    is still found; without those of `by_id` in a place, the first by id in that place too."""

    loosely: tuple[frozenset[int], ...]
    by_id: tuple[frozenset[int], ...]

    def for_the_best(self) -> frozenset[int]:
        """Columns that are not needed to find a week with the most points."""
        return frozenset().union(*self.loosely)

    def for_ties(self) -> list[frozenset[int]]:
        """For each place, columns that are not needed to find its first exercise among the best weeks, once
        the places before it are settled."""
        return [one.union(*self.loosely[nth + 1 :]) for nth, one in enumerate(self.by_id)]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in its place: its column, what it is worth there, and what it takes from its session (seconds
    at first and with all sets, high rank, hard hinge, no part in the warm-up)."""

    id: ExerciseId
    column: int
    worth: int
    takes: tuple[float, float, bool, bool, bool]
    choice: Choice


def outdone(week: Week, built: Built) -> Outdone:
    """The columns of a built week that can stay at nought."""
    every = [list(_options(number, week, built)) for number in range(len(week.places))]
    return Outdone(
        loosely=tuple(frozenset(_outdone(n, every, week, by_id=False)) for n in range(len(every))),
        by_id=tuple(frozenset(_outdone(n, every, week, by_id=True)) for n in range(len(every))),
    )


def _options(number: int, week: Week, built: Built) -> Iterator[Option]:
    high_from = week.library.planning.high_rank_from.value
    for choice in week.places[number].choices:
        column = built.chosen.get((number, choice.exercise.id))
        if column is not None:
            high, walk = choice.exercise.lumbar_rank >= high_from, choice.exercise.pattern is Pattern.WALK
            takes = choice.seconds, choice.grown, high, is_hard_hinge(choice, week.library), not walk
            yield Option(choice.exercise.id, column, built.model.points[column], takes, choice)


def _outdone(number: int, every: Sequence[Sequence[Option]], week: Week, *, by_id: bool) -> Iterator[int]:
    """The columns of one place that are outdone there.

    One that is taken up nowhere in the week takes nothing from variety when it steps in. One that is taken up
    in another session may, and has to make up for it.
    """
    session = week.places[number].number
    others = {nth: {option.id for option in options} for nth, options in enumerate(every) if nth != number}
    beside = {nth: ids for nth, ids in others.items() if week.places[nth].number == session}
    variety = week.library.objective.variety.points
    for option in every[number]:
        stand_ins = [each for each in every[number] if _takes_no_more(each, option)]
        anywhere = {each.id for each in stand_ins if _comes_first(each, option, 0, by_id=by_id)}
        in_session = {each.id for each in stand_ins if _comes_first(each, option, variety, by_id=by_id)}
        if _one_is_left(anywhere, others) or _one_is_left(in_session, beside):
            yield option.column


def _takes_no_more(one: Option, other: Option) -> bool:
    """A light step never steps in, nor does what stands in step in for what is named: what a change opens can
    close it again."""
    less = all(mine <= its for mine, its in zip(one.takes, other.takes, strict=True))
    closes = one.choice.light or (one.choice.stands_in and not other.choice.stands_in)
    return less and not closes and one.choice.missing <= other.choice.missing


def _comes_first(one: Option, other: Option, loses: int, *, by_id: bool) -> bool:
    """Whether it is worth more, or as much and takes less or has the earlier id; with `by_id` the id alone
    decides between those worth the same."""
    gains = one.worth - loses - other.worth
    takes_less = (one.takes, one.choice.missing) != (other.takes, other.choice.missing)
    return gains > 0 or (gains == 0 and (one.id < other.id or (takes_less and not by_id)))


def _one_is_left(stand_ins: set[ExerciseId], elsewhere: Mapping[int, set[ExerciseId]]) -> bool:
    """Whether one of them is to be had, whatever the places elsewhere hold."""
    return len(stand_ins) > sum(not stand_ins.isdisjoint(ids) for ids in elsewhere.values())
