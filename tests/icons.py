"""The icons for a home screen, drawn from the site's one icon: the same drawing makes the same bytes."""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

STATIC = Path(__file__).parents[1] / "src" / "gradus_web" / "static"
ICON = STATIC / "icon.svg"
APP = STATIC / "app"
SIDE = 24
"""Of the drawing."""
WITHIN = 0.86
"""So much of its size leaves the whole mark inside the circle that every phone shows of a maskable icon: four
fifths of the side across, as the manifest's standard has it."""
DRAWN = {"icon-192": 192, "icon-512": 512, "maskable-192": 192, "maskable-512": 512, "touch-180": 180}
"""The pictures with their side in dots. Those with round corners of their own are `icon`; a phone cuts the
others as it likes."""


def icons() -> Mapping[Path, bytes]:
    """Every picture, by its path."""
    plain = ICON.read_text(encoding="utf-8")
    return {
        APP / f"{name}.png": _png(plain if name.startswith("icon") else maskable(plain), side)
        for name, side in DRAWN.items()
    }


def maskable(plain: str) -> str:
    """The same icon without corners, its mark drawn smaller around the middle."""
    square = plain.replace(' rx="6"', "")
    half = SIDE / 2
    smaller = f'<g transform="translate({half} {half}) scale({WITHIN}) translate(-{half} -{half})">'
    return re.sub(r"(<path .*/>)", rf"{smaller}\1</g>", square)


def _png(svg: str, side: int) -> bytes:
    page = (
        f"#set page(width: {side}pt, height: {side}pt, margin: 0pt, fill: none)\n"
        f'#image("icon.svg", width: {side}pt)'
    )
    with TemporaryDirectory() as folder:
        here = Path(folder)
        for name, text in (("icon.svg", svg), ("page.typ", page)):
            (here / name).write_text(text, encoding="utf-8")
        made = typst.compile(here / "page.typ", root=here, format="png", ppi=72)
    if not isinstance(made, bytes):
        raise TypeError("a picture is one file")
    return made
