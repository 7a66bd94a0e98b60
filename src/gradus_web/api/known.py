"""What is known, for programs: the library and its search. While something stops all exercise, no exercise
and no programme is shown."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from gradus.library.library import Library
from gradus_exchange.knowledge import answer_table, thing_table
from gradus_exchange.replies import Table
from gradus_web.api.site import Refused
from gradus_web.learn.queries import asked, shows_exercises
from gradus_web.people.doors import Here

Kind = Literal["answers", "claims", "exercises", "measures", "programmes", "sources"]
TRAINING: tuple[Kind, ...] = ("exercises", "programmes")
STOPPED = "No exercise is shown while something stops all exercise: GET /api/v1/today says what."
TITLES = ("title", "question", "claim", "citation")


def of_library(here: Here) -> Table:
    """The version of the content, and what there is of each kind, by id and title."""
    shows = shows_exercises(here)
    told: Table = {"version": here.library.version}
    for kind in get_args(Kind):
        told[kind] = _listed(here.library, kind) if shows or kind not in TRAINING else []
    return told


def of_thing(here: Here, kind: Kind, name: str) -> Table:
    """One thing as its file has it, with the emergency numbers of the person's country."""
    if kind in TRAINING and not shows_exercises(here):
        raise Refused(403, STOPPED)
    things = _things(here.library, kind)
    if name not in things:
        raise Refused(404, "The library has no such thing.")
    return {"kind": kind, "version": here.library.version, "thing": thing_table(things[name])}


def of_search(here: Here, question: str) -> Table:
    """What is known of a question."""
    return answer_table(asked(" ".join(question.split()), here, here.day), here.library)


def _listed(library: Library, kind: Kind) -> list[Table]:
    return [{"id": name, "title": _title(thing)} for name, thing in _things(library, kind).items()]


def _things(library: Library, kind: Kind) -> Mapping[str, Any]:
    things: dict[Kind, Mapping[Any, Any]] = {
        "answers": library.answers,
        "claims": library.claims,
        "exercises": library.exercises,
        "measures": library.measures,
        "programmes": library.programmes,
        "sources": library.sources,
    }
    return things[kind]


def _title(thing: Any) -> str:
    if hasattr(thing, "en"):
        return str(thing.en.name)
    return str(next(getattr(thing, key) for key in TITLES if hasattr(thing, key)))
