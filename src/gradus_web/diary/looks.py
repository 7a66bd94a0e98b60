"""What every page knows: its colours, who is reading, and whether the life shown is an invented one."""

from typing import Any

from django.http import HttpRequest

from gradus_web.diary.gate import here_of

COOKIE = "looks"
LOOKS = ("auto", "light", "dark", "black")


def looks(request: HttpRequest) -> dict[str, Any]:
    """The colours that the person chose, and the label of an example."""
    chosen = request.COOKIES.get(COOKIE, "auto")
    here = here_of(request)
    return {
        "looks": chosen if chosen in LOOKS else "auto",
        "is_example": here is not None and here.row.is_example,
        "here": here,
        "pains": range(11),
    }
