"""`gradus log`: the sets that were done, and how the session ended. A day has one session, or two where the
plan has two on it: sets that are told later on a day join theirs, whether it is ended or not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click

from gradus.journey.during import stop_now
from gradus.journey.promise import to_do
from gradus.journey.sessions import Ended, Session, Teller, session_of
from gradus.journey.shorter import Short, Wish
from gradus.journey.today import AS_USUAL, Today
from gradus.journey.today import today as answer_for
from gradus.record.facts import DecisionShown, SessionDone, SetDone
from gradus.vocabulary import value
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.pounds import kilograms_of, pounds_shown
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import DoseKind, Side
from gradus_cli.changing import left_out, swapped
from gradus_cli.common import Here, with_record
from gradus_cli.content import exercise_id, library
from gradus_cli.exits import Exit, Failure
from gradus_cli.given import Amount, Number, Pain
from gradus_cli.names import counted
from gradus_cli.refusing import not_now
from gradus_cli.signs import harmless
from gradus_exchange.replies import reason_table

Stored = DecisionShown | SetDone | SessionDone
ENDS: dict[str, Ended] = {"finish": "finished", "stop": "stopped", "skip": "skipped"}
WORDS: dict[Ended, str] = {"finished": "finished", "stopped": "stopped", "skipped": "left out"}


@click.command(
    epilog="\b\nExamples:\n  gradus log bird-dog 8 8 --reserve 3 --pain 1       two sets of 8\n"
    "  gradus log side-bridge-knees 20 --side left          20 seconds on the left\n"
    '  gradus log "goblet squat" 10 10 --kg 8 --reserve 2\n  gradus log --finish'
)
@click.argument("exercise", required=False)
@click.argument("amounts", nargs=-1, type=Amount(0, 100_000))
@click.option("--reserve", type=click.IntRange(0, 20), help="Good repetitions left after the last set.")
@click.option("--pain", type=Pain(), help="Most pain during it, 0 to 10.")
@click.option("--kg", type=Number(0, 1000), help="Load in kilograms; else what was shown.")
@click.option("--lb", type=Number(0, 2200), help="Load in pounds, instead of --kg.")
@click.option("--band", help="The name of your band; else the one shown.")
@click.option("--side", type=click.Choice(["left", "right"]), help="One side only; else both.")
@click.option("--leg", type=click.Choice(["none", "same", "further-down", "lasted-over-an-hour"]))
@click.option("--finish", is_flag=True, help="The session is over.")
@click.option("--stop", is_flag=True, help="The session was broken off.")
@click.option("--skip", is_flag=True, help="Today's session, or the exercise named, is left out.")
@click.option("--instead", metavar="EXERCISE", help="It took the place of this one, for today.")
@click.option("--minutes", type=click.IntRange(5, 180), help="It was a short session, as `today --minutes`.")
@click.option("--low", is_flag=True, help="It was a low day, as `today --low`.")
@with_record
def log(here: Here, exercise: str | None, amounts: tuple[float, ...], **felt: Any) -> None:
    """Record the sets you did.

    EXERCISE is an id or a name, in quotes when it has several words. AMOUNTS are one number a set:
    repetitions, or seconds, or metres, as the exercise counts. Sets of a one-sided exercise are stored for
    both sides unless --side is given. A day has one session: what you log later on a day joins it. Where your
    plan has two on a day, the second begins when the first is finished.
    """
    ending = next((ENDS[word] for word in ENDS if felt.pop(word)), None)
    wish = Wish(felt.pop("minutes"), felt.pop("low"))
    if exercise is None and ending is None:
        raise Failure(Exit.USAGE, "Say which exercise, or --finish, --stop or --skip. See gradus log --help.")
    if felt["kg"] is not None and felt["lb"] is not None:
        raise Failure(Exit.USAGE, "Say the load once, with --kg or with --lb. Nothing was stored.")
    replaced = None if (named := felt.pop("instead")) is None else exercise_id(named)
    skipped = exercise_id(exercise) if exercise is not None and ending == "skipped" else None
    answer = answer_for(here.history, library(), here.day, wish)
    if answer.action in ("locked", "screen"):
        raise not_now(answer, answer.because[:1])
    session = session_of(_teller(here), answer, None if exercise is None else exercise_id(exercise))
    if skipped is not None:
        _leave_out(here, session, skipped, amounts)
        return
    if replaced is not None and exercise is not None:
        session = _swap(here, session, answer, replaced, exercise_id(exercise))
    sets = [] if exercise is None else _sets(here, session, exercise, amounts, felt)
    end = _end(here, session, ending, sets, _short(session, wish))
    facts: list[Stored] = [*session.begins, *sets, *end] if sets or end else []
    if facts:
        here.save(*facts)
    _tell(here, session, facts, stop_now(here.history, library(), sets) if sets else None)


def _teller(here: Here) -> Teller:
    return Teller(history=here.history, library=library(), person=here.person, new=lambda: here.stamp().id)


def _swap(here: Here, session: Session, answer: Today, replaced: ExerciseId, by: ExerciseId) -> Session:
    """The session with one exercise in the place of another, for today."""
    if session.shown is None:
        raise Failure(Exit.BAD_INPUT, "Today has no session in which to change one. Nothing was stored.")
    shown = swapped(here, session.shown, answer, replaced, by)
    return session if shown is session.shown else replace(session, shown=shown, begins=(shown,))


def _leave_out(here: Here, session: Session, exercise: ExerciseId, amounts: tuple[float, ...]) -> None:
    """Stores that one exercise is left out today: no miss, and nothing that lowers anything."""
    if session.shown is None or amounts:
        said = "Sets that were done are not left out." if amounts else "Today has no session."
        raise Failure(Exit.BAD_INPUT, f"{said} Nothing was stored.")
    shown = left_out(session.shown, exercise)
    here.save(shown)
    name = library().exercises[exercise].en.name
    reply = {"session": session.id, "stored": [shown.id], "left_out": exercise}
    here.tell(reply, lambda: click.echo(f"{name} is left out today. That is no miss, and lowers nothing."))


def _sets(
    here: Here, session: Session, name: str, amounts: tuple[float, ...], felt: dict[str, Any]
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
    had = [fact for fact in here.history.sets_of(session.id) if fact.exercise == exercise.id]
    before = max((fact.nth for fact in had if fact.side in sides), default=0)
    shared = {"reserve": felt["reserve"], "pain_0_10": felt["pain"], "leg": felt["leg"]}
    return [
        here.stamp().fact(
            SetDone,
            session=session.id,
            exercise=exercise.id,
            nth=nth,
            side=side,
            **{key: int(amount) if key == "reps" else amount},
            **shared,
            **_load(exercise.id, felt, session.shown),
        )
        for nth, amount in enumerate(amounts, start=before + 1)
        for side in sides
    ]


def _load(exercise: ExerciseId, felt: dict[str, Any], shown: DecisionShown | None) -> dict[str, Any]:
    """The load and band that were said; when neither was, those that were shown."""
    items = shown.items if shown is not None else ()
    dose = next((item.dose for item in items if item.exercise == exercise), None)
    load = felt["kg"] if felt["lb"] is None else _kilograms(felt["lb"], dose)
    if dose is None or load is not None or felt["band"] is not None:
        return {"load_kg": load, "band": felt["band"]}
    return {"load_kg": dose.load_kg, "band": dose.band}


def _kilograms(pounds: float, dose: Dose | None) -> float:
    """The pounds in kilograms. Pounds are shown rounded down: who writes down what was shown has done it."""
    load = None if dose is None else dose.load_kg
    return load if load is not None and pounds_shown(load) == pounds else kilograms_of(pounds)


def _end(
    here: Here, session: Session, ending: Ended | None, sets: list[SetDone], short: Short
) -> list[SessionDone]:
    """How the session ends, when it ends now; nothing when it was ended before."""
    trained = sets or session.ended in ("finished", "stopped") or here.history.sets_of(session.id)
    if ending == "skipped" and trained:
        said = "A session that was trained, if only in part, is not left out. Nothing was stored."
        raise Failure(Exit.BAD_INPUT, f"{said} If you broke it off: gradus log --stop")
    if ending is None or session.ended is not None:
        return []
    envelope = value.replace(here.stamp(), id=session.id)
    plan, shape = (None, None) if session.shown is None else (session.shown.plan, session.shown.shape)
    told: Short = "no" if ending == "skipped" else short
    return [envelope.fact(SessionDone, plan=plan, shape=shape, ended=ending, short=told)]


def _short(session: Session, wish: Wish) -> Short:
    """Whether the session was made shorter on purpose: as it was shown, or as the person says afterwards."""
    shown: Short = "no" if session.shown is None else session.shown.short
    if session.begins or wish == AS_USUAL:
        return shown
    return "low-day" if wish.low else "less-time"


def _tell(here: Here, session: Session, stored: list[Stored], stop: Reason | None) -> None:
    """What was stored, what is still missing, and whether the exercise is to be stopped."""
    sets = sum(isinstance(fact, SetDone) for fact in stored)
    end = next((fact for fact in stored if isinstance(fact, SessionDone)), None)
    left = _not_logged(here, session) if end is not None and end.ended == "finished" else []
    reply = {
        "session": session.id,
        "stored": [fact.id for fact in stored],
        "sets": sets,
        "ended": session.ended if end is None else end.ended,
        "not_logged": left,
        "stop": None if stop is None else reason_table(stop),
    }
    sides = {fact.side for fact in stored if isinstance(fact, SetDone)}

    def show() -> None:
        from gradus_cli.show.page import page, plain

        page().print(plain(" ".join(_said(session, sets, end, left, two_sided=len(sides) > 1))))
        if stop is not None:
            page().print(f"\n[ask]{plain(stop.says)}[/ask]")
            click.echo("  gradus screen         something is new or worse")
            click.echo("  gradus flare began    it is the pain you know, flared up")

    here.tell(reply, show)
    if session.note:
        click.echo(f"Note: {harmless(session.note)} What you log is kept.", err=True)


def _said(
    session: Session, sets: int, end: SessionDone | None, left: list[ExerciseId], *, two_sided: bool
) -> Iterator[str]:
    if sets:
        both = " (left and right)" if two_sided else ""
        yield f"{counted(sets, 'set')} stored{both}."
    if end is not None:
        yield f"Session {WORDS[end.ended]}."
    elif session.ended is not None:
        was = f"already {WORDS[session.ended]}."
        yield f"They join the session that is {was}" if sets else f"The session is {was} Nothing was stored."
    if left:
        names = ", ".join(library().exercises[each].en.name for each in left)
        yield f"Not logged: {names}. Log them later today if you did them."


def _not_logged(here: Here, session: Session) -> list[ExerciseId]:
    """The exercises that were shown for the session and have no set yet, as far as the library has them."""
    done = {fact.exercise for fact in here.history.sets_of(session.id)}
    items = () if session.shown is None else to_do(session.shown)
    return [
        item.exercise for item in items if item.exercise not in done and item.exercise in library().exercises
    ]
