"""Writes the outlines of a sampled movement as SVG, each told once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gradus.movement.drawing.camera import Point
from gradus.movement.drawing.picture import Drawn, Layer, Sampled
from gradus.movement.drawing.strokes import Motion, Page, Straight, path, shift, stiff_motion
from gradus.movement.drawing.style import short

GHOST = 0.22
STIFF = 4.0
"""Units by which a piece may be off when it is moved as a whole."""
FEWEST_STIFF = 4
ALIKE = 0.8
"""Units by which two outlines may differ that are told as one."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How outlines are told, whatever the tolerance: those with a name of their own, those that lie beside
    another, the layers that move as one piece, and what stays as it is within them."""

    told: dict[str, str]
    shifted: dict[str, tuple[str, Point]]
    stiff: dict[int, Motion]
    still: set[str]


@dataclass(slots=True)
class Writer:
    """Writes one sampled movement on one page, as often as is asked, each time `within` so many units."""

    what: Sampled
    page: Page
    within: float = 1.0
    prefix: str = "a"
    units: dict[str, list[tuple[Point, ...]]] = field(default_factory=dict)
    paths: dict[int, str] = field(default_factory=dict)
    marks: dict[float, str] = field(default_factory=dict)
    shown: dict[int, str] = field(default_factory=dict)
    defined: dict[tuple[str, tuple[int, ...]], str] = field(default_factory=dict)
    moving: set[str] = field(default_factory=set)
    straight: dict[str, Straight] = field(default_factory=dict)
    still: dict[str, str] = field(default_factory=dict)
    plan: "_Plan | None" = None
    scenery: int = 0
    """So many layers at the back never move: they are drawn once."""

    def prepare(self, prefix: str) -> None:
        """Names begin with `prefix`, so that many pictures can stand on one page."""
        self.prefix = prefix
        for each in self.what.drawn:
            known = {id(shape): self.page.units(shape) for shape in {id(s): s for s in each.shapes}.values()}
            self.units[each.name] = [known[id(shape)] for shape in each.shapes]
            if len(set(known.values())) > 1:
                self.moving.add(each.name)
        self.scenery = self._scenery() if self.moves else 0

    @property
    def moves(self) -> bool:
        return len(self.what.times) > 1

    def body(self) -> str:
        """All of the picture but its head: what never moves, what moves, and what is shown in its place."""
        if not self.moves:
            return self.floor() + self.at(0)
        if not self.still:
            back = self.what.groups[: self.scenery]
            self.still["scene"] = "".join(self._still(each, 0) for group in back for each in group.parts)
            self.still["rest"] = self._rest()
        return f'{self.floor()}{self.still["scene"]}<g class="go">{self._moving()}</g>{self.still["rest"]}'

    def _scenery(self) -> int:
        count = 0
        for group in self.what.groups:
            if group.edges or any(each.name in self.moving for each in group.parts):
                break
            count += 1
        return count

    def floor(self) -> str:
        """The floor below the figure: a soft shadow."""
        shape = self.what.floor[0]
        (left, y), (right, _) = self.page.units(shape)
        wide = (right - left) / 2 + 0.2 * self.page.scale
        cx, cy = round((left + right) / 2), round(y)
        rx, ry = round(wide), round(0.09 * self.page.scale)
        return f'<ellipse class="floor" cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}"/>'

    # --- still ---

    def at(self, moment: int, names: Sequence[str] | None = None, *, edges: bool = True) -> str:
        """The picture at one moment."""
        text = ""
        for group in self.what.groups[self.scenery :]:
            members = [each for each in group.parts if names is None or each.name in names]
            text += self._edges(members, moment) if edges and group.edges else ""
            text += "" if group.hollow else "".join(self._still(each, moment) for each in members)
        return text

    def _edges(self, members: Sequence[Drawn], moment: int) -> str:
        lines = "".join(
            f'<path d="{self._path(each, moment)}" stroke-width="{self.page.pen(each.shapes[0]) + 4:g}"/>'
            for each in members
            if each.edge and self._seen(each, moment)
        )
        return f'<g class="e">{lines}</g>' if lines else ""

    def _still(self, each: Drawn, moment: int) -> str:
        if not self._seen(each, moment):
            return ""
        wide = self.page.pen(each.shapes[0])
        return f'<path class="{short(each.style)}" stroke-width="{wide:g}" d="{self._path(each, moment)}"/>'

    def _seen(self, each: Drawn, moment: int) -> bool:
        return not each.seen or each.seen[moment]

    def _path(self, each: Drawn, moment: int) -> str:
        shape = each.shapes[moment]
        found = self.paths.get(id(shape))
        if found is None:
            known = self.units.get(each.name)
            points = self.page.units(shape) if known is None else known[moment]
            found = self.paths[id(shape)] = path(points, closed=shape.closed)
        return found

    # --- moving ---

    def _moving(self) -> str:
        """Outlines are told once, in the definitions, and used for edge and inside."""
        plan = self.plan = self.plan or self._planned()
        told = plan.told
        defined = "".join(
            self._defined(each, told[each.name], moves=each.name not in plan.still)
            for each in self.what.drawn
            if each.name in told
        )
        shown = "".join(
            self._carried(self._shown(layer, told, plan.shifted), plan.stiff.get(id(layer)))
            for layer in self._layers
        )
        return f"<defs>{defined}</defs>{shown}"

    def _planned(self) -> "_Plan":
        told: dict[str, str] = {}
        shifted: dict[str, tuple[str, Point]] = {}
        stiff = {id(layer): found for layer in self._layers if (found := self._stiff(layer)) is not None}
        still = {each.name for layer in self._layers if id(layer) in stiff for each in layer.parts}
        for each in (each for layer in self._layers if not layer.hollow for each in layer.parts):
            if each.seen and not any(each.seen):
                continue
            same = None if each.name in still else self._same(each, told)
            if same is not None:
                shifted[each.name] = same
            else:
                told[each.name] = f"{self.prefix}{len(told)}"
        return _Plan(told, shifted, stiff, still)

    @property
    def _layers(self) -> Sequence[Layer]:
        return self.what.groups[self.scenery :]

    def _stiff(self, layer: Layer) -> Motion | None:
        """How a layer moves as one piece, if it does."""
        if len(layer.parts) < FEWEST_STIFF or any(
            each.seen and len(set(each.seen)) > 1 for each in layer.parts
        ):
            return None
        visible = [each for each in layer.parts if not each.seen or all(each.seen)]
        moments = [
            tuple(point for each in visible for point in self.units[each.name][nth])
            for nth in range(len(self.what.times))
        ]
        return stiff_motion(moments, STIFF)

    def _same(self, each: Drawn, told: dict[str, str]) -> tuple[str, Point] | None:
        """An outline that was told already, elsewhere on the page."""
        if each.seen and not all(each.seen):
            return None
        for name, id_ in told.items():
            if name not in self.moving:
                continue
            by = shift(self.units[name], self.units[each.name], ALIKE)
            if by is not None:
                return (id_, by)
        return None

    def _defined(self, each: Drawn, id_: str, *, moves: bool) -> str:
        kept = self._needed(each.name, self.units[each.name]) if moves else [0]
        key = (each.name, tuple(kept))
        if key not in self.defined:
            self.defined[key] = self._definition(each, id_, kept)
        return self.defined[key]

    def _definition(self, each: Drawn, id_: str, kept: Sequence[int]) -> str:
        times, d = self.what.times, self._path(each, 0)
        paths = [self._path(each, nth) for nth in kept]
        changes = ""
        if len(set(paths)) > 1:
            changes = self._animate("d", [times[nth] for nth in kept], paths)
        if each.seen and not all(each.seen):
            turns = [nth for nth in range(len(times)) if nth == 0 or each.seen[nth] != each.seen[nth - 1]]
            shown = ["1" if each.seen[nth] else "0" for nth in turns]
            changes += self._animate("opacity", [times[nth] for nth in turns], shown, "discrete")
        return f'<path id="{id_}" d="{d}">{changes}</path>' if changes else f'<path id="{id_}" d="{d}"/>'

    def _needed(self, name: str, moments: Sequence[tuple[Point, ...]]) -> list[int]:
        if name not in self.straight:
            self.straight[name] = Straight(self.what.times, moments)
        return self.straight[name].needed(self.within)

    def _animate(
        self, name: str, times: Sequence[float], values: Sequence[str], mode: str = "", kind: str = ""
    ) -> str:
        marks = ";".join(map(self._mark, times))
        how = (f' calcMode="{mode}"' if mode else "") + (f' type="{kind}"' if kind else "")
        what = f'<animate{"Transform" if kind else ""} attributeName="{name}"{how}'
        often = f'dur="{self.what.seconds:g}s" repeatCount="indefinite"'
        return f'{what} {often} keyTimes="{marks}" values="{";".join(values)}"/>'

    def _mark(self, at: float) -> str:
        found = self.marks.get(at)
        if found is None:
            found = self.marks[at] = f"{at:.3f}".rstrip("0").rstrip(".").removeprefix("0") or "0"
        return found

    def _shown(self, layer: Layer, told: dict[str, str], shifted: dict[str, tuple[str, Point]]) -> str:
        if id(layer) not in self.shown:
            self.shown[id(layer)] = self._used(layer, told, shifted)
        return self.shown[id(layer)]

    def _used(self, layer: Layer, told: dict[str, str], shifted: dict[str, tuple[str, Point]]) -> str:
        def use(each: Drawn, more: str) -> str:
            if each.name in told:
                return f'<use href="#{told[each.name]}"{more}/>'
            id_, (x, y) = shifted[each.name]
            return f'<use href="#{id_}" x="{x:.1f}" y="{y:.1f}"{more}/>'

        here = [each for each in layer.parts if each.name in told or each.name in shifted]
        pens = {each.name: self.page.pen(each.shapes[0]) for each in here}
        edged = [each for each in here if each.edge and layer.edges]
        lines = "".join(use(each, f' stroke-width="{pens[each.name] + 4:g}"') for each in edged)
        text = f'<g class="e">{lines}</g>' if lines else ""
        if not layer.hollow:
            text += "".join(
                use(each, f' class="{short(each.style)}" stroke-width="{pens[each.name]:g}"') for each in here
            )
        return text

    def _carried(self, text: str, motion: Motion | None) -> str:
        """Outlines that move as one piece, where they do."""
        if motion is None:
            return text
        times = self.what.times
        points = [((x, y), (turn, 0.0)) for (x, y), turn in zip(motion.shifts, motion.turns, strict=True)]
        kept = Straight(times, points).needed(self.within)
        marks = [times[nth] for nth in kept]
        x, y = motion.centre
        shifts = [f"{motion.shifts[nth][0]:.0f} {motion.shifts[nth][1]:.0f}" for nth in kept]
        turns = [f"{motion.turns[nth]:.0f} {x:.0f} {y:.0f}" for nth in kept]
        if len(set(turns)) > 1:
            text = f"<g>{self._animate('transform', marks, turns, kind='rotate')}{text}</g>"
        if len(set(shifts)) > 1:
            text = f"<g>{self._animate('transform', marks, shifts, kind='translate')}{text}</g>"
        return text

    def _rest(self) -> str:
        """For whoever wants no motion: the start, and where it goes as a pale figure behind it."""
        moving = [each.name for each in self.what.drawn if each.name in self.moving]
        plain = [name for name in moving if not name.endswith(("eye", "ear", "mouth", "nose"))]
        ghost = self.at(self.what.last, plain, edges=False)
        return (
            f'<g class="rest"><g opacity="{GHOST:g}">{ghost}</g>{self.at(self.what.first, edges=False)}</g>'
        )
