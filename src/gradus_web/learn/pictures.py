"""Pictures of the exercises, drawn by the core from each one's definition; drawn once by each worker."""

import gzip
from functools import lru_cache

from gradus.journey.moving import Beatless, drawn
from gradus.vocabulary.ids import ExerciseId
from gradus_web.content import library

KEPT = 400


@lru_cache(maxsize=KEPT)
def picture(exercise: str, *, in_two: bool) -> bytes | None:
    """The picture as compressed SVG, moving or its start and end; None where there is none."""
    known = library().exercises
    if exercise not in known:
        return None
    try:
        return gzip.compress(drawn(known[ExerciseId(exercise)], in_two=in_two).encode(), mtime=0)
    except Beatless:
        return None
