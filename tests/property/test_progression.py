"""What holds for every course of training, whatever a person does or feels."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from gradus.planning.weights import AtHand, heavier, percent_more
from gradus.progression.bearing import bearing
from gradus.progression.doses import cut, reduced, scaled
from gradus.record.facts import SetDone
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.pounds import kilograms_of, pounds_shown
from gradus.vocabulary.scales import Colour, DoseKind, Irritability, Step
from tests.drawn_courses import (
    BANDS,
    COLOURS,
    LIBRARY,
    SLOW,
    WEIGHTS,
    courses,
    held,
    last_dose,
    no_harder,
    rises,
    rung,
    shown,
    tired,
)
from tests.training import Life

FLARE_TOLD_LATE: dict[str, Any] = {
    "exercise": "glute-bridge",
    "dose": {"sets": 1, "amount": 10},
    "goal": 4,
    "sessions": [
        {"day": 0, "pain": 0, "morning": 2, "step": "regress", "done": []},
        {"day": 2, "pain": 0, "morning": 2, "step": "regress", "done": [], "short": "less-time"},
        {"day": 4, "pain": 0, "morning": 2, "step": "regress", "short": "less-time"},
    ],
    "weights": WEIGHTS,
    "bands": BANDS,
    "on": 6,
    "usual_pain_0_10": 2,
    "eases_within_minutes": 10,
    "flares": [{"day": 0}],
}
"""A short session that went well is no turn, a painful one is: it must not be taken for the end of easing."""


LOWERED_ON_THE_WAY_BACK: dict[str, Any] = {
    "exercise": "glute-bridge",
    "dose": {"sets": 1, "amount": 10},
    "goal": 4,
    "sessions": [
        {"day": 0, "pain": 0, "morning": 2, "step": "regress", "short": "less-time"},
        {"day": 2, "pain": 0, "morning": 2, "step": "regress", "short": "less-time", "leg": "further-down"},
        {"day": 4, "pain": 1, "morning": 2},
    ],
    "weights": WEIGHTS,
    "bands": BANDS,
    "on": 6,
    "usual_pain_0_10": 2,
    "eases_within_minutes": 10,
    "flares": [{"day": 0}],
    "mode": "clinician-confirms",
}
"""Pain that lowers a little must not spare the exercise what the way back from a flare lowers more."""


class TestPain:
    """Worse pain never raises a dose."""

    @SLOW
    @given(courses(), st.integers(1, 10))
    @example(FLARE_TOLD_LATE, 3)
    @example(LOWERED_ON_THE_WAY_BACK, 2)
    def test_more_pain_in_the_last_session_asks_for_no_more(self, course: dict[str, Any], more: int) -> None:
        last = course["sessions"][-1]
        pain = last["pain"]
        higher = min(10, more if pain == "untold" else pain + more)
        worse = course | {"sessions": [*course["sessions"][:-1], last | {"pain": higher}]}
        if pain == "untold" and higher <= 2:
            return
        assert no_harder(shown(worse), shown(course), last_dose(course))

    @SLOW
    @given(courses(), st.integers(1, 10))
    def test_a_worse_morning_after_asks_for_no_more(self, course: dict[str, Any], more: int) -> None:
        last = course["sessions"][-1]
        if last["morning"] == "untold":
            return
        course = course | {"on": last["day"] + 1} if more % 2 else course
        worse = course | {
            "sessions": [*course["sessions"][:-1], last | {"morning": min(10, last["morning"] + more)}]
        }
        assert no_harder(shown(worse), shown(course), last_dose(course))

    @SLOW
    @given(courses())
    def test_pain_above_the_limit_is_never_followed_by_a_rise(self, course: dict[str, Any]) -> None:
        red = course | {
            "sessions": [*course["sessions"][:-1], course["sessions"][-1] | {"pain": 6, "done": [1]}]
        }
        item = shown(red)
        assert item.step not in (Step.PROGRESS, Step.START)
        assert not rises(item, last_dose(red)) or rung(item.exercise) < rung(course["exercise"])

    @SLOW
    @given(st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=1, max_size=4), st.data())
    def test_a_higher_report_never_gives_a_better_colour(
        self, pains: list[int | None], data: st.DataObject
    ) -> None:
        at = data.draw(st.integers(0, len(pains) - 1))
        if pains[at] is None:
            return
        worse = [*pains]
        worse[at] = data.draw(st.integers(pains[at] or 0, 10))
        irritability = data.draw(st.sampled_from(Irritability))
        assert COLOURS.index(_colour(worse, irritability)) >= COLOURS.index(_colour(pains, irritability))


class TestMornings:
    """A single morning, however bad, lowers nothing; it holds and asks."""

    @SLOW
    @given(courses(), st.integers(0, 10), st.data())
    def test_one_bad_morning_lowers_nothing(
        self, course: dict[str, Any], bad: int, data: st.DataObject
    ) -> None:
        lowered = (Step.REGRESS, Step.SWAP, Step.PAUSE)
        quiet = [each | {"pain": 0, "morning": 2} for each in course["sessions"]]
        calm = course | {"usual": 2, "flares": [], "sessions": quiet}
        nth = data.draw(st.integers(0, len(quiet) - 1))
        one = [*quiet[:nth], quiet[nth] | {"morning": bad}, *quiet[nth + 1 :]]
        if shown(calm).step not in lowered:
            assert shown(calm | {"sessions": one}).step not in lowered


class TestMissing:
    """Missing is not zero: what was not told or not done never lets a dose rise."""

    @SLOW
    @given(courses())
    def test_without_pain_reports_nothing_rises(self, course: dict[str, Any]) -> None:
        untold = course | {
            "sessions": [each | {"pain": "untold"} for each in course["sessions"]],
            "flares": [],
        }
        item = shown(untold)
        assert item.step is not Step.PROGRESS
        assert not rises(item, last_dose(untold))

    @SLOW
    @given(courses())
    def test_a_missed_set_never_lets_a_dose_rise(self, course: dict[str, Any]) -> None:
        short = course["sessions"][-1] | {
            "done": [course["dose"]["amount"]] * (course["dose"]["sets"] - 1),
            "short": "no",
        }
        missed = course | {"sessions": [*course["sessions"][:-1], short], "flares": []}
        assert shown(missed).step is not Step.PROGRESS

    @SLOW
    @given(courses())
    def test_without_mornings_no_load_rung_or_set_rises(self, course: dict[str, Any]) -> None:
        blind = course | {
            "usual": "untold",
            "sessions": [each | {"morning": "untold"} for each in course["sessions"]],
        }
        item, before = shown(blind), last_dose(blind)
        assert held(item.dose) <= held(before)
        assert rung(item.exercise) <= rung(course["exercise"])
        assert item.dose.sets <= before.sets

    @SLOW
    @given(courses())
    def test_after_a_bad_morning_nothing_rises_that_loads_the_back(self, course: dict[str, Any]) -> None:
        bad = course["sessions"][-1] | {"morning": 9}
        course = course | {"sessions": [*course["sessions"][:-1], bad], "flares": []}
        course["on"] = bad["day"] + 2
        rank = LIBRARY.exercises[course["exercise"]].lumbar_rank
        before = last_dose(course)
        item = shown(course)
        assert not rank or item.step is not Step.PROGRESS
        assert held(item.dose) <= held(before)
        assert item.exercise == course["exercise"] or rung(item.exercise) < rung(course["exercise"])
        assert item.dose.sets <= before.sets

    @SLOW
    @given(courses(), st.integers(1, 5))
    def test_skipped_sessions_advance_nothing(self, course: dict[str, Any], times: int) -> None:
        day = course["sessions"][-1]["day"]
        skipped = [{"day": day + 1, "ended": "skipped", "promised": False}] * times
        more = course | {"sessions": [*course["sessions"], *skipped]}
        plain, after = Life(course, LIBRARY).ask(), Life(more, LIBRARY).ask()
        assert (after.number, after.shape.id, after.items) == (plain.number, plain.shape.id, plain.items)


class TestCaps:
    """No load rises by more than the cap, but to the next real weight after the range has widened."""

    @given(
        st.floats(1, 100, allow_nan=False).map(lambda kg: round(kg, 2)),
        st.lists(st.floats(1, 200, allow_nan=False).map(lambda kg: round(kg, 2)), max_size=8),
        st.integers(6, 25),
    )
    def test_a_step_beyond_the_cap_is_earned_with_a_wider_range(
        self, load_kg: float, weights: list[float], top: int
    ) -> None:
        dose = Dose(kind=DoseKind.REPS, sets=3, amount=top, low=6, top=top, rest_s=60, load_kg=load_kg)
        step = heavier(dose, top, AtHand(weights=tuple(sorted(weights))), LIBRARY.raises)
        above = [own for own in weights if own > load_kg]
        furthest = LIBRARY.raises.largest_real_step.value
        if step is None:
            assert not above
            return
        assert step.load_kg in above
        assert step.too_far == (percent_more(step.load_kg, load_kg) > furthest)
        within = percent_more(step.load_kg, load_kg) <= LIBRARY.raises.load_cap.value
        assert within or step.top > top or step.top >= LIBRARY.raises.widest_reps.value

    @SLOW
    @given(courses())
    def test_a_rise_raises_one_thing_at_a_time(self, course: dict[str, Any]) -> None:
        item, before = shown(course), last_dose(course)
        if (
            item.step is Step.PROGRESS
            and item.exercise == course["exercise"]
            and held(item.dose) == held(before)
        ):
            assert (item.dose.sets > before.sets) + (item.dose.amount > before.amount) <= 1

    @given(st.integers(1, 8), st.integers(1, 60), st.floats(1, 100), st.sampled_from([None, *WEIGHTS]))
    def test_what_lowers_never_raises_a_part(
        self, sets: int, amount: int, percent: float, load_kg: float | None
    ) -> None:
        dose = Dose(kind=DoseKind.REPS, sets=sets, amount=amount, low=1, top=60, rest_s=60, load_kg=load_kg)
        owner = AtHand(weights=tuple(WEIGHTS), bands=tuple(BANDS))
        for made in (scaled(dose, percent), reduced(dose, percent, owner), cut(dose, percent, owner)):
            assert made.sets <= dose.sets
            assert made.amount <= dose.amount
            assert (made.load_kg or 0) <= (dose.load_kg or 0)
            assert made.low <= made.amount <= made.top
            assert made.sets >= 1
            assert made.amount >= 1


class TestClinician:
    """Where a clinician confirms raises, nothing rises by itself: no weight, no amount, no set."""

    @SLOW
    @given(courses())
    def test_no_rise_goes_past_the_clinician(self, course: dict[str, Any]) -> None:
        item = shown(course | {"mode": "clinician-confirms"})
        assert item.step is not Step.PROGRESS
        assert item.step is Step.PAUSE or not rises(item, last_dose(course))


class TestPounds:
    """What is shown in pounds is never more than the load, and what is told in pounds is shown as told."""

    @given(st.floats(0.1, 1000))
    def test_a_load_is_shown_rounded_down(self, load_kg: float) -> None:
        assert kilograms_of(pounds_shown(load_kg)) <= load_kg * (1 + 1e-6) + 1e-6
        assert load_kg - kilograms_of(pounds_shown(load_kg)) < kilograms_of(0.11)

    @given(st.integers(1, 20_000).map(lambda tenths: tenths / 10))
    def test_pounds_come_back_as_they_were_told(self, pounds: float) -> None:
        assert pounds_shown(kilograms_of(pounds)) == pounds


class TestReach:
    """The rules meet every step that they can give."""

    def test_every_step_is_met(self) -> None:
        usual: dict[str, Any] = {"exercise": "bird-dog", "dose": {"sets": 2, "amount": 8}}
        met = {shown(usual | {"on": 0}).step}
        once = usual | {"sessions": [{"day": 0}]}
        for change in (
            {},
            {"sessions": [{"day": 0, "pain": 3}]},
            {"on": 20},
            {"sessions": [{"day": 0, "pain": 7}]},
            {"locks": [{"day": 1}]},
            {"usual": "untold", "flares": [{"day": 0}], "on": 14},
            tired(once | {"on": 8}),
        ):
            met.add(shown(once | change).step)
        assert met == set(Step)


def _colour(pains: list[int | None], irritability: Irritability) -> Colour | None:
    make = Life({"exercise": "bird-dog"}, LIBRARY).fact
    session = "01990000-0000-7000-9000-000000000001"
    sets = [
        make(SetDone, session=session, exercise="bird-dog", nth=nth + 1, pain_0_10=pain)
        for nth, pain in enumerate(pains)
    ]
    return bearing(sets, irritability, LIBRARY.pain).colour


def test_a_dose_does_not_change_by_being_made_whole() -> None:
    dose = Dose(kind=DoseKind.REPS, sets=3, amount=10, low=8, top=12, rest_s=60)
    assert scaled(dose, 100) == dose
