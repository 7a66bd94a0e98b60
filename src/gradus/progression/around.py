"""What surrounds a decision: the person, their limits and mornings, the day, and the turns of an exercise."""

from collections.abc import Mapping, Sequence
from datetime import date

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.planning.finding import finds_weight
from gradus.planning.weights import AtHand, at_hand
from gradus.progression.bearing import Bearing
from gradus.progression.judging import DAY, Judge, Mornings
from gradus.progression.occasions import Log
from gradus.progression.telling import told
from gradus.progression.turns import Turn, Turns
from gradus.record.facts import PlanMade
from gradus.record.parts import PlanItem
from gradus.record.person import Person
from gradus.screening.cleared import Cleared
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, MeasureId, RuleId
from gradus.vocabulary.pounds import weight
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Step
from gradus.vocabulary.value import Value, field

LOWERED = (Step.REGRESS, Step.SWAP)
LASTING_RISE = RuleId("mornings-stay-worse")


class Next(Value, frozen=True, kw_only=True):
    """What an exercise of a session comes to: the exercise, its dose and the step that led there. With the
    steps pause and stop-and-screen the dose is the one that waits; it is not to be done."""

    exercise: Exercise
    dose: Dose
    step: Step

    @property
    def is_done(self) -> bool:
        """Whether the exercise belongs to the session."""
        return self.step not in (Step.PAUSE, Step.STOP_AND_SCREEN)


class Hurt(Value, frozen=True, kw_only=True):
    """A session in which an exercise was borne amber or red."""

    day: date
    session: FactId
    bearing: Bearing


class Course(Value, frozen=True, kw_only=True):
    """One place of the session to be: what the plan puts there and the turns so far, newest last. An exercise
    that stands in several sessions of a plan has one course in them all. `shown_on` is the day on which it
    was last shown for a done session, be it a short one that makes no turn; None before one. `eased` says
    that it was lowered for a lighter week then."""

    item: PlanItem
    turns: tuple[Turn, ...]
    shown_on: date | None = None
    eased: bool = False

    @property
    def begun(self) -> bool:
        """Whether it was shown for a done session before."""
        return self.shown_on is not None


class Around(Value, frozen=True, kw_only=True):
    """Everything that a decision of one day rests on, beside the course of the exercise itself.

    `withheld` are exercises that a clinician locked or that are retired for a while; `taken` are those that
    other places of the plan hold; `hurt` are the sessions of the last weeks in which an exercise hurt.
    `scores` are the latest home test results; `days_off` are the days since the last session, of this plan or
    not; None without one. `in_flare` says that a flare is on, or that the way back from one is.
    `news` is what the safety answers since then tell as new or more.
    """

    library: Library
    person: Person
    cleared: Cleared
    plan: PlanMade
    judge: Judge
    log: Log
    today: date
    sessions_done: int
    rise_lasts: bool = False
    in_flare: bool = False
    days_off: int | None = None
    scores: Mapping[MeasureId, float] = field(default_factory=dict)
    withheld: Mapping[ExerciseId, Reason] = field(default_factory=dict)
    taken: frozenset[ExerciseId] = frozenset()
    hurt: Mapping[ExerciseId, tuple[Hurt, ...]] = field(default_factory=dict)
    news: str = ""
    turns: dict[FactId, Turns] = field(default_factory=dict)

    @property
    def mornings(self) -> Mornings:
        """The mornings up to the day."""
        return self.judge.mornings

    @property
    def bands(self) -> Sequence[str]:
        """The person's own bands, the weakest first."""
        return self.person.bands or ()

    def borne(self, turn: Turn) -> Bearing:
        """How a turn was borne, by what was known of the person on its day."""
        return self.judge.borne(turn.sets, turn.day, turn.exercise)

    def reason(self, rule: str, **values: object) -> Reason:
        """The rule's sentence, filled in."""
        return self.library.reason(RuleId(rule), **values)

    def told(self, dose: Dose) -> str:
        """The dose in words, its load in the person's own unit."""
        return told(dose, self.person.weight_unit)

    def weight(self, load_kg: float) -> str:
        """A load in the person's own unit."""
        return weight(load_kg, self.person.weight_unit)

    def at_hand(self, exercise: Exercise, dose: Dose) -> AtHand:
        """The real weights and bands that the person can take for this exercise."""
        return at_hand(exercise, self.person, self.library.raises, dose.load_kg)

    def settled(self, turn: Turn, later: date | None = None) -> bool | None:
        """Whether the morning after that turn was no worse than accepted. False where the first morning told
        after it is worse, or after a `later` day on which the exercise was done, and when the latest morning
        is worse and the person has not said that it is no flare; None when the very morning after, or a
        baseline, is missing. Mornings of sessions without the exercise say nothing about it, but where they
        are the first that is told."""
        again = later is not None and later > turn.day and self._first_is_worse(later)
        latest = self.mornings.last_day()
        asks = latest is not None and latest > turn.day and self._asks(latest)
        if self._first_is_worse(turn.day) or again or asks:
            return False
        return None if self.mornings.worse(turn.day + DAY) is None else True

    def _first_is_worse(self, since: date) -> bool | None:
        first = self.mornings.first_after(since)
        return None if first is None else self.mornings.worse(first.day)

    def _asks(self, day: date) -> bool:
        return self.mornings.worse(day) is True and not self.mornings.is_no_flare(day)

    def was_lowered_for_the_mornings(self, course: Course) -> bool:
        """Whether the same lasting rise of mornings has lowered the exercise already."""
        rules = self.library.mornings
        window = rules.recent_days.value + rules.earlier_days.value
        return any(
            LASTING_RISE in turn.rules and (self.today - turn.day).days <= window for turn in course.turns
        )

    def finds_weight(self, exercise: Exercise) -> bool:
        """Whether the person may find the first weight of this exercise by trying today: not in a flare, and
        not while mornings stay worse or the safety answers tell of something new."""
        irritable = self.judge.known(self.today).irritability
        calm = not (self.in_flare or self.rise_lasts or self.news)
        limits = self.cleared.limits
        return calm and finds_weight(exercise, self.person, limits, irritable, self.library)

    def is_spinal(self, exercise: Exercise) -> bool:
        """Whether the exercise loads the low back enough for flares and lasting rises to lower it."""
        return exercise.lumbar_rank >= self.library.flare.spinal_rank_from.value
