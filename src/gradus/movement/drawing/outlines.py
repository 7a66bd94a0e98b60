"""An outline as it stands on a page: its points and its text in each of the bodies, made once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gradus.movement.drawing.camera import Point
from gradus.movement.drawing.loop import Moments
from gradus.movement.drawing.picture import Drawn, Layer
from gradus.movement.drawing.strokes import Page, Straight, path
from gradus.movement.drawing.style import short


@dataclass(slots=True)
class Outline:
    """One outline on the page. `seen` says in which of the bodies; where it is empty, in all."""

    name: str
    style: str
    pen: float
    edge: bool
    seen: tuple[bool, ...]
    closed: bool
    points: Sequence[tuple[Point, ...]]
    moves: bool
    ways: Straight
    paths: dict[int, str] = field(default_factory=dict)

    def path(self, nth: int) -> str:
        """Its text in a body."""
        body = nth if self.moves else 0
        if body not in self.paths:
            self.paths[body] = path(self.points[body], closed=self.closed)
        return self.paths[body]

    def shown(self, nth: int) -> bool:
        """Whether it is seen in a body."""
        return not self.seen or self.seen[nth]

    @property
    def inside(self) -> str:
        """How its inside is drawn."""
        return f' class="{self.style}" stroke-width="{self.pen:g}"'

    @property
    def below(self) -> str:
        """How its edge is drawn, below all insides of a layer."""
        return f' stroke-width="{self.pen + EDGE:g}"'


EDGE = 4
"""Units by which the pen of an edge is wider."""
DUST = 0.01
"""Units by which a point must move; less is the dust of rounding."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The outlines of a layer. Those of `edges` are drawn below them; a `hollow` one is its edges alone."""

    outlines: tuple[Outline, ...]
    edges: bool
    hollow: bool


def stacks(layers: Sequence[Layer], page: Page, over: Moments) -> list[Stack]:
    """The layers on a page; an outline that lies in two of them is one."""
    known: dict[str, Outline] = {}
    for each in (each for layer in layers for each in layer.parts):
        if each.name not in known:
            known[each.name] = _outline(each, page, over)
    return [
        Stack(tuple([known[each.name] for each in layer.parts]), layer.edges, layer.hollow)
        for layer in layers
    ]


def _outline(drawn: Drawn, page: Page, over: Moments) -> Outline:
    first = drawn.shapes[0]
    if first is drawn.shapes[-1]:
        points = [page.units(first)] * len(drawn.shapes)
    else:
        points = [page.units(shape) for shape in drawn.shapes]
    return Outline(
        drawn.name,
        short(drawn.style),
        page.pen(first),
        drawn.edge,
        drawn.seen,
        first.closed,
        points,
        any(_apart(points[0], each) for each in points),
        Straight(over.times, over.which, points),
    )


def _apart(one: Sequence[Point], other: Sequence[Point]) -> bool:
    if one == other:
        return False
    pairs = zip(one, other, strict=True)
    return any(abs(ax - bx) > DUST or abs(ay - by) > DUST for (ax, ay), (bx, by) in pairs)
