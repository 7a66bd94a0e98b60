"""What the answers mean: what to do now, why, and what was answered since when."""

from dataclasses import dataclass
from datetime import date

from gradus.journey.screens import ended_by_clearance, tell_changes
from gradus.journey.today import RESTS_WHILE_ILL, Today, today
from gradus.library.emergency import numbers_of
from gradus.library.types import ActionText, CountryNumbers, SafetyNet
from gradus.record.person import person
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.scales import Action
from gradus_web.diary.words import Told, told
from gradus_web.people.doors import Here


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that spoke: why it matters, what to do, and the answers it stands on, since when."""

    rule: RuleId
    says: str
    do: str
    answers: tuple[str, ...]
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The meaning of the answers. `stops` says that no exercise is shown; `emergency` that nothing else is
    asked either."""

    answer: Today
    advice: ActionText | None
    emergency: bool
    stops: bool
    ill: bool
    findings: tuple[Finding, ...]
    others: tuple[Told, ...]
    changes: tuple[Told, ...]
    limits: tuple[str, ...]
    cues: tuple[str, ...]
    still_open: int
    net: SafetyNet
    call: CountryNumbers | None
    ends_by: tuple[RuleId, ...]


def meaning(here: Here) -> Meaning:
    """What the answers mean on this day."""
    library = here.library
    answer = today(here.history, library, here.day)
    outcome = answer.outcome
    emergency = outcome.action is Action.EMERGENCY_NOW
    cleared = outcome.cleared
    findings = _findings(here, answer)
    found = {each.rule for each in findings}
    because = answer.because if answer.action in ("locked", "see-someone") else outcome.because
    others = (reason for reason in because if reason.rule not in found)
    ends = ended_by_clearance(outcome, library)
    if answer.action == "see-someone":
        ends = (*ends, *(reason.rule for reason in answer.because))
    return Meaning(
        answer=answer,
        advice=answer.advice,
        emergency=emergency,
        stops=answer.action == "locked",
        ill=answer.because[0].rule == RESTS_WHILE_ILL,
        findings=findings,
        others=() if emergency else told(others, library),
        changes=() if emergency else told(tell_changes(outcome, library), library),
        limits=() if cleared is None else tuple(spec.says for spec in cleared.limits.specs),
        cues=() if cleared is None else cleared.limits.cues,
        still_open=len(outcome.ask) + len(outcome.ask_again),
        net=library.safety_net,
        call=numbers_of(person(here.history).country, library.emergency),
        ends_by=ends,
    )


def _findings(here: Here, answer: Today) -> tuple[Finding, ...]:
    library = here.library
    locks = {lock.rule: lock for lock in answer.outcome.locks}
    found = []
    for reason in answer.outcome.because:
        rule = library.screen_rules.get(reason.rule)
        if rule is None:
            continue
        lock = locks.get(reason.rule)
        items = () if lock is None else lock.items
        words = tuple(library.items[item].words for item in items if item in library.items)
        found.append(Finding(rule.id, reason.says, rule.do, words, None if lock is None else lock.since))
    return tuple(found)
