"""What can be found: answers, exercises, measures, programmes and claims, with the words that find them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gradus.library.library import Library
from gradus.library.types import Answer, Claim, Exercise, Measure, Programme

Kind = Literal["answer", "exercise", "measure", "programme", "claim"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something to be found: its `title`, other phrases that it is `asked` for by, and its `body`. `topics`
    and `links` (ids of other entries it names) say what it belongs beside."""

    kind: Kind
    id: str
    title: str
    asked: tuple[str, ...]
    body: str
    topics: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()

    @property
    def texts(self) -> dict[str, str]:
        """What the search looks through, by field."""
        return {"title": self.title, "asked": " ".join(self.asked), "body": self.body}


def entries(library: Library) -> Iterator[Entry]:
    """Everything in the library that a person may look for, answers first."""
    yield from map(_answer, library.answers.values())
    yield from map(_exercise, library.exercises.values())
    yield from map(_measure, library.measures.values())
    yield from map(_programme, library.programmes.values())
    yield from map(_claim, library.claims.values())


def _answer(answer: Answer) -> Entry:
    return Entry(
        kind="answer",
        id=answer.id,
        title=answer.question,
        asked=(answer.id.replace("-", " "), *answer.also_asked),
        body=" ".join((answer.short, *answer.longer)),
        topics=frozenset(answer.topics),
        links=frozenset((*answer.claims, *answer.exercises, *answer.measures, *answer.programmes)),
    )


def _exercise(exercise: Exercise) -> Entry:
    return Entry(
        kind="exercise",
        id=exercise.id,
        title=exercise.en.name,
        asked=(exercise.id.replace("-", " "), exercise.pattern, exercise.position, *exercise.needs),
        body=" ".join((exercise.en.purpose, exercise.en.setup, *exercise.muscles)),
        topics=frozenset({exercise.pattern}),
    )


def _measure(measure: Measure) -> Entry:
    return Entry(
        kind="measure",
        id=measure.id,
        title=measure.title,
        asked=(measure.id.replace("-", " "),),
        body=" ".join((*measure.protocol, *measure.notes)),
    )


def _programme(programme: Programme) -> Entry:
    return Entry(
        kind="programme",
        id=programme.id,
        title=programme.title,
        asked=(programme.id.replace("-", " "),),
        body=" ".join((programme.for_whom, programme.what, programme.found)),
        links=frozenset(programme.measures),
    )


def _claim(claim: Claim) -> Entry:
    return Entry(
        kind="claim",
        id=claim.id,
        title=claim.claim,
        asked=(claim.id.replace("-", " "),),
        body=" ".join((claim.why, claim.says_instead or "")),
        topics=frozenset(claim.topics),
    )
