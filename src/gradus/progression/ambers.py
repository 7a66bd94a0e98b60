"""Pain in the middle that comes again, beside the pain that is there anyway."""

from gradus.progression.around import LOWERED
from gradus.progression.doses import is_less
from gradus.progression.lowering import a_little_less
from gradus.progression.situation import Situation
from gradus.progression.turns import Turn
from gradus.vocabulary.scales import Colour


def comes_again(about: Situation) -> bool:
    """Whether pain in the middle or above was there often enough among the sessions looked back at."""
    return len(ambers(about)) >= about.around.library.pain.ambers_before_a_cut.value


def is_provoked_again(about: Situation) -> bool:
    """Whether it was so often more than the back hurts anyway."""
    provoked = sum(_provoked(turn, about) for turn in ambers(about))
    return provoked >= about.around.library.pain.ambers_before_a_cut.value


def would_go_below_the_start(about: Situation) -> bool:
    """Whether a little less is in any part less than the exercise began with in this plan. A rung that came
    later began at the bottom of its range."""
    exercise, start = about.last.exercise, about.course.item.dose
    dose = a_little_less(exercise, about.last.dose, about.around)
    if exercise.id != about.course.item.exercise:
        low, _ = exercise.dose.range
        return dose.sets < start.sets or dose.amount < low
    return is_less(dose, start, about.around.bands)


def ambers(about: Situation) -> list[Turn]:
    """The amber and red turns among the last ones looked at, of this exercise, since it was lowered."""
    found: list[Turn] = []
    around = about.around
    exercise = about.last.exercise.id
    for turn in list(reversed(about.course.turns))[: int(around.library.pain.sessions_looked_back.value)]:
        if turn.exercise.id != exercise:
            break
        borne = around.borne(turn)
        if borne.colour in (Colour.AMBER, Colour.RED):
            found.append(turn)
        if turn.step in LOWERED:
            break
    return found


def _provoked(turn: Turn, about: Situation) -> bool:
    """Whether the pain of a turn was more than the back hurts anyway, or stayed until the morning. Where
    nobody knows what is usual, it counts as more."""
    around = about.around
    borne, usual = around.borne(turn), around.judge.usual(turn.day)
    more = usual is None or borne.pain is None or borne.pain > usual
    return more or borne.colour is Colour.RED or around.settled(turn) is False
