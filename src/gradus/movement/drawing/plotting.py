"""A set as a curve: the way of the signal, its repetitions and phases, and where something was seen."""

from html import escape
from math import ceil

from gradus.movement.checking import Checked
from gradus.movement.engine.records import Record

WIDE, HIGH = 960.0, 320.0
LEFT, RIGHT, ABOVE, BELOW = 48.0, 16.0, 34.0, 44.0
LOWEST, HIGHEST = -0.25, 1.35
"""Shares of the way that the picture shows."""
STYLE = (
    ".bg{fill:#fbfaf7}.grid{stroke:#d9d5cc}.curve{fill:none;stroke:#1f4e5f;stroke-width:2}"
    ".there{fill:#cfe3d4}.far{fill:#f3e3b5}.back{fill:#cddbe8}.hold{fill:#f3e3b5}.seen{fill:#b4472e}"
    "text{font:12px system-ui,sans-serif;fill:#33383b}"
    "@media(prefers-color-scheme:dark){.bg{fill:#1b1f21}.grid{stroke:#3a4145}.curve{stroke:#8fc7d9}"
    ".there{fill:#2c4634}.far,.hold{fill:#4d4426}.back{fill:#2a3b4d}.seen{fill:#e58a73}text{fill:#d8d8d3}}"
)


def plot(checked: Checked, title: str) -> str:
    """The set as SVG."""
    times = [at_s for at_s, _ in checked.curve]
    scale = _Scale(times[0], max(times[-1], times[0] + 1))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE:g} {HIGH:g}" role="img">',
        f"<title>{escape(title)}</title><desc>{escape(_described(checked))}</desc>",
        f'<style>{STYLE}</style><rect class="bg" width="{WIDE:g}" height="{HIGH:g}"/>',
        f'<text x="{LEFT:g}" y="20">{escape(title)}</text>',
        *(part for record in checked.records for part in _bands(record, scale)),
        *_grid(scale),
        f'<polyline class="curve" points="{_points(checked, scale)}"/>',
        *(part for record in checked.records for part in _marks(record, scale)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class _Scale:
    """From seconds and shares to places in the picture."""

    def __init__(self, first: float, last: float) -> None:
        self.first, self.last = first, last

    def x(self, at_s: float) -> float:
        return LEFT + (at_s - self.first) / (self.last - self.first) * (WIDE - LEFT - RIGHT)

    def y(self, share: float) -> float:
        inside = max(LOWEST, min(HIGHEST, share))
        return ABOVE + (HIGHEST - inside) / (HIGHEST - LOWEST) * (HIGH - ABOVE - BELOW)


def _described(checked: Checked) -> str:
    seen = [fault for fault, often, _ in checked.summary.faults if often]
    told = f"{checked.summary.count} repetitions or holds."
    return f"{told} Seen: {', '.join(seen)}." if seen else told


def _points(checked: Checked, scale: _Scale) -> str:
    return " ".join(f"{scale.x(at_s):.1f},{scale.y(share):.1f}" for at_s, share in checked.curve)


def _grid(scale: _Scale) -> list[str]:
    found = [
        f'<path class="grid" d="M{LEFT:g} {scale.y(share):.1f}H{WIDE - RIGHT:g}"/>'
        f'<text x="{LEFT - 8:g}" y="{scale.y(share) + 4:.1f}" text-anchor="end">{says}</text>'
        for share, says in ((0.0, "start"), (1.0, "far"))
    ]
    step = max(1, round((scale.last - scale.first) / 12))
    seconds = range(ceil(scale.first), int(scale.last) + 1, step)
    found += [
        f'<text x="{scale.x(at_s):.1f}" y="{HIGH - 8:g}" text-anchor="middle">{at_s} s</text>'
        for at_s in seconds
    ]
    return found


def _bands(record: Record, scale: _Scale) -> list[str]:
    if record.held_s is not None:
        return [_band("hold", record.began_s, record.ended_s, scale)]
    if record.there_s is None or record.back_s is None:
        return []
    there, back = record.began_s + record.there_s.value, record.ended_s - record.back_s.value
    middle = (there + back) / 2 if there > back else None
    reached, left = (middle, middle) if middle is not None else (there, back)
    return [
        _band("there", record.began_s, reached, scale),
        _band("far", reached, left, scale),
        _band("back", left, record.ended_s, scale),
    ]


def _band(name: str, began: float, ended: float, scale: _Scale) -> str:
    x, wide = scale.x(began), max(0.0, scale.x(ended) - scale.x(began))
    high = HIGH - ABOVE - BELOW
    return f'<rect class="{name}" x="{x:.1f}" y="{ABOVE:g}" width="{wide:.1f}" height="{high:g}"/>'


def _marks(record: Record, scale: _Scale) -> list[str]:
    middle = scale.x((record.began_s + record.ended_s) / 2)
    found = [f'<text x="{middle:.1f}" y="{HIGH - BELOW + 16:g}" text-anchor="middle">{record.nth}</text>']
    for nth, fault in enumerate(record.found):
        found.append(
            f'<circle class="seen" cx="{middle + 9 * nth:.1f}" cy="{ABOVE + 10:g}" r="4">'
            f"<title>{escape(fault.says)}</title></circle>"
        )
    return found
