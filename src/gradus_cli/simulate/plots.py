"""Sixteen weeks as a drawing: small charts under each other, before and after, in plain SVG."""

from collections.abc import Mapping, Sequence
from html import escape

Line = Sequence[float | None]
WIDTH, HEIGHT = 640, 150
LEFT, RIGHT, TOP, BOTTOM = 56, 24, 34, 24
HEAD = 52
STYLES = (
    'stroke="#5b6b7a" stroke-dasharray="5 4"',
    'stroke="#0b6e6e" stroke-width="2.5"',
)
"""The first line is dashed, the second whole: nobody needs colours to tell them apart."""


def drawing(title: str, names: Sequence[str], charts: Mapping[str, Sequence[Line]]) -> str:
    """Charts under each other, each with a line for every name; a gap where nothing was told."""
    height = HEAD + len(charts) * HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="20" font-size="14">{escape(title)}</text>',
        *_key(names),
    ]
    for nth, (label, lines) in enumerate(charts.items()):
        parts += _chart(label, lines, HEAD + nth * HEIGHT)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _key(names: Sequence[str]) -> list[str]:
    parts = []
    for nth, (name, style) in enumerate(zip(names, STYLES, strict=False)):
        x = LEFT + 130 * nth
        parts.append(f'<line x1="{x}" y1="40" x2="{x + 28}" y2="40" fill="none" {style}/>')
        parts.append(f'<text x="{x + 34}" y="44">{escape(name)}</text>')
    return parts


def _chart(label: str, lines: Sequence[Line], top: int) -> list[str]:
    told = [value for line in lines for value in line if value is not None]
    highest = max([*told, 0.0]) or 1.0
    floor, ceiling = top + HEIGHT - BOTTOM, top + TOP
    parts = [
        f'<text x="{LEFT}" y="{top + 22}">{escape(label)}</text>',
        f'<line x1="{LEFT}" y1="{floor}" x2="{WIDTH - RIGHT}" y2="{floor}" stroke="#9aa7b2"/>',
        f'<text x="{LEFT - 8}" y="{ceiling + 4}" text-anchor="end">{highest:.3g}</text>',
        f'<text x="{LEFT - 8}" y="{floor + 4}" text-anchor="end">0</text>',
    ]
    weeks = max(map(len, lines), default=0)
    step = (WIDTH - LEFT - RIGHT) / max(weeks - 1, 1)
    for nth in range(3, weeks, 4):
        x = LEFT + nth * step
        anchor = "end" if nth == weeks - 1 else "middle"
        parts.append(f'<text x="{x:.1f}" y="{floor + 16}" text-anchor="{anchor}">week {nth + 1}</text>')
    for line, style in zip(lines, STYLES, strict=False):
        for run in _runs(line):
            points = " ".join(
                f"{LEFT + nth * step:.1f},{floor - (floor - ceiling) * value / highest:.1f}"
                for nth, value in run
            )
            parts.append(f'<polyline points="{points}" fill="none" {style}/>')
    return parts


def _runs(line: Line) -> list[list[tuple[int, float]]]:
    """The line in pieces, cut where nothing was told."""
    runs: list[list[tuple[int, float]]] = [[]]
    for nth, value in enumerate(line):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((nth, value))
    return [run for run in runs if run]
