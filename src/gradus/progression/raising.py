"""How a dose rises once it is earned: a little more, then a heavier weight, a stronger band or a harder rung.

Double progression: the amount rises to the top of its range in every set; the top, twice running, earns the
next step. The way to the next step is closed as long as the morning after is not known.
"""

from dataclasses import replace
from math import floor

from gradus.library.types import Exercise
from gradus.progression.around import Around, Course, Next, Turn
from gradus.progression.bearing import bearing, success
from gradus.progression.doses import WHOLE, heavier, stronger_band, with_amount
from gradus.progression.ladder import begin, harder_rung
from gradus.progression.telling import amount, reserve, sets
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.reasons import Decision, Reason
from gradus.vocabulary.scales import Colour, DoseKind, Pattern, Step


def raise_dose(course: Course, around: Around) -> Decision[Next]:
    """The next dose after a success that was borne well and is not known to have ended in a worse morning."""
    last = course.turns[-1]
    usual = around.cleared.limits.cap(course.item.dose, last.exercise).reserve
    if last.dose.reserve is not None and usual is not None and last.dose.reserve > usual:
        dose = replace(last.dose, reserve=last.dose.reserve - 1)
        return _progress(last, dose, around.reason("reserve-comes-back", reserve=dose.reserve))
    top = top_of(last.dose, last.exercise, around)
    if last.dose.amount < top:
        more = min(last.dose.amount + a_little(last.dose, last.exercise, around), top)
        rounded = with_amount(last.dose, more)
        dose = rounded if rounded.amount > last.dose.amount else replace(last.dose, amount=more)
        says = around.reason("a-little-more", **_earned(last), amount=amount(dose))
        return _progress(last, dose, says)
    return _past_the_top(course, around)


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


def a_little(dose: Dose, exercise: Exercise, around: Around) -> int:
    """How much is added to each set at a time: at least one. Walking grows by the cap at most."""
    raises = around.library.raises
    if exercise.pattern is Pattern.WALK:
        capped = floor(dose.amount * raises.load_cap.value / WHOLE)
        if dose.kind is DoseKind.TIME:
            capped = min(capped, int(raises.walking_seconds_at_a_time.value))
        return max(1, capped)
    match dose.kind:
        case DoseKind.REPS:
            return int(raises.reps_at_a_time.value)
        case DoseKind.TIME:
            return int(raises.seconds_at_a_time.value)
        case DoseKind.DISTANCE:
            return int(raises.metres_at_a_time.value)


def _past_the_top(course: Course, around: Around) -> Decision[Next]:
    last = course.turns[-1]
    times = int(around.library.raises.successes_before_load.value)
    running = times_running(course, around)
    if running < times:
        return _hold(last, around.reason("top-once", **_earned(last), times=times))
    limits = around.cleared.limits
    if limits.cap(last.dose, last.exercise) == last.dose and _is_capped(last, around):
        return _hold(last, around.reason("limit-caps", dose=around.told(last.dose)))
    settled = around.settled(last)
    if settled is None:
        return _hold(last, around.reason("morning-unknown"))
    if last.dose.load_kg is not None:
        return _heavier(course, around)
    if (band := stronger_band(last.dose, around.at_hand(last.exercise, last.dose))) is not None:
        dose = from_the_bottom(replace(last.dose, band=band), course, last.exercise)
        return _progress(last, dose, around.reason("stronger-band", **_earned(last), dose=around.told(dose)))
    return _harder(last, around)


def _heavier(course: Course, around: Around) -> Decision[Next]:
    last = course.turns[-1]
    _, planned_top = planned_range(course, last.exercise)
    own = around.at_hand(last.exercise, last.dose)
    step = heavier(last.dose, planned_top, own, around.library.raises)
    if step is None:
        return _harder(last, around)
    if last.dose.amount < step.top:
        more = last.dose.amount + int(around.library.raises.reps_at_a_time.value)
        dose = with_amount(replace(last.dose, top=step.top), more)
        says = around.reason(
            "range-widens",
            **_earned(last),
            load=around.weight(step.load_kg),
            percent=f"{step.percent:.0f}",
            top=amount(dose, step.top),
            amount=amount(dose),
        )
        return _progress(last, dose, says)
    dose = from_the_bottom(replace(last.dose, load_kg=step.load_kg), course, last.exercise)
    says = around.reason(
        "heavier-load", **_earned(last), dose=around.told(dose), percent=f"{step.percent:.0f}"
    )
    return _progress(last, dose, says)


def _harder(last: Turn, around: Around) -> Decision[Next]:
    rung = harder_rung(last.exercise, around)
    if rung is None:
        return _wider(last, around)
    dose = begin(rung, last.dose, around)
    says = around.reason("harder-rung", **_earned(last), exercise=rung.en.name, dose=around.told(dose))
    return Decision(Next(exercise=rung, dose=dose, step=Step.PROGRESS), (says,))


def _wider(last: Turn, around: Around) -> Decision[Next]:
    """More repetitions where nothing is held in the hand, up to the widest range; else the same again."""
    raises = around.library.raises
    dose = with_amount(last.dose, last.dose.amount + int(raises.reps_at_a_time.value))
    free = dose.kind is DoseKind.REPS and last.exercise.dose.load == "none"
    short = dose.amount * (dose.hold_s or 0) <= raises.longest_hold.value
    if not (free and short and dose.amount <= raises.widest_reps.value):
        return _hold(last, around.reason("stays-at-the-top", **_earned(last)))
    return _progress(
        last, dose, around.reason("no-harder-step-open", **_earned(last), dose=around.told(dose))
    )


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
    borne = bearing(turn.sets, around.irritability, around.library.pain)
    one_sided = turn.exercise.one_sided
    bands = around.person.bands or ()
    done = success(turn.dose, turn.sets, one_sided=one_sided, bands=bands)
    return borne.colour is Colour.GREEN and done


def planned_range(course: Course, exercise: Exercise) -> tuple[int, int]:
    """The range of amounts as planned: the plan's own for the exercise that it names, else the exercise's."""
    if exercise.id == course.item.exercise:
        return course.item.dose.low, course.item.dose.top
    return exercise.dose.range


def from_the_bottom(dose: Dose, course: Course, exercise: Exercise) -> Dose:
    """The dose at the bottom of its planned range, never more than it was."""
    low, top = planned_range(course, exercise)
    return replace(dose, amount=min(low, dose.amount), low=min(low, dose.amount), top=top)


def _is_capped(last: Turn, around: Around) -> bool:
    """Whether a limit holds the exercise below the top of its own range."""
    longest = around.cleared.limits.max_hold_s
    held = last.dose.kind is DoseKind.TIME and last.exercise.pattern not in (Pattern.WALK, Pattern.CALM)
    return held and longest is not None and last.dose.amount >= int(longest)


def _earned(last: Turn) -> dict[str, object]:
    return {"sets": sets(last.dose), "reserve": reserve(last.dose.reserve)}


def _progress(last: Turn, dose: Dose, says: Reason) -> Decision[Next]:
    return Decision(Next(exercise=last.exercise, dose=dose, step=Step.PROGRESS), (says,))


def _hold(last: Turn, says: Reason) -> Decision[Next]:
    return Decision(Next(exercise=last.exercise, dose=last.dose, step=Step.HOLD), (says,))
