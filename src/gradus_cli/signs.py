"""Texts that people and other programs wrote, made fit for a terminal.

A name or a note may hold signs that steer a terminal: colours, a new title, a cleared screen, letters
that run backwards. Stored they stay as they came; shown they are harmless.
"""

from unicodedata import category

UNSEEN = "\N{REPLACEMENT CHARACTER}"
STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing, so that a line reads otherwise than it is."""
BREAKS = "\n\r\t"


def harmless(text: str) -> str:
    """The text on one line, without signs that steer a terminal."""
    if text.isprintable():
        return text
    return "".join(map(_sign, text))


def harmless_lines(text: str) -> str:
    """The same, where the lines of the text are our own."""
    return "\n".join(map(harmless, text.split("\n")))


def _sign(sign: str) -> str:
    if sign in BREAKS:
        return " "
    return UNSEEN if sign in TURNING or category(sign) in STEERING else sign
