"""One place of a session on one day, as the table of steps looks at it."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from gradus.library.types import Exercise
from gradus.planning.weights import AtHand
from gradus.progression.around import Around, Course, Next
from gradus.progression.bearing import Bearing
from gradus.progression.clinician import standing_override
from gradus.progression.day import Day
from gradus.progression.judging import DAY
from gradus.progression.turns import Turn
from gradus.record.facts import Override
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Colour, Step
from gradus.vocabulary.value import Value, field, replace


class Situation(Value, frozen=True, kw_only=True):
    """What the conditions and ways of the table are asked of.

    `now` is what was decided so far; before anything was, what was asked for last time, or what the plan
    begins with. `borne` is how it was borne then; the first time, the last bearing above the limit elsewhere,
    if it is not long ago. `override` is a dose that a clinician has set since, and `ready` are reasons with
    their sentences, made where they were found.
    """

    course: Course
    around: Around
    day: Day
    now: Next
    borne: Bearing | None
    override: Override | None
    ready: Mapping[RuleId, Reason]
    because: tuple[Reason, ...] = ()

    @property
    def last(self) -> Turn:
        """The newest turn. Only to be asked for where there is one."""
        return self.course.turns[-1]

    @property
    def begun(self) -> bool:
        """Whether the exercise has had a turn."""
        return bool(self.course.turns)

    @property
    def own(self) -> AtHand:
        """The real weights and bands for the exercise as it is now."""
        return self.around.at_hand(self.now.exercise, self.now.dose)


class Made(Value, frozen=True):
    """Where a way leads: the exercise, its dose, and the words that its reason needs and only it knows."""

    exercise: Exercise
    dose: Dose
    words: Mapping[str, object] = field(default_factory=dict)


Condition: TypeAlias = Callable[[Situation], bool]
Going: TypeAlias = Callable[[Situation], Made | None]


def situation(course: Course, around: Around, day: Day) -> Situation:
    """The situation before anything is decided. Time away and flares count from the day on which a clinician
    set a dose, where one has since the exercise was last done."""
    override = standing_override(course, around, day.doses)
    if override is not None:
        days_off = (around.today - override.day).days
        around = replace(around, days_off=min(days_off, around.days_off or days_off))
        if day.flare is not None and day.flare.episode.began <= override.day:
            day = replace(day, flare=None)
    signs = () if day.lighter is None else day.lighter.signs
    known = (*signs, *((day.stop,) if day.stop else ()))
    return Situation(
        course=course,
        around=around,
        day=day,
        now=_before(course, around),
        borne=_borne(course, around),
        override=override,
        ready={reason.rule: reason for reason in known},
    )


def borne_since(last: Turn, around: Around) -> Bearing:
    """How the exercise was borne in its last turn, and wherever else it was done since. Leg symptoms that the
    next morning tells of count for every exercise that loads the low back."""
    borne = around.borne(last)
    if around.is_spinal(last.exercise) and around.mornings.leg_lasted(last.day + DAY):
        borne = Bearing(Colour.RED, borne.pain, leg=True)
    elsewhere = [
        hurt.bearing
        for hurt in around.hurt.get(last.exercise.id, ())
        if hurt.session != last.session and hurt.day >= last.day
    ]
    return max([borne, *elsewhere], key=_severity)


def _before(course: Course, around: Around) -> Next:
    if course.turns:
        last = course.turns[-1]
        return Next(exercise=last.exercise, dose=last.dose, step=last.step)
    exercise = around.library.exercises[course.item.exercise]
    return Next(exercise=exercise, dose=course.item.dose, step=Step.START)


def _borne(course: Course, around: Around) -> Bearing | None:
    if course.turns:
        return borne_since(course.turns[-1], around)
    recent = around.library.pain.days_looked_back_for_reds.value
    reds = [
        hurt.bearing
        for hurt in around.hurt.get(course.item.exercise, ())
        if hurt.bearing.colour is Colour.RED and (around.today - hurt.day).days <= recent
    ]
    return reds[-1] if reds else None


def _severity(borne: Bearing) -> tuple[int, bool, int]:
    order = (Colour.GREEN, None, Colour.AMBER, Colour.RED)
    return (order.index(borne.colour), borne.leg, borne.pain or 0)
