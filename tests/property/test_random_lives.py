"""What holds on every day of lives that dice decide, each 200 sessions long, lived through the journey.

`./dev test` lives one, `./dev test-long` many: GRADUS_LIVES says how many.
"""

import os
from random import Random

import pytest

from gradus.journey.today import today
from gradus.library.load import load
from gradus.progression.conditions import FOR_LONG
from gradus.progression.session import next_session
from gradus.record.codec import decode, encode
from gradus.record.history import fold
from gradus.screening.judge import FAILED
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.scales import Action, Step
from tests.property.test_limits import keeps
from tests.random_lives import Lived, RandomLife

LIBRARY = load()
SESSIONS = 200
PLAN_ANEW = RuleId("plan-anew")
LIVES = int(os.environ.get("GRADUS_LIVES", "1"))
ENOUGH = 20
"""So many lives have met every step and every action."""


def check(lived: Lived) -> None:
    """No item breaks a limit, or needs what the person lacks or cannot take; only who is cleared trains."""
    answer, person = lived.answer, lived.person
    assert answer.because
    assert FAILED not in {reason.rule for reason in answer.because}
    if answer.action != "train":
        assert answer.items == ()
        return
    cleared = answer.outcome.cleared
    assert cleared is not None
    assert answer.items
    assert not any(lock.action <= Action.SAME_DAY for lock in answer.outcome.locks)
    for item in answer.items:
        exercise = LIBRARY.exercises[item.exercise]
        keeps(cleared, item.exercise, item.dose)
        assert set(exercise.needs) <= set(person.equipment or ())
        assert exercise.position not in (person.cannot_take or ())
        assert item.step not in (Step.PAUSE, Step.STOP_AND_SCREEN)
        assert item.because or item.step is Step.START


def tells_what_is_lacking(lived: Lived) -> bool:
    """Whether something of the next session waits for long; a day without a session tells it too, though its
    doses are not worked out where nothing can be lacking."""
    answer = lived.answer
    if answer.plan is None or answer.outcome.cleared is None or answer.action not in ("rest", "plan"):
        return False
    history = fold(lived.facts)
    waits = next_session(history, answer.plan, answer.outcome.cleared, LIBRARY, answer.day).left_out
    lacking = any(reason.rule in FOR_LONG for item in waits for reason in item.because)
    assert lacking == (PLAN_ANEW in {reason.rule for reason in answer.because})
    return lacking


class TestNoItemBreaksALimitEver:
    """Whatever somebody answers, has, feels and does: on no day does an exercise break a limit of that day's
    screen or need what they lack; and the record alone, in any order, gives the same day again."""

    @pytest.mark.parametrize("seed", range(LIVES))
    def test_of_two_hundred_sessions(self, seed: int) -> None:
        life, dice = RandomLife(seed, LIBRARY), Random(seed)  # noqa: S311
        trained = lacking = 0
        for lived in life.live(SESSIONS):
            check(lived)
            if dice.random() < 0.1:
                lacking += tells_what_is_lacking(lived)
            trained += lived.answer.action == "train"
            if dice.random() < 0.02:
                facts = list(decode(b"".join(map(encode, lived.facts))).facts)
                dice.shuffle(facts)
                assert today(fold(facts), LIBRARY, lived.answer.day, lived.wish) == lived.answer
        assert trained >= SESSIONS
        assert lacking or seed  # the first life meets it


@pytest.mark.skipif(LIVES < ENOUGH, reason="few lives do not meet everything; ./dev test-long does")
class TestReach:
    """Many lives meet every action of the screen, every answer for a day and every step of a dose."""

    def test_of_many_lives(self) -> None:
        steps: set[Step] = set()
        acts: set[str] = set()
        levels: set[Action | None] = set()
        for seed in range(ENOUGH):
            for lived in RandomLife(seed, LIBRARY).live(SESSIONS // 4):
                answer = lived.answer
                steps.update(item.step for item in (*answer.items, *answer.left_out))
                acts.add(answer.action)
                levels.add(answer.outcome.action)
        assert set(Step) - steps == {Step.STOP_AND_SCREEN}  # which is an answer for the day: see-someone
        assert acts == {"locked", "screen", "plan", "train", "rest", "see-someone"}
        assert levels == {*Action, None}
