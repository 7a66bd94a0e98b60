"""The kinds of facts. A fact is one dated thing that a person or a clinician said or did. Nothing here
computes; a new kind is a new class and a line in `Fact`. Why they are msgspec structs: docs/decisions/0002.

`day` is the local day that the fact is about, fixed when it is written; `at` is when it was written, with its
offset from UTC; facts stand in order of (day, at, id). `corrects` names the fact whose place this one takes.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from gradus.record.bounds import Amount, Answer, Country, Id, MachineStep, Pain, Plates, SomeWords, Words
from gradus.record.envelope import Envelope
from gradus.record.parts import PlannedSession, ShownItem, ShownReason
from gradus.vocabulary.bounds import Count, Few, Kilograms, Name
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import (
    ContradictionId,
    ExerciseId,
    FactId,
    ItemId,
    LibraryVersion,
    MeasureId,
    PhaseId,
    ProgrammeId,
    RuleId,
)
from gradus.vocabulary.scales import Caution, Equipment, Pattern, Position, Side, Weekday


class ScreenAnswers(Envelope, frozen=True, tag="screen"):
    """Answers to safety questions; as many as were given. A missing item is unanswered, never "no".

    "unsure" is a first "not sure"; "still-unsure" the answer when an emergency item was asked again in other
    words; "gone" the answer when a lasting condition told before was not ticked and it was asked whether it
    is gone. `confirmed` names contradictions that were asked about and are right as they stand.

    A screen cannot be taken back: a correction of it adds answers, and a lock ends by clearance only.
    """

    occasion: Literal["intake", "flare", "routine", "request", "after-clearance"]
    answers: dict[ItemId, Answer] = field(default_factory=dict)
    numbers: dict[ItemId, float] = field(default_factory=dict)
    confirmed: tuple[ContradictionId, ...] = ()


class Profile(Envelope, frozen=True, tag="profile"):
    """What is known of the person. None leaves what was said earlier; an empty list says "none"."""

    equipment: tuple[Equipment, ...] | None = None
    bands: tuple[Name, ...] | None = None  # the person's own, weakest first
    dumbbells_kg: tuple[Kilograms, ...] | None = None
    kettlebells_kg: tuple[Kilograms, ...] | None = None
    barbell_kg: Kilograms | None = None  # the bar without plates
    plates_kg: Plates | None = None  # one of each pair that can be put on
    machine_step_kg: MachineStep | None = None  # from one weight of a stack to the next
    minutes: Annotated[int, Meta(ge=5, le=180)] | None = None
    days: tuple[Weekday, ...] | None = None
    cannot_take: tuple[Position, ...] | None = None
    provoked_by: tuple[Caution, ...] | None = None
    likes: tuple[ExerciseId, ...] | None = None
    dislikes: tuple[ExerciseId, ...] | None = None
    goals: tuple[Words, ...] | None = None
    goal_patterns: tuple[Pattern, ...] | None = None
    usual_pain_0_10: Pain | None = None
    eases_within_minutes: Count | None = None
    trains_already: bool | None = None
    runs: bool | None = None
    runs_on: tuple[Weekday, ...] | None = None
    long_run_on: tuple[Weekday, ...] | None = None  # the days of a long or a fast run
    weight_unit: Literal["kg", "lb"] | None = None
    country: Country | None = None  # ISO 3166, two capital letters
    mode: Literal["self-guided", "clinician-confirms"] | None = None


class TestResult(Envelope, frozen=True, tag="test"):
    """One value of one measure, in the measure's unit; `zero_cm` is the zero point of a reach test. `answers`
    are those to the questions of a questionnaire, by question, from which the value was scored."""

    measure: MeasureId
    value: Annotated[float, Meta(ge=-1000, le=100_000)]
    side: Side | None = None
    zero_cm: Amount | None = None
    answers: dict[str, Count] | None = None
    note: Words = ""


class PlanMade(Envelope, frozen=True, tag="plan"):
    """A plan started or changed, stored whole, so that a later library re-makes nothing."""

    programme: ProgrammeId
    programme_version: Few
    phase: PhaseId
    change: Literal["started", "next-phase", "changed"]
    sessions_to_do: Few
    sessions_a_week: Annotated[int, Meta(ge=1, le=7)]
    sessions: Annotated[tuple[PlannedSession, ...], Meta(min_length=1)]
    objective: int
    bound: float
    """No plan under the same limits has a higher objective than this; equal to it when proven best."""
    proven: bool
    library: LibraryVersion
    left_empty: tuple[Name, ...] = ()


class SessionDone(Envelope, frozen=True, tag="session"):
    """A training occasion, told when it ends. Its sets name its id, as `corrects` does when told anew."""

    plan: Id | None = None
    shape: Name | None = None
    """Which session of the plan it was, by id."""
    ended: Literal["finished", "stopped", "skipped"] = "finished"
    short: Literal["no", "less-time", "low-day"] = "no"
    minutes: Amount | None = None
    pain_before_0_10: Pain | None = None
    pain_after_0_10: Pain | None = None
    note: Words = ""

    @property
    def session(self) -> FactId:
        """The id by which its sets name it."""
        return self.corrects or self.id


class SetDone(Envelope, frozen=True, tag="set"):
    """One set. Only what was counted is given; the rest stays None."""

    session: Id
    exercise: ExerciseId
    nth: Few
    side: Side | None = None
    reps: Count | None = None
    seconds: Amount | None = None
    metres: Amount | None = None
    load_kg: Kilograms | None = None
    band: Name | None = None
    reserve: Annotated[int, Meta(ge=0, le=20)] | None = None
    pain_0_10: Pain | None = None
    leg: Literal["none", "same", "further-down", "lasted-over-an-hour"] | None = None


class OtherActivity(Envelope, frozen=True, tag="activity"):
    what: Literal["walk", "run", "swim", "cycle", "yoga", "other"]
    minutes: Amount | None = None
    metres: Amount | None = None
    pain_0_10: Pain | None = None
    note: Words = ""


class MorningCheckIn(Envelope, frozen=True, tag="morning"):
    """After waking. `flare` is the answer to "is this a flare?", None when it was not asked. The note is the
    person's own; nothing is decided by it."""

    pain_0_10: Pain
    flare: bool | None = None
    sleep: Literal["poor", "fair", "good"] | None = None
    tired: bool | None = None
    leg_lasted: bool | None = None
    note: Words = ""


class Flare(Envelope, frozen=True, tag="flare"):
    """The person says that a flare began or is over."""

    state: Literal["began", "over"]
    pain_0_10: Pain | None = None
    note: Words = ""


class Milestone(Envelope, frozen=True, tag="milestone"):
    """The person says that they can do something again, in their own words; `day` is when they could."""

    words: SomeWords


class Pause(Envelope, frozen=True, tag="pause"):
    """No training from `day` to `until`, both included; None when the end is open."""

    why: Literal["holiday", "illness", "work", "other"]
    until: date | None = None
    note: Words = ""


class Correction(Envelope, frozen=True, tag="correction"):
    """Takes back the fact that `corrects` names. To change a fact, send its kind again with `corrects`."""

    why: Words = ""


class Clearance(Envelope, frozen=True, tag="clearance"):
    """A clinician's clearance, or (`by` "self") the person's statement that a clinician examined them for
    this: who, when, and what was said."""

    rules: Annotated[tuple[RuleId, ...], Meta(min_length=1)]
    examined_by: Name
    examined_on: date
    said: Words


class Lock(Envelope, frozen=True, tag="lock"):
    """A clinician stops something: one exercise, or everything (`exercise` None)."""

    exercise: ExerciseId | None = None
    until: date | None = None
    why: Words = ""


class Override(Envelope, frozen=True, tag="override"):
    """A clinician sets the dose of an exercise from the next session on, or lifts an earlier lock (`dose`
    None). It may lower freely; the caps still hold for what follows."""

    exercise: ExerciseId
    dose: Dose | None = None
    lifts: Id | None = None
    why: Words = ""


class TechniqueChecked(Envelope, frozen=True, tag="technique"):
    """Somebody who knows the exercise watched the person do it and found it good: a clinician (`by`), or the
    person tells whom they asked. Only such a check opens the heaviest exercises."""

    exercise: ExerciseId
    watched_by: Name
    note: Words = ""


class DecisionShown(Envelope, frozen=True, tag="decision"):
    """What was promised: stored when the person acts on it, under an id made from person, day and content, so
    that acting twice writes once."""

    action: Name
    plan: Id | None
    shape: Name | None
    number: Annotated[int, Meta(ge=0)]
    """Which session of the phase it is, counted from 1; 0 when nothing is to be trained."""
    items: tuple[ShownItem, ...]
    because: tuple[ShownReason, ...]
    library: LibraryVersion
    short: Literal["no", "less-time", "low-day"] = "no"
    whole: tuple[ShownItem, ...] = ()
    """What the whole session would have been, where a shorter one was asked for."""


class UnknownFact(Struct, frozen=True, kw_only=True, gc=False):
    """A fact of a kind or version that this code does not know: kept as it came, and used for nothing."""

    id: FactId
    kind: str
    v: int
    raw: bytes


Fact = (
    ScreenAnswers
    | Profile
    | TestResult
    | PlanMade
    | SessionDone
    | SetDone
    | OtherActivity
    | MorningCheckIn
    | Flare
    | Milestone
    | Pause
    | Correction
    | Clearance
    | Lock
    | Override
    | TechniqueChecked
    | DecisionShown
)
