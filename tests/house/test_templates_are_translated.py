"""No word stands in a template as it is, on whichever branch of it: each is in a tag that translates it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.house.every import of_every

FOLDER = Path(__file__).parents[2] / "src" / "gradus_web" / "templates"
TEMPLATES = sorted((*FOLDER.rglob("*.html"), *FOLDER.rglob("*.txt")))
NO_WORDS = re.compile(r"{% block body %}.*?{% endblock %}|{#.*?#}")
"""Names of what a page is drawn as, and remarks."""
TRANSLATED = re.compile(r"{% blocktranslate.*?{% endblocktranslate %}", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
GIVEN = re.compile(r"(?<=[a-z]=)\"([^\"]* [^\"]*|[A-Z][a-z]+)\"")
"""A text that one template gives to another."""
SPOKEN = ("alt", "aria-label", "aria-valuetext", "title", "placeholder")
THE_SAME = "Gradus"
"""In every language."""


class Words(HTMLParser):
    """The texts of a page, and its attributes that somebody reads or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, said in attrs:
            if name in SPOKEN or (name.startswith("data-") and " " in (said or "").strip()):
                self.handle_data(said or "")
        if ("name", "description") in attrs:
            self.handle_data(dict(attrs)["content"] or "")

    def handle_data(self, data: str) -> None:
        if any(map(str.isalpha, data.replace(THE_SAME, ""))):
            self.found.append(" ".join(data.split()))


def untranslated(template: str) -> list[str]:
    """The words in it that are the same whatever the language."""
    plain = TRANSLATED.sub("", NO_WORDS.sub("", template))
    given = [text for tag in TAG.findall(plain) if " with " in tag for text in GIVEN.findall(tag)]
    found = Words()
    found.feed(TAG.sub("", plain))
    found.close()
    return given + found.found


@of_every(TEMPLATES)
def test_every_word_of_a_template_can_be_translated(path: Path) -> None:
    assert untranslated(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>Hello</p>",
        "<p>{% if a %}{% translate 'Yes' %}{% else %}no{% endif %}</p>",
        "<p>{{ many }} exercises</p>",
        '<img alt="A squat">',
        "<p data-done='It is done'></p>",
        '<meta name="description" content="Of the site">',
        '{% include "x.html" with does="Keep it" %}',
        '{% include "x.html" with does="Go" %}',
        "Hello,",
    ],
)
def test_a_word_as_it_is_would_be_seen(template: str) -> None:
    assert len(untranslated(template)) == 1


@pytest.mark.parametrize(
    "template",
    [
        "<p>{% translate 'Hello' %} {{ name }}: 3 / 4</p>",
        "{% blocktranslate %}With <a href='x'>a link</a>{% endblocktranslate %} – Gradus",
        '{% include "x.html" with does=_("Keep it") kind="loginForm" %}',
        '<p class="fine" data-kind="{{ kind }}" data-key="two"></p>',
        "{# for whoever reads this #}",
    ],
)
def test_what_is_translated_or_no_word_is_let_through(template: str) -> None:
    assert untranslated(template) == []
