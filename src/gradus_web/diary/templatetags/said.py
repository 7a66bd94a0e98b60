"""Words for templates: days, doses, and the like."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, pgettext
from django.utils.translation import gettext as _

from gradus.vocabulary.certainty import CERTAINTY, VERDICTS
from gradus.vocabulary.ids import ClaimId
from gradus.vocabulary.scales import Side
from gradus_web.config.languages import name_of
from gradus_web.content import is_reviewed, language_of, library, offered
from gradus_web.content import language as spoken_language
from gradus_web.diary.names import SIDES
from gradus_web.numbers import marked

register = template.Library()


@register.filter
def day(value: date) -> str:
    """`Monday 3 March`."""
    return date_format(value, pgettext("date", "l j F"))


@register.filter
def whole_day(value: date) -> str:
    """`3 March 2026`."""
    return date_format(value, pgettext("date", "j F Y"))


@register.filter
def short_day(value: date) -> str:
    """`3 Mar 2026`."""
    return date_format(value, pgettext("date", "j M Y"))


@dataclass(frozen=True, slots=True)
class Speech:
    """A language as a page needs it: its code and what it calls itself, whether it is written from the right,
    and whether somebody has reviewed its words."""

    code: str
    name: str
    from_right: bool = False
    is_reviewed: bool = True
    not_reviewed: str = "Translation not reviewed."
    """In English in every language, for whoever helps somebody."""


@register.simple_tag
def speech() -> Speech:
    """The language of the page."""
    code = spoken_language()
    return Speech(code, name_of(code), get_language_bidi(), is_reviewed(code))


@register.simple_tag
def languages() -> tuple[Speech, ...]:
    """The languages that are offered."""
    return tuple(Speech(code, name_of(code)) for code in offered())


@register.filter
def content(text: str) -> str:
    """A text of the content, or of a reason that a record keeps. Where it is not in the language of the page,
    it says in which it is."""
    its = language_of(text)
    return text if its == spoken_language() else format_html('<span lang="{}">{}</span>', its, text)


@register.filter
def written(number: str) -> str:
    """A number that was written for a machine, as people write it."""
    return marked(number)


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
