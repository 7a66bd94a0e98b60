"""Tests then and now: rows that say what the difference may be called, and a picture of each measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gradus.journey.review import MeasureChange, Review
from gradus.journey.taken import Taken, tests_taken
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Change, Side
from gradus_web.diary.charts.drawing import Drawing
from gradus_web.diary.charts.taken import taken_chart
from gradus_web.diary.names import SIDES, Names, unit_words
from gradus_web.numbers import marked, written
from gradus_web.people.doors import Here

VERDICTS = Names(
    {
        Change.CHANGED: gettext_lazy("clearly better"),
        Change.NOT_CHANGED: gettext_lazy("not changed"),
        Change.WORSE: gettext_lazy("worse"),
        Change.UNKNOWN: gettext_lazy("shown only"),
    }
)


@dataclass(frozen=True, slots=True)
class TestRow:
    """A test then and now, with what the difference may be called; `change` is None of one result alone."""

    title: str
    first: str
    last: str
    unit: str
    moved: str
    error: str
    verdict: str
    felt: bool
    says: str
    change: MeasureChange | None
    measure: MeasureId
    side: Side | None


@dataclass(frozen=True, slots=True)
class TestCard:
    """A measure as a picture: every result with its bar, a row for each side with what the difference may be
    called, and the results as a table, newest first."""

    title: str
    drawing: Drawing
    rows: tuple[TestRow, ...]
    results: tuple[tuple[date, str, str], ...]
    bar: str


def test_rows(here: Here, found: Review) -> tuple[TestRow, ...]:
    rows = []
    for each in found.tests:
        measure = here.library.measures[each.measure]
        change = each.change
        rows.append(
            TestRow(
                title=_title(measure.title, each.side),
                first="" if change is None else written(change.first),
                last=written(each.last),
                unit=unit_words(measure.unit, each.last),
                moved=""
                if change is None or measure.is_a_change
                else marked(f"{change.last - change.first:+.3g}"),
                error="" if change is None or change.error is None else marked(f"{change.error:.3g}"),
                verdict=_verdict(change),
                felt=measure.kind == "reported",
                says=each.reason.says,
                change=change,
                measure=each.measure,
                side=each.side,
            )
        )
    return tuple(rows)


def _title(measure: str, side: Side | None) -> str:
    return measure if side is None else _("%(measure)s, %(side)s") % {"measure": measure, "side": SIDES[side]}


def _verdict(change: MeasureChange | None) -> str:
    """What the difference may be called."""
    if change is None:
        return _("one result")
    if change.verdict is Change.POSSIBLY:
        return _("possibly worse") if change.amount < 0 else _("possibly better")
    return VERDICTS[change.verdict]


def test_cards(here: Here, found: Review, rows: Sequence[TestRow]) -> tuple[TestCard, ...]:
    """A card for each measure, in the order of the rows."""
    taken: dict[MeasureId, list[Taken]] = {}
    for each in tests_taken(here.history, here.library, found.day):
        taken.setdefault(each.measure, []).append(each)
    return tuple(_card(here, found, name, series, rows) for name, series in taken.items())


def _card(
    here: Here, found: Review, name: MeasureId, series: Sequence[Taken], rows: Sequence[TestRow]
) -> TestCard:
    measure = here.library.measures[name]
    results = sorted((each.day, each.side or "", written(each.value)) for of in series for each in of.results)
    bars = [each.bar for each in series if each.bar is not None]
    return TestCard(
        title=measure.title,
        drawing=taken_chart(measure, series, found.began_on or series[0].results[0].day, found.day),
        rows=tuple(each for each in rows if each.measure == name),
        results=tuple(
            (day, SIDES[Side(side)] if side else "", value) for day, side, value in reversed(results)
        ),
        bar=marked(f"{max(bars):.3g}") if bars else "",
    )
