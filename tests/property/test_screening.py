"""What holds of the screen for any answers, in any order."""

import random

from hypothesis import assume, given
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.library.types import Contradiction, Item
from gradus.record.facts import Clearance, Correction, Fact, ScreenAnswers
from gradus.screening.judge import judge
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.scales import Action
from tests.build import START, Facts
from tests.drawn_screens import (
    EVERY_RULE,
    LASTING,
    LATEST,
    LIBRARY,
    NOT_SURE,
    POSSIBLE,
    QUESTIONS,
    Answered,
    aimed,
    courses,
    outcome,
    places,
    some_answers,
    urgency,
    whole_screens,
)
from tests.tries import tries


class TestOneMoreYesNeverLowersUrgency:
    """Whatever was answered, "yes" to one more question brings no lower action, and loses no rule. Only a
    doubt that became a plain yes may be less urgent: "still not sure" of an emergency item is seen the same
    day, whatever the item alone would ask for."""

    @given(some_answers(), st.sampled_from(QUESTIONS))
    def test_of_a_set_of_answers(self, answered: Answered, item: Item) -> None:
        answers, numbers = answered
        assume(answers.get(item.id) != "still-unsure")
        before = judge(answers, numbers, LIBRARY)
        after = judge({**answers, item.id: "yes"}, numbers, LIBRARY)
        assert urgency(after) <= urgency(before)
        packaged = {finding.rule for finding in before.fired} & LIBRARY.screen_rules.keys()
        assert packaged <= {finding.rule for finding in after.fired}

    @given(some_answers(), st.sampled_from([item for item in QUESTIONS if item.kind == "emergency"]))
    def test_still_not_sure_is_never_better_than_no_or_nothing(self, answered: Answered, item: Item) -> None:
        answers, numbers = answered
        assume(answers.get(item.id) != "yes")
        after = judge({**answers, item.id: "still-unsure"}, numbers, LIBRARY)
        assert urgency(after) <= min(urgency(judge(answers, numbers, LIBRARY)), Action.SAME_DAY)

    @given(some_answers(), st.sampled_from(QUESTIONS))
    def test_not_sure_is_never_better_than_no(self, answered: Answered, item: Item) -> None:
        answers, numbers = answered
        no = judge({**answers, item.id: "no"}, numbers, LIBRARY)
        unsure = judge({**answers, item.id: "unsure"}, numbers, LIBRARY)
        assert urgency(unsure) <= urgency(no)

    @given(whole_screens(), st.sampled_from(QUESTIONS))
    def test_of_a_whole_screen_on_its_day(self, answered: Answered, item: Item) -> None:
        make = Facts()
        answers, numbers = answered
        first = make(ScreenAnswers, occasion="intake", answers=answers, numbers=numbers)
        more = make(ScreenAnswers, occasion="request", answers={item.id: "yes"})
        before, after = outcome([first], 0), outcome([first, more], 0)
        assert places(before.locks).items() <= places(after.locks).items()
        if before.action is not None:
            assert after.action is not None
            assert after.action <= before.action
        if before.cleared is None and not (before.ask or before.ask_again):
            assert after.cleared is None


class TestUnfinishedNeverClears:
    """As long as one question is open, nobody is let through."""

    @given(whole_screens(), st.data())
    def test_a_screen_with_an_answer_left_out(self, answered: Answered, data: st.DataObject) -> None:
        answers, numbers = answered
        left_out = data.draw(st.sampled_from(sorted(answers)))
        assume(all(LIBRARY.items[id_].after != left_out for id_ in answers))
        del answers[left_out]
        fact = Facts()(ScreenAnswers, occasion="intake", answers=answers, numbers=numbers)
        found = outcome([fact], 0)
        assert left_out in found.ask
        assert found.cleared is None

    @given(some_answers())
    def test_any_answers_with_questions_left(self, answered: Answered) -> None:
        answers, numbers = answered
        fact = Facts()(ScreenAnswers, occasion="intake", answers=answers, numbers=numbers)
        found = outcome([fact], 0)
        if not judge(answers, numbers, LIBRARY).complete:
            assert found.ask or found.ask_again
            assert found.cleared is None

    @given(whole_screens(), st.integers(0, 100))
    def test_time_alone_lets_nobody_through(self, answered: Answered, days: int) -> None:
        answers, numbers = answered
        fact = Facts()(ScreenAnswers, occasion="intake", answers=answers, numbers=numbers)
        then, later = outcome([fact], 0), outcome([fact], days)
        assert later.cleared is None or then.cleared is not None
        assert places(then.locks) == places(later.locks)


class TestLocks:
    """Cleared never stands beside an emergency or same-day lock, and only a clearance ends a lock."""

    @tries(120)
    @given(courses(), st.integers(0, LATEST))
    def test_nobody_is_cleared_beside_a_lock(self, facts: list[Fact], day: int) -> None:
        found = outcome(facts, day)
        if found.cleared is not None:
            assert not found.ask
            assert not found.ask_again
            assert all(lock.action is Action.REVIEW_FIRST for lock in found.locks)
            assert found.cleared.scope == ("calm" if found.locks else "full")
            assert found.action is None or found.action >= Action.REVIEW_FIRST

    @given(courses())
    def test_without_a_clearance_no_lock_above_a_review_ends(self, facts: list[Fact]) -> None:
        kept = [fact for fact in facts if not isinstance(fact, Clearance)]
        held: dict[RuleId, Action] = {}
        for count in range(1, len(kept) + 1):
            locks = places(outcome(kept[:count], kept[count - 1].day.toordinal() - START.toordinal()).locks)
            lost = held.keys() - locks.keys()
            assert lost <= {RuleId("fever-today")}
            held = locks

    @given(courses(), some_answers(), st.data())
    def test_a_correction_of_a_screen_never_unlocks(
        self, facts: list[Fact], answered: Answered, data: st.DataObject
    ) -> None:
        screens = [fact for fact in facts if isinstance(fact, ScreenAnswers)]
        assume(screens)
        wrong = data.draw(st.sampled_from(screens))
        make = Facts()
        make.made = 100
        answers, numbers = answered
        corrected = make(
            ScreenAnswers,
            wrong.day,
            occasion="routine",
            answers=answers,
            numbers=numbers,
            corrects=wrong.id,
        )
        taken_back = make(Correction, LATEST, corrects=wrong.id)
        before = places(outcome(facts).locks)
        assert before.items() <= places(outcome([*facts, taken_back]).locks).items()
        late = {RuleId("fever-today")}
        after_last = all(fact.day <= wrong.day for fact in facts)
        if after_last:
            assert before.keys() - late <= places(outcome([*facts, corrected]).locks).keys()

    @given(whole_screens())
    def test_an_emergency_is_not_cleared_on_its_day(self, answered: Answered) -> None:
        answers, numbers = answered
        make = Facts()
        alarm = make(ScreenAnswers, occasion="intake", answers=answers, numbers=numbers)
        clearance = make(
            Clearance,
            rules=EVERY_RULE,
            by="clinician:Chidi",
            examined_by="Dr Chidi",
            examined_on=START,
            said="May train.",
        )
        emergencies = {
            rule
            for rule, action in places(outcome([alarm], 0).locks).items()
            if action is Action.EMERGENCY_NOW
        }
        assert emergencies <= places(outcome([alarm, clearance], 0).locks).keys()


class TestALastingConditionDoesNotGoAwayByAnUntickedBox:
    """Once told, it limits as before, and nobody trains, until the person says that it is still so or gone;
    and saying so ends no lock."""

    @given(whole_screens(), st.sampled_from(LASTING))
    def test_of_a_second_screen(self, answered: Answered, lasting: ItemId) -> None:
        make = Facts()
        answers, numbers = answered
        follows = LIBRARY.items[lasting].after
        told = answers | {lasting: "yes"} | ({} if follows is None else {follows: "yes"})
        for item in QUESTIONS:
            if item.after is not None and told.get(item.after, "no") != "no":
                told.setdefault(item.id, "no")
        first = make(ScreenAnswers, occasion="intake", answers=told, numbers=numbers)
        none = dict.fromkeys((item.id for item in QUESTIONS if item.after is None), "no")
        second = make(ScreenAnswers, 28, occasion="routine", answers=none, numbers=numbers)
        then, after = outcome([first], 0), outcome([first, second], 28)
        asked = lasting if follows is None else follows
        if LIBRARY.items[asked].lasting:
            assert asked in after.ask_again
            assert asked in after.unticked
            assert after.cleared is None
        gone = dict.fromkeys(after.unticked, "gone")
        third = make(ScreenAnswers, 28, occasion="routine", answers=gone)
        ended = outcome([first, second, third], 28)
        assert ended.unticked == ()
        assert places(ended.locks).items() >= places(then.locks).items() - {
            (RuleId("fever-today"), Action.REVIEW_FIRST)
        }

    @given(courses())
    def test_what_is_gone_stands_at_no_limit_of_a_whole_screen(self, facts: list[Fact]) -> None:
        found = outcome(facts)
        assert set(found.unticked) <= set(found.ask_again)
        states = {change.item: change.state for change in found.changes()}
        assert {id_ for id_, state in states.items() if state == "unticked"} <= set(found.unticked)
        assert all(LIBRARY.items[id_].lasting for id_ in found.unticked)


class TestAContradictionNeverClears:
    """As long as two answers hardly go together and nobody has confirmed or corrected them, nobody trains;
    and confirming them changes no lock and no finding."""

    @given(whole_screens(), st.sampled_from(POSSIBLE))
    def test_of_a_whole_screen(self, answered: Answered, torn: Contradiction) -> None:
        make = Facts()
        answers, numbers = dict(answered[0]), dict(answered[1])
        for clause in (torn.one, torn.other):
            if clause.said is None:
                numbers[clause.item] = 60.0
            else:
                answers[clause.item] = clause.said
        for item in QUESTIONS:
            if item.after is not None and answers.get(item.after, "no") != "no":
                answers.setdefault(item.id, "no")
        first = make(ScreenAnswers, occasion="intake", answers=answers, numbers=numbers)
        found = outcome([first], 0)
        assert torn in found.contradictions
        assert found.cleared is None
        names = tuple(each.id for each in found.contradictions)
        sure = make(ScreenAnswers, occasion="intake", confirmed=names)
        settled = outcome([first, sure], 0)
        assert all(not each.possible for each in settled.contradictions)
        assert places(settled.locks) == places(found.locks)
        assert settled.action == found.action


class TestOrder:
    """In whatever order facts arrive, and however often, the outcome is the same."""

    @given(courses(), st.randoms(use_true_random=False))
    def test_arrival_changes_nothing(self, facts: list[Fact], dice: random.Random) -> None:
        shuffled = [*facts, *facts[:3]]
        dice.shuffle(shuffled)
        assert outcome(shuffled) == outcome(facts)

    @given(whole_screens(), whole_screens())
    def test_of_two_versions_of_one_screen_each_alarm_counts(self, one: Answered, two: Answered) -> None:
        versions = [
            Facts()(ScreenAnswers, occasion="intake", answers=answers, numbers=numbers)
            for answers, numbers in (one, two)
        ]
        both = outcome([*versions], 0)
        assert both == outcome([*reversed(versions)], 0)
        firm = min(places(both.locks).values(), default=Action.NOTE)
        for version in versions:
            for rule, action in places(outcome([version], 0).locks).items():
                # what was not sure in one version may be plainly so with what the other one tells
                assert places(both.locks).get(rule) == action or (rule in NOT_SURE and firm <= action), rule


class TestReach:
    """The examples drawn here meet every rule and every action."""

    def test_every_rule_is_met_by_answering_what_it_asks(self, library: Library) -> None:
        """Each rule with its own items answered, drawn by Hypothesis."""
        met: set[str] = set()
        wanted: set[Action | None] = {*Action, None}
        actions: set[Action | None] = set()

        @tries(1000)
        @given(aimed())
        def live(answered: Answered) -> None:
            answers, numbers = answered
            met.update(finding.rule for finding in judge(answers, numbers, library).fired)
            if wanted - actions:
                fact = Facts()(ScreenAnswers, occasion="intake", answers=answers, numbers=numbers)
                actions.add(outcome([fact], 0).action)

        live()
        ours = {rule.id for rule in library.rules.values() if rule.id.startswith("not-sure-")}
        assert sorted((library.screen_rules.keys() | ours) - met) == []
        assert wanted - actions == set()
