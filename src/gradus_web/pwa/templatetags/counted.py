"""What a script says with a number in it: a page brings every form that its language has, and the script
takes the one that goes with the number."""

from collections.abc import Callable, Iterator, Mapping

from django import template
from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

register = template.Library()

SAMPLES = (1, 2, 3, 5, 6, 11, 20, 100, 0)
"""Wherever a language has a form of its own for some numbers, one of these is among them."""
COUNTED: Mapping[str, Callable[[int], str]] = {
    "sets": lambda n: ngettext("{n} set", "{n} sets", n),
    "mornings": lambda n: ngettext("{n} morning", "{n} mornings", n),
    "sets-wait": lambda n: ngettext("{n} set waits", "{n} sets wait", n),
    "mornings-wait": lambda n: ngettext("{n} morning waits", "{n} mornings wait", n),
    "words-wait": lambda n: ngettext("{n} word waits", "{n} words wait", n),
    "refused": lambda n: ngettext(
        "{n} thing could not be kept: {why}", "{n} things could not be kept: {why}", n
    ),
}
ALONE: Mapping[str, Callable[[int], str]] = {
    "later": lambda n: ngettext(
        "The next session that is carried comes {n} day later at the earliest.",
        "The next session that is carried comes {n} days later at the earliest.",
        n,
    ),
}
"""What only a page without a network says."""


@register.simple_tag(takes_context=True)
def counted(context: Context) -> SafeString:
    """Each form of each text once, with the first of the numbers that it goes with."""
    texts = {**COUNTED, **ALONE} if context.get("alone") else COUNTED
    return format_html_join("", '<p data-what="{}" data-n="{}">{}</p>', _forms(texts))


def _forms(texts: Mapping[str, Callable[[int], str]]) -> Iterator[tuple[str, int, str]]:
    for what, says in texts.items():
        forms: dict[str, int] = {}
        for n in SAMPLES:
            forms.setdefault(says(n), n)
        yield from ((what, n, form) for form, n in forms.items())
