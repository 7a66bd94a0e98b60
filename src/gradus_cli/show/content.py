"""One thing of the library in the terminal, and what hangs on a file."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from gradus.library.effect import Effect
from gradus.library.types import Exercise, Threshold
from gradus_cli.show.page import page


def thing_table(thing: Any) -> dict[str, Any]:
    """A thing of the library as plain values; what was left out is left out."""
    return {key: _plain(value) for key, value in asdict(thing).items() if value not in (None, (), "")}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if each not in (None, (), "")}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def show_thing(path: str, thing: Any) -> None:
    """A thing as a person would read it: an exercise as instructions, the rest as its table."""
    page().print(f"\n[quiet]{path}[/quiet]")
    if isinstance(thing, Exercise):
        _exercise(thing)
    else:
        _table(thing_table(thing), indent=2)
    signed = getattr(thing, "reviewed_by", None)
    if signed == "":
        page().print("  [ask]not yet clinically reviewed[/ask]")


def _exercise(exercise: Exercise) -> None:
    texts = exercise.en
    page().print(f"[title]{texts.name}[/title]\n{texts.purpose}\n\n{texts.setup}")
    for nth, step in enumerate(texts.steps, 1):
        page().print(f"  {nth}  {step}")
    page().print(f"\nWhat you feel: {texts.feel}\nBreathing: {texts.breathing}")
    for mistake in texts.mistakes:
        page().print(
            f"\n  Often: {mistake.what}\n  It feels like this: {mistake.feels}\n  Instead: {mistake.instead}"
        )
    page().print("\nStop if")
    for line in texts.stop_if:
        page().print(f"  • {line}")
    page().print(f"\nAlone: {texts.alone}")


def _table(values: dict[str, Any], indent: int) -> None:
    for key, value in values.items():
        gap = " " * indent
        if isinstance(value, dict):
            page().print(f"{gap}[title]{key}[/title]")
            _table(value, indent + 2)
        elif isinstance(value, list):
            page().print(f"{gap}[title]{key}[/title]")
            for each in value:
                page().print(f"{gap}  • {each}", markup=False)
        else:
            page().print(f"{gap}{key}: {value}", markup=False)


def effect_table(effect: Effect) -> dict[str, Any]:
    """What hangs on a file, as plain values."""
    return {
        "path": effect.path,
        "thresholds": [
            {
                "id": each.id,
                "value": each.threshold.value,
                "unit": each.threshold.unit,
                "basis": each.threshold.basis,
                "examples": list(each.examples),
                "rules": list(each.rules),
            }
            for each in effect.thresholds
        ],
        "named_by": list(effect.named_by),
        "examples": list(effect.examples),
    }


def show_effect(effect: Effect, pages: Sequence[str], *, with_examples: bool) -> None:
    """What hangs on a file; says so when the worked examples are not at hand."""
    page().print(f"\n[title]{effect.path}[/title]")
    for each in effect.thresholds:
        page().print(f"  {each.id.rpartition('.')[2]} = {_number(each.threshold)}")
        for example in each.examples:
            page().print(f"    example  {example}", markup=False)
        for rule in each.rules:
            page().print(f"    rule     {rule}")
    for path in effect.named_by:
        page().print(f"  named by   {path}")
    for path in pages:
        page().print(f"  page       {path}", markup=False)
    if not with_examples:
        page().print(
            "  [quiet]The worked examples come with the source tree, not with the installed command.[/quiet]"
        )
    elif not effect.examples:
        page().print("  [quiet]No worked example stands on it.[/quiet]")


def _number(threshold: Threshold) -> str:
    return f"{threshold.value:g} {threshold.unit}  ({threshold.basis})"
