"""What mkdocs asks while it builds the site: pages with holes are filled from the packaged library."""

from functools import cache
from typing import Any

from gradus.library.load import load
from gradus_cli.clock import now
from gradus_cli.commands.content import LONGEST_REVIEW_AGE_DAYS, studies_run
from gradus_cli.reference.book import Book
from gradus_cli.reference.filling import fill

FILLED = ("how/", "safety/", "virtual/")


@cache
def book() -> Book:
    """The packaged library as a book."""
    return Book(load(), now().date(), LONGEST_REVIEW_AGE_DAYS, studies=studies_run())


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """The page as it is shown."""
    return fill(markdown, book()) if page.file.src_uri.startswith(FILLED) else markdown
