"""What a camera may say: whole where something is watched, and never below the camera's error."""

from collections.abc import Iterator

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.types import Exercise
from gradus.library.types.movement import Movement
from gradus.library.types.watching import FaultRule, Signal, Watch, WatchingRules

FITTING = {
    "count": ("cycle", "alternating"),
    "hold": ("hold",),
    "none": ("cycle", "alternating", "hold", "distance"),
}
"""Which kinds of movement each use of the camera is for."""
SIDE_ONLY = ("hip", "thigh", "shin", "foot", "shoulder", "trunk", "head", "torso")
FRONT_ONLY = ("hip-out", "shoulder-out", "knee-in", "foot-up", "trunk-side", "shoulder-line", "hip-line",
              "hands-apart")  # fmt: skip
LENGTHS = ("torso", "hands-apart", "hands-up", "foot-up")
SIDES = ("left", "right", "near", "far")
TOLD = ("seen_from", "signal", "range", "tolerance")
PAIR = 2


def watches_are_whole(contents: Contents) -> Iterator[Fault]:
    rules = next(iter(contents.of(WatchingRules).values()), None)
    for path, exercise in contents.of(Exercise).items():
        if exercise.movement is not None:
            for where, says in _faults(exercise.movement, rules):
                yield Fault(path, f"movement.watch.{where}", says)


def _faults(movement: Movement, rules: WatchingRules | None) -> Iterator[tuple[str, str]]:
    watch = movement.watch
    if movement.kind not in FITTING[watch.camera]:
        yield "camera", f'is "{watch.camera}", but the movement is of kind "{movement.kind}"'
    if watch.camera == "none":
        for key in (*TOLD, "faults"):
            if getattr(watch, key):
                yield key, 'is told, but the camera is "none"; take it out'
        return
    for key in TOLD:
        if getattr(watch, key) is None:
            yield key, f'is missing; a camera that is "{watch.camera}" needs it'
    if watch.signal is not None:
        yield from _signal_faults("signal", watch.signal, watch)
    yield from _number_faults(watch)
    yield from _same_ids(watch)
    for nth, rule in enumerate(watch.faults):
        for where, says in _rule_faults(rule, watch, rules):
            yield f"faults[{nth}].{where}", says


def part(name: str) -> str:
    """An angle without its side."""
    side, _, rest = name.partition("-")
    return rest if side in SIDES else name


def _signal_faults(where: str, signal: Signal, watch: Watch) -> Iterator[tuple[str, str]]:
    many = len(signal.of)
    if signal.take == "one" and many > 1:
        yield (
            f"{where}.of",
            f"names {many} angles; name one, or say how to `take` them: mean, larger, smaller",
        )
    if signal.take == "difference" and many != PAIR:
        yield f"{where}.of", f"names {many} angles; a difference is of two"
    if signal.take in {"mean", "larger", "smaller"} and many < PAIR:
        yield f"{where}.of", 'names one angle; take "one", or name more'
    wrong = FRONT_ONLY if watch.seen_from == "side" else SIDE_ONLY
    for name in signal.of:
        if part(name) in wrong:
            yield f"{where}.of", f'names "{name}", which is not seen from the {watch.seen_from}'
        elif watch.seen_from == "front" and name.startswith(("near-", "far-")):
            yield f"{where}.of", f'names "{name}"; from the front no side is nearer, write left or right'


def _number_faults(watch: Watch) -> Iterator[tuple[str, str]]:
    if watch.range is not None and watch.range <= 0:
        yield "range", f"is {watch.range:g}; write how far the signal goes, above 0"
    if watch.tolerance is not None and watch.range is not None and not 0 < watch.tolerance < watch.range:
        yield "tolerance", f"is {watch.tolerance:g}; write more than 0 and less than the range"


def _same_ids(watch: Watch) -> Iterator[tuple[str, str]]:
    ids = [rule.id for rule in watch.faults]
    for nth, id_ in enumerate(ids):
        if id_ in ids[:nth]:
            yield f"faults[{nth}].id", f'is "{id_}" again; each fault has a name of its own'


def _rule_faults(rule: FaultRule, watch: Watch, rules: WatchingRules | None) -> Iterator[tuple[str, str]]:
    if rule.about == "angle":
        if rule.signal is None:
            yield "signal", "is missing; a fault about an angle names one"
        else:
            yield from _signal_faults("signal", rule.signal, watch)
    elif rule.signal is not None:
        yield "signal", f'does not belong to a fault about "{rule.about}"; take it out'
    if rule.about == "seconds" and rule.phase not in {"there", "back"}:
        yield "phase", f'is "{rule.phase}"; the seconds of a way are those "there" or "back"'
    if rule.about in {"range", "sides", "seconds"} and watch.camera == "hold":
        yield "about", f'is "{rule.about}"; a hold has only angles'
    if rule.than == "drawn" and rule.phase not in {"start", "far"}:
        yield "than", f'is "drawn", but phase "{rule.phase}" has no pose; write phase "start" or "far"'
    if rule.about == "sides" and not _two_sided(watch.signal):
        yield "about", 'is "sides", but the signal is not made of a left and a right angle'
    if rules is not None:
        yield from _budget_faults(rule, watch, rules)


def _two_sided(signal: Signal | None) -> bool:
    return signal is not None and sorted(name.partition("-")[0] for name in signal.of) == ["left", "right"]


def _budget_faults(rule: FaultRule, watch: Watch, rules: WatchingRules) -> Iterator[tuple[str, str]]:
    """Nothing is said that lies within the camera's error."""
    least, unit = _least(rule, watch, rules), "seconds" if rule.about == "seconds" else "of the signal"
    if rule.margin < least:
        yield "margin", f"is {rule.margin:g}; the camera's error asks for {least:g} {unit} at least"
    if rule.about == "angle" and rule.least_s < rules.least_time_of_a_fault.value:
        least = rules.least_time_of_a_fault.value
        yield "least_s", f"is {rule.least_s:g}; nothing shorter than {least:g} seconds is told"


def _least(rule: FaultRule, watch: Watch, rules: WatchingRules) -> float:
    if rule.about == "seconds":
        return rules.least_margin_of_time.value
    signal = watch.signal if rule.signal is None else rule.signal
    if signal is not None and any(part(name) in LENGTHS for name in signal.of):
        return rules.least_margin_percent.value
    own = rule.about == "angle" and rule.than == "start"
    return rules.least_margin_of_own.value if own else rules.least_margin.value
