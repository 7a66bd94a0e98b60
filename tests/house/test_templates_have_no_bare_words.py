"""Every word of a template stands in a tag that translates it, in whatever branch it stands."""

import re
from pathlib import Path

import pytest

from tests.house.every import of_every

FOLDER = Path(__file__).parents[2] / "src" / "gradus_web" / "templates"
TEMPLATES = [each for each in FOLDER.rglob("*") if each.is_file()]
TRANSLATED = re.compile(
    r"\{% blocktranslate\b.*?\{% endblocktranslate %\}|\{% translate .*?%\}"
    r"|\{#.*?#\}|\{% block body %\}.*?\{% endblock %\}|<(script|style)\b.*?</\1>",
    re.DOTALL,
)
TAG = re.compile(r"\{[%{].*?[%}]\}", re.DOTALL)
QUOTED = re.compile(r"(?P<translated>_\()?(?P<quote>[\"'])(?P<text>.*?)(?P=quote)")
SPOKEN = re.compile(r"\b(?:aria-label|aria-valuetext|alt|title|placeholder|data-[\w-]+)=\"([^\"]*)\"")
SENTENCE = re.compile(r"[a-z] |\b[A-Z][a-z]")
ELEMENT = re.compile(r"<[^>]*>", re.DOTALL)
THE_SAME = ("Gradus",)
"""In every language."""


def bare_words(template: str) -> list[str]:
    """What the template says by itself: in its tags, in attributes that are read aloud or shown by scripts,
    and between its elements."""
    left = TRANSLATED.sub("", template)
    quoted = [each for tag in TAG.findall(left) for each in QUOTED.finditer(tag) if not each["translated"]]
    found = [each["text"] for each in quoted if SENTENCE.search(each["text"])]
    page = TAG.sub("", left)
    found += [said for said in SPOKEN.findall(page) if SENTENCE.search(said)]
    for name in THE_SAME:
        page = page.replace(name, "")
    return found + [text.strip() for text in ELEMENT.split(page) if any(map(str.isalpha, text))]


@of_every(TEMPLATES)
def test_a_template_has_no_bare_words(path: Path) -> None:
    assert bare_words(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>{% if a %}{% translate 'this' %}{% else %}not this{% endif %}</p>",
        "<img alt='' title=\"Not this\">",
        '{% include "part.html" with label="not this" %}',
        "{{ one|default:'not this' }}",
        '<p data-sure="Not this?">{{ one }} kg</p>',
    ],
)
def test_bare_words_would_be_found(template: str) -> None:
    assert bare_words(template)


@pytest.mark.parametrize(
    "template",
    [
        "<p title=\"{% translate 'this' %}\">{% blocktranslate %}<b>this</b>{% endblocktranslate %} 1</p>",
        '{% include "part.html" with label=_("of this") name="pain" %}',
        '{% block body %}stop{% endblock %}<i class="drawn small">{{ one|date:"H:i" }}</i>',
    ],
)
def test_what_is_translated_is_not_bare(template: str) -> None:
    assert bare_words(template) == []
