"""What the newest safety answers tell as new or more: nothing rises before a session was done with it."""

from datetime import date

from gradus.library.library import Library
from gradus.record.facts import ScreenAnswers, SessionDone
from gradus.record.history import History
from gradus.screening.judge import quoted
from gradus.screening.outcome import changed
from gradus.screening.said import NO, place


def news(history: History, library: Library, day: date) -> str:
    """What is new or more since the answers before, in the person's own questions; empty where nothing is, or
    where a session was done since it was told."""
    newest = next((fact for fact in reversed(history.of(ScreenAnswers)) if fact.day <= day), None)
    done = (fact for fact in reversed(history.of(SessionDone)) if fact.ended != "skipped")
    trained = next((fact for fact in done if fact.day < day), None)
    if newest is None or (trained is not None and place(trained) > place(newest)):
        return ""
    of_the_day = [fact for fact in history.ever(ScreenAnswers) if fact.day == newest.day]
    if all(answer in NO for fact in of_the_day for answer in fact.answers.values()):
        return ""
    found = changed(history, library, day)
    return quoted((each.item for each in found if each.state in ("new", "worse")), library)
