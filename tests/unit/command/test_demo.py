"""`gradus demo`: example people, each labelled as one."""

from dataclasses import replace

import pytest

from gradus.library.library import Library
from gradus.library.load import load
from gradus.record.checks import faults
from gradus.record.codec import decode
from gradus.record.facts import DecisionShown, PlanMade, SetDone
from gradus.record.history import fold
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Action, Step
from gradus_cli.demo.living import Living
from gradus_cli.demo.people import people
from gradus_cli.exits import Exit
from gradus_cli.show.page import NEW_OR_WORSE, sign
from tests.unit.command.conftest import Run

LABEL = "example person, not a real one"


def test_the_people_are_listed(run: Run) -> None:
    told = run("demo", "--list").told
    assert all(f"{each.id} {each.name} is" in told for each in people().values())


def test_three_weeks_are_told_with_every_session_and_the_look_back(run: Run) -> None:
    told = run("demo", "amina", "--weeks", 3).told
    assert LABEL in told
    assert all(f"Week {week} from" in told for week in (1, 2, 3))
    assert "session 1: " in told
    assert "Looking back week 3" in told
    assert "Nothing here is a result or a promise." in told


def test_a_flare_a_holiday_and_a_session_left_out_are_told(run: Run) -> None:
    told = run("demo", "amina", "--weeks", 11).told
    assert "a flare began, they say, pain 7 of 10" in told
    assert "the flare is over, they say" in told
    assert "left out: a cold, no fever" in told
    assert "away until 25 March: holiday" in told
    assert "Looking back week 11" in told


def test_what_stands_over_a_session_is_told_once_with_it(run: Run) -> None:
    told = run("demo", "gerda", "--weeks", 2).told
    assert told.count("Bones grow stronger under load") == 1
    assert "session 2" in told


def test_ben_is_stopped_and_sees_no_exercise(run: Run, library: Library) -> None:
    result = run("demo", "ben")
    assert result.code == Exit.DONE
    assert "the safety questions stop everything" in result.told
    assert library.actions[Action.EMERGENCY_NOW].title in result.told
    assert "No plan is made and no exercise is shown" in result.told
    assert not any(each.en.name in result.told for each in library.exercises.values())


def test_bens_page_asks_nothing_and_ends_with_how_the_lock_ends(run: Run) -> None:
    told = run("demo", "ben").told
    assert NEW_OR_WORSE not in told
    assert "gradus clearance bladder-or-saddle-change --by NAME" in told


def test_lines_end_without_blanks_and_events_keep_their_place(
    run: Run, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = run("demo", "amina", "--weeks", 11).out.splitlines()
    assert [line for line in lines if line.endswith(" ")] == []
    flare = next(nth for nth, line in enumerate(lines) if "a flare began, they say" in line)
    assert lines[flare].startswith("  ")
    assert not lines[flare].startswith("   ")
    assert lines[flare + 1].startswith(" " * 14)


def test_what_was_shown_before_is_not_new_in_the_next_phase(run: Run) -> None:
    life = Living(people()["amina"], load())
    list(life.live(16 * 7))
    known: set[ExerciseId] = set()
    for fact in life.history.of(DecisionShown):
        for item in fact.items:
            word = sign(item, known)
            assert (word == "new") == (item.step is Step.START and item.exercise not in known)
            known.add(item.exercise)
    assert "plan " in run("demo", "amina").told.rpartition("doses decided: ")[2]


def test_the_lived_record_as_lines_has_no_faults(run: Run) -> None:
    decoded = decode(run("demo", "gerda", "--weeks", 3, "--json").out.encode())
    assert (decoded.faults, decoded.unknown) == ((), ())
    history = fold(decoded.facts)
    assert faults(history, max(fact.day for fact in decoded.facts)) == ()
    assert all(history.of(kind) for kind in (PlanMade, DecisionShown, SetDone))


def test_a_life_is_the_same_each_time(library: Library) -> None:
    lives = [Living(people()["tomas"], library) for _ in range(2)]
    for life in lives:
        list(life.live(14))
    assert lives[0].written == lives[1].written


def test_somebody_who_is_not_there_is_told_who_is(run: Run) -> None:
    result = run("demo", "eve")
    assert result.code == Exit.USAGE
    assert f"there are {', '.join(people())}" in result.told


def test_what_changes_on_the_way_is_told(run: Run) -> None:
    told = run("demo", "hana", "--weeks", 12).told
    assert "safety questions answered, 8 pages, as they asked for" in told
    assert "they tell anew: positions they cannot take" in told
    assert "sets, a low day" in told


def test_after_a_low_day_a_dose_is_told_against_the_day_before_it(run: Run) -> None:
    week_4 = run("demo", "hana", "--weeks", 4).told.partition("Week 4 ")[2]
    assert "session 7: " in week_4
    assert "1 × " not in week_4


def test_a_short_day_a_watched_lift_and_what_can_be_done_again_are_told(run: Run) -> None:
    told = run("demo", "magda").told
    assert "sets, a short day" in told
    assert "barbell-squat: the coach of her club watched, and it was good" in told
    assert "can do it again, in their words: shovel the yard in one go" in told


def test_what_the_person_has_no_words_for_is_left_open(library: Library) -> None:
    amina = replace(people()["amina"], capacity={})
    assert all(amina.can_do(exercise, 0) is None for exercise in library.exercises.values())
    life = Living(amina, library)
    list(life.live(1))
    done = [fact for fact in life.written if isinstance(fact, SetDone)]
    assert done
    assert {fact.reserve for fact in done} == {None}
