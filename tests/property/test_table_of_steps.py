"""What holds under every table of steps that the loader takes."""

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from gradus.library.checks.steps import rises_stand_behind_their_guards, the_table_hangs_together
from gradus.library.contents import gather
from gradus.library.library import Library
from gradus.library.types import StepRow, StepTable
from gradus.record.parts import ShownItem
from gradus.vocabulary.scales import Step
from tests.drawn_courses import LIBRARY, courses, last_dose, rises, rung
from tests.training import Life
from tests.tries import tries

PATH = "progression/steps.toml"
SLOW = tries(40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def is_taken(table: StepTable) -> bool:
    """Whether the loader takes this table."""
    contents = gather({PATH: table}, {})
    checks = (the_table_hangs_together, rises_stand_behind_their_guards)
    return not any(fault for check in checks for fault in check(contents))


@st.composite
def tables(draw: st.DrawFn) -> StepTable:
    """The packaged table with rows taken away, moved, narrowed, widened or changed, and parts in another
    order."""
    table = LIBRARY.steps
    parts = dict(table.parts)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(parts)))
        rows = list(parts[name])
        nth = draw(st.integers(0, len(rows) - 1))
        row = rows.pop(nth)
        match draw(st.sampled_from(["drop", "move", "narrow", "widen", "step"])):
            case "move":
                rows.insert(draw(st.integers(0, len(rows))), row)
            case "narrow":
                rows.insert(nth, replace(row, when=(*row.when, "walking")))
            case "widen":
                rows.insert(nth, replace(row, when=row.when[1:], unless=()))
            case _:
                rows.insert(nth, _with_step(row, draw(st.sampled_from(Step))))
        if rows:
            parts[name] = tuple(rows)
    order = list(table.order)
    at = draw(st.integers(0, len(order) - 1))
    order.insert(draw(st.integers(0, len(order) - 1)), order.pop(at))
    return replace(table, order=tuple(order), parts=parts)


def _with_step(row: StepRow, step: Step) -> StepRow:
    return row if row.then is not None else replace(row, step=step)


def shown(course: dict[str, Any], library: Library) -> ShownItem:
    prescribed = Life(course, library).ask()
    return (*prescribed.items, *prescribed.left_out)[0]


class TestTables:
    """No table that the loader takes lets a dose rise after pain, a miss, or what was not told."""

    @SLOW
    @given(tables(), courses())
    def test_pain_above_the_limit_is_never_followed_by_a_rise(
        self, table: StepTable, course: dict[str, Any]
    ) -> None:
        assume(is_taken(table))
        red = course | {
            "sessions": [*course["sessions"][:-1], course["sessions"][-1] | {"pain": 6, "done": [1]}]
        }
        item = shown(red, replace(LIBRARY, steps=table))
        assert item.step not in (Step.PROGRESS, Step.START)
        assert not rises(item, last_dose(red)) or rung(item.exercise) < rung(course["exercise"])

    @SLOW
    @given(tables(), courses())
    def test_a_missed_set_is_never_followed_by_a_rise(self, table: StepTable, course: dict[str, Any]) -> None:
        assume(is_taken(table))
        done = [course["dose"]["amount"]] * (course["dose"]["sets"] - 1)
        short = course["sessions"][-1] | {"done": done, "short": "no"}
        missed = course | {"sessions": [*course["sessions"][:-1], short], "flares": []}
        assert shown(missed, replace(LIBRARY, steps=table)).step is not Step.PROGRESS

    @SLOW
    @given(tables(), courses())
    def test_without_pain_reports_nothing_rises(self, table: StepTable, course: dict[str, Any]) -> None:
        assume(is_taken(table))
        sessions = [each | {"pain": "untold"} for each in course["sessions"]]
        untold = course | {"sessions": sessions, "flares": []}
        item = shown(untold, replace(LIBRARY, steps=table))
        assert item.step is not Step.PROGRESS
        assert not rises(item, last_dose(untold))
