"""The lived weeks, told week by week: what was done, what changed and why, and the look back at the end."""

import sys
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from rich.padding import Padding
from rich.table import Table

from gradus.journey.plans import NoPlan, Planned
from gradus.library.library import Library
from gradus.record.codec import encode_all
from gradus.record.facts import (
    DecisionShown,
    Fact,
    Flare,
    Milestone,
    MorningCheckIn,
    Pause,
    Profile,
    ScreenAnswers,
    SessionDone,
    SetDone,
    TechniqueChecked,
    TestResult,
)
from gradus.record.parts import ShownItem
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Step
from gradus_cli.demo.living import Day, Living
from gradus_cli.demo.people import WEEK, ExamplePerson
from gradus_cli.names import counted
from gradus_cli.show.day import how_it_ends, is_emergency, show_lock
from gradus_cli.show.page import dose_words, footer, name_of, page, plain, sign
from gradus_cli.show.page import tell as tell_text
from gradus_cli.show.plan import show_no_plan, show_plan
from gradus_cli.show.review import show_review

BLOCKS = "▁▂▃▄▅▆▇█"
TOP = 10
SHORT = {"no": "", "less-time": ", a short day", "low-day": ", a low day"}


@dataclass(slots=True)
class Told:
    """What the reader has been told: each exercise as it was shown last, the reasons of the last session, and
    how often each sign was set. Only what differs is told again."""

    items: dict[ExerciseId, ShownItem] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    signs: Counter[str] = field(default_factory=Counter)


def tell(
    person: ExamplePerson, library: Library, *, weeks: int, as_json: bool, until: date | None = None
) -> None:
    """Live and tell; or, as JSON, live and print the facts that were written."""
    living = Living(person, library)
    if as_json:
        many = weeks * WEEK if until is None else (until - person.starts_on).days + 1
        deque(living.live(many), maxlen=0)
        sys.stdout.buffer.write(encode_all(living.written))
        return
    _introduce(person)
    shown = Told()
    stopped = False
    for week, days in groupby(living.live(weeks * WEEK), key=lambda day: day.nth // WEEK):
        lived = list(days)
        if lived[0].answer.action == "locked":
            _locked(lived[0], library)
            stopped = True
            break
        _week(week + 1, lived, shown, library)
    if not stopped:
        show_review(living.look_back(weeks * WEEK), library)
        _ending(living.written, shown, library)


def _introduce(person: ExamplePerson) -> None:
    page().rule(f"[title]{person.name}[/title]  [quiet]{person.label}[/quiet]")
    page().print(person.story)
    page().print(
        "[quiet]Their life was written by hand; every dose below was decided by the same rules that decide "
        "for anybody. Nothing here is a result or a promise.[/quiet]"
    )


def _locked(day: Day, library: Library) -> None:
    page().print(f"\n[stop]{day.day:%A %d %B}: the safety questions stop everything.[/stop]")
    show_lock(day.answer, library)
    how_it_ends(day.answer, library)
    page().print("\nNo plan is made and no exercise is shown until a clinician has examined them.")
    footer(emergency=is_emergency(day.answer))


def _week(number: int, days: Sequence[Day], shown: Told, library: Library) -> None:
    mornings = _mornings(days)
    page().print()
    page().rule(f"[title]Week {number}[/title]  [quiet]from {days[0].day:%d %B}, mornings {mornings}[/quiet]")
    for day in days:
        _day(day, shown, library)


def _mornings(days: Sequence[Day]) -> str:
    """The week's mornings as a small chart, a dot where nothing was told, and the numbers."""
    told = {
        fact.day: fact.pain_0_10 for day in days for fact in day.facts if isinstance(fact, MorningCheckIn)
    }
    pains = [told.get(day.day) for day in days]
    chart = "".join(
        "·" if pain is None else BLOCKS[min(pain * len(BLOCKS) // (TOP + 1), 7)] for pain in pains
    )
    return f"{chart} {' '.join('·' if pain is None else str(pain) for pain in pains)}"


def _day(day: Day, shown: Told, library: Library) -> None:
    _events(day)
    if isinstance(day.planned, Planned):
        show_plan(day.planned, library)
    elif isinstance(day.planned, NoPlan):
        show_no_plan(day.planned)
    decisions = [fact for fact in day.facts if isinstance(fact, DecisionShown)]
    for decision in decisions:
        _session(day, decision, shown, library)


def _events(day: Day) -> None:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=len("Mon 05 Jan"))
    table.add_column()
    for line in _lines(day.facts):
        table.add_row(f"[ask]{day.day:%a %d %b}[/ask]", plain(line))
    if table.row_count:
        page().print(Padding(table, (0, 0, 0, 2)))


def _lines(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        match fact:
            case Flare(state="began"):
                yield f"a flare began, they say, pain {fact.pain_0_10} of 10; the safety questions come again"
            case Flare():
                yield "the flare is over, they say"
            case Pause():
                until = "" if fact.until is None else f" until {fact.until:%d %B}"
                yield f"away{until}: {fact.why}"
            case Milestone():
                yield f"can do it again, in their words: {fact.words}"
            case TechniqueChecked():
                yield f"{fact.exercise}: {fact.watched_by} watched, and it was good"
            case _:
                pass
    yield from _counted(facts)


def _counted(facts: Sequence[Fact]) -> Iterator[str]:
    screens = [fact for fact in facts if isinstance(fact, ScreenAnswers)]
    tests = [fact for fact in facts if isinstance(fact, TestResult)]
    profiles = [fact for fact in facts if isinstance(fact, Profile)]
    if screens:
        asked = ", as they asked for" if screens[0].occasion == "request" else ""
        yield f"safety questions answered, {counted(len(screens), 'page')}{asked}"
    if tests:
        yield counted(len(tests), "test result")
    if profiles and not any(screen.occasion == "intake" for screen in screens):
        yield "what they told of themselves changed"


def _session(day: Day, decision: DecisionShown, shown: Told, library: Library) -> None:
    if day.skipped is not None:
        tell_text(f"{day.day:%a %d %b}  session {decision.number} left out: {plain(day.skipped)}")
        return
    pains = [fact.pain_0_10 for fact in day.facts if isinstance(fact, SetDone) and fact.pain_0_10 is not None]
    sets = sum(isinstance(fact, SetDone) for fact in day.facts)
    felt = f", most pain {max(pains)}" if pains else ""
    done = any(isinstance(fact, SessionDone) for fact in day.facts)
    ended = "" if done else " (not finished)"
    done_sets = counted(sets, "set") + SHORT[decision.short]
    tell_text(f"[title]{day.day:%a %d %b}[/title]  session {decision.number}{ended}: {done_sets}{felt}")
    for reason in decision.because[1:]:
        if reason.says not in shown.said:
            tell_text(f"[quiet]{plain(reason.says)}[/quiet]", 14)
    shown.said.clear()
    shown.said.update(reason.says for reason in decision.because)
    _changes(decision, shown, library)


def _changes(decision: DecisionShown, shown: Told, library: Library) -> None:
    """Every exercise whose dose is not what it was, with the reason. What a short day leaves away is not what
    it was: the next session is told against the one before."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_header=False, expand=True)
    table.add_column(width=11)
    for share in (5, 6, 9):
        table.add_column(ratio=share, overflow="fold")
    for item in decision.items:
        before = shown.items.get(item.exercise)
        word = sign(item, shown.items)
        shown.signs[word] += 1
        if decision.short == "no" or before is None:
            shown.items[item.exercise] = item
        exercise = library.exercises.get(item.exercise)
        words = dose_words(item.dose, exercise)
        was = "" if before is None else dose_words(before.dose, exercise)
        if was == words or (before is None and item.step is Step.START):
            continue
        says = plain(" ".join(reason.says for reason in item.because))
        table.add_row(
            f"     {word}",
            name_of(item.exercise, library),
            f"{was} → {words}" if was else words,
            f"[quiet]{says}[/quiet]",
        )
    if table.row_count:
        page().print(table)


def _ending(written: Sequence[Fact], shown: Told, library: Library) -> None:
    told = ", ".join(f"{word} {count}" for word, count in shown.signs.most_common())
    doses = counted(shown.signs.total(), "dose")
    page().print(
        f"\n[quiet]{counted(len(written), 'fact')}, {doses} decided: {told}. "
        f"Library {library.version}.[/quiet]"
    )
