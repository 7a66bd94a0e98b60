"""What a phone shows of the site: every picture is there, as large as is said, and its mark whole."""

import re
import struct
from math import hypot

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.icons import ICON, SIDE, WITHIN, maskable

pytestmark = pytest.mark.django_db
CIRCLE = 0.4
"""Of the side: the radius of what every phone shows of a maskable icon (W3C, Web Application Manifest)."""


@pytest.fixture
def told() -> dict[str, list[dict[str, str]]]:
    answer = Client().get("/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    found: dict[str, list[dict[str, str]]] = answer.json()
    return found


def dots(png: bytes) -> str:
    """The size of a picture, as a manifest says it."""
    assert png.startswith(b"\x89PNG\r\n")
    return "{}x{}".format(*struct.unpack(">II", png[16:24]))


def bytes_of(address: str) -> bytes:
    path = finders.find(address.removeprefix("/static/"))
    assert isinstance(path, str), address
    with open(path, "rb") as file:
        return file.read()


def test_every_picture_is_as_large_as_is_said(told: dict[str, list[dict[str, str]]]) -> None:
    pictures = [
        each for each in (*told["icons"], *told["screenshots"]) if not each["type"].startswith("image/svg")
    ]
    assert len(pictures) == 8
    assert [dots(bytes_of(each["src"])) for each in pictures] == [each["sizes"] for each in pictures]
    kinds = {(each["sizes"], each["purpose"]) for each in told["icons"]}
    assert {(f"{side}x{side}", purpose) for side in (192, 512) for purpose in ("any", "maskable")} <= kinds


def test_the_pictures_of_pages_say_whose_they_are(told: dict[str, list[dict[str, str]]]) -> None:
    assert {each["form_factor"] for each in told["screenshots"]} == {"narrow", "wide"}
    assert all("invented example person" in each["label"] for each in told["screenshots"])


def test_it_opens_like_a_program_on_the_day(told: dict[str, object]) -> None:
    assert (told["display"], told["start_url"], told["scope"]) == ("standalone", "/today", "/")


def test_no_phone_cuts_the_mark() -> None:
    """Its path is walked; with half its line around it all of it lies inside the circle, and would not if it
    were drawn as large as in the plain icon."""
    drawn = ICON.read_text(encoding="utf-8")
    path, line = re.findall(r' d="M(.*?)"', drawn)[0], float(re.findall(r'stroke-width="(.*?)"', drawn)[0])
    begin, *steps = re.findall(r"^[\d. ]+|[a-zA-Z][-\d.]+", path)
    x, y = map(float, begin.split())
    places = [(x, y)]
    for step in steps:
        by = float(step[1:])
        x, y = {"h": (x + by, y), "v": (x, y + by), "H": (by, y), "V": (x, by)}[step[0]]
        places.append((x, y))
    assert len(places) == 8
    farthest = max(hypot(x - SIDE / 2, y - SIDE / 2) for x, y in places) + line / 2
    assert farthest * WITHIN <= CIRCLE * SIDE < farthest
    assert f"scale({WITHIN})" in maskable(drawn)
    assert "rx=" not in maskable(drawn)
