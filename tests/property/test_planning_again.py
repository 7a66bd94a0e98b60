"""A plan that is made again keeps what works."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.planning.planner import plan
from gradus.planning.request import Plan, Request
from gradus.vocabulary.ids import ProgrammeId
from tests.property.test_planning import requests

OURS = ProgrammeId("individual")


def of_our_own(data: st.DataObject, library: Library) -> tuple[Request, Plan]:
    """A plan of our own for anybody who is new to it."""
    ours = library.programmes[OURS]
    drawn = data.draw(requests(library, data.draw(st.sampled_from(ours.phases))))
    request = replace(drawn, programme=ours, current={})
    found = plan(request, library)
    assume(isinstance(found, Plan))
    assert isinstance(found, Plan)
    return request, found


class TestMadeAgain:
    """With unchanged facts a plan of our own that is made again is the same plan."""

    @given(data=st.data())
    @settings(max_examples=100)
    def test_the_exercises_their_places_and_days_are_the_same(
        self, library: Library, data: st.DataObject
    ) -> None:
        request, first = of_our_own(data, library)
        doses = {item.exercise: item.dose for session in first.sessions for item in session.items}
        again = plan(replace(request, current=doses), library)
        assert isinstance(again, Plan)
        assert laid_out(again) == laid_out(first)


def laid_out(found: Plan) -> list[object]:
    """What is where in the week."""
    return [
        (session.id, session.day, [(item.slot, item.exercise) for item in session.items])
        for session in found.sessions
    ]
