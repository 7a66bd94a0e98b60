"""The lives of the example people, each lived once for all that is read of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gradus.journey.review import Review
from gradus.library.load import load
from gradus.record.facts import Fact
from gradus.record.history import History
from gradus.vocabulary.week import WEEK
from gradus_cli.demo.living import Living
from gradus_cli.demo.people import ExamplePerson, people


@dataclass(frozen=True)
class Life:
    """Sixteen weeks, of some people more: what was written, the history that it makes, and the look back
    on the morning after."""

    person: ExamplePerson
    written: Sequence[Fact]
    history: History
    look_back: Review


@cache
def lived(name: str) -> Life:
    living = Living(people()[name], load())
    days = living.person.life.weeks * WEEK
    list(living.live(days))
    written, history = tuple(living.written), living.history
    return Life(living.person, written, history, living.look_back(days))
