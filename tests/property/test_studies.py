"""Sentences that hold for every study that is run again."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from gradus.library.load import load
from gradus.simulation.dice import Numbers
from gradus.simulation.studies.designs import parts
from gradus.simulation.studies.factorial import INTERPLAY, SHARES, Size, questions, sizes
from gradus.simulation.studies.measuring import Again
from gradus.simulation.studies.running import Shown, confirmed, run
from gradus.statistics.estimates import Estimate, share
from gradus.statistics.many import adjusted
from gradus.vocabulary.ids import PersonModelId, StudyId
from gradus_cli.simulate.dice import throw_runs

LIBRARY = load()
MODEL = LIBRARY.person_models[PersonModelId("person")]
RUNS = 4000
ERROR = 0.012
"""About three and a half Monte Carlo errors of a share near 0.05 in so many runs."""


def again(id_: str, seed: int = 7) -> Again:
    def dice(first: int, many: int, wide: int) -> Numbers:
        return throw_runs(seed, first, many, wide)

    return Again(LIBRARY.studies[StudyId(id_)], MODEL, dice)


@cache
def needed(effect: float) -> tuple[Size, ...]:
    """The sizes of the 2 x 2 study for so much of the effect."""
    return tuple(sizes(again("2x2"), effect=effect))


def near(found: Estimate, low: float, high: float) -> bool:
    return low <= found.value <= high


@pytest.mark.parametrize("seed", [7, 8])
def test_without_an_effect_a_difference_is_found_as_often_as_chance_makes_it(seed: int) -> None:
    """One test to either side is wrong in 5 of 100 runs, so in 2.5 towards the side that was hoped for."""
    for shown in run(again("000", seed), runs=RUNS, times=(0.0,))[:9]:
        assert near(shown.shares[0], 0.025 - ERROR, 0.025 + ERROR), shown.words


def test_to_either_side_it_is_five_of_a_hundred() -> None:
    lived = again("000")
    values = lived.runs(0, RUNS, 13).measured("pain", effect=0.0)
    before, after = ([values[:, arm, :, visit] for arm in (0, 1)] for visit in (0, 1))
    assert abs(adjusted(before, after, (1, -1)).found(0.05).mean() - 0.05) < ERROR


def test_larger_effects_are_never_found_less_often() -> None:
    """As long as pain does not meet the end of its scale; chance in the runs aside."""
    times = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0)
    for id_, first in (("000", 9), ("003", 4)):
        for shown in run(again(id_), runs=RUNS // 2, times=times)[:first]:
            values = [each.value for each in shown.shares]
            assert all(later >= earlier - ERROR for earlier, later in pairwise(values)), shown


def test_a_picture_is_no_more_frequent_than_its_rarest_part() -> None:
    shown = {each.words: each.shares[0].value for each in run(again("000"), runs=1000, times=(1.0,))}
    asked = [value for words, value in shown.items() if words.endswith("the arms differ")][:6]
    assert shown["The whole picture"] <= shown["All that came out"] <= min(asked)


@pytest.mark.parametrize("id_", ["000", "002", "003", "2x2"])
def test_a_run_is_the_same_whoever_is_asked_beside_it(id_: str) -> None:
    lived, people = again(id_), int(LIBRARY.studies[StudyId(id_)].people.value)
    whole = parts(lived.runs(0, 30, people), 1.0)
    halves = [parts(lived.runs(first, 15, people), 1.0) for first in (0, 15)]
    for nth, part in enumerate(whole):
        assert part.shown.tolist() == [*halves[0][nth].shown, *halves[1][nth].shown]


def test_the_same_dice_give_the_same_bytes_and_others_do_not() -> None:
    assert throw_runs(7, 3, 5, 11).tobytes() == throw_runs(7, 3, 5, 11).tobytes()
    assert throw_runs(7, 0, 8, 11)[3:].tobytes() == throw_runs(7, 3, 5, 11).tobytes()
    assert throw_runs(8, 3, 5, 11).tobytes() != throw_runs(7, 3, 5, 11).tobytes()
    every = throw_runs(7, 0, 200, 50)
    assert len(np.unique(every)) == every.size
    assert 0 < every.min() < every.max() < 1


def test_no_arm_that_leads_loses_its_lead_with_more_of_it() -> None:
    """The lead of a programme for runners: the larger, the oftener found and the seldomer below what
    matters."""
    found = {each.words: each for each in run(again("002"), runs=300, times=(1.0, 3.0, 8.0))}
    lead = found["Tasks that are hard: the first arm gains more than each other"]
    small = found["Tasks that are hard: the lead stays below what matters"]
    assert [each.value for each in lead.shares] == sorted(each.value for each in lead.shares)
    stays = [each.value for each in small.shares]
    assert stays == sorted(stays, reverse=True)


def test_the_sizes_find_as_often_as_they_promise() -> None:
    lived = again("2x2")
    found = [each for each in needed(1.0) if 20 <= each.people <= 60]
    assert {each.share for each in found} == set(SHARES)
    for size in found:
        for each in confirmed(lived, size, runs=1000, effect=1.0):
            assert each.value == pytest.approx(size.share, abs=0.045)


def test_a_larger_share_and_a_smaller_effect_need_more_people() -> None:
    ones, halves = ([each.people for each in needed(times)] for times in (1.0, 0.5))
    assert all(ninety >= eighty for eighty, ninety in zip(ones[::2], ones[1::2], strict=True))
    assert all(half > one for one, half in zip(ones, halves, strict=True))


def test_adding_up_leaves_no_interplay_and_the_same_parts() -> None:
    """Each part one half and both the whole, instead of either all of it: the difference that a part makes is
    the same, and there is no interplay left."""
    lived = again("2x2")
    pain = lived.study.outcomes["pain"]
    half = {name: replace(each, value=each.value / 2) for name, each in pain.gives.items() if name != "both"}
    added = replace(pain, gives={**half, "both": pain.gives["both"]})
    other = replace(lived, study=replace(lived.study, outcomes={**lived.study.outcomes, "pain": added}))
    for asked in questions(lived.study):
        if asked.outcome != "pain" or len(asked.visits) > 1:
            continue
        trials = (each.runs(0, 20, 2000) for each in (lived, other))
        one, two = (float(asked.of(trial, 1.0).value.mean()) for trial in trials)
        assert two == pytest.approx(0.0 if asked.weights == INTERPLAY else one, abs=0.06)


def test_half_lies_where_the_line_crosses_it() -> None:
    """By hand: 40 and 60 of 100 at one and two times: half way between."""
    shown = Shown("", "", (share(10, 100), share(40, 100), share(60, 100)))
    assert shown.half_at((0.0, 1.0, 2.0)) == pytest.approx(1.5)
    assert shown.most((0.0, 1.0, 2.0))[0] == 2.0
    assert Shown("", "", (share(1, 100), share(49, 100))).half_at((0.0, 8.0)) is None
    assert Shown("", "", (share(50, 100), share(10, 100))).half_at((0.0, 8.0)) == 0.0
