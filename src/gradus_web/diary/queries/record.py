"""The record as it is kept."""

from gradus.record.codec import encode_all
from gradus_web.people.doors import Here


def lines(here: Here) -> bytes:
    """Every fact that ever came, one a line, in order of arrival; what is not understood here as well."""
    others = (each for versions in here.history.conflicts.values() for each in versions)
    return encode_all((*here.history.received.values(), *others, *here.history.unknown))
