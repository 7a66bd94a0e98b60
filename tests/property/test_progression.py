"""What holds for every course of training, whatever a person does or feels."""

import random
from typing import Any

from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.library.load import load
from gradus.planning.weights import AtHand, heavier, percent_more
from gradus.progression.bearing import bearing
from gradus.progression.doses import cut, reduced, scaled
from gradus.record.facts import MorningCheckIn, SetDone
from gradus.record.parts import ShownItem
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.pounds import kilograms_of, pounds_shown
from gradus.vocabulary.scales import Colour, DoseKind, Irritability, Step
from tests.training import Life
from tests.tries import tries

LIBRARY: Library = load()
WEIGHTS = [2.0, 4.0, 5.0, 6.0, 8.0, 10.0, 10.5, 11.0, 12.5, 15.0]
BANDS = ["yellow", "red", "green"]
LOADED = ["goblet-squat", "romanian-deadlift"]
BANDED = ["standing-band-abduction", "seated-row"]
FREE = ["glute-bridge", "bridge-march", "bird-dog", "side-bridge-knees", "sit-to-stand", "walking-intervals"]
COLOURS = [Colour.GREEN, None, Colour.AMBER, Colour.RED]
SLOW = tries(80, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def one_dose(draw: st.DrawFn, name: str) -> dict[str, Any]:
    low, top = LIBRARY.exercises[name].dose.range  # type: ignore[index]
    amount = draw(st.integers(low, top))
    dose: dict[str, Any] = {"sets": draw(st.integers(1, 4)), "amount": amount}
    if name in LOADED:
        dose["load_kg"] = draw(st.sampled_from(WEIGHTS))
    if name in BANDED:
        dose["band"] = draw(st.sampled_from(BANDS))
    if draw(st.booleans()):
        dose["amount"] = top
    return dose


@st.composite
def one_session(draw: st.DrawFn, day: int, dose: dict[str, Any]) -> dict[str, Any]:
    session: dict[str, Any] = {"day": day, "pain": draw(st.sampled_from([0, 1, 1, 2, 3, 5, 6, 9, "untold"]))}
    session["morning"] = draw(st.sampled_from([2, 2, 2, 3, 4, 7, "untold"]))
    if draw(st.integers(0, 3)) == 0:
        session["done"] = draw(st.lists(st.integers(0, int(dose["amount"]) + 2), max_size=dose["sets"] + 1))
    if draw(st.integers(0, 4)) == 0:
        session["reserve"] = draw(st.sampled_from([0, 2, 5, "untold"]))
    if draw(st.integers(0, 6)) == 0:
        session["leg"] = draw(st.sampled_from(["same", "further-down"]))
    if draw(st.integers(0, 6)) == 0:
        session["short"] = "less-time"
    if draw(st.integers(0, 6)) == 0:
        session["step"] = "regress"
    return session


@st.composite
def courses(draw: st.DrawFn) -> dict[str, Any]:
    """One exercise over a few sessions, with the dose that was promised in each."""
    name = draw(st.sampled_from(LOADED + BANDED + FREE))
    dose = draw(one_dose(name))
    day = 0
    sessions: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 4))):
        session = draw(one_session(day, dose))
        if any(_hurts(each) for each in sessions):
            session.pop("short", None)  # the doses promised here do not fall after pain, as real ones do
        sessions.append(session)
        day += draw(st.sampled_from([2, 3, 3, 4, 15]))
    course: dict[str, Any] = {"exercise": name, "dose": dose, "goal": 4, "sessions": sessions}
    course |= {"weights": draw(st.sampled_from([WEIGHTS, [4.0, 10.0]])), "bands": BANDS}
    course["on"] = sessions[-1]["day"] + draw(st.sampled_from([2, 3, 20, 40]))
    course["usual_pain_0_10"] = draw(st.sampled_from([2, 5, 8]))
    course["eases_within_minutes"] = 10
    if draw(st.booleans()):
        course["flares"] = [{"day": draw(st.integers(-2, course["on"]))}]
    if draw(st.integers(0, 4)) == 0:
        course["mode"] = "clinician-confirms"
    return course


def _hurts(session: dict[str, Any]) -> bool:
    return session["pain"] in (3, 5, 6, 9) or session.get("leg") == "further-down"


def shown(course: dict[str, Any]) -> ShownItem:
    prescribed = Life(course, LIBRARY).ask()
    return (*prescribed.items, *prescribed.left_out)[0]


def rung(name: str) -> int:
    """How many easier rungs lie below."""
    below = LIBRARY.exercises[name].easier  # type: ignore[index]
    return 0 if below is None else 1 + rung(below)


def held(dose: Dose) -> tuple[float, int]:
    return (dose.load_kg or 0.0, BANDS.index(dose.band) if dose.band in BANDS else -1)


def no_harder(worse: ShownItem, better: ShownItem, before: Dose) -> bool:
    """Whether the first asks for no more than the second. A lighter load may keep the amount it had before,
    because a heavier one begins again at the bottom of its range."""
    if worse.step in (Step.PAUSE, Step.STOP_AND_SCREEN):
        return True
    if better.step in (Step.PAUSE, Step.STOP_AND_SCREEN):
        return False
    if rung(worse.exercise) != rung(better.exercise):
        return rung(worse.exercise) < rung(better.exercise)
    if held(worse.dose) > held(better.dose) or worse.dose.sets > max(better.dose.sets, before.sets):
        return False
    if held(worse.dose) == held(better.dose) and worse.dose.sets > better.dose.sets:
        return worse.dose.sets * worse.dose.amount <= better.dose.sets * better.dose.amount
    most = better.dose.amount if held(worse.dose) == held(better.dose) else before.amount
    volume = worse.dose.sets * worse.dose.amount <= better.dose.sets * better.dose.amount
    return worse.dose.amount <= most or volume


def last_dose(course: dict[str, Any]) -> Dose:
    return Life(course, LIBRARY).doses[course["exercise"]]


def rises(item: ShownItem, before: Dose) -> bool:
    """Whether anything of the dose is above what was asked before."""
    if held(item.dose) > held(before) or item.dose.sets > before.sets:
        return True
    return held(item.dose) == held(before) and item.dose.amount > before.amount


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


def tired(course: dict[str, Any]) -> dict[str, Any]:
    """The same course with two signs of tiredness: a week of poor nights, each a little worse in the back."""
    on = course["on"]
    usual = course.get("usual", 2)
    nights = [{"day": day, "pain": min(10, usual + 1), "tired": True} for day in range(on - 6, on + 1)]
    return course | {
        "mornings": nights,
        "sessions": [{**each, "morning": "untold"} for each in course["sessions"]],
    }


class TestLighterWeeks:
    """A lighter week asks for no more than the week would have, and what was before it comes back."""

    @SLOW
    @given(courses())
    def test_a_lighter_week_asks_for_no_more(self, course: dict[str, Any]) -> None:
        signs = tired(course)
        rested = signs | {"mornings": [{**each, "tired": False} for each in signs["mornings"]]}
        assert no_harder(shown(signs), shown(rested), last_dose(course))

    @SLOW
    @given(courses())
    def test_worse_pain_asks_for_no_more_in_it_either(self, course: dict[str, Any]) -> None:
        signs = tired(course)
        last = signs["sessions"][-1]
        worse = signs | {"sessions": [*signs["sessions"][:-1], last | {"pain": 6}]}
        assert no_harder(shown(worse), shown(signs), last_dose(course))

    @SLOW
    @given(st.sampled_from(LOADED + BANDED + FREE), st.integers(1, 4), st.integers(1, 3))
    def test_the_dose_from_before_comes_back(self, name: str, sets: int, sessions_a_week: int) -> None:
        dose: dict[str, Any] = {"sets": sets}
        dose |= {"load_kg": 10.0} if name in LOADED else {"band": "red"} if name in BANDED else {}
        course = {
            "exercise": name,
            "dose": dose,
            "weights": WEIGHTS,
            "bands": BANDS,
            "on": 0,
            "usual": "untold",
        }
        nights = [{"day": day, "pain": 2 if day < 4 else 3, "tired": day >= 4} for day in range(-21, 11)]
        life = Life(course | {"sessions_a_week": sessions_a_week, "mornings": nights}, LIBRARY)
        life.wake(0, 2)
        for each in nights:
            if each["day"] > 0:
                life.add(MorningCheckIn, each["day"], pain_0_10=each["pain"], tired=each["tired"])
        before = life.train(8).items[0].dose
        lighter = [life.train(day).items[0] for day in range(10, 10 + 2 * sessions_a_week, 2)]
        after = life.train(10 + 2 * sessions_a_week).items[0]
        if name != "walking-intervals":
            assert {item.step for item in lighter} == {Step.DELOAD}
            assert all(
                item.dose.sets * item.dose.amount <= max(1, sets * before.amount / 2) for item in lighter
            )
            assert (after.step, after.dose) == (Step.HOLD, before)


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


class TestDerivation:
    """The next dose is a function of the record: the same facts, in any order, give the same."""

    @SLOW
    @given(courses(), st.randoms(use_true_random=False))
    def test_order_of_arrival_changes_nothing(self, course: dict[str, Any], dice: random.Random) -> None:
        life = Life(course, LIBRARY)
        first = life.ask()
        dice.shuffle(life.facts)
        life.facts += life.facts[:5]
        assert life.ask() == first

    @SLOW
    @given(courses())
    def test_what_comes_later_changes_nothing_today(self, course: dict[str, Any]) -> None:
        life = Life(course, LIBRARY)
        first = life.ask()
        later = (life.today - life.plan.day).days + 3
        life.add(MorningCheckIn, later, pain_0_10=9)
        assert life.ask() == first

    @SLOW
    @given(courses())
    def test_every_item_says_why(self, course: dict[str, Any]) -> None:
        prescribed = Life(course, LIBRARY).ask()
        for item in (*prescribed.items, *prescribed.left_out):
            assert item.because
            assert all(reason.rule in LIBRARY.rules and "{" not in reason.says for reason in item.because)
            assert item.dose.low <= item.dose.amount <= item.dose.top

    @SLOW
    @given(
        st.sampled_from(LOADED + BANDED + FREE),
        st.lists(
            st.tuples(st.sampled_from([0, 1, 2, 4, 7, None]), st.sampled_from([1.0, 1.0, 0.5])), max_size=6
        ),
    )
    def test_what_was_promised_is_found_again_without_the_promise(
        self, name: str, lived: list[tuple[int | None, float]]
    ) -> None:
        course: dict[str, Any] = {"exercise": name, "weights": WEIGHTS, "bands": BANDS, "goal": 4, "on": 60}
        if name in LOADED + BANDED:
            course["dose"] = {"load_kg": 4.0} if name in LOADED else {"band": "red"}
        kept, bare = Life(course, LIBRARY), Life(course, LIBRARY)
        for nth, (pain, done) in enumerate(lived):
            kept.train(3 * nth, pain=pain, done=done)
            bare.train(3 * nth, pain=pain, done=done, kept=False)
            assert kept.ask() == bare.ask()


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
