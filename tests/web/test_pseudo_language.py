"""A language in which every translated text stands in brackets: what is outside them cannot be translated."""

from collections.abc import Iterator
from gettext import NullTranslations
from html.parser import HTMLParser
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.translation import trans_real

BEGIN, END = "⟦", "⟧"
PAGES = ("pwa/kept.html", "429.html")
"""The pages that can be translated whole; all are to stand here one day."""
SPOKEN = ("alt", "aria-label", "title", "placeholder")


class Pseudo(NullTranslations):
    """Every text in brackets."""

    def gettext(self, message: str) -> str:
        return f"{BEGIN}{message}{END}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def language(self) -> str:
        return "en-gb"

    def to_language(self) -> str:
        return "en-gb"


@pytest.fixture
def pseudo() -> Iterator[None]:
    spoken: Any = vars(trans_real)["_active"]
    before = getattr(spoken, "value", None)
    spoken.value = Pseudo()
    yield
    if before is None:
        del spoken.value
    else:
        spoken.value = before


class Outside(HTMLParser):
    """The words of a page's main part that no brackets enclose."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.deep, self.is_main, self.is_seen = 0, False, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.is_main = self.is_seen = True
        spoken = [said or "" for name, said in attrs if name in SPOKEN or name.startswith("data-")]
        for said in spoken if self.is_main else ():
            if " " in said and not (said.startswith(BEGIN) and said.endswith(END)):
                self.found.append(said)

    def handle_endtag(self, tag: str) -> None:
        self.is_main = self.is_main and tag != "main"

    def handle_data(self, data: str) -> None:
        outside = ""
        for sign in data:
            self.deep += (sign == BEGIN) - (sign == END)
            outside += sign if self.deep == 0 and sign != END else ""
        if self.is_main and any(sign.isalpha() for sign in outside):
            self.found.append(outside.strip())


def outside(page: str) -> list[str]:
    found = Outside()
    found.feed(page)
    assert found.is_seen
    assert found.deep == 0
    return found.found


@pytest.mark.parametrize("page", PAGES)
def test_every_word_of_the_page_can_be_translated(page: str, pseudo: None) -> None:
    made = render_to_string(page, {"alone": True})
    assert made.count(BEGIN) > 3
    assert outside(made) == []


def test_a_word_that_cannot_is_found(pseudo: None) -> None:
    text = (
        "{% load i18n %}<main><h1>{% translate 'Good morning' %}</h1><p>not wrapped</p>"
        "<img alt='a picture of it' title='{% translate 'One of it' %}'>"
        "<p>{% blocktranslate %}With <a href='/'>a link</a> in it{% endblocktranslate %} 3 / 4</p></main>"
    )
    assert outside(Template(text).render(Context())) == ["not wrapped", "a picture of it"]
