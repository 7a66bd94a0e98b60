import gc

import pytest

from gradus.record.codec import decode, encode_all
from gradus.record.collector import without_collector
from gradus.record.facts import MorningCheckIn
from gradus.record.history import fold
from gradus.record.reading import read
from tests.build import Facts

write = Facts()
LINES = encode_all([write(MorningCheckIn, 1, pain_0_10=2), write(MorningCheckIn, 0, pain_0_10=3)])


def test_reading_is_decoding_and_folding() -> None:
    decoded, history = read(LINES + b"not a fact\n")
    assert decoded == decode(LINES + b"not a fact\n")
    assert decoded.faulty == 1
    assert history == fold(decoded.facts)


def test_the_collector_is_as_it_was() -> None:
    read(LINES)
    assert gc.isenabled()
    gc.disable()
    try:
        read(LINES)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_is_as_it_was_when_the_work_fails() -> None:
    @without_collector
    def fails(*, because: str) -> None:
        assert not gc.isenabled()
        raise ValueError(because)

    with pytest.raises(ValueError, match="it was to"):
        fails(because="it was to")
    assert gc.isenabled()
