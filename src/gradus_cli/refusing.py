"""What is said when the safety questions, or what they found, stand against a command."""

from collections.abc import Iterable

from gradus.journey.plans import NotNow
from gradus.journey.today import Today
from gradus.vocabulary.reasons import Reason
from gradus_cli.exits import Exit, Failure


def not_now(found: Today | NotNow, because: Iterable[Reason], *, first: str = "") -> Failure:
    """Why it is not done, that nothing was stored, and the command that goes on from here."""
    lines = [first, *(reason.says for reason in because), f"Nothing was stored.{_next(found)}"]
    return Failure(Exit.REFUSED, "\n".join(line for line in lines if line))


def _next(found: Today | NotNow) -> str:
    if found.outcome.locks:
        return " What to do now: gradus today"
    return " Answer the safety questions with: gradus screen" if found.outcome.cleared is None else ""
