"""The one door from an account to its facts. Nothing else fetches a record or a fact, and nothing else adds
one; no function here takes the id of a record from a request."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest

from gradus.journey.stamp import Stamp
from gradus.library.library import Library
from gradus.record.codec import encode
from gradus.record.envelope import Envelope
from gradus.record.facts import Fact
from gradus.record.history import History, add
from gradus.record.person import person
from gradus.vocabulary.ids import FactId, PersonId
from gradus_web.content import library_for
from gradus_web.ids import new_id
from gradus_web.people.models import FactLine, Record, User
from gradus_web.people.reading import NOTHING, Read, Unreadable, newer, read_of

__all__ = ["Differs", "Here", "Unreadable", "begin_record", "record_for", "record_of"]

F = TypeVar("F", bound=Envelope)

AT_ONCE = 500
"""So many ids are asked for in one query; a database takes only so many."""


class Differs(Exception):
    """Another fact is kept under this id already. Nothing was stored."""


@dataclass(slots=True)
class Here:
    """A person's record as it stands at one moment. `history` has what was added through it; others may have
    added more after the line `seq`."""

    row: Record
    history: History
    now: datetime
    seq: int = field(default=0)
    stamped: int = field(default=0)

    @property
    def day(self) -> date:
        """The person's local day."""
        return self.now.date()

    @property
    def person(self) -> PersonId:
        return PersonId(str(self.row.id))

    @property
    def library(self) -> Library:
        """The content, with the emergency numbers of the person's country."""
        return library_for(person(self.history).country)

    def stamp(self) -> Stamp:
        """A fresh envelope; each is written a moment after the one before, so that they stand in order."""
        at = self.now + timedelta(microseconds=self.stamped)
        self.stamped += 1
        return Stamp(id=new_id(at), person=self.person, at=at, day=self.day, device="site")

    def fact(self, kind: type[F], **values: Any) -> F:
        """A fact of that kind, written now."""
        return self.stamp().fact(kind, **values)

    def keep(self, *facts: Fact) -> None:
        """Add these facts, all of them or none. One that is kept already changes nothing."""
        with transaction.atomic():
            kept = self._kept(facts)
            fresh = [fact for fact in facts if not _is_same(fact, kept.get(UUID(fact.id)))]
            FactLine.objects.bulk_create(
                FactLine(record=self.row, fact=UUID(fact.id), line=encode(fact)) for fact in fresh
            )
        self.history = add(self.history, *fresh)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While it lasts nobody else adds anything anywhere, and the record is here as it stands: what is
        decided by it and kept is one act. What is raised in it leaves nothing kept."""
        with transaction.atomic():
            found = newer(self.row.id, Read(self.seq, self.history) if self.seq else NOTHING)
            self.seq, self.history = found.seq, found.history
            yield

    def known(self, id_: FactId) -> Fact | None:
        """The fact of this record with that id."""
        return self.history.received.get(id_)

    def _kept(self, facts: Sequence[Fact]) -> dict[UUID, bytes]:
        """What is kept under the ids of these facts, as it was written."""
        kept: dict[UUID, bytes] = {}
        for first in range(0, len(facts), AT_ONCE):
            ids = [UUID(fact.id) for fact in facts[first : first + AT_ONCE]]
            lines = FactLine.objects.filter(record=self.row, fact__in=ids)
            kept.update((id_, bytes(line)) for id_, line in lines.values_list("fact", "line"))
        return kept


def _is_same(fact: Fact, kept: bytes | None) -> bool:
    """Whether the fact is what is kept under its id; raises Differs where that is another."""
    if kept is not None and kept != encode(fact):
        raise Differs(fact.id)
    return kept is not None


def record_of(request: HttpRequest, now: datetime) -> Here:
    """The record of whoever is signed in; raises PermissionDenied where nobody is."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return record_for(request.user, now)


def record_for(user: User, now: datetime) -> Here:
    """The record of this user, begun where there is none; raises Unreadable where it cannot be judged."""
    row, _ = Record.objects.get_or_create(owner=user, defaults={"id": UUID(new_id(now))})
    found = read_of(row.id)
    return Here(row, found.history, now, found.seq)


def begin_record(user: User, id_: PersonId, facts: Sequence[Fact], now: datetime, *, example: bool) -> Here:
    """A record with these facts for a user who has none."""
    row = Record.objects.create(id=UUID(id_), owner=user, is_example=example)
    here = Here(row, History(), now)
    here.keep(*facts)
    return here
