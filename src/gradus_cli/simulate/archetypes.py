"""The example people as kinds of virtual people: what they answer and have, without their authored lives."""

from collections.abc import Mapping
from typing import Any

from gradus.simulation.diary import Said
from gradus.simulation.life import Archetype
from gradus.simulation.traits import Kind
from gradus.vocabulary.ids import ItemId
from gradus_cli.demo.people import ExamplePerson, people
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import did_you_mean


def archetypes() -> dict[str, Archetype]:
    """The example people who may train, by id."""
    return {id_: _archetype(each) for id_, each in people().items() if each.profile}


def chosen(name: str) -> Archetype:
    """The example person of that name; a failure that says why there is none, or why nothing is lived."""
    every, known = people(), archetypes()
    if name in known:
        return known[name]
    if name in every:
        says = f"{every[name].label}: the safety questions stop {name}, so there is no training to be lived."
        raise Failure(Exit.USAGE, says)
    hint = did_you_mean(name, [*every], instead=f"There are {', '.join(every)}.")
    raise Failure(Exit.NOT_FOUND, f"There is no example person {name!r}. {hint}")


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
