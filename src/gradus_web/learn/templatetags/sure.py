"""How sure a publication makes us, as a sentence, and of how many people it tells."""

import re
from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

SENTENCES: Mapping[str, Promise] = {
    "none": _("Certainty none."),
    "very low": _("Certainty very low."),
    "low": _("Certainty low."),
    "moderate": _("Certainty moderate."),
    "high": _("Certainty high."),
}


@register.filter
def in_a_sentence(certainty: str) -> str:
    """`low` is "Certainty low."."""
    return str(SENTENCES[certainty])


@register.filter
def is_news_to(people: int | None, design: str) -> bool:
    """Whether there is a number of people that the words of the design do not tell already."""
    return people is not None and not re.search(rf"\b{people}\b", design.replace(",", ""))
