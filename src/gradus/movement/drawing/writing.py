"""Writes the outlines of a sampled movement as SVG, each told once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gradus.movement.drawing.camera import Point
from gradus.movement.drawing.outlines import Outline, Stack, stacks
from gradus.movement.drawing.picture import Sampled
from gradus.movement.drawing.strokes import Motion, Page, Straight, shift, stiff_motion

GHOST = 0.22
STIFF = 4.0
"""Units by which a piece may be off when it is moved as a whole."""
FEWEST_STIFF = 4
ALIKE = 0.8
"""Units by which two outlines may differ that are told as one."""
FEATURES = ("eye", "ear", "mouth", "nose")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is told of a picture, whatever the tolerance: the names of outlines that have one of their own,
    those of them that stay as they are within what moves as one piece, and each layer with how it moves."""

    told: Sequence[tuple[str, Outline]]
    still: set[str]
    layers: Sequence[tuple[str, Motion | None]]


@dataclass(slots=True)
class Writer:
    """Writes one sampled movement on one page, as often as is asked, each time within so many units. Names
    begin with `prefix`, so that many pictures can stand on one page."""

    what: Sampled
    page: Page
    prefix: str = "a"
    scenery: Sequence[Stack] = ()
    """Layers at the back that never move: they are drawn once."""
    figure: Sequence[Stack] = ()
    marks: Sequence[str] = ()
    defined: dict[tuple[str, tuple[int, ...]], str] = field(default_factory=dict)
    plan: "_Plan | None" = None
    around: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        over = self.what.loop
        found = stacks(self.what.groups, self.page, over)
        count = _scenery(found) if self.moves else 0
        self.scenery, self.figure = found[:count], found[count:]
        self.marks = [_mark(at) for at in over.times]

    @property
    def moves(self) -> bool:
        return len(self.what.loop.times) > 1

    def body(self, within: float) -> str:
        """All of the picture but its head: what never moves, what moves, and what is shown in its place."""
        if not self.moves:
            return self.floor() + self.at(0)
        if self.plan is None:
            self.plan = self._planned()
            back = "".join(_inside(each, 0) for layer in self.scenery for each in layer.outlines)
            self.around = (self.floor() + back, self._rest())
        before, after = self.around
        return f'{before}<g class="go">{self._moving(self.plan, within)}</g>{after}'

    def floor(self) -> str:
        """The floor below the figure: a soft shadow."""
        (left, y), (right, _) = self.page.units(self.what.floor)
        wide = (right - left) / 2 + 0.2 * self.page.scale
        cx, cy = round((left + right) / 2), round(y)
        rx, ry = round(wide), round(0.09 * self.page.scale)
        return f'<ellipse class="floor" cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}"/>'

    # --- still ---

    def at(self, body: int) -> str:
        """The picture with one of the bodies."""
        text = ""
        for layer in (*self.scenery, *self.figure):
            lines = "".join(_edge(each, body) for each in layer.outlines if each.edge and layer.edges)
            text += f'<g class="e">{lines}</g>' if lines else ""
            text += "" if layer.hollow else "".join(_inside(each, body) for each in layer.outlines)
        return text

    def _rest(self) -> str:
        """For whoever wants no motion: the start, and where it goes as a pale figure behind it."""
        shown = [each for layer in self.figure if not layer.hollow for each in layer.outlines]
        plain = [each for each in shown if each.moves and not each.name.endswith(FEATURES)]
        ghost = "".join(_inside(each, self.what.loop.far) for each in plain)
        first = "".join(_inside(each, self.what.loop.which[0]) for each in shown)
        return f'<g class="rest"><g opacity="{GHOST:g}">{ghost}</g>{first}</g>'

    # --- moving ---

    def _planned(self) -> "_Plan":
        """Outlines are told once, in the definitions, and used for edge and inside."""
        told: list[tuple[str, Outline]] = []
        used: dict[str, str] = {}
        motions = [self._stiff(layer) for layer in self.figure]
        pairs = list(zip(self.figure, motions, strict=True))
        still = {each.name for layer, motion in pairs if motion for each in layer.outlines}
        for each in (each for layer in self.figure if not layer.hollow for each in layer.outlines):
            same = None if each.name in still else _same(each, told)
            if same is None:
                told.append((f"{self.prefix}{len(told)}", each))
            id_, (x, y) = same or (told[-1][0], (0.0, 0.0))
            used[each.name] = f'<use href="#{id_}"' + (f' x="{x:.1f}" y="{y:.1f}"' if same else "")
        return _Plan(told, still, [(_used(layer, used), motion) for layer, motion in pairs])

    def _stiff(self, layer: Stack) -> Motion | None:
        """How a layer moves as one piece, if it does."""
        outlines = layer.outlines
        if len(outlines) < FEWEST_STIFF or any(each.seen for each in outlines):
            return None
        over = self.what.loop
        bodies = (
            [point for each in outlines for point in each.points[nth]] for nth in range(len(over.bodies))
        )
        return stiff_motion(bodies, over.which, STIFF)

    def _moving(self, plan: _Plan, within: float) -> str:
        defined = "".join(
            self._defined(each, id_, [0] if each.name in plan.still else each.ways.needed(within))
            for id_, each in plan.told
        )
        shown = "".join(self._carried(text, motion, within) for text, motion in plan.layers)
        return f"<defs>{defined}</defs>{shown}"

    def _defined(self, each: Outline, id_: str, kept: Sequence[int]) -> str:
        key = (id_, tuple(kept))
        if key not in self.defined:
            self.defined[key] = self._definition(each, id_, kept)
        return self.defined[key]

    def _definition(self, each: Outline, id_: str, kept: Sequence[int]) -> str:
        which, changes = self.what.loop.which, ""
        paths = [each.path(which[nth]) for nth in kept]
        if len(set(paths)) > 1:
            changes = self._animate("d", kept, paths)
        if each.seen:
            seen = [each.seen[nth] for nth in which]
            turns = [nth for nth, now in enumerate(seen) if nth == 0 or now != seen[nth - 1]]
            changes += self._animate(
                "opacity", turns, ["1" if seen[nth] else "0" for nth in turns], "discrete"
            )
        start = f'<path id="{id_}" d="{each.path(which[0])}"'
        return f"{start}>{changes}</path>" if changes else f"{start}/>"

    def _animate(
        self, name: str, moments: Sequence[int], values: Sequence[str], mode: str = "", kind: str = ""
    ) -> str:
        marks = ";".join([self.marks[nth] for nth in moments])
        how = (f' calcMode="{mode}"' if mode else "") + (f' type="{kind}"' if kind else "")
        what = f'<animate{"Transform" if kind else ""} attributeName="{name}"{how}'
        often = f'dur="{self.what.loop.seconds:g}s" repeatCount="indefinite"'
        return f'{what} {often} keyTimes="{marks}" values="{";".join(values)}"/>'

    def _carried(self, text: str, motion: Motion | None, within: float) -> str:
        """Outlines that move as one piece, where they do."""
        if motion is None:
            return text
        times = self.what.loop.times
        points = [((x, y), (turn, 0.0)) for (x, y), turn in zip(motion.shifts, motion.turns, strict=True)]
        kept = Straight(times, range(len(times)), points).needed(within)
        x, y = motion.centre
        shifts = [f"{round(motion.shifts[nth][0])} {round(motion.shifts[nth][1])}" for nth in kept]
        turns = [f"{round(motion.turns[nth])} {round(x)} {round(y)}" for nth in kept]
        if len(set(turns)) > 1:
            text = f"<g>{self._animate('transform', kept, turns, kind='rotate')}{text}</g>"
        if len(set(shifts)) > 1:
            text = f"<g>{self._animate('transform', kept, shifts, kind='translate')}{text}</g>"
        return text


def _scenery(layers: Sequence[Stack]) -> int:
    count = 0
    for layer in layers:
        if layer.edges or any(each.moves for each in layer.outlines):
            break
        count += 1
    return count


def _mark(at: float) -> str:
    return f"{at:.3f}".rstrip("0").rstrip(".").removeprefix("0") or "0"


def _inside(each: Outline, body: int) -> str:
    return f'<path{each.inside} d="{each.path(body)}"/>' if each.shown(body) else ""


def _edge(each: Outline, body: int) -> str:
    return f'<path d="{each.path(body)}"{each.below}/>' if each.shown(body) else ""


def _used(layer: Stack, used: dict[str, str]) -> str:
    """The outlines of a layer, by what each is told with."""
    edged = [each for each in layer.outlines if each.edge and layer.edges]
    lines = "".join([f"{used[each.name]}{each.below}/>" for each in edged])
    text = f'<g class="e">{lines}</g>' if lines else ""
    if not layer.hollow:
        text += "".join([f"{used[each.name]}{each.inside}/>" for each in layer.outlines])
    return text


def _same(each: Outline, told: Sequence[tuple[str, Outline]]) -> tuple[str, Point] | None:
    """An outline that was told already, elsewhere on the page."""
    if each.seen:
        return None
    for id_, other in told:
        by = shift(other.points, each.points, ALIKE) if other.moves else None
        if by is not None:
            return (id_, by)
    return None
