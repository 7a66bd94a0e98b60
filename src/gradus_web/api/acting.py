"""What a program does beside telling facts: takes a plan, changes the session of the day. The same actions as
on the pages."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from gradus.vocabulary.ids import FactId
from gradus_exchange.replies import Table
from gradus_web.api.site import Refused
from gradus_web.api.tables import of_today, programme_of, taken
from gradus_web.diary.actions.plan import take
from gradus_web.diary.actions.session import add, leave_out, swap
from gradus_web.diary.queries.wish import FEWEST, MOST, Wish
from gradus_web.people.doors import Here

Minutes = Annotated[int | None, Field(ge=FEWEST, le=MOST)]
Name = Annotated[str | None, Field(max_length=80)]
NO_PLAN = "No plan can be taken now: GET /api/v1/plan/new says why."
NOT_SO = "That may not be: GET /api/v1/session/options says what may."


class Taking(Schema):
    """The plan to be taken, under an id of the program's own; the present programme where none is named."""

    model_config = ConfigDict(extra="forbid")
    id: UUID
    programme: Name = None


class Changing(Schema):
    """A change of today's session, for today alone: `exercise` left out, `by` added, or one in the place of
    the other. `minutes` and `low` as today was asked for with."""

    model_config = ConfigDict(extra="forbid")
    exercise: Name = None
    by: Name = None
    minutes: Minutes = None
    low: bool = False


def take_plan(here: Here, taking: Taking) -> tuple[int, Table]:
    """The plan taken, once however often it is sent, with the status: 201 the first time."""
    id_ = FactId(str(taking.id))
    if here.known(id_) is not None:
        return 200, taken(here, id_)
    if not take(here, programme_of(here, taking.programme), id_):
        raise Refused(409, NO_PLAN)
    return 201, taken(here, id_)


def change(here: Here, changing: Changing) -> Table:
    """Today as it is after the change."""
    wish = Wish(changing.minutes, changing.low)
    match changing.exercise, changing.by:
        case None, str(by):
            done = add(here, wish, by)
        case str(exercise), None:
            done = leave_out(here, wish, exercise)
        case str(exercise), str(by):
            done = swap(here, wish, exercise, by)
        case _:
            done = False
    if not done:
        raise Refused(409, NOT_SO)
    return of_today(here, wish)
