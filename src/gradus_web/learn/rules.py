"""A rule as a page: what it notices, the numbers it goes by, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from gradus.library.types import Rule, ScreenRule, Source, Threshold
from gradus.vocabulary.ids import RuleId
from gradus_exchange.numbers import amount, ground
from gradus_web.content import library
from gradus_web.learn.queries import sources_of


@dataclass(frozen=True, slots=True)
class Number:
    """A number by which a rule goes, in words."""

    what: str
    value: str
    ground: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """A rule, with every publication that it or one of its numbers cites."""

    name: str
    notices: str
    ground: str
    note: str
    numbers: tuple[Number, ...]
    sources: tuple[Source, ...]
    reviewed_by: str


def rule_page(name: str) -> RulePage | None:
    """The rule with that id; None where there is none."""
    known = library()
    rule = known.rules.get(RuleId(name)) or known.screen_rules.get(RuleId(name))
    if rule is None:
        return None
    numbers = dict(_numbers(rule))
    cites = dict.fromkeys((*rule.cites, *(cite for each in numbers.values() for cite in each.cites)))
    return RulePage(
        name=name.replace("-", " "),
        notices=rule.notices,
        ground=ground(rule),
        note=rule.note if isinstance(rule, Rule) else rule.caution,
        numbers=tuple(_told(what, each) for what, each in numbers.items()),
        sources=sources_of(tuple(cites)),
        reviewed_by=rule.reviewed_by,
    )


def _numbers(rule: Rule | ScreenRule) -> Iterator[tuple[str, Threshold]]:
    if isinstance(rule, ScreenRule):
        yield from rule.thresholds.items()
        if rule.passes_after is not None:
            yield "passes after", rule.passes_after
    else:
        yield from ((id_.rpartition(".")[2], library().thresholds[id_]) for id_ in rule.goes_by)


def _told(what: str, number: Threshold) -> Number:
    return Number(
        what=what.replace("_", " ").replace("-", " "),
        value=amount(number.value, number.unit),
        ground=ground(number),
        note=number.note,
    )
