"""The example people as kinds of virtual people: what they answer and have, without their authored lives."""

from collections.abc import Mapping
from typing import Any

from gradus.simulation.diary import Said
from gradus.simulation.life import Archetype
from gradus.simulation.traits import Kind
from gradus.vocabulary.ids import ItemId
from gradus_cli.demo.people import ExamplePerson, people


def archetypes() -> dict[str, Archetype]:
    """The example people who may train, by id."""
    return {id_: _archetype(each) for id_, each in people().items() if each.profile}


def _archetype(person: ExamplePerson) -> Archetype:
    profile: Mapping[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in person.profile.items()
    }
    return Archetype(
        name=person.id,
        said=Said(
            {ItemId(key): value for key, value in person.answers.items()},
            {ItemId(key): float(value) for key, value in person.numbers.items()},
        ),
        profile=profile,
        kind=Kind(trained=bool(profile.get("trains_already"))),
    )
