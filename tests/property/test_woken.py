"""What holds of the answers to mornings that a phone brings along."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gradus.journey.carried import carried
from gradus.journey.promise import to_do
from gradus.journey.today import today
from gradus.journey.woken import after, for_each_pain, mornings
from gradus.library.library import Library
from gradus.record.facts import DecisionShown, MorningCheckIn
from gradus.record.history import add
from gradus.vocabulary.ids import FactId
from tests.build import AMINA, START
from tests.property.test_carried import is_no_more, lived, weeks


def doses(shown: DecisionShown | None) -> dict[str, object]:
    return {} if shown is None else {item.exercise: item.dose for item in to_do(shown)}


class TestWoken:
    """A morning leaves a carried session as it is or asks for no more of anything; a worse one asks for no
    more than a better one. The lower way asks for no more than the usual one. It is what the core would
    answer with a network, wherever that asks for no more than was carried, and asks about a flare as that
    does."""

    @given(sessions=weeks, later=st.integers(0, 4), pain=st.integers(0, 10))
    def test_it(self, library: Library, sessions: list[tuple[int, bool]], later: int, pain: int) -> None:
        history, last = lived(library, sessions)
        day = START + timedelta(days=last + later)
        found = carried(history, library, day)[:1]
        for each, made in zip(found, mornings(history, library, day, found), strict=True):
            before = {item.exercise: item.dose for item in to_do(each.usual)}
            for better, worse in zip(made.by_pain, made.by_pain[1:], strict=False):
                asked = before if better.usual is None else dict(doses(better.usual))
                for item in to_do(worse.usual) if worse.usual else ():
                    assert item.exercise not in before or is_no_more(item.dose, before[item.exercise])
                    assert item.exercise not in asked or is_no_more(item.dose, asked[item.exercise])  # type: ignore[arg-type]
                assert better.usual is not None or worse.usual is None
            woken, on = made.by_pain[pain], each.days[0]
            told = [
                MorningCheckIn(
                    id=FactId(f"01990000-0000-7000-8000-0000000fee{nth:02x}"),
                    person=AMINA,
                    at=datetime.combine(day + timedelta(days=nth), time.max, UTC),
                    day=day + timedelta(days=nth),
                    pain_0_10=pain,
                )
                for nth in range((on - day).days + 1)
            ]
            answer = today(add(history, *told), library, on)
            assert woken.asks_flare == ("flare" in answer.ask)
            if all(
                is_no_more(item.dose, before[item.exercise])
                for item in answer.items
                if item.exercise in before
            ):
                assert doses(woken.usual) == {item.exercise: item.dose for item in answer.items}
            for item in to_do(woken.low) if woken.low else ():
                assert is_no_more(item.dose, doses(woken.usual)[item.exercise])  # type: ignore[arg-type]
            assert made.ill.usual is None
            assert made.ill.because

    def test_few_are_asked_for_and_each_is_answered(self, library: Library) -> None:
        history, last = lived(library, [(2, True)] * 4)
        day = START + timedelta(days=last)
        each = carried(history, library, day)[0]
        straight, asked = [], list[int]()
        for pain in range(11):
            told = MorningCheckIn(
                id=FactId("01990000-0000-7000-8000-0000000fee00"),
                person=AMINA,
                at=datetime.combine(day, time.max, UTC),
                day=day,
                pain_0_10=pain,
            )
            straight.append(after(history, library, each, told))

        def woken(pain: int):  # type: ignore[no-untyped-def] # what after() answers
            asked.append(pain)
            return straight[pain]

        assert list(for_each_pain(woken)) == straight
        assert len(asked) < len(straight)
