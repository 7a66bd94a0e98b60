"""Taking a plan."""

from gradus.journey.plans import Planned, accept, make
from gradus.vocabulary.ids import FactId, ProgrammeId
from gradus.vocabulary.value import replace
from gradus_web.people.doors import Here


def take(here: Here, programme: ProgrammeId | None, id_: FactId | None = None) -> bool:
    """Makes the plan and keeps it, under that id where one is given; False where there is none to be kept."""
    found = make(here.history, here.library, here.day, programme=programme)
    if not isinstance(found, Planned):
        return False
    stamp = here.stamp()
    stamp = stamp if id_ is None else replace(stamp, id=id_)
    here.keep(accept(found, here.history, stamp, here.library))
    return True
