"""Square codes (QR). In a page they stand as a drawing: a page of this site loads no picture of data."""

from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


def matrix(text: str) -> list[list[bool]]:
    """The code of this text, row by row: which cells are dark."""
    from qrcode import QRCode  # noqa: PLC0415 only where one is shown

    code = QRCode()
    code.add_data(text)
    rows: list[list[bool]] = code.get_matrix()
    return rows


def drawn(text: str, told: str) -> SafeString:
    """The code of this text as an `<svg>` of HTML; `told` is what is read out in its place."""
    rows = matrix(text)
    path = "".join(
        f"M{begins},{down}h{long}v1h-{long}z" for down, row in enumerate(rows) for begins, long in _runs(row)
    )
    return format_html(
        '<svg class="square" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"><path d="{2}"/></svg>',
        len(rows),
        told,
        mark_safe(path),  # noqa: S308 numbers of ours
    )


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where each dark stretch of the row begins, and how long it is."""
    found, at = [], 0
    for dark, cells in groupby(row):
        long = len(list(cells))
        if dark:
            found.append((at, long))
        at += long
    return found
