"""A promise that a phone carries and brings back: sealed, so that what is kept is what this site promised.

It stands there as text: many that are nearly alike go over the wire together, and take less room so than each
made small by itself."""

import json
from typing import Any

from django.core.signing import BadSignature, Signer

from gradus.record.codec import decode, encode
from gradus.record.facts import DecisionShown
from gradus.vocabulary.ids import FactId

SALT = "gradus.promised"
MADE_SMALL = "gradus.carried"


def sealed(session: FactId, shown: DecisionShown, days: tuple[str, ...]) -> str:
    """The promise for this session and these days, for the phone to carry."""
    return Signer(salt=SALT).sign(json.dumps([session, encode(shown).decode(), days]))


def sealed_small(session: FactId, shown: DecisionShown, days: tuple[str, ...]) -> str:
    """The same by itself, small and without a sign that a program would have to disguise. Phones carried
    these once, and may still do."""
    return Signer(salt=MADE_SMALL).sign_object([session, encode(shown).decode(), days], compress=True)


def opened(seal: str) -> tuple[FactId, DecisionShown, tuple[str, ...]] | None:
    """The session, its promise and its days; None where the seal is not ours."""
    try:
        session, line, days = _said(seal)
    except BadSignature:
        return None
    (shown,) = decode(line.encode()).facts
    return (FactId(session), shown, tuple(days)) if isinstance(shown, DecisionShown) else None


def _said(seal: str) -> Any:
    try:
        return json.loads(Signer(salt=SALT).unsign(seal))
    except BadSignature:
        return Signer(salt=MADE_SMALL).unsign_object(seal)


def whose(person: str) -> str:
    """A mark by which a phone knows whose sessions it carries; it tells nothing of them."""
    return Signer(salt="gradus.whose").signature(person)
