"""`gradus profile` and `gradus measure`."""

from math import isfinite
from pathlib import Path
from typing import Any

import click

from gradus.library.types import Measure
from gradus.record.facts import TestResult
from gradus.record.person import person
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.pounds import POUNDS, kilograms_of
from gradus.vocabulary.scales import Side
from gradus_cli.answers import asked, has_words, scored
from gradus_cli.common import Here, with_record
from gradus_cli.content import library
from gradus_cli.exits import Exit, Failure
from gradus_cli.given import Number, Pain, given_fact, given_table
from gradus_cli.names import did_you_mean, id_of
from gradus_exchange.replies import person_table


def _words(_ctx: click.Context, _param: click.Parameter, value: str | None) -> list[str] | None:
    if value is None:
        return None
    return [word.strip() for word in value.split(",") if word.strip()]


NOTHING = frozenset({"none", "nothing", "floor"})
"""Words for an empty list. A floor to train on everybody has."""


def _words_or_none(ctx: click.Context, param: click.Parameter, value: str | None) -> list[str] | None:
    words = _words(ctx, param, value)
    return words if words is None else [word for word in words if word.lower() not in NOTHING]


def _country(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    return None if value is None else value.strip().upper()


def _weights(ctx: click.Context, param: click.Parameter, value: str | None) -> list[float] | None:
    words = _words(ctx, param, value)
    return None if words is None else [_kg(word) for word in words]


def _weight(_ctx: click.Context, _param: click.Parameter, value: str | None) -> float | None:
    return None if value is None else _kg(value.strip())


def _kg(word: str) -> float:
    """A weight in kilograms; one that ends in "lb" is told in pounds."""
    number = word.lower().removesuffix(POUNDS).strip()
    try:
        said = float(number)
        return kilograms_of(said) if word.lower().endswith(POUNDS) and isfinite(said) else said
    except ValueError:
        wrong = f"{word!r} is not a weight in kilograms. Nothing was stored."
        raise Failure(Exit.BAD_INPUT, wrong) from None


@click.command(
    epilog="\b\nExamples:\n  gradus profile --equipment chair,mat,band --bands yellow,red,green\n"
    "  gradus profile --days monday,thursday --minutes 30 --cannot-take prone\n"
    "  gradus profile --barbell-kg 20 --plates-kg 10,5,2.5,1.25   a pair of each\n"
    "  gradus profile --unit lb --dumbbells-kg 10lb,15lb,20lb\n"
    "  gradus profile --file me.toml        the same names as tables of a file"
)
@click.option("--file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A TOML file.")
@click.option(
    "--equipment",
    callback=_words_or_none,
    help="What you have, as chair,wall,mat,stick,step,band,dumbbell; `none` when you have only a floor.",
)
@click.option("--bands", callback=_words, help="Your own bands, weakest first.")
@click.option("--dumbbells-kg", callback=_weights, help="Your dumbbells, in kilograms, or as 10lb.")
@click.option("--kettlebells-kg", callback=_weights, help="Your kettlebells.")
@click.option("--barbell-kg", callback=_weight, help="Your bar without plates.")
@click.option("--plates-kg", callback=_weights, help="One plate of each pair that can go on the bar.")
@click.option("--machine-step-kg", callback=_weight, help="From one weight of a machine to the next.")
@click.option("--unit", "weight_unit", type=click.Choice(["kg", "lb"]), help="How weights are shown.")
@click.option("--minutes", type=click.IntRange(5, 180), help="Time for one session.")
@click.option("--days", callback=_words, help="Days that suit you, as monday,thursday.")
@click.option(
    "--cannot-take", callback=_words_or_none, help="Positions you cannot take, as kneeling,prone; `none`."
)
@click.option(
    "--provoked-by", callback=_words_or_none, help="What provokes it, as flexion,compression; `none`."
)
@click.option("--likes", callback=_words_or_none, help="Exercises you like, by id; `none`.")
@click.option("--dislikes", callback=_words_or_none, help="Exercises you do not like; `none`.")
@click.option("--goals", callback=_words, help="What you want to do again, in your own words.")
@click.option("--goal-patterns", callback=_words, help="Movements your goals need, as squat,hinge.")
@click.option("--usual-pain", "usual_pain_0_10", type=Pain(), help="Usual pain, 0 to 10.")
@click.option(
    "--eases-within", "eases_within_minutes", type=click.IntRange(0), help="Minutes until it eases."
)
@click.option("--trains-already/--new-to-training", default=None)
@click.option("--runs/--does-not-run", default=None)
@click.option("--runs-on", callback=_words, help="Days on which you run, as tuesday,sunday.")
@click.option("--long-run-on", callback=_words, help="Of these, the days of a long or fast run.")
@click.option("--country", callback=_country, help="Where you live, as GB: whom to call in an emergency.")
@with_record
def profile(here: Here, file: Path | None, **said: Any) -> None:
    """Tell what you have, what you cannot do, and what you want. What you leave out stays as it was."""
    given = {key: value for key, value in said.items() if value is not None}
    if file is not None:
        given = given_table(file) | given
    history = here.history
    if given:
        history = here.save(given_fact("profile", here.envelope, given))
    known = person(history)

    def show() -> None:
        from gradus_cli.show.person import show_person

        show_person(known, library().emergency)

    here.tell(person_table(known), show)


def _measure(name: str) -> Measure:
    """The measure of that id or title, or a failure that names the nearest ones."""
    titles = {str(id_): measure.title for id_, measure in library().measures.items()}
    found = id_of(name, titles)
    if found is None:
        near = did_you_mean(name, [*titles, *titles.values()])
        said = f"There is no measure {name!r}. {near} `gradus library list measures` shows them all."
        raise Failure(Exit.NOT_FOUND, " ".join(said.split()))
    return library().measures[MeasureId(found)]


def _taken(found: Measure, value: float | None, answers: str | None) -> tuple[float, dict[str, int] | None]:
    """The value as it was given, or as its answers score it, and these answers; asked for where neither was
    given and the questions have words."""
    if value is not None and answers is None:
        return value, None
    if value is None and answers is not None:
        told, made = scored(found, answers)
        return made, told
    if value is None and has_words(found):
        told, made = asked(found)
        return made, told
    raise click.UsageError("Give the value, or with --answers the answers that it is scored from.")


@click.command(
    epilog="\b\nExamples:\n  gradus measure chair-stand-30s 13\n"
    "  gradus measure side-bridge-hold 22 --side left\n  gradus measure peg --answers 6,5,7"
)
@click.argument("name")
@click.argument("value", type=float, required=False)
@click.option("--side", type=click.Choice(["left", "right"]))
@click.option("--zero-cm", type=Number(0, 100), help="The zero point of a reach test.")
@click.option("--answers", help="Of a questionnaire, in order: 6,5,7, or y and n, as ynny; it is scored.")
@with_record
def measure(here: Here, name: str, side: str | None, zero_cm: float | None, **said: Any) -> None:
    """Record the result of a home or clinic test, in its own unit (`gradus library list measures`)."""
    found = _measure(name)
    value, answers = _taken(found, **said)
    if not found.lowest <= value <= found.highest:
        beyond = f"{value:g} is outside {found.lowest:g} to {found.highest:g} {found.unit}"
        raise Failure(Exit.BAD_INPUT, f"{found.title}: {beyond}. Nothing was stored.")
    if found.sides and side is None:
        raise Failure(
            Exit.BAD_INPUT, f"{found.title} is taken on each side: say --side left or --side right."
        )
    where = Side(side) if side is not None and found.sides else None
    taken = {"measure": found.id, "value": value, "side": where, "zero_cm": zero_cm, "answers": answers}
    fact = here.stamp().fact(TestResult, **taken)
    here.save(fact)
    reply = {"stored": [fact.id], "measure": found.id, "value": value, "side": side}
    here.tell(reply, lambda: click.echo(f"Stored: {found.title} {value:g} {found.unit}."))
