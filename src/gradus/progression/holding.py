"""What stands against a rise, and what says that the same dose is too much."""

from gradus.progression.situation import Situation
from gradus.vocabulary.scales import Colour


def not_all_done(about: Situation) -> bool:
    """Whether anything that was asked for was missed, or not written down."""
    return not about.last.is_all_done(about.around.bands)


def missed_again_and_again(about: Situation) -> bool:
    """Whether so many of the newest turns running, at the same dose, are known to have fallen short of it."""
    times = int(about.around.library.raises.misses_before_less.value)
    newest = about.course.turns[-times:]
    bands = about.around.bands
    same = all((turn.exercise.id, turn.dose) == (about.last.exercise.id, about.last.dose) for turn in newest)
    return len(newest) == times and same and all(turn.is_missed(bands) for turn in newest)


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
    kept, target = about.last.kept, about.last.dose.reserve
    return kept is not None and target is not None and kept < target


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
