"""How easily the back flares and how fast it settles, as the person tells it."""

from gradus.library.library import Library
from gradus.record.person import Person
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Decision
from gradus.vocabulary.scales import Irritability


def irritability(person: Person, library: Library) -> Decision[Irritability]:
    """The class of irritability. One answer of two is enough for high, both are needed for low; what was
    not said counts as moderate."""
    found = _class(person, library)
    return Decision(found, (library.reason(RuleId(f"irritability-{found}")),))


def _class(person: Person, library: Library) -> Irritability:
    rules = library.irritability
    pain, eases = person.usual_pain_0_10, person.eases_within_minutes
    if pain is not None and pain >= rules.high_pain_from.value:
        return Irritability.HIGH
    if eases is not None and eases >= rules.moderate_eases_within.value:
        return Irritability.HIGH
    if pain is None or eases is None:
        return Irritability.MODERATE
    low = pain <= rules.low_pain_up_to.value and eases < rules.low_eases_within.value
    return Irritability.LOW if low else Irritability.MODERATE
