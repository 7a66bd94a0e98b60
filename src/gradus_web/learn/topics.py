"""What the answers are about, as headings."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

TOPICS: Mapping[str, Promise] = {
    "activity": _("Activity"),
    "after-training": _("After training"),
    "balance": _("Balance"),
    "body-and-causes": _("Body and causes"),
    "care": _("Care"),
    "core": _("Core"),
    "diagnosis": _("Diagnosis"),
    "equipment": _("Equipment"),
    "everyday-life": _("Everyday life"),
    "food-and-drink": _("Food and drink"),
    "hamstrings": _("Hamstrings"),
    "hips": _("Hips"),
    "how-much": _("How much"),
    "how-well-it-works": _("How well it works"),
    "lifting": _("Lifting"),
    "other-exercise": _("Other exercise"),
    "pain": _("Pain"),
    "people": _("People"),
    "posture": _("Posture"),
    "programmes": _("Programmes"),
    "progress": _("Progress"),
    "running": _("Running"),
    "safety": _("Safety"),
    "sleep-and-mood": _("Sleep and mood"),
    "strength": _("Strength"),
    "stretching": _("Stretching"),
    "tempo-and-form": _("Tempo and form"),
    "treatments": _("Treatments"),
    "walking": _("Walking"),
    "when-to-get-help": _("When to get help"),
}


def heading(topic: str) -> str:
    """The topic as a heading; one of somebody else's content is told by its own words."""
    return str(TOPICS.get(topic) or capfirst(topic.replace("-", " ")))
