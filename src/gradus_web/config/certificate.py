"""A certificate made on the spot, so that a phone in the same network is served over HTTPS.

An authority of this computer's own vouches for it. A phone that trusts that authority trusts it for addresses
of home networks and for names that end in `.local`: it can vouch for nothing else.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AT_HOME = tuple(
    IPv4Network(each)
    for each in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8")
)
"""Networks that nobody reaches from outside."""
NAMED_AT_HOME = ("local", "localhost")
AUTHORITY_LASTS = timedelta(days=730)
SITE_LASTS = timedelta(days=90)
"""Made anew at each start; phones refuse those that last for years."""
EARLIER = timedelta(days=1)
"""For a phone whose clock is behind."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the authority and the certificate of the site are kept, each with its key."""

    folder: Path

    @property
    def authority(self) -> Path:
        return self.folder / "authority.pem"

    @property
    def authority_key(self) -> Path:
        return self.folder / "authority-key.pem"

    @property
    def site(self) -> Path:
        return self.folder / "site.pem"

    @property
    def site_key(self) -> Path:
        return self.folder / "site-key.pem"


def certify(kept: Kept, address: IPv4Address, names: Sequence[str], now: datetime) -> None:
    """A fresh certificate for the address and the names. The authority stays, so that a phone trusts it once;
    it is made anew where it ends before the certificate or may not vouch for the address."""
    kept.folder.mkdir(mode=0o700, exist_ok=True)
    if not _vouches(kept, address, now):
        _make_authority(kept, address, now)
    authority, vouching = read(kept.authority), _key(kept.authority_key)
    key = generate_private_key(SECP256R1())
    called = [x509.IPAddress(address), *(x509.DNSName(name) for name in names)]
    made = (
        _begun(f"Gradus at {address}", authority.subject, key, now, SITE_LASTS)
        .add_extension(x509.SubjectAlternativeName(called), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(vouching.public_key()), critical=False
        )
        .sign(vouching, SHA256())
    )
    _keep(kept.site, made, kept.site_key, key)


def read(path: Path) -> x509.Certificate:
    """The certificate in a file."""
    return x509.load_pem_x509_certificate(path.read_bytes())


def for_phones(path: Path) -> bytes:
    """The certificate in a file as phones take it."""
    return read(path).public_bytes(Encoding.DER)


def fingerprint(path: Path) -> str:
    """The SHA-256 of the certificate in a file, in pairs as phones show it."""
    return read(path).fingerprint(SHA256()).hex(" ").upper()


def _vouches(kept: Kept, address: IPv4Address, now: datetime) -> bool:
    """Whether an authority is kept that may vouch for the address for as long as a certificate lasts."""
    if not (kept.authority.exists() and kept.authority_key.exists()):
        return False
    authority = read(kept.authority)
    limits = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees
    networks = [each.value for each in limits or () if isinstance(each, x509.IPAddress)]
    covered = any(isinstance(each, IPv4Network) and address in each for each in networks)
    return covered and authority.not_valid_after_utc > now + SITE_LASTS


def _make_authority(kept: Kept, address: IPv4Address, now: datetime) -> None:
    key = generate_private_key(SECP256R1())
    also = () if any(address in each for each in AT_HOME) else (IPv4Network(address),)
    limits = [x509.IPAddress(each) for each in (*AT_HOME, *also)]
    named = [x509.DNSName(each) for each in NAMED_AT_HOME]
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Gradus at home, {now:%d %b %Y %H:%M}")])
    usage = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    made = (
        _begun(None, name, key, now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.KeyUsage(key_cert_sign=True, crl_sign=False, **usage), critical=True)
        .add_extension(x509.NameConstraints([*limits, *named], None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )
    _keep(kept.authority, made, kept.authority_key, key)


def _begun(
    called: str | None, by: x509.Name, key: EllipticCurvePrivateKey, now: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    """The lines that each certificate has; without a name of its own it vouches for itself."""
    own = by if called is None else x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, called)])
    return (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(by)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - EARLIER)
        .not_valid_after(now + lasts)
    )


def _key(path: Path) -> EllipticCurvePrivateKey:
    found = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(found, EllipticCurvePrivateKey):
        raise TypeError(f"{path} holds no key that was made here")
    return found


def _keep(path: Path, made: x509.Certificate, key_path: Path, key: EllipticCurvePrivateKey) -> None:
    """Both in files that their owner alone reads."""
    told = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for file, written in ((key_path, told), (path, made.public_bytes(Encoding.PEM))):
        file.unlink(missing_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(written)
