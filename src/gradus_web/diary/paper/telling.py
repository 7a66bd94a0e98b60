"""What stands on a printed page, as plain data."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from gradus.journey.moving import Beatless, drawn
from gradus.vocabulary.ids import ExerciseId
from gradus_web.diary.paper.wording import review_words, sheet_words
from gradus_web.diary.queries.plan import PlanPage, Sheet, Slot
from gradus_web.diary.queries.progress import ProgressPage
from gradus_web.diary.queries.tested import TestRow
from gradus_web.diary.templatetags.said import speech, whole_day
from gradus_web.diary.words import Told
from gradus_web.numbers import written
from gradus_web.people.doors import Here

LAST = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Where the last result is to stand, which is printed in bold."""


def of_review(here: Here, page: ProgressPage) -> dict[str, Any]:
    """A look back."""
    found, decided = page.review, {"says": page.decision, "because": _says(page.decided)}
    return _common(here) | {
        "words": review_words(),
        "title": _("Looking back, week %(week)d") % {"week": found.weeks},
        "span": _span(page),
        "decision": decided if page.decision else None,
        "weeks": _weeks(page),
        "mark": None if page.chart is None else page.chart.level,
        "dashed": _dashed(page),
        "chart": _heard(page),
        "because": _says(page.because),
        "felt": [_row(each) for each in page.felt],
        "strength": [_row(each) for each in page.strength],
        "doses": [
            {"name": each.name, "first": each.first, "last": each.last, "sessions": each.sessions}
            for each in page.doses
        ],
        "goals": [{"words": each.words, "since": _since(each.reached_on)} for each in found.goals],
        "next": _says(page.next),
        "sources": _sources((*page.decided, *page.because, *page.next)),
    }


def of_sheet(here: Here, page: PlanPage) -> dict[str, Any]:
    """A programme, a leaf for each session."""
    programme = _("Your programme") if page.programme is None else page.programme.title
    return _common(here) | {
        "words": sheet_words(),
        "title": f"{programme}: {page.phase}",
        "programme": f"{programme}: {page.phase}",
        "limit": _limit(here, page),
        "leaves": [
            {
                "title": each.title,
                "when": _when(each),
                "slots": [_slot(here, slot) for slot in each.slots],
            }
            for each in page.sheets
        ],
    }


def _common(here: Here) -> dict[str, Any]:
    """What every printed page has; `region` may be empty."""
    lang, _dash, region = (get_language() or "en").partition("-")
    return {
        "lang": lang,
        "region": region,
        "example": here.row.is_example,
        "foot": _foot(here),
        "net": _net(here),
    }


def _span(page: ProgressPage) -> str:
    found = page.review
    on = {"day": whole_day(found.day), "begun": "" if found.began_on is None else whole_day(found.began_on)}
    span = _("On %(day)s") if found.began_on is None else _("On %(day)s, since %(begun)s")
    kept = _("%(kept)s planned sessions done") % {"kept": page.kept}
    return f"{span % on} · {kept}" if page.kept else span % on


def _dashed(page: ProgressPage) -> str:
    mark = "" if page.chart is None else page.chart.mark_words
    return _("Dashed, %(mark)s.") % {"mark": mark} if mark else ""


def _limit(here: Here, page: PlanPage) -> str:
    stop = _(
        "Pain above %(limit)s of 10, or pain that runs further down a leg: stop that exercise for the day."
    )
    told = stop % {"limit": written(here.library.pain.acceptable_during.value)}
    if page.fact is None:
        return told
    begun = _("The doses are those of %(day)s, when it began.") % {"day": whole_day(page.fact.day)}
    return f"{told} {begun}"


def _when(sheet: Sheet) -> str:
    minutes = _("about %(minutes)d min") % {"minutes": sheet.minutes}
    return f"{sheet.day} · {minutes}" if sheet.day else minutes


def _slot(here: Here, slot: Slot) -> dict[str, str]:
    exercise = here.library.exercises.get(ExerciseId(slot.exercise))
    try:
        picture = "" if exercise is None else drawn(exercise, in_two=True)
    except Beatless:
        picture = ""
    steps, stop = " ".join(slot.steps), "".join(slot.stop_if[:1])
    return {
        "name": slot.name,
        "dose": slot.dose,
        "steps": steps,
        "stop": stop,
        "picture": picture,
        "drawn": _("%(name)s: start and end") % {"name": slot.name},
    }


def _weeks(page: ProgressPage) -> list[dict[str, Any]]:
    if page.chart is None:
        return []
    pairs = zip(page.review.pain, page.review.ranges, strict=True)
    return [
        {"mean": None}
        if week is None or range_ is None
        else {"mean": week.mean, "low": range_.low, "high": range_.high, "shown": written(week.mean, 1)}
        for week, range_ in pairs
    ]


def _heard(page: ProgressPage) -> str:
    """The chart in words, for whoever hears the page."""
    points = () if page.chart is None else page.chart.points
    told = "; ".join(
        _("week %(week)d: %(mean)s (%(words)s)")
        % {"week": each.week, "mean": each.mean or pgettext("a mean", "no"), "words": each.words}
        for each in points
    )
    return _("Mean morning pain, 0 to 10. %(weeks)s.") % {"weeks": told}


def _row(row: TestRow) -> dict[str, Any]:
    change, strip = row.change, None
    if change is not None and change.error is not None:
        strip = {"amount": change.amount, "error": change.error, "matters": change.matters}
    told = ("title", "last", "unit", "verdict")
    off = _("can be off by %(error)s") % {"error": row.error} if row.error else ""
    before, after = _around(_("%(first)s to %(last)s"), row) if row.first else ("", "")
    known = {name: getattr(row, name) for name in told}
    return known | {"before": before, "after": after, "off": off, "strip": strip}


def _around(words: str, row: TestRow) -> list[str]:
    """What stands before the last result, and what after it."""
    return (words % {"first": row.first, "last": LAST}).split(LAST, 1)


def _net(here: Here) -> dict[str, Any]:
    net = here.library.safety_net
    return {"title": net.title, "says": net.says, "watch_for": list(net.watch_for)}


def _foot(here: Here) -> tuple[str, ...]:
    """The lines under each page; a translation that nobody has reviewed says so in English too."""
    told = {"day": whole_day(here.day), "version": here.library.version[:8]}
    spoken = speech()
    unreviewed = f"{_('This translation has not been reviewed.')} {spoken.not_reviewed}"
    return (
        *(() if spoken.is_reviewed else (unreviewed,)),
        _("Gradus does not diagnose and is not a certified medical device."),
        _("No clinician has reviewed its content yet. Printed %(day)s, content %(version)s.") % told,
    )


def _says(reasons: Iterable[Told]) -> list[str]:
    return [each.says for each in reasons]


def _since(day: date | None) -> str:
    return "" if day is None else _("reached, %(day)s") % {"day": whole_day(day)}


def _sources(reasons: Iterable[Told]) -> list[str]:
    """What the reasons rest on, each once."""
    found = {source.id: source for each in reasons for source in each.sources}
    return [f"{each.authors} ({each.year}). {each.title}. {each.where}." for each in found.values()]
