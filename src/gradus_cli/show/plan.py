"""A plan in the terminal."""

from collections.abc import Sequence

from rich.table import Table

from gradus.journey.others import OtherPlan
from gradus.journey.plans import NoPlan, Planned
from gradus.library.library import Library
from gradus.library.types import Programme
from gradus.vocabulary.reasons import Reason
from gradus_cli.show.page import bullet, dose_words, footer, name_of, page, plain, tell
from gradus_cli.show.together import together


def show_plan(
    planned: Planned,
    library: Library,
    unit: str | None = None,
    *,
    said: set[str] | None = None,
    ends: bool = True,
) -> None:
    """The week, exercise by exercise, each with why it is there. What stands in `said` is not said again, and
    what is said of the whole plan joins it. `ends`: with the words that end every answer."""
    plan = planned.plan
    page().print(f"\n[title]{planned.programme.title}[/title]: {planned.phase.title}")
    page().print(f"[quiet]{planned.phase.aim}[/quiet]")
    also: list[tuple[str, Sequence[Reason]]] = []
    for session in plan.sessions:
        day = "" if session.day is None else f"{session.day.capitalize()}, "
        page().print(f"\n[title]{session.title}[/title]  {day}about {session.minutes:.0f} minutes")
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2), expand=True)
        for heading, share in (("exercise", 3), ("begin with", 3), ("why", 4)):
            table.add_column(heading, overflow="fold", ratio=share)
        for item in session.items:
            name = name_of(item.exercise, library)
            why = plan.because.get((session.id, item.slot), ())
            dose = dose_words(item.dose, library.exercises[item.exercise], unit)
            table.add_row(name, dose, *(plain(each.says) for each in why[:1]))
            also += [(name, why[1:2])] if why[1:] else []
        page().print(table)
    for says, names in together(dict.fromkeys(also), library):
        page().print(f"\n[quiet]{'; '.join(names)}[/quiet]")
        tell(plain(says))
    for place in plan.left_empty:
        session_id, _, slot = place.partition("/")
        for reason in plan.because.get((session_id, slot), ()):
            tell(plain(reason.says))
    if planned.programme.kind == "published":
        _study(planned.programme)
    page().print()
    _notes([reason.says for reason in (*planned.because, *plan.notes)], set() if said is None else said)
    tell(f"[quiet]{_proof(planned)}[/quiet]")
    if ends:
        footer()


def _notes(says: Sequence[str], said: set[str]) -> None:
    for each in says:
        if each not in said:
            said.add(each)
            tell(plain(each))


def _proof(planned: Planned) -> str:
    """How sure it is that no other week suits better."""
    return (
        "Of all weeks that fit what you told, none suits the aims of this phase better by our count; that is "
        "worked out in full."
        if planned.plan.proven
        else "By our count of what suits the aims of this phase, a better week may exist."
    )


def _study(programme: Programme) -> None:
    """What the programme's study found, what it cannot say, and what of the programme is ours."""
    page().print(f"\n[title]What its study found[/title]  {programme.found}")
    page().print(f"\n[title]What it cannot say[/title]  {programme.cannot_say}")
    page().print("\n[title]Not from the study, but ours[/title]")
    for line in programme.ours:
        bullet(plain(line))


def show_others(found: Sequence[OtherPlan]) -> None:
    """The other programmes that fit, each with how much of it is new and how to see and take it."""
    if not found:
        page().print("\nWith what you have told, no other programme fits now.")
        page().print("More equipment, minutes or positions open others: gradus profile --help")
        footer()
        return
    page().print(
        "\n[title]Other programmes that fit you now[/title]  [quiet]what differs most from your plan comes "
        "first; no kind of exercise is known to be best[/quiet]"
    )
    for each in found:
        page().print(f"\n[title]{each.programme.title}[/title]  {_week(each)}")
        tell(plain(each.programme.what))
        tell(f"[quiet]gradus plan --programme {each.programme.id} --try[/quiet]")
    page().print("\nWithout --try it becomes your plan. What you train already goes on from where you are.")
    footer()


def _week(other: OtherPlan) -> str:
    sessions = "1 session" if other.sessions_a_week == 1 else f"{other.sessions_a_week} sessions"
    return (
        f"{sessions} a week, up to {other.minutes:.0f} minutes; {other.new} of {other.exercises} "
        "exercises are new"
    )


def show_no_plan(found: NoPlan) -> None:
    """What collides, and the smallest change that frees it."""
    page().print("\n[ask]No plan fits yet.[/ask]")
    for reason in found.collide:
        tell(plain(reason.says))
    if found.change:
        page().print(f"\nThe smallest change that frees it: {found.change}")
    footer()
