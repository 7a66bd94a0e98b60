"""Start and end of many exercises on one sheet."""

from collections.abc import Sequence
from html import escape

from gradus.library.types.exercises import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.drawing.picture import sampled
from gradus.movement.drawing.style import style
from gradus.movement.drawing.svg import HEIGHT, WIDTH, phases

GAP, TITLE = 40, 96
LETTERS = 50


def sheet(pairs: Sequence[tuple[Exercise, Movement]], columns: int) -> str:
    """A card for each exercise: its name, how it starts, and where it goes."""
    wide, high = 2 * WIDTH, HEIGHT + TITLE
    used: set[str] = set()
    cards = ""
    for nth, (exercise, movement) in enumerate(pairs):
        what = sampled(exercise, movement, 1)
        used |= {each.style for each in what.drawn}
        start, end = phases(what)
        x, y = (nth % columns) * (wide + GAP), (nth // columns) * (high + GAP)
        cards += (
            f'<g transform="translate({x} {y})"><rect class="card" width="{wide}" height="{high}" rx="32"/>'
            f'<text x="{GAP}" y="{TITLE - GAP / 2:g}" class="name">{escape(exercise.en.name)}</text>'
            f'<g transform="translate(0 {TITLE})">{start}</g>'
            f'<g transform="translate({WIDTH} {TITLE})">{end}</g></g>'
        )
    rows = -(-len(pairs) // columns)
    box = f"{-GAP} {-GAP} {columns * (wide + GAP) + GAP} {rows * (high + GAP) + GAP}"
    own = f".card{{fill:#f7f4ee}}.name{{font:{LETTERS}px sans-serif;fill:#333b52}}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
    return f"{head}<style>{style(used, moving=False)}{own}</style>{cards}</svg>\n"
