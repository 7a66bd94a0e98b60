"""Reasons in the terminal, each with its rule and its sources."""

from collections.abc import Sequence

from gradus.journey.why import Why
from gradus.library.library import Library
from gradus.record.parts import ShownReason
from gradus.vocabulary.ids import SourceId
from gradus.vocabulary.reasons import Reason
from gradus_cli.show.page import dose_words, footer, name_of, page, plain, tell


def show_why(why: Why, library: Library, unit: str | None = None) -> None:
    """The dose an exercise has, the rules that led there, and what they rest on."""
    if why.dose is None:
        page().print(f"\n{name_of(why.exercise, library)} has no dose now.")
    else:
        words = dose_words(why.dose, library.exercises.get(why.exercise), unit)
        page().print(f"\n[title]{name_of(why.exercise, library)}[/title]: {words}")
    _lines(why.because, library)
    footer()


def show_reasons(title: str, reasons: Sequence[Reason], library: Library) -> None:
    """Reasons under a title."""
    page().print(f"\n[title]{title}[/title]")
    _lines(reasons, library)
    footer()


def _lines(reasons: Sequence[Reason | ShownReason], library: Library) -> None:
    for reason in reasons:
        tell(plain(reason.says))
        tell(f"[quiet]rule {plain(reason.rule)}; {sources(reason.cites, library)}[/quiet]", 4)


def sources(cites: Sequence[SourceId], library: Library) -> str:
    """Where it comes from, in short; a default says that it is one."""
    named = [library.sources[each] for each in cites if each in library.sources]
    if not named:
        return "our default, no study behind the number"
    return "; ".join(
        f"{each.authors.split(',')[0]} {each.year}, certainty {each.certainty}" for each in named
    )
