"""What a question found, in the terminal and as plain values."""

from collections.abc import Sequence
from typing import Any

from gradus.journey.ask import Asked, Entry
from gradus.library.library import Library
from gradus.library.types import Answer, Claim
from gradus.vocabulary.ids import AnswerId, ClaimId, SourceId
from gradus_cli.show.content import thing_table
from gradus_cli.show.page import footer, page, plain, tell

NOTHING = "There is no good match for that here, so nothing is made up."
CERTAINTY = {
    "none": "no study that we know of",
    "very low": "very uncertain",
    "low": "uncertain",
    "moderate": "fairly sure",
    "high": "sure",
}
VERDICTS = {
    "supported": "holds",
    "partly": "holds in part",
    "misattributed": "a real figure on the wrong thing",
    "no-source-found": "no source found",
    "contradicted": "better evidence speaks against it",
}


def answer_table(asked: Asked, library: Library) -> dict[str, Any]:
    """What was found, as plain values."""
    answer = None if asked.answer is None else library.answers[AnswerId(asked.answer.id)]
    return {
        "question": asked.question,
        "found": asked.found_something,
        "answer": None if answer is None else thing_table(answer),
        "others": _rows(asked.others),
        "beside": _rows(asked.beside),
        "near": _rows(asked.near),
        "withheld": asked.withheld,
        "watch_for": list(library.safety_net.watch_for),
        "library": library.version,
    }


def _rows(entries: Sequence[Entry]) -> list[dict[str, str]]:
    return [{"kind": entry.kind, "id": entry.id, "title": entry.title} for entry in entries]


def show_answer(asked: Asked, library: Library) -> None:
    """The answer with its certainty and sources, then what else there is, then what to watch for."""
    if asked.answer is not None:
        _answer(library.answers[AnswerId(asked.answer.id)], library)
    elif not asked.found_something:
        page().print(f"\n[ask]{NOTHING}[/ask]")
    _claims([entry for entry in asked.others if entry.kind == "claim"], library)
    _list("Also here", [e for e in (*asked.others, *asked.beside) if e.kind != "claim"])
    _list("Perhaps one of these", asked.near)
    if asked.withheld:
        tell("Exercises are left out here until somebody has examined you: gradus screen")
    page().print()
    tell(f"[quiet]{plain(library.safety_net.watch_for[0])}[/quiet]")
    footer()


def _answer(answer: Answer, library: Library) -> None:
    page().print(f"\n[title]{plain(answer.question)}[/title]\n")
    tell(plain(answer.short))
    for paragraph in answer.longer:
        page().print()
        tell(plain(paragraph))
    if answer.see_someone:
        page().print()
        tell(f"[ask]When to get help:[/ask] {plain(answer.see_someone)}")
    page().print()
    tell(f"How sure: {CERTAINTY[answer.certainty]}. {plain(answer.certain_because)}")
    for source in answer.cites:
        tell(f"[quiet]{_source(source, library, recalled=source in answer.recalled)}[/quiet]", 4)
    signed = f"reviewed by {answer.reviewed_by}" if answer.reviewed_by else "not yet clinically reviewed"
    tell(
        f"[quiet]Written {answer.written_on}, to be looked at again by {answer.review_due}; {signed}.[/quiet]"
    )


def _source(id_: SourceId, library: Library, *, recalled: bool) -> str:
    source = library.sources[id_]
    first, *others = source.authors.split(",")
    names = f"{first} and others" if others else first
    unread = " (figures remembered, not checked against the paper)" if recalled else ""
    return plain(f"{names} {source.year}: {source.title}{unread}")


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
