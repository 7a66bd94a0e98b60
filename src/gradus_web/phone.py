"""A phone in the same network: where it finds this computer, and what is told of that in the terminal."""

import socket
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address

import click

from gradus_web.people.square import matrix

ANYWHERE = ("192.0.2.1", 9)
"""An address of no machine: nothing is sent, the question is only which way it would go."""
NOBODY = IPv4Address("127.0.0.1")


def address_here() -> IPv4Address:
    """This computer's address in the network that it speaks to others by; 127.0.0.1 where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(ANYWHERE)
            return IPv4Address(asked.getsockname()[0])
        except (OSError, AddressValueError):
            return NOBODY


def address_said(said: str | None) -> IPv4Address:
    """The address that somebody named, else the one that is found, with a word where none is."""
    try:
        address = IPv4Address(said) if said else address_here()
    except AddressValueError:
        raise click.ClickException(f"{said} is no address such as 192.168.0.7.") from None
    if address.is_loopback:
        click.echo("This computer seems to be in no network; say its address with --address.", err=True)
    return address


def name_here() -> str:
    """The name by which many home networks know this computer."""
    first = socket.gethostname().partition(".")[0].lower()
    kept = "".join(sign for sign in first if sign.isascii() and (sign.isalnum() or sign == "-"))
    return f"{kept.strip('-') or 'gradus'}.local"


def square(text: str) -> Iterator[str]:
    """The square code of a text as lines for a terminal, dark on light whatever its colours are."""
    rows = matrix(text)
    for upper, lower in zip(rows[::2], [*rows[1::2], [False] * len(rows)], strict=False):
        line = "".join(" ▀▄█"[above + 2 * below] for above, below in zip(upper, lower, strict=True))
        yield "  " + click.style(line, fg="black", bg="bright_white")


def told(address: str, named: str, mark: str) -> str:
    """What is said at the start: the code, and what to do with it."""
    drawn = "\n".join(square(f"{address}/phone"))
    return (
        f"\n{drawn}\n\n"
        "  Point the phone's camera at the code; the phone has to be in the same network, and whoever else\n"
        f"  is in it can open the site too. The code leads to {address}/phone\n\n"
        "  The phone will say that it does not know who made the certificate. So it is: this computer did.\n"
        "  Go on, this once. The page that opens tells how to make the phone trust it; working\n"
        "  without a network and a screen that stays on need that. It then trusts this (SHA-256):\n\n"
        f"    {mark[:47]}\n    {mark[48:]}\n\n"
        f"  Passkeys need a name in place of a number: {named}/phone,\n"
        "  where your network knows it. If nothing opens, this computer's firewall may be in the way.\n"
    )
