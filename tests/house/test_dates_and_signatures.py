"""Every file tells whether a clinician has signed it, and what is known tells when it was written."""

from datetime import date, timedelta

from tests.house.content import every_file
from tests.house.every import of_every

FILES = every_file()
UNSIGNED_KINDS = ("sources/", "words/search.toml")
"""Cards of publications and words of the search: nothing a clinician would sign."""
DATED = [path for path in FILES if path.startswith(("answers/", "claims/"))]
BEFORE_ALL = date(2026, 1, 1)
"""Nothing here is older."""
LONGEST = timedelta(days=3 * 365 + 1)
"""What is known of back pain moves; nothing waits longer than three years to be looked at again."""


@of_every(DATED)
def test_what_is_known_tells_when_it_was_written_and_is_due_again(path: str) -> None:
    written, due = FILES[path]["written_on"], FILES[path]["review_due"]
    assert type(written) is type(due) is date
    assert BEFORE_ALL <= written <= due <= written + LONGEST


def test_every_clinical_file_says_whether_it_was_signed() -> None:
    silent = [path for path, file in FILES.items() if "reviewed_by" not in file]
    assert [path for path in silent if not path.startswith(UNSIGNED_KINDS)] == []


def test_nobody_is_said_to_have_signed() -> None:
    """When the first clinician signs, this names the files and the person, and still nobody else."""
    signed = [path for path, file in FILES.items() if file.get("reviewed_by") or "reviewed_on" in file]
    assert signed == []
