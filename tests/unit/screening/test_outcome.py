"""Records that contradict themselves, and facts that say less than one would like."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from gradus.library.library import Library
from gradus.library.types import Compare
from gradus.record.bounds import Answer
from gradus.record.facts import Clearance, Fact, Flare, ScreenAnswers
from gradus.record.history import fold
from gradus.screening.judge import FAILED
from gradus.screening.locks import why_clearance_refused
from gradus.screening.outcome import AFTER_FLARE, AFTER_TIME, Outcome, screen
from gradus.screening.said import counting, hear
from gradus.vocabulary.ids import ItemId, RuleId
from tests.build import START, Facts

AGE, SYSTOLIC = ItemId("age-years"), ItemId("systolic-mmhg")
OSTEOPOROSIS, SPINE = ItemId("osteoporosis"), ItemId("spine-fracture")
WEAK, BLADDER = ItemId("weak-leg"), ItemId("bladder-change")
WEAK_RULE = RuleId("new-leg-weakness")


def whole(library: Library, **ticks: Answer) -> dict[ItemId, Answer]:
    """Every question answered "no" but for these, written with underscores."""
    ticked = {ItemId(name.replace("_", "-")): answer for name, answer in ticks.items()}
    answers: dict[ItemId, Answer] = dict(ticked)
    for item in library.items.values():
        if item.kind != "number" and (item.after is None or ticked.get(item.after, "no") != "no"):
            answers.setdefault(item.id, "no")
    return answers


def said(make: Facts, day: int, answers: dict[ItemId, Answer], **values: Any) -> ScreenAnswers:
    return make(
        ScreenAnswers, day, **({"occasion": "routine", "answers": answers, "numbers": {AGE: 40}} | values)
    )


def outcome(library: Library, *facts: Fact, today: int = 0) -> Outcome:
    return screen(fold(facts), library, START + timedelta(days=today))


def clearance(make: Facts, day: int, *rules: RuleId) -> Clearance:
    return make(
        Clearance,
        day,
        rules=rules,
        by="clinician:Chidi",
        examined_by="Dr Chidi",
        examined_on=START + timedelta(days=day),
        said="May train.",
    )


@pytest.mark.parametrize("by", ["self", "Chidi", "clinician:", "clinician: ", "Clinician:Chidi"])
def test_only_a_named_clinician_ends_a_lock_without_saying_what_was_said(library: Library, by: str) -> None:
    make = Facts()
    alarm = said(make, 0, whole(library, weak_leg="yes"))
    unsaid = msgspec.structs.replace(clearance(make, 1, WEAK_RULE), by=by, said=" ")
    assert [lock.rule for lock in outcome(library, alarm, unsaid, today=1).locks] == [WEAK_RULE]
    assert why_clearance_refused(fold((alarm,)), library, unsaid) is not None
    examined = msgspec.structs.replace(unsaid, said="May train.")
    assert not outcome(library, alarm, examined, today=1).locks


def test_two_versions_of_one_screen_that_disagree_leave_the_question_open(library: Library) -> None:
    yes, no = (said(Facts(), 0, whole(library, night_pain=answer)) for answer in ("yes", "no"))
    found = outcome(library, yes, no)
    assert found.ask == (ItemId("night-pain"),)
    assert found.cleared is None
    assert [reason.rule for reason in found.because] == ["screen-unfinished"]
    assert found == outcome(library, no, yes)


def test_two_versions_of_one_screen_that_disagree_about_a_number_leave_it_open(library: Library) -> None:
    one, other = (said(Facts(), 0, whole(library), numbers={AGE: age}) for age in (40.0, 75.0))
    assert outcome(library, one, other).ask == (AGE,)


def test_an_alarm_in_one_of_two_versions_locks(library: Library) -> None:
    yes, no = (said(Facts(), 0, whole(library, weak_leg=answer)) for answer in ("yes", "no"))
    for facts in ((yes, no), (no, yes)):
        assert [lock.rule for lock in outcome(library, *facts).locks] == [WEAK_RULE]


def test_a_third_version_does_not_settle_it(library: Library) -> None:
    ticks: tuple[Answer, ...] = ("yes", "no", "unsure")
    versions = [said(Facts(), 0, whole(library, night_pain=tick)) for tick in ticks]
    assert outcome(library, *versions).ask == (ItemId("night-pain"),)


@pytest.mark.parametrize("elsewhere", ["yes", "no"])
def test_a_condition_that_one_version_calls_gone_and_the_other_leaves_unticked_is_asked_about(
    library: Library, elsewhere: Answer
) -> None:
    """In whatever order the two come: another answer decides which of them is read first."""
    make = Facts()
    told = said(make, 0, whole(library, osteoporosis="yes"))
    again = Facts()
    again.made = 5
    gone = said(again, 1, whole(library, fall_in_last_year=elsewhere, osteoporosis="gone"))
    again.made = 5
    unticked = said(again, 1, whole(library, osteoporosis="no"))
    assert outcome(library, told, gone, today=1).unticked == ()
    for versions in ((gone, unticked), (unticked, gone)):
        found = outcome(library, told, *versions, today=1)
        assert found.unticked == (OSTEOPOROSIS,)
        assert found.cleared is None


def test_a_clearance_that_came_in_two_versions_is_nobodys_word(library: Library) -> None:
    make = Facts()
    alarm = said(make, 0, whole(library, weak_leg="yes"))
    one = clearance(make, 1, WEAK_RULE)
    make.made -= 1
    other = clearance(make, 1, WEAK_RULE, RuleId("both-legs"))
    assert one.id == other.id
    assert outcome(library, alarm, one, today=1).locks == ()
    assert [lock.rule for lock in outcome(library, alarm, one, other, today=1).locks] == [WEAK_RULE]


def test_answers_to_questions_of_another_library_change_nothing(library: Library) -> None:
    make = Facts()
    odd: dict[ItemId, Answer] = {ItemId("from-a-newer-library"): "yes"}
    first = said(make, 0, whole(library) | odd, numbers={AGE: 40.0, ItemId("another"): 1.0})
    found = outcome(library, first)
    assert found.cleared is not None
    assert found.action is None


def test_a_tick_for_a_number_does_not_hide_the_number(library: Library) -> None:
    make = Facts()
    first = said(make, 0, whole(library), numbers={AGE: 40.0, SYSTOLIC: 165.0})
    second = said(make, 1, {SYSTOLIC: "no", BLADDER: "no"}, numbers={BLADDER: 3.0})
    found = outcome(library, first, second, today=1)
    assert [reason.rule for reason in found.because] == ["raised-blood-pressure-reading"]


def test_not_sure_about_the_blood_pressure_takes_the_place_of_an_old_reading(library: Library) -> None:
    make = Facts()
    first = said(make, 0, whole(library), numbers={AGE: 40.0, SYSTOLIC: 130.0})
    second = said(make, 1, {SYSTOLIC: "unsure"}, numbers={})
    found = outcome(library, first, second, today=1)
    assert found.cleared is not None
    assert "until-known" in found.cleared.limits.because


def test_what_followed_a_yes_is_forgotten_when_that_is_gone(library: Library) -> None:
    make = Facts()
    first = said(make, 0, whole(library, osteoporosis="yes", spine_fracture="yes"))
    second = said(make, 1, {OSTEOPOROSIS: "gone"}, numbers={})
    third = said(make, 2, {OSTEOPOROSIS: "yes"}, numbers={})
    assert outcome(library, first, second, today=1).action is None
    assert SPINE in outcome(library, first, second, third, today=2).ask


def test_the_oldest_needed_answer_counts_and_not_an_optional_one(library: Library) -> None:
    make = Facts()
    reading = said(make, 0, {}, numbers={SYSTOLIC: 130.0})
    rest = said(make, 10, whole(library))
    found = outcome(library, reading, rest, today=10)
    assert found.due == START + timedelta(days=38)


def test_an_answer_is_asked_for_again_on_the_very_day_on_which_it_is_too_old(library: Library) -> None:
    """Two rounds on neighbouring days: each answer grows too old on a day of its own."""
    make, lasts = Facts(), int(library.screening.asked_again_after.value)
    first = said(make, 0, whole(library))
    second = said(make, 1, {BLADDER: "no"}, numbers={})
    before, on, after = (outcome(library, first, second, today=lasts + days) for days in (-1, 0, 1))
    assert before.ask == ()
    assert before.due == START + timedelta(days=lasts)
    assert on.ask
    assert BLADDER not in on.ask
    assert {*after.ask} == {*on.ask, BLADDER}


def test_what_is_asked_after_a_flare_is_not_said_to_be_old_before_it_is(library: Library) -> None:
    make, lasts = Facts(), int(library.screening.asked_again_after.value)
    reading = said(make, 0, {}, numbers={SYSTOLIC: 130.0})
    facts = (reading, said(make, 1, whole(library)), make(Flare, 3, state="began"))
    day_before, on_the_day = (outcome(library, *facts, today=lasts + days) for days in (0, 1))
    told = {AFTER_FLARE, AFTER_TIME}
    assert {reason.rule for reason in day_before.because} & told == {AFTER_FLARE}
    assert {reason.rule for reason in on_the_day.because} & told == told


@pytest.mark.parametrize(("days", "weighs"), [(-1, True), (0, False), (1, False)])
def test_something_new_weighs_until_its_answer_is_too_old(
    library: Library, days: int, *, weighs: bool
) -> None:
    screen = said(Facts(), 0, {WEAK: "yes", OSTEOPOROSIS: "yes"}, numbers={})
    heard = hear({}, screen, library)
    today = START + timedelta(days=int(library.screening.asked_again_after.value) + days)
    assert (WEAK in dict(counting(heard, library, today))) is weighs
    assert OSTEOPOROSIS in dict(counting(heard, library, today))


def test_a_lock_keeps_its_first_day_and_its_last(library: Library) -> None:
    make = Facts()
    alarm, none = whole(library, weak_leg="yes"), whole(library)
    facts = [said(make, 0, alarm), said(make, 2, alarm), said(make, 4, none)]
    (lock,) = outcome(library, *facts, today=4).locks
    assert (lock.since, lock.last) == (START, START + timedelta(days=2))
    assert lock.items == (WEAK,)


def test_other_answers_do_not_make_an_alarm_younger(library: Library) -> None:
    make = Facts()
    first = said(make, 0, whole(library, weak_leg="yes"))
    other = said(make, 2, {BLADDER: "no"}, numbers={})
    (lock,) = outcome(library, first, other, today=2).locks
    assert lock.last == START


def test_limits_of_a_review_hold_for_the_calm_work_too(library: Library) -> None:
    make = Facts()
    found = outcome(library, said(make, 0, whole(library, heart_or_vessel_disease="yes", aneurysm="unsure")))
    assert [lock.rule for lock in found.locks] == ["not-sure-before-loading"]
    assert found.cleared is not None
    assert found.cleared.scope == "calm"
    assert "until-known" in found.cleared.limits.because


def test_a_condition_in_doubt_stays_cleared_after_the_examination(library: Library) -> None:
    make = Facts()
    answers = whole(library, heart_or_vessel_disease="yes", aneurysm="unsure")
    first = said(make, 0, answers)
    examined = clearance(make, 1, RuleId("not-sure-before-loading"))
    found = outcome(library, first, examined, said(make, 2, answers), today=2)
    assert found.locks == ()
    assert found.cleared is not None
    assert found.cleared.scope == "full"
    assert "An aneurysm" in found.because[0].says


def test_nothing_locks_in_an_empty_record(library: Library) -> None:
    make = Facts()
    reason = why_clearance_refused(fold(()), library, clearance(make, 0, WEAK_RULE))
    assert reason is not None
    assert reason.rule == "clearance-nothing-locked"


def test_a_refusal_is_the_same_before_and_after_the_clearance_is_written(library: Library) -> None:
    make = Facts()
    alarm = said(make, 0, whole(library, bladder_change="yes"))
    soon = clearance(make, 0, RuleId("bladder-or-saddle-change"))
    before = why_clearance_refused(fold((alarm,)), library, soon)
    assert before is not None
    assert before == why_clearance_refused(fold((alarm, soon)), library, soon)
    assert START.isoformat() in before.says


def with_rule(library: Library, id_: str, **values: Any) -> Library:
    """The packaged library with one rule of its screen changed."""
    rule = replace(library.screen_rules[RuleId(id_)], **values)
    return replace(library, screen_rules={**library.screen_rules, rule.id: rule})


def test_a_condition_for_the_same_day_is_never_covered(library: Library) -> None:
    make, rule = Facts(), RuleId("calf-pain-from-walking")
    stricter = with_rule(library, rule, action=1)
    answers = whole(library, walking_calf_pain="yes")
    facts: list[Fact] = [said(make, 0, answers), clearance(make, 1, rule), said(make, 2, answers)]
    assert [lock.rule for lock in outcome(stricter, *facts, today=2).locks] == [rule]
    assert outcome(library, *facts, today=2).locks == ()


def test_only_a_review_passes_by_itself(library: Library) -> None:
    make, rule = Facts(), RuleId("fever-today")
    stricter = with_rule(library, rule, action=1)
    facts = [said(make, 0, whole(library, fever="yes")), said(make, 3, whole(library))]
    assert outcome(library, *facts, today=3).locks == ()
    assert [lock.rule for lock in outcome(stricter, *facts, today=3).locks] == [rule]


def test_a_first_not_sure_does_not_end_the_pause_for_an_illness(library: Library) -> None:
    make = Facts()
    facts = [said(make, 0, whole(library, fever="yes")), said(make, 3, whole(library, fever="unsure"))]
    assert [lock.rule for lock in outcome(library, *facts, today=3).locks] == ["fever-today"]


CANCER, CHANGED = ItemId("cancer"), ItemId("cancer-pain-changed")
MOOD, HARM = ItemId("low-mood"), ItemId("thoughts-of-self-harm")


def test_what_is_told_anew_is_followed_up_anew(library: Library) -> None:
    make = Facts()
    before = said(make, 0, {**whole(library, cancer="yes"), CHANGED: "no"})
    assert outcome(library, before, today=1).cleared is not None
    again = said(make, 1, {CANCER: "yes"}, numbers={})
    assert CHANGED in outcome(library, before, again, today=1).ask
    answered = said(make, 1, dict.fromkeys(outcome(library, before, again, today=1).ask, "no"), numbers={})
    assert outcome(library, before, again, answered, today=1).cleared is not None


def test_a_follow_up_of_a_follow_up_is_asked_anew_too(library: Library) -> None:
    make = Facts()
    before = said(make, 0, {**whole(library, weighs_on_you="yes", low_mood="yes"), HARM: "no"})
    again = said(make, 1, {ItemId("weighs-on-you"): "yes"}, numbers={})
    found = outcome(library, before, again, today=1)
    assert HARM in found.ask
    assert MOOD not in found.ask


def test_what_was_yes_stays_when_it_is_told_anew_what_it_follows(library: Library) -> None:
    make = Facts()
    before = said(make, 0, {**whole(library, osteoporosis="yes"), SPINE: "yes"})
    again = said(make, 1, {OSTEOPOROSIS: "yes"}, numbers={})
    assert SPINE not in outcome(library, before, again, today=1).ask


def test_a_first_not_sure_to_an_emergency_is_asked_again_whatever_is_said_above_it(library: Library) -> None:
    make = Facts()
    before = said(make, 0, {**whole(library, weighs_on_you="yes", low_mood="yes"), HARM: "unsure"})
    back = said(make, 0, {MOOD: "no"}, numbers={})
    found = outcome(library, before, back)
    assert found.ask_again == (HARM,)
    assert found.cleared is None


CANCER_RULE = RuleId("cancer-and-changed-pain")


def test_a_lock_stands_on_all_that_was_ever_told_of_it(library: Library) -> None:
    make = Facts()
    first = said(make, 0, whole(library, cancer="yes", cancer_pain_changed="yes"))
    later = said(make, 1, whole(library, cancer="yes", weight_loss="yes"))
    locks = {lock.rule: lock for lock in outcome(library, first, later, today=1).locks}
    assert {"cancer", "cancer-pain-changed", "weight-loss"} <= set(locks[CANCER_RULE].items)


def test_what_passes_is_forgotten_with_the_lock_that_ends(library: Library) -> None:
    make = Facts()
    alarm = said(make, 0, whole(library, cancer="yes", weight_loss="yes"))
    cleared = clearance(make, 1, CANCER_RULE)
    told = {reason.rule for reason in outcome(library, alarm, today=1).because}
    after = {reason.rule for reason in outcome(library, alarm, cleared, today=1).because}
    assert "weight-loss-alone" in told
    assert "weight-loss-alone" not in after
    assert "cancer-in-the-past" in after


@pytest.mark.parametrize("day_told", [0, 60])
def test_a_rule_that_failed_once_lets_nobody_through_later(library: Library, day_told: int) -> None:
    """What it would have locked is not known, though the answers on which it failed are gone; told with an
    answer of today or with one that is dated ahead."""
    broken = with_rule(library, WEAK_RULE, when=Compare(number=SYSTOLIC, above="no-such-threshold"))
    make = Facts()
    failed = said(make, day_told, {}, numbers={SYSTOLIC: 130.0})
    later = said(make, 30, whole(library, systolic_mmhg="unsure"))
    found = screen(fold([failed, later]), broken, START + timedelta(days=30))
    assert found.cleared is None
    assert [reason.rule for reason in found.blocked] == [FAILED]
