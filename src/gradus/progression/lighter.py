"""A lighter week: a share of the sets and of the load for as many sessions as the plan has in a week, when
several signs of tiredness come together; then the dose from before. A flare or missed time comes first, and
nothing is lowered twice. Coaches of strength sport describe such weeks (deload-delphi); in people with back
pain nobody has studied them."""

from dataclasses import dataclass
from datetime import timedelta

from gradus.progression.around import Around
from gradus.progression.flare import EASED as EASED_BY_FLARE
from gradus.progression.flare import Flaring
from gradus.progression.gap import is_away
from gradus.progression.occasions import Occasion
from gradus.progression.signs import signs
from gradus.record.facts import DecisionShown
from gradus.record.history import History
from gradus.record.parts import ShownItem
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.week import WEEK

BEGINS = RuleId("lighter-week")
GOES_ON = RuleId("lighter-week-goes-on")
OVER = RuleId("lighter-week-over")
LIGHTER = frozenset({BEGINS, GOES_ON})


@dataclass(frozen=True, slots=True)
class Week:
    """A lighter week that holds for the session to be. `signs` are those that began it; none once it goes
    on."""

    signs: tuple[Reason, ...] = ()


def lighter_week(
    history: History, done: tuple[Occasion, ...], around: Around, now: Flaring | None
) -> Week | None:
    """The lighter week that the next session belongs to; None without one. It goes on until its sessions are
    done, whatever the signs say by then, and another one waits for some weeks."""
    rules = around.library.deload
    if not done or _something_comes_first(done, around, now):
        return None
    ran = _ran(done)
    if ran:
        length = round(rules.lasts.value * around.plan.sessions_a_week)
        return Week() if ran < length else None
    if _had_one(history, done, around):
        return None
    found = signs(history, done, around)
    return Week(found) if len(found) >= rules.signs_needed.value else None


def offered(
    history: History, done: tuple[Occasion, ...], around: Around, now: Flaring | None
) -> Reason | None:
    """The offer of a lighter week at the first session of every so many weeks of sessions; None where it is
    not its turn, where one was had lately, and where something else has lowered the doses anyway."""
    rules = around.library.deload
    week, nth = divmod(len(done), around.plan.sessions_a_week)
    if nth or (week + 1) % rules.offered_every.value or not done:
        return None
    if _something_comes_first(done, around, now) or _had_one(history, done, around):
        return None
    return around.reason("lighter-week-offered", weeks=week, percent=f"{rules.sets_kept.value:g}")


def is_lighter(item: ShownItem) -> bool:
    """Whether the item was shown in a lighter week and asked for less because of it."""
    for reason in item.because:  # noqa: SIM110 a plain loop: this is asked some hundred times for a session
        if reason.rule in LIGHTER:
            return True
    return False


def _something_comes_first(done: tuple[Occasion, ...], around: Around, now: Flaring | None) -> bool:
    """Whether a flare, the way back from one, or missed time has its own say about the doses."""
    if is_away(around.days_off, around.library):
        return True
    if now is None:
        return False
    fresh = (around.today - now.episode.began).days < around.library.flare.review_after.value
    rules = {reason.rule for item in done[-1].items or () for reason in item.because}
    return fresh or bool(rules & EASED_BY_FLARE)


def _ran(done: tuple[Occasion, ...]) -> int:
    """How many of the newest sessions, one after the other, were of a lighter week."""
    count = 0
    for occasion in reversed(done):
        if not any(is_lighter(item) for item in occasion.items or ()):
            break
        count += 1
    return count


def _had_one(history: History, done: tuple[Occasion, ...], around: Around) -> bool:
    """Whether the last lighter week, in this plan or an earlier one, is too near for another."""
    first = around.today - timedelta(days=around.library.deload.weeks_apart.value * WEEK)
    lately = (each for each in done if each.day > first)
    if any(is_lighter(item) for each in lately for item in each.items or ()):
        return True
    shown = history.between(DecisionShown, shifted(first, 1), shifted(around.today, -1))
    return any(is_lighter(item) for fact in shown if fact.plan != around.plan.id for item in fact.items)
