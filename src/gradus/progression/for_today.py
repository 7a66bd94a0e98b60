"""Another exercise for today alone, in place of one of the session or after it. The plan stays as it is."""

from collections.abc import Iterator, Sequence
from datetime import date

from gradus.progression.around import Around
from gradus.progression.courses import held_now
from gradus.progression.day import Asked, Day, day_of
from gradus.progression.instead import instead
from gradus.progression.ladder import against, begin_lower
from gradus.progression.occasions import ADDED, INSTEAD, current_doses, occasions
from gradus.record.parts import PlannedSession, ShownItem, ShownReason
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Step
from gradus.vocabulary.value import replace


def instead_today(item: ShownItem, asked: Asked, day: date) -> tuple[ShownItem, ...]:
    """What may stand in today for an item of the session, each with its dose, the best first, none of it more
    than the item. Nothing in the first days of a flare, when nothing new begins."""
    ground = _ground(asked, day)
    done = ground.done
    if ground.stop is not None or (ground.flare is not None and ground.flare.stage == "calm"):
        return ()
    held = {each for session in asked.plan.sessions for each in _held(session)}
    now = {*held, *held_now(asked.plan, done).values()} - {item.exercise}
    around = replace(ground.around, taken=frozenset(now))
    exercise = asked.library.exercises[item.exercise]
    because = (ShownReason.of(around.reason(INSTEAD, exercise=exercise.en.name)),)
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


def added_today(shown: Sequence[ShownItem], asked: Asked, day: date) -> tuple[ShownItem, ...] | Reason:
    """What may be added to what is shown for the day, one set each and no more of it than was asked for last:
    exercises that other sessions of the plan hold, none that loads the back hard and none that hurt in the
    last weeks. Why nothing may be added, where something makes the day lighter, or enough was added."""
    ground = _ground(asked, day)
    around, rules = ground.around, asked.library.planning
    most = int(rules.most_added.value)
    if _is_lighter(ground):
        return around.reason("nothing-added-now")
    if sum(any(each.rule == ADDED for each in item.because) for item in shown) >= most:
        return around.reason("enough-added", most=most)
    options = tuple(
        _added(exercise, dose, around)
        for exercise, dose in current_doses(asked.history, asked.plan).items()
        if exercise not in {item.exercise for item in shown} and _is_open(exercise, around)
    )
    return options or around.reason("nothing-to-add")


def _is_lighter(ground: Day) -> bool:
    around = ground.around
    calm = around.cleared.scope == "calm"
    return calm or around.rise_lasts or bool(around.news or ground.stop or ground.flare or ground.lighter)


def _is_open(id_: ExerciseId, around: Around) -> bool:
    exercise = around.library.exercises.get(id_)
    if exercise is None or id_ in around.hurt or against(exercise, around) is not None:
        return False
    return exercise.lumbar_rank < around.library.planning.high_rank_from.value


def _added(id_: ExerciseId, dose: Dose, around: Around) -> ShownItem:
    exercise = around.library.exercises[id_]
    because = (ShownReason.of(around.reason(ADDED, exercise=exercise.en.name)),)
    capped = around.cleared.limits.cap(dose.but(sets=1), exercise)
    return ShownItem(slot=f"added-{id_}", exercise=id_, dose=capped, step=Step.HOLD, because=because)


def _ground(asked: Asked, day: date) -> Day:
    done = [each for each in occasions(asked.history, asked.plan) if each.day < day]
    return day_of(asked, day, done, frozenset())


def _held(session: PlannedSession) -> Iterator[ExerciseId]:
    return (item.exercise for item in session.items)
