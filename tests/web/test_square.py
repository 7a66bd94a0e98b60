"""Square codes are drawn cell by cell."""

import re

from django.utils.html import escape
from qrcode import QRCode

from gradus_web.people.square import drawn


def test_the_square_holds_each_dark_cell_and_no_other() -> None:
    wanted = QRCode()
    wanted.add_data("otpauth://totp/x?secret=Y")
    cells = set()
    for begins, down, long in re.findall(
        r"M(\d+),(\d+)h(\d+)v1", drawn("otpauth://totp/x?secret=Y", "a <code>")
    ):
        cells |= {(int(down), int(begins) + nth) for nth in range(int(long))}
    matrix = wanted.get_matrix()
    assert cells == {(y, x) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert f'aria-label="{escape("a <code>")}"' in drawn("any", "a <code>")
