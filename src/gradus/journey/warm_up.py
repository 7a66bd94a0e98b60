"""The warm-up that a session's minutes count: what is left of it to do before the first exercise."""

from collections.abc import Sequence
from math import ceil

from gradus.library.library import Library
from gradus.planning.minutes import SECONDS_IN_A_MINUTE, item_seconds, warm_up_seconds
from gradus.record.parts import ShownItem
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Pattern


def warm_up(items: Sequence[ShownItem], library: Library) -> tuple[Reason, ...]:
    """What to do before the first exercise, in whole minutes; nothing where the walking of the session warms
    up enough, or where the session is calm work alone."""
    known = library.exercises
    taken = [(known[item.exercise], item.dose) for item in items if item.exercise in known]
    if all(exercise.pattern in (Pattern.WALK, Pattern.CALM) for exercise, _ in taken):
        return ()
    walked = sum(
        item_seconds(exercise, dose, library.planning)
        for exercise, dose in taken
        if exercise.pattern is Pattern.WALK
    )
    left = ceil((warm_up_seconds(library.planning) - walked) / SECONDS_IN_A_MINUTE)
    return (library.reason(RuleId("warm-up-first"), minutes=left),) if left > 0 else ()
