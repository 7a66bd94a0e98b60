"""The places of a typical week, each with the exercises that could fill it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from gradus.library.library import Library
from gradus.library.types import Exercise, SessionShape, Slot
from gradus.planning.barriers import Barrier, Setting, barrier
from gradus.planning.doses import Start, start_dose
from gradus.planning.habits import not_needed
from gradus.planning.minutes import item_seconds
from gradus.planning.outgrown import outgrown
from gradus.planning.request import Where
from gradus.planning.rungs import Ground, below, right_steps
from gradus.planning.scores import WishName, points, wishes
from gradus.planning.stand_ins import stand_ins, why_not_named
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.scales import Equipment, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An exercise that may fill a place. `seconds` is its time with the dose it begins with, `grown` with all
    the sets that the phase has in mind.
    `missing` is what the person would have to have or to take first; a free choice misses nothing. One that
    `stands_in` is there because the person may not or cannot do what the programme names."""

    exercise: Exercise
    start: Start
    seconds: float
    grown: float
    points: int
    wishes: tuple[WishName, ...]
    missing: frozenset[Equipment | Position]
    stands_in: bool
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
        """Whether the programme names the exercise itself, so that nothing else will do but a harder step of
        its ladder that is in training, or what stands in for one that cannot be done."""
        return self.slot.exercise is not None

    @property
    def must_be_filled(self) -> bool:
        """Whether a week without this place filled is none: something free suits it, or the programme names
        an exercise for which nothing is missing but things to have."""
        things = (
            choice for choice in self.choices if all(isinstance(each, Equipment) for each in choice.missing)
        )
        return not self.slot.optional and bool(tuple(things) if self.fixed else self.free)


def places(setting: Setting, library: Library, before_a_run: Collection[int] = ()) -> tuple[Place, ...]:
    """The places of the phase that is open, in order. The sessions of these numbers fall on the day before a
    long run."""
    bare = [
        Place(
            number=number,
            session=shape.id,
            slot=slot,
            choices=(),
            barred=_suited(slot, shape, setting, library),
        )
        for number, shape in enumerate(setting.request.phase.sessions)
        for slot in shape.slots
    ]
    bare = _light_before_a_run([_if_needed(place, setting, library) for place in bare], before_a_run, library)
    free = {exercise.id for place in bare for exercise, barriers in place.barred if not barriers}
    right = right_steps(free, setting.request, library)
    return tuple(replace(place, choices=_choices(place, right, setting, library)) for place in bare)


def _if_needed(place: Place, setting: Setting, library: Library) -> Place:
    """The place; where it is one for walking or balance that may stay empty and this person needs none, with
    that said of each exercise."""
    why = None if place.fixed or not place.slot.optional else not_needed(place.slot, setting.request, library)
    if why is None:
        return place
    barred = tuple(
        (exercise, (*barriers, Barrier(why.rule, lambda: why))) for exercise, barriers in place.barred
    )
    return replace(place, barred=barred)


def tires_the_legs(exercise: Exercise, library: Library) -> bool:
    """Whether the exercise is too much for the day before a long or fast run."""
    rules = library.planning
    if exercise.id in rules.before_long_run.also:
        return True
    hard = exercise.lumbar_rank >= rules.high_rank_from.value
    loaded = exercise.dose.load in rules.before_long_run.loads
    return exercise.pattern in rules.before_long_run.patterns and (hard or loaded)


def _light_before_a_run(bare: list[Place], before_a_run: Collection[int], library: Library) -> list[Place]:
    """The places, with what tires the legs barred on the day before a long run. A place that the programme
    fixes, and a session of which nothing would be left, stay as they are: on the day itself such work
    waits."""
    told = barrier(library, RuleId("legs-wait-in-the-week"))
    found = [_rested(place, told, library) if place.number in before_a_run else place for place in bare]
    filled = {place.number for place in found if _has_something(place)}
    return [new if new.number in filled else old for old, new in zip(bare, found, strict=True)]


def _rested(place: Place, told: Barrier, library: Library) -> Place:
    if place.fixed:
        return place
    barred = tuple(
        (exercise, (*barriers, told) if tires_the_legs(exercise, library) else barriers)
        for exercise, barriers in place.barred
    )
    return replace(place, barred=barred)


def _has_something(place: Place) -> bool:
    return not place.slot.optional and any(not barriers for _, barriers in place.barred)


def suits(exercise: Exercise, slot: Slot) -> bool:
    """Whether the slot is for exercises such as this."""
    if slot.exercise is not None:
        return exercise.id == slot.exercise
    return exercise.pattern in slot.patterns and slot.kind in (None, exercise.dose.kind)


def _suited(
    slot: Slot, shape: SessionShape, setting: Setting, library: Library
) -> tuple[tuple[Exercise, tuple[Barrier, ...]], ...]:
    every = library.exercises
    if slot.exercise is None:
        found = {id_ for id_, exercise in every.items() if suits(exercise, slot)}
    else:
        kept = _further_on(slot, shape, setting, library)
        others = [kept] if kept is not None else stand_ins(slot, shape, setting, library)
        found = {id_ for id_ in (slot.exercise, *others) if id_ in every}
    return tuple((every[id_], setting.against(id_, fixed=slot.exercise is not None)) for id_ in sorted(found))


def _further_on(slot: Slot, shape: SessionShape, setting: Setting, library: Library) -> ExerciseId | None:
    """The harder step in training of the ladder whose easier step the programme names, when that one and all
    below it were left, nothing stands against the harder one, and the session names no other step of it."""
    if slot.exercise is None:
        return None
    trained = setting.request.current
    if not trained.keys().isdisjoint((slot.exercise, *below(slot.exercise, library.exercises))):
        return None
    named = {each.exercise for each in shape.slots if each is not slot and each.exercise is not None}
    for id_ in sorted(trained):
        steps = below(id_, library.exercises) if id_ in library.exercises else ()
        mixed = named & {id_, *steps}
        if slot.exercise in steps and not mixed and not setting.against(id_, fixed=True):
            return id_
    return None


def _stands_in(exercise: Exercise, place: Place, setting: Setting, library: Library) -> bool:
    """Whether it is there for want of what the programme names, and is no harder step in training."""
    named = place.slot.exercise
    if named is None or exercise.id == named or named in below(exercise.id, library.exercises):
        return False
    return bool(why_not_named(place.slot, setting))


def _slot_for(exercise: Exercise, slot: Slot, library: Library) -> Slot:
    """The slot as it holds for this exercise: what the programme fixes for the step that it names is not
    meant for another one, and its sets are not for one that is counted otherwise."""
    if slot.exercise is None or slot.exercise == exercise.id:
        return slot
    alike = library.exercises[slot.exercise].dose.kind is exercise.dose.kind
    sets = slot.sets if alike else None
    return replace(slot, exercise=None, patterns=(exercise.pattern,), hold_s=None, sets=sets)


def _choices(
    place: Place, right: Collection[ExerciseId], setting: Setting, library: Library
) -> tuple[Choice, ...]:
    found = []
    over = outgrown(place.barred, setting, library) if not place.fixed else frozenset()
    counts = 1 if place.slot.optional else library.objective.needed_place_counts
    for exercise, barriers in place.barred:
        missing = frozenset(each.frees for each in barriers if each.frees is not None)
        if len(missing) < len(barriers):
            continue
        start = start_dose(exercise, _slot_for(exercise, place.slot, library), setting.request, library)
        grown = start.dose.but(sets=max(start.dose.sets, start.sets_goal))
        held = wishes(exercise, right, setting.request, optional=place.slot.optional, outgrown=over)
        found.append(
            Choice(
                exercise=exercise,
                start=start,
                seconds=item_seconds(exercise, start.dose, library.planning),
                grown=item_seconds(exercise, grown, library.planning),
                points=points(held, library) * counts,
                wishes=held,
                missing=missing,
                stands_in=_stands_in(exercise, place, setting, library),
                light=not place.fixed and setting.grounds[exercise.id] is Ground.LIGHT,
            )
        )
    return tuple(found)
