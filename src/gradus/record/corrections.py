"""Which facts fall because later ones take their place (docs/decisions/0003-corrections.md)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gradus.record.facts import Correction, Fact, ScreenAnswers
from gradus.vocabulary.ids import FactId

CLINICIAN = "clinician:"
"""How `by` begins when a clinician wrote the fact."""


def is_by_clinician(fact: Fact) -> bool:
    """Whether the fact says that a clinician wrote it, and who. Whether that is true only somebody can tell
    who knows the writer, as a site with accounts does; a file of one's own takes its owner's word."""
    return bool(fact.by.startswith(CLINICIAN) and fact.by.removeprefix(CLINICIAN).strip())


def settle(
    corrections: Sequence[Fact], received: Mapping[FactId, Fact]
) -> tuple[frozenset[FactId], frozenset[FactId]]:
    """The ids of the facts that fall, and of the misdirected corrections (which fall as well).

    Of all facts that corrections join, the correction written last, by (at, id), stands alone; none stands
    when that one takes back. A screen never falls, whatever corrects it or whatever it corrects.
    """
    astray = {each.id for each in corrections if _is_astray(each, received)}
    joined = _Joined()
    for each in corrections:
        if each.id not in astray:
            joined.join(each.id, _target(each, received))
    groups: dict[str, list[Fact]] = defaultdict(list)
    for each in corrections:
        if each.id not in astray:
            groups[joined.root(each.id)].append(each)
    fallen = astray | {FactId(node) for node in joined if node in received}
    for group in groups.values():
        last = max(group, key=lambda fact: (fact.at, fact.id))
        if not isinstance(last, Correction):
            fallen.discard(last.id)
    return frozenset(id_ for id_ in fallen if not isinstance(received[id_], ScreenAnswers)), frozenset(astray)


def _is_astray(fact: Fact, received: Mapping[FactId, Fact]) -> bool:
    """Whether a fact names one that it may not correct: one of another kind or person, or a clinician's by
    somebody who is none."""
    target = None if fact.corrects is None else received.get(fact.corrects)
    if target is None:
        return False
    takes_back = isinstance(fact, Correction) or isinstance(target, Correction)
    same_kind = takes_back or type(fact) is type(target)
    may = is_by_clinician(fact) or not target.by.startswith(CLINICIAN)
    return not (same_kind and may and fact.person == target.person)


def _target(fact: Fact, received: Mapping[FactId, Fact]) -> str:
    """The fact that is corrected. One that has not arrived is kept apart for each kind, since all that is
    known of it is that it is of the same kind as its correction."""
    if fact.corrects is not None and fact.corrects in received:
        return fact.corrects
    return f"{fact.corrects} {type(fact).__name__}"


class _Joined(dict[str, str]):
    """Which ids belong together: each points towards the root of its group, so that the order of joining, a
    long chain or a circle change nothing."""

    def root(self, node: str) -> str:
        self.setdefault(node, node)
        while self[node] != node:
            self[node] = node = self[self[node]]
        return node

    def join(self, one: str, other: str) -> None:
        one, other = self.root(one), self.root(other)
        self[max(one, other)] = min(one, other)
