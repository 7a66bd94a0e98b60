"""What programs read of a person, as the command and the coach tell it."""

import json

from gradus.journey.others import other_plans
from gradus.journey.plans import NoPlan, NotNow, make
from gradus.journey.screens import occasion_of, open_pages
from gradus.journey.shorter import Wish
from gradus.journey.today import today
from gradus.journey.why import why
from gradus.record.codec import encode
from gradus.record.facts import Fact, PlanMade
from gradus.vocabulary.ids import ExerciseId, FactId, ProgrammeId
from gradus_exchange.look_back import review_table
from gradus_exchange.replies import (
    Table,
    no_plan_table,
    not_now_table,
    others_table,
    plan_table,
    screen_table,
    sets_of,
    today_table,
)
from gradus_exchange.whys import why_table
from gradus_web.api.site import Refused
from gradus_web.diary.queries.plan import sheet_of
from gradus_web.diary.queries.progress import progress_page, review_page
from gradus_web.diary.queries.record import lines
from gradus_web.diary.queries.running import Running, running
from gradus_web.diary.queries.session import more, options
from gradus_web.people.doors import Here
from gradus_web.pwa.actions import session_of
from gradus_web.pwa.seal import sealed_small

STOPS = ("locked", "screen")


def of_screen(here: Here) -> Table:
    """Where the safety questions stand, and for what they are answered now."""
    answer = today(here.history, here.library, here.day)
    pages = open_pages(answer.outcome, here.library)
    occasion = occasion_of(here.history, here.library, here.day)
    return {**screen_table(answer, pages, here.library), "occasion": occasion}


def of_today(here: Here, wish: Wish) -> Table:
    """What to do today, and the session to do it in: None while nothing may be trained."""
    now = running(here, wish)
    return {**today_table(now.answer, here.library), "session": _session(here, now)}


def _session(here: Here, now: Running) -> Table | None:
    if now.shown is None or now.answer.action in STOPS:
        return None
    promise = sealed_small(now.shown.id, now.shown, (here.day.isoformat(),))
    return {
        "id": now.id or session_of(here, promise, here.day)[0],
        "promise": promise,
        "plan": now.shown.plan,
        "shape": now.shown.shape,
        "short": now.shown.short,
        "ended": now.ended,
        "sets": [each.id for each in now.sets],
        "items": [each for item in now.items for each in sets_of(item, here.library)],
    }


def of_options(here: Here, exercise: str | None, wish: Wish) -> Table:
    """What may stand in today for an exercise of the session, or be added to it."""
    found = more(here, wish) if exercise is None else options(here, ExerciseId(exercise), wish)
    if found is None:
        raise Refused(404, "Today's session has no such exercise.")
    offered = [
        {"exercise": each.exercise, "name": each.name, "dose": each.dose, "purpose": each.purpose}
        for each in found[0]
    ]
    return {"options": offered, "says": [each.says for each in found[1]]}


def of_plan(here: Here) -> Table:
    """The plan that stands; None without one, while something stops all exercise, and while the safety
    questions are open."""
    found = sheet_of(here)
    return {"plan": None if found is None or found.fact is None else table_of(found.fact)}


def of_new_plan(here: Here, programme: str | None) -> Table:
    """The plan that could be taken now, or why there is none."""
    found = make(here.history, here.library, here.day, programme=programme_of(here, programme))
    if isinstance(found, NotNow):
        return not_now_table(found)
    return no_plan_table(found) if isinstance(found, NoPlan) else plan_table(found)


def programme_of(here: Here, name: str | None) -> ProgrammeId | None:
    """The programme with that name; None where none is named."""
    if name is not None and name not in here.library.programmes:
        raise Refused(404, "The library has no such programme.")
    return None if name is None else ProgrammeId(name)


def taken(here: Here, id_: FactId) -> Table:
    """The plan that was taken under that id."""
    fact = here.known(id_)
    if not isinstance(fact, PlanMade):
        raise Refused(409, "Another fact is kept under this id; take the plan under a new one.")
    return {"plan": table_of(fact)}


def of_others(here: Here) -> Table:
    """The other programmes that fit now, or what stands before a plan."""
    found = other_plans(here.history, here.library, here.day)
    return not_now_table(found) if isinstance(found, NotNow) else {"found": True, **others_table(found)}


def of_review(here: Here, week: int | None) -> Table:
    """The look back today, or the review of a week as it stood then."""
    found = progress_page(here) if week is None else review_page(here, week)
    if found is None:
        raise Refused(404, "There is no review of that week yet.")
    return review_table(found.review)


def of_why(here: Here, exercise: str) -> Table:
    """Why that exercise has its dose, or has none."""
    if exercise not in here.library.exercises:
        raise Refused(404, "The library has no such exercise.")
    return why_table(why(here.history, here.library, here.day, ExerciseId(exercise)), here.library)


def of_record(here: Here) -> Table:
    """Every fact that ever came, in order of arrival."""
    return {"facts": [json.loads(line) for line in lines(here).splitlines()]}


def table_of(fact: Fact) -> Table:
    """The fact as its line has it."""
    table: Table = json.loads(encode(fact))
    return table
