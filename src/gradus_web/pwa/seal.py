"""A promise that a phone carries and brings back: sealed, so that what is kept is what this site promised."""

from django.core.signing import BadSignature, Signer

from gradus.record.codec import decode, encode
from gradus.record.facts import DecisionShown
from gradus.vocabulary.ids import FactId

SALT = "gradus.carried"


def sealed(session: FactId, shown: DecisionShown, days: tuple[str, ...]) -> str:
    """The promise for this session and these days, for the phone to carry."""
    return Signer(salt=SALT).sign_object([session, encode(shown).decode(), days], compress=True)


def opened(seal: str) -> tuple[FactId, DecisionShown, tuple[str, ...]] | None:
    """The session, its promise and its days; None where the seal is not ours."""
    try:
        session, line, days = Signer(salt=SALT).unsign_object(seal)
    except BadSignature:
        return None
    (shown,) = decode(line.encode()).facts
    return (FactId(session), shown, tuple(days)) if isinstance(shown, DecisionShown) else None


def whose(person: str) -> str:
    """A mark by which a phone knows whose sessions it carries; it tells nothing of them."""
    return Signer(salt="gradus.whose").signature(person)
