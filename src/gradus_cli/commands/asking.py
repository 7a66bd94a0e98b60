"""`gradus ask`."""

import click

from gradus_cli.common import Here, with_record
from gradus_cli.content import library_for
from gradus_cli.exits import Exit, Failure

LONGEST = 500
"""Letters of a question that are looked at; more is no question."""


@click.command(
    epilog='\b\nExamples:\n  gradus ask "do tight hamstrings cause back pain"\n  gradus ask deadlift --json'
)
@click.argument("question", nargs=-1, required=True)
@with_record
def ask(here: Here, question: tuple[str, ...]) -> None:
    """Ask a question; answered from the library, with how sure it is and where it comes from.

    Nothing is sent anywhere and nothing is stored. Other words find too, and slips of the fingers.
    """
    from gradus.journey.ask import Search
    from gradus.journey.ask import ask as look_up
    from gradus.journey.today import today
    from gradus_cli.show.answers import show_answer
    from gradus_exchange.knowledge import answer_table

    words = " ".join(question).encode(errors="replace").decode().strip()  # what is no text is a question mark
    if not words:
        raise Failure(Exit.BAD_INPUT, 'Ask something, as in: gradus ask "is it safe to lift"')
    content = library_for(here.history)
    asked = look_up(words[:LONGEST], here.history, content, Search(content), here.day)
    here.tell(
        answer_table(asked, content),
        lambda: show_answer(asked, content, today(here.history, content, here.day)),
    )
