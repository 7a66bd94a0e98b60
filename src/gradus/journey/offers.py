"""What a rest day offers: a walk, or some easy movement. An offer, with no dose and nothing to be missed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.planning.irritability import irritability
from gradus.planning.words import listed
from gradus.progression.day import withheld
from gradus.progression.flare import episodes
from gradus.record.history import History
from gradus.record.person import Person, person
from gradus.screening.cleared import Cleared
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Caution, Irritability, Pattern

MOVEMENTS = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to do for those who feel like it; `minutes` from and to, None where any length is right."""

    reason: Reason
    exercises: tuple[ExerciseId, ...]
    minutes: tuple[int, int] | None = None


def offers(history: History, library: Library, cleared: Cleared, day: date) -> tuple[Offer, ...]:
    """A walk, unless the person runs that day, and two easy movements, others from day to day. All of them
    fit what the person has, can take and may do, and none pulls on a nerve; in a flare there is the walk
    alone."""
    who = person(history)
    out = withheld(history, library, day)
    fitting = [
        exercise
        for id_, exercise in sorted(library.exercises.items())
        if id_ not in out and _fits(exercise, who, cleared)
    ]
    flares = episodes(history, day)
    in_flare = bool(flares) and flares[-1].over is None
    runs = any(run.number == day.weekday() for run in who.runs_on or ())
    walks = [each for each in fitting if each.pattern is Pattern.WALK]
    easy = [] if in_flare else _easy(fitting, who, cleared, library)
    return (
        *(() if runs or not walks else (_walk(walks, library),)),
        *((_movement(_of_the_day(easy, who, day), library),) if easy else ()),
    )


def _fits(exercise: Exercise, who: Person, cleared: Cleared) -> bool:
    return (
        exercise.dose.load == "none"
        and Caution.NERVE not in exercise.cautions
        and set(who.equipment or ()).issuperset(exercise.needs)
        and exercise.position not in (who.cannot_take or ())
        and exercise.id not in (who.dislikes or ())
        and set(who.provoked_by or ()).isdisjoint(exercise.cautions)
        and not cleared.limits.against(exercise)
        and not cleared.limits.lacks_support(exercise, who.equipment or ())
    )


def _easy(fitting: Iterable[Exercise], who: Person, cleared: Cleared, library: Library) -> list[Exercise]:
    """Mobility that loads the back lightly, else calm work; calm work alone where nothing else is open."""
    light = [each for each in fitting if each.lumbar_rank <= library.planning.light_rank_up_to.value]
    calm = [each for each in light if each.pattern is Pattern.CALM]
    high = irritability(who, library).what is Irritability.HIGH
    if cleared.scope == "calm" or high:
        return calm
    return [each for each in light if each.pattern is Pattern.MOBILITY] or calm


def _of_the_day(easy: list[Exercise], who: Person, day: date) -> tuple[Exercise, ...]:
    """What the person likes first, then by turns."""
    nth = day.toordinal() % len(easy)
    turned = [*easy[nth:], *easy[:nth]]
    return tuple(sorted(turned, key=lambda each: each.id not in (who.likes or ()))[:MOVEMENTS])


def _walk(walks: list[Exercise], library: Library) -> Offer:
    plain = min(walks, key=lambda each: (len(each.needs), each.id))
    return Offer(library.reason(RuleId("offer-a-walk")), (plain.id,))


def _movement(chosen: tuple[Exercise, ...], library: Library) -> Offer:
    least, most = int(library.planning.offered_from.value), int(library.planning.offered_to.value)
    names = listed([each.en.name for each in chosen])
    told = library.reason(RuleId("offer-easy-movement"), least=least, most=most, exercises=names)
    return Offer(told, tuple(each.id for each in chosen), (least, most))
