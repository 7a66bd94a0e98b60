"""`gradus milestone`."""

import click

from gradus.journey.milestones import goals
from gradus.record.facts import Milestone
from gradus_cli.common import Here, with_record
from gradus_exchange.look_back import goals_table


@click.command(
    epilog='\b\nExamples:\n  gradus milestone "walk to the shop"\n  gradus milestone "sit through a film"'
    " --on 2026-03-14\n  gradus milestone"
)
@click.argument("words", required=False)
@with_record
def milestone(here: Here, words: str | None) -> None:
    """Say, in your own words, that you can do something again. Without words it shows your goals."""
    said = None if words is None else " ".join(words.split())
    if said == "":
        raise click.UsageError("Say in words what you can do again, or leave them out to see your goals.")
    if said is not None:
        here.save(here.stamp().fact(Milestone, words=said))
    found = goals(here.history, here.day)

    def show() -> None:
        from gradus_cli.show.review import show_goals

        if said is not None:
            click.echo(f"Stored: you can do this again since {here.day:%A %d %B %Y}.")
        show_goals(found)
        if not found:
            click.echo('You have told no goal yet. Say one with: gradus profile --goals "walk to the shop"')

    here.tell({"milestones": goals_table(found)}, show)
