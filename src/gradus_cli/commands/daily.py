"""`gradus today`, `log`, `checkin`, `flare`, `pause` and `activity`."""

from dataclasses import replace
from typing import Any, Literal

import click

from gradus.journey.promise import promise
from gradus.journey.today import Today
from gradus.journey.today import today as answer_for
from gradus.record.facts import (
    DecisionShown,
    Fact,
    Flare,
    MorningCheckIn,
    OtherActivity,
    Pause,
    SessionDone,
    SetDone,
)
from gradus.vocabulary.ids import FactId
from gradus.vocabulary.scales import DoseKind, Side
from gradus_cli.common import Here, with_record
from gradus_cli.content import exercise_id, library
from gradus_cli.exits import Exit, Failure
from gradus_cli.given import Number, given_day
from gradus_cli.replies import today_table

PAIN = click.IntRange(0, 10)

Ended = Literal["finished", "stopped", "skipped"]
ENDS: dict[str, Ended] = {"finish": "finished", "stop": "stopped", "skip": "skipped"}


@click.command(epilog="\b\nExamples:\n  gradus today\n  gradus today --on 2026-03-04 --json")
@with_record
def today(here: Here) -> None:
    """What to do today, and why."""
    answer = answer_for(here.history, library(), here.day)
    _tell(here, answer)


def _tell(here: Here, answer: Today) -> None:
    def show() -> None:
        from gradus_cli.show.day import show_today

        show_today(answer, library())

    here.tell(today_table(answer, library()), show)


@click.command(
    epilog="\b\nExamples:\n  gradus log bird-dog 8 8 --reserve 3 --pain 1       two sets of 8\n"
    "  gradus log side-bridge-knees 20 --side left          20 seconds on the left\n"
    "  gradus log goblet-squat 10 10 --kg 8 --reserve 2\n  gradus log --finish"
)
@click.argument("exercise", required=False)
@click.argument("amounts", nargs=-1, type=Number(0, 100_000))
@click.option("--reserve", type=click.IntRange(0, 20), help="Good repetitions left after the last set.")
@click.option("--pain", type=PAIN, help="Most pain during it, 0 to 10.")
@click.option("--kg", type=Number(0, 1000), help="Load in kilograms; else what was shown.")
@click.option("--band", help="The name of your band; else the one shown.")
@click.option("--side", type=click.Choice(["left", "right"]), help="One side only; else both.")
@click.option("--leg", type=click.Choice(["none", "same", "further-down", "lasted-over-an-hour"]))
@click.option("--finish", is_flag=True, help="The session is over.")
@click.option("--stop", is_flag=True, help="The session was broken off.")
@click.option("--skip", is_flag=True, help="Today's session is left out.")
@with_record
def log(here: Here, exercise: str | None, amounts: tuple[float, ...], **felt: Any) -> None:
    """Record the sets you did.

    AMOUNTS are one number a set: repetitions, or seconds, or metres, as the exercise counts. Sets of a
    one-sided exercise are stored for both sides unless --side is given.
    """
    ended = next((ENDS[word] for word in ENDS if felt.pop(word)), None)
    if exercise is None and ended is None:
        raise Failure(Exit.USAGE, "Say which exercise, or --finish, --stop or --skip. See gradus log --help.")
    answer = answer_for(here.history, library(), here.day)
    if answer.action in ("locked", "screen"):
        raise Failure(Exit.REFUSED, answer.because[0].says)
    session, shown, facts = _begun(here, answer)
    if exercise is not None:
        facts += _sets(here, session, exercise, amounts, _filled_in(exercise, felt, shown))
    if ended is not None:
        facts.append(_end(here, session, shown, ended))
    here.save(*facts)
    stored = sum(isinstance(fact, SetDone) for fact in facts)
    reply = {"session": session, "stored": [fact.id for fact in facts], "sets": stored, "ended": ended}
    here.tell(reply, lambda: click.echo(_said(stored, ended)))


def _begun(here: Here, answer: Today) -> tuple[FactId, DecisionShown | None, list[Fact]]:
    """The session that runs, what was shown for it, and what is to be stored because it begins now."""
    running = _running(here)
    if running is not None:
        shown = [fact for fact in here.history.of(DecisionShown) if fact.day == here.day and fact.items]
        return running, shown[-1] if shown else None, []
    if not answer.items:
        click.echo(f"Note: {answer.because[0].says} What you log is kept.", err=True)
        return here.stamp().id, None, []
    decision = promise(answer, library(), here.person)
    return here.stamp().id, decision, [decision]


def _said(stored: int, ended: str | None) -> str:
    sets = f"{stored} set{'' if stored == 1 else 's'} stored." if stored else ""
    over = {"finished": "Session finished.", "stopped": "Session stopped.", "skipped": "Session left out."}
    return " ".join(part for part in (sets, over.get(ended or "", "")) if part)


def _running(here: Here) -> FactId | None:
    """The session of this day that has sets and is not ended."""
    ended = {fact.id for fact in here.history.of(SessionDone)}
    for fact in reversed(here.history.of(SetDone)):
        if fact.day == here.day and fact.session not in ended:
            return fact.session
    return None


def _sets(
    here: Here, session: FactId, name: str, amounts: tuple[float, ...], felt: dict[str, Any]
) -> list[SetDone]:
    if not amounts:
        raise Failure(Exit.USAGE, f"How many? One number a set, as in: gradus log {name} 8 8")
    exercise = library().exercises[exercise_id(name)]
    key = {DoseKind.REPS: "reps", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}[exercise.dose.kind]
    if key == "reps" and any(amount != int(amount) for amount in amounts):
        raise Failure(Exit.BAD_INPUT, "Repetitions are whole numbers. Nothing was stored.")
    sides: tuple[Side | None, ...] = (None,)
    if exercise.one_sided:
        sides = tuple(Side) if felt["side"] is None else (Side(felt["side"]),)
    had = [fact for fact in here.history.sets_of(session) if fact.exercise == exercise.id]
    before = max((fact.nth for fact in had if fact.side in sides), default=0)
    shared = {
        "reserve": felt["reserve"],
        "pain_0_10": felt["pain"],
        "load_kg": felt["kg"],
        "leg": felt["leg"],
    }
    return [
        here.stamp().fact(
            SetDone,
            session=session,
            exercise=exercise.id,
            nth=nth,
            side=side,
            band=felt["band"],
            **{key: int(amount) if key == "reps" else amount},
            **shared,
        )
        for nth, amount in enumerate(amounts, start=before + 1)
        for side in sides
    ]


def _filled_in(name: str, felt: dict[str, Any], shown: DecisionShown | None) -> dict[str, Any]:
    """What was said of the sets; a load or band that was not said is the one that was shown."""
    items = shown.items if shown is not None else ()
    dose = next((item.dose for item in items if item.exercise == name), None)
    if dose is None or felt["kg"] is not None or felt["band"] is not None:
        return felt
    return felt | {"kg": dose.load_kg, "band": dose.band}


def _end(here: Here, session: FactId, shown: DecisionShown | None, ended: Ended) -> SessionDone:
    envelope = replace(here.stamp(), id=session)
    plan, shape = (None, None) if shown is None else (shown.plan, shown.shape)
    return envelope.fact(SessionDone, plan=plan, shape=shape, ended=ended)


@click.command(epilog="\b\nExamples:\n  gradus checkin 3\n  gradus checkin 6 --flare")
@click.argument("pain", type=PAIN)
@click.option("--flare/--no-flare", default=None, help="Is this a flare? Only you can say.")
@click.option("--sleep", type=click.Choice(["poor", "fair", "good"]))
@click.option("--tired/--not-tired", default=None)
@with_record
def checkin(here: Here, pain: int, flare: bool | None, sleep: Any, tired: bool | None) -> None:
    """Record this morning's pain, 0 (none) to 10 (the worst you can imagine)."""
    here.save(here.stamp().fact(MorningCheckIn, pain_0_10=pain, flare=flare, sleep=sleep, tired=tired))
    _tell(here, answer_for(here.history, library(), here.day))


@click.command(epilog="\b\nExamples:\n  gradus flare began --pain 7\n  gradus flare over")
@click.argument("state", type=click.Choice(["began", "over"]))
@click.option("--pain", type=PAIN, help="Pain now, 0 to 10.")
@with_record
def flare(here: Here, state: Literal["began", "over"], pain: int | None) -> None:
    """Say that a flare began or is over. The safety questions are asked again when one began."""
    here.save(here.stamp().fact(Flare, state=state, pain_0_10=pain))
    _tell(here, answer_for(here.history, library(), here.day))


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
    _tell(here, answer_for(here.history, library(), here.day))


@click.command(epilog="\b\nExample:\n  gradus activity walk --minutes 30")
@click.argument("what", type=click.Choice(["walk", "run", "swim", "cycle", "yoga", "other"]))
@click.option("--minutes", type=Number(0, 1440))
@click.option("--metres", type=Number(0, 100_000))
@click.option("--pain", type=PAIN)
@with_record
def activity(here: Here, what: Any, minutes: float | None, metres: float | None, pain: int | None) -> None:
    """Record a walk, run, swim, ride or yoga."""
    fact = here.stamp().fact(OtherActivity, what=what, minutes=minutes, metres=metres, pain_0_10=pain)
    here.save(fact)
    here.tell({"stored": [fact.id]}, lambda: click.echo("Stored."))
