"""The replies of `gradus coach`, field by field: what docs/coach.md promises, as types.

schemas/coach.schema.json is made from these types, and recorded replies are read by them, strictly: a field
that is renamed, added or left out fails a test. What is `UNSET` is there only where docs/coach.md says so.
"""

from datetime import date
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType
from msgspec.json import schema_components

from gradus.record.schema import DRAFT

Number = int | float
Answer = Literal["locked", "screen", "plan", "train", "rest", "see-someone"]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table inside a reply."""


class Reply(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="reply"):
    """What every reply has: its version, that of Gradus, and that of the content. `tag` comes back as it was
    sent."""

    v: Literal[1]
    gradus: str
    library: str
    tag: Any = UNSET


class Reason(Part, frozen=True):
    """A rule that spoke. `exercise` is null where it concerns the whole."""

    exercise: str | None
    rule: str
    says: str
    cites: list[str]


class PlacedReason(Reason, frozen=True):
    """Why a place of the plan is filled as it is, or left empty. Reasons for the whole plan have no place."""

    session: str | UnsetType = UNSET
    slot: str | UnsetType = UNSET


class Advice(Part, frozen=True):
    """What the most urgent finding tells to do."""

    level: Literal["A0", "A1", "A2", "A3", "A4"]
    title: str
    do: list[str]
    training: str
    ends: str


class Question(Part, frozen=True):
    """One question of the screen; `after` is the question that it follows."""

    id: str
    kind: Literal["emergency", "event", "background", "number"]
    words: str
    after: str | None
    unit: str | None
    lowest: Number | None
    highest: Number | None
    optional: bool
    answers: list[Literal["yes", "no", "unsure", "still-unsure", "gone"]]


class Page(Part, frozen=True):
    """Questions that belong on one page."""

    screen: str
    title: str
    items: list[Question]


class Torn(Part, frozen=True):
    """Two answers that hardly go together; where it is not possible, it cannot be confirmed."""

    id: str
    asks: str
    items: list[str]
    possible: bool


class ScreenChange(Part, frozen=True):
    """One item of the newest round beside the round before."""

    item: str
    state: Literal["new", "worse", "same", "gone", "unticked"]
    before: date | None
    on: date


class Limit(Part, frozen=True):
    """What health asks for while training is open, in its own words."""

    limit: str
    says: str


class LockHeld(Part, frozen=True):
    """A rule that locks until a clearance names it, and what to do about it; `do` is null where the rule is
    about answers that stayed "not sure"."""

    rule: str
    action: Literal["A0", "A1", "A2"]
    since: date
    do: str | None


class Dose(Part, frozen=True):
    """How much, with the amount under the name of its unit; what does not apply is null."""

    sets: int
    reps: int | None
    seconds: int | None
    metres: int | None
    range: tuple[int, int]
    load_kg: Number | None
    band: str | None
    reserve: int | None
    hold_s: int | None
    tempo: str | None
    rest_s: int


class Item(Part, frozen=True):
    """One set to do."""

    exercise: str
    name: str
    set: int
    side: Literal["left", "right"] | None
    reps: int | None
    seconds: int | None
    metres: int | None
    load_kg: Number | None
    band: str | None
    reserve: int | None
    hold_s: int | None
    tempo: str | None
    rest_s: int
    step: Literal["start", "progress", "hold", "regress", "swap", "deload"]


class PlannedItem(Dose, frozen=True):
    """One exercise of a planned session, with its first dose."""

    slot: str
    exercise: str
    sets_goal: int


class PlannedSession(Part, frozen=True):
    """One session of a typical week; `day` is null where sessions take turns."""

    id: str
    title: str
    day: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | None
    minutes: Number
    items: list[PlannedItem]


class Week(Part, frozen=True):
    """The mornings of one week, with the interval of their mean; `own` when it is made from them alone."""

    mean: Number
    spread: Number | None
    mornings: int
    days: int
    first_day: date
    last_day: date
    low: Number
    high: Number
    own: bool


class ItemOf(Part, frozen=True):
    """A question of a questionnaire that was answered otherwise the last time."""

    item: str
    first: int
    last: int


class Test(Part, frozen=True):
    """A measure then and now, in its own unit; null with one result only."""

    measure: str
    side: Literal["left", "right"] | None
    verdict: Literal["changed", "possibly", "not-changed", "worse", "unknown"] | None
    first: Number | None
    last: Number | None
    error: Number | None
    matters: Number | None
    says: str
    items: list[ItemOf] | None


class DoseThenAndNow(Part, frozen=True):
    """The dose of an exercise when it was first and last shown."""

    exercise: str
    sessions: int
    first: Dose
    last: Dose


class Line(Part, frozen=True):
    """The trend of the latest weeks: how far the line goes in all, and between which ends."""

    direction: Literal["falling", "rising", "unclear"]
    moved: Number
    low: Number
    high: Number
    weeks: int


class Goal(Part, frozen=True):
    """A goal in the person's own words; `reached_on` is null while it lies ahead."""

    words: str
    reached_on: date | None


class Decided(Part, frozen=True):
    """What a look back decides, and why."""

    what: Literal["continue", "raise-phase", "change-programme", "see-someone", "questions-first"]
    reasons: list[Reason]


class Kept(Part, frozen=True):
    """Sessions planned and done; `percent` is null when nothing was planned."""

    planned: int
    done: int
    percent: Number | None


class Error(Reply, frozen=True, tag="error"):
    """A line that cannot be used: where, what, and what to do. Nothing of it was kept."""

    fault: str


class KeptFact(Reply, frozen=True, tag="kept"):
    """A fact is part of the conversation. `again` says that it was before; `why` that it is of a newer
    version."""

    fact: str
    again: bool | UnsetType = UNSET
    why: str | UnsetType = UNSET


class Screen(Reply, frozen=True, tag="screen"):
    """Where the safety screen stands on the day."""

    day: date
    action: Literal["A0", "A1", "A2", "A3", "A4"] | None
    cleared: Literal["full", "calm"] | None
    limits: list[Limit]
    locks: list[LockHeld]
    ask: list[Page]
    advice: Advice | None
    due: date | None
    contradictions: list[Torn]
    changes: list[ScreenChange]
    reasons: list[Reason]


class Plan(Reply, frozen=True, tag="plan"):
    """A plan that was found, or why there is none (docs/coach.md tells which fields go together)."""

    found: bool
    reasons: list[PlacedReason]
    programme: str | UnsetType = UNSET
    phase: str | UnsetType = UNSET
    sessions: list[PlannedSession] | UnsetType = UNSET
    objective: int | UnsetType = UNSET
    bound: Number | UnsetType = UNSET
    proven: bool | UnsetType = UNSET
    left_empty: list[str] | UnsetType = UNSET
    action: Literal["A0", "A1", "A2", "A3", "A4"] | UnsetType | None = UNSET
    open_questions: int | UnsetType = UNSET
    change: str | UnsetType = UNSET
    store: list[dict[str, Any]] | UnsetType = UNSET


class OtherPlan(Part, frozen=True):
    """A programme beside the present one that fits."""

    programme: str
    title: str
    sessions_a_week: int
    minutes: Number
    exercises: int
    new: int


class Others(Reply, frozen=True, tag="others"):
    """The other programmes that fit, or what stands before a plan."""

    found: bool
    others: list[OtherPlan] | UnsetType = UNSET
    action: Literal["A0", "A1", "A2", "A3", "A4"] | UnsetType | None = UNSET
    open_questions: int | UnsetType = UNSET
    reasons: list[Reason] | UnsetType = UNSET


class Named(Part, frozen=True):
    """An exercise by id and name."""

    exercise: str
    name: str


class Offer(Part, frozen=True):
    """Something to do on a rest day for those who feel like it; `minutes` from and to, null where any length
    is right."""

    exercises: list[Named]
    minutes: tuple[int, int] | None
    rule: str
    says: str
    cites: list[str]


class Option(Part, frozen=True):
    """An exercise that may stand in today, set by set; storing what `store` holds chooses it."""

    exercise: str
    name: str
    items: list[Item]
    store: list[dict[str, Any]] | UnsetType = UNSET


class Instead(Part, frozen=True):
    """What may stand in today for the exercise that was named, the best first."""

    exercise: str
    options: list[Option]
    reasons: list[Reason]


class Today(Reply, frozen=True, tag="today"):
    """What to do on the day, set by set."""

    day: date
    action: Answer
    advice: Advice | None
    ask: list[Literal["screen", "morning", "flare", "usual-pain", "provoking"]]
    plan: str | None
    shape: str | None
    title: str
    number: int
    items: list[Item]
    short: Literal["no", "less-time", "low-day"]
    left_out: list[Named]
    offers: list[Offer]
    next_on: date | None
    cues: list[str]
    reasons: list[Reason]
    store: list[dict[str, Any]] | UnsetType = UNSET
    instead: Instead | UnsetType = UNSET


class Review(Reply, frozen=True, tag="review"):
    """The look back."""

    day: date
    began_on: date | None
    weeks: int
    due: bool
    morning_pain: list[Week | None]
    trend: Line | None
    tests: list[Test]
    doses: list[DoseThenAndNow]
    sessions: Kept
    milestones: list[Goal]
    decision: Decided | None
    next_review: date | None
    reasons: list[Reason]
    next: list[Reason]


class ReasonOf(Reason, frozen=True):
    """A rule that spoke about the dose, or about the place in the plan."""

    about: Literal["dose", "plan"]


class RuleNumber(Part, frozen=True):
    """A number that rules go by, as the library has it now."""

    number: str
    value: float
    unit: str
    basis: Literal["source", "derived", "recalled", "default"]
    cites: list[str]
    rules: list[str]


class Told(Part, frozen=True):
    """A set as it was told; null is what was not told or does not apply."""

    set: int
    side: Literal["left", "right"] | None
    reps: int | None
    seconds: float | None
    metres: float | None
    load_kg: float | None
    band: str | None
    reserve: int | None
    pain_0_10: int | None
    leg: str | None


class MorningTold(Part, frozen=True):
    """The pain of a morning, and what was usual before it; null without enough mornings."""

    day: str
    pain_0_10: int
    usual: float | None


class Before(Part, frozen=True):
    """An earlier session of the exercise, or of the one in whose place it came."""

    exercise: str
    day: str
    asked: Dose | None
    sets: list[Told]
    pain_after_0_10: int | None
    morning: MorningTold | None


class Flaring(Part, frozen=True):
    """The latest flare: its first day, the day on which it was said to be over, and what was usual before."""

    began: str
    over: str | None
    usual: float | None


class LimitHeld(Part, frozen=True):
    """A limit of the safety screen, with the rules that brought it."""

    limit: str
    says: str
    rules: list[str]


class Grounds(Part, frozen=True):
    """What a dose rests on, as it was told."""

    before: list[Before]
    irritability: Literal["low", "moderate", "high"]
    morning: MorningTold | None
    days_off: int | None
    flare: Flaring | None
    limits: list[LimitHeld]


class Why(Reply, frozen=True, tag="why"):
    """Why an exercise has its dose, or has none."""

    exercise: str
    dose: Dose | None
    step: Literal["start", "progress", "hold", "regress", "swap", "deload", "pause", "stop-and-screen"] | None
    on: str | None
    reasons: list[ReasonOf]
    numbers: list[RuleNumber]
    grounds: Grounds | None
    in_plan: bool
    instead_of: str | None
    advice: Advice | None
    decided_by: str


class WhyNot(Reply, frozen=True, tag="why-not"):
    """Why an exercise is not in the plan."""

    exercise: str
    reasons: list[Reason]


AnyReply = Error | KeptFact | Screen | Plan | Others | Today | Review | Why | WhyNot

PLANS = {
    "found": {
        "programme",
        "phase",
        "sessions",
        "objective",
        "bound",
        "proven",
        "left_empty",
        "reasons",
    },
    "not now": {"action", "open_questions", "reasons"},
    "nothing fits": {"change", "reasons"},
}
"""The fields that go together in the three kinds of reply to "plan", beside `found` and `store`."""


def coach_schema() -> dict[str, Any]:
    """The schema of one line that `gradus coach` writes."""
    (line,), parts = schema_components([AnyReply], ref_template="#/$defs/{name}")
    return {"$schema": DRAFT, "title": "A reply of gradus coach", **line, "$defs": parts}
