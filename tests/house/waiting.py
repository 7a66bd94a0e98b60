"""Numbers that are written down and that no decision reads yet, so that no example can try them."""

WAITING = ("progression/deload.", "progression/effort.", "progression/maintenance.")
"""Deciding by a lighter week, by the repetitions left and by maintenance is still to be built."""


def decides(threshold: str, folders: tuple[str, ...]) -> bool:
    """Whether a threshold of these folders decides anything."""
    return threshold.startswith(folders) and not threshold.startswith(WAITING)
