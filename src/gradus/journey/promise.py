"""The decision as a fact: written when the person acts on it, the same fact however often they do."""

from datetime import UTC, datetime, time

from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.record.codec import encode
from gradus.record.facts import DecisionShown
from gradus.record.ids import decision_id
from gradus.record.parts import ShownReason
from gradus.vocabulary.ids import FactId, PersonId
from gradus.vocabulary.reasons import Reason

NOBODY = FactId("00000000-0000-8000-8000-000000000000")


def shown_reason(reason: Reason) -> ShownReason:
    """The reason in the form in which a record keeps it."""
    return ShownReason(rule=reason.rule, says=reason.says, cites=reason.cites)


def promise(today: Today, library: Library, person: PersonId) -> DecisionShown:
    """What was shown, as a fact. Its id follows from person, day and content, and it is dated to the first
    moment of its day and to no device, so that acting twice, on two phones too, writes one and the same fact.
    """

    def fact(id_: FactId) -> DecisionShown:
        return DecisionShown(
            id=id_,
            person=person,
            at=datetime.combine(today.day, time(0), UTC),
            day=today.day,
            action=today.action,
            plan=None if today.plan is None else today.plan.id,
            shape=today.shape,
            number=today.number,
            items=today.items,
            because=tuple(map(shown_reason, today.because)),
            library=library.version,
            short=today.short,
            whole=today.whole,
        )

    return fact(decision_id(person, today.day, encode(fact(NOBODY))))
