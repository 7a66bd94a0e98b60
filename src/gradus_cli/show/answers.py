"""What a question found, in the terminal."""

from collections.abc import Sequence

from gradus.journey.ask import Asked, Entry
from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.library.types import Answer, Claim
from gradus.vocabulary.certainty import CERTAINTY, VERDICTS
from gradus.vocabulary.ids import AnswerId, ClaimId
from gradus_cli.show.day import HEADINGS, is_emergency, show_advice
from gradus_cli.show.knowledge import source_words
from gradus_cli.show.page import bullet, footer, page, plain, tell

ELSEWHERE = (
    "Gradus is about the low back, and of pain elsewhere it knows too little to advise. A doctor or "
    "physiotherapist can look at it."
)
NOTHING = "There is no good match for that here, so nothing is made up."


def show_answer(asked: Asked, library: Library, today: Today) -> None:
    """The answer with its certainty and sources, then what else there is, then what to watch for. Whoever
    must not train now is told so before anything else. Where nothing was found, or the question is one of
    somebody who may need help at once, the whole list of what to watch for comes first: what was meant is not
    known."""
    if today.action == "locked":
        _locked(today)
    if asked.urgent and asked.found_something:
        page().print("\n[ask]If one of these is true for you, get help before you read on:[/ask]")
        _watch_for(library)
    if asked.elsewhere:
        page().print(f"\n[ask]{ELSEWHERE}[/ask]")
    if asked.answer is not None:
        page().print()
        answer_in_full(library.answers[AnswerId(asked.answer.id)], library)
    elif not asked.found_something:
        page().print(f"\n[ask]{NOTHING}[/ask] But if it is one of these, get help:")
        _watch_for(library)
    _claims([entry for entry in asked.others if entry.kind == "claim"], library)
    _list("Also here", [e for e in (*asked.others, *asked.beside) if e.kind != "claim"])
    _list("Perhaps one of these", asked.near)
    if asked.withheld:
        tell("Exercises are left out here until somebody has examined you: gradus screen")
    if asked.found_something and not asked.urgent:
        page().print()
        tell(f"[quiet]{plain(library.safety_net.watch_for[0])}[/quiet]")
    footer(emergency=is_emergency(today))


def _watch_for(library: Library) -> None:
    for line in library.safety_net.watch_for:
        bullet(plain(line))


def _locked(today: Today) -> None:
    """What comes before every answer while training is locked."""
    page().print(f"\n[stop]{HEADINGS[today.action]}[/stop]")
    if today.outcome.locks and today.advice is not None:
        show_advice(today.advice)
    tell("All of it, and what to say: gradus today. What follows is for reading only.")


def answer_in_full(answer: Answer, library: Library) -> None:
    """An answer with its certainty and its sources. Where it is about getting help, when to get it comes
    before what can be read later."""
    page().print(f"[title]{plain(answer.question)}[/title]\n")
    tell(plain(answer.short))
    parts = [plain(each) for each in answer.longer]
    if answer.see_someone:
        help_ = f"[ask]When to get help:[/ask] {plain(answer.see_someone)}"
        parts.insert(0 if "when-to-get-help" in answer.topics else len(parts), help_)
    for part in parts:
        page().print()
        tell(part)
    page().print()
    tell(f"How sure: {CERTAINTY[answer.certainty]}. {plain(answer.certain_because)}")
    for source in answer.cites:
        tell(f"[quiet]{plain(source_words(source, library, recalled=source in answer.recalled))}[/quiet]", 4)
    signed = f"reviewed by {answer.reviewed_by}" if answer.reviewed_by else "not yet clinically reviewed"
    tell(
        f"[quiet]Written {answer.written_on}, to be looked at again by {answer.review_due}; {signed}.[/quiet]"
    )


def _claims(entries: Sequence[Entry], library: Library) -> None:
    if entries:
        page().print("\nWhat is said about it, checked:")
    for entry in entries:
        claim: Claim = library.claims[ClaimId(entry.id)]
        tell(f"“{plain(claim.claim)}” [quiet]({VERDICTS[claim.verdict]})[/quiet]", 2)
        if claim.says_instead:
            tell(f"Rather: {plain(claim.says_instead)}", 4)


def _list(title: str, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    page().print(f"\n{title}:")
    for entry in entries:
        how = (
            f"gradus ask {entry.id.replace('-', ' ')}"
            if entry.kind == "answer"
            else f"gradus library show {entry.id}"
        )
        tell(f"{plain(entry.title)} [quiet]({entry.kind}; {how})[/quiet]", 2)
