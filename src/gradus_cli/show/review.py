"""The look back in the terminal: small charts, two results side by side."""

from collections.abc import Sequence
from itertools import groupby

from rich.table import Table

from gradus.journey.review import (
    DoseChange,
    Goal,
    Interval,
    MeasureChange,
    Review,
    TestChange,
    WeekMean,
    unit_words,
)
from gradus.library.library import Library
from gradus.vocabulary.scales import Change
from gradus_cli.show.page import dose_words, footer, from_to, name_of, page, plain, tell

WIDTH = 22
TOP = 10

VERDICTS = {
    Change.CHANGED: "clearly better",
    Change.NOT_CHANGED: "not changed",
    Change.WORSE: "worse",
    Change.UNKNOWN: "shown only",
}


DECISIONS = {
    "continue": ("Go on", "title"),
    "raise-phase": ("The next phase is open", "better"),
    "change-programme": ("Change the plan", "ask"),
    "see-someone": ("Let someone have a look with you", "stop"),
    "questions-first": ("The safety questions first", "ask"),
}
"""What a look back decides, in a few words, and how they are printed."""
HOW = {
    "change-programme": (
        "Which programmes fit you, and what is new in them: gradus plan --others",
        "The same one on fewer days or in less time: gradus profile --days DAYS --minutes MINUTES, then "
        "gradus plan",
    ),
    "raise-phase": ("The next phase: gradus plan",),
    "questions-first": ("The questions: gradus screen",),
}
"""The commands that follow a decision."""


def show_review(review: Review, library: Library, unit: str | None = None) -> None:
    """Pain by week, tests, doses, sessions, and what comes next."""
    if review.began_on is None:
        page().print("\nThere is no plan yet, so there is nothing to look back on. Begin with: gradus plan")
        return
    page().print(f"\n[title]Looking back[/title]  week {review.weeks}, since {review.began_on:%d %B %Y}")
    if review.decision is not None:
        show_decision(review)
    show_pain(review.pain, review.ranges)
    if review.tests:
        show_tests(review.tests, library)
    if review.doses:
        show_doses(review.doses, library, unit)
    show_goals(review.goals)
    page().print()
    told = set() if review.decision is None else {reason.rule for reason in review.decision.because}
    for reason in (*review.because, *review.next):
        if reason.rule not in told:
            tell(plain(reason.says))
    if review.next_review is not None and not review.due:
        tell(f"[quiet]The tests are due again on {review.next_review:%d %B %Y}.[/quiet]")
    footer()


def show_decision(review: Review) -> None:
    """What is decided, in a word and with its reason."""
    if review.decision is None:
        return
    word, style = DECISIONS[review.decision.what]
    page().print(f"\n[{style}]{word}[/{style}]")
    for reason in review.decision.because:
        tell(plain(reason.says))
    for line in HOW.get(review.decision.what, ()):
        tell(f"[quiet]{line}[/quiet]")


def show_goals(goals: Sequence[Goal]) -> None:
    """Goals in the person's own words, each with the day on which they said that it is reached."""
    if not goals:
        return
    page().print("\n[title]Your goals, in your words[/title]")
    for each in goals:
        when = "ahead" if each.reached_on is None else f"since {each.reached_on:%d %B %Y}"
        tell(f"{plain(each.words)}  [quiet]{when}[/quiet]")


def show_pain(weeks: Sequence[WeekMean | None], ranges: Sequence[Interval | None]) -> None:
    """Mean morning pain of each week as a bar, with the range in which the usual level likely lies; weeks
    without mornings stay empty, on one line, they are not 0."""
    page().print(
        "\n[title]Morning pain by week[/title]  [quiet]mean of the mornings told, 0 to 10, and where the "
        "usual level likely lies[/quiet]"
    )
    told = enumerate(zip(weeks, ranges, strict=True), 1)
    for empty, group in groupby(told, key=lambda each: None in each[1]):
        if empty:
            numbers = [number for number, _ in group]
            some = f"{numbers[0]:2}" if len(numbers) == 1 else f"{numbers[0]:2} to {numbers[-1]}"
            page().print(f"  week {some}  [quiet]no mornings told[/quiet]")
            continue
        for number, (week, found) in group:
            if week is not None and found is not None:
                _show_week(number, week, found)


def _show_week(number: int, week: WeekMean, found: Interval) -> None:
    bar = "█" * max(1, round(week.mean / TOP * WIDTH)) if week.mean else "·"
    few = "" if found.own else ", too few to be surer"
    told = f"[quiet]{found.low:.1f} to {found.high:.1f}, {week.mornings} of 7{few}[/quiet]"
    page().print(f"  week {number:2}  [calm]{bar:{WIDTH}}[/calm] {week.mean:4.1f}  {told}")


def show_tests(tests: Sequence[TestChange], library: Library) -> None:
    """Each test then and now: the difference, how far the test can be off, and what the difference may be
    called."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column("test", ratio=1, overflow="fold")
    for heading in ("first", "last", "moved", "error", ""):
        table.add_column(heading, justify="right" if heading in ("first", "last") else "left", no_wrap=True)
    for each in tests:
        measure = library.measures[each.measure]
        unit = unit_words(measure).strip()
        title = ", ".join(filter(None, (measure.title, each.side and f"{each.side}", unit)))
        if each.change is None:
            table.add_row(title, f"{each.last:g}", "", "", "", "one result")
        else:
            first, last = f"{each.change.first:g}", f"{each.change.last:g}"
            moved = ("", "", "your own word") if measure.is_a_change else _difference(each.change)
            table.add_row(title, first, last, *moved)
    page().print(
        "\n[title]Tests[/title]  [quiet]how far each moved, and how far it can be off by chance "
        "where that is known[/quiet]"
    )
    page().print(table)
    for each in tests:
        if each.items:
            told = ", ".join(f"{item.item} {item.first} to {item.last}" for item in each.items)
            title = library.measures[each.measure].title
            tell(f"[quiet]{title}, answers that are others than the first time: {told}[/quiet]")


def _difference(change: MeasureChange) -> tuple[str, str, str]:
    """How far it moved, how far the measure can be off, and what it may be called."""
    share = "" if change.percent is None else f", {abs(change.percent):.0f} %"
    off = "" if change.error is None else f"{change.error:.3g}"
    possibly = "possibly better" if change.amount > 0 else "possibly worse"
    moved = "0" if change.last == change.first else f"{change.last - change.first:+.3g}{share}"
    return moved, off, VERDICTS.get(change.verdict, possibly)


def show_doses(doses: Sequence[DoseChange], library: Library, unit: str | None = None) -> None:
    """Each exercise's dose when it was first and last shown."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2))
    for heading in ("exercise", "first → last", "sessions"):
        table.add_column(heading, justify="right" if heading == "sessions" else "left")
    for each in doses:
        exercise = library.exercises.get(each.exercise)
        first, last = (dose_words(dose, exercise, unit) for dose in (each.first, each.last))
        table.add_row(name_of(each.exercise, library), from_to(first, last), str(each.sessions))
    page().print("\n[title]Doses[/title]")
    page().print(table)
