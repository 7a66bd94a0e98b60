"""What keeps an exercise out of a plan, before anything is weighed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from gradus.library.library import Library
from gradus.library.types import Exercise, LimitSpec, Phase, Programme
from gradus.planning.request import Request
from gradus.planning.rungs import Ground, below, grounds, meets_entry, must_be_earned, unearned
from gradus.planning.words import EQUIPMENT, POSITIONS
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Equipment, Irritability, Pattern, Position

UNTIL_SEEN = frozenset({Pattern.CALM, Pattern.WALK})
CALM_PATTERNS = UNTIL_SEEN | {Pattern.MOBILITY}
HARD_HINGES = frozenset({Pattern.HINGE, Pattern.EXTENSION})
"""Patterns that load the low back hard, and that rest for some hours, when they are of high rank."""


LIMIT = RuleId("limit-forbids")
TOO_HIGH = RuleId("rank-too-high-for-phase")
HEAVY = RuleId("heavy-only-when-earned")
NOT_YET = frozenset(
    {HEAVY, *map(RuleId, ("heavy-after-strengthening", "heavy-after-calm-weeks", "heavy-after-a-check"))}
)
"""What stands against one of the heaviest exercises until it is earned."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """One reason against an exercise, by its rule; it is put into words when these are asked for. `frees` is
    what the person could change; None where nothing they could change would help."""

    rule: RuleId
    tell: Callable[[], Reason]
    frees: Equipment | Position | None = None

    @property
    def reason(self) -> Reason:
        return self.tell()


def barrier(
    library: Library, rule: RuleId, frees: Equipment | Position | None = None, /, **values: str
) -> Barrier:
    """A barrier that tells the rule's sentence with these values."""
    return Barrier(rule, partial(library.filled, rule, values), frees)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A request with what follows from it: the phase that is open (in the request), the rule that allows calm
    work only, the steps of ladders that are open, and what stands against each exercise."""

    request: Request
    calm: RuleId | None
    grounds: Mapping[ExerciseId, Ground]
    barriers: Mapping[ExerciseId, tuple[Barrier, ...]]
    too_hard: Mapping[ExerciseId, Barrier]

    def against(self, exercise: ExerciseId, *, fixed: bool = False) -> tuple[Barrier, ...]:
        """All barriers; a step that the programme itself names is not held back by its ladder. Of one that is
        not earned yet nothing more has to be said."""
        barriers, ladder = self.barriers[exercise], self.too_hard.get(exercise)
        told = any(each.rule == HEAVY for each in barriers)
        return barriers if fixed or told or ladder is None else (*barriers, ladder)


def setting(request: Request, library: Library) -> Setting:
    """What the request means for every exercise of the library."""
    calm = _calm_rule(request)
    if calm is not None and not is_calm(request.phase):
        request = replace(request, phase=_calm_phase(request.programme) or request.phase)
    opened = grounds(request, library)
    exercises = sorted(library.exercises.items())
    barriers = {id_: tuple(_barriers(each, request, calm, library)) for id_, each in exercises}
    closed = {id_ for id_ in library.exercises if id_ not in opened} | _not_needed(opened, barriers, library)
    closed |= {id_ for id_, each in exercises if _waits_for_a_later_phase(each, request, library)}
    return Setting(
        request=request,
        calm=calm,
        grounds=opened,
        barriers=barriers,
        too_hard={id_: _too_hard(library.exercises[id_], request, library) for id_ in sorted(closed)},
    )


def is_calm(phase: Phase) -> bool:
    """Whether the phase asks for walking and calm work alone."""
    return all(
        slot.exercise is None and CALM_PATTERNS.issuperset(slot.patterns)
        for shape in phase.sessions
        for slot in shape.slots
    )


def most_high_rank(phase: Phase | None, library: Library) -> int:
    """How many exercises of high lumbar rank one session may hold; None is a phase that nobody knows."""
    own = None if phase is None else phase.max_high_rank
    return int(library.planning.most_high_rank.value) if own is None else own


def is_above_the_phase(exercise: Exercise, phase: Phase | None) -> bool:
    """Whether the exercise loads the low back more than anything that the phase begins."""
    highest = None if phase is None else phase.highest_new_rank
    return highest is not None and exercise.lumbar_rank > highest


def _calm_rule(request: Request) -> RuleId | None:
    if request.cleared.scope == "calm":
        return RuleId("calm-until-seen")
    high = request.irritability is Irritability.HIGH
    return RuleId("calm-while-irritable") if high else None


def _calm_phase(programme: Programme) -> Phase | None:
    return next((phase for phase in programme.phases if is_calm(phase)), None)


def _barriers(
    exercise: Exercise, request: Request, calm: RuleId | None, library: Library
) -> Iterator[Barrier]:
    name = exercise.en.name
    if (withheld := request.withheld.get(exercise.id)) is not None:
        yield Barrier(withheld.rule, lambda: withheld)
    if calm is not None and not _is_calm_work(exercise, request):
        yield barrier(library, calm, exercise=name)
    for limit in request.cleared.limits.against(exercise):
        yield Barrier(LIMIT, partial(_forbidden, name, library.limits[limit], library))
    if request.cleared.limits.lacks_support(exercise, request.person.equipment or ()):
        yield barrier(library, RuleId("support-not-there"), Equipment.WALL, exercise=name)
    yield from _rank_barriers(exercise, request, library)
    if exercise.position in (request.person.cannot_take or ()):
        position = POSITIONS[exercise.position]
        rule = RuleId("position-not-possible")
        yield barrier(library, rule, exercise.position, exercise=name, position=position)
    for thing in exercise.needs:
        if thing not in (request.person.equipment or ()):
            yield barrier(library, RuleId("no-equipment"), thing, exercise=name, equipment=EQUIPMENT[thing])


def _forbidden(name: str, limit: LimitSpec, library: Library) -> Reason:
    told = library.reason(LIMIT, exercise=name, limit=limit.says)
    return Reason(told.rule, told.says, (*told.cites, *limit.cites))


def _not_needed(
    opened: Mapping[ExerciseId, Ground],
    barriers: Mapping[ExerciseId, tuple[Barrier, ...]],
    library: Library,
) -> set[ExerciseId]:
    """The light steps that wait, because an easier one can be done."""
    ladders = {id_: below(id_, library.exercises) for id_, ground in opened.items() if ground is Ground.LIGHT}
    waiting: set[ExerciseId] = set()
    for id_, easier in sorted(ladders.items(), key=lambda ladder: len(ladder[1])):
        if any(step in opened and step not in waiting and not barriers[step] for step in easier):
            waiting.add(id_)
    return waiting


def _is_calm_work(exercise: Exercise, request: Request) -> bool:
    """Walking and what loads no back; until somebody has been seen, no mobility work either."""
    patterns = UNTIL_SEEN if request.cleared.scope == "calm" else CALM_PATTERNS
    walking = exercise.pattern is Pattern.WALK
    return walking or (exercise.pattern in patterns and exercise.lumbar_rank == 0)


def _rank_barriers(exercise: Exercise, request: Request, library: Library) -> Iterator[Barrier]:
    rules, name = library.planning, exercise.en.name
    high = exercise.lumbar_rank >= rules.high_rank_from.value
    if high and most_high_rank(request.phase, library) == 0:
        yield barrier(library, TOO_HIGH, exercise=name, phase=request.phase.title)
    if must_be_earned(exercise, library) and exercise.id not in request.current:
        missing = unearned(exercise, request)
        if missing:
            yield barrier(library, HEAVY, exercise=name)
        weeks = f"{rules.earned_calm_weeks.value:g}"
        pain = f"{library.pain.comfortable_during.value:g}"
        yield from (barrier(library, rule, exercise=name, weeks=weeks, pain=pain) for rule in missing)


def _waits_for_a_later_phase(exercise: Exercise, request: Request, library: Library) -> bool:
    """Whether the phase begins nothing that loads the back so much. What is trained already goes on, and what
    has to be earned waits for more than a phase."""
    too_high = is_above_the_phase(exercise, request.phase) and not must_be_earned(exercise, library)
    return too_high and exercise.id not in request.current


def _too_hard(exercise: Exercise, request: Request, library: Library) -> Barrier:
    """Why this exercise is not open yet: the phase begins nothing so heavy, or an easier step of its ladder
    comes first."""
    if _waits_for_a_later_phase(exercise, request, library):
        names = {"exercise": exercise.en.name, "phase": request.phase.title}
        return barrier(library, TOO_HIGH, **names)
    easier = library.exercises[exercise.easier] if exercise.easier else exercise
    names = {"exercise": exercise.en.name, "easier": easier.en.name}
    if must_be_earned(exercise, library):
        return barrier(library, RuleId("heavy-not-while-irritable"), **names)
    if exercise.entry is None:
        return barrier(library, RuleId("harder-step-not-yet"), **names)
    if meets_entry(exercise, request, library):
        return barrier(library, RuleId("lighter-while-irritable"), **names)
    measure = library.measures[exercise.entry.measure]
    score = request.scores.get(measure.id)
    names |= {"measure": measure.title, "bar": f"{exercise.entry.at_least.value:g} {measure.unit}"}
    if score is None:
        return barrier(library, RuleId("test-not-done"), **names)
    return barrier(library, RuleId("test-below-this-step"), score=f"{score:g}", **names)
