"""The whole library, put together from what its files hold."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, TypeVar

from gradus.library import types
from gradus.library.later import MadeLater, ReadLater
from gradus.library.library import Layer, Library
from gradus.library.places import Kind, id_at, kind_at
from gradus.library.thresholds import thresholds_of
from gradus.vocabulary.ids import LibraryVersion
from gradus.vocabulary.scales import Action

T = TypeVar("T")
Read = Callable[[str], Any]
"""What stands at a path."""


def assemble(paths: Iterable[str], read: Read, version: LibraryVersion, layers: tuple[Layer, ...]) -> Library:
    """The library of what stands at these paths; there is one of each kind that stands once. What may be many
    is read when it is first asked for."""
    by_kind: dict[Kind, list[str]] = {}
    for path in sorted(paths):
        by_kind.setdefault(kind_at(path), []).append(path)

    def every(kind: type[T]) -> list[T]:
        return [read(path) for path in by_kind.get(kind, ())]

    def one(kind: type[T]) -> T:
        return every(kind)[0]

    def by_id(kind: Kind) -> ReadLater[Any, Any]:
        return ReadLater({id_at(path): path for path in by_kind.get(kind, ())}, read)

    screens = tuple(sorted(every(types.Screen), key=lambda screen: screen.order))
    return Library(
        version=version,
        layers=layers,
        sources=by_id(types.Source),
        claims=by_id(types.Claim),
        answers=by_id(types.Answer),
        screens=screens,
        items={item.id: item for screen in screens for item in screen.items},
        screen_rules=by_id(types.ScreenRule),
        actions={Action(text.level): text for text in every(types.ActionText)},
        safety_net=one(types.SafetyNet),
        screening=one(types.ScreeningRules),
        limits=by_id(types.LimitSpec),
        contradictions=by_id(types.Contradiction),
        exercises=by_id(types.Exercise),
        programmes=by_id(types.Programme),
        measures=by_id(types.Measure),
        rules=by_id(types.Rule),
        pain=one(types.PainLimits),
        mornings=one(types.MorningRules),
        raises=one(types.Raises),
        steps=one(types.StepTable),
        flare=one(types.FlareRules),
        missed=one(types.MissedTime),
        deload=one(types.DeloadRules),
        effort=one(types.EffortRules),
        irritability=one(types.IrritabilityRules),
        planning=one(types.PlanningRules),
        objective=one(types.Objective),
        reviews=one(types.ReviewRules),
        watching=one(types.WatchingRules),
        search_words=one(types.SearchWords),
        emergency=one(types.EmergencyNumbers),
        person_models=by_id(types.PersonModel),
        studies=by_id(types.Study),
        thresholds=MadeLater(
            lambda: {
                id_: number
                for path in sorted(chain.from_iterable(by_kind.values()))
                for id_, number in thresholds_of(path, read(path))
            }
        ),
    )
