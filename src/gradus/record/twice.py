"""The end of a session that was told before, as by two phones that trained apart."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from gradus.record.facts import SessionDone
from gradus.vocabulary.ids import FactId
from gradus.vocabulary.reasons import LONGEST

AFTER = timedelta(microseconds=1)


def told_again(before: SessionDone, again: SessionDone, at: datetime, id_: FactId) -> SessionDone | None:
    """The end that then stands: the worse of both, the same whichever came first, so that no pain is lost.
    None where nothing of it is new."""
    pains = [each.pain_after_0_10 for each in (before, again) if each.pain_after_0_10 is not None]
    notes = [before.note] if again.note in before.note else [before.note, again.note]
    both = replace(
        before,
        ended="stopped" if again.ended == "stopped" else before.ended,
        pain_after_0_10=max(pains, default=None),
        note="\n".join(filter(None, notes))[:LONGEST],
    )
    if both == before:
        return None
    return replace(both, id=id_, at=max(at, before.at + AFTER), corrects=before.session)
