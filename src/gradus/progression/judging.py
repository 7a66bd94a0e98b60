"""What a session is judged by: what was known of the person on its day, and the mornings around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from operator import attrgetter
from statistics import median
from typing import Self

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.measures.mornings import Pains, baseline, in_turn, lasting_rise, risen
from gradus.planning.irritability import irritability
from gradus.progression.bearing import Bearing, bearing
from gradus.record.facts import MorningCheckIn, Profile, SetDone
from gradus.record.history import History
from gradus.record.person import Person, person
from gradus.vocabulary.kept import Kept
from gradus.vocabulary.scales import Colour, Irritability, Pattern
from gradus.vocabulary.value import Value

DAY = timedelta(days=1)
SPARE = 4
"""So many times the mornings that any rule counts are looked at: check-ins may come twice a day."""

QUIET = frozenset({Pattern.WALK, Pattern.CALM})
"""What stays open to everybody who may train at all."""

_day, _since = attrgetter("day"), attrgetter("since")


@dataclass(frozen=True, slots=True)
class Mornings:
    """The mornings up to a day, against the person's own baseline."""

    told: tuple[MorningCheckIn, ...]
    library: Library
    usual_pain: int | None
    by_day: Pains
    known: dict[date, bool | None] = field(default_factory=dict, compare=False)
    baselines: dict[date, float | None] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, told: tuple[MorningCheckIn, ...], library: Library, usual_pain: int | None) -> Self:
        """What these mornings tell, which stand in order; of two check-ins on a day the later stands."""
        return cls(told, library, usual_pain, in_turn(told))

    def worse(self, day: date) -> bool | None:
        """Whether that morning was further above the baseline before it than is accepted; None when it was
        not told or there is no baseline yet. Without a baseline the few mornings before it, the usual pain
        and pain that is high for anybody can say yes, never no: it holds and asks, and lowers nothing."""
        if day not in self.known:
            self.known[day] = self._worse(day)
        return self.known[day]

    def last_day(self) -> date | None:
        """The day of the latest morning that was told."""
        return self.told[-1].day if self.told else None

    def pain(self, day: date) -> int | None:
        """The pain told for that morning, 0 to 10."""
        told = self._on(day)
        return told[-1].pain_0_10 if told else None

    def first_after(self, day: date) -> MorningCheckIn | None:
        """The first morning told after that day."""
        nth = bisect_right(self.told, day, key=_day)
        return self.told[nth] if nth < len(self.told) else None

    def leg_lasted(self, day: date) -> bool:
        """Whether that morning told of leg symptoms that lasted after a session."""
        return any(each.leg_lasted for each in self._on(day))

    def is_no_flare(self, day: date) -> bool:
        """Whether the person was asked about that morning, and said that it is no flare."""
        told = self._on(day)
        return bool(told) and told[-1].flare is False

    def usual(self, before: date) -> float | None:
        """The baseline before that day; None without enough mornings."""
        if before not in self.baselines:
            self.baselines[before] = baseline(self.by_day, before, self.library.mornings)
        return self.baselines[before]

    def rise_lasts(self, day: date) -> bool:
        """Whether a rise over several mornings stands on that day. One morning, however bad, is none."""
        return lasting_rise(self.by_day, day, self.library.mornings)

    def _on(self, day: date) -> tuple[MorningCheckIn, ...]:
        return self.told[bisect_left(self.told, day, key=_day) : bisect_right(self.told, day, key=_day)]

    def _worse(self, day: date) -> bool | None:
        pain = self.pain(day)
        if pain is None:
            return None
        rise = self.library.pain.rise_by_morning
        if (usual := self.usual(day)) is not None:
            return risen(pain, usual, rise)
        few = [each.pain_0_10 for each in self.told if each.day < day]
        likely = [float(median(few))] if few else []
        likely += [] if self.usual_pain is None else [float(self.usual_pain)]
        high = not likely and pain >= self.library.irritability.high_pain_from.value
        return True if high or any(risen(pain, usual, rise) for usual in likely) else None


class Known(Value, frozen=True):
    """What the person had told of their back by a day: how easily it is stirred up, and its usual pain."""

    since: date
    at: datetime | None
    irritability: Irritability
    usual_pain: int | None


@dataclass(frozen=True, slots=True)
class Judge:
    """How sets were borne, each by what was known on its day: what is told later makes no session worse or
    better than it was. `told` is what was known, from day to day."""

    library: Library
    mornings: Mornings
    told: tuple[Known, ...]
    kept: Kept = field(default_factory=Kept, compare=False, repr=False)

    def known(self, day: date) -> Known:
        """The last word up to that day; before any, nothing was said."""
        for each in reversed(self.told):
            if each.since <= day:
                return each
        return Known(day, None, irritability(Person(), self.library).what, None)

    def usual(self, day: date) -> float | None:
        """How much the back hurts anyway: the baseline of mornings before that day, before there is one the
        usual pain that had been told; None where nobody knows."""
        measured = self.mornings.usual(day)
        return self.known(day).usual_pain if measured is None else measured

    def borne(self, sets: tuple[SetDone, ...], day: date, exercise: Exercise | None) -> Bearing:
        """How an exercise was borne on that day. While the back is easily stirred up the middle band is red,
        but for quiet work and work that hardly loads the back when it added nothing."""
        found = self.kept.of(bearing, sets, self.known(day).irritability, self.library.pain)
        if found.colour is Colour.RED and self.is_light(exercise) and self.added_nothing(found, day):
            return Bearing(Colour.AMBER, found.pain, found.leg)
        return found

    def while_at_it(self, sets: Sequence[SetDone], day: date, exercise: Exercise | None) -> Bearing:
        """How it is borne so far, in the middle of a session: the morning after is still to come."""
        found = bearing(sets, self.known(day).irritability, self.library.pain)
        if found.colour is Colour.RED and self.is_light(exercise) and self._is_usual(found, day):
            return Bearing(Colour.AMBER, found.pain, found.leg)
        return found

    def went_well(self, sets: tuple[SetDone, ...], day: date, exercise: Exercise | None) -> bool:
        """Whether it was borne green, or as usual: pain told for every set, and none of it was added."""
        found = self.borne(sets, day, exercise)
        all_told = all(fact.pain_0_10 is not None for fact in sets)
        as_usual = found.colour is Colour.AMBER and all_told and self.added_nothing(found, day)
        return found.colour is Colour.GREEN or as_usual

    def added_nothing(self, borne: Bearing, day: date) -> bool:
        """Whether pain up to the acceptable limit was no more than the back hurts anyway, and the first
        morning told after it was no worse than accepted. What nobody knows is no yes."""
        usual, after = self.usual(day), self.mornings.first_after(day)
        if usual is None or after is None or after.leg_lasted or not self._is_usual(borne, day):
            return False
        return not risen(after.pain_0_10, usual, self.library.pain.rise_by_morning)

    def is_light(self, exercise: Exercise | None) -> bool:
        """Whether it is quiet work, or loads the back so little that pain as usual lowers nothing."""
        if exercise is None:
            return False
        return exercise.pattern in QUIET or exercise.lumbar_rank <= self.library.pain.light_up_to.value

    def _is_usual(self, borne: Bearing, day: date) -> bool:
        usual = self.usual(day)
        if borne.pain is None or usual is None or borne.leg:
            return False
        return borne.pain <= min(usual, self.library.pain.acceptable_during.value)


def judge(history: History, library: Library, day: date) -> Judge:
    """What sessions up to that day are judged by; nothing later is looked at."""
    usual_pain = person(history).usual_pain_0_10
    mornings = Mornings.of(_mornings(history, library, day), library, usual_pain)
    return Judge(library, mornings, known(history, library, day), history.kept)


def known(history: History, library: Library, day: date) -> tuple[Known, ...]:
    """What was known of the back up to that day, each time that something was told of it, in order."""
    every = history.kept.of(_known, history.of(Profile), library)
    return every[: bisect_right(every, day, key=_since)]


def _known(told: tuple[Profile, ...], library: Library) -> tuple[Known, ...]:
    who, found = Person(), []
    for fact in told:
        pain, eases = fact.usual_pain_0_10, fact.eases_within_minutes
        if pain is None and eases is None:
            continue
        who = replace(
            who,
            usual_pain_0_10=who.usual_pain_0_10 if pain is None else pain,
            eases_within_minutes=who.eases_within_minutes if eases is None else eases,
        )
        found.append(Known(fact.day, fact.at, irritability(who, library).what, who.usual_pain_0_10))
    return tuple(found)


def _mornings(history: History, library: Library, day: date) -> tuple[MorningCheckIn, ...]:
    """The newest mornings up to that day, four times as many as any rule counts, so that check-ins sent twice
    a day still leave enough; older ones decide nothing."""
    rules = library.mornings
    most = SPARE * int(rules.recent_days.value + rules.earlier_days.value)
    return history.between(MorningCheckIn, last=day)[-most:]
