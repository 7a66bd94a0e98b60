"""Courses: the turns that one exercise of a plan has had, through all sessions of the plan that hold it."""

from collections.abc import Mapping, Sequence
from datetime import date

from gradus.progression.around import Around, Course
from gradus.progression.occasions import Occasion, is_for_today
from gradus.progression.turns import Turn, Turns
from gradus.record.facts import PlanMade
from gradus.record.parts import PlanItem, ShownItem
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.kept import Kept
from gradus.vocabulary.scales import Colour, Step
from gradus.vocabulary.value import replace

Slots = Mapping[str, str]
"""Where an exercise of the plan stands: slot by session shape."""


def slots_of(plan: PlanMade) -> Mapping[ExerciseId, Slots]:
    """Where the plan puts each of its exercises. What came later in there is of the same course."""
    found: dict[ExerciseId, dict[str, str]] = {}
    for session in plan.sessions:
        for item in session.items:
            found.setdefault(item.exercise, {})[session.id] = item.slot
    return found


def goal_of(item: PlanItem, plan: PlanMade) -> int:
    """The sets that the plan has in mind for the exercise; the fewest, where its sessions differ."""
    return min(
        each.sets_goal
        for session in plan.sessions
        for each in session.items
        if each.exercise == item.exercise
    )


def course_of(item: PlanItem, occasions: Sequence[Occasion], around: Around) -> Course:
    """The newest turns of the exercise of this item, as many as any rule looks at. A session cut short on
    purpose is none, and neither is one of a lighter week, unless the exercise hurt in it."""
    slots = around.judge.kept.of(slots_of, around.plan)[item.exercise]
    most = turns_looked_at(around)
    turns: list[Turn] = []
    shown_on: date | None = None
    eased = False
    for occasion in reversed(occasions):
        slot = slots.get(occasion.shape)
        had = None if slot is None else _turns(occasion, around).of(slot)
        if had is None:
            continue
        turn, less = had
        light = turn.step is Step.DELOAD
        if (turn.whole and not light) or _hurt(turn, around):
            turns.append(turn if less is None else _as_asked(turn, less, around))
        else:
            eased = eased or (light and shown_on is None)
        shown_on = shown_on or occasion.day
        if len(turns) == most:
            break
    return Course(item=item, turns=tuple(reversed(turns)), shown_on=shown_on, eased=eased)


def held_now(plan: PlanMade, occasions: Sequence[Occasion]) -> dict[ExerciseId, ExerciseId]:
    """For each exercise of the plan the one that stands in its place now, after swaps and harder rungs."""
    now: dict[ExerciseId, ExerciseId] = {}
    for exercise, slots in slots_of(plan).items():
        latest = (shown for each in reversed(occasions) if (shown := _shown(each, slots)))
        shown = next(latest, None)
        now[exercise] = exercise if shown is None else shown.exercise
    return now


def turns_looked_at(around: Around) -> int:
    """How many turns of one exercise are looked back at: those of the weeks that a set waits, which are those
    that a flare may take, and those before them that the rules of pain and success compare."""
    raises, pain = around.library.raises, around.library.pain
    a_set = int(raises.weeks_before_a_set.value) * around.plan.sessions_a_week
    return a_set + int(pain.sessions_looked_back.value + raises.successes_before_load.value)


def _shown(occasion: Occasion, slots: Slots) -> ShownItem | None:
    slot = slots.get(occasion.shape)
    for item in occasion.items or ():
        if item.slot == slot:
            return None if is_for_today(item) else item
    return None


def _turns(occasion: Occasion, around: Around) -> Turns:
    """The turns of a session. They are kept for the record where its promise was."""
    if occasion.id not in around.turns:
        sets, exercises = around.log.of(occasion.id, occasion.day), around.library.exercises
        kept = Kept() if occasion.asked is None else around.judge.kept
        around.turns[occasion.id] = kept.of(Turns, occasion, sets, exercises, around.person)
    return around.turns[occasion.id]


def _as_asked(turn: Turn, asked: ShownItem, around: Around) -> Turn:
    """The turn of a session that was shown short; where it was borne red, with the short dose, so that what
    comes is less than what hurt."""
    if around.borne(turn).colour is not Colour.RED:
        return turn
    load = turn.dose.load_kg if turn.noted else asked.dose.load_kg
    return replace(turn, dose=asked.dose.but(load_kg=load))


def _hurt(turn: Turn, around: Around) -> bool:
    limits = around.library.pain
    borne = around.borne(turn)
    sore = turn.pain_after is not None and turn.pain_after > limits.acceptable_during.value
    return sore or borne.colour in (Colour.AMBER, Colour.RED)
