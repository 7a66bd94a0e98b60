"""The look back in the terminal: small charts, two results side by side."""

from collections.abc import Sequence

from rich.table import Table

from gradus.journey.review import DoseChange, Review, TestChange, WeekMean, unit_words
from gradus.library.library import Library
from gradus.vocabulary.scales import Change
from gradus_cli.show.page import dose_words, footer, name_of, page, plain, tell

WIDTH = 30
TOP = 10

VERDICTS = {
    Change.CHANGED: "changed",
    Change.POSSIBLY: "possibly",
    Change.NOT_CHANGED: "not changed",
    Change.WORSE: "worse",
    Change.UNKNOWN: "shown only",
}


def show_review(review: Review, library: Library) -> None:
    """Pain by week, tests, doses, sessions, and what comes next."""
    if review.began_on is None:
        page().print("\nThere is no plan yet, so there is nothing to look back on. Begin with: gradus plan")
        return
    page().print(f"\n[title]Looking back[/title]  week {review.weeks}, since {review.began_on:%d %B %Y}")
    show_pain(review.pain)
    if review.tests:
        show_tests(review.tests, library)
    if review.doses:
        show_doses(review.doses, library)
    page().print()
    for reason in (*review.because, *review.next):
        tell(plain(reason.says))
    footer()


def show_pain(weeks: Sequence[WeekMean | None]) -> None:
    """Mean morning pain of each week as a bar; a week without mornings stays empty, it is not 0."""
    page().print("\n[title]Morning pain by week[/title]  [quiet]mean of the mornings told, 0 to 10[/quiet]")
    for number, week in enumerate(weeks, 1):
        if week is None:
            page().print(f"  week {number:2}  [quiet]no mornings told[/quiet]")
            continue
        bar = "█" * max(1, round(week.mean / TOP * WIDTH)) if week.mean else "·"
        told = f"[quiet]{week.mornings} of 7[/quiet]"
        page().print(f"  week {number:2}  [calm]{bar:{WIDTH}}[/calm] {week.mean:4.1f}  {told}")


def show_tests(tests: Sequence[TestChange], library: Library) -> None:
    """Each test then and now, with what its change may be called."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2), title_justify="left")
    for heading in ("test", "first", "last", "", "change"):
        table.add_column(heading, justify="right" if heading in ("first", "last") else "left")
    for each in tests:
        measure = library.measures[each.measure]
        title = measure.title if each.side is None else f"{measure.title}, {each.side}"
        if each.change is None:
            table.add_row(title, "", "", "", "one result")
        else:
            first, last = f"{each.change.first:g}", f"{each.change.last:g}"
            table.add_row(title, first, last, unit_words(measure).strip(), VERDICTS[each.change.verdict])
    page().print("\n[title]Tests[/title]")
    page().print(table)


def show_doses(doses: Sequence[DoseChange], library: Library) -> None:
    """Each exercise's dose when it was first and last shown."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2))
    for heading in ("exercise", "first", "last", "sessions"):
        table.add_column(heading, justify="right" if heading == "sessions" else "left")
    for each in doses:
        exercise = library.exercises.get(each.exercise)
        first, last = dose_words(each.first, exercise), dose_words(each.last, exercise)
        table.add_row(name_of(each.exercise, library), first, last, str(each.sessions))
    page().print("\n[title]Doses[/title]")
    page().print(table)
