"""The laboratory: the same people under several policies and worlds, and what became of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gradus.library.library import Library
from gradus.library.types.simulation import PersonModel
from gradus.simulation.assumptions import Assumed, assuming
from gradus.simulation.demand import demands
from gradus.simulation.dice import Dice
from gradus.simulation.life import Archetype, Life, Policy, World
from gradus.simulation.risk import expected_days
from gradus.vocabulary.week import WEEK

MONDAY = date(2024, 1, 1)
LAST_WEEKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A world as it might be: how much oftener flares come after an overload, how people differ in what they
    bear, how mornings hang together, and any other assumption of the model. None takes the model's own."""

    hazard_ratio: float | None = None
    margin_spread: float | None = None
    correlation: float | None = None
    assumed: tuple[Assumed, ...] = ()

    def applied(self, model: PersonModel) -> PersonModel:
        """The model in this world."""
        named = {
            "flares.hazard_ratio": self.hazard_ratio,
            "tolerance.margin_spread": self.margin_spread,
            "day_to_day.correlation": self.correlation,
        }
        others = ((address, value) for address, value in named.items() if value is not None)
        return assuming(model, *others, *self.assumed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What became of one person under one policy. Gains are shares of the first capacity, pain is in points,
    days are counted from 0. `caused` are flare days beyond those that would have come by themselves;
    `expected` are those that the overloads would cause on average, whatever the dice."""

    policy: str
    archetype: str
    person: int
    gain: float
    caused: int
    expected: float
    natural: int
    overloads: int
    days: int
    done: int
    lowered: int
    lowered_falsely: int
    missed: int
    sent: int
    pain_first: float
    pain_last: float
    goal_on: int | None
    left_on: int | None
    referred_on: int | None


def lived(life: Life, person: int) -> Lived:
    """The outcome of a life that was lived. Pain is that of the first and of the last four weeks, as felt."""
    tally, felt = life.tally, life.felt
    span = LAST_WEEKS * WEEK
    return Lived(
        policy=life.policy.name,
        archetype=life.who.name,
        person=person,
        gain=life.body.strength_gained(),
        caused=life.pain.flare_days - life.pain.natural_flare_days,
        expected=expected_days(tally.at_risk, life.pain.traits.flare_hazard, life.world.model.flares),
        natural=life.pain.natural_flare_days,
        overloads=life.body.overloads,
        days=tally.days,
        done=tally.done,
        lowered=tally.lowered,
        lowered_falsely=tally.lowered_falsely,
        missed=tally.missed,
        sent=tally.sent,
        pain_first=sum(felt[:WEEK]) / len(felt[:WEEK]),
        pain_last=sum(felt[-span:]) / len(felt[-span:]),
        goal_on=tally.goal_on,
        left_on=tally.left_on,
        referred_on=tally.referred_on,
    )


@dataclass(frozen=True, slots=True)
class Laboratory:
    """What a run is made of. `dice` gives the dice of a person by number: the same for every policy and every
    world."""

    library: Library
    model: PersonModel
    archetypes: Sequence[Archetype]
    policies: Mapping[str, Callable[[Library], Policy]]
    dice: Callable[[int, int], Dice]
    days: int

    def world(self, setting: Setting) -> World:
        """The world of a setting."""
        model = setting.applied(self.model)
        return World(
            library=self.library,
            model=model,
            demands=demands(self.library, model),
            begins=MONDAY,
            days=self.days,
        )

    def live(self, people: Sequence[int], setting: Setting) -> Iterator[Lived]:
        """Each of these people under each policy. Archetypes take turns by number."""
        world = self.world(setting)
        for person in people:
            who = self.archetypes[person % len(self.archetypes)]
            dice = self.dice(person, self.days)
            for make in self.policies.values():
                life = Life(dice, who, make(self.library), world)
                life.live()
                yield lived(life, person)
