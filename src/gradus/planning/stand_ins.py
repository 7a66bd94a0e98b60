"""What takes the place of an exercise that a programme names and that this person may not or cannot do."""

from collections.abc import Collection, Iterable

from gradus.library.library import Library
from gradus.library.types import Exercise, SessionShape, Slot
from gradus.planning.barriers import NOT_YET, Barrier, Setting
from gradus.planning.rungs import below
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Equipment


def stand_ins(slot: Slot, shape: SessionShape, setting: Setting, library: Library) -> Collection[ExerciseId]:
    """The exercises that may stand in: the nearest easier step of its ladder that the person may do, else
    those of its pattern that load the low back no more, counted alike if there are any. What another session
    of the phase names is as open here as there.

    None where nothing but things to have stands against the named one or that step: they can be got. None
    either where the session has that step in any case.
    """
    if slot.exercise is None or not why_not_named(slot, setting):
        return ()
    named = library.exercises[slot.exercise]
    elsewhere = {each.exercise for each in shape.slots}
    for step in below(named.id, library.exercises):
        barriers = setting.against(step)
        if all(isinstance(each.frees, Equipment) for each in barriers):
            return () if barriers or step in elsewhere else (step,)
    of_the_phase = {each.exercise for held in setting.request.phase.sessions for each in held.slots}
    free = [
        each
        for id_, each in library.exercises.items()
        if id_ not in elsewhere and not setting.against(id_, fixed=id_ in of_the_phase)
    ]
    return [each.id for each in alike(named, free)]


def alike(named: Exercise, free: Iterable[Exercise]) -> list[Exercise]:
    """Of the free exercises those of the same pattern that load the low back no more, counted alike if there
    are any."""
    found = [each for each in free if each.pattern is named.pattern and each.lumbar_rank <= named.lumbar_rank]
    counted = [each for each in found if each.dose.kind is named.dose.kind]
    return counted or found


def why_not_named(slot: Slot, setting: Setting) -> tuple[Barrier, ...]:
    """What stands against the exercise that the slot names, beside things that the person does not have and
    what they have not earned yet: those can be got, and that can come."""
    if slot.exercise is None:
        return ()
    barriers = setting.against(slot.exercise, fixed=True)
    lasting = (each for each in barriers if not isinstance(each.frees, Equipment))
    return tuple(each for each in lasting if each.rule not in NOT_YET)
