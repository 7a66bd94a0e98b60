"""Finding what answers a question."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from gradus.evidence.entries import Entry, Kind, entries
from gradus.evidence.index import Index
from gradus.library.library import Library

ENOUGH = 0.6
"""A good match holds at least this share of what the words of the question say."""
FIRST: Mapping[Kind, float] = {"answer": 2.0}
"""How much more an answer counts than the rest, for whoever asks wants one."""
GENERAL = ("exercise", "train", "training", "workout", "strengthen")
"""Words of a question that say little of what is asked about a part of the body."""
MOST = 8
LOOKED_AT = 30
"""So many of the best matches are looked at word for word."""
WORTH = 0.5
"""Beside the best match, another scores at least this part of what it does."""
EXACT = 2.0
"""How much more an entry counts whose title, or another phrase for it, is the question word for word."""
SOME = 0.3
"""What holds less than this share is not worth a look."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry with its score, and the share, 0 to 1, of what the question says that it holds."""

    entry: Entry
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found, best first; empty where there is no good match. `near` are entries that hold
    some of its words, for a reader who wants to look further. `elsewhere` is whether it asks of pain in a
    part of the body that the library is not about."""

    question: str
    good: tuple[Match, ...]
    near: tuple[Match, ...]
    elsewhere: bool = False


class Search:
    """Looks through a library. Made once for a library, it answers as often as it is asked."""

    def __init__(self, library: Library) -> None:
        self.entries = tuple(entries(library))
        self._index = Index(self.entries, library.search_words)
        words = library.search_words
        self._urgent = [self._index.words_of(phrase) for phrase in words.urgent]
        self._elsewhere, self._hurting, self._ours, self._general = (
            self._index.stems_of(" ".join(each))
            for each in (words.elsewhere, words.hurting, words.ours, GENERAL)
        )
        self._together: dict[str, set[str]] = defaultdict(set)
        for phrase in words.together:
            *others, last = self._index.words_of(phrase)
            self._together[last].update(others)

    def find(self, question: str, *, most: int = MOST) -> Found:
        """What answers this question, at most so many of each; inflected and misspelt words find too."""
        matches = self.all(question)
        elsewhere, only = self._is_elsewhere(question)
        good = [match for match in matches if match.share >= ENOUGH and not only]
        good = [match for match in good if match.score >= WORTH * good[0].score]
        near = [match for match in matches if SOME <= match.share < ENOUGH]
        return Found(question, tuple(good[:most]), tuple(near[:most]), elsewhere)

    def is_urgent(self, question: str) -> bool:
        """Whether the question holds all words of a phrase, in any form and order, that somebody may use who
        needs help at once. What it finds may be about something else altogether."""
        said = self._index.stems_of(question)
        return any(
            phrase and all(self._index.stems_of(word) & said for word in phrase) for phrase in self._urgent
        )

    def _is_elsewhere(self, question: str) -> tuple[bool, bool]:
        """Whether a question asks of pain in another part of the body, and whether of nothing beside it."""
        said = [self._index.stems_of(word) for word in self._index.words_of(question)]
        every = frozenset[str]().union(*said)
        if not (self._elsewhere & every and self._hurting & every) or self._ours & every:
            return False, False
        known = self._elsewhere | self._hurting | self._general
        return True, all(stems & known for stems in said)

    def all(self, question: str) -> list[Match]:
        """Every entry that holds any word of the question, best first."""
        scores: dict[int, float] = defaultdict(float)
        shares: dict[int, float] = defaultdict(float)
        total = 0.0
        words = self._index.words_of(question)
        for word in words:
            others = self._together.get(word)
            found = {} if others and others.isdisjoint(words) else self._index.finds(word)
            weight = self._index.weight(found)
            total += weight
            for number, score in found.items():
                scores[number] += score
                shares[number] += weight
        made = []
        for number, score in scores.items():
            entry = self.entries[number]
            made.append(Match(entry, score * FIRST.get(entry.kind, 1.0), shares[number] / total))
        made.sort(key=_best_first)
        top = [self._weighed(match, frozenset(words)) for match in made[:LOOKED_AT]]
        return [*sorted(top, key=_best_first), *made[LOOKED_AT:]]

    def _weighed(self, match: Match, words: frozenset[str]) -> Match:
        phrases = (match.entry.title, *match.entry.asked)
        exact = any(words == frozenset(self._index.words_of(phrase)) for phrase in phrases)
        return replace(match, score=match.score * EXACT) if exact else match


def _best_first(match: Match) -> tuple[float, str, str]:
    return -match.share * match.score, match.entry.kind, match.entry.id
