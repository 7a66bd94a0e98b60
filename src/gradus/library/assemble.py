"""The whole library, put together from what its files hold."""

from collections.abc import Mapping
from typing import Any, TypeVar

from gradus.library import types
from gradus.library.library import Layer, Library
from gradus.library.places import Kind
from gradus.library.thresholds import thresholds_of
from gradus.vocabulary.ids import LibraryVersion
from gradus.vocabulary.scales import Action

T = TypeVar("T")


def assemble(things: Mapping[str, Any], version: LibraryVersion, layers: tuple[Layer, ...]) -> Library:
    """The library of these things, by path; there is one of each kind that stands once."""
    held = [things[path] for path in sorted(things)]
    screens = tuple(sorted(_all(held, types.Screen), key=lambda screen: screen.order))
    return Library(
        version=version,
        layers=layers,
        sources=_by_id(held, types.Source),
        screens=screens,
        items={item.id: item for screen in screens for item in screen.items},
        screen_rules=_by_id(held, types.ScreenRule),
        actions={Action(text.level): text for text in _all(held, types.ActionText)},
        safety_net=_one(held, types.SafetyNet),
        screening=_one(held, types.ScreeningRules),
        limits=_by_id(held, types.LimitSpec),
        exercises=_by_id(held, types.Exercise),
        programmes=_by_id(held, types.Programme),
        measures=_by_id(held, types.Measure),
        rules=_by_id(held, types.Rule),
        pain=_one(held, types.PainLimits),
        mornings=_one(held, types.MorningRules),
        raises=_one(held, types.Raises),
        flare=_one(held, types.FlareRules),
        missed=_one(held, types.MissedTime),
        irritability=_one(held, types.IrritabilityRules),
        planning=_one(held, types.PlanningRules),
        objective=_one(held, types.Objective),
        reviews=_one(held, types.ReviewRules),
        thresholds={
            id_: number for path in sorted(things) for id_, number in thresholds_of(path, things[path])
        },
    )


def _all(held: list[Any], kind: type[T]) -> list[T]:
    return [thing for thing in held if type(thing) is kind]


def _one(held: list[Any], kind: type[T]) -> T:
    return next(thing for thing in held if type(thing) is kind)


def _by_id(held: list[Any], kind: Kind) -> dict[Any, Any]:
    return {thing.id: thing for thing in held if type(thing) is kind}
