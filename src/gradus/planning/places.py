"""The places of a typical week, each with the exercises that could fill it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from gradus.library.library import Library
from gradus.library.types import Exercise, Slot
from gradus.planning.barriers import Barrier, Setting
from gradus.planning.doses import Start, start_dose
from gradus.planning.minutes import item_seconds
from gradus.planning.request import Where
from gradus.planning.rungs import Ground, hardest
from gradus.planning.scores import WishName, points, wishes
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Equipment, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An exercise that may fill a place. `seconds` is its time with the dose it begins with; sets are
    added later only where the time allows it.
    `missing` is what the person would have to have or to take first; a free choice misses nothing."""

    exercise: Exercise
    start: Start
    seconds: float
    points: int
    wishes: tuple[WishName, ...]
    missing: frozenset[Equipment | Position]
    light: bool
    """Whether it is here for want of the easier steps of its ladder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A slot of a session, by the session's number and id. `choices` are in order of exercise id; `barred`
    has what stands against each exercise that suits the slot."""

    number: int
    session: str
    slot: Slot
    choices: tuple[Choice, ...]
    barred: tuple[tuple[Exercise, tuple[Barrier, ...]], ...]

    @property
    def where(self) -> Where:
        return self.session, self.slot.id

    @property
    def free(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if not choice.missing)

    @property
    def fixed(self) -> bool:
        """Whether the programme names the exercise itself, so that nothing else will do."""
        return self.slot.exercise is not None

    @property
    def must_be_filled(self) -> bool:
        """Whether a week without this place filled is none: something free suits it, or the programme names
        an exercise that health allows."""
        return not self.slot.optional and bool(self.choices if self.fixed else self.free)


def places(setting: Setting, library: Library) -> tuple[Place, ...]:
    """The places of the phase that is open, in order."""
    bare = [
        Place(number=number, session=shape.id, slot=slot, choices=(), barred=_suited(slot, setting, library))
        for number, shape in enumerate(setting.request.phase.sessions)
        for slot in shape.slots
    ]
    free = {exercise.id for place in bare for exercise, barriers in place.barred if not barriers}
    right = hardest(free, library)
    return tuple(replace(place, choices=_choices(place, right, setting, library)) for place in bare)


def suits(exercise: Exercise, slot: Slot) -> bool:
    """Whether the slot is for exercises such as this."""
    if slot.exercise is not None:
        return exercise.id == slot.exercise
    return exercise.pattern in slot.patterns and slot.kind in (None, exercise.dose.kind)


def _suited(
    slot: Slot, setting: Setting, library: Library
) -> tuple[tuple[Exercise, tuple[Barrier, ...]], ...]:
    return tuple(
        (exercise, setting.against(id_, fixed=slot.exercise is not None))
        for id_, exercise in sorted(library.exercises.items())
        if suits(exercise, slot)
    )


def _choices(
    place: Place, right: Collection[ExerciseId], setting: Setting, library: Library
) -> tuple[Choice, ...]:
    found = []
    counts = 1 if place.slot.optional else library.objective.needed_place_counts
    for exercise, barriers in place.barred:
        missing = frozenset(each.frees for each in barriers if each.frees is not None)
        if len(missing) < len(barriers):
            continue
        start = start_dose(exercise, place.slot, setting.request, library)
        held = wishes(exercise, right, setting.request, optional=place.slot.optional)
        found.append(
            Choice(
                exercise=exercise,
                start=start,
                seconds=item_seconds(exercise, start.dose, library.planning),
                points=points(held, library) * counts,
                wishes=held,
                missing=missing,
                light=not place.fixed and setting.grounds[exercise.id] is Ground.LIGHT,
            )
        )
    return tuple(found)
