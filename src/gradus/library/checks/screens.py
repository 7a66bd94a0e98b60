"""Screens: questions that can be asked, in an order that can be followed, and the five action levels."""

from collections.abc import Iterator

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.places import id_at, path_of
from gradus.library.types import ActionText, Item, Screen
from gradus.vocabulary.scales import Action

NUMBERED = ("unit", "lowest", "highest")


def screens_follow_each_other(contents: Contents) -> Iterator[Fault]:
    orders: dict[int, str] = {}
    for path, screen in contents.of(Screen).items():
        if screen.order in orders:
            says = f"is {screen.order}, as {orders[screen.order]} has it; give each screen its own"
            yield Fault(path, "order", says)
        orders.setdefault(screen.order, screen.id)


def items_can_be_asked(contents: Contents) -> Iterator[Fault]:
    asked: dict[str, Item] = {}
    everywhere = {item.id for screen in contents.of(Screen).values() for item in screen.items}
    for path, screen in sorted(contents.of(Screen).items(), key=lambda pair: (pair[1].order, pair[0])):
        for nth, item in enumerate(screen.items):
            if item.id in asked:
                yield Fault(
                    path, f"items[{nth}].id", f'"{item.id}" is asked twice; ids stand once on all screens'
                )
            if item.after in everywhere:
                for says in _after_faults(item, asked):
                    yield Fault(path, f"items[{nth}].after", says)
            for key, says in _item_faults(item):
                yield Fault(path, f"items[{nth}].{key}", says)
            asked.setdefault(item.id, item)


def action_levels_are_there(contents: Contents) -> Iterator[Fault]:
    for level in Action:
        id_ = level.code.lower()
        if id_ not in contents.ids("screening/actions"):
            yield Fault(path_of(ActionText, id_), "file", f"is missing; write what {level.code} tells people")
    for path, text in contents.of(ActionText).items():
        if path.endswith(f"/a{text.level}.toml"):
            continue
        known = id_at(path) in {level.code.lower() for level in Action}
        advice = f"write {id_at(path)[1:]}, as its id says" if known else "keep a0 to a4 only"
        yield Fault(path, "level", f"is {text.level}; {advice}")


def _after_faults(item: Item, asked: dict[str, Item]) -> Iterator[str]:
    parent = asked.get(str(item.after))
    if parent is None:
        yield f'names "{item.after}", which is not asked before it; move one of the two'
    elif parent.kind == "number":
        yield f'names "{item.after}", which asks for a number; follow a question with yes and no'


def _item_faults(item: Item) -> Iterator[tuple[str, str]]:
    if item.kind == "emergency" and not item.again.strip():
        yield "again", 'is missing; an emergency answered "not sure" is asked again in other words'
    if item.lasting and item.kind != "background":
        yield "lasting", f'does not belong to an item of kind "{item.kind}"; only background can last'
    for key in NUMBERED:
        given = getattr(item, key) is not None
        if item.kind == "number" and not given:
            yield key, "is missing; a number has unit, lowest and highest"
        if item.kind != "number" and given:
            yield (
                key,
                f'does not belong to an item of kind "{item.kind}"; take it out, or write kind = "number"',
            )
    if item.lowest is not None and item.highest is not None and item.lowest >= item.highest:
        yield "lowest", f"is {item.lowest:g}, not below highest; write a number below {item.highest:g}"
