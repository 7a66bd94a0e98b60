"""Points in a plane with a frontier through the best of them, in plain SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from gradus.statistics.estimates import Estimate

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 760, 460, 70, 54, 60, 170
ROOM = 1.05


@dataclass(frozen=True, slots=True)
class Point:
    """What came of one policy: less across is better, more upwards is better. `kind` is "variant", "policy"
    or "shipped"."""

    name: str
    across: Estimate
    upwards: Estimate
    kind: str = "variant"


def frontier(points: Sequence[Point]) -> list[Point]:
    """The points that no other beats on both, from left to right."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda each: (each.across.value, -each.upwards.value)):
        if not kept or point.upwards.value > kept[-1].upwards.value:
            kept.append(point)
    return kept


def scatter(title: str, points: Sequence[Point], *, across: str, upwards: str) -> str:
    """Every point, a line through those of the rules and their variants that nothing beats, and a ring around
    the one that is shipped."""
    right = max(each.across.high for each in points if each.kind != "variant") * ROOM or 1.0
    high = max(each.upwards.high for each in points) * ROOM or 1.0
    floor, wide = HEIGHT - BOTTOM, WIDTH - LEFT - RIGHT

    def x(value: float) -> float:
        return LEFT + wide * min(max(value, 0.0), right) / right

    def y(value: float) -> float:
        return floor - (floor - TOP) * min(max(value, 0.0), high) / high

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="11">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="10" y="20" font-size="14">{escape(title)}</text>',
        f'<text x="10" y="{TOP - 12}">{escape(upwards)}</text>',
        f'<text x="{LEFT + wide}" y="{HEIGHT - 12}" text-anchor="end">{escape(across)}</text>',
        f'<path d="M{LEFT} {TOP} V{floor} H{LEFT + wide}" fill="none" stroke="#5b6b7a"/>',
        *(
            f'<text x="{x(at):.1f}" y="{floor + 16}" text-anchor="middle">{at:.2g}</text>'
            for at in (0.0, right / 2, right)
        ),
        *(
            f'<text x="{LEFT - 8}" y="{y(at) + 4:.1f}" text-anchor="end">{at:.1f}</text>'
            for at in (0.0, high / 2, high)
        ),
    ]
    best = frontier([each for each in points if each.kind != "policy"])
    line = " ".join(f"{x(each.across.value):.1f},{y(each.upwards.value):.1f}" for each in best)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#0b6e6e" stroke-dasharray="4 3"/>')
    for each in points:
        here, there = x(each.across.value), y(each.upwards.value)
        if each.kind != "variant":
            parts.append(
                f'<path d="M{x(each.across.low):.1f} {there:.1f} H{x(each.across.high):.1f} '
                f'M{here:.1f} {y(each.upwards.low):.1f} V{y(each.upwards.high):.1f}" stroke="#9aa7b2"/>'
            )
            parts.append(f'<text x="{here + 8:.1f}" y="{there - 6:.1f}">{escape(each.name)}</text>')
        if each.kind == "policy":
            parts.append(
                f'<rect x="{here - 3.5:.1f}" y="{there - 3.5:.1f}" width="7" height="7" fill="#1d2a33"/>'
            )
        else:
            fill = "#0b6e6e" if each in best else "#9fb4c0"
            parts.append(f'<circle cx="{here:.1f}" cy="{there:.1f}" r="3.5" fill="{fill}"/>')
        if each.kind == "shipped":
            parts.append(f'<circle cx="{here:.1f}" cy="{there:.1f}" r="8" fill="none" stroke="#0b6e6e"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"
