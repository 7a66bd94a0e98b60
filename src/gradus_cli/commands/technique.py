"""`gradus technique`."""

import click

from gradus.record.facts import TechniqueChecked
from gradus_cli.common import Here, with_record
from gradus_cli.content import exercise_id, library
from gradus_cli.exits import Exit, Failure
from gradus_cli.signs import harmless


@click.command(
    epilog='\b\nExamples:\n  gradus technique barbell-squat --watched-by "Sam, my coach"\n'
    '  gradus technique good-morning --watched-by "Dr Chidi" --on 2026-06-01'
)
@click.argument("exercise")
@click.option("--watched-by", required=True, metavar="NAME", help="Who watched you do it and found it good.")
@click.option("--note", default="", help="What they said, if you want to keep it.")
@with_record
def technique(here: Here, exercise: str, watched_by: str, note: str) -> None:
    """Say that someone who knows the exercise watched you do it.

    The heaviest exercises open only after such a check, a strengthening phase done, and calm weeks. It raises
    nothing by itself; your next plan may then hold the exercise.
    """
    name = watched_by.strip()
    if not name:
        raise Failure(Exit.BAD_INPUT, "Say who watched you: --watched-by NAME. Nothing was stored.")
    found = library().exercises[exercise_id(exercise)]
    fact = here.stamp().fact(TechniqueChecked, exercise=found.id, watched_by=name, note=note)
    here.save(fact)
    said = f"Stored: {harmless(name)} watched you do {found.en.name}."
    more = f"What is still missing, if anything: gradus why-not {found.id}"
    reply = {"stored": [fact.id], "exercise": found.id, "watched_by": name}
    here.tell(reply, lambda: click.echo(f"{said} {more}"))
