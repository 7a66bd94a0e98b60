"""One day's ground for decisions, gathered from the record: nothing later than the day is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gradus.library.library import Library
from gradus.measures.series import latest
from gradus.progression.around import Around
from gradus.progression.clinician import locked, set_doses
from gradus.progression.flare import Episode, Flaring, episodes, flaring, must_stop
from gradus.progression.hurts import hurts, retired
from gradus.progression.judging import Mornings, judge
from gradus.progression.lighter import Week, lighter_week, offered
from gradus.progression.news import news
from gradus.progression.occasions import Log, Occasion, last_trained
from gradus.record.facts import Override, PlanMade
from gradus.record.history import History
from gradus.record.person import person
from gradus.screening.cleared import Cleared
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.value import Value


@dataclass(frozen=True, slots=True)
class Asked:
    """What the next session is asked of."""

    history: History
    plan: PlanMade
    cleared: Cleared
    library: Library
    log: Log


class Day(Value, frozen=True, kw_only=True):
    """All that the decisions of one day share. `stop` is why training waits; `locks` are the exercises that a
    clinician keeps out, `doses` what a clinician set; `lighter` is the lighter week that holds, `offer` the
    offer of one."""

    around: Around
    done: tuple[Occasion, ...]
    flare: Flaring | None
    stop: Reason | None
    ask_flare: bool
    locks: Mapping[ExerciseId, Reason]
    doses: Mapping[ExerciseId, Override]
    lighter: Week | None = None
    offer: Reason | None = None


def day_of(asked: Asked, day: date, before: Sequence[Occasion], yet: frozenset[FactId]) -> Day:
    """The ground for that day's decisions after the sessions done `before`. The sets of the sessions `yet` to
    be judged are left aside."""
    history, library, done = asked.history, asked.library, tuple(before)
    who = person(history)
    by = judge(history, library, day)
    mornings = by.mornings
    found = hurts(history, by, day=day, but=yet)
    locks = locked(history, library, day)
    flares = episodes(history, day)
    trained = last_trained(history, day)
    flare = flaring(flares, mornings, library, day)
    around = Around(
        library=library,
        person=who,
        cleared=asked.cleared,
        plan=asked.plan,
        judge=by,
        log=asked.log,
        today=day,
        sessions_done=len(done),
        rise_lasts=mornings.rise_lasts(day),
        days_off=None if trained is None else (day - trained).days,
        scores=latest(history),
        withheld={**retired(found, library, day), **locks},
        hurt=found,
        news=news(history, library, day),
        in_flare=flare is not None,
    )
    return Day(
        around=around,
        done=done,
        flare=flare,
        stop=must_stop(flares, history, mornings, library=library, day=day),
        ask_flare=_ask(mornings, flares),
        locks=locks,
        doses=set_doses(history, day),
        lighter=lighter_week(history, done, around, flare),
        offer=offered(history, done, around, flare),
    )


def withheld(history: History, library: Library, day: date) -> Mapping[ExerciseId, Reason]:
    """The exercises that are kept out on that day, by a clinician's lock or because they hurt too often."""
    found = hurts(history, judge(history, library, day), day=day, but=frozenset())
    return {**retired(found, library, day), **locked(history, library, day)}


def _ask(mornings: Mornings, flares: Sequence[Episode]) -> bool:
    """Whether to ask "is this a flare?": the latest morning was worse than accepted, or several were, nobody
    asked yet, no flare is going on, and none was said to be over since."""
    if not mornings.told:
        return False
    newest = mornings.told[-1]
    if flares and (flares[-1].over is None or flares[-1].over >= newest.day):
        return False
    return newest.flare is None and (mornings.worse(newest.day) is True or mornings.rise_lasts(newest.day))
