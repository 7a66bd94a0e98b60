"""A published study, or one that we propose, as a simulation runs it again: arms, visits and measures, every
number with what it rests on."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest, least
from gradus.library.types.common import Text, Threshold
from gradus.library.types.content import content
from gradus.library.types.simulation import CourseKind
from gradus.vocabulary.ids import ProgrammeId, StudyId

Design = Literal["controlled", "repeated", "uncontrolled", "factorial"]
"""Two arms at two visits; several arms at several visits; one arm; two parts of a programme, alone and
together."""


@content
class Outcome:
    """Something that is measured.

    Pain follows the person model, a `capacity` grows as it says for so many sets a week, a `score` moves by
    so much as is given here. `gives` says by arm what it does for this outcome: the share of the effect of
    exercise on pain, the sets a week, or the change by the end of training. An arm that is not named does
    nothing for it. `mean` and `spread` are those of people at the start, `error` the standard error of one
    measurement, `unlike` the spread of a score's change between people, in whatever arm.

    `came_out` says what the publication found, nothing where it was not tested so. `at_least` is a change of
    the group as a share of the start that it published; `important` is the smallest important change;
    `checks` how many of the visits measure it, all where it is not said."""

    title: Text
    kind: Literal["pain", "capacity", "score"]
    better: Literal["lower", "higher"]
    gives: Mapping[str, Threshold]
    mean: Threshold | None = None
    spread: Threshold | None = None
    error: Threshold | None = None
    unlike: Threshold | None = None
    came_out: bool | None = None
    at_least: Threshold | None = None
    important: Threshold | None = None
    checks: Annotated[int, least(2)] | None = None
    whole: bool = False


@content
class Study:
    """One study. The first arm is the one that the others are held against, or the untrained one of a
    factorial study. `visits` are weeks from the start, the first one 0; training lasts until `trains`, and
    goes on at home afterwards where `goes_on` says so."""

    id: StudyId
    title: Text
    design: Design
    arms: Annotated[Mapping[str, Text], fewest(1)]
    course: CourseKind
    supervised: bool
    people: Threshold
    trains: Threshold
    visits: Annotated[tuple[Threshold, ...], fewest(2)]
    chance: Threshold
    outcomes: Annotated[Mapping[str, Outcome], fewest(1)]
    leaves: Threshold | None = None
    goes_on: bool = False
    document: str = ""
    programmes: tuple[ProgrammeId, ...] = ()
    cannot_tell: Annotated[tuple[Text, ...], fewest(1)]
    reviewed_by: str
    reviewed_on: date | None = None
