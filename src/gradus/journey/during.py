"""What to say in the middle of a session. It can only stop or ease; nothing here raises."""

from collections.abc import Sequence

from gradus.library.library import Library
from gradus.progression.judging import judge
from gradus.record.facts import SetDone
from gradus.record.history import History
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Colour


def stop_now(history: History, library: Library, sets: Sequence[SetDone]) -> Reason | None:
    """Why an exercise is to be stopped for today after these sets of it; None when it may go on. It does not
    wait for the next session to say so. While the back is easily stirred up, light work goes on as long as
    it hurts no more than usual."""
    if not sets:
        return None
    day, exercise = sets[0].day, library.exercises.get(sets[0].exercise)
    borne = judge(history, library, day).while_at_it(sets, day, exercise)
    return library.reason(RuleId("stop-this-exercise")) if borne.colour is Colour.RED else None
