"""What a program tells, kept: each fact once, on its own, with a verdict."""

from uuid import UUID

from gradus.journey.promise import standing, to_do
from gradus.journey.sessions import ended, shown_for
from gradus.record.batch import Batch, id_in, line_of, read_batch
from gradus.record.codec import canonical, decode
from gradus.record.facts import DecisionShown, Fact, SessionDone, SetDone
from gradus.vocabulary.ids import FactId
from gradus_web.api import site
from gradus_web.api.may import why_not
from gradus_web.diary.actions.session import why_stop
from gradus_web.diary.queries.session import KEYS
from gradus_web.people.doors import Differs, Here
from gradus_web.pwa.actions import NOT_READ, Given, Refused, session_of

MOST = 100
"""So many facts are told at once; a program sends the rest after them."""
DEVICE = "api"
TWICE = "id: another fact came under it before; that one stays. To change it, send a new one with `corrects`"
LEFT_OUT = "session: it was left out; take that back first, by a correction of it"
NOBODYS = "person: leave it out; whose record it is follows from who asks"


def tell(here: Here, body: bytes) -> list[Given]:
    """The verdict on each fact, in their order: what is refused keeps back nothing else."""
    batch = read_batch(body)
    if len(batch.facts) > MOST:
        raise site.Refused(413, f"That is too much at once: send at most {MOST} facts.")
    lines = [line_of(each, {"person": here.person, "device": DEVICE}) for each in batch.facts]
    return [_given(here, line, batch) for line in lines]


def _given(here: Here, line: bytes, batch: Batch) -> Given:
    try:
        fact = _read(here, line)
        with here.alone():
            if (had := here.known(fact.id)) is not None:
                return _had(fact, had)
            if (why := why_not(here, fact)) is not None:
                raise Refused(why)
            here.keep(*_begins(here, fact, batch.promise or ""), fact)
    except Refused as fault:
        return Given(id_in(line), "refused", fault.says)
    except Differs:
        return Given(id_in(line), "refused", TWICE)
    return Given(fact.id, "kept", why_stop(here, fact.id) or "")


def _read(here: Here, line: bytes) -> Fact:
    decoded = decode(line)
    for fault in decoded.faults:
        raise Refused(f"{fault.where}: {fault.what}; {fault.advice}")
    if len(decoded.facts) != 1:
        raise Refused("kind: this Gradus does not know it" if decoded.unknown else NOT_READ)
    fact = decoded.facts[0]
    if fact.person != here.person:
        raise Refused(NOBODYS)
    named = (fact.id, fact.corrects, fact.session if isinstance(fact, SetDone) else None)
    if not all(each is None or _is_plain(each) for each in named):
        raise Refused("id: write a UUID in small letters, such as 0199d3c0-7d1e-7000-8000-000000000001")
    return fact


def _is_plain(said: FactId) -> bool:
    try:
        return str(UUID(said)) == said
    except ValueError:
        return False


def _had(fact: Fact, had: Fact) -> Given:
    if canonical(fact) != canonical(had):
        raise Refused(TWICE)
    return Given(fact.id, "had")


def _begins(here: Here, fact: Fact, seal: str) -> tuple[DecisionShown, ...]:
    """The promise that is kept with this fact, where it is the first of its session."""
    if not isinstance(fact, SetDone | SessionDone):
        return ()
    session = fact.session
    how = ended(here.history).get(session)
    if how == "skipped" and isinstance(fact, SetDone):
        raise Refused(LEFT_OUT)
    begun = how is not None or bool(here.history.sets_of(session))
    if begun:
        shown = standing(shown_for(here.history, fact.day, session))
    else:
        right, shown = session_of(here, seal, fact.day)
        if session != right:
            raise Refused(f"session: the one of that day is {right}; tell it under that id")
    if isinstance(fact, SetDone):
        _set(here, fact, shown)
    else:
        _end(here, fact, shown)
    return () if begun or shown is None else (shown,)


def _set(here: Here, fact: SetDone, shown: DecisionShown | None) -> None:
    item = next((each for each in (to_do(shown) if shown else ()) if each.exercise == fact.exercise), None)
    if item is None:
        raise Refused(f"exercise: {fact.exercise} is not in the session as it was promised")
    key, sided = KEYS[item.dose.kind], here.library.exercises[fact.exercise].one_sided
    told = [each for each in ("reps", "seconds", "metres") if getattr(fact, each) is not None]
    if told != [key]:
        raise Refused(f"{key}: tell that of this exercise, and no other amount")
    if sided != (fact.side is not None):
        raise Refused(f"side: {'left or right' if sided else 'leave it out'}")


def _end(here: Here, fact: SessionDone, shown: DecisionShown | None) -> None:
    if fact.ended != "skipped" and not here.history.sets_of(fact.session):
        raise Refused("ended: no set was told; a session in which nothing was done is skipped")
    if shown is None:
        return
    short = "no" if fact.ended == "skipped" else shown.short
    if (fact.plan, fact.shape, fact.short) != (shown.plan, shown.shape, short):
        raise Refused(f"plan, shape, short: they are {shown.plan}, {shown.shape} and {short}")
