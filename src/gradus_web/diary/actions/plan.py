"""Taking a plan."""

from gradus.journey.plans import NoPlan, NotNow, Planned, accept, make
from gradus.vocabulary.ids import ProgrammeId
from gradus_web.people.doors import Here


def take(here: Here, programme: ProgrammeId | None) -> Planned | NoPlan | NotNow:
    """Makes the plan and keeps it, where there is one to be kept."""
    found = make(here.history, here.library, here.day, programme=programme)
    if isinstance(found, Planned):
        here.keep(accept(found, here.history, here.stamp(), here.library))
    return found
