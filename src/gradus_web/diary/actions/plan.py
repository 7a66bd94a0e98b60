"""Taking a plan."""

from gradus.journey.plans import Planned, accept, make
from gradus.vocabulary.ids import ProgrammeId
from gradus_web.people.doors import Here


def take(here: Here, programme: ProgrammeId | None) -> bool:
    """Makes the plan and keeps it; False where there is none to be kept."""
    found = make(here.history, here.library, here.day, programme=programme)
    if not isinstance(found, Planned):
        return False
    here.keep(accept(found, here.history, here.stamp(), here.library))
    return True
