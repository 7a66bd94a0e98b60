"""A plan that is made again keeps what works."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.planning.planner import plan
from gradus.planning.request import Plan, Request
from tests.property.test_planning import drawn_plan


def in_training(request: Request, found: Plan) -> Request:
    """The same person with the same facts, who has accepted the plan."""
    doses = {item.exercise: item.dose for session in found.sessions for item in session.items}
    return replace(request, current=doses)


class TestMadeAgain:
    """With unchanged facts a plan that is made again is the same plan."""

    @given(data=st.data())
    @settings(max_examples=150)
    def test_the_exercises_their_places_days_and_doses_are_the_same(
        self, library: Library, data: st.DataObject
    ) -> None:
        request, first = drawn_plan(data, library)
        again = plan(in_training(request, first), library)
        assert isinstance(again, Plan)
        assert [(s.id, s.day, [(i.slot, i.exercise) for i in s.items]) for s in again.sessions] == [
            (s.id, s.day, [(i.slot, i.exercise) for i in s.items]) for s in first.sessions
        ]
        assert again.sessions_a_week == first.sessions_a_week
