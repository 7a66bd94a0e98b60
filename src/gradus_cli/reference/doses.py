"""Doses in words: the one an exercise begins with, and what a place in a session asks for."""

from gradus.library.types import Exercise, Slot, StartDose
from gradus.vocabulary.scales import DoseKind
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import bullets, text
from gradus_cli.reference.numbers import cited, ground

UNIT = {DoseKind.REPS: "repetitions", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}
FROM_EXERCISE = "as the exercise"


def start_dose(book: Book, exercise: Exercise, *, at: str) -> str:
    """The dose an exercise begins with, line by line, with what it rests on."""
    dose = exercise.dose
    low, top = dose.range
    side = " on each side" if exercise.one_sided else ", sides in turn" if exercise.alternating else ""
    lines = [
        f"Sets: {dose.sets}",
        f"In each set: {span(low, top)} {UNIT[dose.kind]}{side}; the first session asks for {low}",
        f"Hold of each repetition: {dose.hold_s} seconds" if dose.hold_s else "",
        f"Rest between sets: {dose.rest_s} seconds",
        f"Tempo: {text(dose.tempo)} (seconds: the first way, the pause, the way back)" if dose.tempo else "",
        f"Repetitions left in hand: {dose.reserve}" if dose.reserve is not None else "",
        "" if dose.load == "none" else f"Held or pulled: {dose.load}",
        f"Rests on: {_rests(book, dose, at=at)}",
    ]
    return bullets(each for each in lines if each)


def _rests(book: Book, dose: StartDose, *, at: str) -> str:
    said = "; ".join(each for each in (ground(dose), cited(book, dose.cites, at=at)) if each)
    return f"{said}. {text(dose.note)}" if dose.note else said


def span(low: int, top: int) -> str:
    """A range of an amount."""
    return f"{low}" if low == top else f"{low} to {top}"


def slot_amount(slot: Slot) -> str:
    """What a place in a session asks for in a set, or that the exercise says so."""
    ranges = ((slot.reps, "repetitions"), (slot.seconds, "seconds"), (slot.metres, "metres"))
    said = [f"{span(*range_)} {unit}" for range_, unit in ranges if range_ is not None]
    if slot.hold_s:
        said.append(f"each held {slot.hold_s} seconds")
    return ", ".join(said) or FROM_EXERCISE


def slot_rest(slot: Slot) -> str:
    """The rest between the sets of a place in a session."""
    return f"{slot.rest_s} seconds" if slot.rest_s else FROM_EXERCISE
