"""Reads content strictly, file by file and then across files: every fault is told, and none passes."""

from collections.abc import Mapping
from typing import Any

from gradus.library.checks import check
from gradus.library.contents import gather
from gradus.library.faults import ContentFault, Fault
from gradus.library.places import PACKAGED
from gradus.library.read import missing_singles, read_file


def checked_things(texts: Mapping[str, str], layers: Mapping[str, str], *, overlaid: bool) -> dict[str, Any]:
    """What each file holds, by path; raises ContentFault with all faults, each with the name of the layer
    (in `layers`, by path) that its file came in."""
    things: dict[str, Any] = {}
    unread: dict[str, Mapping[str, Any]] = {}
    faults: list[Fault] = list(missing_singles(texts))
    for path, text in sorted(texts.items()):
        thing, table, wrong = read_file(path, text)
        faults += wrong
        if thing is None:
            unread[path] = table
        else:
            things[path] = thing
    faults += check(gather(things, unread), overlaid=overlaid)
    if faults:
        raise ContentFault(
            Fault(f"{layers.get(each.path, PACKAGED)}/{each.path}", each.where, each.says) for each in faults
        )
    return things
