"""Names: whatever a file names exists, and nothing is kept that nobody names."""

from collections.abc import Iterator

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.near import did_you_mean
from gradus.library.places import kind_at
from gradus.library.references import ITEMS, Reference
from gradus.library.types import Rule, Screen, ScreenRule, Source


def everything_named_exists(contents: Contents) -> Iterator[Fault]:
    known: dict[str, frozenset[str]] = {}
    for each in contents.references:
        if each.folder not in known:
            known[each.folder] = _known(contents, each.folder)
        if each.name not in known[each.folder]:
            yield Fault(each.path, each.where, _unknown(each, known[each.folder]))


def every_source_is_cited(contents: Contents) -> Iterator[Fault]:
    if contents.unread:
        return
    cited = {each.name for each in contents.references if each.folder == "sources"}
    for path, source in contents.of(Source).items():
        if source.id not in cited:
            yield Fault(path, "id", f'"{source.id}" is cited nowhere; cite it, or take the file away')


def every_item_is_used(contents: Contents) -> Iterator[Fault]:
    """A question from which no rule concludes anything is not asked; leading to a follow-up is not enough."""
    if not contents.whole(Screen, ScreenRule):
        return
    used = {each.name for each in contents.references if kind_at(each.path) is ScreenRule}
    for path, screen in contents.of(Screen).items():
        for nth, item in enumerate(screen.items):
            if item.id not in used:
                yield Fault(
                    path, f"items[{nth}].id", f'"{item.id}" is used by no rule; add a rule, or do not ask it'
                )


def rule_ids_stand_once(contents: Contents) -> Iterator[Fault]:
    """Screening rules and other rules share their ids, because reasons name either."""
    screening = {rule.id for rule in contents.of(ScreenRule).values()}
    for path, rule in contents.of(Rule).items():
        if rule.id in screening:
            yield Fault(path, "id", f'"{rule.id}" is a screening rule too; rename one of the two')


def _known(contents: Contents, folder: str) -> frozenset[str]:
    if folder != ITEMS:
        return contents.ids(folder)
    asked = {item.id for screen in contents.of(Screen).values() for item in screen.items}
    half_read = (table.get("items") for table in contents.unread.values())
    rows = (row for rows in half_read if isinstance(rows, list) for row in rows if isinstance(row, dict))
    return frozenset(asked | {str(row.get("id")) for row in rows})


def _unknown(named: Reference, known: frozenset[str]) -> str:
    lacking = "no screen asks" if named.folder == ITEMS else f"{named.folder}/ does not have"
    home = "a screen" if named.folder == ITEMS else f"{named.folder}/{named.name}.toml"
    advice = did_you_mean(named.name, known) or f"; write it in {home}, or take the name out"
    return f'names "{named.name}", which {lacking}{advice}'
