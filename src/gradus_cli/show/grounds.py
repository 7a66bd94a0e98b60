"""What a dose rests on, in the terminal: the sessions before it, the mornings, and what else was known."""

from collections.abc import Iterator, Sequence
from datetime import date

from gradus.journey.grounds import Before, Grounds, Morning
from gradus.library.library import Library
from gradus.record.facts import SetDone
from gradus.vocabulary.pounds import weight
from gradus.vocabulary.scales import Side
from gradus_cli.names import counted
from gradus_cli.show.page import MINUTE_S, bullet, dose_words, name_of, page, plain

LEG = {"further-down": "leg symptoms moved further down", "lasted-over-an-hour": "leg symptoms lasted"}


def show_grounds(grounds: Grounds, library: Library, unit: str | None = None) -> None:
    """The newest sessions before the dose, then what was known of the day."""
    page().print("\n[title]What it rests on[/title]")
    for before in grounds.before:
        bullet(_before(before, library, unit))
    if not grounds.before:
        bullet("No sets of it are on record before.")
    for line in _around(grounds):
        bullet(line)
    for limit, rules in grounds.limits.items():
        says = library.limits[limit].says
        bullet(f"A limit of your safety questions: {says} [quiet]rule {', '.join(rules)}[/quiet]")


def _before(before: Before, library: Library, unit: str | None) -> str:
    exercise = library.exercises.get(before.exercise)
    asked = "not on record" if before.asked is None else dose_words(before.asked, exercise, unit)
    if before.asked is not None and before.asked.reserve is not None:
        asked += f", {before.asked.reserve} in reserve"
    done = "; ".join(_sides(before.sets, unit))
    told = [f"asked {asked}", f"done {done}", *_felt(before)]
    return f"{day_words(before.day)}, {name_of(before.exercise, library)}: {'. '.join(map(_capital, told))}."


def _sides(sets: Sequence[SetDone], unit: str | None) -> Iterator[str]:
    """What was done, side by side, and what was left in reserve after the last set."""
    for side in (None, *Side):
        own = [each for each in sets if each.side == side]
        if not own:
            continue
        name = "" if side is None else f"{side} "
        left = own[-1].reserve
        kept = "" if left is None else f" ({left} in reserve after the last set)"
        yield f"{name}{', '.join(_done(each, unit) for each in own)}{kept}"


def _done(done: SetDone, unit: str | None) -> str:
    counted = (
        str(done.reps) if done.reps is not None else None,
        _time(done.seconds) if done.seconds is not None else None,
        f"{done.metres:g} m" if done.metres is not None else None,
    )
    held = weight(done.load_kg, unit) if done.load_kg else plain(f"{done.band} band") if done.band else ""
    said = next((each for each in counted if each), "not counted")
    return f"{said} with {held}" if held else said


def _time(seconds: float) -> str:
    return f"{seconds / MINUTE_S:g} min" if seconds >= 2 * MINUTE_S else f"{seconds:g} s"


def _felt(before: Before) -> Iterator[str]:
    pains = [each.pain_0_10 for each in before.sets if each.pain_0_10 is not None]
    untold = len(before.sets) - len(pains)
    if pains:
        missing = f", not told for {counted(untold, 'set')}" if untold else ""
        yield f"{f'pain up to {max(pains)} of 10' if max(pains) else 'no pain'}{missing}"
    else:
        yield "pain not told"
    legs = dict.fromkeys(LEG[each.leg] for each in before.sets if each.leg in LEG)
    yield from legs
    if before.pain_after is not None:
        yield f"pain after the session {before.pain_after}"
    after = "not told" if before.morning is None else _pain(before.morning)
    yield f"the morning after: {after}"


def _around(grounds: Grounds) -> Iterator[str]:
    if grounds.morning is not None:
        yield f"Latest morning, {day_words(grounds.morning.day)}: {_pain(grounds.morning)}."
    else:
        yield "No morning was told yet."
    if grounds.days_off is not None:
        yield f"Days since the last training: {grounds.days_off}."
    yield f"How easily the back is stirred up (irritability): {grounds.irritability}."
    if grounds.flare is not None:
        over = grounds.flare.over
        ended = "not told to be over" if over is None else f"over on {day_words(over)}"
        usual = "" if grounds.flare.usual is None else f"; usual before it {grounds.flare.usual:g}"
        yield f"A flare began on {day_words(grounds.flare.began)}, {ended}{usual}."


def _pain(morning: Morning) -> str:
    usual = "not known yet" if morning.usual is None else f"{morning.usual:g}"
    return f"pain {morning.pain}, usual {usual}"


def day_words(day: date) -> str:
    """A day as people say it: `Friday 9 January 2026`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
