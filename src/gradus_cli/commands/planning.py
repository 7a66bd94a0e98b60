"""`gradus plan`."""

import click

from gradus.journey.others import other_plans
from gradus.journey.plans import NoPlan, NotNow, Planned, accept, current_plan, make
from gradus.record.person import person
from gradus.vocabulary.ids import ProgrammeId
from gradus_cli.common import Here, with_record
from gradus_cli.content import library
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import id_of
from gradus_cli.refusing import not_now
from gradus_exchange.replies import no_plan_table, not_now_table, others_table, plan_table


@click.command(
    epilog="\b\nExamples:\n  gradus plan\n  gradus plan --others\n"
    "  gradus plan --programme hip-abductor-band\n  gradus plan --try --json"
)
@click.option("--programme", help="A programme by id (`gradus library list programmes`); else your own plan.")
@click.option("--try", "only_try", is_flag=True, help="Show the plan and store nothing.")
@click.option("--others", is_flag=True, help="The other programmes that fit you now; stores nothing.")
@with_record
def plan(here: Here, programme: str | None, only_try: bool, others: bool) -> None:
    """Make your plan, or the next phase of it.

    It needs answered safety questions. What you have and want comes from `gradus profile`, where to begin
    from `gradus measure`; both may come later, the plan then starts easier.
    """
    if others:
        _others(here)
        return
    wanted = None if programme is None else _programme(programme)
    found = make(here.history, library(), here.day, programme=wanted)
    if isinstance(found, NotNow):
        _refused(here, found)
    elif isinstance(found, NoPlan):
        _nothing(here, found)
    else:
        _found(here, found, only_try)


def _programme(name: str) -> ProgrammeId:
    titles = {str(id_): each.title for id_, each in library().programmes.items()}
    found = id_of(name, titles)
    if found is None:
        raise Failure(
            Exit.NOT_FOUND, f"There is no programme {name!r}; there are: {', '.join(sorted(titles))}."
        )
    return ProgrammeId(found)


def _others(here: Here) -> None:
    found = other_plans(here.history, library(), here.day)
    if isinstance(found, NotNow):
        _refused(here, found)
        return

    def show() -> None:
        from gradus_cli.show.plan import show_others

        show_others(found)

    here.tell(others_table(found), show)


def _refused(here: Here, found: NotNow) -> None:
    if here.as_json:
        here.tell(not_now_table(found), lambda: None)
    raise not_now(found, found.outcome.because, first="No plan can be made now.")


def _nothing(here: Here, found: NoPlan) -> None:
    def show() -> None:
        from gradus_cli.show.plan import show_no_plan

        show_no_plan(found)

    here.tell(no_plan_table(found), show)
    raise Failure(Exit.NO_PLAN, "")


def _found(here: Here, found: Planned, only_try: bool) -> None:
    reply = plan_table(found) | {"stored": []}
    before = current_plan(here.history, here.day)
    if not only_try:
        fact = accept(found, here.history, here.stamp(), library())
        here.save(fact)
        reply |= {
            "stored": [fact.id],
            "change": fact.change,
            "replaces": None if before is None else before.id,
        }

    def show() -> None:
        from gradus_cli.show.plan import show_plan

        show_plan(found, library(), unit=person(here.history).weight_unit)
        click.echo("Nothing was stored." if only_try else "Stored. What to do today: gradus today")

    here.tell(reply, show)
