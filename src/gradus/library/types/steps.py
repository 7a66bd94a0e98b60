"""The table of steps: which condition leads to which step of a dose, and which goes first."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest
from gradus.library.types.content import content
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.scales import Step

When = Literal[
    # what stands over the exercise today
    "flare-not-better", "too-many-flares", "walking",
    "clinicians-dose", "clinicians-dose-is-the-same", "clinicians-dose-is-less", "raises-wait-for-clinician",
    "kept-out", "locked-by-clinician", "retired", "calm-work-only", "limit-stands-against",
    "support-not-there", "equipment-gone", "position-gone",
    # how it was borne and what was done
    "first-time", "kept-from-before",
    "leg-symptoms", "pain-above-limit", "pain-while-irritable",
    "least-there-is", "pain-in-the-middle", "middle-again", "provoked-again", "would-go-below-the-start",
    "mornings-stay-worse", "loads-the-back", "lowered-for-the-mornings", "something-new", "morning-was-worse",
    "not-all-done", "missed-again-and-again", "pain-not-told", "sore-after",
    "reserve-not-told", "reserve-too-small", "too-close-again-and-again",
    "top-often-enough", "held-by-a-limit", "morning-after-unknown",
    "next-weight-too-far", "named-by-the-programme",
    # what has been decided so far
    "rises", "holds", "is-lowered", "lowered-in-place", "lowered-for-mornings-alone",
    # flares, missed time, lighter weeks
    "flare-is-calm", "flare-is-over-or-passing", "new-exercise", "halved-in-a-flare", "eased-for-the-flare",
    "eased-by-the-plan", "not-eased-yet", "went-well", "mornings-allow-more", "all-the-way-back",
    "away-for-weeks", "away-for-long",
    "lighter-week-begins", "lighter-week-goes-on", "in-a-lighter-week", "lighter-week-just-ended",
    "light-already", "easy-anyway",
]  # fmt: skip
"""Conditions by name. Each is one function of the core: `gradus.progression.conditions`."""

Way = Literal[
    "as-last-time", "clinicians-dose",
    "lighter-weight-or-band", "easier-rung", "clearly-less", "a-little-less", "as-was-managed",
    "further-from-the-limit",
    "reserve-comes-back", "a-little-more", "wider-range", "heavier-weight", "stronger-band", "harder-rung",
    "more-repetitions",
    "easier-rung-that-fits", "something-alike", "share-after-weeks", "share-after-long",
    "flare-share", "as-far-as-now", "step-back-up", "share-to-begin-with", "lesser-on-the-way-back",
    "lighter-dose", "lesser-of-both", "dose-before-the-lighter-week",
]  # fmt: skip
"""Ways to a dose by name. Each is one function of the core, `gradus.progression.ways`; a way that cannot be
gone (no lighter weight is at hand, the top is reached) leaves its row aside, and the next one is asked."""

Part = Annotated[str, fewest(1)]


@content
class StepRow:
    """One row. It holds when every condition in `when` does, none in `unless` does, and its way can be gone.

    It then gives the `step`, the `dose` by a way, and the `reason`; what it does not name stays as decided so
    far. `found` are further reasons, said where they were found; `keeps` says that the reasons so far still
    stand. A row with `then` goes on to the rows of that part, and holds when one of them does.
    """

    when: tuple[When, ...] = ()
    unless: tuple[When, ...] = ()
    dose: Way | None = None
    step: Step | None = None
    reason: RuleId | None = None
    found: tuple[RuleId, ...] = ()
    keeps: bool = False
    then: Part | None = None


@content
class StepTable:
    """The table. Its parts are asked in `order`; of each the first row that holds decides, and a later part
    may change what an earlier one decided. What rests is not looked at again."""

    order: Annotated[tuple[Part, ...], fewest(1)]
    parts: Mapping[str, tuple[StepRow, ...]]
    reviewed_by: str
    reviewed_on: date | None = None
