"""What holds of every record."""

from codecs import BOM_UTF8
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from gradus.record.checks import faults
from gradus.record.codec import canonical, decode, encode, encode_all
from gradus.record.facts import Correction, Fact, MorningCheckIn, ScreenAnswers, SetDone, UnknownFact
from gradus.record.history import History, add, fold
from tests.build import START
from tests.strategies import facts, records, unknown_facts

LINKED = (ScreenAnswers, SetDone, MorningCheckIn, Correction)
"""Kinds enough to correct each other rightly and wrongly; small, so that many meet."""


def told(history: History) -> Any:
    """Everything a history says, to the byte and in its order."""
    return (
        {id_: canonical(fact) for id_, fact in history.received.items()},
        {kind: [canonical(fact) for fact in row] for kind, row in history.rows.items()},
        {kind: [canonical(fact) for fact in row] for kind, row in history.standing.items()},
        {id_: [canonical(fact) for fact in row] for id_, row in history.by_session.items()},
        {id_: [canonical(fact) for fact in row] for id_, row in history.conflicts.items()},
        [canonical(fact) for fact in history.misdirected],
        history.named,
        history.unknown,
    )


class TestTheOrderInWhichFactsArriveChangesNothing:
    """Facts in any order, once or twice, tell the same history."""

    @given(records(*LINKED), st.lists(unknown_facts(), max_size=4), st.randoms(use_true_random=False))
    def test_any_order(self, some: list[Fact], unknown: list[UnknownFact], dice: Any) -> None:
        shuffled, newer = dice.sample(some, len(some)), dice.sample(unknown, len(unknown))
        assert told(fold(shuffled, newer)) == told(fold(some, unknown))

    @given(records(*LINKED), st.data())
    def test_some_of_them_twice(self, some: list[Fact], data: st.DataObject) -> None:
        again = data.draw(st.lists(st.sampled_from(some))) if some else []
        copies = list(decode(encode_all(again)).facts)
        assert told(fold([*some, *copies])) == told(fold(some))

    @given(records())
    def test_any_kind_backwards(self, some: list[Fact]) -> None:
        assert told(fold(reversed(some))) == told(fold(some))

    @given(records(*LINKED))
    def test_the_faults_that_are_found(self, some: list[Fact]) -> None:
        assert faults(fold(reversed(some)), START) == faults(fold(some), START)


class TestAFactAddedIsAFactThatWasAlwaysThere:
    """The history with a fact added equals a fresh fold of all facts."""

    @given(records(*LINKED), st.lists(facts(*LINKED) | unknown_facts(), max_size=4))
    def test_add_equals_a_fresh_fold(self, some: list[Fact], more: list[Any]) -> None:
        known = [fact for fact in more if not isinstance(fact, UnknownFact)]
        newer = [fact for fact in more if isinstance(fact, UnknownFact)]
        assert told(add(fold(some), *more)) == told(fold([*some, *known], newer))

    @given(st.lists(facts(SetDone, MorningCheckIn), unique_by=lambda fact: fact.id))
    def test_one_by_one(self, some: list[Fact]) -> None:
        history = fold([])
        for fact in some:
            history = add(history, fact)
        assert told(history) == told(fold(some))


class TestCorrections:
    """Of the facts that corrections join, one stands at most; what nothing corrects stands; and no screen is
    ever taken back."""

    @given(records(*LINKED))
    def test_every_screen_stands(self, some: list[Fact]) -> None:
        history = fold(some)
        assert history.of(ScreenAnswers) == history.rows.get(ScreenAnswers, ())

    @given(records(*LINKED))
    def test_what_corrects_nothing_and_is_not_corrected_stands(self, some: list[Fact]) -> None:
        history = fold(some)
        standing = {fact.id for row in history.standing.values() for fact in row}
        free = {id_ for id_, fact in history.received.items() if fact.corrects is None} - history.named
        assert free <= standing

    @given(records(SetDone, Correction))
    def test_what_is_rightly_corrected_stands_only_as_the_last_correction(self, some: list[Fact]) -> None:
        history = fold(some)
        astray = {fact.id for fact in history.misdirected}
        rightly = [fact for fact in history.received.values() if fact.corrects and fact.id not in astray]
        corrected = {fact.corrects for fact in rightly}
        for fact in history.of(SetDone):
            if fact.id in corrected:
                later = [each for each in rightly if each.corrects == fact.id]
                assert all((each.at, each.id) <= (fact.at, fact.id) for each in later)

    @given(records(*LINKED))
    def test_whatever_stands_or_falls_is_kept(self, some: list[Fact]) -> None:
        history = fold(some)
        kept = [*history.received.values(), *(each for row in history.conflicts.values() for each in row)]
        assert {canonical(fact) for fact in kept} == {canonical(fact) for fact in some}
        assert {canonical(fact) for fact in history.ever(SetDone)} == {
            canonical(fact) for fact in some if isinstance(fact, SetDone)
        }


class TestLines:
    """What is written is read back to the byte; what cannot be read is told, and takes no neighbour along."""

    @given(facts())
    def test_a_fact_comes_back(self, fact: Fact) -> None:
        line = encode(fact)
        assert decode(line).facts == (fact,)
        assert encode(decode(line).facts[0]) == line

    @given(st.lists(facts() | unknown_facts(), max_size=6))
    def test_a_record_comes_back(self, some: list[Any]) -> None:
        decoded = decode(encode_all(some))
        assert decoded.facts == tuple(fact for fact in some if not isinstance(fact, UnknownFact))
        assert decoded.unknown == tuple(fact for fact in some if isinstance(fact, UnknownFact))
        assert not decoded.faults

    @given(unknown_facts())
    def test_a_fact_of_a_newer_version_is_kept_to_the_byte(self, newer: UnknownFact) -> None:
        assert encode_all(decode(newer.raw + b"\n").unknown) == newer.raw + b"\n"

    @given(st.binary(max_size=200))
    @example(b'{"kind":"set","days":["x"],"days":3}')
    @example(b'{"kind":["set"],"id":1}')
    @example(b'{"dose"')
    def test_any_bytes_are_read_without_an_exception(self, data: bytes) -> None:
        decoded = decode(data)
        lines = [line for line in data.removeprefix(BOM_UTF8).split(b"\n") if line.strip()]
        assert len(decoded.facts) + len(decoded.unknown) + decoded.faulty >= len(lines)
        assert bool(decoded.told()) == bool(decoded.faulty)

    @given(facts(), st.data())
    def test_a_damaged_line_is_told_or_still_a_fact(self, fact: Fact, data: st.DataObject) -> None:
        line = bytearray(encode(fact))
        for _ in range(data.draw(st.integers(1, 3))):
            at = data.draw(st.integers(0, len(line) - 1))
            line[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=3))
        decoded = decode(bytes(line))
        assert all(fault.says for fault in decoded.faults)

    @given(st.lists(facts(), min_size=1, max_size=4), st.data())
    def test_a_bad_line_takes_no_neighbour_along(self, some: list[Fact], data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(some)))
        lines = encode_all(some[:at]) + b'{"kind":"set"}\n' + encode_all(some[at:])
        decoded = decode(lines)
        assert decoded.facts == tuple(some)
        assert [fault.line for fault in decoded.faults] == [at + 1]
