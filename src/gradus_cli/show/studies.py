"""A study that was run again many times, on the page: first what it cannot tell."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.markup import escape
from rich.table import Table

from gradus_cli.show.page import page
from gradus_cli.simulate.words import SIZE_HEAD, head, opening, picture, rows, size_rows


def show_study(reply: Mapping[str, Any]) -> None:
    """The study, what it cannot tell, and what its runs showed."""
    out = page()
    out.print(f"[title]{escape(reply['title'])}[/]")
    out.print("\nWhat this cannot tell")
    for each in reply["cannot_tell"]:
        out.print(f"- {escape(each)}")
    out.print(f"\n{escape(opening(reply))}\n")
    out.print(_table(head(reply), rows(reply)))
    if words := picture(reply):
        out.print(f"\n{escape(words)}")
    if sizes := list(size_rows(reply)):
        out.print("\nHow many people a question needs, in each of the four groups\n")
        out.print(_table(SIZE_HEAD, sizes))
    out.print(f"\n[quiet]seed {reply['seed']}, person model {reply['model']}[/]")


def _table(names: Sequence[str], lines: Iterable[Sequence[str]]) -> Table:
    table = Table(*names, box=None, pad_edge=False, header_style="quiet")
    for line in lines:
        table.add_row(*map(escape, line))
    return table
