"""Sentences of the screen with what they quote: days, ages, and the person's own answers."""

from datetime import timedelta

import msgspec

from gradus.library.library import Library
from gradus.record.bounds import Answer
from gradus.record.facts import Clearance, Fact
from gradus.record.history import fold
from gradus.screening.changes import Change, tell
from gradus.screening.locks import why_clearance_refused
from gradus.vocabulary.ids import ItemId, RuleId
from tests.build import START, Facts
from tests.unit.screening.test_outcome import (
    AGE,
    OSTEOPOROSIS,
    WEAK,
    WEAK_RULE,
    clearance,
    outcome,
    said,
    whole,
)


def refused(library: Library, *facts: Fact) -> str:
    last = facts[-1]
    assert isinstance(last, Clearance)
    reason = why_clearance_refused(fold(facts), library, last)
    assert reason is not None
    return reason.says


def examined(make: Facts, stated: int, on: int, *rules: RuleId) -> Clearance:
    made = clearance(make, stated, *rules)
    return msgspec.structs.replace(made, examined_on=START + timedelta(days=on))


def test_a_clearance_of_somebody_too_young_names_the_age(library: Library) -> None:
    make = Facts()
    young = said(make, 0, whole(library), numbers={AGE: 16.0})
    locks = outcome(library, young).locks
    says = refused(library, young, clearance(make, 0, *(lock.rule for lock in locks)))
    assert f"from {int(library.screening.youngest.value)} years on" in says


def test_an_examination_before_the_alarm_names_both_days(library: Library) -> None:
    make = Facts()
    alarm = said(make, 3, whole(library, weak_leg="yes"))
    says = refused(library, alarm, examined(make, 5, 1, WEAK_RULE))
    assert "2026-03-03" in says
    assert "2026-03-05" in says


def test_an_examination_after_the_statement_names_its_day(library: Library) -> None:
    make = Facts()
    alarm = said(make, 3, whole(library, weak_leg="yes"))
    assert "2026-03-09" in refused(library, alarm, examined(make, 5, 7, WEAK_RULE))


def test_a_finding_says_what_its_rule_says_and_cites_what_it_cites(library: Library) -> None:
    (told,) = outcome(library, said(Facts(), 0, whole(library, weak_leg="yes"))).because
    rule = library.screen_rules[WEAK_RULE]
    assert (told.rule, told.says, told.cites) == (rule.id, rule.says, rule.cites)
    assert told.cites


def test_what_was_left_unticked_is_quoted(library: Library) -> None:
    make = Facts()
    facts = [said(make, 0, whole(library, osteoporosis="yes")), said(make, 1, whole(library))]
    found = outcome(library, *facts, today=1)
    assert found.unticked == (OSTEOPOROSIS,)
    says = next(reason.says for reason in found.because if reason.rule == "screen-still-so")
    assert library.items[OSTEOPOROSIS].words in says


def test_what_is_not_sure_is_listed_apart(library: Library) -> None:
    found = outcome(library, said(Facts(), 0, whole(library, bladder_change="unsure")))
    assert found.unsure == (ItemId("bladder-change"),)


def test_what_is_contradicted_is_asked_in_words(library: Library) -> None:
    answers: dict[ItemId, Answer] = {**whole(library, pregnant="yes"), ItemId("female"): "no"}
    (torn,) = (found := outcome(library, said(Facts(), 0, answers))).contradictions
    says = next(reason.says for reason in found.because if reason.rule == "screen-contradiction")
    assert torn.asks in says


def test_a_change_is_told_with_its_words(library: Library) -> None:
    change = Change(WEAK, "new", START, START)
    (told,) = tell([change], library)
    assert library.items[WEAK].words in told.says


def test_a_change_names_both_days(library: Library) -> None:
    make = Facts()
    facts = [
        said(make, 0, whole(library, poor_balance="yes")),
        said(make, 28, whole(library, poor_balance="still-unsure")),
    ]
    (change,) = outcome(library, *facts, today=28).changes()
    assert change == Change(ItemId("poor-balance"), "same", START, START + timedelta(days=28))


def test_what_follows_it_and_was_never_asked_has_no_earlier_day(library: Library) -> None:
    make = Facts()
    before = whole(library, growing_or_stuck_pain="yes")
    del before[ItemId("stuck-very-high")]
    facts = [
        said(make, 0, before),
        said(make, 28, whole(library, growing_or_stuck_pain="yes", stuck_very_high="yes")),
    ]
    found = {change.item: change for change in outcome(library, *facts, today=28).changes()}
    assert found[ItemId("stuck-very-high")] == Change(
        ItemId("stuck-very-high"), "worse", None, START + timedelta(days=28)
    )


def test_who_is_cleared_is_cleared_for_that_day(library: Library) -> None:
    facts = [said(Facts(), 0, whole(library, poor_balance="yes"))]
    cleared = outcome(library, *facts, today=5).cleared
    assert cleared is not None
    assert cleared.on == START + timedelta(days=5)
    assert [reason.rule for reason in cleared.because] != []
    assert "screen-nothing-found" not in {reason.rule for reason in cleared.because}


def says_of(rule: str, library: Library, **ticks: Answer) -> str:
    found = outcome(library, said(Facts(), 0, whole(library, **ticks)))
    return next(reason.says for reason in found.because if reason.rule == rule)


def test_what_stays_not_sure_is_quoted(library: Library) -> None:
    says = says_of("not-sure-same-day", library, bladder_change="still-unsure")
    assert library.items[ItemId("bladder-change")].words in says


def test_only_what_is_not_sure_is_quoted(library: Library) -> None:
    says = says_of("not-sure-same-day", library, osteoporosis="unsure", small_injury="yes")
    assert library.items[OSTEOPOROSIS].words in says
    assert library.items[ItemId("small-injury")].words not in says


def test_what_was_never_asked_before_is_no_change(library: Library) -> None:
    make = Facts()
    before = whole(library)
    del before[ItemId("poor-balance")]
    facts = [said(make, 0, before), said(make, 28, whole(library, poor_balance="yes"))]
    assert outcome(library, *facts, today=28).changes() == ()


def test_of_several_rounds_the_last_two_are_compared(library: Library) -> None:
    make = Facts()
    ticks: list[Answer] = ["no", "yes", "no", "no"]
    facts = [said(make, 28 * nth, whole(library, poor_balance=tick)) for nth, tick in enumerate(ticks)]
    states = [
        [change.state for change in outcome(library, *facts[:rounds], today=28 * (rounds - 1)).changes()]
        for rounds in (1, 2, 3, 4)
    ]
    assert states == [[], ["new"], ["gone"], []]
