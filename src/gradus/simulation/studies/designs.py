"""What the runs of a study show: its parts as they were published, each found or not in every run."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from gradus.library.types.studies import Design, Outcome
from gradus.simulation.studies.factorial import questions
from gradus.simulation.studies.measuring import Trial
from gradus.statistics.many import Compared, Marks, adjusted, difference, one_mean, slopes


@dataclass(frozen=True, slots=True)
class Part:
    """One result that a study may show. `published` is what the publication says of it, nothing where it says
    nothing; `shown` marks the runs that show what the words say."""

    words: str
    published: str
    shown: Marks


def parts(trial: Trial, effect: float) -> list[Part]:
    """The parts of a study, the whole picture last, with all that its arms do taken so many times."""
    return list(DESIGNS[trial.study.design](trial, effect))


def _controlled(trial: Trial, effect: float) -> Iterator[Part]:
    """Two arms before and after: which outcomes differ, and whether just those do that were published."""
    outcomes = trial.study.outcomes
    found = {name: _apart(trial, name, effect) for name in outcomes}
    for name, marks in found.items():
        yield Part(f"{outcomes[name].title}: the arms differ", _published(outcomes[name].came_out), marks)
    still = [name for name in outcomes if not outcomes[name].came_out]
    asked = _all(found[name] for name in outcomes if outcomes[name].came_out)
    yield Part("All that came out", "yes", asked)
    yield Part("All that did not come out, and no more", "yes", ~_any(found[name] for name in still))
    yield Part("The whole picture", "yes", asked & ~_any(found[name] for name in still))
    nothing = ~_any(_apart(trial, name, 0.0) for name in still)
    yield Part("The whole picture, if what did not come out has no effect at all", "yes", asked & nothing)


def _apart(trial: Trial, name: str, effect: float) -> Marks:
    outcome = trial.study.outcomes[name]
    values = trial.measured(name, effect=effect)
    before, after = ([values[:, arm, :, visit] for arm in (0, 1)] for visit in (0, -1))
    return _better(adjusted(before, after, (1, -1)), outcome, trial)


def _repeated(trial: Trial, effect: float) -> Iterator[Part]:
    """Several arms at several visits: the slope of each arm, and the first arm against each other."""
    level, whole = trial.study.chance.value, []
    for name, outcome in trial.study.outcomes.items():
        values = trial.measured(name, effect=effect)
        arms = [slopes(values[:, nth]) for nth in range(values.shape[1])]
        leads = [difference(arms[0], other) for other in arms[1:]]
        if outcome.came_out:
            ahead = _all(_better(each, outcome, trial) for each in leads)
            shown = [Part(f"{outcome.title}: the first arm gains more than each other", "yes", ahead)]
        else:
            same = ~_any(each.found(level) for each in leads)
            moves = _all(_better(each, outcome, trial) for each in arms)
            way = "lower" if outcome.better == "lower" else "higher"
            shown = [
                Part(f"{outcome.title}: {way} in every arm", "yes", moves),
                Part(f"{outcome.title}: the first arm does not differ from any", "yes", same),
            ]
        if outcome.important:
            gap = [np.abs(each.value) * (values.shape[-1] - 1) for each in leads]
            small = _all(each < outcome.important.value for each in gap)
            shown.append(Part(f"{outcome.title}: the lead stays below what matters", "yes", small))
        whole += [each.shown for each in shown]
        yield from shown
    yield Part("The whole picture", "yes", _all(whole))


def _uncontrolled(trial: Trial, effect: float) -> Iterator[Part]:
    """One arm before and after: whether it moved, and by at least as much as was published."""
    whole = []
    for name, outcome in trial.study.outcomes.items():
        values = trial.measured(name, effect=effect)[:, 0]
        moved = _better(one_mean(values[..., -1] - values[..., 0]), outcome, trial)
        shown = [Part(f"{outcome.title}: {outcome.better} at the end", "yes", moved)]
        if outcome.at_least:
            start, end = values[..., 0].mean(-1), values[..., -1].mean(-1)
            share = (start - end if outcome.better == "lower" else end - start) / start
            words = f"{outcome.title}: {outcome.better} by {outcome.at_least.value:.0%} or more"
            shown.append(Part(words, "yes", share >= outcome.at_least.value))
        whole += [each.shown for each in shown]
        yield from shown
    yield Part("The whole picture", "yes", _all(whole))


def _factorial(trial: Trial, effect: float) -> Iterator[Part]:
    """Each question of the study, by the test to either side, found to the side on which it is put in."""
    level = trial.study.chance.value
    for asked in questions(trial.study):
        compared = asked.of(trial, effect)
        yield Part(asked.words, "", compared.found_towards(level, up=asked.up))


DESIGNS: Mapping[Design, Callable[[Trial, float], Iterator[Part]]] = {
    "controlled": _controlled,
    "repeated": _repeated,
    "uncontrolled": _uncontrolled,
    "factorial": _factorial,
}


def _better(compared: Compared, outcome: Outcome, trial: Trial) -> Marks:
    return compared.found_towards(trial.study.chance.value, up=outcome.better == "higher")


def _published(came_out: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[came_out]


def _all(marks: Iterator[Marks] | list[Marks]) -> Marks:
    return reduce(np.logical_and, marks)


def _any(marks: Iterator[Marks]) -> Marks:
    return reduce(np.logical_or, marks)
