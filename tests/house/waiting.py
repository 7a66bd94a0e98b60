"""Which numbers decide, and which are written down and read by no decision yet, so that no example can try
them."""

WAITING = ("progression/effort.", "progression/maintenance.")
"""Deciding by the repetitions left and by maintenance is still to be built."""


DECIDE = ("screening/", "progression/", "planning/planning.", "reviews/reviews.")
"""Where the numbers stand that decide."""


def decides(threshold: str) -> bool:
    """Whether a threshold decides anything, so that examples have to try it."""
    return threshold.startswith(DECIDE) and not threshold.startswith(WAITING)
