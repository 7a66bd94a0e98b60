"""Another exercise for today alone, in the place of one of the session: the plan stays as it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gradus.progression.courses import held_now
from gradus.progression.day import Asked, day_of
from gradus.progression.instead import instead
from gradus.progression.ladder import begin_lower
from gradus.progression.occasions import INSTEAD, occasions
from gradus.record.parts import PlannedSession, ShownItem, ShownReason
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Step


def instead_today(item: ShownItem, asked: Asked, day: date) -> tuple[ShownItem, ...]:
    """What may stand in today for an item of the session, each with its dose, the best first, none of it more
    than the item. Nothing in the first days of a flare, when nothing new begins."""
    done = [each for each in occasions(asked.history, asked.plan) if each.day < day]
    ground = day_of(asked, day, done, frozenset())
    if ground.stop is not None or (ground.flare is not None and ground.flare.stage == "calm"):
        return ()
    held = {each for session in asked.plan.sessions for each in _held(session)}
    now = {*held, *held_now(asked.plan, done).values()} - {item.exercise}
    around = replace(ground.around, taken=frozenset(now))
    exercise = asked.library.exercises[item.exercise]
    told = around.library.reason(INSTEAD, exercise=exercise.en.name)
    because = (ShownReason(rule=told.rule, says=told.says, cites=told.cites),)
    most = int(asked.library.planning.most_instead.value)
    return tuple(
        ShownItem(
            slot=item.slot,
            exercise=each.id,
            dose=around.cleared.limits.cap(begin_lower(each, item.dose, around), each),
            step=Step.SWAP,
            because=because,
        )
        for each in instead(exercise, item.slot, around)[:most]
    )


def _held(session: PlannedSession) -> Iterator[ExerciseId]:
    return (item.exercise for item in session.items)
