"""Claims and answers say what they remember of a source."""

import pytest

from tests.unit.library.small import faults, small

CLAIM = """
id = "small-things"
number = 1
document = "000"
topics = ["strength"]
claim = "Small things grow."
verdict = "no-source-found"
why = "Nobody measured them."
written_on = 2026-11-20
review_due = 2027-11-20
reviewed_by = ""
"""
ANSWER = """
id = "small-things"
question = "Do small things grow?"
also_asked = ["growing small things"]
topics = ["strength"]
short = "They may."
longer = ["Nobody has measured them."]
certainty = "very low"
certain_because = "One small trial."
written_on = 2026-11-20
review_due = 2027-11-20
reviewed_by = ""
"""
KINDS = {"claims/small-things.toml": CLAIM, "answers/small-things.toml": ANSWER}


def told(path: str, naming: str) -> list[str]:
    """What the loader says when a claim or an answer names these sources."""
    return faults({**small(), path: KINDS[path] + naming})


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize(
    ("naming", "says"),
    [
        ("", []),
        ('cites = ["tester-2020"]', []),
        ('cites = ["tester-2020", "tester-2019"]\nrecalled = ["tester-2019"]', []),
        ('cites = ["tester-2020"]\nrecalled = ["tester-2020"]', []),
        (
            'recalled = ["tester-2019"]',
            ['recalled[0]  names "tester-2019", which cites does not have; cite it, or take it out'],
        ),
        (
            'cites = ["tester-2020"]\nrecalled = ["tester-2020", "tester-2019"]',
            ['recalled[1]  names "tester-2019", which cites does not have; did you mean "tester-2020"?'],
        ),
        (
            'cites = ["tester-2020", "tester-2019"]',
            ['cites[1]  names "tester-2019", which was not read; name it in recalled too'],
        ),
    ],
)
def test_what_is_remembered_is_cited_and_said_to_be(path: str, naming: str, says: list[str]) -> None:
    assert told(path, naming) == [f"{path}  {each}" for each in says]
