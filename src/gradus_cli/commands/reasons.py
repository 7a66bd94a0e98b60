"""`gradus why`, `gradus why-not` and `gradus review`."""

import click

from gradus.journey import review as looking_back
from gradus.journey.why import why as why_dose
from gradus.journey.why import why_left_out
from gradus.record.person import person
from gradus_cli.common import Here, with_record
from gradus_cli.content import exercise_id, library
from gradus_cli.look_back import review_table
from gradus_cli.replies import reasons_of, why_table


@click.command(epilog="\b\nExample:\n  gradus why bird-dog")
@click.argument("exercise")
@with_record
def why(here: Here, exercise: str) -> None:
    """Why an exercise has the dose it has."""
    answer = why_dose(here.history, library(), here.day, exercise_id(exercise))

    def show() -> None:
        from gradus_cli.show.reasons import show_why

        show_why(answer, library(), unit=person(here.history).weight_unit)

    here.tell(why_table(answer), show)


@click.command(name="why-not", epilog="\b\nExample:\n  gradus why-not romanian-deadlift")
@click.argument("exercise")
@with_record
def why_not(here: Here, exercise: str) -> None:
    """Why an exercise is not in your plan."""
    id_ = exercise_id(exercise)
    reasons = why_left_out(here.history, library(), here.day, id_)

    def show() -> None:
        from gradus_cli.show.reasons import show_reasons

        show_reasons(library().exercises[id_].en.name, reasons, library())

    here.tell({"exercise": id_, "reasons": reasons_of(reasons, id_)}, show)


@click.command(epilog="\b\nExamples:\n  gradus review\n  gradus review --on 2026-04-27 --json")
@with_record
def review(here: Here) -> None:
    """Look back: pain, strength, sessions, next step."""
    found = looking_back.review(here.history, library(), here.day)

    def show() -> None:
        from gradus_cli.show.review import show_review

        show_review(found, library(), unit=person(here.history).weight_unit)

    here.tell(review_table(found), show)
