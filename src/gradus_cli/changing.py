"""Another exercise for today, or one left out: what may be chosen, and the promise that follows."""

from collections.abc import Sequence

import click

from gradus.journey.instead import Instead, instead
from gradus.journey.promise import changed, without
from gradus.journey.shorter import Wish
from gradus.journey.today import Today, today
from gradus.library.library import Library
from gradus.record.facts import DecisionShown
from gradus.record.parts import ShownItem
from gradus.record.person import person
from gradus.vocabulary.ids import ExerciseId
from gradus_cli.common import Here
from gradus_cli.content import library, library_for
from gradus_cli.exits import Exit, Failure
from gradus_cli.signs import harmless
from gradus_exchange.replies import instead_table


def show_instead(here: Here, exercise: ExerciseId, wish: Wish) -> None:
    """What may take the place of an exercise today, and how to say so."""
    spoken = library_for(here.history)
    found = options(here, exercise, today(here.history, spoken, here.day, wish), spoken)

    def show() -> None:
        from gradus_cli.show.page import dose_words

        for reason in found.because:
            click.echo(harmless(reason.says))
        for item in found.options:
            known = spoken.exercises[item.exercise]
            dose = dose_words(item.dose, known, person(here.history).weight_unit)
            click.echo(harmless(f"  {known.en.name} ({item.exercise}): {dose}"))
        if found.options:
            first = found.options[0].exercise
            click.echo("It holds for today; your plan stays as it is. Log what you do with --instead:")
            click.echo(f"  gradus log {first} {found.options[0].dose.amount} --instead {exercise}")
        else:
            click.echo(f"  gradus log {exercise} --skip")

    here.tell(instead_table(found, spoken), show)


def options(
    here: Here, exercise: ExerciseId, answer: Today, spoken: Library, shown: Sequence[ShownItem] = ()
) -> Instead:
    """What may stand in for an exercise of today's session, or a failure where it holds no such exercise."""
    found = instead(answer, exercise, here.history, spoken, shown)
    if found is None:
        raise Failure(Exit.NOT_FOUND, f"Today's session has no {exercise}. gradus today shows what it has.")
    return found


def swapped(
    here: Here, shown: DecisionShown, answer: Today, exercise: ExerciseId, by: ExerciseId
) -> DecisionShown:
    """The promise of today with one exercise in the place of another, where that may be."""
    if any(item.exercise == by for item in shown.items):
        return shown
    found = options(here, exercise, answer, library(), shown.items)
    item = next((each for each in found.options if each.exercise == by), None)
    if item is None:
        named = ", ".join(each.exercise for each in found.options) or "nothing"
        said = f"{by} cannot take the place of {exercise} today. Nothing was stored."
        raise Failure(Exit.BAD_INPUT, f"{said} What can: {named}.")
    return changed(shown, exercise, item)


def left_out(shown: DecisionShown, exercise: ExerciseId) -> DecisionShown:
    """The promise of today without one of its exercises; the last one is not left out alone."""
    if all(item.exercise != exercise for item in shown.items):
        raise Failure(Exit.NOT_FOUND, f"Today's session has no {exercise}. Nothing was stored.")
    if len(shown.items) == 1:
        raise Failure(Exit.BAD_INPUT, "It is the only exercise of today. To leave it out: gradus log --skip")
    return without(shown, exercise, library())
