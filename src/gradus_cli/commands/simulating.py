"""`gradus simulate`."""

from typing import Any

import click

from gradus_cli.content import library
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import did_you_mean
from gradus_cli.replies import as_text

RUNS = 10_000
MOST_RUNS = 1_000_000
MOST_EFFECT = 100.0
SEED = 7
MOST_SEED = 2**64 - 1


@click.group(epilog="\b\nExamples:\n  gradus simulate trial 000\n  gradus simulate trial 2x2 --json")
def simulate() -> None:
    """Virtual people: what a study could have found. Nobody is treated by it, and your record is not read."""


@simulate.command(epilog="\b\nExamples:\n  gradus simulate trial 000\n  gradus simulate trial 000 --effect 2")
@click.argument("study")
@click.option("--runs", type=click.IntRange(1, MOST_RUNS), default=RUNS, show_default=True, help="How often.")
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
@click.option(
    "--seed", type=click.IntRange(0, MOST_SEED), default=SEED, show_default=True, help="Of the dice."
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def trial(study: str, *, as_json: bool, **asked: Any) -> None:
    """Run a STUDY again many times on virtual people: 000, 002, 003 or 2x2.

    It takes about ten seconds, and up to a minute for 2x2. The same seed gives the same numbers.
    """
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
