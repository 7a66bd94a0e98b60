"""How a session begins: the easy minutes that are left to do, and the lighter sets before the heavy ones."""

from collections.abc import Iterator, Sequence
from math import ceil

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.planning.minutes import SECONDS_IN_A_MINUTE, is_led_up_to, item_seconds, warm_up_seconds
from gradus.planning.words import listed
from gradus.record.parts import ShownItem
from gradus.screening.limits import Limits
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Pattern


def warm_up(items: Sequence[ShownItem], limits: Limits, library: Library) -> tuple[Reason, ...]:
    """What to do before the first exercise, in whole minutes, and which exercises are led up to by lighter
    sets. No minutes where the walking of the session warms up enough, or where it is calm work alone."""
    return (*_easy_minutes(items, limits, library), *_lighter_sets(items, library))


def _easy_minutes(items: Sequence[ShownItem], limits: Limits, library: Library) -> Iterator[Reason]:
    known = library.exercises
    taken = [(known[item.exercise], item.dose) for item in items if item.exercise in known]
    if all(exercise.pattern in (Pattern.WALK, Pattern.CALM) for exercise, _ in taken):
        return
    walked = sum(
        item_seconds(exercise, dose, library.planning)
        for exercise, dose in taken
        if exercise.pattern is Pattern.WALK
    )
    left = ceil((warm_up_seconds(library.planning, limits) - walked) / SECONDS_IN_A_MINUTE)
    if left > 0:
        yield library.reason(RuleId("warm-up-first"), minutes=left)


def _lighter_sets(items: Sequence[ShownItem], library: Library) -> Iterator[Reason]:
    rules = library.planning
    heavy: list[Exercise] = [
        library.exercises[item.exercise] for item in items if item.exercise in library.exercises
    ]
    names = dict.fromkeys(each.en.name for each in heavy if is_led_up_to(each, rules))
    if names:
        sets, reps = f"{rules.ramp_sets.value:g}", f"{rules.ramp_reps.value:g}"
        yield library.reason(RuleId("lighter-sets-first"), exercises=listed(names), sets=sets, reps=reps)
