"""The table of steps: its parts hang together, every way through it gives a reason, and nothing in it can
raise what pain, a worse morning or a miss stands against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.near import did_you_mean
from gradus.library.types import StepRow, StepTable, Way, When
from gradus.vocabulary.scales import Step

LOWERS = frozenset({Step.REGRESS, Step.SWAP, Step.PAUSE, Step.STOP_AND_SCREEN})
STAYS = LOWERS | {Step.HOLD, Step.DELOAD}

GUARDS: dict[When, frozenset[Step]] = {
    "leg-symptoms": LOWERS,
    "pain-above-limit": LOWERS,
    "pain-while-irritable": LOWERS,
    "first-time": STAYS | {Step.START},
    "pain-in-the-middle": STAYS,
    "not-all-done": STAYS,
    "pain-not-told": STAYS,
    "something-new": STAYS,
    "morning-was-worse": STAYS,
    "mornings-stay-worse": STAYS,
    "reserve-not-told": STAYS,
    "reserve-too-small": STAYS,
    "flare-not-better": STAYS,
    "too-many-flares": STAYS,
}
"""What every rise stands behind, each with the steps it may lead to."""

RED: frozenset[When] = frozenset({"leg-symptoms", "pain-above-limit", "pain-while-irritable"})
SET: frozenset[When] = frozenset(
    {"clinicians-dose", "clinicians-dose-is-the-same", "clinicians-dose-is-less"}
)
NEEDED: dict[When, frozenset[Step | None]] = {
    "flare-not-better": frozenset({Step.STOP_AND_SCREEN}),
    "too-many-flares": frozenset({Step.STOP_AND_SCREEN}),
    "away-for-weeks": frozenset({Step.REGRESS}),
    "away-for-long": frozenset({Step.REGRESS}),
    "flare-is-calm": frozenset({Step.REGRESS}),
    "raises-wait-for-clinician": frozenset({Step.HOLD}),
}
"""What must be asked somewhere, each with a step that it leads to."""

A_LITTLE: frozenset[Way] = frozenset({"reserve-comes-back", "a-little-more"})
A_STEP: frozenset[Way] = frozenset(
    {"wider-range", "heavier-weight", "stronger-band", "harder-rung", "more-repetitions"}
)
COMES_BACK: dict[Way, frozenset[When]] = {
    "step-back-up": frozenset({"went-well", "not-eased-yet"}),
    "dose-before-the-lighter-week": frozenset({"rises"}),
    "as-last-time": frozenset({"rises", "holds", "lowered-for-mornings-alone"}),
    "as-far-as-now": frozenset({"rises", "holds"}),
}
"""Ways back to a dose that was had before: one of these must be asked for on the way there."""


@dataclass(frozen=True, slots=True)
class _Path:
    """A way through the table: from a row of a part, by `then`, to the row at its end."""

    where: str
    rows: tuple[StepRow, ...]

    @property
    def when(self) -> frozenset[When]:
        return frozenset(each for row in self.rows for each in row.when)


def the_table_hangs_together(contents: Contents) -> Iterator[Fault]:
    """Parts exist, are used, and do not go round in circles; a row leads somewhere, and says why."""
    for path, table in contents.of(StepTable).items():
        wrong = [*_unknown_parts(path, table), *_odd_rows(path, table)]
        if not wrong and (ring := _ring(table)):
            wrong = [Fault(path, f"parts.{ring}", "leads back to itself by `then`; end it with a step")]
        yield from wrong
        if not wrong:
            yield from _unused(path, table)
            yield from _unsaid(path, table)


def rises_stand_behind_their_guards(contents: Contents) -> Iterator[Fault]:
    """A rise stands behind every row that pain, mornings and misses need; what else gives a dose back asks
    whether it may; and what may not be done is asked for last."""
    for path, table in contents.of(StepTable).items():
        if [*_unknown_parts(path, table), *_odd_rows(path, table)] or _ring(table):
            continue
        for part in dict.fromkeys(table.order):
            yield from _unguarded(path, part, table)
        yield from _not_asked(path, table)


def _unguarded(path: str, part: str, table: StepTable) -> Iterator[Fault]:
    paths = list(_paths(part, table))
    reds = [nth for nth, each in enumerate(paths) if each.rows[0].when and RED.issuperset(each.rows[0].when)]
    for each in paths[: max(reds, default=0)]:
        if each.rows[-1].step not in LOWERS and not each.when & SET:
            yield Fault(path, each.where, "goes before what lowers after red; put it behind")
    for nth, each in enumerate(paths):
        last = each.rows[-1]
        way = last.dose
        if way in COMES_BACK and not each.when & COMES_BACK[way]:
            asked = ", ".join(sorted(COMES_BACK[way]))
            yield Fault(path, each.where, f'gives a dose back by "{way}"; ask for one of: {asked}')
        if last.step is Step.START and "first-time" not in each.when:
            yield Fault(path, each.where, 'begins what has begun; ask for "first-time"')
        if way in A_LITTLE | A_STEP:
            yield from _before_a_rise(path, each, paths[:nth])
        elif last.step is Step.PROGRESS and way not in COMES_BACK and way != "clinicians-dose":
            yield Fault(path, each.where, "calls a rise what is none; give it a dose that rises")


def _before_a_rise(path: str, rise: _Path, before: Sequence[_Path]) -> Iterator[Fault]:
    if rise.rows[-1].step is not Step.PROGRESS:
        yield Fault(path, rise.where, 'raises a dose; write step = "progress"')
    for guard, steps in GUARDS.items():
        if not _stands(guard, steps, before):
            says = f'rises, but no row before it stops at "{guard}" alone; put one there'
            yield Fault(path, rise.where, says)
    once = StepRow(unless=("top-often-enough",))
    stops = any(
        (row.when, row.unless) == (once.when, once.unless) and row.step in STAYS
        for each in before
        for row in each.rows[:1]
    )
    if rise.rows[-1].dose in A_STEP and not stops:
        says = 'takes a step, but no row before it holds unless "top-often-enough"; put one there'
        yield Fault(path, rise.where, says)


def _stands(guard: When, steps: frozenset[Step], before: Sequence[_Path]) -> bool:
    """Whether a row stands there on this condition alone, every end of it is one of these steps, and one of
    its ends always holds."""
    ends = [each for each in before if each.rows[0].when == (guard,) and not each.rows[0].unless]
    sure = any(
        all(not (row.when or row.unless) for row in each.rows[1:]) and each.rows[-1].dose is None
        for each in ends
    )
    return sure and all(each.rows[-1].step in steps for each in ends)


def _not_asked(path: str, table: StepTable) -> Iterator[Fault]:
    asked = [each for part in dict.fromkeys(table.order) for each in _paths(part, table)]
    for name, steps in NEEDED.items():
        if not any(name in each.when and each.rows[-1].step in steps for each in asked):
            leads = ", ".join(sorted(str(step) for step in steps))
            yield Fault(path, "parts", f'asks "{name}" nowhere, or not for this step: {leads}')
    last = [each for each in _paths(table.order[-1], table) if each.rows[0].when == ("kept-out",)]
    fit = last and all(each.rows[-1].step in LOWERS for each in last)
    if not fit:
        yield Fault(path, "order", 'ends without asking "kept-out"; put the part that asks it last')


def _paths(part: str, table: StepTable) -> Iterator[_Path]:
    for nth, row in enumerate(table.parts[part]):
        where = f"parts.{part}[{nth}]"
        if row.then is None:
            yield _Path(where, (row,))
        else:
            yield from (_Path(each.where, (row, *each.rows)) for each in _paths(row.then, table))


def _unknown_parts(path: str, table: StepTable) -> Iterator[Fault]:
    named = [(f"order[{nth}]", part) for nth, part in enumerate(table.order)]
    named += [(f"parts.{name}[{nth}].then", row.then) for name, nth, row in _rows(table) if row.then]
    for where, part in named:
        if part not in table.parts:
            near = did_you_mean(part, tuple(table.parts)) or f"; write parts.{part}"
            yield Fault(path, where, f'names "{part}", which is no part of the table{near}')


def _odd_rows(path: str, table: StepTable) -> Iterator[Fault]:
    for name, nth, row in _rows(table):
        where = f"parts.{name}[{nth}]"
        if row.then is not None and (row.dose or row.step):
            yield Fault(path, where, "goes on to a part and gives a step too; leave one of the two out")
        elif row.then is None and not (row.dose or row.step or row.reason or row.keeps):
            yield Fault(path, where, "leads nowhere; give it a step, a dose, a reason, or a part to go on to")


def _ring(table: StepTable) -> str | None:
    """A part that leads back to itself; None where none does."""
    for part in table.parts:
        seen, ahead = set[str](), [part]
        while ahead:
            for row in table.parts[ahead.pop()]:
                if row.then == part:
                    return part
                if row.then is not None and row.then not in seen:
                    seen.add(row.then)
                    ahead.append(row.then)
    return None


def _unused(path: str, table: StepTable) -> Iterator[Fault]:
    named = {*table.order, *(row.then for _, _, row in _rows(table))}
    for part in table.parts:
        if part not in named:
            yield Fault(path, f"parts.{part}", "is asked nowhere; name it in order or then, or take it away")


def _unsaid(path: str, table: StepTable) -> Iterator[Fault]:
    """A decision without a reason, or none at all."""
    paths = [each for part in dict.fromkeys(table.order) for each in _paths(part, table)]
    for each in paths:
        if not any(row.reason or row.keeps for row in each.rows):
            yield Fault(path, each.where, "gives no reason; name the rule whose sentence says why")
    always = (each for each in paths if not any(row.when or row.unless or row.dose for row in each.rows))
    if not any(each.rows[-1].step for each in always):
        says = "can end without a decision; end a part with a row that always holds and gives a step"
        yield Fault(path, "order", says)


def _rows(table: StepTable) -> Iterator[tuple[str, int, StepRow]]:
    return ((name, nth, row) for name, rows in table.parts.items() for nth, row in enumerate(rows))
