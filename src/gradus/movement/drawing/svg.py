"""The picture as SVG: small, with its own style, at the true tempo, still for whoever wants no motion."""

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
TRIES = ((6, 0.7), (5, 1.0), (4, 1.5), (4, 2.5), (3, 3.0), (3, 5.0), (2, 6.0), (2, 9.0), (2, 14.0))
"""Samples of each way, and units by which a line may be off: from the smoothest to the shortest."""


def page_of(box: tuple[float, float, float, float]) -> Page:
    """The whole movement on the page, its floor near the lower edge."""
    left, top, wide, high = box
    scale = min((WIDTH - MARGIN - MARGIN) / wide, (HEIGHT - MARGIN - MARGIN) / high, LARGEST)
    return Page(scale, WIDTH / 2 - (left + wide / 2) * scale, HEIGHT - MARGIN - (top + high) * scale)


def picture(exercise: Exercise, movement: Movement) -> str:
    """The animated picture of an exercise, as smooth as its size allows."""
    text, steps, what = "", 0, None
    for count, within in TRIES:
        if what is None or count != steps:
            steps, what = count, sampled(exercise, movement, count)
        text = _moving(exercise, movement, what, within)
        if len(text.encode()) <= MOST_BYTES:
            break
    return text


def _moving(exercise: Exercise, movement: Movement, what: Sampled, within: float) -> str:
    writer = Writer(what, page_of(what.box), within)
    writer.prepare("".join(word[0] for word in exercise.id.split("-")) + str(len(exercise.id)))
    own = style((each.style for each in what.drawn), moving=writer.moves)
    high = round(min(HEIGHT, what.box[3] * writer.page.scale + MARGIN + MARGIN))
    head = _head(exercise, movement, (0, HEIGHT - high, WIDTH, high))
    return f"{head}<style>{own}</style>{writer.body()}</svg>\n"


def still(exercise: Exercise, movement: Movement) -> str:
    """Start and end side by side, for paper."""
    what = sampled(exercise, movement, 1)
    head = _head(exercise, movement, (0, 0, WIDTH + WIDTH, HEIGHT))
    own = style((each.style for each in what.drawn), moving=False)
    start, end = phases(what)
    return f'{head}<style>{own}</style>{start}<g transform="translate({WIDTH})">{end}</g></svg>\n'


def phases(what: Sampled) -> tuple[str, str]:
    """The picture at the start and at the end."""
    page = page_of(what.box)
    writer = Writer(what, page, 1.0)
    return (writer.floor() + writer.at(what.first), writer.floor() + writer.at(what.last))


def _head(exercise: Exercise, movement: Movement, box: tuple[int, int, int, int]) -> str:
    view = " ".join(map(str, box))
    title, says = escape(exercise.en.name), escape(alternative(exercise, movement))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" role="img">'
        f"<title>{title}</title><desc>{says}</desc>"
    )
