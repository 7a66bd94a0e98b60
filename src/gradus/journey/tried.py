"""How long the present plan has been tried, and how much of it was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gradus.journey.kept import sessions_kept
from gradus.measures.adherence import Adherence
from gradus.record.facts import PlanMade
from gradus.record.history import History
from gradus.vocabulary.week import WEEK


@dataclass(frozen=True, slots=True)
class Tried:
    """Whole `weeks` of the present plan, phase after phase, and the `sessions` kept of it."""

    weeks: int
    sessions: Adherence


def tried(history: History, plans: Sequence[PlanMade], day: date) -> Tried | None:
    """What has been tried of the last of these plans, oldest first, until `day`; None without a plan."""
    if not plans:
        return None
    since = max(
        (nth for nth, (before, plan) in enumerate(pairwise(plans), 1) if _other(before, plan)), default=0
    )
    return Tried((day - plans[since].day).days // WEEK, sessions_kept(history, plans[since:], day))


def _other(before: PlanMade, plan: PlanMade) -> bool:
    """Whether it is another plan: another programme, or the same phase with fewer sessions a week. The next
    phase is not, nor is the same week made once more."""
    fewer = plan.phase == before.phase and plan.sessions_a_week < before.sessions_a_week
    return plan.programme != before.programme or fewer
