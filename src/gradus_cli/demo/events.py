"""What happened on a day of an example person beside the session, a line each."""

from collections.abc import Iterator, Sequence

from gradus.journey.provoking import in_words
from gradus.record.facts import (
    Fact,
    Flare,
    Milestone,
    Pause,
    Profile,
    ScreenAnswers,
    TechniqueChecked,
    TestResult,
)
from gradus_cli.names import counted

CHANGES = {
    "equipment": "what they have at hand",
    "bands": "their bands",
    "dumbbells_kg": "their dumbbells",
    "kettlebells_kg": "their kettlebells",
    "minutes": "how long a session may be",
    "days": "the days that suit",
    "cannot_take": "positions they cannot take",
    "usual_pain_0_10": "how much it usually hurts",
    "eases_within_minutes": "how soon it eases",
    "goals": "what they want to do again",
    "runs_on": "when they run",
    "long_run_on": "when they run far or fast",
    "likes": "what they like",
    "dislikes": "what they do not like",
    "mode": "who confirms a raise",
}
"""What of a profile can change, in words; anything else is told by its own name."""
PROFILE = tuple(Profile.__annotations__)


def lines(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        match fact:
            case Flare(state="began"):
                yield f"a flare began, they say, pain {fact.pain_0_10} of 10; the safety questions come again"
            case Flare():
                yield "the flare is over, they say"
            case Pause():
                until = "" if fact.until is None else f" until {fact.until:%d %B}"
                yield f"away{until}" + ("" if fact.why == "other" else f": {fact.why}")
            case Milestone():
                yield f"can do it again, in their words: {fact.words}"
            case TechniqueChecked():
                yield f"{fact.exercise}: {fact.watched_by} watched, and it was good"
            case _:
                pass
    yield from _counted(facts)


def _counted(facts: Sequence[Fact]) -> Iterator[str]:
    screens = [fact for fact in facts if isinstance(fact, ScreenAnswers)]
    tests = [fact for fact in facts if isinstance(fact, TestResult)]
    profiles = [fact for fact in facts if isinstance(fact, Profile)]
    if screens:
        asked = ", as they asked for" if screens[0].occasion == "request" else ""
        yield f"safety questions answered, {counted(len(screens), 'page')}{asked}"
    if tests:
        yield counted(len(tests), "test result")
    if not any(screen.occasion == "intake" for screen in screens):
        for profile in profiles:
            yield from _news(profile)


def _news(profile: Profile) -> Iterator[str]:
    """What a person tells anew of themselves."""
    if profile.provoked_by is not None:
        what = in_words(profile.provoked_by) or "nothing"
        yield f"asked again what sets the back off, they say: {what}"
    told = [
        CHANGES.get(name, name.replace("_", " "))
        for name in PROFILE
        if name != "provoked_by" and getattr(profile, name) is not None
    ]
    if told:
        yield f"they tell anew: {', '.join(told)}"
