"""A programme: phases, their sessions, and the places in a session."""

from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest
from gradus.library.types.common import Count, Text, Threshold
from gradus.library.types.content import content
from gradus.vocabulary.ids import ExerciseId, MeasureId, PhaseId, ProgrammeId, SourceId
from gradus.vocabulary.scales import Basis, DoseKind, Pattern


@content
class Slot:
    """A place in a session: a pattern for the planner to fill, or one exercise that the programme fixes.

    For a pattern, `reps` narrows the range of exercises counted in repetitions; others keep their own range.
    A fixed exercise takes the slot's range, rest and hold as they stand, where the slot gives them.
    `optional` slots may stay empty when time is short."""

    id: str
    patterns: tuple[Pattern, ...] = ()
    exercise: ExerciseId | None = None
    kind: DoseKind | None = None
    sets: Count | None = None
    reps: tuple[Count, Count] | None = None
    seconds: tuple[Count, Count] | None = None
    metres: tuple[Count, Count] | None = None
    rest_s: Count | None = None
    hold_s: Count | None = None
    optional: bool = False


@content
class SessionShape:
    """One session of a phase: its places in order, and where its trial held it."""

    id: str
    title: Text
    slots: Annotated[tuple[Slot, ...], fewest(1)]
    where: Literal["home", "clinic", "anywhere"] = "anywhere"


@content
class Phase:
    """A part of a programme. It lasts `weeks` times `sessions_per_week` sessions done, not days.

    `max_high_rank` is how many exercises of high lumbar rank one session may hold, `highest_new_rank` the
    highest lumbar rank of an exercise that the planner may begin; a slot that names its exercise is free of
    the second. It has up to `most_per_week` sessions for a person who trains already and has the days. A
    phase that `grows` prefers what can become harder to easy movement. After a phase that `strengthens`, done
    to its end, the heaviest exercises can be earned.

    A phase whose sessions are done is left only after so many sessions in a row that went well
    (`green_to_leave`), so many days in which nothing hurt too much (`red_free_to_leave`), when the middle one
    of its exercises has grown by so many percent (`grown_to_leave`), and where it `ends_when_reached`, when a
    goal is reached or a gain that matters. Where it is not left for so many weeks (`look_after`), somebody is
    to have a look. With `harder_steps` a published programme says itself that a harder exercise may take the
    place of one it names."""

    id: PhaseId
    title: Text
    aim: Text
    weeks: Threshold
    sessions_per_week: Threshold
    reserve: Threshold
    basis: Basis
    sessions: Annotated[tuple[SessionShape, ...], fewest(1)]
    cites: tuple[SourceId, ...] = ()
    max_high_rank: int | None = None
    highest_new_rank: int | None = None
    most_per_week: Threshold | None = None
    strengthens: bool = False
    grows: bool = False
    green_to_leave: Threshold | None = None
    red_free_to_leave: Threshold | None = None
    grown_to_leave: Threshold | None = None
    ends_when_reached: bool = False
    look_after: Threshold | None = None
    harder_steps: bool = False
    note: str = ""


@content
class Programme:
    """A programme as it was tested, or our own. `found` and `cannot_say` tell what its study can carry.
    One `for_runners` is proposed to nobody else."""

    id: ProgrammeId
    version: Count
    title: Text
    kind: Literal["published", "individual"]
    for_whom: Text
    what: Text
    found: Text
    cannot_say: Text
    ours: tuple[Text, ...]
    phases: Annotated[tuple[Phase, ...], fewest(1)]
    reviewed_by: str
    reviewed_on: date | None = None
    document: str = ""
    for_runners: bool = False
    measures: tuple[MeasureId, ...] = ()
    cites: tuple[SourceId, ...] = ()
