"""A device that keeps a passkey, without a browser."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

ORIGIN = "http://localhost"
ID = b"the only key of this device"


@dataclass
class Device:
    """Keeps one passkey. `verifies` is whether it asks for a finger before it signs."""

    origin: str = ORIGIN
    verifies: bool = True
    key: Any = field(default_factory=lambda: generate_private_key(SECP256R1()))
    whose: str = ""

    def make(self, options: dict[str, Any]) -> str:
        """What a browser sends when a passkey was made."""
        asked = options["publicKey"]
        self.whose = asked["user"]["id"]
        told = self._told("webauthn.create", asked["challenge"])
        made = AttestedCredentialData.create(
            Aaguid.NONE,
            ID,
            ES256.from_cryptography_key(self.key.public_key()),  # type: ignore[no-untyped-call]
        )
        flags = AuthenticatorData.FLAG.AT | self._flags()
        data = AuthenticatorData.create(self._site(asked["rp"]["id"]), flags, 0, made)
        sealed = websafe_encode(AttestationObject.create("none", data, {}))
        return self._sent({"clientDataJSON": websafe_encode(told), "attestationObject": sealed})

    def sign(self, options: dict[str, Any]) -> str:
        """What a browser sends when the passkey was used."""
        asked = options["publicKey"]
        told = self._told("webauthn.get", asked["challenge"])
        data = AuthenticatorData.create(self._site(asked["rpId"]), self._flags(), 0)
        signed = self.key.sign(data + told.hash, ECDSA(SHA256()))
        sent = {"clientDataJSON": told, "authenticatorData": data, "signature": signed}
        return self._sent(
            {name: websafe_encode(each) for name, each in sent.items()} | {"userHandle": self.whose}
        )

    def _told(self, what: str, challenge: str) -> CollectedClientData:
        return CollectedClientData.create(type=what, challenge=websafe_decode(challenge), origin=self.origin)

    def _flags(self) -> AuthenticatorData.FLAG:
        flag = AuthenticatorData.FLAG
        return flag.UP | flag.UV if self.verifies else flag.UP

    def _site(self, name: str) -> bytes:
        return hashlib.sha256(name.encode()).digest()

    def _sent(self, response: dict[str, str]) -> str:
        known = {"id": websafe_encode(ID), "rawId": websafe_encode(ID), "type": "public-key"}
        return json.dumps(known | {"response": response, "clientExtensionResults": {}})


def at_home(browser: Client) -> Client:
    """The browser, at the address where passkeys work."""
    browser.defaults["HTTP_HOST"] = "localhost"
    return browser


def plain(options: Any) -> dict[str, Any]:
    """What the page's script reads."""
    read: dict[str, Any] = json.loads(json.dumps(options, default=dict))
    return read
