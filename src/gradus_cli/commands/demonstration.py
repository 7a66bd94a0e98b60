"""`gradus demo`."""

import click

from gradus_cli.content import library
from gradus_cli.given import given_day


@click.command(epilog="\b\nExamples:\n  gradus demo\n  gradus demo gerda --weeks 4\n  gradus demo --list")
@click.argument("person", default="amina")
@click.option("--weeks", type=click.IntRange(1, 16), default=16, show_default=True)
@click.option("--until", metavar="DATE", help="With --json: move the life so that it goes on to this day.")
@click.option("--list", "list_", is_flag=True, help="The example people.")
@click.option("--json", "as_json", is_flag=True, help="Print the lived record as JSON lines.")
def demo(person: str, weeks: int, until: str | None, list_: bool, as_json: bool) -> None:
    """An example person lives 16 weeks in the terminal.

    They are screened, measured, given a plan, and train; mornings, a flare and a holiday included. The people
    are examples, not real ones.
    """
    from gradus_cli.demo.people import moved, people
    from gradus_cli.demo.telling import tell

    known = people()
    if list_:
        from gradus_cli.show.page import listed, page

        for each in known.values():
            page().print(listed(each.story, f"{each.id:6}"))
        return
    if person not in known:
        raise click.BadParameter(f"there are {', '.join(known)}", param_hint="PERSON")
    lived = known[person]
    last = None if until is None else given_day(until)
    if last is not None and not as_json:
        raise click.UsageError("--until goes with --json.")
    tell(
        lived if last is None else moved(lived, weeks, last),
        library(),
        weeks=weeks,
        as_json=as_json,
        until=last,
    )
