"""A phone in the same network: the certificate made on the spot, and what is told of it."""

import socket
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from click import ClickException, unstyle
from click.testing import CliRunner
from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import Client, override_settings

from gradus_web.config.certificate import Kept, certify, fingerprint, for_phones, read
from gradus_web.config.reading import Environment
from gradus_web.main import main
from gradus_web.people.square import matrix
from gradus_web.phone import address_said, name_here, square, told

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
HOME = IPv4Address("192.168.0.7")


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A certificate for an address at home."""
    made = Kept(tmp_path / "phone")
    certify(made, HOME, ("desk.local",), NOW)
    return made


def trusted(kept: Kept, name: x509.GeneralName, at: datetime = NOW) -> bool:
    """Whether somebody who trusts the authority trusts the site under that name then."""
    store = Store([read(kept.authority)])
    subject = x509.DNSName(name.value) if isinstance(name, x509.DNSName) else name
    verifier = PolicyBuilder().store(store).time(at).build_server_verifier(subject)  # type: ignore[arg-type]
    try:
        verifier.verify(read(kept.site), [])
    except VerificationError:
        return False
    return True


def test_whoever_trusts_the_authority_trusts_the_site_at_home(kept: Kept) -> None:
    assert trusted(kept, x509.IPAddress(HOME))
    assert trusted(kept, x509.DNSName("desk.local"))
    assert not trusted(kept, x509.IPAddress(IPv4Address("192.168.0.8")))
    assert not trusted(kept, x509.DNSName("example.org"))
    assert not trusted(kept, x509.IPAddress(HOME), NOW + timedelta(days=91))


def test_it_vouches_for_nothing_outside(kept: Kept) -> None:
    """A certificate that it signs for another site is refused by whoever trusts it."""
    certify(kept, HOME, ("desk.local", "example.org"), NOW)
    assert not trusted(kept, x509.DNSName("example.org"))
    assert not trusted(kept, x509.DNSName("desk.local"))


def test_a_phone_trusts_once(kept: Kept) -> None:
    """The authority stays as long as it may vouch for the address and lasts; the site's is made anew."""
    authority, site = kept.authority.read_bytes(), kept.site.read_bytes()
    certify(kept, IPv4Address("10.1.2.3"), (), NOW + timedelta(days=600))
    assert kept.authority.read_bytes() == authority
    assert kept.site.read_bytes() != site
    certify(kept, HOME, (), NOW + timedelta(days=700))
    renewed = kept.authority.read_bytes()
    assert renewed != authority
    certify(kept, IPv4Address("203.0.113.9"), (), NOW + timedelta(days=700))
    assert kept.authority.read_bytes() != renewed
    assert trusted(kept, x509.IPAddress(IPv4Address("203.0.113.9")), NOW + timedelta(days=700))


def test_keys_are_their_owners_alone_and_a_server_takes_them(kept: Kept) -> None:
    assert {file.stat().st_mode & 0o077 for file in (kept.folder, *kept.folder.iterdir())} == {0}
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(kept.site, kept.site_key)


def test_the_page_for_phones_is_there_where_a_certificate_was_made(kept: Kept) -> None:
    assert [Client().get(path).status_code for path in ("/phone", "/gradus.crt")] == [404, 404]
    with override_settings(CERTIFICATE=kept.authority):
        page = Client().get("/phone").content.decode()
        sent = Client().get("/gradus.crt")
    assert fingerprint(kept.authority) in page
    assert sent.headers["Content-Type"] == "application/x-x509-ca-cert"
    assert sent.content == for_phones(kept.authority)
    assert x509.load_der_x509_certificate(sent.content) == read(kept.authority)


def test_what_is_told_shows_the_code_of_the_page_and_the_fingerprint(kept: Kept) -> None:
    mark = fingerprint(kept.authority)
    said = told("https://192.168.0.7:8000", "https://desk.local:8000", mark)
    assert mark in " ".join(said.split())
    assert "https://desk.local:8000/phone" in said
    assert name_here().endswith(".local")


def test_the_code_in_the_terminal_is_the_code_of_the_address() -> None:
    """Read back from its half blocks, row by row, whatever colours the terminal has."""
    rows: list[list[bool]] = []
    for line in square("https://192.168.0.7:8000/phone"):
        assert line.startswith("  \x1b[30m\x1b[107m")
        drawn = unstyle(line)[2:]
        rows += [[sign in "▀█" for sign in drawn], [sign in "▄█" for sign in drawn]]
    made = matrix("https://192.168.0.7:8000/phone")
    assert rows[: len(made)] == made
    assert not any(any(row) for row in rows[len(made) :])


def test_an_address_that_is_none_is_refused_in_words() -> None:
    assert address_said("192.168.0.7") == HOME
    with pytest.raises(ClickException, match=r"such as 192\.168\.0\.7"):
        address_said("my computer")


def test_a_port_that_is_taken_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, said in (("DATA", str(tmp_path / "site")), ("DEMO", "on")):
        monkeypatch.setenv(f"GRADUS_SITE_{name}", said)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        answer = CliRunner().invoke(main, ["demo", "--port", str(port)])
    assert answer.exit_code == 1
    assert f"Port {port} is taken" in answer.output
    assert not (tmp_path / "site").exists()


def test_a_demo_is_no_site_for_people() -> None:
    """Whoever opens the demo door is told by `check --deploy`, which fails."""
    with override_settings(DEMO=True), pytest.raises(SystemCheckError, match=r"gradus\.E002"):
        call_command("check", deploy=True)


def test_a_certificate_that_is_not_there_stops_the_start() -> None:
    with pytest.raises(ImproperlyConfigured, match="no file"):
        Environment({"C": "/nowhere/authority.pem"}).file("C")
    assert Environment({}).file("C") is None
