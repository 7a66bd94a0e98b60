"""Which numbers decide, so that examples have to try them."""

DECIDE = ("screening/", "progression/", "planning/planning.", "reviews/reviews.")
"""Where the numbers stand that decide."""


def decides(threshold: str) -> bool:
    """Whether a threshold decides anything."""
    return threshold.startswith(DECIDE)
