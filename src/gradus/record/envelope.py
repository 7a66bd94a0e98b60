"""What every fact carries."""

from datetime import date

from msgspec import Struct, field

from gradus.record.bounds import NEWEST, Id, Instant, Person, Version
from gradus.vocabulary.bounds import Name


class Envelope(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,
    tag_field="kind",
):
    """What every fact carries. `by` is "self" or "clinician:" and a name. What is not told is not written: an
    absent key and a null mean the same. The version is always written."""

    id: Id
    v: Version = field(default_factory=lambda: NEWEST)
    person: Person
    by: Name = "self"
    at: Instant
    day: date
    device: Name = "-"
    corrects: Id | None = None
