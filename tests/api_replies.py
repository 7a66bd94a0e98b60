"""The answers of the API, field by field: what the coach answers, without the head of a line, and what is the
API's own. schemas/openapi.json is made from these types, and answers are read by them, strictly."""

from typing import Any, Literal

from msgspec import NODEFAULT, Struct, defstruct
from msgspec.structs import fields

from gradus.record.facts import PlanMade
from tests import replies
from tests.replies import Item, Part

HEAD = {"v", "gradus", "tag"}


def bare(kind: type[Struct], *more: tuple[str, Any], without: frozenset[str] = frozenset()) -> type[Struct]:
    """A reply of the coach as the API gives it, with what the API adds."""
    told: list[Any] = [
        (each.name, each.type) if each.default is NODEFAULT else (each.name, each.type, each.default)
        for each in fields(kind)
        if each.name not in HEAD | without
    ]
    return defstruct(
        f"{kind.__name__}Answer",
        [*(each for each in told if len(each) == 2), *more, *(each for each in told if len(each) > 2)],
        bases=(Part,),
        namespace={"__doc__": kind.__doc__},
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
    )


class Verdict(Part, frozen=True):
    """What became of one fact. `says` is why it was refused, or of a set that is kept: why its exercise is to
    be stopped for today."""

    id: str
    verdict: Literal["kept", "had", "refused"]
    says: str


class Verdicts(Part, frozen=True):
    """A verdict on each fact, in their order."""

    verdicts: list[Verdict]


class Session(Part, frozen=True):
    """The session of today. Sets are told under its `id`, with `promise`; its end is a fact of kind `session`
    with that id, and `plan`, `shape` and `short` as here (`short` is "no" of one that is skipped)."""

    id: str
    promise: str
    plan: str | None
    shape: str | None
    short: Literal["no", "less-time", "low-day"]
    ended: Literal["finished", "stopped", "skipped"] | None
    sets: list[str]
    items: list[Item]


class Option(Part, frozen=True):
    """An exercise that may stand in for another today, or be added."""

    exercise: str
    name: str
    dose: str
    purpose: str


class Options(Part, frozen=True):
    """What may stand in, or be added; where nothing may, why."""

    options: list[Option]
    says: list[str]


class Taken(Part, frozen=True):
    """The plan that was taken, as a fact."""

    plan: PlanMade


class Standing(Part, frozen=True):
    """The plan that stands, as a fact; null without one, and while the safety questions are open or something
    stops all exercise."""

    plan: PlanMade | None


class Titled(Part, frozen=True):
    """A thing of the library."""

    id: str
    title: str


class Library(Part, frozen=True):
    """What the library has. Exercises and programmes are left out while something stops all exercise."""

    version: str
    answers: list[Titled]
    claims: list[Titled]
    exercises: list[Titled]
    measures: list[Titled]
    programmes: list[Titled]
    sources: list[Titled]


class Thing(Part, frozen=True):
    """One thing as its file has it (schemas/library); what is not said there is left out."""

    kind: Literal["answers", "claims", "exercises", "measures", "programmes", "sources"]
    version: str
    thing: dict[str, Any]


class Found(Part, frozen=True):
    """Something that a question found."""

    kind: Literal["answer", "exercise", "measure", "programme", "claim"]
    id: str
    title: str


class Search(Part, frozen=True):
    """What is known of a question; `answer` as its file has it. `watch_for` is always there."""

    question: str
    found: bool
    answer: dict[str, Any] | None
    others: list[Found]
    beside: list[Found]
    near: list[Found]
    withheld: int
    urgent: bool
    elsewhere: bool
    watch_for: list[str]
    library: str


class Record(Part, frozen=True):
    """Every fact that ever came, in order of arrival, as lines of a record have them."""

    facts: list[dict[str, Any]]


class Says(Part, frozen=True):
    """Why it could not be done, in words."""

    says: str


ALONE = frozenset({"library"})
TODAY = bare(replies.Today, ("session", Session | None), without=frozenset({"store", "instead"}))
OCCASION = Literal["intake", "flare", "routine", "request", "after-clearance"]
ANSWERS: dict[str, tuple[Any, ...]] = {
    "screen": (bare(replies.Screen, ("occasion", OCCASION), without=ALONE),),
    "today": (TODAY,),
    "tell": (Verdicts,),
    "record": (Record,),
    "options": (Options,),
    "change": (TODAY,),
    "plan": (Standing,),
    "takePlan": (Taken, Taken),
    "newPlan": (bare(replies.Plan, without=ALONE | {"store"}),),
    "others": (bare(replies.Others, without=ALONE),),
    "review": (bare(replies.Review, without=ALONE),),
    "why": (bare(replies.Why, without=ALONE),),
    "library": (Library,),
    "thing": (Thing,),
    "search": (Search,),
}
"""What each operation answers: with 200, and where there are two, with 201."""
