"""The picture as SVG: small, with its own style, at the true tempo, still for whoever wants no motion."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from gradus.library.types.exercises import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.drawing.picture import Sampled, sampled
from gradus.movement.drawing.strokes import Page
from gradus.movement.drawing.style import style
from gradus.movement.drawing.words import alternative
from gradus.movement.drawing.writing import Writer

WIDTH, HEIGHT, MARGIN = 800, 600, 30
LARGEST = 310
"""Units of the page that a metre is at most."""
MOST_BYTES = 15360
STEPS = 5
"""Samples of each way."""
TRIES = (
    (1.0, (0.7, 1.2, 2.0, 3.0, 4.5, 7.0, 11.0)),
    (0.5, (4.0, 6.0, 9.0, 14.0)),
)
"""How large the page is, and by how many units a line may be off: from the smoothest to the shortest."""
A_STEP = 0.05
"""From one tolerance to the next a picture becomes about so much smaller; more or less costs only a try."""


def page_of(box: tuple[float, float, float, float], size: float = 1.0) -> Page:
    """The whole movement on the page, its floor near the lower edge."""
    left, top, wide, high = box
    wide_page, high_page, margin = WIDTH * size, HEIGHT * size, MARGIN * size
    scale = min((wide_page - margin - margin) / wide, (high_page - margin - margin) / high, LARGEST * size)
    return Page(scale, wide_page / 2 - (left + wide / 2) * scale, high_page - margin - (top + high) * scale)


def picture(exercise: Exercise, movement: Movement) -> str:
    """The animated picture of an exercise, as smooth as its size allows."""
    what = sampled(exercise, movement, STEPS)
    prefix = "".join(word[0] for word in exercise.id.split("-")) + str(len(exercise.id))
    text = ""
    for size, tolerances in TRIES:
        writer = Writer(what, page_of(what.box, size), prefix)
        opening = _opening(exercise, movement, writer, size)
        text = smoothest(tolerances, partial(_whole, opening, writer))
        if _fits(text):
            break
    return text


def smoothest(tolerances: Sequence[float], written: Callable[[float], str]) -> str:
    """The picture at the first tolerance with which it is small enough, or at the last one. Most pictures are
    so at once; how far the first is too large tells about where to look on, up or down."""
    found: dict[int, str] = {}

    def fits(nth: int) -> bool:
        if nth not in found:
            found[nth] = written(tolerances[nth])
        return _fits(found[nth])

    if fits(0):
        return found[0]
    last, over = len(tolerances) - 1, len(found[0].encode()) / MOST_BYTES - 1
    nth = min(last, 1 + int(over / A_STEP))
    while not fits(nth) and nth < last:
        nth += 1
    while nth > 1 and fits(nth) and fits(nth - 1):
        nth -= 1
    return found[nth]


def _fits(text: str) -> bool:
    return len(text.encode()) <= MOST_BYTES


def _whole(opening: str, writer: Writer, within: float) -> str:
    return f"{opening}{writer.body(within)}</svg>\n"


def _opening(exercise: Exercise, movement: Movement, writer: Writer, size: float) -> str:
    """All that stands before what is drawn."""
    what = writer.what
    own = style((each.style for each in what.drawn), moving=writer.moves)
    high = round(min(HEIGHT * size, what.box[3] * writer.page.scale + 2 * MARGIN * size))
    head = _head(exercise, movement, (0, round(HEIGHT * size) - high, round(WIDTH * size), high))
    return f"{head}<style>{own}</style>"


def still(exercise: Exercise, movement: Movement) -> str:
    """Start and end side by side, for paper."""
    what = sampled(exercise, movement, 1)
    head = _head(exercise, movement, (0, 0, WIDTH + WIDTH, HEIGHT))
    own = style((each.style for each in what.drawn), moving=False)
    start, end = phases(what)
    return f'{head}<style>{own}</style>{start}<g transform="translate({WIDTH})">{end}</g></svg>\n'


def phases(what: Sampled) -> tuple[str, str]:
    """The picture at the start and at the end."""
    writer = Writer(what, page_of(what.box))
    return (writer.floor() + writer.at(what.loop.which[0]), writer.floor() + writer.at(what.loop.far))


def _head(exercise: Exercise, movement: Movement, box: tuple[int, int, int, int]) -> str:
    view = " ".join(map(str, box))
    title, says = escape(exercise.en.name), escape(alternative(exercise, movement))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" role="img">'
        f"<title>{title}</title><desc>{says}</desc>"
    )
