"""Differences with their intervals as a drawing: a row for each thing that was changed, a panel for each
score, in plain SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from gradus.statistics.estimates import Estimate

NAMES, PANEL, GAP, ROW, HEAD, FOOT = 250, 190, 24, 16, 92, 14
LETTER = 6.2
"""The width of a letter of the titles, roughly."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark is drawn: the colour of its bar and point, and how far from the middle of its row."""

    fill: str
    shift: float


ALONE = (Look("#0b6e6e", 0.0),)
TWO = (Look("#9fb4c0", -3.0), Look("#0b6e6e", 3.0))
"""The first light and above, the second dark and below: nobody needs colours to tell them apart."""

Row = Mapping[str, Sequence[Estimate]]
"""The marks of a row, by the label of their panel."""


def intervals(title: str, rows: Mapping[str, Row], *, marks: Sequence[str] = ()) -> str:
    """Bars from nothing to each value, with the 95 percent interval as a line. `marks` names the marks of a
    row where it has two."""
    labels = list(next(iter(rows.values())))
    width = NAMES + len(labels) * (PANEL + GAP)
    height = HEAD + len(rows) * ROW + FOOT
    looks = TWO if len(marks) > 1 else ALONE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="11">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="10" y="20" font-size="14">{escape(title)}</text>',
    ]
    for nth, (name, look) in enumerate(zip(marks, looks, strict=False)):
        x = 10 + 130 * nth
        parts.append(f'<rect x="{x}" y="32" width="18" height="7" fill="{look.fill}"/>')
        parts.append(f'<text x="{x + 24}" y="40">{escape(name)}</text>')
    for nth, name in enumerate(rows):
        y = HEAD + nth * ROW
        if nth % 2:
            parts.append(f'<rect y="{y}" width="{width}" height="{ROW}" fill="#f4f6f8"/>')
        parts.append(f'<text x="{NAMES - 12}" y="{y + 12}" text-anchor="end">{escape(name)}</text>')
    for nth, label in enumerate(labels):
        parts += _panel(label, [row[label] for row in rows.values()], NAMES + nth * (PANEL + GAP), looks)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(label: str, rows: Sequence[Sequence[Estimate]], left: float, looks: Sequence[Look]) -> list[str]:
    ends = [end for row in rows for each in row for end in (each.low, each.high)]
    low, high = min([*ends, 0.0]), max([*ends, 0.0])
    span = (high - low) or 1.0
    floor = HEAD + len(rows) * ROW

    def at(value: float) -> float:
        return left + PANEL * (value - low) / span

    parts = [
        f'<text x="{left}" y="{HEAD - 34 + 12 * nth}">{escape(line)}</text>'
        for nth, line in enumerate(_lines(label))
    ]
    parts += [
        f'<text x="{left}" y="{HEAD - 6}" fill="#5b6b7a">{low:.3g}</text>',
        f'<text x="{left + PANEL}" y="{HEAD - 6}" text-anchor="end" fill="#5b6b7a">{high:.3g}</text>',
        f'<line x1="{at(0):.1f}" y1="{HEAD}" x2="{at(0):.1f}" y2="{floor}" stroke="#5b6b7a"/>',
    ]
    for nth, row in enumerate(rows):
        for each, look in zip(row, looks, strict=False):
            y = HEAD + (nth + 0.5) * ROW + look.shift
            first, last = sorted((at(0), at(each.value)))
            parts.append(
                f'<rect x="{first:.1f}" y="{y - 2.5:.1f}" width="{max(last - first, 0.5):.1f}" height="5" '
                f'fill="{look.fill}"/>'
            )
            parts.append(
                f'<line x1="{at(each.low):.1f}" y1="{y:.1f}" x2="{at(each.high):.1f}" y2="{y:.1f}" '
                'stroke="#1d2a33"/>'
            )
    return parts


def _lines(label: str) -> list[str]:
    """The label in lines that fit a panel."""
    lines = [""]
    for word in label.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) * LETTER > PANEL and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines[:2]
