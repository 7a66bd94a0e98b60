"""What holds of every journey."""

import json
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gradus.journey.ahead import Ahead, sessions_ahead
from gradus.journey.plans import NotNow, Planned, accept, make
from gradus.journey.promise import promise
from gradus.journey.review import review
from gradus.journey.screens import answers_of, open_pages
from gradus.journey.stamp import Stamp
from gradus.journey.today import Today, today
from gradus.journey.why import why
from gradus.library.library import Library
from gradus.library.load import load
from gradus.record import facts as kinds
from gradus.record.codec import decode, encode, encode_all
from gradus.record.history import History, add, fold
from gradus.screening.judge import FAILED
from gradus.screening.outcome import screen
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Equipment, Position, Weekday
from gradus_cli.demo.living import Living
from gradus_cli.demo.people import people
from tests.build import AMINA, START, Facts
from tests.lives import Told
from tests.strategies import facts as any_fact
from tests.tries import tries

LIBRARY = load()
DAYS = 21
FORTNIGHT = 14
ALIVE = ("amina", "farid", "gerda", "magda", "tomas", "walter")


@cache
def lived(name: str) -> Living:
    """Three weeks of an example person, lived day by day."""
    life = Living(people()[name], LIBRARY)
    list(life.live(DAYS))
    return life


def answers(history: History, name: str) -> list[Any]:
    """What is answered on each of the days to come, and the look back."""
    person = people()[name]
    ahead = [person.day(DAYS + nth) for nth in range(4)]
    return [*(today(history, LIBRARY, day) for day in ahead), review(history, LIBRARY, ahead[0])]


class TestReplayingARecordGivesTheSameStateAsLivingIt:
    """The lines of a lived record, read anew, answer as the life itself would go on."""

    @pytest.mark.parametrize("name", ALIVE)
    def test_of_three_weeks(self, name: str) -> None:
        life = lived(name)
        read = decode(encode_all(life.written))
        assert read.faults == ()
        assert answers(fold(read.facts), name) == answers(life.history, name)

    @pytest.mark.parametrize("name", ALIVE)
    def test_every_decision_shown_is_decided_again_from_what_came_before(self, name: str) -> None:
        life = lived(name)
        for nth, fact in enumerate(life.written):
            if isinstance(fact, kinds.DecisionShown):
                answer = today(fold(life.written[:nth]), LIBRARY, fact.day)
                assert encode(promise(answer, LIBRARY, fact.person)) == encode(fact)


class TestTheWordsOfAMorningDecideNothing:
    """Whatever is written beside the number, every answer is the one without it."""

    @given(st.text(min_size=1, max_size=40))
    @tries(4)
    def test_of_three_weeks(self, words: str) -> None:
        life = lived("amina")
        noted = [
            structs.replace(fact, note=words) if isinstance(fact, kinds.MorningCheckIn) else fact
            for fact in life.written
        ]
        assert noted != life.written
        assert answers(fold(noted), "amina") == answers(life.history, "amina")


class TestTheOrderInWhichTwoPhonesSyncChangesNothing:
    """Each phone writes its part; whichever sends first, and however often, the answers are the same."""

    @tries(12)
    @given(st.sampled_from(ALIVE), st.randoms(use_true_random=False))
    def test_of_three_weeks(self, name: str, dice: Random) -> None:
        every = lived(name).written
        first = [fact for fact in every if dice.random() < 0.5]
        second = [fact for fact in every if fact not in first]
        again = dice.sample(every, 20)
        one = add(fold(first), *second, *again)
        other = add(fold(second), *again, *first)
        assert answers(one, name) == answers(other, name) == answers(lived(name).history, name)


@st.composite
def homes(draw: st.DrawFn) -> kinds.Profile:
    """What somebody may have and be able to do."""
    some = st.lists(st.sampled_from(list(Equipment)), unique=True).map(tuple)
    cannot = st.lists(st.sampled_from(list(Position)), unique=True, max_size=3).map(tuple)
    days = st.lists(st.sampled_from(list(Weekday)), unique=True, min_size=1, max_size=4).map(tuple)
    bands = ("red", "green", "blue")[: draw(st.integers(0, 3))]
    return Facts()(
        kinds.Profile,
        equipment=draw(some),
        bands=bands,
        dumbbells_kg=tuple(draw(st.lists(st.sampled_from([2.0, 5.0, 10.0]), unique=True))),
        minutes=draw(st.sampled_from([15, 30, 45, 60])),
        days=draw(days),
        cannot_take=draw(cannot),
        usual_pain_0_10=draw(st.integers(0, 8)),
        eases_within_minutes=draw(st.sampled_from([5, 60])),
    )


class TestNoExerciseNeedsWhatThePersonLacks:
    """Neither the plan nor the session names an exercise for which something is missing."""

    @tries(25)
    @given(homes())
    def test_in_a_plan_and_its_first_session(self, profile: kinds.Profile) -> None:
        told = Told([{"day": 0, "screen": {}}], LIBRARY)
        told.make.made = 10
        history = add(told.history, profile)
        found = make(history, LIBRARY, START)
        if not isinstance(found, Planned):
            assert not isinstance(found, NotNow)
            return
        made = told.make(kinds.MorningCheckIn, pain_0_10=1)
        stamp = Stamp(id=made.id, person=made.person, at=made.at, day=made.day)
        history = add(history, accept(found, history, stamp, LIBRARY))
        answer = today(history, LIBRARY, START)
        assert answer.action == "train"
        planned = [item.exercise for session in found.plan.sessions for item in session.items]
        for name in (*planned, *(item.exercise for item in answer.items)):
            exercise = LIBRARY.exercises[name]
            assert set(exercise.needs) <= set(profile.equipment or ())
            assert exercise.position not in (profile.cannot_take or ())
        held = {item.dose.band for item in answer.items} - {None, "band"}
        assert held <= set(profile.bands or ())


class TestAnUnfinishedScreenNeverSaysGo:
    """As long as a question is open, nothing is planned and nothing is to be trained."""

    @tries(35)
    @given(st.data())
    def test_of_any_answers_to_some_pages(self, data: st.DataObject) -> None:
        make_fact = Facts()
        history = fold([])
        plan = Told([{"day": 0, "plan": ["monday", "thursday"]}], LIBRARY).facts
        make_fact.made = 100
        for _ in range(data.draw(st.integers(0, len(LIBRARY.screens)))):
            pages = open_pages(screen(history, LIBRARY, START), LIBRARY)
            if not pages:
                break
            page = data.draw(st.sampled_from(pages))
            ids = [question.item.id for question in page.questions]
            ticked = data.draw(st.sets(st.sampled_from(ids), max_size=1))
            unsure = data.draw(st.sets(st.sampled_from(ids), max_size=1))
            said = answers_of(page, ticked, unsure)
            numbers = {id_: 40.0 for id_ in ids if LIBRARY.items[id_].kind == "number" and id_ == "age-years"}
            fact = make_fact(kinds.ScreenAnswers, occasion="intake", answers=said, numbers=numbers)
            history = add(history, fact)
        answer = today(add(history, *plan), LIBRARY, START)
        outcome = answer.outcome
        if outcome.ask or outcome.ask_again:
            assert answer.action in ("screen", "locked")
            assert answer.items == ()
            assert isinstance(make(history, LIBRARY, START), NotNow)
        assert FAILED not in {reason.rule for reason in answer.because}
        if answer.action == "train":
            assert outcome.cleared is not None


NAMES = ("bird-dog", "glute-bridge", "goblet-squat", "walking-intervals", "gone")
KINDS = (
    kinds.PlanMade,
    kinds.SetDone,
    kinds.SessionDone,
    kinds.DecisionShown,
    kinds.Profile,
    kinds.Lock,
    kinds.Override,
    kinds.MorningCheckIn,
    kinds.Flare,
    kinds.Milestone,
    kinds.Pause,
    kinds.TestResult,
    kinds.Correction,
)


def near(value: Any, dice: Random, plans: list[str]) -> Any:
    """A fact's table moved near Amina's life: her plans and exercises, in these weeks."""
    if isinstance(value, list):
        return [near(each, dice, plans) for each in value]
    if not isinstance(value, dict):
        return value
    chosen = {
        "exercise": NAMES,
        "plan": plans,
        "shape": ("a", "b", "z", None),
        "slot": ("s0", "s1"),
        "programme": ("individual", "hip-abductor-band", "gone"),
        "phase": ("calm", "build", "load", "gone"),
        "measure": tuple(LIBRARY.measures),
        "day": tuple(f"{START + timedelta(days=nth)}" for nth in range(-3, 20)),
    }
    return {
        key: dice.choice(chosen[key]) if key in chosen and each is not None else near(each, dice, plans)
        for key, each in value.items()
    }


class TestWhateverIsOnRecordEveryQuestionHasAnAnswer:
    """Facts that make little sense together are borne: a session shows exercises of the library only, and
    nothing is left without a reason."""

    @tries(35)
    @given(st.lists(any_fact(*KINDS), max_size=15), st.randoms(use_true_random=False))
    def test_on_any_day(self, some: Sequence[Any], dice: Random) -> None:
        lines = [{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"]}]
        told = Told(lines, LIBRARY)
        plans, found = [told.facts[1].id], list(told.facts)
        for nth, fact in enumerate(some):
            table = near(json.loads(encode(fact)), dice, plans)
            table |= {"id": f"01990000-0000-7000-9000-{nth:012x}", "person": AMINA}
            (read,) = decode(_weekdays(table)).facts or (told.facts[0],)
            plans += [read.id] if isinstance(read, kinds.PlanMade) else []
            found.append(read)
        history = fold(found)
        for nth in (0, 3, 8):
            day = START + timedelta(days=nth)
            self.check(today(history, LIBRARY, day), history, LIBRARY)
            review(history, LIBRARY, day)
        make(history, LIBRARY, START)

    def check(self, answer: Today, history: History, library: Library) -> None:
        assert answer.because
        assert FAILED not in {reason.rule for reason in answer.because}
        assert {item.exercise for item in answer.items} <= library.exercises.keys()
        assert why(history, library, answer.day, ExerciseId("bird-dog")).because


MORNINGS = st.lists(st.none() | st.integers(0, 10), min_size=28, max_size=28)


class TestWhatIsToldAheadIsWhatIsAskedWhenTheDayComes:
    """If each session is done on its day, every day asks for the sessions that were told two weeks before,
    by the same names."""

    @given(st.lists(st.sampled_from(Weekday), min_size=1, max_size=7), st.integers(0, 6))
    @tries(6)
    def test_of_two_weeks(self, week: list[Weekday], first: int) -> None:
        days = sorted((day.value for day in week), key=lambda day: Weekday(day).number)
        lines: list[Any] = [
            {"day": first, "screen": {}},
            {"day": first, "plan": days, "a_week": len(days), "sessions_to_do": 100},
        ]

        def on(day: int) -> tuple[Today, tuple[Ahead, ...]]:
            history = Told(lines, LIBRARY).history
            answer = today(history, LIBRARY, START + timedelta(days=day))
            return answer, sessions_ahead(answer, history, LIBRARY, FORTNIGHT - day + first)

        _, foretold = on(first)
        lived = []
        for day in range(first, first + FORTNIGHT):
            while (found := on(day))[0].action == "train":
                answer, ahead = found
                assert (ahead[0].number, ahead[0].title) == (answer.number, answer.title)
                lived.append(ahead[0])
                lines.append({"day": day, "trained": True})
        assert tuple(lived) == foretold


class TestALookBackNeverRaisesInDoubt:
    """With a phase done, the next one opens only for pain that is known and no worse; worse mornings never
    open it, and whatever locks is looked at first."""

    def decided(self, pains: Sequence[int | None], *more: dict[str, Any]) -> str:
        lines = [{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday"], "sessions_to_do": 1}]
        lines += [{"day": 0, "trained": True}, {"day": 28, "screen": {}}, *more]
        lines += [{"day": day, "morning": pain} for day, pain in enumerate(pains) if pain is not None]
        found = review(Told(lines, LIBRARY).history, LIBRARY, START + timedelta(days=28))
        assert found.decision is not None
        assert found.decision.because
        return found.decision.what

    @tries(35)
    @given(MORNINGS, st.integers(1, 4))
    def test_worse_latest_mornings_never_open_a_phase(self, pains: list[int | None], more: int) -> None:
        worse = [pain if pain is None or day < 21 else min(10, pain + more) for day, pain in enumerate(pains)]
        if self.decided(worse) == "raise-phase":
            assert self.decided(pains) == "raise-phase"

    @tries(20)
    @given(MORNINGS)
    def test_a_lock_is_looked_at_first(self, pains: list[int | None]) -> None:
        alarm = {"day": 28, "screen": {"yes": ["saddle-numbness"]}}
        assert self.decided(pains, alarm) == "see-someone"

    @tries(25)
    @given(MORNINGS)
    def test_pain_that_was_not_told_lately_opens_nothing(self, pains: list[int | None]) -> None:
        silent = [pain if day < 14 else None for day, pain in enumerate(pains)]
        assert self.decided(silent) != "raise-phase"


def _weekdays(table: dict[str, Any]) -> bytes:
    """The line, with sessions of a plan on weekdays and under ids of their own."""
    for nth, session in enumerate(table.get("sessions", [])):
        session |= {"day": list(Weekday)[nth], "id": "abc"[nth]}
    return json.dumps(table).encode()
