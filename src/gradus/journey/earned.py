"""What a person has done on the way to the heaviest exercises. What was not told was not done."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from gradus.library.library import Library
from gradus.planning.irritability import irritability
from gradus.planning.request import Earned
from gradus.progression.bearing import bearing
from gradus.progression.flare import episodes
from gradus.progression.occasions import occasions
from gradus.record.facts import MorningCheckIn, PlanMade, SetDone, TechniqueChecked
from gradus.record.history import History
from gradus.record.person import person
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.scales import Colour
from gradus.vocabulary.week import WEEK


def earned(history: History, library: Library, day: date) -> Earned:
    """What is known on that day; nothing later counts."""
    checks = (fact for fact in history.of(TechniqueChecked) if fact.day <= day and fact.watched_by.strip())
    return Earned(
        phase=any(_strengthened(history, plan, library, day) for plan in history.of(PlanMade)),
        calm=_calm(history, library, day),
        watched=frozenset(fact.exercise for fact in checks),
    )


def _strengthened(history: History, plan: PlanMade, library: Library, day: date) -> bool:
    """Whether the plan was of a strengthening phase, and all of its sessions are done."""
    programme = library.programmes.get(plan.programme)
    phases = () if programme is None else programme.phases
    if plan.day > day or not any(phase.strengthens and phase.id == plan.phase for phase in phases):
        return False
    done = [each for each in occasions(history, plan) if each.day <= day and each.ended]
    return len(done) >= plan.sessions_to_do


def _calm(history: History, library: Library, day: date) -> bool:
    """Whether each of the last weeks had training in it, every set of it was borne green, no flare reached
    into them, and no morning told of leg symptoms that lasted."""
    count = int(library.planning.earned_calm_weeks.value)
    ends = [shifted(day, -nth * WEEK) for nth in range(count + 1)]
    weeks = [
        [fact for fact in history.of(SetDone) if before < fact.day <= end] for end, before in pairwise(ends)
    ]
    begin = ends[-1]
    if any(each.over is None or each.over > begin for each in episodes(history, day)):
        return False
    mornings = (fact for fact in history.of(MorningCheckIn) if begin < fact.day <= day)
    if any(fact.leg_lasted or fact.flare for fact in mornings):
        return False
    return bool(weeks) and all(_green(sets, history, library) for sets in weeks)


def _green(sets: Sequence[SetDone], history: History, library: Library) -> bool:
    ease = irritability(person(history), library).what
    return bearing(sets, ease, library.pain).colour is Colour.GREEN
