"""The command `gradus-site`: make the data folder, serve, copy, bring back."""

import os
import subprocess
import sys
from datetime import UTC, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

SETTINGS = "gradus_web.config.settings"
EXAMPLE = "amina"
WEEKS = 8
THREADS = ("--worker-class", "gthread", "--threads", "12")
"""Where no server stands before it: browsers keep lines open on which they say nothing, and each would hold a
worker that serves one at a time."""

LOGS = ("--log-level", "warning", "--logger-class", "gradus_web.config.server_logs.ServerLogger")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """The site of Gradus: a person's loop in a browser, from one folder of data."""
    if find_spec("django") is None:
        raise click.ClickException("The site needs more than the command: pip install 'gradus[site]'")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)


@main.command()
def init() -> None:
    """Make the data folder, its secret and its database, or bring them up to date."""
    _prepare()
    click.echo("Ready. Serve with: gradus-site serve")


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--workers", type=click.IntRange(1, 32), default=2, show_default=True)
def serve(port: int, host: str, workers: int) -> None:
    """Serve, behind something that speaks HTTPS."""
    _prepare()
    _gunicorn(host, port, workers)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--phone", is_flag=True, help="Serve phones in the same network as well, over HTTPS.")
@click.option("--address", help="This computer's address there, such as 192.168.0.7.  [default: found out]")
def demo(port: int, phone: bool, address: str | None) -> None:
    """Serve on this computer alone, with an invented example person to look around as."""
    os.environ.setdefault("GRADUS_SITE_DATA", str(Path("~/.local/share/gradus-site-demo").expanduser()))
    os.environ.setdefault("GRADUS_SITE_DEMO", "on")
    _must_be_free(port)
    if phone or address:
        _for_a_phone(port, address)
    else:
        os.environ.setdefault("GRADUS_SITE_HTTPS", "off")
        os.environ.setdefault("GRADUS_SITE_ADDRESS", f"http://localhost:{port}")
        _example(f"http://localhost:{port}")
        _gunicorn("127.0.0.1", port, 1, *THREADS)


@main.command()
def remind() -> None:
    """Send the reminders that are due now, each once. For a timer that calls this every few minutes."""
    _setup()
    from django.conf import settings

    from gradus_web.clock import now
    from gradus_web.config.reading import secret_path
    from gradus_web.reminders.sending import send_due

    if not settings.ADDRESS and not settings.PUSH:
        told = "Neither mail nor pushes are set up: say GRADUS_SITE_ADDRESS, GRADUS_SITE_PUSH, or both."
        raise click.ClickException(told)
    if not secret_path(settings.DATA).exists():
        raise click.ClickException("No secret is kept in the data folder. Run gradus-site init.")
    counted = send_due(now(UTC))
    if counted.sent:
        click.echo(f"{counted.sent} sent.")
    if counted.failed:
        raise click.ClickException(f"{counted.failed} could not be sent; the next call tries again.")


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the database to FILE while the site serves, and look whether the copy is whole."""
    from gradus_web.config.copies import NotWhole, copy

    _setup()
    try:
        counted = copy(_database(), file)
    except NotWhole as fault:
        raise click.ClickException(str(fault)) from None
    click.echo(f"Copied and checked: {file} ({_told(counted)}).")


@main.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Put the database that is there aside, beside itself.")
def restore(file: Path, replace: bool) -> None:
    """Bring a copy back. Stop the site first."""
    from gradus_web.config.copies import NotWhole, bring_back

    _setup()
    try:
        counted = bring_back(file, _database(), replace=replace)
    except NotWhole as fault:
        raise click.ClickException(str(fault)) from None
    click.echo(f"Restored and checked: {_told(counted)}.")


@main.command()
@click.argument("address")
def unlock(address: str) -> None:
    """Take passkeys and codes off the account of ADDRESS, for somebody who has lost them all.

    Be sure first that it is they who ask: afterwards the password alone opens the record.
    """
    _setup()
    from gradus_web.people.actions import unlock as open_up

    if not open_up(address):
        raise click.ClickException(f"Nobody here has confirmed the address {address}.")
    click.echo(f"{address} signs in with the password alone again. Every browser of theirs is signed out.")


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def manage(words: tuple[str, ...]) -> None:
    """Django's own commands, such as `gradus-site manage check --deploy`."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["gradus-site manage", *words])


def _setup() -> None:
    import django

    django.setup()


def _database() -> Path:
    from django.conf import settings

    return Path(str(settings.DATABASES["default"]["NAME"]))


def _told(counted: dict[str, int]) -> str:
    return f"{counted['people_record']} records, {counted['people_factline']} facts"


def _prepare() -> None:
    """The data folder with its secret, the database as this version wants it, and the static files."""
    from gradus_web.config.reading import keep_secret
    from gradus_web.config.settings import DATA

    keep_secret(DATA)
    sys.modules.pop(SETTINGS, None)
    _setup()
    from django.conf import settings
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    call_command("collectstatic", interactive=False, verbosity=0)


def _must_be_free(port: int) -> None:
    """Says so before anything is made, where something else serves on that port."""
    import socket

    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            told = f"Port {port} is taken, perhaps by a site of yours that still runs."
            raise click.ClickException(f"{told} Another: --port {port + 1}") from None


def _example(address: str) -> None:
    """A site ready to look around in: with the example person, lived up to yesterday by the command."""
    _prepare()
    from gradus_web.clock import system
    from gradus_web.people.example import is_here, settle

    if not is_here(system()):
        click.echo("An invented person lives eight weeks; that takes a moment.")
        settle(_lived())
    click.echo(
        f"\n  Gradus: {address}\n\n"
        "  Begin as yourself, or look around as Amina, an invented example person with eight weeks behind\n"
        "  her. Everything stays in one folder on this computer: "
        f"{os.environ['GRADUS_SITE_DATA']}\n  Stop with Ctrl-C.\n"
    )


def _lived() -> bytes:
    """A record of eight weeks, up to yesterday."""
    from gradus_web.clock import system

    until = system().date() - timedelta(days=1)
    words = ("-m", "gradus_cli.main", "demo", EXAMPLE, "--weeks", str(WEEKS), "--until", str(until), "--json")
    return subprocess.run([sys.executable, *words], check=True, capture_output=True).stdout  # noqa: S603 our own command


def _for_a_phone(port: int, said: str | None) -> None:
    """Serves the network that this computer is in, with a certificate made for its address there."""
    from gradus_web.clock import system
    from gradus_web.config.certificate import Kept, certify, fingerprint
    from gradus_web.config.reading import keep_secret
    from gradus_web.phone import address_said, name_here, told

    address, data = address_said(said), Path(os.environ["GRADUS_SITE_DATA"])
    kept, names = Kept(data / "phone"), (name_here(), "localhost")
    there, named = f"https://{address}:{port}", f"https://{names[0]}:{port}"
    os.environ |= {
        "GRADUS_SITE_HTTPS": "on",
        "GRADUS_SITE_HOSTS": ",".join((str(address), *names)),
        "GRADUS_SITE_ADDRESS": there,
        "GRADUS_SITE_CERTIFICATE": str(kept.authority),
    }
    keep_secret(data)
    certify(kept, address, names, system())
    _example(there)
    click.echo(told(there, named, fingerprint(kept.authority)))
    files = ("--certfile", str(kept.site), "--keyfile", str(kept.site_key))
    _gunicorn("0.0.0.0", port, 1, *THREADS, *files)  # noqa: S104 that is what was asked for


def _gunicorn(host: str, port: int, workers: int, *more: str) -> None:
    words = [
        "gunicorn",
        "gradus_web.config.wsgi",
        "--bind",
        f"{host}:{port}",
        "--workers",
        str(workers),
        "--preload",
    ]
    os.execv(sys.executable, [sys.executable, "-m", *words, *more, *LOGS])  # noqa: S606 our own server


if __name__ == "__main__":
    main()
