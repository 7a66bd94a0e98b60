"""What was shown, as a fact: the same one however often, and on whichever device, it is acted on."""

from datetime import timedelta

from gradus.journey.promise import promise
from gradus.journey.today import today
from gradus.library.library import Library
from gradus.record.codec import decode, encode
from gradus.record.history import add
from tests.build import AMINA, START
from tests.lives import Line, Told

LINES: list[Line] = [{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"]}]


def test_made_twice_it_is_the_same_fact_to_the_byte(library: Library) -> None:
    answers = [today(Told(LINES, library).history, library, START) for _ in range(2)]
    first, second = (promise(answer, library, AMINA) for answer in answers)
    assert encode(first) == encode(second)


def test_acting_twice_and_on_two_devices_writes_once(library: Library) -> None:
    history = Told(LINES, library).history
    shown = [promise(today(history, library, START), library, AMINA) for _ in range(2)]
    both = add(history, *shown)
    assert len(both.received) == len(history.received) + 1
    assert both.conflicts == {}


def test_another_day_or_content_is_another_promise(library: Library) -> None:
    history = Told(LINES, library).history
    later = promise(today(history, library, START + timedelta(days=1)), library, AMINA)
    fewer = Told([LINES[0], {"day": 0, "plan": ["monday"], "exercises": ["glute-bridge"]}], library).history
    other = promise(today(fewer, library, START), library, AMINA)
    assert len({promise(today(history, library, START), library, AMINA).id, later.id, other.id}) == 3


def test_what_is_promised_is_what_was_shown(library: Library) -> None:
    answer = today(Told(LINES, library).history, library, START)
    fact = promise(answer, library, AMINA)
    assert (fact.day, fact.action, fact.shape, fact.number) == (START, "train", "a", 1)
    assert fact.items == answer.items
    assert answer.plan is not None
    assert fact.plan == answer.plan.id
    assert [reason.rule for reason in fact.because] == [reason.rule for reason in answer.because]
    assert fact.library == library.version
    assert decode(encode(fact)).facts == (fact,)


def test_a_day_without_a_plan_can_be_promised_too(library: Library) -> None:
    fact = promise(today(Told(LINES[:1], library).history, library, START), library, AMINA)
    assert (fact.action, fact.plan, fact.items, fact.number) == ("plan", None, (), 0)


def test_looking_changes_nothing(library: Library) -> None:
    history = Told(LINES, library).history
    before = dict(history.received)
    assert today(history, library, START) == today(history, library, START)
    assert dict(history.received) == before
