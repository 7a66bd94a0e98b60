"""What stands against a rise, and what says that the same dose is too much."""

from gradus.progression.situation import Situation
from gradus.progression.turns import Turn
from gradus.vocabulary.scales import Colour


def not_all_done(about: Situation) -> bool:
    """Whether anything that was asked for was missed, or not written down."""
    return not about.last.is_all_done


def missed_again_and_again(about: Situation) -> bool:
    """Whether so many of the newest turns running, at the same dose, are known to have fallen short of it."""
    newest = _newest(about, int(about.around.library.raises.misses_before_less.value))
    return bool(newest) and all(turn.is_missed for turn in newest)


def too_close_again_and_again(about: Situation) -> bool:
    """Whether so many of the newest turns running, at the same dose, left far fewer repetitions than were
    asked for. Of a weight that the person has just found, once is enough: it was a try."""
    effort = about.around.library.effort
    newest = _newest(about, 1 if about.last.noted else int(effort.times_far_below.value))
    return bool(newest) and all(too_few_left(turn) >= effort.far_below.value for turn in newest)


def too_few_left(turn: Turn) -> int:
    """How many repetitions fewer were left than were asked for, below 0 for more; 0 where none were asked for
    or told."""
    asked, kept = turn.dose.reserve, turn.kept
    return 0 if kept is None or asked is None else asked - kept


def pain_not_told(about: Situation) -> bool:
    """Whether any set lacks its pain report, and nothing told is worse than green."""
    return about.borne is not None and about.borne.colour is None


def morning_was_worse(about: Situation) -> bool:
    """Whether the morning after, or the latest one, was worse than accepted."""
    return about.around.settled(about.last, about.course.shown_on) is False


def sore_after(about: Situation) -> bool:
    """Whether the pain after the session was above the limit."""
    after, limit = about.last.pain_after, about.around.library.pain.acceptable_during.value
    return after is not None and after > limit


def reserve_not_told(about: Situation) -> bool:
    """Whether a reserve was asked for and none was told of the last set."""
    return about.last.dose.reserve is not None and about.last.kept is None


def reserve_too_small(about: Situation) -> bool:
    """Whether less was left than was asked for."""
    return too_few_left(about.last) > 0


def went_well(about: Situation) -> bool:
    """Whether the last turn was borne green or as usual, and nothing else stands against going on."""
    borne = about.borne
    if not about.begun or borne is None or borne.colour is Colour.RED:
        return False
    last, judge = about.last, about.around.judge
    as_usual = judge.went_well(last.sets, last.day, last.exercise) and judge.added_nothing(borne, last.day)
    well = borne.colour is Colour.GREEN or as_usual
    against = (not_all_done, morning_was_worse, sore_after, reserve_not_told, reserve_too_small)
    held = about.around.rise_lasts or bool(about.around.news)
    return well and not held and not any(each(about) for each in against)


def _newest(about: Situation, times: int) -> tuple[Turn, ...]:
    """So many of the newest turns; none where there are fewer, or one had another dose."""
    newest = about.course.turns[-times:]
    same = all((turn.exercise.id, turn.dose) == (about.last.exercise.id, about.last.dose) for turn in newest)
    return newest if same and len(newest) == times else ()
