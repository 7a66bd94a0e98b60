"""What stands on a printed page, as plain data."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from gradus.journey.moving import Beatless, drawn
from gradus.vocabulary.ids import ExerciseId
from gradus_web.diary.queries.plan import PlanPage, Slot
from gradus_web.diary.queries.progress import ProgressPage, TestRow
from gradus_web.diary.templatetags.said import whole_day
from gradus_web.diary.words import Told
from gradus_web.people.doors import Here

FOOT = (
    "Gradus does not diagnose and is not a certified medical device.",
    "No clinician has reviewed its content yet.",
)


def of_review(here: Here, page: ProgressPage) -> dict[str, Any]:
    """A look back."""
    found, decided = page.review, {"says": page.decision, "because": _says(page.decided)}
    since = "" if found.began_on is None else f", since {whole_day(found.began_on)}"
    kept = f" · {page.kept} planned sessions done" if page.kept else ""
    return {
        "title": f"Looking back, week {found.weeks}",
        "span": f"On {whole_day(found.day)}{since}{kept}",
        "example": here.row.is_example,
        "foot": _foot(here),
        "decision": decided if page.decision else None,
        "weeks": _weeks(page),
        "mark": None if page.chart is None else page.chart.level,
        "mark_words": "" if page.chart is None else page.chart.mark_words,
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
        "net": _net(here),
        "sources": _sources((*page.decided, *page.because, *page.next)),
    }


def of_sheet(here: Here, page: PlanPage) -> dict[str, Any]:
    """A programme, a leaf for each session."""
    programme = "Your programme" if page.programme is None else page.programme.title
    begun = "" if page.fact is None else f" The doses are those of {whole_day(page.fact.day)}, when it began."
    limit = here.library.pain.acceptable_during.value
    return {
        "title": f"{programme}: {page.phase}",
        "programme": f"{programme}: {page.phase}",
        "example": here.row.is_example,
        "foot": _foot(here),
        "limit": f"Pain above {limit:g} of 10, or pain that runs further down a leg: "
        f"stop that exercise for the day.{begun}",
        "leaves": [
            {
                "title": each.title,
                "when": f"{each.day} · about {each.minutes} min" if each.day else f"about {each.minutes} min",
                "slots": [_slot(here, slot) for slot in each.slots],
            }
            for each in page.sheets
        ],
        "net": _net(here),
    }


def _slot(here: Here, slot: Slot) -> dict[str, str]:
    exercise = here.library.exercises.get(ExerciseId(slot.exercise))
    try:
        picture = "" if exercise is None else drawn(exercise, in_two=True)
    except Beatless:
        picture = ""
    steps, stop = " ".join(slot.steps), "".join(slot.stop_if[:1])
    return {"name": slot.name, "dose": slot.dose, "steps": steps, "stop": stop, "picture": picture}


def _weeks(page: ProgressPage) -> list[dict[str, Any]]:
    if page.chart is None:
        return []
    pairs = zip(page.review.pain, page.review.ranges, strict=True)
    return [
        {"mean": None}
        if week is None or range_ is None
        else {"mean": week.mean, "low": range_.low, "high": range_.high, "shown": f"{week.mean:.1f}"}
        for week, range_ in pairs
    ]


def _heard(page: ProgressPage) -> str:
    """The chart in words, for whoever hears the page."""
    points = () if page.chart is None else page.chart.points
    told = (f"week {each.week}: {each.mean or 'no'} ({each.words})" for each in points)
    return f"Mean morning pain, 0 to 10. {'; '.join(told)}."


def _row(row: TestRow) -> dict[str, Any]:
    change, strip = row.change, None
    if change is not None and change.error is not None:
        strip = {"amount": change.amount, "error": change.error, "matters": change.matters}
    told = ("title", "first", "last", "unit", "verdict", "error")
    return {name: getattr(row, name) for name in told} | {"strip": strip}


def _net(here: Here) -> dict[str, Any]:
    net = here.library.safety_net
    return {"title": net.title, "says": net.says, "watch_for": list(net.watch_for)}


def _foot(here: Here) -> tuple[str, str]:
    """The lines under each page."""
    does, reviewed = FOOT
    return does, f"{reviewed} Printed {whole_day(here.day)}, content {here.library.version[:8]}."


def _says(reasons: Iterable[Told]) -> list[str]:
    return [each.says for each in reasons]


def _since(day: date | None) -> str:
    return "" if day is None else whole_day(day)


def _sources(reasons: Iterable[Told]) -> list[str]:
    """What the reasons rest on, each once."""
    found = {source.id: source for each in reasons for source in each.sources}
    return [f"{each.authors} ({each.year}). {each.title}. {each.where}." for each in found.values()]
