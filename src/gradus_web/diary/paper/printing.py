"""From what a page says to a PDF. What is set is data, never markup, so that nobody's words can set anything.

The templates lie in this folder and reach nothing outside it. The letters are those that the setter brings;
letters of other scripts, in somebody's own words, are taken from the machine where it has them.
"""

import json
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import HttpResponse

HERE = Path(__file__).parent


def printed(template: str, told: dict[str, Any], at: datetime) -> bytes:
    """The PDF that a template makes of what is told, made at that moment; tagged for those who listen to it
    (PDF/UA-1)."""
    import typst  # noqa: PLC0415 80 MB that only whoever prints waits for

    made = typst.compile(
        HERE / f"{template}.typ",
        root=HERE,
        font_paths=_letters(),
        format="pdf",
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(at.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made


def as_file(template: str, told: dict[str, Any], at: datetime, name: str) -> HttpResponse:
    """The PDF as an answer, to be kept under that name."""
    made = printed(template, told, at)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@lru_cache(maxsize=1)
def _letters() -> Any:
    """Where letters are found: looked for once by each worker."""
    import typst  # noqa: PLC0415 see above

    return typst.Fonts()
