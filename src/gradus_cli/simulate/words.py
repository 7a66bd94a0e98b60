"""What many runs of a study came to, in words, for the terminal and the pages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PER = 100
ONCE = 1.0
FEW = 0.1
"""Shares of 100 that would look like none, or all, with one decimal."""
COURSES = {
    "acute": "pain that began weeks ago",
    "persistent": "pain of some months",
    "long": "pain of years",
}
SIZE_HEAD = ("question", "to be found", "people a group", "asked, as some leave", "found when run")


def opening(reply: Mapping[str, Any]) -> str:
    """What was run, in one sentence."""
    return (
        f"{reply['runs']:,} runs of the study on virtual people with {COURSES[reply['course']]}, "
        f"{reply['people']} in each arm. The range beside a share is what chance leaves open "
        "(95 percent), for the runs alone: it says nothing of what is assumed."
    )


def picture(reply: Mapping[str, Any]) -> str:
    """The whole picture in one or two sentences; empty where a study has none, or one size was asked for."""
    whole = [each for each in reply["parts"] if each["words"] == "The whole picture"]
    if not whole or ONCE not in reply["times"]:
        return ""
    said = f"All that was published came out together in {_per(_at(whole[0], reply, ONCE))} of 100 runs"
    half, most = whole[0]["half_at"], whole[0]["most"]
    if half is None:
        never = f"no size of the effects brings it into half of the runs; the most was {_per(most)} of 100"
        return f"{said}, and {never}."
    if half == 0:
        return f"{said}, and in as many as half without any effect of training."
    return f"{said}. For half of the runs to show it, the effects would have to be {half:.1f} times as large."


def otherwise(reply: Mapping[str, Any]) -> str:
    """The whole picture with people whose pain takes another course."""
    return f"With {COURSES[reply['course']]}: {picture(reply)[0].lower()}{picture(reply)[1:]}"


def needed(reply: Mapping[str, Any]) -> str:
    """How many people a question of pain needs at the least; empty where no sizes were asked for."""
    pain = [each for each in reply.get("sizes", ()) if each["questions"][0].startswith("Pain")]
    if not pain:
        return ""
    fewest: dict[float, int] = {}
    for each in pain:
        fewest[each["share"]] = min(each["people"], fewest.get(each["share"], each["people"]))
    said = " and ".join(f"{people:,} for {share:.0%}" for share, people in sorted(fewest.items()))
    return (
        "A study that could tell for pain which part of it helps would need so many people in each of four "
        f"groups until the end: {said} of such studies to find it."
    )


def head(reply: Mapping[str, Any]) -> Sequence[str]:
    """The head of the table of parts."""
    if ONCE not in reply["times"] or len(reply["times"]) == 1:
        return ("what a run may show", "published", *(f"effects times {each:g}" for each in reply["times"]))
    return (
        "what a run may show", "published", "without any effect", "effects as assumed", "half of the runs, at"
    )  # fmt: skip


def rows(reply: Mapping[str, Any]) -> Iterator[list[str]]:
    """A row for each part: of 100 runs so many, and from which size of the effects on half of the runs."""
    for part in reply["parts"]:
        first = [part["words"], part["published"]]
        if ONCE not in reply["times"] or len(reply["times"]) == 1:
            yield first + [_range(each) for each in part["shares"]]
        else:
            both = [_range(_at(part, reply, times)) for times in (0.0, ONCE)]
            yield [*first, *both, _half(part)]


def size_rows(reply: Mapping[str, Any]) -> Iterator[list[str]]:
    """A row for each question and share of the study that nobody has done."""
    for size in reply.get("sizes", ()):
        for nth, words in enumerate(size["questions"]):
            found = _range(size["found"][nth]) if size["found"] else "too many to run; computed only"
            yield [words, f"{size['share']:.0%}", f"{size['people']:,}", f"{size['asked']:,}", found]


def _at(part: Mapping[str, Any], reply: Mapping[str, Any], times: float) -> Mapping[str, float]:
    found: Mapping[str, float] = part["shares"][reply["times"].index(times)]
    return found


def _half(part: Mapping[str, Any]) -> str:
    half, most = part["half_at"], part["most"]
    if half is None:
        return f"never; at most {_per(most)} of 100, at {most['times']:g} times"
    return "no effect at all" if half == 0 else f"{half:.1f} times the effects"


def _range(each: Mapping[str, float]) -> str:
    low, high = (_number(each[end] * PER) for end in ("low", "high"))
    return f"{_per(each)} of 100 ({low} to {high})"


def _per(each: Mapping[str, float]) -> str:
    return _number(each["value"] * PER)


def _number(share: float) -> str:
    if share in (0, PER):
        return f"{share:.0f}"
    return f"{share:.2f}" if share < FEW or share > PER - FEW else f"{share:.1f}"
