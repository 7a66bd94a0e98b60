"""How often something happened within the hour, as all workers together see it."""

from datetime import datetime

from django.core.cache import cache

HOUR_S = 3600


def too_often(what: str, whose: str, most: int, moment: datetime) -> bool:
    """Counts once more, and says whether it is more than `most` in this hour of the clock. Two at one moment
    may count as one."""
    key = f"{what}:{int(moment.timestamp()) // HOUR_S}:{whose}"
    count: int = cache.get(key, 0) + 1
    cache.set(key, count, HOUR_S)
    return count > most
