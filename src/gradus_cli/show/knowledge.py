"""Programmes, measures and claims in the terminal, as a person would read them."""

from collections.abc import Iterable

from gradus.library.library import Library
from gradus.library.types import Claim, Measure, Norm, Phase, Programme, Slot
from gradus.vocabulary.certainty import CERTAINTY, VERDICTS
from gradus.vocabulary.ids import SourceId
from gradus_cli.reference.doses import FROM_EXERCISE, slot_amount
from gradus_cli.reference.measures import BETTER, KINDS, NO_ERROR
from gradus_cli.reference.numbers import amount
from gradus_cli.reference.words import plain as as_words
from gradus_cli.show.page import bullet, name_of, page, plain, tell


def show_programme(programme: Programme, library: Library) -> None:
    """Whom it is for, what it is, what its study found and cannot say, and its phases."""
    page().print(f"[title]{plain(programme.title)}[/title]")
    said = {
        "For whom": programme.for_whom,
        "What you do": programme.what,
        "What was found": programme.found,
        "What it cannot say": programme.cannot_say,
    }
    for title, words in said.items():
        page().print(f"\n[title]{title}[/title]  {plain(words)}")
    _bullets("What is ours", programme.ours)
    for phase in programme.phases:
        _phase(phase, library)
    _bullets("What is measured", [library.measures[each].title for each in programme.measures])
    _sources(programme.cites, library)
    page().print("\nTo see it with what you have, and store nothing:")
    tell(f"gradus plan --try --programme {programme.id}")


def _phase(phase: Phase, library: Library) -> None:
    long = f"{amount(phase.weeks.value, 'weeks')}, {amount(phase.sessions_per_week.value, 'sessions')} a week"
    reserve = f"{amount(phase.reserve.value, 'reps')} kept in hand"
    page().print(f"\n[title]Phase: {plain(phase.title)}[/title]  {long}, {reserve}")
    tell(plain(phase.aim))
    for session in phase.sessions:
        tell(f"[quiet]{plain(session.title)}[/quiet]")
        for slot in session.slots:
            bullet(_slot(slot, library), indent=4)


def _slot(slot: Slot, library: Library) -> str:
    one_for = f"one for: {' or '.join(map(as_words, slot.patterns))}"
    what = one_for if slot.exercise is None else name_of(slot.exercise, library)
    told = slot_amount(slot)
    sets = "" if slot.sets is None else f", {amount(slot.sets, 'sets')}"
    each = "" if told == FROM_EXERCISE else f" of {told}" if sets else f", {told} a set"
    return plain(f"{what}{sets}{each}{' (when there is time)' if slot.optional else ''}")


def show_measure(measure: Measure, library: Library) -> None:
    """How it is taken, what a change of it means, and what others reached."""
    page().print(f"[title]{plain(measure.title)}[/title]  {KINDS[measure.kind]}\n")
    for nth, step in enumerate(measure.protocol, 1):
        bullet(plain(step), f"{nth}")
    unit = amount(measure.highest, measure.unit)
    page().print(f"\nFrom {measure.lowest:g} to {unit}. Better is {BETTER[measure.better]}.")
    if measure.needs:
        page().print(f"You need: {', '.join(map(as_words, measure.needs))}.")
    if measure.mdc95 is not None:
        error = amount(measure.mdc95.value, measure.mdc95.unit)
        page().print(f"A change of less than {error} may be chance.")
    elif measure.better != "neither":
        page().print(NO_ERROR)
    if measure.mic is not None:
        matters = amount(measure.mic.value, measure.mic.unit)
        page().print(f"The smallest change that people notice is about {matters}.")
    norms = "What others reached, a picture to compare with and never a mark to reach"
    _bullets(norms, map(_norm, measure.norms))
    _bullets("To know", measure.notes)
    _sources(measure.cites, library)
    if not measure.derived_from:
        side = " --side left" if measure.sides else ""
        page().print("\nTo write down your result:")
        tell(f"gradus measure {measure.id} NUMBER{side}")


def _norm(norm: Norm) -> str:
    """A group and what it reached, in one line."""
    parts = [] if norm.value is None else [f"{norm.middle} {amount(norm.value, norm.unit)}"]
    if norm.low is not None and norm.high is not None:
        half = "middle half" if norm.ends == "quartiles" else "usual"
        parts.append(f"{half} {norm.low:g} to {amount(norm.high, norm.unit)}")
    elif norm.low is not None:
        parts.append(f"from {amount(norm.low, norm.unit)}")
    elif norm.high is not None:
        parts.append(f"up to {amount(norm.high, norm.unit)}")
    return f"{norm.who}: {', '.join(parts)}"


def show_claim(claim: Claim, library: Library) -> None:
    """What is said, what became of it, why, and what may be said instead."""
    page().print(f"[title]“{plain(claim.claim)}”[/title]\n")
    tell(f"When checked: {VERDICTS[claim.verdict]}.")
    tell(plain(claim.why))
    if claim.says_instead:
        tell(f"\nRather: {plain(claim.says_instead)}")
    if claim.certainty is not None:
        tell(f"How sure: {CERTAINTY[claim.certainty]}.")
    _sources(claim.cites, library, claim.recalled)


def _bullets(title: str, lines: Iterable[str]) -> None:
    told = list(lines)
    if told:
        page().print(f"\n[title]{title}[/title]")
    for line in told:
        bullet(plain(line))


def _sources(ids: Iterable[SourceId], library: Library, recalled: Iterable[SourceId] = ()) -> None:
    """The cited sources, a line each."""
    unread = set(recalled)
    _bullets("Sources", [source_words(each, library, recalled=each in unread) for each in ids])


def source_words(id_: SourceId, library: Library, *, recalled: bool) -> str:
    """A source in one line: who, when, and what it is called."""
    source = library.sources[id_]
    unread = " (figures remembered, not checked against the paper)" if recalled else ""
    return f"{source.by} {source.year}: {source.title}{unread}"
