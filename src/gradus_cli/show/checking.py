"""What a recording showed, as a table for the terminal and as one for `--json`."""

from dataclasses import asdict
from typing import Any

from rich.table import Table

from gradus.journey.moving import Checked, Number, Record, Summary

MANY_WORDS = 6
LASTING_S = 0.5
"""Words that were said for a shorter time are left out here; `--json` has them."""


def table_of(checked: Checked) -> Table:
    """One line a repetition, or a hold."""
    holds = checked.plan.kind == "hold"
    columns = ["held"] if holds else ["there", "far", "back", "range", "fastest back"]
    table = Table("", *columns, "seen", box=None, pad_edge=False)
    for record in checked.records:
        table.add_row(str(record.nth), *_cells(record, holds), _seen(record))
    return table


def _cells(record: Record, holds: bool) -> list[str]:
    if holds:
        return [_told(record.held_s, "s")]
    return [
        _told(record.there_s, "s"),
        _told(record.far_s, "s"),
        _told(record.back_s, "s"),
        _told(record.range, ""),
        _told(record.speed_back, "/s"),
    ]


def _told(number: Number | None, unit: str) -> str:
    if number is None:
        return "not measured"
    digits = 1 if unit == "s" else 0
    return f"{number.value:.{digits}f} ± {number.error:.{digits}f} {unit}".rstrip()


def _seen(record: Record) -> str:
    """The one thing to say of a repetition, by its name."""
    return "" if record.cue is None else record.cue.fault


def lines_of(checked: Checked) -> list[str]:
    """What to log, and what could not be seen."""
    summary = checked.summary
    found = [_logged(checked)]
    if summary.small:
        found.append(f"{summary.small} of {summary.count} went less than half as far as drawn.")
    if not checked.calibrated and checked.records:
        found.append("No still start pose was seen, so nothing was judged against it.")
    if summary.velocity_loss is not None:
        found.append(f"The last repetitions were {summary.velocity_loss:.0f} % slower than the fastest.")
    if summary.sides_differ is not None:
        error = checked.plan.limits.angle_error_deg
        found.append(f"Left without right: {summary.sides_differ:.0f} ± {error:.0f} degrees.")
    says = {fault.id: fault.says for fault in checked.plan.faults}
    for fault, often, judged in summary.faults:
        if judged < summary.count:
            found.append(f"{fault}: judged in {judged} of {summary.count}.")
        if often:
            found.append(f"{fault}, seen in {often} of {judged}: {says[fault]}")
    lasting = [told for told in checked.told if told.to_s - told.from_s >= LASTING_S]
    said = lasting[:MANY_WORDS]
    found += [f"{told.from_s:.1f} to {told.to_s:.1f} s: {told.word}" for told in said]
    if len(lasting) > len(said):
        found.append(f"And {len(lasting) - len(said)} times more such words.")
    return found


def _logged(checked: Checked) -> str:
    summary = checked.summary
    if summary.count == 0:
        return f"Nothing was counted.{_why_nothing(checked)}"
    if checked.plan.kind == "hold":
        return f"To log: {summary.held_s:.0f} seconds held, in {_times(summary)}."
    return f"To log: {summary.count} repetitions."


def _times(summary: Summary) -> str:
    return "one go" if summary.count == 1 else f"{summary.count} goes"


STILL = 0.1


def _why_nothing(checked: Checked) -> str:
    shares = [share for _, share in checked.curve]
    if max(shares) - min(shares) < STILL:
        return " Nothing moved, or nobody was seen."
    return " The movement never went far enough."


def reply_of(checked: Checked) -> dict[str, Any]:
    """All of it as plain data."""
    faults = [
        {"fault": fault, "seen": often, "judged": judged} for fault, often, judged in checked.summary.faults
    ]
    return {
        "exercise": checked.plan.exercise,
        "calibrated": checked.calibrated,
        "summary": {**asdict(checked.summary), "faults": faults},
        "repetitions": [_record_table(each) for each in checked.records],
        "words": [asdict(each) for each in checked.told],
    }


def _record_table(record: Record) -> dict[str, Any]:
    return {**asdict(record), "cue": record.cue.fault if record.cue else None}
