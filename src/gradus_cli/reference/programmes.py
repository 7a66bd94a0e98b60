"""The programmes: an index, and a page for each."""

from collections.abc import Iterator

from gradus.library.types import Phase, Programme, SessionShape, Slot
from gradus_cli.reference.book import Book
from gradus_cli.reference.doses import slot_amount, slot_rest
from gradus_cli.reference.markdown import bullets, heading, link, page, table, text
from gradus_cli.reference.numbers import ROW_HEAD, cited, ground, row
from gradus_cli.reference.places import to, to_file
from gradus_cli.reference.signing import foot, made, mark, overdue_on
from gradus_cli.reference.studies import could_have_found
from gradus_cli.reference.words import plain

INDEX = "programmes/index.md"
SLOT_HEAD = ("place", "exercise", "sets", "in each set", "rest")
KINDS = {"published": "as a study tested it", "individual": "put together for one person"}


def programme_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The index and each programme, by path."""
    yield INDEX, _index(book)
    for id_, programme in book.library.programmes.items():
        yield f"programmes/{id_}.md", _page(book, programme)


def _index(book: Book) -> str:
    rows = [_row(book, each) for each in book.library.programmes.values()]
    head = ("programme", "kind", "phases", "for whom")
    return page(heading(1, "Programmes"), table(head, rows), made(book))


def _row(book: Book, programme: Programme) -> list[str]:
    name = to(book, "programmes", programme.id, at=INDEX)
    marked = mark(book, f"programmes/{programme.id}.toml")
    return [
        f"{name} ({marked})" if marked else name,
        KINDS[programme.kind],
        str(len(programme.phases)),
        text(programme.for_whom),
    ]


def _page(book: Book, programme: Programme) -> str:
    path = f"programmes/{programme.id}.toml"
    at = f"programmes/{programme.id}.md"
    version = f"{KINDS[programme.kind]}, version {programme.version}"
    return page(
        link("All programmes", "index.md"),
        heading(1, text(programme.title)),
        overdue_on(book, path),
        f"A programme {version}.",
        *_said("For whom", programme.for_whom),
        *_said("What you do", programme.what),
        *_said("What was found", programme.found),
        *_said("What it cannot say", programme.cannot_say),
        *could_have_found(book, programme, at=at),
        heading(2, "What is ours"),
        bullets(map(text, programme.ours)),
        *(part for phase in programme.phases for part in _phase(book, phase, at=at)),
        *_around(book, programme, at=at),
        foot(book, path),
        made(book),
    )


def _said(title: str, words: str) -> list[str]:
    return [heading(2, title), text(words)]


def _phase(book: Book, phase: Phase, *, at: str) -> Iterator[str]:
    yield heading(2, f"Phase: {text(phase.title)}", f"phase-{phase.id}")
    yield text(phase.aim)
    numbers = {
        "Weeks": phase.weeks,
        "Sessions in a week": phase.sessions_per_week,
        "Repetitions left in hand": phase.reserve,
    }
    further = {
        "Sessions in a week for somebody who trains already, at most": phase.most_per_week,
        "Sessions in a row that went well, to leave it": phase.green_to_leave,
        "Not left by then, somebody should have a look": phase.look_after,
        "Days in which nothing hurt too much, to leave it": phase.red_free_to_leave,
        "More than when it began, to leave it": phase.grown_to_leave,
    }
    numbers |= {words: each for words, each in further.items() if each is not None}
    yield table(ROW_HEAD, [row(book, words, each, at=at) for words, each in numbers.items()])
    rests = [ground(phase), cited(book, phase.cites, at=at)]
    yield f"The doses rest on: {'; '.join(each for each in rests if each)}. {text(phase.note)}".rstrip()
    if phase.max_high_rank is not None:
        yield f"Exercises of high load on the low back in a session: at most {phase.max_high_rank}."
    if phase.highest_new_rank is not None:
        highest = phase.highest_new_rank
        yield f"Highest load on the low back of an exercise that the planner may begin: {highest}."
    for session in phase.sessions:
        yield from _session(book, session, at=at)


def _session(book: Book, session: SessionShape, *, at: str) -> Iterator[str]:
    where = "" if session.where == "anywhere" else f" (at {_place(session.where)})"
    yield heading(3, f"Session: {text(session.title)}{where}")
    yield table(SLOT_HEAD, [_slot(book, slot, at=at) for slot in session.slots])


def _place(where: str) -> str:
    return "home" if where == "home" else f"the {where}"


def _slot(book: Book, slot: Slot, *, at: str) -> list[str]:
    patterns = f"one for: {' or '.join(map(plain, slot.patterns))}"
    what = to(book, "exercises", slot.exercise, at=at) if slot.exercise else patterns
    name = text(plain(slot.id).replace("-", " "))
    sets = str(slot.sets) if slot.sets else "as the exercise"
    return [
        f"{name} (may stay empty)" if slot.optional else name,
        what,
        sets,
        slot_amount(slot),
        slot_rest(slot),
    ]


def _around(book: Book, programme: Programme, *, at: str) -> list[str]:
    answers = book.naming("programmes", programme.id, "answers/")
    parts = {
        "What is measured": bullets(to(book, "measures", each, at=at) for each in programme.measures),
        "Answers that name it": bullets(to_file(book, path, at=at) for path in answers),
        "Sources": cited(book, programme.cites, at=at),
    }
    if programme.document:
        parts["Where it comes from"] = _document(book, programme.document)
    return [each for title, body in parts.items() if body for each in (heading(2, title), body)]


def _document(book: Book, document: str) -> str:
    """The document that a programme comes from; a link where claims of it were checked."""
    words = f"Document {text(document)}"
    checked = any(claim.document == document for claim in book.library.claims.values())
    return f"{link(words, f'../claims/{document}.md') if checked else words}."
