"""Limits: what precautions forbid, cap or ask for, the strictest of each."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil

from gradus.library.library import Library
from gradus.library.types import Exercise, LimitSpec
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import LimitId, RuleId
from gradus.vocabulary.scales import Caution, DoseKind, Equipment, Pattern, Position

NOT_HELD = frozenset({Pattern.WALK, Pattern.CALM})
"""Patterns whose seconds are time spent and not a hold: breath and limbs move all the while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """All limits together, the strictest of each. None where nothing is capped.

    `max_hold_s` is the longest hold in seconds, `max_rank` the highest lumbar rank, `min_reserve` the fewest
    repetitions to keep in hand, `more_warm_up_min` the minutes of warm-up beyond the usual, `first_sets` the
    most sets to begin with, `support` the things of which one must be there wherever the balance is tested.
    `because` names the rules that brought each limit."""

    max_hold_s: float | None = None
    max_rank: int | None = None
    min_reserve: int | None = None
    more_warm_up_min: float = 0.0
    positions: frozenset[Position] = frozenset()
    cautions: frozenset[Caution] = frozenset()
    first_sets: int | None = None
    support: frozenset[Equipment] = frozenset()
    cues: tuple[str, ...] = ()
    because: Mapping[LimitId, tuple[RuleId, ...]] = field(default_factory=dict)
    specs: tuple[LimitSpec, ...] = ()

    def against(self, exercise: Exercise) -> tuple[LimitId, ...]:
        """The limits that this exercise would break. A hold whose range merely reaches beyond the cap breaks
        none: `cap` shortens it."""
        return tuple(spec.id for spec in self.specs if _breaks(exercise, spec))

    @property
    def lets_try_weights(self) -> bool:
        """Whether every limit lets somebody who trains already find a first weight by trying."""
        return all(spec.weights_by_trying for spec in self.specs)

    def asks_support(self, exercise: Exercise) -> bool:
        """Whether something to hold on to must stand within reach: the exercise tests the balance, and is no
        walk."""
        tests = Caution.BALANCE in exercise.cautions and exercise.pattern is not Pattern.WALK
        return bool(self.support) and tests

    def lacks_support(self, exercise: Exercise, has: Collection[Equipment]) -> bool:
        """Whether the exercise asks for a support, and neither what it needs nor what is there gives one. A
        chair is left behind where a distance is walked."""
        if not self.asks_support(exercise):
            return False
        moves = exercise.dose.kind is DoseKind.DISTANCE
        support = self.support - {Equipment.CHAIR} if moves else self.support
        return support.isdisjoint((*exercise.needs, *has))

    def cap(self, dose: Dose, exercise: Exercise) -> Dose:
        """The dose of this exercise with its holds shortened and its reserve raised to the limits; never more
        than it was."""
        kept = dose.reserve
        if kept is not None and self.min_reserve is not None:
            kept = max(kept, self.min_reserve)
        if self.max_hold_s is None:
            return dose if kept == dose.reserve else dose.but(reserve=kept)
        longest = int(self.max_hold_s)
        hold = None if dose.hold_s is None else min(dose.hold_s, longest)
        if dose.kind is not DoseKind.TIME or exercise.pattern in NOT_HELD:
            return dose.but(reserve=kept, hold_s=hold)
        amount, low, top = (min(each, longest) for each in (dose.amount, dose.low, dose.top))
        return dose.but(reserve=kept, hold_s=hold, amount=amount, low=low, top=top)


def combine(brought: Iterable[tuple[LimitId, RuleId]], library: Library) -> Limits:
    """The strictest of each limit that the rules brought, in order of limit id."""
    because: dict[LimitId, tuple[RuleId, ...]] = {}
    for limit, rule in sorted(set(brought)):
        because[limit] = (*because.get(limit, ()), rule)
    specs = tuple(library.limits[limit] for limit in because)
    return Limits(
        max_hold_s=min((spec.max_hold_s.value for spec in specs if spec.max_hold_s), default=None),
        max_rank=min((int(spec.max_rank.value) for spec in specs if spec.max_rank), default=None),
        min_reserve=max((ceil(spec.min_reserve.value) for spec in specs if spec.min_reserve), default=None),
        more_warm_up_min=max((spec.more_warm_up.value for spec in specs if spec.more_warm_up), default=0.0),
        positions=frozenset(each for spec in specs for each in spec.forbids_positions),
        cautions=frozenset(each for spec in specs for each in spec.forbids_cautions),
        first_sets=min((int(spec.first_sets.value) for spec in specs if spec.first_sets), default=None),
        support=frozenset(each for spec in specs for each in spec.support),
        cues=tuple(dict.fromkeys(cue for spec in specs for cue in spec.cues)),
        because=because,
        specs=specs,
    )


def _breaks(exercise: Exercise, spec: LimitSpec) -> bool:
    return (
        exercise.position in spec.forbids_positions
        or any(each in spec.forbids_cautions for each in exercise.cautions)
        or (spec.max_rank is not None and exercise.lumbar_rank > spec.max_rank.value)
        or (spec.max_hold_s is not None and _shortest_hold_s(exercise) > spec.max_hold_s.value)
    )


def _shortest_hold_s(exercise: Exercise) -> float:
    """The shortest hold this exercise can ask for, in seconds; 0 where nothing is held."""
    held = float(exercise.dose.hold_s or 0)
    if exercise.dose.kind is DoseKind.TIME and exercise.pattern not in NOT_HELD:
        held = max(held, float(exercise.dose.range[0]))
    return held
