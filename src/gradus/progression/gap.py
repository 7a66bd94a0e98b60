"""Time without training: the same after a week, less after two, much less later."""

from dataclasses import dataclass

from gradus.library.library import Library


@dataclass(frozen=True, slots=True)
class Return:
    """How a dose comes back: the percent that is kept, and how many more repetitions stay in reserve."""

    percent: float
    more_reserve: int = 0


def is_away(days_off: int | None, library: Library) -> bool:
    """Whether so many days since the last session change anything. Who never trained was not away."""
    return days_off is not None and days_off > library.missed.same_up_to.value


def is_weeks(days_off: int | None, library: Library) -> bool:
    """Whether it was some weeks."""
    return is_away(days_off, library) and not is_long(days_off, library)


def is_long(days_off: int | None, library: Library) -> bool:
    """Whether it was longer than that."""
    return is_away(days_off, library) and days_off is not None and days_off > library.missed.short_up_to.value


def after_weeks(library: Library) -> Return:
    """What some weeks leave."""
    return Return(library.missed.share_after_short.value)


def after_long(library: Library) -> Return:
    """What a long time leaves."""
    return Return(library.missed.share_after_long.value, int(library.missed.reserve_after_long.value))
