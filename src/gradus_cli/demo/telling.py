"""The lived weeks, told week by week: what was done, what changed and why, and the look back at the end."""

import sys
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from rich.console import Group
from rich.padding import Padding
from rich.table import Table

from gradus.journey.plans import NoPlan, Planned
from gradus.library.library import Library
from gradus.record.codec import encode_all
from gradus.record.facts import (
    DecisionShown,
    Fact,
    MorningCheckIn,
    SessionDone,
    SetDone,
)
from gradus.record.parts import ShownItem, ShownReason
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.scales import Step
from gradus.vocabulary.week import WEEK
from gradus_cli.demo.events import lines
from gradus_cli.demo.living import Day, Living
from gradus_cli.demo.people import ExamplePerson
from gradus_cli.names import counted
from gradus_cli.show.day import HELD_ON, how_it_ends, is_emergency, show_lock
from gradus_cli.show.page import dose_words, footer, from_to, name_of, page, plain, sign
from gradus_cli.show.page import tell as tell_text
from gradus_cli.show.plan import show_no_plan, show_plan
from gradus_cli.show.review import show_review
from gradus_cli.show.together import together

BLOCKS = "▁▂▃▄▅▆▇█"
TOP = 10
FEWER = RuleId("fewer-sets-today")
EDGE, SIGN, NAME = 4, 11, 29
"""Columns before a sign, of a sign, and of an exercise's name."""
LEAST = len(["2", "×", "8"])
"""Words of a dose that are always said."""
SHORT = {"no": "", "less-time": ", a short day", "low-day": ", a low day"}


@dataclass(slots=True)
class Told:
    """What the reader has been told: each exercise as it was shown last, what was said of the plans and over
    the sessions, and how often each sign was set. Only what differs is told again."""

    items: dict[ExerciseId, ShownItem] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    held: set[ExerciseId] = field(default_factory=set)
    week: tuple[str, tuple[ExerciseId, ...]] | None = None
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
        "for anybody. Nothing here is a result or a promise. Mornings: pain on waking from 0 to 10, a dot "
        "where none was told. Beneath a session stands each dose that changes, after the reason.[/quiet]"
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
        _plan(day, day.planned, shown, library)
    elif isinstance(day.planned, NoPlan):
        show_no_plan(day.planned)
    decisions = [fact for fact in day.facts if isinstance(fact, DecisionShown)]
    for decision in decisions:
        _session(day, decision, shown, library)


def _plan(day: Day, planned: Planned, shown: Told, library: Library) -> None:
    """The week that was planned; in a line where it is the one before."""
    week = planned.phase.id, tuple(item.exercise for each in planned.plan.sessions for item in each.items)
    if week == shown.week:
        again = f"the phase “{planned.phase.title}” goes on with the same exercises"
        tell_text(f"[ask]{day.day:%a %d %b}[/ask]  {again}")
        return
    shown.week = week
    show_plan(planned, library, said=shown.said, ends=False)


def _events(day: Day) -> None:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=len("Mon 05 Jan"))
    table.add_column()
    for line in lines(day.facts):
        table.add_row(f"[ask]{day.day:%a %d %b}[/ask]", plain(line))
    if table.row_count:
        page().print(Padding(table, (0, 0, 0, 2)))


def _session(day: Day, decision: DecisionShown, shown: Told, library: Library) -> None:
    if day.skipped is not None:
        tell_text(f"{day.day:%a %d %b}  session {decision.number} left out: {plain(day.skipped)}")
        return
    pains = [fact.pain_0_10 for fact in day.facts if isinstance(fact, SetDone) and fact.pain_0_10 is not None]
    sets = sum(isinstance(fact, SetDone) for fact in day.facts)
    felt = f", {_worst(max(pains))}" if pains else ""
    done = any(isinstance(fact, SessionDone) for fact in day.facts)
    ended = "" if done else " (not finished)"
    done_sets = counted(sets, "set") + SHORT[decision.short]
    tell_text(f"[title]{day.day:%a %d %b}[/title]  session {decision.number}{ended}: {done_sets}{felt}")
    for reason in decision.because[1:]:
        if reason.says not in shown.said:
            shown.said.add(reason.says)
            tell_text(f"[quiet]{plain(reason.says)}[/quiet]", EDGE + SIGN + 2)
    _hold_on(decision, shown, library)
    _changes(decision, shown, library)


def _worst(pain: int) -> str:
    return f"pain up to {pain} of 10" if pain else "no pain"


def _hold_on(decision: DecisionShown, shown: Told, library: Library) -> None:
    """In which exercises something to hold on to is within reach; said once of each."""
    for item in decision.items:
        for reason in item.because:
            if reason.rule == HELD_ON and item.exercise not in shown.held:
                shown.held.add(item.exercise)
                name = name_of(item.exercise, library)
                tell_text(f"[quiet]{name}: {plain(reason.says)}[/quiet]", EDGE + SIGN + 2)


def _changes(decision: DecisionShown, shown: Told, library: Library) -> None:
    """Every exercise whose dose is not what it was, with the reason. What a short day leaves away is not what
    it was: the next session is told against the one before."""
    changed: dict[str, list[tuple[tuple[str, str], Sequence[ShownReason]]]] = {}
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
        line = name_of(item.exercise, library), from_to(was, words)
        changed.setdefault(word, []).append((line, _of_the_dose(item, decision)))
    for word, changes in changed.items():
        for says, same in together(changes, library):
            page().print(_because(word, plain(says), same))


def _of_the_dose(item: ShownItem, decision: DecisionShown) -> list[ShownReason]:
    """Why the dose is what it is: on a short day what made it short."""
    fewer = [each for each in item.because if each.rule == FEWER]
    if decision.short != "no" and fewer:
        return fewer
    return [each for each in item.because if each.rule != HELD_ON]


def _because(word: str, says: str, lines: Sequence[tuple[str, str]]) -> Padding:
    """A reason with its sign, and beneath it each exercise with what its dose was and is."""
    reason = Table.grid(padding=(0, 2, 0, 0))
    reason.add_column(width=SIGN)
    reason.add_column(overflow="fold")
    reason.add_row(word, f"[quiet]{says}[/quiet]")
    doses = Table.grid(padding=(0, 2, 0, 0))
    doses.add_column(width=NAME, overflow="fold")
    doses.add_column(overflow="fold")
    for line in lines:
        doses.add_row(*line)
    return Padding(Group(reason, Padding(doses, (0, 0, 0, SIGN + 2))), (0, 0, 0, EDGE))


def _ending(written: Sequence[Fact], shown: Told, library: Library) -> None:
    told = ", ".join(f"{word} {count}" for word, count in shown.signs.most_common())
    doses = counted(shown.signs.total(), "dose")
    page().print(
        f"\n[quiet]{counted(len(written), 'fact')}, {doses} decided: {told}. "
        f"Library {library.version}.[/quiet]"
    )
