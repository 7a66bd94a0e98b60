"""What belongs beside an entry: what it names, what names it, and what shares its topics and its words."""

from collections.abc import Iterator, Mapping

from gradus.evidence.entries import Entry
from gradus.evidence.search import Search

AS_CLOSE = 0.3
"""A neighbour shares its topic and scores at least this part of what the closest one does."""
MOST = 5


def related(entry: Entry, search: Search, *, most: int = MOST) -> tuple[Entry, ...]:
    """At most so many entries of each kind beside this one, the closest first: those it names or that name
    it, then those that share a topic with it and much of its wording. An entry that shares neither a link nor
    a topic is never among them, whatever words the two have in common."""
    scores = {match.entry: match.score for match in search.all(" ".join((entry.title, *entry.asked)))}
    linked = [other for other in search.entries if _linked(entry, other)]
    linked.sort(key=lambda other: -scores.get(other, 0.0))
    near = [other for other in _alike(entry, scores) if other not in linked and entry.topics & other.topics]
    found: dict[str, list[Entry]] = {}
    for other in (*linked, *near):
        row = found.setdefault(other.kind, [])
        if len(row) < most:
            row.append(other)
    return tuple(other for row in found.values() for other in row)


def _linked(one: Entry, other: Entry) -> bool:
    return other is not one and (other.id in one.links or one.id in other.links)


def _alike(entry: Entry, scores: Mapping[Entry, float]) -> Iterator[Entry]:
    """Entries that hold much of what the title and the other names of this one say, best first."""
    others = {other: score for other, score in scores.items() if other is not entry}
    best = max(others.values(), default=0.0)
    ranked = sorted(others, key=lambda other: (-others[other], other.kind, other.id))
    return (other for other in ranked if others[other] >= AS_CLOSE * best)
