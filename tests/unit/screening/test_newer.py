"""Facts of a newer version that can carry an alarm."""

import pytest

from gradus.journey.today import today
from gradus.library.library import Library
from gradus.record.facts import UnknownFact
from gradus.record.history import add
from gradus.screening.outcome import screen
from gradus.vocabulary.ids import FactId
from tests.build import START
from tests.lives import Told

ANSWERED = {"day": 0, "screen": {}}


def unread(kind: str) -> UnknownFact:
    return UnknownFact(id=FactId("01990000-0000-7000-8000-0000000000ff"), kind=kind, v=2, raw=b"{}")


@pytest.mark.parametrize("kind", ["screen", "lock", "flare", "morning", "clearance", "correction"])
def test_an_alarm_that_cannot_be_read_is_no_all_clear(kind: str, library: Library) -> None:
    history = Told([ANSWERED], library).history
    assert screen(history, library, START).cleared is not None
    with_it = add(history, unread(kind))
    outcome = screen(with_it, library, START)
    assert outcome.cleared is None
    assert [reason.rule for reason in outcome.because] == ["screen-newer-version"]
    answer = today(with_it, library, START)
    assert (answer.action, answer.items, answer.ask) == ("locked", (), ())


def test_what_carries_no_alarm_stops_nothing(library: Library) -> None:
    history = add(Told([ANSWERED], library).history, unread("heart-rate"))
    assert screen(history, library, START).cleared is not None
