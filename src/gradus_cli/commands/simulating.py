"""`gradus simulate`: rules meet virtual people before anybody lifts anything."""

import json
from pathlib import Path
from typing import Any

import click

from gradus_cli.content import library
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import did_you_mean
from gradus_exchange.replies import as_text

MOST_RUNS = 1_000_000
MOST_EFFECT = 100.0
MOST_SEED = 2**64 - 1
NUMBER_HELP = "A number changed, as in progression/raises.load_cap=5. May be given again."


@click.group(
    epilog="\b\nExamples:\n  gradus simulate person gerda --set progression/raises.weekly_volume_cap=10\n"
    "  gradus simulate lab --people 200 --policy ours --policy oracle\n"
    "  gradus simulate trial 000"
)
def simulate() -> None:
    """Rules meet virtual people.

    They are invented, and what training does to them is assumed. What comes out tells of the rules under
    these assumptions; it foretells nothing of anybody.
    """


@simulate.command(
    epilog="\b\nExamples:\n  gradus simulate person amina\n"
    "  gradus simulate person tomas --nth 7 --set progression/pain-limits.comfortable_during=3 -o tomas.svg"
)
@click.argument("archetype", required=False)
@click.option("--nth", default=0, show_default=True, help="Which of the people drawn after this archetype.")
@click.option("--seed", default=1, show_default=True, help="Of the dice.")
@click.option("--set", "numbers", multiple=True, help=NUMBER_HELP)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Draw it to an SVG file."
)
@click.option("--json", "as_json", is_flag=True, help="Plain values.")
def person(**given: Any) -> None:
    """Sixteen weeks of one virtual person at once; with a number changed, before and after side by side.

    ARCHETYPE is an example person, as `gradus simulate people` lists them: what they answered, have and want.
    Strength, pain, what the back bears and whether they come are drawn anew for each. Without an archetype,
    --nth draws that as well.
    """
    _ready()
    from gradus_cli.simulate.playground import play, tell

    found = play(given["archetype"], given["nth"], seed=given["seed"], numbers=given["numbers"])
    if given["output"] is not None:
        given["output"].write_text(found.drawn(), encoding="utf-8")
    if given["as_json"]:
        click.echo(json.dumps(found.plain()))
    else:
        tell(found, given["output"])


@simulate.command(epilog="\b\nExample:\n  gradus simulate people")
@click.option("--json", "as_json", is_flag=True, help="Plain values.")
def people(*, as_json: bool) -> None:
    """The example people after whom virtual people are drawn."""
    from gradus_cli.demo.people import people as examples

    every = [
        {"id": each.id, "trains": bool(each.profile), "story": each.story} for each in examples().values()
    ]
    if as_json:
        click.echo(as_text({"people": every}))
        return
    for each in every:
        stopped = "" if each["trains"] else " Stopped by the safety questions: nothing is trained."
        click.echo(f"{each['id']}: {each['story']}{stopped}\n")


@simulate.command(
    epilog="\b\nExamples:\n  gradus simulate lab --people 200\n"
    "  gradus simulate lab --set progression/raises.weekly_volume_cap=10 -o who.svg\n"
    "  gradus simulate lab --people 10000 --policy ours --workers 2 --keep runs"
)
@click.option("--people", default=120, show_default=True, type=click.IntRange(2), help="How many are drawn.")
@click.option(
    "--policy", "policies", multiple=True, help="Which; all when none is given. May be given again."
)
@click.option("--archetype", "kinds", multiple=True, help="Which example people; all when none is given.")
@click.option("--set", "numbers", multiple=True, help=NUMBER_HELP)
@click.option(
    "--hazard-ratio", "ratios", multiple=True, type=float, help="After an overload. May be given again."
)
@click.option(
    "--margin-spread", "spreads", multiple=True, type=float, help="Of what people bear, on a log scale."
)
@click.option("--seed", default=1, show_default=True, help="Of the dice.")
@click.option(
    "--first", default=0, show_default=True, help="The number of the first person; others are fresh."
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1), help="Processes.")
@click.option("--cluster", help="The address of a Dask scheduler, in place of processes.")
@click.option(
    "--keep", type=click.Path(file_okay=False, path_type=Path), help="A folder that keeps the lives."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw what differs to an SVG file.",
)
@click.option("--json", "as_json", is_flag=True, help="Plain values.")
def lab(**given: Any) -> None:
    """Policies side by side on the same virtual people, with intervals.

    With a number changed, "changed" is ours with it, and what is told is who is better off and who is worse,
    all together and for each example person.
    What was lived is kept with --keep, as Parquet files; a run that was stopped goes on where it was.
    """
    _ready()
    from gradus_cli.simulate.laboratory import run_of, tell

    tell(run_of(given), given)


@simulate.command(epilog="\b\nExamples:\n  gradus simulate trial 000\n  gradus simulate trial 000 --effect 2")
@click.argument("study")
@click.option(
    "--runs", type=click.IntRange(1, MOST_RUNS), default=10_000, show_default=True, help="How often."
)
@click.option(
    "--effect",
    type=click.FloatRange(0, MOST_EFFECT),
    help="Take all effects so many times; else several are tried.",
)
@click.option(
    "--course",
    type=click.Choice(["acute", "persistent", "long"]),
    help="How long it has hurt: weeks, months or years; else as the study is described.",
)
@click.option("--seed", type=click.IntRange(0, MOST_SEED), default=7, show_default=True, help="Of the dice.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def trial(study: str, *, as_json: bool, **asked: Any) -> None:
    """Run a STUDY again many times on virtual people: 000, 002, 003 or 2x2.

    It takes about ten seconds, and up to a minute for 2x2. The same seed gives the same numbers.
    """
    _ready()
    from gradus.vocabulary.ids import StudyId
    from gradus_cli.show.studies import show_study
    from gradus_cli.simulate.studies import Asked, again

    known = library().studies
    if study not in known:
        hint = did_you_mean(study, known, instead=f"There are: {', '.join(known)}.")
        raise Failure(Exit.NOT_FOUND, f"There is no study {study!r}. {hint}")
    reply = again(library(), StudyId(study), Asked(**asked))
    if as_json:
        click.echo(as_text(reply))
    else:
        show_study(reply)


def _ready() -> None:
    """A failure that says what to install where the parts for simulation are not there."""
    try:
        import polars  # noqa: F401
        import scipy  # noqa: F401
    except ImportError as missing:
        says = f'{missing.name} is needed for this: pip install "gradus[simulate]".'
        raise Failure(Exit.NOT_FOUND, says) from None
