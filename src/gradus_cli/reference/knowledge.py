"""What is known: claims by document, answers by topic, and the sources with what cites them."""

from collections.abc import Iterable, Iterator
from typing import get_args

from gradus.library.types import Answer, Claim, Source, Topic
from gradus.vocabulary.ids import SourceId
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import address, anchor, bullets, code, heading, link, page, table, text
from gradus_cli.reference.places import to, to_file
from gradus_cli.reference.signing import foot, made, mark, overdue_on, state
from gradus_cli.reference.words import plain, sentence

VERDICTS = {
    "supported": "supported",
    "partly": "partly supported",
    "misattributed": "put on the wrong thing",
    "no-source-found": "no source found",
    "contradicted": "contradicted",
}
READ = {
    "abstract": "its abstract",
    "excerpt": "a part of it",
    "full": "the whole of it",
    "not-read": "not read: what stands here is remembered",
}
CLAIMS = "claims/index.md"
ANSWERS = "answers/index.md"
SOURCES = "sources.md"


def knowledge_pages(book: Book) -> Iterator[tuple[str, str]]:
    """Claims, answers and sources, by path."""
    by_document: dict[str, list[Claim]] = {}
    for claim in sorted(book.library.claims.values(), key=lambda each: each.number):
        by_document.setdefault(claim.document, []).append(claim)
    yield CLAIMS, _claims(book, by_document)
    for document, claims in by_document.items():
        yield f"claims/{document}.md", _document(book, document, claims)
    yield ANSWERS, _answers(book)
    for id_, answer in book.library.answers.items():
        yield f"answers/{id_}.md", _answer(book, answer)
    yield SOURCES, _sources(book)


def _claims(book: Book, by_document: dict[str, list[Claim]]) -> str:
    rows = [
        [link(f"Document {document}", f"{document}.md"), str(len(claims)), _counted(claims)]
        for document, claims in sorted(by_document.items())
    ]
    head = ("document", "claims", "what became of them")
    return page(heading(1, "Claims that were checked"), table(head, rows), made(book))


def _counted(claims: list[Claim]) -> str:
    counts = {words: sum(each.verdict == key for each in claims) for key, words in VERDICTS.items()}
    return ", ".join(f"{count} {words}" for words, count in counts.items() if count)


def _document(book: Book, document: str, claims: list[Claim]) -> str:
    paths = [f"claims/{each.id}.toml" for each in claims]
    rows = [_claim(book, each, at=f"claims/{document}.md") for each in claims]
    head = ("number", "claim", "verdict", "why", "what to say instead", "certainty", "sources", "review")
    return page(
        link("All documents", "index.md"),
        heading(1, f"Claims of document {document}"),
        overdue_on(book, *paths),
        table(head, rows),
        made(book),
    )


def _claim(book: Book, claim: Claim, *, at: str) -> list[str]:
    path = f"claims/{claim.id}.toml"
    return [
        f"{anchor(claim.id)}{claim.number}",
        text(claim.claim),
        VERDICTS[claim.verdict],
        text(claim.why),
        text(claim.says_instead or "nothing"),
        claim.certainty or "",
        _cited(book, claim.cites, claim.recalled, at=at),
        ", ".join(each for each in (state(book, path), mark(book, path)) if each),
    ]


def _cited(book: Book, ids: Iterable[SourceId], recalled: Iterable[SourceId], *, at: str) -> str:
    """Links to sources; where a figure is remembered, it says so."""
    unsure = set(recalled)
    said = " (remembered, not checked against the paper)"
    return ", ".join(f"{to(book, 'sources', each, at=at)}{said if each in unsure else ''}" for each in ids)


def _answers(book: Book) -> str:
    parts = [heading(1, "Answers")]
    for topic in get_args(Topic):
        about = [each for each in book.library.answers.values() if topic in each.topics]
        lines = [_to_answer(book, each) for each in about]
        if lines:
            parts += [heading(2, sentence(topic.replace("-", " ")), f"topic-{topic}"), bullets(lines)]
    return page(*parts, made(book))


def _to_answer(book: Book, answer: Answer) -> str:
    marked = mark(book, f"answers/{answer.id}.toml")
    found = to(book, "answers", answer.id, at=ANSWERS)
    return f"{found} ({marked})" if marked else found


def _answer(book: Book, answer: Answer) -> str:
    path = f"answers/{answer.id}.toml"
    at = f"answers/{answer.id}.md"
    dates = f"Written {answer.written_on}, to be looked at again by {answer.review_due}."
    return page(
        link("All answers", "index.md"),
        heading(1, text(answer.question)),
        overdue_on(book, path),
        f"**In short.** {text(answer.short)}",
        *map(text, answer.longer),
        *([heading(2, "When to see someone"), text(answer.see_someone)] if answer.see_someone else []),
        heading(2, "How certain this is"),
        f"**{sentence(plain(answer.certainty))}.** {text(answer.certain_because)}",
        *_beside(book, answer, at=at),
        dates,
        foot(book, path),
        made(book),
    )


def _beside(book: Book, answer: Answer, *, at: str) -> list[str]:
    def links(folder: str, ids: Iterable[str]) -> str:
        return bullets(to(book, folder, each, at=at) for each in ids)

    parts = {
        "Exercises": links("exercises", answer.exercises),
        "Programmes": links("programmes", answer.programmes),
        "Measures": links("measures", answer.measures),
        "Claims that were checked": links("claims", answer.claims),
        "Sources": _cited(book, answer.cites, answer.recalled, at=at),
        "Also asked as": bullets(map(text, answer.also_asked)),
    }
    return [each for title, body in parts.items() if body for each in (heading(2, title), body)]


def _sources(book: Book) -> str:
    parts = [heading(1, "Sources")]
    for source in book.library.sources.values():
        parts += _card(book, source)
    return page(*parts, made(book))


def _card(book: Book, source: Source) -> Iterator[str]:
    path = f"sources/{source.id}.toml"
    yield heading(2, text(source.id), source.id)
    yield f"{text(source.authors)}. **{text(source.title)}**. {text(source.where)}, {source.year}."
    lines = {
        "In short": text(source.organisation or ""),
        "What it is": text(source.design),
        "People": str(source.people or ""),
        "Read": READ[source.read],
        "Certainty": source.certainty,
        "Says": text(source.says),
        "Caution": text(source.caution),
        "Oddities": text(source.oddities),
        "Found at": address(source.address),
        "Cited by": ", ".join(_citing(book, source.id)),
        "File": code(path),
        "Overlay": mark(book, path),
    }
    yield bullets(f"{words}: {said}" for words, said in lines.items() if said)


def _citing(book: Book, id_: SourceId) -> Iterator[str]:
    naming = [to_file(book, path, at=SOURCES) for path in book.naming("sources", id_)]
    yield from naming or ["nothing yet"]
