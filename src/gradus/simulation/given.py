"""Plans that are given: a week that was searched for once is not searched for again.

Virtual people of one kind ask for the same weeks, and so do the same people under another policy. A plan
hangs on its request and the library alone, so what comes out is the same, only sooner."""

from gradus.library.library import Library
from gradus.planning.planner import plan
from gradus.planning.request import NoPlan, Plan, Request
from gradus.vocabulary.remembered import remembered

LIBRARIES = 128
"""So many libraries are kept in mind: that of the rules, and those with a number changed."""

SECONDS = 600.0
"""How long a search may take: so long that no clock decides, however busy the machine is, and a run is the
same everywhere."""

MOST = 20_000
"""So many plans of one library are kept in mind."""


def best_week(request: Request, library: Library) -> Plan | NoPlan:
    """The best week, as the planner finds it."""
    known = _known(library)
    asked = _asked(request)
    if asked not in known:
        if len(known) >= MOST:
            known.clear()
        known[asked] = plan(request, library, seconds=SECONDS)
    return known[asked]


def forget(library: Library) -> None:
    """Every plan of this library is to be searched for again."""
    _known(library).clear()


@remembered(LIBRARIES)
def _known(_: Library) -> dict[str, Plan | NoPlan]:
    return {}


def _asked(request: Request) -> str:
    """All that the week hangs on, beside the library. On which day it is asked, and in which words the screen
    has cleared, changes nothing."""
    return repr(
        (
            request.cleared.scope,
            request.cleared.limits,
            request.person,
            sorted(request.scores.items()),
            (request.programme.id, request.programme.version, request.phase.id),
            request.irritability,
            sorted(request.current.items()),
            sorted(request.withheld.items()),
            request.earned,
            (request.brief, request.age, request.on_foot_min),
        )
    )
