"""A record's overview in the terminal."""

from typing import Any

from rich.table import Table

from gradus_cli.names import counted
from gradus_cli.show.page import page, plain


def show_record(reply: dict[str, Any]) -> None:
    """How much of what a record holds."""
    page().print(f"\n[title]{plain(reply['path'])}[/title]")
    if not reply["facts"]:
        page().print("  It is empty. Begin with: gradus screen")
        return
    page().print(f"  person {plain(reply['person'])}, {counted(reply['facts'], 'fact')}")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2))
    table.add_column("kind")
    table.add_column("facts", justify="right")
    for kind, count in reply["standing"].items():
        table.add_row(kind, str(count))
    page().print(table)
    for each in reply["latest"]:
        page().print(f"  [quiet]{each['day']}  {each['kind']:10} {plain(each['id'])}[/quiet]")
    if reply["unknown"]:
        facts = "fact of a newer version is" if reply["unknown"] == 1 else "facts of a newer version are"
        page().print(f"  {reply['unknown']} {facts} kept and used for nothing.")
    if reply["conflicts"]:
        ids = counted(len(reply["conflicts"]), "id")
        page().print(f"  [ask]{ids} came with two contents:[/ask] gradus record check")
