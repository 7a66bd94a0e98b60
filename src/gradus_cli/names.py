"""Names as people type them: an id, or a title in any case; and the nearest ones when it is neither."""

from collections.abc import Iterable, Mapping

MOST = 3
"""So many near names are told, not more."""


def id_of(name: str, titles: Mapping[str, str]) -> str | None:
    """The id that goes by this name, itself or by its title; None when there is none."""
    if name in titles:
        return name
    wanted = _plain(name)
    return next((id_ for id_, title in titles.items() if wanted in (_plain(id_), _plain(title))), None)


def did_you_mean(name: str, names: Iterable[str], *, instead: str = "") -> str:
    """A question that names the nearest of these, each in quotes when it has blanks; else what is said
    instead."""
    from difflib import get_close_matches

    typed = {_plain(each): each for each in names}
    near = get_close_matches(_plain(name), typed, n=MOST)
    shown = [f'"{typed[each]}"' if " " in typed[each] else typed[each] for each in near]
    return f"Did you mean {' or '.join(shown)}?" if shown else instead


def counted(number: int, what: str) -> str:
    """So many of something: `1 fact`, `2 facts`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
