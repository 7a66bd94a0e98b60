"""The safety questions as pages."""

from typing import Any

import pytest

from gradus.journey.screens import Page, all_pages, answers_of, open_pages, refused
from gradus.library.library import Library
from gradus.record.facts import Clearance
from gradus.screening.outcome import screen
from gradus.vocabulary.ids import ItemId, RuleId
from tests.build import START
from tests.lives import Line, Told


def pages(library: Library, *lines: Line) -> tuple[Page, ...]:
    history = Told(lines, library).history
    return open_pages(screen(history, library, START), library)


def words(found: tuple[Page, ...]) -> list[str]:
    return [question.item.id for page in found for question in page.questions]


def test_at_first_every_page_is_open_without_follow_ups(library: Library) -> None:
    found = pages(library)
    first = [screen for screen in library.screens if any(item.after is None for item in screen.items)]
    assert [page.screen for page in found] == first
    assert words(found) == [item.id for item in library.items.values() if item.after is None]
    assert found == all_pages(library)


def test_numbers_that_may_be_left_out_are_asked_with_their_page_only(library: Library) -> None:
    assert "systolic-mmhg" in words(pages(library))
    assert words(pages(library, {"day": 0, "screen": {}})) == []
    pregnant = {"part": True, "yes": ["pregnant"], "no": ["female", "recent-birth", "first-back-pain"]}
    answered: Line = {"day": 0, "screen": {**pregnant, "numbers": {"age-years": 30}}}
    found = words(pages(library, answered))
    assert "pregnant-20-weeks" in found
    assert "systolic-mmhg" not in found


def test_what_was_answered_is_open_no_more_and_a_follow_up_is(library: Library) -> None:
    found = words(pages(library, {"day": 0, "screen": {"part": True, "yes": ["fever"]}}))
    assert "fever" not in found
    assert "very-ill" in found


def test_an_emergency_that_was_not_sure_comes_again_in_other_words(library: Library) -> None:
    (page,) = pages(library, {"day": 0, "screen": {"unsure": ["bladder-change"]}})
    (question,) = page.questions
    assert question.again
    assert question.words == question.item.again != question.item.words


class TestAnswersOfAPage:
    def page(self, library: Library, id_: str) -> Page:
        return next(page for page in all_pages(library) if page.screen.id == id_)

    def test_none_of_these_answers_everything_that_it_shows(self, library: Library) -> None:
        for page in all_pages(library):
            shown = [question.item.id for question in page.questions if question.item.kind != "number"]
            assert answers_of(page, (), ()) == dict.fromkeys(shown, "no")

    def test_numbers_are_no_ticks(self, library: Library) -> None:
        answers = answers_of(self.page(library, "about-you"), {ItemId("age-years")}, ())
        assert "age-years" not in answers
        assert set(answers.values()) == {"no"}

    def test_ticked_is_yes_and_not_sure_is_unsure_and_the_rest_no(self, library: Library) -> None:
        page = self.page(library, "bladder-bowel-feeling")
        answers = answers_of(page, {ItemId("bladder-change")}, {ItemId("saddle-numbness")})
        assert answers == {
            "bladder-change": "yes",
            "bowel-change": "no",
            "saddle-numbness": "unsure",
            "sexual-change": "no",
        }

    def test_ticked_and_not_sure_counts_as_ticked(self, library: Library) -> None:
        both = {ItemId("bladder-change")}
        answers = answers_of(self.page(library, "bladder-bowel-feeling"), both, both)
        assert answers[ItemId("bladder-change")] == "yes"

    @pytest.mark.parametrize(
        ("ticks", "said"), [({"unsure"}, "still-unsure"), ({"ticked"}, "yes"), (set(), "no")]
    )
    def test_asked_again_not_sure_is_still_unsure(self, library: Library, ticks: set[str], said: str) -> None:
        (page,) = pages(library, {"day": 0, "screen": {"unsure": ["bladder-change"]}})
        id_ = ItemId("bladder-change")
        given: dict[str, Any] = {word: {id_} if word in ticks else set() for word in ("ticked", "unsure")}
        assert answers_of(page, **given) == {id_: said}


def test_a_clearance_is_refused_with_a_reason_or_not_at_all(library: Library) -> None:
    told = Told([{"day": 0, "screen": {"yes": ["saddle-numbness"]}}], library)
    same_day = told.clearance({"day": 0, "cleared": ["bladder-or-saddle-change"]})
    next_day = told.clearance({"day": 1, "cleared": ["bladder-or-saddle-change"]})
    assert isinstance(same_day, Clearance)
    assert isinstance(next_day, Clearance)
    reason = refused(told.history, library, same_day)
    assert reason is not None
    assert reason.rule == RuleId("clearance-too-soon")
    assert refused(told.history, library, next_day) is None


def test_a_clearance_of_what_waits_for_someone_to_look_is_not_refused(library: Library) -> None:
    flares: list[Line] = [
        {"day": day + ends, "flare": state}
        for day in (1, 10, 20)
        for ends, state in ((0, "began"), (3, "over"))
    ]
    told = Told([{"day": 0, "plan": ["monday"]}, *flares, {"day": 25, "screen": {}}], library)
    named, other = (
        told.clearance({"day": 25, "cleared": [rule]}) for rule in ("flares-too-many", "fever-today")
    )
    assert isinstance(named, Clearance)
    assert isinstance(other, Clearance)
    assert refused(told.history, library, named) is None
    assert refused(told.history, library, other) is not None
