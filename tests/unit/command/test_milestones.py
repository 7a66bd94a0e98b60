"""`gradus milestone`, and milestones in `gradus review`."""

from gradus.record.codec import decode
from gradus.record.facts import Milestone
from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run


def stored(run: Run) -> list[Milestone]:
    return [fact for fact in decode(run.bytes()).facts if isinstance(fact, Milestone)]


class TestMilestone:
    def test_is_stored_in_the_persons_own_words_with_its_day(self, run: Run) -> None:
        result = run("milestone", "walk  to the shop", on="2026-03-14")
        assert result.told.startswith("Stored: you can do this again since Saturday 14 March 2026.")
        (fact,) = stored(run)
        assert (fact.words, fact.day.isoformat()) == ("walk to the shop", "2026-03-14")

    def test_marks_the_goal_it_names_and_leaves_the_others_ahead(self, run: Run) -> None:
        run("profile", "--goals", "walk to the shop,dig the garden")
        reply = run("milestone", "Walk to the shop", "--json", on="2026-03-14").json
        assert reply["milestones"] == [
            {"words": "walk to the shop", "reached_on": "2026-03-14"},
            {"words": "dig the garden", "reached_on": None},
        ]

    def test_without_words_shows_the_goals_and_writes_nothing(self, run: Run) -> None:
        run("profile", "--goals", "dig the garden")
        before = run.bytes()
        told = run("milestone").told
        assert "dig the garden" in told
        assert "ahead" in told
        assert run.bytes() == before

    def test_without_a_goal_says_how_to_tell_one(self, run: Run) -> None:
        assert "gradus profile --goals" in run("milestone").told

    def test_of_no_words_is_refused(self, run: Run) -> None:
        assert run("milestone", "  ").code == Exit.USAGE
        assert not run.record.exists()

    def test_that_steers_a_terminal_is_shown_as_plain_text(self, run: Run) -> None:
        run("milestone", "[bold]walk[/bold]\x1b[31m")
        told = run("milestone").told
        assert "[bold]walk[/bold]" in told
        assert "\x1b[31m" not in told


class TestReview:
    def test_shows_the_decision_the_ranges_and_the_milestones(self, run: Run) -> None:
        run.plan()
        for day in range(3, 9):
            run("checkin", "4", on=f"2026-03-{day:02}")
        run("milestone", "walk to the shop", on="2026-03-08")
        told = run("review", on="2026-03-09").told
        assert "Go on" in told
        assert "3.5 to 4.5, 6 of 7" in told
        assert "walk to the shop" in told
        assert "since 08 March 2026" in told
        assert "The tests are due again on 30 March 2026." in told

    def test_as_json_tells_what_is_decided_and_why(self, run: Run) -> None:
        run.plan()
        reply = run("review", "--json", on="2026-03-09").json
        assert reply["decision"]["what"] == "continue"
        assert [each["rule"] for each in reply["decision"]["reasons"]] == ["go-on-too-early"]
        assert (reply["trend"], reply["milestones"], reply["next_review"]) == (None, [], "2026-03-30")

    def test_of_few_mornings_says_so(self, run: Run) -> None:
        run.plan()
        run("checkin", "4", on="2026-03-03")
        assert "too few to be surer" in run("review", on="2026-03-09").told
