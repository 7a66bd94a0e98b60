"""Two phones and a site, with a network between them that loses, doubles, delays and mixes up what is sent, a
site that dies in the middle, and clocks that jump: everything arrives, once, and all tell one history."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from gradus.journey.today import today
from gradus.progression.occasions import occasions, work
from gradus.record.codec import decode
from gradus.record.facts import Correction, DecisionShown, Fact, PlanMade, SessionDone, SetDone
from gradus.record.history import History, fold
from gradus.vocabulary.ids import FactId
from gradus_web.people import reading
from gradus_web.people.doors import Here, record_for
from gradus_web.people.models import FactLine, User
from gradus_web.pwa.actions import take
from gradus_web.pwa.seal import opened
from tests.tries import SLOW, TIMES, tries
from tests.web import clock
from tests.web.conftest import MONDAY, client_of
from tests.web.phones import Phone, Table

pytestmark = pytest.mark.django_db(transaction=True)
STEPS = 50
LATER = timedelta(seconds=20)

SEQUENCES = 10_000 if TIMES > 1 else 300 if SLOW else 30
BY_THE_ADDRESS = max(3, SEQUENCES // 30)
PHONES = (0, 1)
LUCK = ("well",) * 10 + ("lost", "unheard") * 2 + ("doubled",) * 4 + ("late", "0", "1", "2")
"""One in five is lost on one of the two ways, and one in five comes twice. A number: the site dies after it
has kept so many."""
OFF_H = (0.0, 0.0, 0.05, -0.05, 3.0, -3.0, 30.0, -30.0, 400.0, -400.0)
"""Hours by which a clock is set wrong."""


def any_of(*each: Iterable[Any]) -> st.SearchStrategy[Any]:
    """One of each, drawn at once."""
    return st.sampled_from(list(product(*each)))


@dataclass
class Site:
    """The site of one person. It begins anew for each sequence."""

    user: User
    bundle: Table
    base: int
    facts: tuple[Fact, ...]
    browser: Client
    by_pages: bool = False
    promised: dict[str, tuple[float, float]] = field(default_factory=dict)

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        printer.text("the site")

    def anew(self) -> None:
        """As it was before anything was told."""
        FactLine.objects.filter(seq__gt=self.base).delete()
        self.die()

    def die(self) -> None:
        """What a process had in mind is gone; what it committed is not."""
        reading._remembered.clear()

    def answer(self, batch: Table, now: datetime, dies_after: int | None = None) -> list[Table]:
        """The verdicts on what was sent; fewer where the site dies before it answers."""
        some = batch if dies_after is None else {**batch, "told": batch["told"][:dies_after]}
        verdicts = self._posted(some, now) if self.by_pages else self._kept(some, now)
        if dies_after is not None:
            self.die()
        return verdicts

    def at_once(self, batches: list[Table], now: datetime) -> list[list[Table]]:
        """The verdicts where the record was read for all before anything of any was kept."""
        heres = [record_for(self.user, now) for _ in batches]
        return [_verdicts(here, batch) for here, batch in zip(heres, batches, strict=True)]

    def _kept(self, batch: Table, now: datetime) -> list[Table]:
        return _verdicts(record_for(self.user, now), batch)

    def _posted(self, batch: Table, now: datetime) -> list[Table]:
        clock.AT["now"] = now
        answer = self.browser.post("/offline/told", json.dumps(batch), content_type="application/json")
        assert answer.status_code == 200, answer.content
        found: list[Table] = answer.json()["verdicts"]
        return found

    def work(self, seal: str) -> tuple[float, float]:
        """How much was promised under that seal."""
        if seal not in self.promised:
            found = opened(seal)
            assert found is not None
            self.promised[seal] = work(found[1].items)
        return self.promised[seal]

    def lines(self, after: int = 0) -> list[Fact]:
        """The facts after that line, in the order in which they arrived."""
        rows = FactLine.objects.filter(record__owner=self.user, seq__gt=after).order_by("seq")
        return list(decode(b"".join(map(bytes, rows.values_list("line", flat=True)))).facts)


def _verdicts(here: Here, batch: Table) -> list[Table]:
    sent_at = datetime.fromisoformat(batch["sent_at"])
    return [given._asdict() for given in take(here, batch["told"], sent_at)]


class Network(RuleBasedStateMachine):
    """What two phones tell, and what becomes of it on the way."""

    site: Site

    def __init__(self) -> None:
        super().__init__()
        self.site.anew()
        self.now = clock.AT["now"]
        self.wrong = timedelta(0)
        """By how much the clock of the site is off."""
        self.phones = (Phone(self.site.bundle), Phone(self.site.bundle))
        self.wire: list[Table] = []
        """What is still on its way: its phone waits for no answer any more."""
        self.told: dict[str, Table] = {}
        self.back: set[str] = set()
        self.ends: list[Table] = []

    @rule(drawn=any_of(PHONES, ("usual", "usual", "low"), "0138"))
    def tell(self, drawn: tuple[int, str, str]) -> None:
        nth, way, pain = drawn
        phone = self._later(nth)
        if phone.now is not None or phone.begin(self.now, way):
            told = phone.tell_set(self.now, {"pain": pain, "reserve": "3"})
            if told is not None:
                self.told[told["id"]] = told | {"low": phone.now is not None and phone.now.way == "low"}

    @rule(nth=st.sampled_from(PHONES))
    def take_back(self, nth: int) -> None:
        back = self._later(nth).take_back(self.now)
        self.back |= set() if back is None else {back}

    @rule(drawn=any_of(PHONES, ("finished", "stopped"), "129"))
    def end(self, drawn: tuple[int, str, str]) -> None:
        nth, how, pain = drawn
        told = self._later(nth).tell_end(self.now, {"how": how, "pain": pain})
        self.ends += [] if told is None else [told]

    @precondition(lambda self: self.phones[0].queue or self.phones[1].queue)
    @rule(drawn=any_of(PHONES, LUCK))
    def send(self, drawn: tuple[int, str]) -> None:
        """Sends what waits. The request is lost, or its answer, or it comes twice, or late, or the site dies
        before it answers."""
        nth, luck = drawn
        phone = self._later(nth if self.phones[nth].queue else 1 - nth)
        batch = phone.batch(self.now)
        if luck == "late":
            self.wire.append(batch)
        if luck in ("lost", "late"):
            return
        verdicts = self._arrives(batch, dies_after=int(luck) if luck.isdigit() else None)
        if luck == "doubled":
            self.wire.append(batch)
        if luck in ("well", "doubled"):
            phone.hear(batch, verdicts)

    @precondition(lambda self: self.phones[0].queue and self.phones[1].queue)
    @rule(first=st.sampled_from(PHONES))
    def send_at_once(self, first: int) -> None:
        """Both send, and the site has read the record for both before it keeps anything."""
        self.now += LATER
        phones = [self.phones[first], self.phones[1 - first]]
        batches = [phone.batch(self.now) for phone in phones]
        answers = self.site.at_once(batches, self.now + self.wrong)
        for phone, batch, verdicts in zip(phones, batches, answers, strict=True):
            phone.hear(batch, verdicts)

    @precondition(lambda self: self.wire)
    @rule(nth=st.integers(0, 9))
    def arrive_late(self, nth: int) -> None:
        self._arrives(self.wire.pop(nth % len(self.wire)))

    @rule(drawn=any_of((*PHONES, None), OFF_H))
    def set_a_clock(self, drawn: tuple[int | None, float]) -> None:
        nth, off = drawn[0], timedelta(hours=drawn[1])
        if nth is None:
            self.wrong = off
        else:
            self.phones[nth].off = off

    @rule(drawn=any_of(PHONES, (0, 0, 1, 9, 24)))
    def kill_a_page(self, drawn: tuple[int, int]) -> None:
        """The page is killed, and opened again hours later."""
        nth, hours = drawn
        self.now += timedelta(hours=hours)
        self._later(nth).open_again(self.now)

    def teardown(self) -> None:
        """The network comes back, and the clocks go right: then all is as it was told."""
        self.wrong = self.phones[0].off = self.phones[1].off = timedelta(0)
        for batch in self.wire:
            self._arrives(batch)
        for phone in self.phones:
            while phone.queue:
                batch = phone.batch(self.now)
                phone.hear(batch, self._arrives(batch))
        self._all_is_there(self.site.lines(self.site.base))

    def _all_is_there(self, came: list[Fact]) -> None:
        history = record_for(self.site.user, self.now).history
        assert history == fold((*reversed(came), *self.site.facts))
        sets = {fact.id: fact for fact in came if isinstance(fact, SetDone)}
        assert sets.keys() == self.told.keys()
        stand = {fact.id for fact in history.of(SetDone)}
        for id_, told in self.told.items():
            fields, kept = told["fields"], sets[FactId(id_)]
            assert (id_ in stand) == (id_ not in self.back)
            assert (kept.exercise, kept.pain_0_10) == (fields["exercise"], int(fields["pain"]))
            assert float(kept.reps or kept.seconds or kept.metres or 0) == float(fields["amount"])
        taken = [fact.corrects for fact in came if isinstance(fact, Correction)]
        assert len(taken) == len(set(taken)) == len(self.back)
        self._ends(came, history)
        self._never_more(history)

    def _ends(self, came: list[Fact], history: History) -> None:
        ends = [fact for fact in history.of(SessionDone) if fact in came]
        assert len({fact.session for fact in ends}) == len(ends)
        pains = [int(told["fields"]["pain"]) for told in self.ends]
        assert max((fact.pain_after_0_10 or 0 for fact in ends), default=0) == max(pains, default=0)

    def _never_more(self, history: History) -> None:
        """Where one phone did less, that is what was asked in that session, whatever another did. Of two
        sessions on one day whose ends nobody told, it is not known which was which."""
        low = {id_: told["seal"] for id_, told in self.told.items() if told["low"]}
        done = {each.id: each for each in occasions(history, history.of(PlanMade)[-1])}
        shapes: dict[date, set[str | None]] = defaultdict(set)
        for shown in history.of(DecisionShown):
            shapes[shown.day].add(shown.shape)
        for each in history.of(SetDone):
            found = done.get(each.session) if each.id in low else None
            if found is not None and (found.ended or len(shapes[found.day]) == 1):
                assert found.asked or work(found.items or ()) <= self.site.work(low[each.id])

    def _later(self, nth: int) -> Phone:
        self.now += LATER
        return self.phones[nth]

    def _arrives(self, batch: Table, dies_after: int | None = None) -> list[Table]:
        verdicts = self.site.answer(batch, self.now + self.wrong, dies_after)
        assert [each for each in verdicts if each["verdict"] == "refused"] == []
        return verdicts


@pytest.fixture
def site(owner: User) -> Site:
    reading._remembered.clear()  # a database that began anew numbers its lines anew
    browser = client_of(owner)
    bundle = browser.get("/offline/sessions").json()
    last = FactLine.objects.order_by("seq").last()
    assert last is not None
    found = Site(owner, bundle, last.seq, (), browser)
    found.facts = tuple(found.lines())
    return found


def try_all(site: Site, count: int) -> None:
    Network.site = site
    how = settings(max_examples=count, stateful_step_count=STEPS, phases=[Phase.generate, Phase.shrink])
    run_state_machine_as_test(Network, settings=how)


def test_everything_arrives_once_and_all_tell_one_history(site: Site) -> None:
    try_all(site, SEQUENCES)


def test_the_same_by_the_address_that_phones_send_to(site: Site) -> None:
    site.by_pages = True
    try_all(site, BY_THE_ADDRESS)


one_session = st.tuples(st.sampled_from(["usual", "low"]), st.integers(1, 14), st.sampled_from("0189"))
"""How somebody trains on one phone: the way, so many sets, and the pain of each and after."""


@tries(5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(both=st.tuples(one_session, one_session))
def test_what_one_phone_lowers_the_other_never_raises(site: Site, both: tuple[Any, Any]) -> None:
    """Two phones that did the same session apart, in whichever order they send: the next doses are the same,
    and no more than what either alone would have left it at where that is less than was promised."""
    told = [_apart(site, how) for how in both]
    alone = [_next_doses(site, [batch]) for batch in told]
    merged, other = _next_doses(site, told), _next_doses(site, told[::-1])
    assert merged == other
    promised = _next_doses(site, [])
    for exercise, dose in merged.items():
        before = promised.get(exercise)
        if before and any(exercise not in each or each[exercise] < before for each in alone):
            assert dose <= before


def _apart(site: Site, how: tuple[str, int, str]) -> Table:
    """What a phone sends of a session that was done on it."""
    (way, count, pain), phone, at = how, Phone(site.bundle), MONDAY
    assert phone.begin(at, way)
    for _ in range(count):
        at += LATER
        phone.tell_set(at, {"pain": pain, "reserve": "3"})
    phone.tell_end(at + LATER, {"how": "finished", "pain": pain})
    return phone.batch(at + LATER)


def _next_doses(site: Site, batches: list[Table]) -> dict[str, tuple[float, float]]:
    """What the next session asks, by exercise, after these were sent."""
    site.anew()
    for batch in batches:
        assert {each["verdict"] for each in site.answer(batch, MONDAY + timedelta(hours=1))} <= {
            "kept",
            "had",
        }
    here = record_for(site.user, MONDAY + timedelta(hours=1))
    days = (today(here.history, here.library, here.day + timedelta(days=nth)) for nth in range(2, 9))
    found = next((day for day in days if day.action == "train"), None)
    return {} if found is None else {item.exercise: work([item]) for item in found.items}
