"""A session within the person's minutes: as it begins, and where it holds more than it is made for, with all
the sets that the phase has in mind for what it is made for."""

from collections.abc import Sequence

from gradus.library.types import PlanningRules
from gradus.planning.minutes import SECONDS_IN_A_MINUTE, warm_up_seconds
from gradus.planning.model import Model, Term
from gradus.planning.places import Choice, Place
from gradus.screening.limits import Limits
from gradus.vocabulary.scales import Pattern

Chosen = Sequence[tuple[Place, Choice, int]]
"""The choices of one session, each with its place and its column."""


def within_minutes(
    chosen: Chosen, model: Model, minutes: int, allows: tuple[PlanningRules, Limits], longer: Sequence[Term]
) -> None:
    """Work, rest, change-overs and warm-up, less the walking that counts as warm-up, fit into the minutes.

    What may stay empty is filled only where it leaves room for all the sets that the phase has in mind for
    what the session is made for, so that sets which are earned can come. `longer` is what the minutes grow
    by, where they may.
    """
    rules, limits = allows
    between, warm = rules.change_over.value, warm_up_seconds(rules, limits)
    warm_up = model.column(upper=warm, whole=False)
    walks = [(column, each.seconds) for _, each, column in chosen if each.exercise.pattern is Pattern.WALK]
    model.row([(warm_up, 1.0), *walks], at_least=warm)
    most = minutes * SECONDS_IN_A_MINUTE + between
    taken = [(column, each.seconds + between) for _, each, column in chosen]
    model.row([(warm_up, 1.0), *taken, *longer], at_most=most)
    if any(is_needed(place) for place, _, _ in chosen):
        grown = [
            (column, (each.grown if is_needed(place) else each.seconds) + between)
            for place, each, column in chosen
        ]
        _keep_room([(warm_up, 1.0), *grown], chosen, model, (most, longer))


def _keep_room(
    grown: Sequence[Term], chosen: Chosen, model: Model, allowed: tuple[float, Sequence[Term]]
) -> None:
    """Nothing that may stay empty is filled unless the session fits when it has grown."""
    most, longer = allowed
    far = model.upper[grown[0][0]] + sum(length for _, length in grown[1:])
    full = model.column()
    model.row([*grown, (full, far), *longer], at_most=most + far)
    spare: dict[str, list[Term]] = {}
    for place, _, column in chosen:
        if not is_needed(place):
            spare.setdefault(place.slot.id, []).append((column, 1.0))
    for columns in spare.values():
        model.row([*columns, (full, -1.0)], at_most=0.0)


def is_needed(place: Place) -> bool:
    """Whether the place is one that its session is made for, and something is to be had for it."""
    return not place.slot.optional and bool(place.free)
