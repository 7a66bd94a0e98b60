"""What is said when the safety questions, or what they found, stand against a command."""

from collections.abc import Sequence

from gradus.journey.plans import NotNow
from gradus.journey.today import Today
from gradus.vocabulary.reasons import Reason
from gradus_cli.exits import Exit, Failure


def not_now(found: Today | NotNow, because: Sequence[Reason], *, first: str = "") -> Failure:
    """Why it is not done, that nothing was stored, and the command that goes on from here. Under a lock only
    what locks is told: open questions can wait."""
    locked = {lock.rule for lock in found.outcome.locks}
    told = [reason for reason in because if reason.rule in locked] or because
    lines = [first, *(reason.says for reason in told), f"Nothing was stored.{_next(found)}"]
    return Failure(Exit.REFUSED, "\n".join(line for line in lines if line))


def _next(found: Today | NotNow) -> str:
    if found.outcome.locks:
        return " What to do now: gradus today"
    return " Answer the safety questions with: gradus screen" if found.outcome.cleared is None else ""
