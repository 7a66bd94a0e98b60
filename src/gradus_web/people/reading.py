"""Reading a record: what this worker has read before is not read again.

Facts are added and never changed, and whoever adds one has the queue to themselves, so that lines get their
numbers in the order in which they are kept. So the lines up to a number are the same for ever, and so is what
they fold to; newer ones are asked for each time. Nothing here can be stale, with any number of workers.
Inside a transaction that may still be undone nothing is remembered.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from django.db import transaction

from gradus.record.codec import decode
from gradus.record.history import History, add
from gradus.record.reading import read
from gradus_web.people.models import FactLine

REMEMBERED = 100_000
"""Facts that one worker has in mind: two dozen records that are a year old, or hundreds of new ones."""


class Unreadable(Exception):
    """A record holds lines that cannot be read. Nothing is decided on it, since an alarm may be missing."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the lines up to one number fold to."""

    seq: int
    history: History


_remembered: OrderedDict[UUID, Read] = OrderedDict()
_alone = Lock()


NOTHING = Read(0, History())


def read_of(record: UUID) -> Read:
    """What all lines of this record fold to; raises Unreadable where one of them cannot be read."""
    with _alone:
        before = _remembered.get(record)
    found = newer(record, NOTHING if before is None else before)
    if not transaction.get_connection().in_atomic_block:
        _remember(record, found)
    return found


def newer(record: UUID, before: Read) -> Read:
    """What they fold to now. Of the lines that came since, `before` may know some already."""
    lines = (
        FactLine.objects.filter(record=record, seq__gt=before.seq).order_by("seq").values_list("seq", "line")
    )
    came = list(lines)
    if not came:
        return before
    data = b"".join(bytes(line) for _, line in came)
    seq = came[-1][0]
    if not before.seq:
        decoded, history = read(data)
    else:
        decoded = decode(data)
        fresh = (fact for fact in decoded.facts if fact.id not in before.history.received)
        history = add(before.history, *fresh, *decoded.unknown)
    if decoded.faulty:
        raise Unreadable(decoded.told())
    return Read(seq, history)


def _remember(record: UUID, found: Read) -> None:
    with _alone:
        _remembered[record] = found
        _remembered.move_to_end(record)
        held = sum(len(each.history.received) for each in _remembered.values())
        while held > REMEMBERED and len(_remembered) > 1:
            held -= len(_remembered.popitem(last=False)[1].history.received)
