"""What holds of every session that a phone carries."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from gradus.journey.carried import carried, supposed
from gradus.journey.promise import promise
from gradus.journey.today import last_asked, today
from gradus.library.library import Library
from gradus.record.history import History, add
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import Step
from tests.build import AMINA, START
from tests.lives import Line, Told

EXERCISES = [["glute-bridge", "bird-dog"], ["sit-to-stand", "side-bridge-knees"]]
weeks = st.lists(st.tuples(st.integers(0, 7), st.booleans()), max_size=5)


def lived(library: Library, sessions: list[tuple[int, bool]]) -> tuple[History, int]:
    """Somebody who trained on Mondays and Thursdays with such pain, or left it out; and the day after."""
    lines: list[Line] = [
        {"day": 0, "screen": {}},
        {"day": 0, "plan": ["monday", "thursday"], "of_each": EXERCISES},
    ]
    day = 0
    for nth, (pain, trained) in enumerate(sessions):
        day = nth // 2 * 7 + nth % 2 * 3
        lines.append({"day": day, "trained": True} if trained else {"day": day, "skipped": True})
        if trained:
            lines.append({"day": day, "set": pain, "of_newest": True})
        lines.append({"day": day + 1, "morning": pain})
    return Told(lines, library).history, day + 1 if sessions else 0


def is_no_more(mine: Dose, other: Dose) -> bool:
    return (
        mine.sets <= other.sets
        and mine.amount <= other.amount
        and (mine.load_kg or 0) <= (other.load_kg or 0)
        and (mine.hold_s or 0) <= (other.hold_s or 0)
    )


class TestCarried:
    """The first session is what the core asks for on its day. Those after it, of whose past nobody knows yet,
    ask for no more of anything than was asked last. Each has one beside it that asks for no more, and is only
    carried for days on which the core trains."""

    @given(sessions=weeks, later=st.integers(0, 9))
    def test_it(self, library: Library, sessions: list[tuple[int, bool]], later: int) -> None:
        history, after = lived(library, sessions)
        day = START + timedelta(days=after + later)
        for nth, each in enumerate(carried(history, library, day)):
            usual = {item.exercise: item for item in each.usual.items}
            assert all(is_no_more(item.dose, usual[item.exercise].dose) for item in each.low.items)
            assert all(today(history, library, on).action == "train" for on in each.days)
            answer = today(history, library, each.days[0])
            if nth == 0:
                assert each.usual == promise(answer, library, AMINA)
            last = last_asked(history, answer)
            for item in each.usual.items if nth else ():
                if item.exercise not in last:
                    assert item.step is not Step.PROGRESS
                else:
                    assert is_no_more(item.dose, last[item.exercise])
            history = add(history, each.usual, supposed(each))
