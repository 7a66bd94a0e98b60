"""A number of the content changed for a trial: as an overlay, so that it is checked as all content is."""

import re

from gradus.library.library import Library
from gradus.library.load import ContentFault, Overlay, load, packaged
from gradus.vocabulary.ids import ThresholdId
from gradus_cli.content import library
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import did_you_mean

FORM = "progression/raises.load_cap=5"
STEPS = "progression/steps"
OFF = "off"
ROW_FORM = "progression/steps.last-time.top-once=off"


def changed(settings: tuple[str, ...]) -> Library:
    """The packaged content with these numbers changed, each as ADDRESS=VALUE, or rows of the table of steps
    left out, each as progression/steps.PART.REASON=off; a failure that says what is wrong with one."""
    texts = packaged()
    files: dict[str, str] = {}
    for setting in settings:
        if setting.startswith(f"{STEPS}.") and setting.endswith(f"={OFF}"):
            file = f"{STEPS}.toml"
            files[file] = _without_row(files.get(file, texts[file]), setting)
            continue
        address, value = _parted(setting)
        path, _, key = address.partition(".")
        file = f"{path}.toml"
        files[file] = _with_number(files.get(file, texts[file]), key, value, setting)
    try:
        return load(Overlay("changed", files))
    except ContentFault as fault:
        raise Failure(Exit.BAD_LIBRARY, str(fault)) from None


def _parted(setting: str) -> tuple[ThresholdId, float]:
    address, sign, value = setting.partition("=")
    known = library().thresholds
    if not sign or ThresholdId(address) not in known:
        hint = did_you_mean(address, [*known], instead="`gradus library list thresholds` shows them all.")
        raise Failure(Exit.NOT_FOUND, f"There is no number {address!r}; write it like {FORM}. {hint}")
    try:
        return ThresholdId(address), float(value)
    except ValueError:
        raise Failure(Exit.USAGE, f"{value!r} is no number; write it like {FORM}.") from None


def _with_number(text: str, key: str, value: float, setting: str) -> str:
    """The file's text with another value in the table of that key."""
    table = re.compile(rf"(^\[{re.escape(key)}\]\n(?:(?!\[).*\n)*?value = )\S+", re.MULTILINE)
    made, times = table.subn(rf"\g<1>{value:g}", text)
    if times != 1:
        raise Failure(Exit.USAGE, f"{setting!r} cannot be changed here; use an overlay (GRADUS_OVERLAY).")
    return made


def _without_row(text: str, setting: str) -> str:
    """The table of steps without the rows of that part with that reason; a row is a line."""
    part, _, reason = setting.removeprefix(f"{STEPS}.").removesuffix(f"={OFF}").partition(".")
    found = re.search(rf"^{re.escape(part)} = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    lines = found[1].splitlines(keepends=True) if found else []
    kept = [line for line in lines if f'reason = "{reason}"' not in line]
    if found is None or len(kept) == len(lines):
        says = f"The table of steps has no row {part}.{reason}; write it like {ROW_FORM}."
        raise Failure(Exit.NOT_FOUND, says)
    return text[: found.start(1)] + "".join(kept) + text[found.end(1) :]
