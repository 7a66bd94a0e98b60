"""How sure a publication makes us, as a sentence."""

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
