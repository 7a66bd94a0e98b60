"""Conditions and ways of a flare: what it lowers, and how the dose comes back."""

from gradus.library.types import Exercise
from gradus.progression.around import LASTING_RISE, LOWERED, Around
from gradus.progression.doses import WHOLE, lesser, scaled, volume
from gradus.progression.flare import BACK, EASED, RETURN, Flaring
from gradus.progression.ladder import begin_lower
from gradus.progression.situation import Made, Situation
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import Pattern, Step
from gradus.vocabulary.week import WEEK


def is_calm(about: Situation) -> bool:
    """Whether a flare is in its first days."""
    return about.day.flare is not None and about.day.flare.stage == "calm"


def is_over_or_passing(about: Situation) -> bool:
    """Whether there was a flare, and its first days are over."""
    return about.day.flare is not None and about.day.flare.stage == "return"


def is_new(about: Situation) -> bool:
    """Whether the exercise was never shown before, and others were done."""
    return about.now.step is Step.START and not about.course.begun and bool(about.around.sessions_done)


def lowered_for_mornings_alone(about: Situation) -> bool:
    """Whether it was lowered because mornings stay worse. Mornings that are worse because of the flare do not
    lower what the flare lowers already."""
    return any(reason.rule == LASTING_RISE for reason in about.because)


def is_halved(about: Situation) -> bool:
    """Whether a flare lowers the exercise as it is now."""
    return lowers(about.now.exercise, about.around)


def is_eased(about: Situation) -> bool:
    """Whether the exercise was eased for this flare and is not back yet. A turn in between that merely held,
    for pain or a worse morning, ends nothing."""
    if about.day.flare is None or not _last_is_lowered(about):
        return False
    began = about.day.flare.episode.began
    since = [turn.rules for turn in about.course.turns if turn.day >= began]
    return any(rules & EASED for rules in since) and not any(BACK in rules for rules in since)


def is_eased_by_the_plan(about: Situation) -> bool:
    """Whether the plan began before the dose was back, and this is its first session with the exercise."""
    first = about.now.step in (Step.START, *LOWERED)
    began_so = first and RETURN in about.course.item.because
    return began_so and not about.begun


def not_eased_yet(about: Situation) -> bool:
    """Whether nothing was eased for this flare yet, and it is soon enough after its beginning to matter. A
    turn that was done before the flare was told of changes nothing in that."""
    if about.day.flare is None or not _last_is_lowered(about):
        return False
    began = about.day.flare.episode.began
    soon = (about.around.today - began).days < about.around.library.flare.review_after.value
    touched = any(turn.rules & (EASED | {BACK}) for turn in about.course.turns if turn.day >= began)
    return soon and not touched


def mornings_allow_more(about: Situation) -> bool:
    """Whether the latest morning allows a step back up."""
    return about.day.flare is not None and about.day.flare.may_rise


def is_all_the_way_back(about: Situation) -> bool:
    """Whether the way back ends with this step."""
    return about.day.flare is not None and _share(about, about.day.flare) >= WHOLE


def halved(about: Situation) -> Made:
    """The share that is kept in the first days of a flare."""
    dose = scaled(about.now.dose, about.around.library.flare.share_while_calm.value)
    return Made(about.now.exercise, dose)


def as_far_as_now(about: Situation) -> Made | None:
    """The same as last time on the way back. A dose that a flare lowered earns no rise and no harder step
    before it is back."""
    if about.day.flare is None:
        return None
    words = {"percent": f"{_share(about, about.day.flare, more=False):.0f}"}
    return Made(about.last.exercise, about.last.dose, words)


def step_back_up(about: Situation) -> Made | None:
    """The share of the dose from before the flare that has come back by now; on the way never less than last
    time. A weight or band that something else lowered since does not come back with it."""
    if about.day.flare is None:
        return None
    share = _share(about, about.day.flare)
    dose = scaled(_before(about, about.day.flare), share)
    held = lesser(dose, about.last.dose, about.around.bands)
    if dose.load_kg is not None or dose.band is not None:
        dose = dose.but(load_kg=held.load_kg, band=held.band)
    if is_eased(about) and volume(dose) < volume(about.last.dose):
        dose = about.last.dose
    return Made(about.last.exercise, dose, {"percent": f"{share:.0f}"})


def share_to_begin_with(about: Situation) -> Made | None:
    """In a new plan that began before the dose was back: a step of the way, not the whole."""
    if about.day.flare is None:
        return None
    share = _share(about, about.day.flare)
    return Made(about.now.exercise, scaled(about.now.dose, share), {"percent": f"{share:.0f}"})


def lesser_on_the_way_back(about: Situation) -> Made | None:
    """What was lowered already and the share that has come back by now, in each part the lesser. Of an easier
    rung it is the share of what that begins with."""
    if about.day.flare is None:
        return None
    share, was = _share(about, about.day.flare), about.now
    same = was.exercise.id == _present(about).id
    whole = _before(about, about.day.flare) if same else was.dose
    dose = lesser(was.dose, scaled(whole, share), about.around.bands)
    return Made(was.exercise, dose, {"percent": f"{share:.0f}"})


def lowers(exercise: Exercise, around: Around) -> bool:
    """Whether a flare lowers this exercise."""
    return around.is_spinal(exercise) and exercise.pattern is not Pattern.WALK


def _last_is_lowered(about: Situation) -> bool:
    return about.begun and lowers(about.last.exercise, about.around)


def _share(about: Situation, flare: Flaring, *, more: bool = True) -> float:
    """The percent of the earlier dose: the calm share, the steps given since, and one more where the
    morning allows it."""
    steps = max(0, _given(about, flare) + (more and flare.may_rise))
    return min(float(WHOLE), about.around.library.flare.share_while_calm.value + steps * _step(about.around))


def _given(about: Situation, flare: Flaring) -> int:
    """The steps given on this way back. Where the exercise was lowered on the way, it begins anew, from half:
    the dose then is less than that."""
    count, eased = 0, False
    for turn in about.course.turns:
        if turn.day <= flare.episode.began:
            continue
        if eased and turn.step in LOWERED and not turn.rules & EASED:
            count = -1
        eased = eased or bool(turn.rules & EASED)
        count += RETURN in turn.rules
    return count


def _step(around: Around) -> float:
    """One step of the way back, in percent: what is to come back, shared among the sessions of some days,
    within the smallest and the largest step."""
    rules = around.library.flare
    sessions = around.plan.sessions_a_week * rules.return_over.value / WEEK
    even = (WHOLE - rules.share_while_calm.value) / sessions
    return min(rules.return_step.value, max(rules.smallest_return_step.value, even))


def _before(about: Situation, flare: Flaring) -> Dose:
    """The dose before flares lowered it; without one, what the plan or the present rung begins with."""
    for turn in reversed(about.course.turns):
        earlier = turn.day < flare.episode.began and not turn.rules & EASED
        if earlier and turn.exercise.id == about.last.exercise.id:
            return turn.dose
    item, now = about.course.item, _present(about)
    return item.dose if now.id == item.exercise else begin_lower(now, item.dose, about.around)


def _present(about: Situation) -> Exercise:
    """What was done last, or before a first time what the plan names."""
    return about.last.exercise if about.begun else about.around.library.exercises[about.course.item.exercise]
