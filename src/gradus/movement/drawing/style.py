"""The colours of a picture, by class; the site's own sheet may hold the same classes."""

from collections.abc import Iterable, Mapping

FILLED: Mapping[str, str] = {
    "skin": "#eab38c", "skin far": "#d59b73", "shirt": "#4aa3a8", "shirt far": "#37858b", "legs": "#46567a",
    "legs far": "#354263", "shoe": "#f2efe9", "shoe far": "#d5d2cc", "hair": "#5b4034", "ear": "#dd9f77",
    "eye": "#3a2a24", "iron": "#3c4250", "iron far": "#565d70", "roller": "#59657d", "ball": "#86b4e0",
    "wood a": "#d9b98c", "wood b": "#b9966a", "wood c": "#a5835a", "mat a": "#b7cbe6", "mat b": "#93abc9",
    "mat c": "#93abc9", "wall a": "#dfe3ea", "wall b": "#dfe3ea", "wall c": "#cfd5df", "step a": "#d9b98c",
    "step b": "#b9966a", "step c": "#a5835a", "pad a": "#c9b6e4", "pad b": "#a892c9", "pad c": "#a892c9",
    "cushion a": "#c9b6e4", "cushion b": "#a892c9", "cushion c": "#a892c9",
    "cloth a": "#c9b6e4", "cloth b": "#a892c9", "cloth c": "#a892c9", "seat a": "#7a8aa9",
    "seat b": "#5f6f8e", "seat c": "#5f6f8e", "steel a": "#aab3c4", "steel b": "#8d97ab",
    "steel c": "#7d879b", "hub": "#aab1c0",
}  # fmt: skip
"""Classes whose inside and edge have one colour."""

LINES: Mapping[str, str] = {
    "line": "#7a4a3a", "arrow": "#d1603d", "bare": "#eab38c", "bare far": "#d59b73",
    "band": "#e0475b", "cable": "#6b7280", "strap": "#8a6fb0", "stick": "#b98a56",
    "bar": "#8a92a3", "post": "#9a7b58", "tube": "#7d879b",
}  # fmt: skip
"""Classes that are lines."""

OTHERS: Mapping[str, str] = {
    "works": "{fill:#ff7a4d;stroke:#ff7a4d;opacity:.85}",
    "plate": "{stroke:#3c4250;opacity:.75}",
    "shine": "{stroke:#fff;opacity:.35}",
}

DARK: Mapping[str, str] = {
    "wall a": "#3d4960", "wall b": "#3d4960", "wall c": "#333e53", "hair": "#7a5948", "legs": "#5a6c96",
    "legs far": "#46557a", "iron": "#8891a6",
}  # fmt: skip
"""What is another colour on a dark page."""

ALWAYS = "path{stroke-linejoin:round;stroke-linecap:round}.e{fill:none;stroke:#2b3550;opacity:.45}"
FLOOR = ".floor{fill:#1f2a44;opacity:.09}"


def style(used: Iterable[str], *, moving: bool = True) -> str:
    """The style sheet of the classes that a picture uses, for light and dark pages."""
    classes = sorted(set(used))
    rules = [ALWAYS, FLOOR]
    rules += [
        f".{_selector(name)}{{fill:{FILLED[name]};stroke:{FILLED[name]}}}"
        for name in classes
        if name in FILLED
    ]
    rules += [f".{_selector(name)}{{fill:none;stroke:{LINES[name]}}}" for name in classes if name in LINES]
    rules += [f".{name}{OTHERS[name]}" for name in classes if name in OTHERS]
    dark = "".join(
        f".{_selector(name)}{{fill:{DARK[name]};stroke:{DARK[name]}}}" for name in classes if name in DARK
    )
    rules.append(f"@media(prefers-color-scheme:dark){{.floor{{fill:#fff}}.e{{stroke:#0b1020}}{dark}}}")
    if moving:
        rules.append(
            ".rest{display:none}@media(prefers-reduced-motion:reduce){.go{display:none}.rest{display:inline}}"
        )
    return "".join(rules)


def short(name: str) -> str:
    """A class as it is written in a picture: `skin far` is `skin f`."""
    return name.replace(" far", " f")


def _selector(name: str) -> str:
    return short(name).replace(" ", ".")
