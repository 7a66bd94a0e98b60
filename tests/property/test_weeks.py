"""The weeks of training beside the whole of it."""

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gradus.journey.kept import sessions_kept
from gradus.journey.weekly import training_weeks
from gradus.library.library import Library
from gradus.record.facts import PlanMade, SessionDone
from tests.build import START
from tests.lives import Line, Told

DAYS = 40
PLANS = st.sampled_from([["monday", "thursday"], ["tuesday"], ["monday", "wednesday", "friday"], ["any"]])


@st.composite
def lives(draw: st.DrawFn) -> list[Line]:
    """Plans, sessions done and left out, and pauses, in any order after the first plan."""
    days = st.integers(0, DAYS)
    done: Any = st.builds(lambda day: {"day": day, "trained": True}, days)
    skipped: Any = st.builds(lambda day: {"day": day, "skipped": True}, days)
    away: Any = st.builds(
        lambda day, long: {"day": day, "paused_until": day + long}, days, st.integers(0, 20)
    )
    anew: Any = st.builds(
        lambda day, plan, to_do: {"day": day, "plan": plan, "sessions_to_do": to_do},
        days,
        PLANS,
        st.integers(1, 12),
    )
    rest = draw(st.lists(done | skipped | away | anew, max_size=25))
    return [{"day": 0, "plan": draw(PLANS)}, *sorted(rest, key=lambda line: line["day"])]


@given(lines=lives(), on=st.integers(0, DAYS))
def test_the_weeks_add_up_to_the_whole(lines: list[Line], on: int, library: Library) -> None:
    """No session is lost between two weeks or counted in both, none is less than nothing, and what is planned
    for the day itself is not missed yet."""
    history, day = Told(lines, library).history, START + timedelta(days=on)
    weeks = training_weeks(history, library, day)
    trained = any(fact.day == day and fact.ended == "finished" for fact in history.of(SessionDone))
    end = day + timedelta(days=1) if trained else day
    whole = sessions_kept(history, [plan for plan in history.of(PlanMade) if plan.day <= day], end)
    assert sum(week.sessions.done for week in weeks) == whole.done
    assert sum(week.sessions.planned for week in weeks) == whole.planned
    assert [week.nth for week in weeks] == list(range(1, len(weeks) + 1))
    assert weeks[-1].first_day <= day < weeks[-1].first_day + timedelta(days=7)
