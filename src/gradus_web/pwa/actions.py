"""What was told without a network, kept when it arrives: each once, in the order in which it was told."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gradus.journey.promise import to_do
from gradus.journey.sessions import ended, of_the_day, shown_for
from gradus.journey.stamp import Stamp
from gradus.record.facts import Correction, DecisionShown, SessionDone, SetDone
from gradus.record.ids import name_based
from gradus.record.person import person
from gradus.record.promised import of_day
from gradus.record.twice import told_again
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import Side
from gradus.vocabulary.value import replace
from gradus_web.diary.actions.morning import check_in, woke_as
from gradus_web.diary.actions.session import Felt, Place, made
from gradus_web.diary.forms import EndForm, Morning, SetForm
from gradus_web.people.doors import Here
from gradus_web.pwa.seal import opened

Verdict = Literal["kept", "had", "refused"]
Told = Mapping[str, Any]
CLOCKS_AGREE = timedelta(minutes=2)
"""A phone's clock that is off by more is put right by how far it is off when it sends."""
TAKEN_BACK = "taken back at once"
NOT_READ = _("It could not be read.")
NOT_OURS = _("It belongs to no session that this site gave to a phone.")


class Given(NamedTuple):
    """What became of one thing that was told."""

    id: str
    verdict: Verdict
    says: str = ""


class Refused(Exception):
    """It cannot be kept, for good; the words say why."""

    def __init__(self, says: str | Promise) -> None:
        super().__init__(says)
        self.says = str(says)


def take(here: Here, batch: list[Told], sent_at: datetime) -> Iterator[Given]:
    """The verdict on each thing told, kept on its own: what is refused keeps back nothing else."""
    off = here.now - sent_at
    for told in batch:
        try:
            with here.alone():
                given = _taken(here, told, timedelta(0) if abs(off) <= CLOCKS_AGREE else off)
        except Refused as fault:
            given = Given(str(told.get("id", ""))[:36], "refused", fault.says)
        yield given


def _taken(here: Here, told: Told, off: timedelta) -> Given:
    id_, at, begun = _id(told), *_moments(told, off, here.now)
    then = Here(here.row, here.history, at)
    act = ACTS.get(str(told.get("what")))
    if act is None:
        raise Refused(NOT_READ)
    is_new = here.known(id_) is None and act(then, id_, told, begun)
    here.history = then.history
    return Given(id_, "kept" if is_new else "had")


def _set(here: Here, id_: FactId, told: Told, begun: date) -> bool:
    """Keeps a set."""
    session, shown = _session(here, told, begun)
    form = SetForm(_fields(told))
    if not form.is_valid():
        raise Refused(NOT_READ)
    said = form.cleaned_data
    item = next((each for each in to_do(shown) if each.exercise == said["exercise"]), None)
    known = here.library.exercises.get(ExerciseId(said["exercise"]))
    if item is None or known is None:
        raise Refused(NOT_OURS)
    felt = Felt(
        amount=said["amount"],
        load=said["load"],
        reserve=said["reserve"],
        pain=said["pain"],
        leg=said["leg"] or None,
    )
    side = Side(told["side"]) if known.one_sided and told.get("side") in ("left", "right") else None
    had = [
        each for each in here.history.sets_of(session) if (each.exercise, each.side) == (item.exercise, side)
    ]
    place = Place(session, max((each.nth for each in had), default=0) + 1, side)
    fact = made(_stamp(here, id_, shown), item, felt, place, person(here.history).weight_unit)
    here.keep(shown, fact)
    return True


def _stamp(here: Here, id_: FactId, shown: DecisionShown) -> Stamp:
    """The envelope of what is told of a session: about its day or, past midnight, the one after it."""
    past_midnight = here.day - shown.day == timedelta(days=1)
    return replace(here.stamp(), id=id_, day=here.day if past_midnight else shown.day)


def _undo(here: Here, id_: FactId, told: Told, _: date) -> bool:
    """Takes back a set, on whichever day it was told; False where no such set stands."""
    fact = here.known(FactId(str(told.get("set", ""))))
    if not isinstance(fact, SetDone) or fact not in here.history.sets_of(fact.session):
        return False
    here.keep(replace(here.stamp(), id=id_).fact(Correction, corrects=fact.id, why=TAKEN_BACK))
    return True


def _end(here: Here, id_: FactId, told: Told, begun: date) -> bool:
    """Tells how the session ended; False where all of that was told before, or nothing was done in it."""
    session, shown = _session(here, told, begun)
    form = EndForm(_fields(told))
    if not form.is_valid():
        raise Refused(NOT_READ)
    said = form.cleaned_data
    done = _stamp(here, session, shown).fact(
        SessionDone,
        plan=shown.plan,
        shape=shown.shape,
        ended=said["how"],
        short=shown.short,
        pain_after_0_10=said["pain"],
        note=said["note"],
    )
    before = next((each for each in here.history.of(SessionDone) if each.session == session), None)
    if before is not None:
        again = None if before.ended == "skipped" else told_again(before, done, done.at, id_)
        here.keep(*([] if again is None else [again]))
        return again is not None
    if not here.history.sets_of(session):
        return False
    here.keep(done)
    return True


def _morning(here: Here, id_: FactId, told: Told, _: date) -> bool:
    """Keeps a check-in."""
    form = Morning(_fields(told))
    if not form.is_valid():
        raise Refused(NOT_READ)
    check_in(here, woke_as(form.cleaned_data, id_))
    return True


ACTS: Mapping[str, Callable[[Here, FactId, Told, date], bool]] = {
    "set": _set,
    "undo": _undo,
    "end": _end,
    "morning": _morning,
}
"""What keeps each thing that can be told; False where all of it was kept before."""


def _session(here: Here, told: Told, begun: date) -> tuple[FactId, DecisionShown]:
    """The session of what was told, and what was promised for it."""
    first = here.known(FactId(str(told.get("run"))))
    known = first.session if isinstance(first, SetDone) else None
    return session_of(here, str(told.get("seal", "")), begun, known)


def session_of(
    here: Here, seal: str, begun: date, known: FactId | None = None
) -> tuple[FactId, DecisionShown]:
    """The session that what was promised under this seal belongs to, with the promise: the `known` one that
    was begun with it, whatever a clock did since; that of the day which is this same one, so that phones that
    trained apart tell of one session; else one of its own."""
    carried, promised = _promised(here, seal)
    own = FactId(name_based(UUID(carried).bytes, begun.isoformat().encode()))
    if known is None or ended(here.history).get(known) == "skipped":
        known = None if here.history.sets_of(own) else of_the_day(here.history, begun)
        known = known if known is not None and _is_it(here, known, of_day(promised, begun)) else own
    return known, of_day(promised, _day_of(here, known, begun))


def _day_of(here: Here, session: FactId, otherwise: date) -> date:
    """The day for which the session was promised: that of its first set, or the one before past midnight."""
    shown = {fact.day for fact in here.history.of(DecisionShown)}
    first = [each.day - timedelta(days=nth) for each in here.history.sets_of(session)[:1] for nth in (0, 1)]
    return next((day for day in first if day in shown), otherwise)


def _promised(here: Here, seal: str) -> tuple[FactId, DecisionShown]:
    found = opened(seal)
    if found is None or found[1].person != here.person:
        raise Refused(NOT_OURS)
    return found[0], found[1]


def _is_it(here: Here, known: FactId, shown: DecisionShown) -> bool:
    shapes = {each.shape for each in shown_for(here.history, shown.day, known)} or {shown.shape}
    return ended(here.history).get(known) != "skipped" and shown.shape in shapes


def _fields(told: Told) -> dict[str, Any]:
    fields = told.get("fields")
    return fields if isinstance(fields, dict) else {}


def _id(told: Told) -> FactId:
    try:
        return FactId(str(UUID(str(told.get("id")))))
    except ValueError:
        raise Refused(NOT_READ) from None


def _moments(told: Told, off: timedelta, now: datetime) -> tuple[datetime, date]:
    """When it was told, by the phone's clock put right and never later than now; and the day on which its
    session began, that day or the one before it."""
    try:
        said = datetime.fromisoformat(str(told.get("at")))
        began = date.fromisoformat(str(told.get("day")))
        at = min(said + off, now.astimezone(said.tzinfo))
        past_midnight = said.date() - began == timedelta(days=1)
        return at, at.date() - timedelta(days=int(past_midnight))
    except (ValueError, TypeError, OverflowError):
        raise Refused(NOT_READ) from None
