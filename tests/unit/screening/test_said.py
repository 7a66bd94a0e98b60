"""What is heard of a screen, and where flares begin."""

import pytest

from gradus.library.library import Library
from gradus.record.facts import Flare, MorningCheckIn, ScreenAnswers
from gradus.record.history import fold
from gradus.screening.locks import flares
from gradus.screening.said import hear, place
from gradus.vocabulary.ids import ItemId
from tests.build import START, Facts

ALARM = ItemId("bladder-change")


@pytest.mark.parametrize("alarms_only", [False, True])
def test_an_answer_that_is_not_known_here_hides_none_after_it(library: Library, *, alarms_only: bool) -> None:
    answers = {ItemId("asked-by-a-newer-version"): "yes", ALARM: "yes"}
    screen = Facts()(ScreenAnswers, occasion="intake", answers=answers)
    heard = hear({}, screen, library, alarms_only=alarms_only)
    assert {id_: said.value for id_, said in heard.items()} == {ALARM: "yes"}


def test_a_flare_that_was_told_and_one_that_a_morning_tells_begin_both() -> None:
    made = Facts()
    told = made(Flare, 3, state="began")
    over = made(Flare, 10, state="over")
    first, second = (made(MorningCheckIn, day, pain_0_10=7, flare=True) for day in (20, 21))
    history = fold([told, over, first, second])
    assert flares(history, START.replace(month=4)) == [place(told), place(first)]
