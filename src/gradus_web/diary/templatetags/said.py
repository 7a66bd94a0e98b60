"""Words for templates: days, doses, and the like."""

from datetime import date
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from gradus.vocabulary.certainty import CERTAINTY, VERDICTS
from gradus.vocabulary.ids import ClaimId
from gradus.vocabulary.scales import Side
from gradus_web.content import library
from gradus_web.diary.names import SIDES

register = template.Library()


@register.filter
def day(value: date) -> str:
    """`Monday 3 March`."""
    return f"{value:%A} {value.day} {value:%B}"


@register.filter
def whole_day(value: date) -> str:
    """`3 March 2026`."""
    return f"{value.day} {value:%B %Y}"


@register.filter
def short_day(value: date) -> str:
    """`3 Mar 2026`."""
    return f"{value.day} {value:%b %Y}"


@register.filter
def plain(value: Any) -> str:
    """A name of a scale as words: `blood-pressure` is "blood pressure"."""
    return str(value).replace("-", " ")


@register.filter
def side(value: Side) -> str:
    """A side in a word."""
    return SIDES[value]


@register.filter
def certainty(value: str) -> str:
    """How sure an answer is, in words."""
    return CERTAINTY.get(value, value)


@register.filter
def verdict(value: str) -> str:
    """What became of a claim, in words."""
    return VERDICTS.get(value, value)


@register.filter
def checked(claim: str) -> str:
    """What became of the claim with this id."""
    return verdict(library().claims[ClaimId(claim)].verdict)


@register.filter
def of(table: Any, key: Any) -> Any:
    """What a table holds under a key."""
    return table.get(key, "") if hasattr(table, "get") else ""


@register.simple_tag
def drawing(exercise: str, name: str, how: str, *, lazy: bool = True) -> SafeString:
    """The picture of an exercise, moving or still; a `lazy` one is fetched when it comes into sight."""
    address = reverse("picture", args=[library().version, how, exercise])
    words = _("%(name)s, drawn") % {"name": name} if how == "moving" else ""
    when = "lazy" if lazy else "eager"
    return format_html('<img class="drawn {}" src="{}" alt="{}" loading="{}">', how, address, words, when)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small drawing that says nothing which the words beside it do not say."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>',
        static("icons.svg"),
        name,
    )
