"""What a phone carries: sessions with all that a page of them needs, and no rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from gradus.journey.carried import Carried, carried
from gradus.journey.promise import to_do
from gradus.journey.today import Today
from gradus.journey.woken import Mornings, Woken, mornings
from gradus.record.facts import DecisionShown, MorningCheckIn
from gradus.record.parts import ShownItem
from gradus.record.person import person
from gradus.vocabulary.ids import FactId
from gradus_web.diary.queries.outcome import meaning
from gradus_web.diary.queries.running import Running, running
from gradus_web.diary.queries.session import page_of, told_sets
from gradus_web.diary.queries.wish import AS_USUAL
from gradus_web.diary.words import amount, dose_words, load_filled, name_of
from gradus_web.numbers import marked
from gradus_web.people.doors import Here
from gradus_web.pwa.seal import sealed, whose

Table = Mapping[str, Any]
Ways = Mapping[str, DecisionShown]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A session as a phone holds it: on which days it may be done, and so many days after the one before; by
    name, the ways in which it may be done, and which of them mornings leave."""

    id: FactId
    title: str
    number: int
    days: tuple[str, ...]
    after: int
    ways: Ways
    answer: Today
    mornings: Table | None

    @property
    def usual(self) -> DecisionShown:
        return self.ways["usual"]


def bundle(here: Here, request: HttpRequest) -> Table:
    """The sessions to carry, and for each exercise of theirs the part of the page that tells of it."""
    now = running(here, AS_USUAL)
    found = _held(here, now)
    parts: dict[str, Table] = {}
    for each in found:
        for item in (item for way in each.ways.values() for item in to_do(way)):
            if item.exercise in here.library.exercises and item.exercise not in parts:
                parts[item.exercise] = _part(request, here, each, item)
    return {
        "made": here.now.isoformat(),
        "whose": whose(here.person),
        "sessions": [_session(here, each) for each in found],
        "parts": parts,
        "why": now.answer.because[0].says,
        "net": render_to_string("pwa/net.html", {"m": meaning(here), "open": True}),
        "day": here.day.isoformat(),
        "woke": any(fact.day == here.day for fact in here.history.of(MorningCheckIn)),
        "seen": len(here.history.received),
        "told": told_sets(now) if now.is_on else [],
    }


def _held(here: Here, now: Running) -> list[Held]:
    """The sessions with what is promised for each: of the one that has begun, what stands of it. While one
    runs, no morning is answered beforehand: this is asked for after each set."""
    carry = carried(here.history, here.library, here.day)
    answers = [None] * len(carry) if now.is_on else mornings(here.history, here.library, here.day, carry)
    found = [_to_hold(here, each, woken) for each, woken in zip(carry, answers, strict=True)]
    if now.shown is None or not now.is_kept or now.ended is not None:
        return found
    if found and now.id is None and now.shown.shape == found[0].usual.shape:
        return [replace(found[0], ways={**found[0].ways, "usual": now.shown}), *found[1:]]
    if not now.is_on or now.id is None:
        return found
    begun = Held(
        id=now.id,
        title="Your session",
        number=now.shown.number,
        days=(here.day.isoformat(),),
        after=0,
        ways={"usual": now.shown, "low": now.shown},
        answer=now.answer,
        mornings=None,
    )
    later = [replace(each, after=_days_after(here.day, each)) for each in found[:1]]
    return [begun, *later, *found[1:]]


def _days_after(day: date, held: Held) -> int:
    return (date.fromisoformat(held.days[0]) - day).days


def _to_hold(here: Here, each: Carried, woken: Mornings | None) -> Held:
    ways, table = _woken(here, each, woken)
    return Held(
        id=each.session.id,
        title=each.session.title,
        number=each.session.number,
        days=tuple(day.isoformat() for day in each.days),
        after=each.after,
        ways=ways,
        answer=each.answer,
        mornings=table,
    )


def _woken(
    here: Here, each: Carried, woken: Mornings | None
) -> tuple[dict[str, DecisionShown], Table | None]:
    """The ways of a session by name, and which of them each morning leaves."""
    ways = {"usual": each.usual, "low": each.low}
    if woken is None:
        return ways, None

    def name(way: DecisionShown | None) -> str | None:
        if way is None:
            return None
        known = next((name for name, had in ways.items() if had == way), f"woken-{len(ways)}")
        ways[known] = way
        return known

    def cell(one: Woken) -> Table:
        return {
            "usual": name(one.usual),
            "low": name(one.low),
            "says": _says(here, one),
            "flare": one.asks_flare,
        }

    return ways, {"by_pain": [cell(one) for one in woken.by_pain], "ill": cell(woken.ill)}


def _says(here: Here, one: Woken) -> str:
    """Why nothing is trained, or of the first exercise that is lower, why it is."""
    for reason in one.because:
        return reason.says
    for item in one.changed:
        return f"{name_of(item.exercise, here.library)}: {item.because[0].says}" if item.because else ""
    return ""


def _session(here: Here, each: Held) -> Table:
    return {
        "id": each.id,
        "title": each.title,
        "number": each.number,
        "days": each.days,
        "after": each.after,
        "mornings": each.mornings,
        **{name: _way(here, each, way) for name, way in each.ways.items()},
    }


def _way(here: Here, each: Held, shown: DecisionShown) -> Table:
    return {"seal": sealed(each.id, shown, each.days), "items": list(_items(here, shown))}


def _items(here: Here, shown: DecisionShown) -> Iterator[Table]:
    unit = person(here.history).weight_unit
    for item in to_do(shown):
        exercise = here.library.exercises.get(item.exercise)
        if exercise is not None:
            yield {
                "exercise": item.exercise,
                "name": name_of(item.exercise, here.library),
                "dose": dose_words(item.dose, exercise, unit),
                "target": amount(item.dose),
                "amount": item.dose.amount,
                "sets": item.dose.sets,
                "sides": ["left", "right"] if exercise.one_sided else [None],
                "rest_s": item.dose.rest_s,
                "reserve": item.dose.reserve,
                "load": load_filled(item.dose.load_kg, unit),
                "weighs": marked(load_filled(item.dose.load_kg, unit)),
                "band": item.dose.band,
            }


def _part(request: HttpRequest, here: Here, each: Held, item: ShownItem) -> Table:
    """The page of one exercise, its first set to be done."""
    fresh = Running(ask=lambda: each.answer, id=None, shown=each.usual, is_kept=False, ended=None, sets=())
    page = page_of(here, fresh, AS_USUAL, item.exercise)
    html = render_to_string("diary/step.html", {"s": page, "carried": True, "pains": range(11)}, request)
    return {"html": html, "stops": page.stops}
