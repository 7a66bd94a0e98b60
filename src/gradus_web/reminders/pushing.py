"""Pushes: an empty message to a browser, through the service of its maker (RFC 8030), signed as this site's
(RFC 8292). The message has no content, so the service learns that somebody is reminded, and when."""

import json
import re
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from functools import cache
from http.client import HTTPSConnection
from ssl import create_default_context
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.utils.crypto import salted_hmac

SERVICES = re.compile(
    r"https://(fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com"
    r"|[a-z0-9-]+\.push\.apple\.com|[a-z0-9-]+\.notify\.windows\.com)/[!-~]*"
)
"""The push services of the browsers that there are. No message goes anywhere else, so that nobody can make
this site speak to a host of their choice, inside its own network least of all."""
PATIENCE_S = 10
KEPT_FOR = timedelta(hours=2)
"""How long a service keeps a message for a phone that is off: later its hour is over."""
SIGNED_FOR = timedelta(hours=12)
"""Half of what the standard allows, so that a clock may be wrong by hours."""
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group P-256."""
HALF_BYTES = 32
GONE = (404, 410)


class Gone(Exception):
    """The browser has given up this endpoint."""


class NotTaken(Exception):
    """The service did not take the message."""


def is_of_a_service(endpoint: str) -> bool:
    """Whether that is an address at a push service that is known."""
    return SERVICES.fullmatch(endpoint) is not None


def public_key() -> str:
    """The key of this site, as a browser wants it; empty where the operator has not switched pushes on."""
    return _public(_key(settings.SECRET_KEY)) if settings.PUSH else ""


def push(endpoint: str, moment: datetime) -> None:
    """Sends an empty message there; raises Gone or NotTaken, or OSError where nobody answered in time. An
    answer that leads elsewhere is not followed."""
    if not is_of_a_service(endpoint):
        raise Gone(endpoint)
    found = urlsplit(endpoint)
    told = {
        "TTL": str(int(KEPT_FOR.total_seconds())),
        "Urgency": "normal",
        "Authorization": f"vapid t={signed(f'https://{found.netloc}', moment)}, k={public_key()}",
    }
    line = HTTPSConnection(found.netloc, timeout=PATIENCE_S, context=create_default_context())
    try:
        line.request("POST", endpoint.removeprefix(f"https://{found.netloc}"), body=b"", headers=told)
        status = line.getresponse().status
    finally:
        line.close()
    if status in GONE:
        raise Gone(endpoint)
    if not 200 <= status < 300:
        raise NotTaken(f"{found.netloc} answered {status}.")


def signed(audience: str, moment: datetime) -> str:
    """A token for that service alone: that this site sends, and whom to ask about it."""
    told = {"aud": audience, "exp": int((moment + SIGNED_FOR).timestamp()), "sub": settings.PUSH}
    text = ".".join(_base64(json.dumps(part).encode()) for part in ({"typ": "JWT", "alg": "ES256"}, told))
    pair = decode_dss_signature(_key(settings.SECRET_KEY).sign(text.encode(), ECDSA(SHA256())))
    return f"{text}.{_base64(b''.join(each.to_bytes(HALF_BYTES) for each in pair))}"


@cache
def _key(secret: str) -> EllipticCurvePrivateKey:
    """The key that follows from the site's secret, so that there is one secret to keep."""
    dice = salted_hmac("gradus.push", "key", secret=secret, algorithm="sha512").digest()
    return derive_private_key(1 + int.from_bytes(dice) % (ORDER - 1), SECP256R1())


def _public(key: EllipticCurvePrivateKey) -> str:
    return _base64(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def _base64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
