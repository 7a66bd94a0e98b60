"""What holds of every stop table."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from gradus.journey.during import ASK, LEGS, UNTOLD_AND_PAINS, stop_now, stop_tables
from gradus.library.library import Library
from gradus.record.facts import SetDone
from gradus.record.history import History, fold
from gradus.vocabulary.ids import ExerciseId, FactId
from tests.build import START, Facts
from tests.lives import Told

SESSION = FactId("01990000-0000-7000-8000-00000000beef")
told = st.tuples(st.sampled_from(UNTOLD_AND_PAINS), st.sampled_from(LEGS))
profiles = st.fixed_dictionaries(
    {"usual_pain_0_10": st.integers(0, 10), "eases_within_minutes": st.integers(0, 240)}
)


def somebody(library: Library, profile: dict[str, int], mornings: list[int]) -> History:
    lines = [{"day": nth, "morning": pain} for nth, pain in enumerate(mornings)]
    return Told([{"day": 0, "screen": {}}, {"day": 0, "profile": profile}, *lines], library).history


class TestTheTable:
    """The table answers a session's sets as the rule does that judges them all: it stops as soon as one of
    them is stopped. More pain is never answered more lightly, and a pain that is not the known one stops."""

    @given(
        profile=profiles,
        mornings=st.lists(st.integers(0, 10), max_size=8),
        sets=st.lists(told, min_size=1, max_size=4),
        exercise=st.sampled_from(["glute-bridge", "goblet-squat", "bird-dog", "breathing-90-90"]),
    )
    def test_it(
        self,
        library: Library,
        profile: dict[str, int],
        mornings: list[int],
        sets: list[tuple[int | None, str]],
        exercise: str,
    ) -> None:
        history, make, name = somebody(library, profile, mornings), Facts(), ExerciseId(exercise)
        day = START + timedelta(days=len(mornings))
        table = stop_tables(history, library, day, [name])[name]
        done = [
            make(SetDone, len(mornings), session=SESSION, exercise=name, nth=nth, pain_0_10=pain, leg=leg)
            for nth, (pain, leg) in enumerate(sets, 1)
        ]
        answers = [table.answer(pain, leg, "known") for pain, leg in sets]  # type: ignore[arg-type]
        assert any(answers) is (
            stop_now(fold([*history.received.values(), *done]), library, done) is not None
        )
        for leg in LEGS:
            cells = [cell is not None for cell in table.cells["known"][leg]]
            assert cells[1:] == sorted(cells[1:])
            assert set(table.cells["new"][leg]) == {ASK}
