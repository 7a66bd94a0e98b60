"""What is known, for somebody who may train, may not, or has not said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gradus.journey.ask import Asked, ask
from gradus.journey.today import today
from gradus.library.types import Answer, Claim, Exercise, Source
from gradus.record.history import History
from gradus.vocabulary.ids import AnswerId, ClaimId, ExerciseId, SourceId
from gradus.vocabulary.scales import DoseKind, Pattern
from gradus_web.content import library, search
from gradus_web.diary.names import EQUIPMENT, PATTERNS, POSITIONS
from gradus_web.learn.topics import heading
from gradus_web.people.doors import Here

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions that belong together."""

    name: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An exercise in the list."""

    id: ExerciseId
    name: str
    pattern: str
    position: str
    needs: tuple[str, ...]
    rank: int


def asked(question: str, here: Here | None, day: date) -> Asked:
    """What is known of a question; nobody's record is an empty one."""
    history = History() if here is None else here.history
    return ask(question[:LONGEST], history, library() if here is None else here.library, search(), day)


def topics() -> tuple[Topic, ...]:
    """All answers, by what they are about."""
    by_topic: dict[str, list[Answer]] = {}
    for answer in library().answers.values():
        by_topic.setdefault(answer.topics[0], []).append(answer)
    return tuple(Topic(heading(name), tuple(found)) for name, found in sorted(by_topic.items()))


def common_mistakes() -> tuple[Answer, ...]:
    """The answers about what often goes wrong with training as a whole."""
    return tuple(answer for answer in library().answers.values() if "mistakes" in answer.topics)


def mistakes() -> tuple[tuple[str, tuple[Exercise, ...]], ...]:
    """The exercises by kind, the easier on the back first: each tells what goes wrong in it."""
    by_kind: dict[Pattern, list[Exercise]] = {kind: [] for kind in Pattern}
    for each in sorted(library().exercises.values(), key=lambda each: (each.lumbar_rank, each.en.name)):
        by_kind[each.pattern].append(each)
    return tuple((PATTERNS[kind], tuple(found)) for kind, found in by_kind.items() if found)


def answer_named(name: str, here: Here | None) -> Answer | None:
    """The answer with that id, with the emergency numbers of the person's country."""
    known = library() if here is None else here.library
    return known.answers[AnswerId(name)] if name in known.answers else None


def claim_named(name: str) -> Claim | None:
    """The claim with that id."""
    return library().claims[ClaimId(name)] if name in library().claims else None


def sources_of(cites: Sequence[SourceId]) -> tuple[Source, ...]:
    """The publications that something rests on."""
    return tuple(library().sources[cite] for cite in cites if cite in library().sources)


def claims_of(names: Sequence[ClaimId]) -> tuple[Claim, ...]:
    """The claims with these ids."""
    return tuple(library().claims[each] for each in names if each in library().claims)


def shows_exercises(here: Here | None) -> bool:
    """Whether exercises may be looked at: not while something stops all exercise."""
    return here is None or today(here.history, here.library, here.day).action != "locked"


def cards(pattern: str, position: str, needs: str) -> tuple[Card, ...]:
    """The exercises of a kind, in a position, with a thing; an empty word asks for any. `needs` "none" is for
    those that need nothing."""
    found = (
        each
        for each in library().exercises.values()
        if pattern in ("", each.pattern)
        and position in ("", each.position)
        and (needs in ("", *each.needs) or (needs == "none" and not each.needs))
    )
    return tuple(
        _card(each) for each in sorted(found, key=lambda each: (each.pattern, each.lumbar_rank, each.en.name))
    )


def _card(exercise: Exercise) -> Card:
    return Card(
        id=exercise.id,
        name=exercise.en.name,
        pattern=PATTERNS[exercise.pattern],
        position=POSITIONS[exercise.position],
        needs=tuple(EQUIPMENT[each] for each in exercise.needs),
        rank=exercise.lumbar_rank,
    )


def filters() -> dict[str, list[tuple[str, str]]]:
    """What the exercises can be chosen by."""
    needed = {each for exercise in library().exercises.values() for each in exercise.needs}
    return {
        "patterns": [(each.value, PATTERNS[each]) for each in Pattern],
        "positions": [(key.value, words) for key, words in POSITIONS.items()],
        "needs": [
            ("none", pgettext("that an exercise needs", "nothing")),
            *((key.value, words) for key, words in EQUIPMENT.items() if key in needed),
        ],
    }


def exercise_named(name: str, here: Here | None) -> Exercise | None:
    """The exercise with that id."""
    known = library() if here is None else here.library
    return known.exercises[ExerciseId(name)] if name in known.exercises else None


def ladder(exercise: Exercise) -> tuple[Exercise, ...]:
    """The rungs from the easiest to the hardest, this one among them."""
    known = library().exercises
    rungs = [exercise]
    while (easier := rungs[0].easier) is not None and len(rungs) < len(known):
        rungs.insert(0, known[easier])
    while (harder := rungs[-1].harder) is not None and len(rungs) < len(known):
        rungs.append(known[harder])
    return tuple(rungs)


def start_of(exercise: Exercise) -> str:
    """The dose that the exercise begins with, in words."""
    low, top = exercise.dose.range
    amounts = {
        DoseKind.REPS: _("%(sets)d × %(low)d to %(top)d"),
        DoseKind.TIME: _("%(sets)d × %(low)d to %(top)d s"),
        DoseKind.DISTANCE: _("%(sets)d × %(low)d to %(top)d m"),
    }
    told = amounts[exercise.dose.kind] % {"sets": exercise.dose.sets, "low": low, "top": top}
    if exercise.one_sided:
        told = _("%(dose)s each side") % {"dose": told}
    if exercise.dose.hold_s:
        told = _("%(dose)s, each held %(seconds)d s") % {"dose": told, "seconds": exercise.dose.hold_s}
    return told
