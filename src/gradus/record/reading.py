"""A whole record at once: from its bytes to its history."""

from gradus.record.codec import Decoded, decode
from gradus.record.collector import without_collector
from gradus.record.history import History, fold


@without_collector
def read(data: bytes) -> tuple[Decoded, History]:
    """What these lines say, and the history that their good lines tell. Never raises, whatever the bytes are.

    The same as `decode` and then `fold`, but that nothing looks for garbage in between: time for a fact is
    the same in a month and in ten years, as far as the processor's cache reaches."""
    decoded = decode(data)
    return decoded, fold(decoded.facts, decoded.unknown)
