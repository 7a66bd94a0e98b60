"""What a phone shows of the site on its home screen, and before somebody puts it there."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.templatetags.static import static
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from gradus_web.content import language

Table = Mapping[str, Any]
SIDES = (192, 512)
"""In dots: what phones ask for at the least, and what they show while it opens."""
SHOWN = (
    ("today", "narrow", "780x1688", gettext_lazy("What to do today, and why, of an invented example person")),
    (
        "session",
        "narrow",
        "780x1688",
        gettext_lazy("One set of a guided session, of an invented example person"),
    ),
    (
        "progress",
        "narrow",
        "780x1688",
        gettext_lazy("How strength, training and pain went, of an invented example person"),
    ),
    ("today", "wide", "1280x800", gettext_lazy("What to do today, and why, of an invented example person")),
)
"""Pictures of the invented example person's pages: `./dev app-shots` takes them."""


def manifest() -> Table:
    """The manifest, every picture under its address of this version."""
    return {
        "id": "/today",
        "name": "Gradus",
        "short_name": "Gradus",
        "description": _("Graded strength training for low back pain."),
        "lang": language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "categories": ["health", "fitness"],
        "start_url": "/today",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf6ef",
        "theme_color": "#9a4a26",
        "icons": list(_icons()),
        "screenshots": [
            {
                "src": static(f"app/{page}-{form}.png"),
                "sizes": sizes,
                "type": "image/png",
                "form_factor": form,
                "label": str(label),
            }
            for page, form, sizes, label in SHOWN
        ],
        "shortcuts": [
            {"name": _("Check in"), "description": _("How your back is this morning"), "url": "/morning"},
            {"name": _("Start"), "description": _("Today's session"), "url": "/session"},
        ],
    }


def _icons() -> Iterator[Table]:
    for side in SIDES:
        for name, purpose in (("icon", "any"), ("maskable", "maskable")):
            yield {
                "src": static(f"app/{name}-{side}.png"),
                "sizes": f"{side}x{side}",
                "type": "image/png",
                "purpose": purpose,
            }
    yield {"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
