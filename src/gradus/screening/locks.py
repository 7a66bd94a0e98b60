"""Locks: what opens them and how they end.

A lock ends by a fact only, never by time or by a corrected answer: a clinician's clearance, or the person's
statement that a clinician examined them for this (who, when, what was said). After it the screen is asked
again, and a rule that its answers then fulfil locks again. One thing is spared: a rule that asks for a review
before loading and stands on lasting states alone (a known, stable condition), as long as nothing new joins
them and no flare begins. And one ends otherwise: the pause for a passing illness, when the whole screen is
answered afresh days later and the illness is over (a plain cold).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from gradus.library.library import Library
from gradus.record.codec import canonical
from gradus.record.corrections import is_by_clinician
from gradus.record.facts import Clearance, Flare, MorningCheckIn, ScreenAnswers
from gradus.record.history import History
from gradus.screening.contradictions import Confirmed, confirm
from gradus.screening.judge import Finding, Rulebook, asked_again, unanswered
from gradus.screening.said import NO, Place, Said, counting, hear, place, reconcile, split
from gradus.screening.truth import YEARS, is_lasting
from gradus.vocabulary.ids import ContradictionId, ItemId, LimitId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Action
from gradus.vocabulary.value import Value, field, replace

TOO_SOON = RuleId("clearance-too-soon")
EXAMINED_BEFORE = RuleId("clearance-examined-before")
EXAMINED_LATER = RuleId("clearance-examined-later")
NOTHING_SAID = RuleId("clearance-nothing-said")
TOO_YOUNG = RuleId("clearance-too-young")
NOTHING_LOCKED = RuleId("clearance-nothing-locked")

Event = ScreenAnswers | Clearance | Flare | MorningCheckIn
"""What the screen looks at; the last two as far as they tell of a flare that begins."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A rule that stops loaded work (A2) or all exercise (A0, A1) until a clearance names it. `since` is the
    day it first fired and `last` the day it was last answered so; `items` are the answers it stands on, and
    `limits` hold once the person may train at all."""

    rule: RuleId
    action: Action
    since: date
    last: date
    because: Reason
    items: tuple[ItemId, ...]
    limits: tuple[LimitId, ...] = ()


class Standing(Value, frozen=True):
    """How a person stands after some of their record. `covered` tells for each rule which lasting states a
    clearance covers; answers given before `cleared_at` or `flared_at` are to be given again; the rules that
    `failed` could not be worked out for some of these answers."""

    said: Mapping[ItemId, Said] = field(default_factory=dict)
    locks: Mapping[RuleId, Lock] = field(default_factory=dict)
    covered: Mapping[RuleId, frozenset[ItemId]] = field(default_factory=dict)
    confirmed: Mapping[ContradictionId, Confirmed] = field(default_factory=dict)
    cleared_at: Place | None = None
    flared_at: Place | None = None
    failed: Mapping[RuleId, Reason] = field(default_factory=dict)

    def covers(self, finding: Finding) -> bool:
        """Whether an earlier clearance covers all that the finding stands on."""
        return bool(finding.items) and set(finding.items) <= self.covered.get(finding.rule, frozenset())

    def is_too_young(self, library: Library) -> bool:
        """Whether the age last given is below the youngest that this is made for."""
        ages = (said.value for id_, said in self.said.items() if library.items[id_].unit == YEARS)
        return any(isinstance(age, int | float) and age < library.screening.youngest.value for age in ages)


def standing(history: History, library: Library, today: date, until: Place | None = None) -> Standing:
    """How the person stands on `today`, by the facts placed before `until` if that is given.

    Screens are read as they ever came, corrected ones too. Of a screen dated after `today` only its alarms
    count: nothing in it is fresh; and no later clearance or flare is looked at.
    """
    events = [each for each in _events(history, today) if until is None or place(each) < until]
    past = [each for each in events if each.day <= today]
    now = history.kept.of(_after, library, *past)
    to_come = [each for each in events[len(past) :] if isinstance(each, ScreenAnswers)]
    return history.kept.of(_with_alarms, library, now, *to_come) if to_come else now


def _with_alarms(library: Library, now: Standing, *screens: ScreenAnswers) -> Standing:
    """The standing with the locks of screens that are dated later."""
    book = Rulebook.of(library)
    for screen in screens:
        heard = hear(now.said, screen, library, alarms_only=True)
        now = replace(now, locks=_locked(now, screen, heard, book))
    return replace(now, failed={**now.failed, **book.failed})


def _after(library: Library, *events: Event) -> Standing:
    """How the person stands after all of these, in order. From one day to the next there is nothing new in
    them as a rule."""
    book, now = Rulebook.of(library), Standing()
    last, before = None, now.said
    for event in events:
        here = place(event)
        again = here == last
        before = before if again else now.said
        match event:
            case ScreenAnswers():
                now = _screened(now, event, book, before=before if again else None)
            case Clearance():
                now = _ended(now, event, library)
            case _:
                now = replace(now, flared_at=here, covered={})
        last = here
    return replace(now, failed=book.failed)


def refusal(now: Standing, lock: Lock, *, clearance: Clearance, library: Library) -> Reason | None:
    """Why this clearance does not end this lock; None when it does."""
    if now.is_too_young(library) and all(library.items[item].unit == YEARS for item in lock.items):
        return library.reason(TOO_YOUNG, youngest=int(library.screening.youngest.value))
    waits = library.screening.emergency_lock_lasts_at_least.value
    if lock.action is Action.EMERGENCY_NOW and (clearance.day - lock.last).days < waits:
        return library.reason(TOO_SOON, alarm=lock.last.isoformat())
    return unexamined(clearance, lock.last, library)


def unexamined(clearance: Clearance, alarm: date, library: Library) -> Reason | None:
    """Why this clearance tells of no examination for an alarm of that day; None when it does."""
    if clearance.examined_on < alarm:
        return library.reason(
            EXAMINED_BEFORE, examined=clearance.examined_on.isoformat(), alarm=alarm.isoformat()
        )
    if clearance.examined_on > clearance.day:
        return library.reason(EXAMINED_LATER, examined=clearance.examined_on.isoformat())
    unsaid = not (clearance.examined_by.strip() and clearance.said.strip())
    return library.reason(NOTHING_SAID) if unsaid and not is_by_clinician(clearance) else None


def why_clearance_refused(history: History, library: Library, clearance: Clearance) -> Reason | None:
    """Why a clearance, in the history or still to be added, leaves a lock that it names; None when it ends
    all that it names. Of several refusals the one about the most urgent lock is told."""
    before = standing(history, library, clearance.day, until=place(clearance))
    named = [before.locks.get(rule) for rule in clearance.rules]
    found = sorted((lock for lock in named if lock is not None), key=_urgency)
    if not found:
        return library.reason(NOTHING_LOCKED)
    refused = (refusal(before, lock, clearance=clearance, library=library) for lock in found)
    return next((reason for reason in refused if reason is not None), None)


def _events(history: History, today: date) -> list[Event]:
    """What the screen looks at, in the order of the record. Versions of one fact stand in the order of their
    content, so that arrival changes nothing; a clearance that came in two versions is nobody's word."""
    said = [fact for fact in history.of(Clearance) if fact.day <= today and fact.id not in history.conflicts]
    events: list[Event] = [*history.ever(ScreenAnswers), *said, *_begun(history, today)]
    return sorted(events, key=lambda fact: (place(fact), canonical(fact) if history.conflicts else b""))


def flares(history: History, today: date) -> list[Place]:
    """Where each flare begins as the person told it: at any time, or by the first of mornings that say so."""
    return [place(fact) for fact in _begun(history, today)]


_flare = attrgetter("flare")


def _begun(history: History, today: date) -> list[Flare | MorningCheckIn]:
    """What tells of a flare that begins."""
    told: list[Flare | MorningCheckIn] = [*history.of(Flare)]
    if any(map(_flare, history.of(MorningCheckIn))):
        told += history.of(MorningCheckIn)
    begun, flaring = [], False
    for fact in sorted(told, key=place):
        if isinstance(fact, Flare):
            begins = flaring_now = fact.state == "began"
        else:
            flaring_now = fact.flare is True
            begins = flaring_now and not flaring
        flaring = flaring_now
        if begins and fact.day <= today:
            begun.append(fact)
    return begun


def _screened(
    now: Standing, screen: ScreenAnswers, book: Rulebook, *, before: Mapping[ItemId, Said] | None
) -> Standing:
    """The standing after a screen; where it is another version of the last one, `before` has what was said
    before either of them."""
    library = book.library
    heard = hear(now.said, screen, library)
    locks = _locked(now, screen, heard, book)
    said = heard if before is None else reconcile(now.said, heard, alone=hear(before, screen, library))
    locks = {rule: lock for rule, lock in locks.items() if not _has_passed(lock, said, book)}
    confirmed = confirm(now.confirmed, screen, said, library)
    return replace(now, said=said, locks=locks, confirmed=confirmed)


def _locked(
    now: Standing, screen: ScreenAnswers, heard: Mapping[ItemId, Said], book: Rulebook
) -> dict[RuleId, Lock]:
    """The locks after a screen by which this is heard."""
    locks = dict(now.locks)
    telling = {id_: each for id_, each in heard.items() if each.value != "no" or each.unticked}
    weighing = split(counting(telling, book.library, screen.day))
    found = book.findings(*weighing, mildest=Action.REVIEW_FIRST)
    locking = [each for each in found if each.action <= Action.REVIEW_FIRST and not now.covers(each)]
    named = _named(screen) if locking else frozenset()
    for finding in locking:
        if not named.isdisjoint(finding.items):
            locks[finding.rule] = _lock(finding, now.locks.get(finding.rule), screen.day)
    return locks


def _named(screen: ScreenAnswers) -> frozenset[ItemId]:
    """What the screen tells of: the items that it does not deny."""
    told = (id_ for id_, answer in screen.answers.items() if answer not in NO)
    return frozenset((*told, *screen.numbers))


def _has_passed(lock: Lock, said: Mapping[ItemId, Said], book: Rulebook) -> bool:
    """Whether a lock for a passing illness is over: the whole screen was answered afresh, late enough after
    the lock was last told, and the rule no longer speaks. No lock above a review ends like this."""
    rule = book.library.screen_rules.get(lock.rule)
    if rule is None or rule.passes_after is None or lock.action is not Action.REVIEW_FIRST:
        return False
    waits = rule.passes_after.value
    answers, numbers = split(
        (id_, each) for id_, each in said.items() if (each.day - lock.last).days >= waits
    )
    if unanswered(answers, numbers, book.library) or asked_again(answers, book.library):
        return False
    return all(finding.rule != lock.rule for finding in book.findings(answers, numbers))


def _lock(finding: Finding, before: Lock | None, day: date) -> Lock:
    since = day if before is None else before.since
    items = finding.items if before is None else tuple(dict.fromkeys((*before.items, *finding.items)))
    return Lock(finding.rule, finding.action, since, day, finding.because, items, finding.limits)


def _ended(now: Standing, clearance: Clearance, library: Library) -> Standing:
    """The standing after a clearance: what it ends, and that the screen is to be answered again."""
    ended = [
        lock
        for rule in clearance.rules
        if (lock := now.locks.get(rule)) and refusal(now, lock, clearance=clearance, library=library) is None
    ]
    if not ended:
        return now
    rules = {lock.rule for lock in ended}
    passing = {item for lock in ended for item in lock.items if not is_lasting(library.items[item])}
    reviewed = [lock for lock in ended if lock.action is Action.REVIEW_FIRST]
    lasting = {lock.rule: frozenset(lock.items) - passing for lock in reviewed}
    return replace(
        now,
        said={id_: said for id_, said in now.said.items() if id_ not in passing},
        locks={rule: lock for rule, lock in now.locks.items() if rule not in rules},
        covered={**now.covered, **lasting},
        cleared_at=place(clearance),
    )


def _urgency(lock: Lock) -> tuple[Action, RuleId]:
    return (lock.action, lock.rule)
