"""Reasons in the terminal, each with its rule and its sources."""

from collections.abc import Sequence
from datetime import date

from gradus.journey.today import Today
from gradus.journey.why import Why, WhyDay
from gradus.library.agreeing import singular
from gradus.library.library import Library
from gradus.library.types import Threshold
from gradus.record.parts import ShownReason
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import LibraryVersion, RuleId, SourceId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import DoseKind, Step
from gradus_cli.show.day import is_emergency, show_lock
from gradus_cli.show.grounds import day_words, show_grounds
from gradus_cli.show.page import bullet, dose_words, footer, name_of, page, plain, tell

COUNTED = {DoseKind.REPS: "reps", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}
ACTIONS = {
    "train": "a day to train",
    "rest": "a rest day",
    "screen": "the safety questions come first",
    "plan": "a plan comes next",
    "locked": "no training for now",
    "see-someone": "someone should look before training goes on",
}
AWAY = RuleId("paused")
ENDED = {
    "skipped": "You left this session out. Nothing is lost: it was asked for again on a later day.",
    "stopped": "You stopped this session before its end. What you did of it counts.",
}
"""How a session ended that was not done as planned."""
NOT_NOTED = (
    "Nothing of this session is on record, so it was not done or not noted. Nothing is lost: it was asked "
    "for again."
)


def show_why(why: Why, library: Library, day: date, unit: str | None = None) -> None:
    """The dose an exercise has, the rules that led there, what it rests on, and why it is in the plan. What
    locks comes first, with what is to be done, and is told once."""
    name = name_of(why.exercise, library)
    if why.dose is None:
        waits = "waits" if why.step in (Step.PAUSE, Step.STOP_AND_SCREEN) else "has no dose now"
        page().print(f"\n[title]{name}[/title] {waits}.")
    else:
        words = dose_words(why.dose, library.exercises.get(why.exercise), unit)
        kept = "" if why.dose.reserve is None else f", {why.dose.reserve} in reserve"
        page().print(f"\n[title]{name}[/title]: {words}{kept}")
    if why.on is not None and why.on != day:
        tell(f"As it was shown on {day_words(why.on)}. There was no session with it since.")
    if why.dose is not None and why.on is None:
        tell("Your plan begins with this. No session has shown it yet.")
    if why.instead_of is not None:
        tell(f"It stands in the place of {name_of(why.instead_of, library)} of your plan.")
    _reasons(why.answer, why.of_dose, library, why.dose)
    if why.grounds is not None:
        show_grounds(why.grounds, library, unit)
    if why.of_plan:
        page().print("\n[title]Why it is in the plan[/title]")
        _lines(why.of_plan, library)
    _version(why.library, library)
    footer(emergency=is_emergency(why.answer))


def show_why_day(why: WhyDay, library: Library, unit: str | None = None, *, past: bool = False) -> None:
    """What a day is, why, and its exercises with the first reason of each. `past`: the record goes on after
    it, so that a session of which nothing is told was not done or not noted."""
    then = ", as it was shown" if why.shown else ""
    away = any(reason.rule == AWAY for reason in why.because)
    what = "a day away" if away else ACTIONS.get(why.action, why.action)
    page().print(f"\n[title]{day_words(why.day)}[/title]: {what}{then}")
    if why.ended in ENDED:
        tell(ENDED[why.ended])
    elif past and why.action == "train" and why.ended is None:
        tell(NOT_NOTED)
    _reasons(why.answer, why.because, library)
    if why.trained is not None:
        bullet(f"Last training before: {day_words(why.trained)}.")
    if why.answer.next_on is not None:
        bullet(f"Next training day: {day_words(why.answer.next_on)}.")
    for item in why.items:
        words = dose_words(item.dose, library.exercises.get(item.exercise), unit)
        bullet(f"[title]{name_of(item.exercise, library)}[/title]: {words}")
        for reason in item.because:
            tell(plain(reason.says), 4)
    if why.items:
        page().print("\n[quiet]More about one of them: gradus why EXERCISE[/quiet]")
    _version(why.library, library)
    footer(emergency=is_emergency(why.answer))


def show_reasons(title: str, reasons: Sequence[Reason], answer: Today, library: Library) -> None:
    """Reasons under a title; what locks the day comes first."""
    page().print(f"\n[title]{title}[/title]")
    _reasons(answer, reasons, library)
    footer(emergency=is_emergency(answer))


def _reasons(
    answer: Today, reasons: Sequence[Reason | ShownReason], library: Library, dose: Dose | None = None
) -> None:
    """The reasons with their rules; under a lock what is to be done, and then the rules alone."""
    if answer.action != "locked":
        _lines(reasons, library, dose)
        return
    show_lock(answer, library)
    page().print()
    for reason in reasons:
        tell(f"[quiet]rule {plain(reason.rule)}; {sources(reason.cites, library)}[/quiet]")


def _lines(reasons: Sequence[Reason | ShownReason], library: Library, dose: Dose | None = None) -> None:
    for reason in reasons:
        tell(plain(reason.says))
        tell(f"[quiet]rule {plain(reason.rule)}; {sources(reason.cites, library)}[/quiet]", 4)
        if numbers := _numbers(reason, library, dose):
            tell(f"[quiet]goes by: {numbers}[/quiet]", 4)


def _numbers(reason: Reason | ShownReason, library: Library, dose: Dose | None) -> str:
    """The numbers that the rule goes by, each under its name in the library; of those that are counted in
    repetitions, seconds or metres the ones of this dose."""
    rule = library.rules.get(reason.rule)
    named = {id_: library.thresholds[id_] for id_ in (() if rule is None else rule.goes_by)}
    counted = set() if dose is None else COUNTED.keys() - {dose.kind}
    foreign = {COUNTED[kind] for kind in counted}
    return ", ".join(
        f"{id_.rpartition('.')[2].replace('_', ' ')} {unit_words(each)}"
        for id_, each in named.items()
        if each.unit not in foreign
    )


def _version(decided: LibraryVersion, library: Library) -> None:
    if decided != library.version:
        tell(
            "[quiet]An earlier version of the content decided this. Its words are told as they were; the "
            "numbers behind “goes by” are those of today.[/quiet]"
        )


def sources(cites: Sequence[SourceId], library: Library) -> str:
    """Where it comes from, in short; a default says that it is one."""
    named = [library.sources[each] for each in cites if each in library.sources]
    if not named:
        return "our default, no study behind it"
    return "; ".join(f"{each.by} {each.year}, certainty {each.certainty}" for each in named)


def unit_words(number: Threshold) -> str:
    """A number with its unit: `5 of 10`, `14 days`, `50 %`."""
    words = {"pain_0_10": "of 10", "score_0_10": "of 10", "percent": "%", "count": "", "reps": "repetitions"}
    unit = words.get(number.unit, number.unit)
    return f"{number.value:g} {singular(unit, number.value)}".strip()
