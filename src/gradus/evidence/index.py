"""The index of entries, held in memory by tantivy, and what each word of a question finds in it."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from math import log
from typing import Any

import tantivy
from tantivy import (
    Document,
    Filter,
    Occur,
    Query,
    SchemaBuilder,
    TextAnalyzer,
    TextAnalyzerBuilder,
    Tokenizer,
)

from gradus.evidence.entries import Entry
from gradus.library.types import SearchWords

FIELDS: Mapping[str, float] = {"title": 3.0, "asked": 3.0, "body": 1.0}
"""How much more a word counts in a title than in a text."""
LETTERS_FOR_A_SLIP = 4
"""Words of fewer letters are taken as they are written."""
ALIKE = 0.82
"""A misspelt word shares at least this part of its letters with the word that was meant, and its first. Two
neighbouring letters that changed places are looked for before that."""
MEMORY = 15_000_000
"""Bytes that the index may use while it is made; the least that tantivy takes."""

Finds = Mapping[int, float]
"""What a word finds: the numbers of entries, each with its score."""


class Index:
    """Entries by number, as they were given."""

    def __init__(self, entries: Sequence[Entry], words: SearchWords) -> None:
        self.size = len(entries)
        self._words = _analyzer(words.idle, stems=False)
        self._stems = _analyzer(words.idle, stems=True)
        self._groups = {self._stem(each): group for group in words.same for each in group}
        self._schema = _schema()
        index = tantivy.Index(self._schema)
        index.register_tokenizer("stems", self._stems)
        writer = index.writer(MEMORY, 1)
        for number, entry in enumerate(entries):
            texts: dict[str, Any] = dict(entry.texts)
            writer.add_document(Document(number=number, **texts))
        writer.commit()
        index.reload()
        self._searcher = index.searcher()
        self._entries = entries

    def words_of(self, question: str) -> tuple[str, ...]:
        """The words of a question that say what is asked, each once, in order."""
        return tuple(dict.fromkeys(self._words.analyze(question)))

    def finds(self, word: str) -> Finds:
        """The entries that hold the word in any form, or one that means nearly the same; where none does,
        those that hold the word that was probably meant."""
        found = self._exactly(word)
        if found or len(word) < LETTERS_FOR_A_SLIP:
            return found
        meant = self._meant(word)
        return self._exactly(meant) if meant else found

    def stems_of(self, question: str) -> frozenset[str]:
        """The stems of the words of a question, and of those that mean nearly the same."""
        words = self.words_of(question)
        every = (near for word in words for near in (word, *self._groups.get(self._stem(word), ())))
        return frozenset(stem for each in every for stem in self._stems.analyze(each))

    def weight(self, found: Finds) -> float:
        """How much a word says that finds these: the more, the fewer entries hold it."""
        return log(1 + (self.size - len(found) + 0.5) / (len(found) + 0.5))

    def _stem(self, word: str) -> str:
        return " ".join(self._stems.analyze(word))

    def _meant(self, word: str) -> str | None:
        """The word that was probably meant: this one with two neighbouring letters exchanged, or else the one
        that is most like it."""
        for exchanged in _exchanged(word):
            if exchanged in self._spelled.get(exchanged[0], ()):
                return exchanged
        alike = get_close_matches(word, self._spelled.get(word[0], ()), n=1, cutoff=ALIKE)
        return alike[0] if alike else None

    @cached_property
    def _spelled(self) -> Mapping[str, Sequence[str]]:
        """Every word of the entries, by its first letter."""
        texts = (text for entry in self._entries for text in entry.texts.values())
        every = {word for text in texts for word in self._words.analyze(text)}
        found: dict[str, list[str]] = {}
        for word in sorted(every):
            found.setdefault(word[0], []).append(word)
        return found

    def _exactly(self, word: str) -> Finds:
        """An entry scores by the word of a group that suits it best, not by how many of them it holds."""
        group = (word, *self._groups.get(self._stem(word), ()))
        stems = dict.fromkeys(stem for each in group for stem in self._stems.analyze(each))
        query = Query.disjunction_max_query([self._anywhere(stem) for stem in stems])
        hits = self._searcher.search(query, limit=max(1, self.size)).hits
        return {int(self._searcher.doc(address)["number"][0]): float(score or 0) for score, address in hits}

    def _anywhere(self, stem: str) -> Query:
        parts = [
            (Occur.Should, Query.boost_query(Query.term_query(self._schema, name, stem), weight))
            for name, weight in FIELDS.items()
        ]
        return Query.boolean_query(parts)


def _exchanged(word: str) -> Iterator[str]:
    """The word with each two neighbouring letters exchanged in turn."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _schema() -> tantivy.Schema:
    builder = SchemaBuilder()
    builder.add_unsigned_field("number", stored=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="stems")
    return builder.build()


def _analyzer(idle: Sequence[str], *, stems: bool) -> TextAnalyzer:
    built = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.ascii_fold())
    built = built.filter(Filter.custom_stopword(list(idle)))
    return (built.filter(Filter.stemmer("english")) if stems else built).build()
