"""The fold: facts in any order, once or twice, to the one history they tell."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter, lt
from typing import TypeVar, cast

from gradus.record.codec import canonical
from gradus.record.corrections import settle
from gradus.record.envelope import Envelope
from gradus.record.facts import Fact, SetDone, UnknownFact
from gradus.vocabulary.ids import FactId
from gradus.vocabulary.kept import Kept

F = TypeVar("F", bound=Envelope)
Rows = Mapping[type[Envelope], tuple[Fact, ...]]

in_order = attrgetter("day", "at", "id")
"""The key by which facts stand in order."""
_day = attrgetter("day")


@dataclass(frozen=True, slots=True)
class History:
    """What stands of a record, by kind, in order of (day, at, id).

    `received` holds every fact that ever came, corrected ones too, and `rows` holds them by kind, in order.
    `conflicts` holds the other versions of facts that came twice under one id with different content; which
    version stands does not depend on arrival. `misdirected` are corrections of a fact that they may not
    correct: they change nothing. `named` are the ids that corrections name. `unknown` are facts of a newer
    version, by id. `kept` is what was worked out of single facts and rows; it goes on with what is added.
    """

    received: Mapping[FactId, Fact] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)
    standing: Rows = field(default_factory=dict)
    by_session: Mapping[FactId, tuple[SetDone, ...]] = field(default_factory=dict)
    conflicts: Mapping[FactId, tuple[Fact, ...]] = field(default_factory=dict)
    misdirected: tuple[Fact, ...] = ()
    named: frozenset[FactId] = frozenset()
    unknown: tuple[UnknownFact, ...] = ()
    kept: Kept = field(default_factory=Kept, compare=False, repr=False)

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The facts of one kind that stand, in order."""
        return cast("tuple[F, ...]", self.standing.get(kind, ()))

    def on(self, kind: type[F], day: date) -> tuple[F, ...]:
        """Those of one local day."""
        return self.between(kind, day, day)

    def between(self, kind: type[F], first: date = date.min, last: date = date.max) -> tuple[F, ...]:
        """Those of the local days from the first to the last, both included. A long record costs no more
        than a short one."""
        row = self.of(kind)
        return row[bisect_left(row, first, key=_day) : bisect_right(row, last, key=_day)]

    def ever(self, kind: type[F]) -> tuple[F, ...]:
        """The facts of one kind that ever came, corrected and conflicting ones too, in order. Safety reads
        this: an alarm that was corrected away was still an alarm."""
        row = self.rows.get(kind, ())
        if self.conflicts:
            others = [each for versions in self.conflicts.values() for each in versions]
            row = tuple(sorted((*row, *(each for each in others if isinstance(each, kind))), key=in_order))
        return cast("tuple[F, ...]", row)

    def sets_of(self, session: FactId) -> tuple[SetDone, ...]:
        """The sets of one session that stand, in order."""
        return self.by_session.get(session, ())


def fold(facts: Iterable[Fact], unknown: Iterable[UnknownFact] = ()) -> History:
    """The history these facts tell: the same for any order of arrival, and when facts come twice."""
    came = facts if isinstance(facts, tuple) else tuple(facts)
    received = {fact.id: fact for fact in came}
    conflicts = _apart(came, received) if len(received) < len(came) else {}
    rows = _rows(received.values())
    corrections = [fact for fact in received.values() if fact.corrects is not None]
    standing, misdirected = _standing(rows, corrections, received) if corrections else (rows, ())
    return History(
        received=received,
        rows=rows,
        standing=standing,
        by_session=_by_session(_sets(standing)),
        conflicts=conflicts,
        misdirected=misdirected,
        named=frozenset(fact.corrects for fact in corrections if fact.corrects is not None),
        unknown=_once(unknown),
    )


def add(history: History, *facts: Fact | UnknownFact) -> History:
    """The history with these facts too; equal to a fresh fold of all of them."""
    known = [fact for fact in facts if not isinstance(fact, UnknownFact)]
    unknown = [*history.unknown, *(fact for fact in facts if isinstance(fact, UnknownFact))]
    if not _only_follows(history, known):
        others = (version for versions in history.conflicts.values() for version in versions)
        return fold((*history.received.values(), *others, *known), unknown)
    fresh = _rows(known)
    sets = _by_session(_sets(fresh))
    return History(
        received={**history.received, **{fact.id: fact for fact in known}},
        rows=_with(history.rows, fresh),
        standing=_with(history.standing, fresh),
        by_session={**history.by_session, **{id_: _merged(history.sets_of(id_), sets[id_]) for id_ in sets}},
        conflicts=history.conflicts,
        misdirected=history.misdirected,
        named=history.named,
        unknown=_once(unknown),
        kept=history.kept if history.received else Kept(),
    )


def until(history: History, day: date) -> History:
    """The history without what is about later days: what could be known on that day, with the corrections
    that were made since. Facts of a newer version tell no day and stay."""
    others = [version for versions in history.conflicts.values() for version in versions]
    came = (*history.received.values(), *others)
    kept = tuple(fact for fact in came if fact.day <= day)
    return history if len(kept) == len(came) else fold(kept, history.unknown)


def _only_follows(history: History, facts: list[Fact]) -> bool:
    """Whether these facts are new, correct nothing, and are corrected by nothing."""
    ids = {fact.id for fact in facts}
    new = len(ids) == len(facts) and not any(id_ in history.received or id_ in history.named for id_ in ids)
    return new and all(fact.corrects is None for fact in facts)


def _apart(came: tuple[Fact, ...], received: dict[FactId, Fact]) -> dict[FactId, tuple[Fact, ...]]:
    """The versions that do not stand of each fact that came with different content. Of several, the one with
    the smallest bytes is received: any choice would do that every machine makes alike."""
    versions: dict[FactId, dict[bytes, Fact]] = defaultdict(dict)
    for fact in came:
        if received[fact.id] is not fact:
            versions[fact.id][canonical(fact)] = fact
    conflicts = {}
    for id_, by_bytes in versions.items():
        by_bytes[canonical(received[id_])] = received[id_]
        first, *others = [by_bytes[key] for key in sorted(by_bytes)]
        received[id_] = first
        if others:
            conflicts[id_] = tuple(others)
    return conflicts


def _rows(facts: Iterable[Fact]) -> dict[type[Envelope], tuple[Fact, ...]]:
    rows: dict[type[Envelope], list[Fact]] = defaultdict(list)
    for fact in facts:
        rows[type(fact)].append(fact)
    return {kind: _sorted(row) for kind, row in rows.items()}


def _sorted(row: list[Fact]) -> tuple[Fact, ...]:
    """The row in order. Most rows come in order; to see that costs a quarter of sorting them again."""
    days, written = [fact.day for fact in row], [fact.at for fact in row]
    if sorted(days) != days or not all(map(lt, written, written[1:])):
        row.sort(key=in_order)
    return tuple(row)


def _standing(
    rows: Rows, corrections: list[Fact], received: Mapping[FactId, Fact]
) -> tuple[Rows, tuple[Fact, ...]]:
    fallen, astray = settle(corrections, received)
    standing = dict(rows)
    for kind in {type(received[id_]) for id_ in fallen}:
        standing[kind] = tuple(fact for fact in rows[kind] if fact.id not in fallen)
    misdirected = sorted((received[id_] for id_ in astray), key=in_order)
    return {kind: row for kind, row in standing.items() if row}, tuple(misdirected)


def _sets(rows: Rows) -> tuple[SetDone, ...]:
    return cast("tuple[SetDone, ...]", rows.get(SetDone, ()))


def _by_session(sets: tuple[SetDone, ...]) -> dict[FactId, tuple[SetDone, ...]]:
    """The sets by their session. Those of one stand together as a rule, so that it is seldom looked up."""
    found: dict[FactId, list[SetDone]] = defaultdict(list)
    session, row = None, []
    for each in sets:
        if each.session != session:
            session = each.session
            row = found[session]
        row.append(each)
    return {session: tuple(row) for session, row in found.items()}


def _once(unknown: Iterable[UnknownFact]) -> tuple[UnknownFact, ...]:
    return tuple(sorted(set(unknown), key=attrgetter("id", "raw")))


def _with(rows: Rows, fresh: Rows) -> Rows:
    return {**rows, **{kind: _merged(rows.get(kind, ()), row) for kind, row in fresh.items()}}


def _merged(row: tuple[F, ...], fresh: tuple[F, ...]) -> tuple[F, ...]:
    """Both rows in order; a row that only follows costs no sorting."""
    follows = not row or in_order(row[-1]) < in_order(fresh[0])
    return row + fresh if follows else tuple(sorted(row + fresh, key=in_order))
