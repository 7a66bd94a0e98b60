"""Ways up, once a rise is earned: a little more, then a heavier weight, a stronger band or a harder rung.

Double progression: the amount rises to the top of its range in every set; the top, twice running, earns the
next step. Which way goes first, and what closes them, stands in the table of steps.
"""

from math import floor

from gradus.library.types import Exercise
from gradus.planning.weights import Heavier, heavier
from gradus.progression.around import Around, Course
from gradus.progression.doses import WHOLE, stronger_band, with_amount
from gradus.progression.ladder import begin, harder_rung
from gradus.progression.situation import Made, Situation
from gradus.progression.telling import amount
from gradus.progression.turns import Turn
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import Colour, DoseKind, Pattern


def reserve_comes_back(about: Situation) -> Made | None:
    """The same, a repetition closer to the limit; None unless more is kept in reserve than is usual."""
    last = about.last
    usual = about.around.cleared.limits.cap(about.course.item.dose, last.exercise).reserve
    if last.dose.reserve is None or usual is None or last.dose.reserve <= usual:
        return None
    dose = last.dose.but(reserve=last.dose.reserve - 1)
    return Made(last.exercise, dose, {"reserve": dose.reserve})


def a_little_more(about: Situation) -> Made | None:
    """A little more in every set; None at the top of the range."""
    last = about.last
    top = top_of(last.dose, last.exercise, about.around)
    if last.dose.amount >= top:
        return None
    more = min(last.dose.amount + a_little(last, about.around), top)
    return Made(last.exercise, with_amount(last.dose, more))


def top_of(dose: Dose, exercise: Exercise, around: Around) -> int:
    """The amount at which an exercise moves on: the top of the range, or of a hold the longest one that is
    asked for, whichever comes first. A range that begins there is kept whole."""
    longest = int(around.library.raises.longest_hold.value)
    held = dose.kind is DoseKind.TIME and exercise.pattern not in (
        Pattern.WALK,
        Pattern.CALM,
        Pattern.MOBILITY,
    )
    return min(dose.top, longest) if held and dose.low < longest else dose.top


def a_little(turn: Turn, around: Around) -> int:
    """How much is added to each set at a time: at least one; more repetitions where far more were left than
    was asked for. Walking grows by the cap at most."""
    raises, dose = around.library.raises, turn.dose
    if turn.exercise.pattern is Pattern.WALK:
        capped = floor(dose.amount * raises.load_cap.value / WHOLE)
        if dose.kind is DoseKind.TIME:
            capped = min(capped, int(raises.walking_seconds_at_a_time.value))
        return max(1, capped)
    match dose.kind:
        case DoseKind.REPS:
            return repetitions_more(turn, around)
        case DoseKind.TIME:
            return int(raises.seconds_at_a_time.value)
        case DoseKind.DISTANCE:
            return int(raises.metres_at_a_time.value)


def repetitions_more(turn: Turn, around: Around) -> int:
    """How many repetitions are added to each set at a time."""
    rules = around.library
    return int((rules.effort.reps_when_far if is_far(turn, around) else rules.raises.reps_at_a_time).value)


def is_far(turn: Turn, around: Around) -> bool:
    """Whether far more repetitions were left than was asked for; not where nothing was asked for or told."""
    asked, kept = turn.dose.reserve, turn.kept
    return asked is not None and kept is not None and kept >= asked + around.library.effort.far_above.value


def top_often_enough(about: Situation) -> bool:
    """Whether the top was reached in every set as often running as the next step asks for."""
    needed = about.around.library.raises.successes_before_load.value
    return times_running(about.course, about.around) >= needed


def held_by_a_limit(about: Situation) -> bool:
    """Whether a limit holds the exercise below the top of its own range."""
    last, limits = about.last, about.around.cleared.limits
    longest = limits.max_hold_s
    held = last.dose.kind is DoseKind.TIME and last.exercise.pattern not in (Pattern.WALK, Pattern.CALM)
    capped = limits.cap(last.dose, last.exercise) == last.dose
    return held and capped and longest is not None and last.dose.amount >= int(longest)


def wider_range(about: Situation) -> Made | None:
    """More repetitions, because the next real weight is further away than the cap; None where it is not, or
    they are all done."""
    last, step = about.last, _next_weight(about)
    if step is None or last.dose.amount >= step.top:
        return None
    more = min(last.dose.amount + repetitions_more(last, about.around), step.top)
    dose = with_amount(last.dose.but(top=step.top), more)
    words = {
        "load": about.around.weight(step.load_kg),
        "percent": f"{step.percent:.0f}",
        "top": amount(dose, step.top),
    }
    return Made(last.exercise, dose, words)


def heavier_weight(about: Situation) -> Made | None:
    """The next real weight, from the bottom of the range; None where there is none to take."""
    last, step = about.last, _next_weight(about)
    if step is None or step.too_far:
        return None
    dose = from_the_bottom(last.dose.but(load_kg=step.load_kg), about.course, last.exercise)
    return Made(last.exercise, dose, {"percent": f"{step.percent:.0f}"})


def next_weight_too_far(about: Situation) -> bool:
    """Whether there is a heavier weight, but further away than any step may be."""
    step = _next_weight(about)
    return step is not None and step.too_far


def next_band(about: Situation) -> Made | None:
    """The next stronger band of the person's own, from the bottom of the range; None without one, and where a
    weight is held."""
    last = about.last
    band = stronger_band(last.dose, about.around.at_hand(last.exercise, last.dose))
    if band is None or last.dose.load_kg is not None:
        return None
    return Made(last.exercise, from_the_bottom(last.dose.but(band=band), about.course, last.exercise))


def is_named_by_the_programme(about: Situation) -> bool:
    """Whether a published programme names the exercise, and does not say itself that a harder one may come in
    its place."""
    plan = about.around.plan
    programme = about.around.library.programmes.get(plan.programme)
    if programme is None or programme.kind != "published":
        return False
    phases = [phase for phase in programme.phases if phase.id == plan.phase and not phase.harder_steps]
    slots = (slot for phase in phases for shape in phase.sessions for slot in shape.slots)
    return any(slot.exercise == about.last.exercise.id for slot in slots)


def next_rung(about: Situation) -> Made | None:
    """The harder rung, where it is open, with the dose that it begins with; its weight is found by trying
    where that may be."""
    rung = harder_rung(about.last.exercise, about.around)
    if rung is None:
        return None
    dose = begin(rung, about.last.dose, about.around)
    return Made(rung, dose.but(load_kg=None) if about.around.finds_weight(rung) else dose)


def more_repetitions(about: Situation) -> Made | None:
    """More repetitions where nothing is held in the hand, up to the widest range."""
    last, raises = about.last, about.around.library.raises
    most = int(raises.widest_reps.value)
    if last.dose.hold_s:
        most = min(most, int(raises.longest_hold.value / last.dose.hold_s))
    free = last.dose.kind is DoseKind.REPS and last.exercise.dose.load == "none"
    if not free or last.dose.amount >= most:
        return None
    more = min(last.dose.amount + repetitions_more(last, about.around), most)
    return Made(last.exercise, with_amount(last.dose, more))


def times_running(course: Course, around: Around) -> int:
    """How many of the newest turns, one after the other, were green successes at the newest dose."""
    newest = course.turns[-1]
    count = 0
    for turn in reversed(course.turns):
        same = turn.exercise.id == newest.exercise.id and turn.dose == newest.dose
        if not same or not is_success(turn, around):
            break
        count += 1
    return count


def is_success(turn: Turn, around: Around) -> bool:
    """Whether the turn was borne green and all of it was done as prescribed."""
    return turn.is_success and around.borne(turn).colour is Colour.GREEN


def planned_range(course: Course, exercise: Exercise) -> tuple[int, int]:
    """The range of amounts as planned: the plan's own for the exercise that it names, else the exercise's."""
    if exercise.id == course.item.exercise:
        return course.item.dose.low, course.item.dose.top
    return exercise.dose.range


def from_the_bottom(dose: Dose, course: Course, exercise: Exercise) -> Dose:
    """The dose at the bottom of its planned range, never more than it was."""
    low, top = planned_range(course, exercise)
    return dose.but(amount=min(low, dose.amount), low=min(low, dose.amount), top=top)


def _next_weight(about: Situation) -> Heavier | None:
    last = about.last
    _, planned_top = planned_range(about.course, last.exercise)
    own = about.around.at_hand(last.exercise, last.dose)
    return heavier(last.dose, planned_top, own, about.around.library.raises)
