"""`gradus why`, `gradus why-not` and `gradus review`."""

import click

from gradus.journey import review as looking_back
from gradus.journey.today import today
from gradus.journey.why import why as why_dose
from gradus.journey.why import why_day, why_left_out
from gradus.record.history import until
from gradus.record.person import person
from gradus_cli.common import Here, with_record
from gradus_cli.content import exercise_id, library, library_for
from gradus_exchange.look_back import review_table
from gradus_exchange.replies import reasons_of
from gradus_exchange.whys import why_day_table, why_table


@click.command(
    epilog="\b\nExamples:\n  gradus why\n  gradus why bird-dog\n  gradus why bird-dog --on 2026-03-04"
)
@click.argument("exercise", required=False)
@with_record
def why(here: Here, exercise: str | None) -> None:
    """Why a day, or an exercise on it, is as it is.

    Without an exercise: why the day is for training, rest or questions. A day that has passed is answered
    from what was shown then.
    """
    from gradus_cli.show.reasons import show_why, show_why_day

    unit, spoken = person(here.history).weight_unit, library_for(here.history)
    if exercise is None:
        day = why_day(here.history, spoken, here.day)
        past = any(fact.day > here.day for fact in here.history.received.values())
        here.tell(why_day_table(day, spoken), lambda: show_why_day(day, spoken, unit=unit, past=past))
        return
    answer = why_dose(here.history, spoken, here.day, exercise_id(exercise))
    here.tell(why_table(answer, spoken), lambda: show_why(answer, spoken, here.day, unit=unit))


@click.command(name="why-not", epilog="\b\nExample:\n  gradus why-not romanian-deadlift")
@click.argument("exercise")
@with_record
def why_not(here: Here, exercise: str) -> None:
    """Why an exercise is not in your plan."""
    id_ = exercise_id(exercise)
    spoken = library_for(here.history)
    reasons = why_left_out(here.history, spoken, here.day, id_)

    def show() -> None:
        from gradus_cli.show.reasons import show_reasons

        answer = today(until(here.history, here.day), spoken, here.day)
        show_reasons(spoken.exercises[id_].en.name, reasons, answer, spoken)

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
