"""Who reviewed what, and how long ago."""

from datetime import date

from gradus.library.load import read
from gradus.library.review import Signed, review_state
from tests.unit.library.small import changed, small

RULE = "rules/settled.toml"
SIGNED = 'reviewed_by = "Dr Tester"\nreviewed_on = 2026-03-01'


def test_every_clinical_file_is_unsigned_until_somebody_signs_and_sources_need_nobody() -> None:
    state = review_state(read(small()), date(2026, 3, 1), 365)
    assert set(state.unsigned) == {
        path for path in small() if not path.startswith("sources/") and path != "words/search.toml"
    }
    assert (state.signed, state.overdue) == ((), ())


def test_a_review_is_overdue_on_the_day_after_its_last() -> None:
    library = read(changed(RULE, 'reviewed_by = ""', SIGNED))
    signed = (Signed(RULE, "Dr Tester", date(2026, 3, 1)),)
    on_time = review_state(library, date(2026, 3, 31), 30)
    late = review_state(library, date(2026, 4, 1), 30)
    assert (on_time.signed, on_time.overdue) == (signed, ())
    assert (late.signed, late.overdue) == (signed, signed)
    assert RULE not in on_time.unsigned
