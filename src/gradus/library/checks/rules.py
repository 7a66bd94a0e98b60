"""The sentences of the rules that decide."""

from collections.abc import Iterator
from string import Formatter

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.near import did_you_mean
from gradus.library.thresholds import thresholds_of
from gradus.library.types import Rule


def sentences_can_be_filled(contents: Contents) -> Iterator[Fault]:
    """A rule's braces hold plain names, which the code fills in; `{{` and `}}` are braces themselves."""
    for path, rule in contents.of(Rule).items():
        try:
            holes = [hole for hole in Formatter().parse(rule.says) if hole[1] is not None]
        except ValueError:
            yield Fault(path, "says", "has a brace without its partner; write {name}, or {{ for a brace")
            continue
        for _, name, spec, conversion in holes:
            if not str(name).isidentifier() or spec or conversion:
                yield Fault(path, "says", f"has {{{name}}} with more than a plain name in it; write {{name}}")
        if rule.together is not None and set("{}") & set(rule.together):
            yield Fault(path, "together", "has a brace; what is said of several exercises names no dose")


def numbers_of_rules_exist(contents: Contents) -> Iterator[Fault]:
    """What a rule goes by stands in the library. While a file with faults may hold it, nothing is said."""
    if contents.unread:
        return
    known = {id_ for path, thing in contents.read.items() for id_, _ in thresholds_of(path, thing)}
    for path, rule in contents.of(Rule).items():
        for nth, name in enumerate(rule.goes_by):
            if name not in known:
                near = did_you_mean(name, known) or "; write its address as in progression/raises.load_cap"
                yield Fault(path, f"goes_by[{nth}]", f'names "{name}", which is no number here{near}')
