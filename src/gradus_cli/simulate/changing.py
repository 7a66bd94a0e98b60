"""A number of the content changed for a trial: as an overlay, so that it is checked as all content is."""

import re

from gradus.library.library import Library
from gradus.library.load import ContentFault, Overlay, load, packaged
from gradus.vocabulary.ids import ThresholdId
from gradus_cli.content import library
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import did_you_mean

FORM = "progression/raises.load_cap=5"


def changed(settings: tuple[str, ...]) -> Library:
    """The packaged content with these numbers changed, each as ADDRESS=VALUE; a failure that says what is
    wrong with one."""
    texts = packaged()
    files: dict[str, str] = {}
    for setting in settings:
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
