"""`gradus today`, `checkin`, `flare`, `pause` and `activity`."""

from typing import Any, Literal

import click

from gradus.journey.shorter import Wish
from gradus.journey.today import AS_USUAL
from gradus.journey.today import today as answer_for
from gradus.record.facts import DecisionShown, Flare, MorningCheckIn, OtherActivity, Pause
from gradus.record.person import person
from gradus_cli.changing import show_instead
from gradus_cli.common import Here, with_record
from gradus_cli.content import exercise_id, library_for
from gradus_cli.exits import Exit, Failure
from gradus_cli.given import Number, Pain, given_day
from gradus_exchange.replies import today_table


@click.command(
    epilog="\b\nExamples:\n  gradus today\n  gradus today --minutes 15\n  gradus today --low\n"
    "  gradus today --instead bridge\n"
    "  gradus today --on 2026-03-04 --json"
)
@click.option("--minutes", type=click.IntRange(5, 180), help="Only so many minutes today.")
@click.option("--low", is_flag=True, help="A low day: half the sets, and no more weight.")
@click.option("--instead", metavar="EXERCISE", help="Name what may take its place today.")
@with_record
def today(here: Here, minutes: int | None, low: bool, instead: str | None) -> None:
    """What to do today, and why."""
    if instead is not None:
        show_instead(here, exercise_id(instead), Wish(minutes, low))
    else:
        _tell(here, wish=Wish(minutes, low))


def _tell(here: Here, *stored: str, wish: Wish = AS_USUAL) -> None:
    """What was stored, and what to do today."""
    spoken = library_for(here.history)
    answer = answer_for(here.history, spoken, here.day, wish)

    def show() -> None:
        from gradus_cli.show.day import show_today

        if stored:
            click.echo(f"Stored: {', '.join(each for each in stored if each)}.")
        before = (fact for fact in here.history.of(DecisionShown) if fact.day < here.day)
        show_today(
            answer,
            spoken,
            known={item.exercise for fact in before for item in fact.items},
            unit=person(here.history).weight_unit,
        )

    here.tell(today_table(answer, spoken), show)


@click.command(
    epilog="\b\nExamples:\n  gradus checkin 3\n  gradus checkin 6 --flare\n"
    "  gradus checkin 3 --note 'a long drive'"
)
@click.argument("pain", type=Pain())
@click.option("--flare/--no-flare", default=None, help="Is this a flare? Only you can say.")
@click.option("--sleep", type=click.Choice(["poor", "fair", "good"]))
@click.option("--tired/--not-tired", default=None)
@click.option("--note", default="", help="A few words of your own; nothing is decided by them.")
@with_record
def checkin(here: Here, pain: int, **told: Any) -> None:
    """Record this morning's pain, 0 (none) to 10 (the worst you can imagine)."""
    here.save(here.stamp().fact(MorningCheckIn, pain_0_10=pain, **told))
    when = "this morning" if here.is_about_today else f"on the morning of {here.day:%A %d %B %Y}"
    flares = {True: "a flare", False: "no flare", None: ""}[told["flare"]]
    felt = {True: "tired", False: "not tired", None: ""}[told["tired"]]
    slept = f"sleep {told['sleep']}" if told["sleep"] else ""
    _tell(here, f"pain {pain} of 10 {when}", flares, slept, felt, "your words" if told["note"] else "")


@click.command(epilog="\b\nExamples:\n  gradus flare began --pain 7\n  gradus flare over")
@click.argument("state", type=click.Choice(["began", "over"]))
@click.option("--pain", type=Pain(), help="Pain now, 0 to 10.")
@with_record
def flare(here: Here, state: Literal["began", "over"], pain: int | None) -> None:
    """Say that a flare began or is over. The safety questions are asked again when one began."""
    here.save(here.stamp().fact(Flare, state=state, pain_0_10=pain))
    said = {"began": "a flare began", "over": "the flare is over"}[state]
    _tell(here, said, "" if pain is None else f"pain {pain} of 10")


@click.command(epilog="\b\nExample:\n  gradus pause holiday --until 2026-03-20")
@click.argument("why", type=click.Choice(["holiday", "illness", "work", "other"]))
@click.option("--until", metavar="DATE", help="The last day away, if you know it.")
@with_record
def pause(here: Here, why: Literal["holiday", "illness", "work", "other"], until: str | None) -> None:
    """Say that you are away or ill."""
    last = None if until is None else given_day(until)
    if last is not None and last < here.day:
        raise Failure(Exit.BAD_INPUT, f"{last} is before {here.day}. Nothing was stored.")
    here.save(here.stamp().fact(Pause, why=why, until=last))
    _tell(here, f"a pause ({why})", "" if last is None else f"until {last:%A %d %B %Y}")


@click.command(epilog="\b\nExample:\n  gradus activity walk --minutes 30")
@click.argument("what", type=click.Choice(["walk", "run", "swim", "cycle", "yoga", "other"]))
@click.option("--minutes", type=Number(0, 1440))
@click.option("--metres", type=Number(0, 100_000))
@click.option("--pain", type=Pain())
@with_record
def activity(here: Here, what: Any, minutes: float | None, metres: float | None, pain: int | None) -> None:
    """Record a walk, run, swim, ride or yoga."""
    fact = here.stamp().fact(OtherActivity, what=what, minutes=minutes, metres=metres, pain_0_10=pain)
    here.save(fact)
    parts = (
        what,
        "" if minutes is None else f"{minutes:g} minutes",
        "" if metres is None else f"{metres:g} metres",
        "" if pain is None else f"pain {pain} of 10",
    )
    said = ", ".join(part for part in parts if part)
    here.tell({"stored": [fact.id]}, lambda: click.echo(f"Stored: {said}."))
