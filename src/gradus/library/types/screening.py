"""The safety screen: what is asked, what combinations of answers mean, and what is said and limited then."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest, least, most
from gradus.library.types.common import Count, Text, Threshold, Units
from gradus.library.types.content import content
from gradus.vocabulary.ids import ContradictionId, ItemId, LimitId, RuleId, ScreenId, SourceId
from gradus.vocabulary.scales import Basis, Caution, Equipment, Position


@content
class AnyOf:
    """Holds when one of the conditions does."""

    any: tuple["Condition", ...]


@content
class AllOf:
    """Holds when every one of the conditions does."""

    all: tuple["Condition", ...]


@content
class AtLeast:
    """Holds when so many of the conditions do."""

    at_least: Count
    of: tuple["Condition", ...]


@content
class Compare:
    """A number asked on a screen against a threshold of the same rule, by its name: `above` it, `reaching` it
    (at or above), or `below` it."""

    number: ItemId
    above: str | None = None
    reaching: str | None = None
    below: str | None = None


Condition = ItemId | AnyOf | AllOf | AtLeast | Compare
"""Conditions are data. There is no `none`: a rule that a further "yes" could silence would be unsafe, so one
more "yes" can never lower urgency, by construction."""


@content
class Item:
    """One question. `emergency` items answered "not sure" are asked `again` in other words; `background` is
    history or a condition; `event` is something new; `number` is a number with its unit and bounds. An item
    with `after` is asked only when that item was answered yes or not sure. A `lasting` condition does not go
    away by an unticked box: once told, it is asked whether it is gone, and limits until then. `who` tells of
    one that says who somebody is: nothing to be told as new, still there or gone."""

    id: ItemId
    kind: Literal["emergency", "event", "background", "number"]
    words: Text
    again: str = ""
    after: ItemId | None = None
    unit: Units | None = None
    lowest: float | None = None
    highest: float | None = None
    optional: bool = False
    lasting: bool = False
    who: bool = False


@content
class Screen:
    """One page of the screen: a tick list that ends in "none of these" and "not sure". `once_examined` is
    said beside `ask` to those whom a clinician has examined for something since they began."""

    id: ScreenId
    order: Count
    title: Text
    ask: Text
    items: Annotated[tuple[Item, ...], fewest(1)]
    reviewed_by: str
    reviewed_on: date | None = None
    once_examined: str = ""


@content
class ScreenRule:
    """What a combination of answers means. `says` tells the person why it matters, `do` what to do now.

    `passes_after` is for a passing illness alone: the lock then also ends, without a clearance, when the
    screen is answered afresh at least so many days later and the rule no longer speaks. One that
    `closes_all` is a review (A2) before which even walking and calm work are not offered."""

    id: RuleId
    notices: Text
    action: Annotated[int, least(0), most(4)]
    when: Condition
    says: Text
    do: Text
    basis: Basis
    reviewed_by: str
    reviewed_on: date | None = None
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    limits: tuple[LimitId, ...] = ()
    passes_after: Threshold | None = None
    closes_all: bool = False
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    caution: str = ""


@content
class Clause:
    """One side of a contradiction: an item that was `said` to be so, or a number `reaching` (at or above) or
    `below` a threshold by its name, or `reaching_item`, another number. A number with nothing more holds when
    it was given."""

    item: ItemId
    said: Literal["yes", "no"] | None = None
    reaching: str | None = None
    below: str | None = None
    reaching_item: ItemId | None = None


@content
class Contradiction:
    """Two answers that hardly go together, and how the person is asked about them. One that is not `possible`
    can be corrected but not confirmed."""

    id: ContradictionId
    asks: Text
    one: Clause
    other: Clause
    reviewed_by: str
    reviewed_on: date | None = None
    possible: bool = True
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)


@content
class ActionText:
    """What an action level tells a person to do, in words for a frightened reader."""

    id: str
    level: Annotated[int, least(0), most(4)]
    title: Text
    do: Annotated[tuple[Text, ...], fewest(1)]
    training: Text
    ends: Text
    reviewed_by: str
    reviewed_on: date | None = None


@content
class SafetyNet:
    """Said after every screen, whatever came out: a negative screen is not clearance."""

    title: Text
    says: Text
    watch_for: Annotated[tuple[Text, ...], fewest(1)]
    reviewed_by: str
    reviewed_on: date | None = None


@content
class LimitSpec:
    """A concrete restriction: what it forbids, caps or asks for. `says` tells the person. `support` lists the
    things of which one must be there for an exercise that tests the balance; `first_sets` caps the sets that
    an exercise begins with. `weights_by_trying` says that whoever trains already may find a first weight by
    trying all the same; without it they begin with the lightest."""

    id: LimitId
    says: Text
    reviewed_by: str
    reviewed_on: date | None = None
    forbids_cautions: tuple[Caution, ...] = ()
    forbids_positions: tuple[Position, ...] = ()
    max_hold_s: Threshold | None = None
    max_rank: Threshold | None = None
    min_reserve: Threshold | None = None
    first_sets: Threshold | None = None
    support: tuple[Equipment, ...] = ()
    more_warm_up: Threshold | None = None
    weights_by_trying: bool = False
    cues: tuple[Text, ...] = ()
    cites: tuple[SourceId, ...] = ()


@content
class ScreeningRules:
    """How long answers stay fresh and how locks end."""

    asked_again_after: Threshold
    emergency_lock_lasts_at_least: Threshold
    youngest: Threshold
    reviewed_by: str
    reviewed_on: date | None = None
