"""What happens to a dose next, by how the exercise was borne and what was done of it.

Red lowers, amber holds and, when it comes again, lowers; anything missed, missing or doubtful holds; a rise
is earned by success in every set, and never follows a worse morning.
"""

from dataclasses import replace

from gradus.library.types import Exercise
from gradus.progression.around import DAY, Around, Course, Next, Turn
from gradus.progression.bearing import Bearing, all_done, bearing, kept_in_reserve
from gradus.progression.doses import clearly_less, cut, is_less
from gradus.progression.ladder import begin_lower, easier_rung
from gradus.progression.raising import raise_dose
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Decision, Reason
from gradus.vocabulary.scales import Colour, Step

KEPT = RuleId("kept-from-before")
LASTING_RISE = RuleId("mornings-stay-worse")
LOWERED = (Step.REGRESS, Step.SWAP)


def next_dose(course: Course, around: Around) -> Decision[Next]:
    """The next exercise and dose of this place, before flares, missed time and limits have their say."""
    if not course.turns:
        return _start(course, around)
    last = course.turns[-1]
    borne = borne_since(last, around)
    if borne.colour is Colour.RED:
        last_time = Next(exercise=last.exercise, dose=last.dose, step=last.step)
        return after_red(last_time, borne, around)
    if borne.colour is Colour.AMBER:
        return _after_amber(course, borne, around)
    if around.rise_lasts and around.is_spinal(last.exercise) and not _lowered_for_the_rise(course, around):
        dose = a_little_less(last.exercise, last.dose, around)
        says = around.reason(LASTING_RISE, dose=around.told(dose))
        return Decision(Next(exercise=last.exercise, dose=dose, step=Step.REGRESS), (says,))
    if (why := why_hold(last, borne, around)) is not None:
        return _hold(last, why)
    return raise_dose(course, around)


def borne_since(last: Turn, around: Around) -> Bearing:
    """How the exercise was borne in its last turn, and wherever else it was done since. Leg symptoms that the
    next morning tells of count for every exercise that loads the low back."""
    borne = bearing(last.sets, around.irritability, around.library.pain)
    if around.is_spinal(last.exercise) and around.mornings.leg_lasted(last.day + DAY):
        borne = Bearing(Colour.RED, borne.pain, leg=True)
    elsewhere = [
        hurt.bearing
        for hurt in around.hurt.get(last.exercise.id, ())
        if hurt.session != last.session and hurt.day >= last.day
    ]
    return max([borne, *elsewhere], key=_severity)


def after_red(was: Next, borne: Bearing, around: Around) -> Decision[Next]:
    """Less of the same where a weight or band can give way; else the easier rung; else less of the same; and
    where there is nothing less, the exercise rests."""
    why = _why_red(borne, around)
    limits = around.library.pain
    kept, a_little = limits.load_kept_after_a_red.value, limits.load_cut_after_ambers.value
    less = clearly_less(was.dose, kept, a_little, around.at_hand(was.exercise, was.dose))
    lighter = less.load_kg != was.dose.load_kg or less.band != was.dose.band
    rung = None if lighter else easier_rung(was.exercise, around)
    if rung is not None:
        dose = begin_lower(rung, a_little_less(was.exercise, was.dose, around), around)
        says = around.reason("easier-rung", exercise=rung.en.name, dose=around.told(dose))
        return Decision(Next(exercise=rung, dose=dose, step=Step.SWAP), (why, says))
    if less == was.dose:
        says = around.reason("rests-today", exercise=was.exercise.en.name)
        return Decision(replace(was, step=Step.PAUSE), (why, says))
    says = around.reason("less-of-the-same", dose=around.told(less))
    return Decision(replace(was, dose=less, step=Step.REGRESS), (why, says))


def a_little_less(exercise: Exercise, dose: Dose, around: Around) -> Dose:
    """The dose cut a little, by what the person has for this exercise."""
    percent = around.library.pain.load_cut_after_ambers.value
    return cut(dose, percent, around.at_hand(exercise, dose))


def _start(course: Course, around: Around) -> Decision[Next]:
    exercise = around.library.exercises[course.item.exercise]
    dose = course.item.dose
    start = Next(exercise=exercise, dose=dose, step=Step.START)
    recent = around.library.pain.days_looked_back_for_reds.value
    hurts = [
        hurt.bearing
        for hurt in around.hurt.get(exercise.id, ())
        if hurt.bearing.colour is Colour.RED and (around.today - hurt.day).days <= recent
    ]
    if hurts:
        return after_red(start, hurts[-1], around)
    rule = "goes-on" if KEPT in course.item.because else "start-dose"
    return Decision(start, (around.reason(rule, dose=around.told(dose)),))


def _after_amber(course: Course, borne: Bearing, around: Around) -> Decision[Next]:
    last = course.turns[-1]
    limits = around.library.pain
    times = _ambers(course, around)
    if len(times) < limits.ambers_before_a_cut.value:
        return _hold(last, around.reason("pain-holds", pain=borne.pain))
    dose = a_little_less(last.exercise, last.dose, around)
    provoked = sum(_provoked(turn, around) for turn in times)
    if provoked < limits.ambers_before_a_cut.value and _below_the_start(dose, course, around):
        return _hold(last, around.reason("pain-as-usual", pain=borne.pain))
    if dose == last.dose:
        return _hold(last, around.reason("pain-holds", pain=borne.pain))
    says = around.reason("pain-again", times=len(times), dose=around.told(dose), pain=borne.pain)
    return Decision(Next(exercise=last.exercise, dose=dose, step=Step.REGRESS), (says,))


def _ambers(course: Course, around: Around) -> list[Turn]:
    """The amber and red turns among the last ones looked at, of this exercise, since it was lowered."""
    found: list[Turn] = []
    exercise = course.turns[-1].exercise.id
    for turn in list(reversed(course.turns))[: int(around.library.pain.sessions_looked_back.value)]:
        if turn.exercise.id != exercise:
            break
        borne = bearing(turn.sets, around.irritability, around.library.pain)
        if borne.colour in (Colour.AMBER, Colour.RED):
            found.append(turn)
        if turn.step in LOWERED:
            break
    return found


def _provoked(turn: Turn, around: Around) -> bool:
    """Whether the pain of a turn was more than the back hurts anyway, or stayed until the morning. Where
    nobody knows what is usual, it counts as more."""
    borne = bearing(turn.sets, around.irritability, around.library.pain)
    baseline = around.mornings.usual(turn.day)
    usual = around.person.usual_pain_0_10 if baseline is None else baseline
    more = usual is None or borne.pain is None or borne.pain > usual
    return more or borne.colour is Colour.RED or around.settled(turn) is False


def _below_the_start(dose: Dose, course: Course, around: Around) -> bool:
    """Whether a dose is in any part less than the exercise began with in this plan. A rung that came later
    began at the bottom of its range."""
    exercise, start = course.turns[-1].exercise, course.item.dose
    if exercise.id != course.item.exercise:
        low, _ = exercise.dose.range
        return dose.sets < start.sets or dose.amount < low
    return is_less(dose, start, around.person.bands or ())


def why_hold(last: Turn, borne: Bearing, around: Around) -> Reason | None:
    """What stands against a rise; None when it is earned."""
    one_sided = last.exercise.one_sided
    if not all_done(last.dose, last.sets, one_sided=one_sided, bands=around.person.bands or ()):
        return around.reason("not-all-done", dose=around.told(last.dose))
    if borne.colour is None:
        return around.reason("pain-not-told")
    return _after_the_session(last, around) or _too_little_left(last, around)


def _after_the_session(last: Turn, around: Around) -> Reason | None:
    if around.news:
        return around.reason("something-new-holds", what=around.news)
    if around.settled(last) is False:
        return around.reason("morning-was-worse")
    if around.rise_lasts:
        return around.reason("mornings-hold")
    after, limit = last.pain_after, around.library.pain.acceptable_during.value
    return around.reason("sore-after", pain=after) if after is not None and after > limit else None


def _too_little_left(last: Turn, around: Around) -> Reason | None:
    target = last.dose.reserve
    if target is None:
        return None
    kept = kept_in_reserve(last.sets, one_sided=last.exercise.one_sided)
    if kept is None:
        return around.reason("reserve-not-told", target=target)
    return around.reason("reserve-too-small", kept=kept, target=target) if kept < target else None


def _why_red(borne: Bearing, around: Around) -> Reason:
    if borne.leg:
        return around.reason("leg-symptoms")
    limit = around.library.pain.acceptable_during.value
    if borne.pain is not None and borne.pain <= limit:
        return around.reason("pain-while-irritable", pain=borne.pain)
    return around.reason("pain-above-limit", pain=borne.pain, limit=f"{limit:g}")


def _lowered_for_the_rise(course: Course, around: Around) -> bool:
    rules = around.library.mornings
    window = rules.recent_days.value + rules.earlier_days.value
    return any(
        LASTING_RISE in turn.rules and (around.today - turn.day).days <= window for turn in course.turns
    )


def _severity(borne: Bearing) -> tuple[int, bool, int]:
    order = (Colour.GREEN, None, Colour.AMBER, Colour.RED)
    return (order.index(borne.colour), borne.leg, borne.pain or 0)


def _hold(last: Turn, says: Reason) -> Decision[Next]:
    return Decision(Next(exercise=last.exercise, dose=last.dose, step=Step.HOLD), (says,))
