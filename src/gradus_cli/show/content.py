"""One thing of the library in the terminal, and what hangs on a file."""

from collections.abc import Sequence
from typing import Any

from gradus.library.effect import Effect
from gradus.library.library import Library
from gradus.library.types import Answer, Claim, Exercise, Measure, Programme, Threshold
from gradus_cli.show.page import bullet, page, plain, tell
from gradus_exchange.knowledge import thing_table


def show_thing(path: str, thing: Any, library: Library) -> None:
    """A thing as a person would read it: an exercise as instructions, what is not for people as its table."""
    from gradus_cli.show.answers import answer_in_full
    from gradus_cli.show.knowledge import show_claim, show_measure, show_programme

    page().print(f"\n[quiet]{path}[/quiet]")
    match thing:
        case Exercise():
            _exercise(thing)
        case Programme():
            show_programme(thing, library)
        case Measure():
            show_measure(thing, library)
        case Claim():
            show_claim(thing, library)
        case Answer():
            answer_in_full(thing, library)
        case _:
            _table(thing_table(thing), indent=2)
    signed = getattr(thing, "reviewed_by", None)
    if signed == "" and not isinstance(thing, Answer):
        page().print("  [ask]not yet clinically reviewed[/ask]")


def _exercise(exercise: Exercise) -> None:
    texts = exercise.en
    page().print(f"[title]{texts.name}[/title]\n{texts.purpose}\n\n{texts.setup}")
    for nth, step in enumerate(texts.steps, 1):
        bullet(plain(step), f"{nth}")
    page().print(f"\nWhat you feel: {texts.feel}\nBreathing: {texts.breathing}")
    for mistake in texts.mistakes:
        page().print()
        tell(f"Often: {mistake.what}\nIt feels like this: {mistake.feels}\nInstead: {mistake.instead}")
    page().print("\nStop if")
    for line in texts.stop_if:
        bullet(plain(line))
    page().print(f"\nAlone: {texts.alone}")


def _table(values: dict[str, Any], indent: int) -> None:
    for key, value in values.items():
        if isinstance(value, dict):
            tell(f"[title]{key}[/title]", indent)
            _table(value, indent + 2)
        elif isinstance(value, list):
            tell(f"[title]{key}[/title]", indent)
            _list(value, indent + 2)
        else:
            tell(f"{key}: {plain(str(value))}", indent)


def _list(values: list[Any], indent: int) -> None:
    for each in values:
        if isinstance(each, dict):
            bullet("", indent=indent)
            _table(each, indent + 2)
        elif isinstance(each, list):
            bullet(plain(", ".join(map(str, each))), indent=indent)
        else:
            bullet(plain(str(each)), indent=indent)


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
