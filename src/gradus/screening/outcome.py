"""The screen as it stands on a day: how urgent, what locks, what to ask, and who is cleared."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from math import ceil

from gradus.library.library import Library
from gradus.library.types import Contradiction
from gradus.record.facts import Clearance, ScreenAnswers
from gradus.record.history import History
from gradus.screening.changes import Change, changes
from gradus.screening.cleared import Cleared, Scope, clear
from gradus.screening.contradictions import contradictions
from gradus.screening.judge import Finding, Rulebook, asked_again, quoted, unanswered
from gradus.screening.limits import Limits, combine
from gradus.screening.locks import Lock, Standing, flares, standing
from gradus.screening.said import Said, counting, place, recent_since, split
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Action
from gradus.vocabulary.value import replace

UNFINISHED = RuleId("screen-unfinished")
ASKED_AGAIN = RuleId("screen-asked-again")
AFTER_TIME = RuleId("screen-after-time")
AFTER_FLARE = RuleId("screen-after-flare")
AFTER_CLEARANCE = RuleId("screen-after-clearance")
COVERED = RuleId("clearance-covers")
STILL_SO = RuleId("screen-still-so")
CONTRADICTION = RuleId("screen-contradiction")
NEWER = RuleId("screen-newer-version")
ALARMS = frozenset({"screen", "lock", "flare", "morning", "clearance", "correction"})
"""Kinds of facts that can carry an alarm, or take an all-clear back. One that this code is too old to read is
no all-clear."""

NOTHING_FOUND = RuleId("screen-nothing-found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the screen says on one day.

    `action` is the most urgent level that stands, None when nothing was found. `locks` are the rules that
    stop something until a clearance names them. `ask` are items to be answered, `ask_again` those that were
    answered and are asked once more: emergencies answered "not sure" (`unsure`), lasting conditions told
    before and not ticked now (`unticked`), and both items of each of the `contradictions`. `blocked` says
    what nobody can know: alarms of a newer version, rules that fail. `cleared` is None while A0, A1 or a rule
    that closes all locks, anything is to be asked or blocks, or the person is too young. `due` is the day on
    which the screen is to be answered again: today when something is to be asked, None while only a clearance
    helps.
    `changes()` is what the newest round tells beside the one before, worked out when it is asked for."""

    action: Action | None
    locks: tuple[Lock, ...]
    ask: tuple[ItemId, ...]
    ask_again: tuple[ItemId, ...]
    cleared: Cleared | None
    because: tuple[Reason, ...]
    due: date | None
    blocked: tuple[Reason, ...] = ()
    unsure: tuple[ItemId, ...] = ()
    unticked: tuple[ItemId, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    changes: Callable[[], tuple[Change, ...]] = field(default=tuple, compare=False)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a standing comes to as long as none of its answers becomes too old. `again` are the items to be
    answered once more, `asked` says why anything is asked, `failed` which rules failed; `limits` and `due`
    are there only where nothing of this stands against training."""

    locks: tuple[Lock, ...]
    told: tuple[Lock | Finding, ...]
    ask: tuple[ItemId, ...]
    unsure: tuple[ItemId, ...]
    unticked: tuple[ItemId, ...]
    again: tuple[ItemId, ...]
    torn: tuple[Contradiction, ...]
    asked: tuple[Reason, ...]
    failed: tuple[Reason, ...]
    limits: Limits | None
    due: date | None


def screen(history: History, library: Library, today: date) -> Outcome:
    """The outcome of all that was answered and cleared up to `today`."""
    now = standing(history, library, today)
    days = history.kept.of(_changing, now, library)
    read = history.kept.of(_read, now, library, days[bisect_right(days, today) - 1])
    blocked = _blocked(history, read, library)
    found = tuple(each.because for each in read.told)
    cleared, due = None, today if read.ask or read.again else None
    if read.limits is not None and not blocked:
        scope: Scope = "calm" if read.locks else "full"
        cleared = clear(scope, read.limits, on=today, because=found or _nothing_found(library))
        due = read.due
    return Outcome(
        action=min((each.action for each in read.told), default=None),
        locks=read.locks,
        ask=read.ask,
        ask_again=read.again,
        cleared=cleared,
        because=(*blocked, *found, *read.asked) or _nothing_found(library),
        due=due,
        blocked=blocked,
        unsure=read.unsure,
        unticked=read.unticked,
        contradictions=read.torn,
        changes=partial(changed, history, library, today),
    )


def _changing(now: Standing, library: Library) -> tuple[date, ...]:
    """The days on which one of these answers becomes too old, in order, after the first day of all. From each
    of them to the next the same ones are recent."""
    lasts = ceil(library.screening.asked_again_after.value)
    days = {said.place[0] for said in now.said.values()}
    return (date.min, *sorted(shifted(day, lasts) for day in days))


def _read(now: Standing, library: Library, day: date) -> _Read:
    """What the standing comes to on that day. From one day to the next it is the same as a rule."""
    book = Rulebook.of(library)
    locks = tuple(sorted(now.locks.values(), key=lambda lock: (lock.action, lock.rule)))
    found = _found(book.findings(*split(counting(now.said, library, day))), now, library)
    told: tuple[Lock | Finding, ...] = (*locks, *found)
    fresh = _fresh(now, library, day)
    answers, numbers = split(fresh.items())
    unticked = tuple(id_ for id_ in library.items if id_ in now.said and now.said[id_].unticked)
    ask, unsure = unanswered(answers, numbers, library), asked_again(answers, library)
    torn = contradictions(fresh, now.confirmed, library)
    both = {clause.item for each in torn for clause in (each.one, each.other)}
    again = tuple(id_ for id_ in library.items if id_ in {*unsure, *unticked, *both})
    failed = {**now.failed, **book.failed}
    closed = any(_closes_all(lock, library) for lock in locks)
    limits, due = None, None
    if not (ask or again or failed or closed or now.is_too_young(library)):
        due = _due(fresh, library)
        limits = combine(((limit, each.rule) for each in told for limit in each.limits), library)
    asked = (
        *_why_asked(ask, unsure, now=now, library=library, today=day),
        *((library.reason(STILL_SO, what=quoted(unticked, library)),) if unticked else ()),
        *(library.reason(CONTRADICTION, what=each.asks) for each in torn),
    )
    return _Read(
        locks=locks,
        told=told,
        ask=ask,
        unsure=unsure,
        unticked=unticked,
        again=again,
        torn=torn,
        asked=asked,
        failed=tuple(failed.values()),
        limits=limits,
        due=due,
    )


def unknown(blocked: Reason) -> Outcome:
    """The outcome of a screen that could not be worked out at all."""
    return Outcome(
        action=None,
        locks=(),
        ask=(),
        ask_again=(),
        cleared=None,
        because=(blocked,),
        due=None,
        blocked=(blocked,),
    )


def _blocked(history: History, read: _Read, library: Library) -> tuple[Reason, ...]:
    """What nobody can know of this record, whatever was answered."""
    newer = any(fact.kind in ALARMS for fact in history.unknown)
    return (*([library.reason(NEWER)] if newer else ()), *read.failed)


def _closes_all(lock: Lock, library: Library) -> bool:
    """Whether nobody trains behind this lock, walking and calm work included."""
    rule = library.screen_rules.get(lock.rule)
    return lock.action <= Action.SAME_DAY or (rule is not None and rule.closes_all)


def changed(history: History, library: Library, today: date) -> tuple[Change, ...]:
    """What the newest round of answers up to that day tells beside the one before."""
    screens = [fact for fact in history.ever(ScreenAnswers) if fact.day <= today]
    cleared = [place(fact) for fact in history.of(Clearance) if fact.day <= today]
    return changes(screens, (*flares(history, today), *cleared), library)


def _fresh(now: Standing, library: Library, today: date) -> dict[ItemId, Said]:
    """The answers that need not be given again: recent ones, after which neither a flare began nor a
    clearance came."""
    since = recent_since(library, today)
    turn = max((turn for turn in (now.flared_at, now.cleared_at) if turn is not None), default=None)
    return {
        id_: said
        for id_, said in now.said.items()
        if said.place[0] >= since and (turn is None or said.place > turn)
    }


def _found(fired: Iterable[Finding], now: Standing, library: Library) -> tuple[Finding, ...]:
    """The findings that limit or note, covered ones first, their limits kept. Locks stand apart, and a lock
    that was ended is not told again before its question is answered again."""
    found = []
    for finding in fired:
        if finding.action > Action.REVIEW_FIRST:
            found.append(finding)
        elif finding.rule not in now.locks and now.covers(finding):
            level = Action.WITH_LIMITS if finding.limits else Action.NOTE
            because = library.reason(COVERED, what=quoted(finding.items, library))
            found.append(replace(finding, action=level, because=because))
    return tuple(found)


def _nothing_found(library: Library) -> tuple[Reason, ...]:
    return (library.reason(NOTHING_FOUND),)


def _why_asked(
    ask: Iterable[ItemId], unsure: Collection[ItemId], *, now: Standing, library: Library, today: date
) -> tuple[Reason, ...]:
    """Why something is asked: never answered, or answered before a clearance, a flare or too long ago; an
    important one not sure. After a clearance some answers are forgotten on purpose,
    and nobody is told that they left them out."""
    rules = []
    old = [now.said[id_] for id_ in ask if id_ in now.said and now.said[id_].value is not None]
    if now.cleared_at is not None and any(said.place < now.cleared_at for said in old):
        rules.append(AFTER_CLEARANCE)
    elif any(id_ not in now.said or now.said[id_].value is None for id_ in ask):
        rules.append(UNFINISHED)
    if now.flared_at is not None and any(said.place < now.flared_at for said in old):
        rules.append(AFTER_FLARE)
    if any(said.day < recent_since(library, today) for said in old):
        rules.append(AFTER_TIME)
    if unsure:
        rules.append(ASKED_AGAIN)
    return tuple(library.reason(rule) for rule in rules)


def _due(fresh: Mapping[ItemId, Said], library: Library) -> date:
    """The day on which the first of these answers is too old."""
    oldest = min(said.day for id_, said in fresh.items() if not library.items[id_].optional)
    return oldest + timedelta(days=int(library.screening.asked_again_after.value))
