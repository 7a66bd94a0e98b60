"""Time without training: nothing, some weeks, or long."""

import pytest

from gradus.library.library import Library
from gradus.progression.gap import is_away, is_long, is_weeks


@pytest.mark.parametrize(
    ("days", "away", "weeks", "long"),
    [
        (None, False, False, False),
        (13, False, False, False),
        (14, True, True, False),
        (27, True, True, False),
        (28, True, False, True),
    ],
)
def test_time_away_is_some_weeks_or_long_and_never_both(
    library: Library, days: int | None, away: bool, weeks: bool, long: bool
) -> None:
    assert (is_away(days, library), is_weeks(days, library), is_long(days, library)) == (away, weeks, long)
