"""What a set of answers means: which findings it gives and what is still to be asked. No dates in here.

What "not sure" does:

- An emergency item: asked again in other words, and the screen is not complete. Still not sure then: to be
  checked the same day, never go.
- A rule that limits or notes fires as if the answer were yes: the more careful limit.
- A rule that would lock, completed by "not sure" where it is not alone: an emergency or event item is yes or
  not sure too, a reading holds, or the "not sure" is about more of something answered yes. To be checked the
  same day, or before loading where the rule itself asks no more than that.
- A rule that would lock, completed by "not sure" on background alone: no lock, the careful limits, and it is
  asked again with the next screen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from gradus.library.library import Library
from gradus.library.types import Item, ScreenRule
from gradus.record.bounds import Answer
from gradus.screening.truth import Heard, Truth, degree, in_play, is_lasting, leaves, makes_sense, truth
from gradus.vocabulary.faults import told as told_of
from gradus.vocabulary.ids import ItemId, LimitId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.remembered import remembered
from gradus.vocabulary.scales import Action
from gradus.vocabulary.value import Value

SAME_DAY = RuleId("not-sure-same-day")
BEFORE_LOADING = RuleId("not-sure-before-loading")
LIMITS = RuleId("not-sure-limits")
FAILED = RuleId("rule-failed")
UNTIL_KNOWN = LimitId("until-known")

UNSURE: frozenset[str] = frozenset({"unsure", "still-unsure"})


LIBRARIES = 4
"""So many libraries are kept in mind; a server has one."""


class Finding(Value, frozen=True):
    """A rule that the answers fulfil. `items` are the answers it stands on, in page order."""

    rule: RuleId
    action: Action
    because: Reason
    limits: tuple[LimitId, ...] = ()
    items: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """The findings, most urgent first, then by id; what is unanswered and what was "not sure" the first time
    and is to be asked in other words, both in page order."""

    fired: tuple[Finding, ...]
    ask: tuple[ItemId, ...]
    ask_again: tuple[ItemId, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is left to ask."""
        return not self.ask and not self.ask_again


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A library's screen with the rules that look at each item, so that many sets of answers are judged
    without going through rules that none of them touches, and the same answers only once. `failed` holds the
    rules that could not be worked out for some of these answers: what they would have said is not known, so
    nobody is let through."""

    library: Library
    looked_at_by: Mapping[ItemId, tuple[ScreenRule, ...]]
    judged: dict[object, tuple[Finding, ...]] = field(default_factory=dict, compare=False, repr=False)
    failed: dict[RuleId, Reason] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, library: Library) -> "Rulebook":
        """The rulebook of this library."""
        return cls(library, _looked_at_by(library.screen_rules))

    def findings(
        self,
        answers: Mapping[ItemId, Answer],
        numbers: Mapping[ItemId, float],
        *,
        mildest: Action = Action.NOTE,
    ) -> tuple[Finding, ...]:
        """The rules up to the mildest action asked for that these answers fulfil, most urgent first, then by
        id."""
        told = {id_: answer for id_, answer in answers.items() if answer != "no"}
        same = (frozenset(told.items()), frozenset(numbers.items()), mildest)
        if same not in self.judged:
            self.judged[same] = self._findings(told, numbers, mildest)
        return self.judged[same]

    def _findings(
        self, told: Mapping[ItemId, Answer], numbers: Mapping[ItemId, float], mildest: Action
    ) -> tuple[Finding, ...]:
        items = self.library.items
        known = {id_: n for id_, n in numbers.items() if id_ in items and makes_sense(items[id_], n)}
        truths = {id_: truth(items[id_], answer) for id_, answer in told.items() if id_ in items}
        touched = known.keys() | truths.keys()
        rules = {rule.id: rule for item in touched for rule in self.looked_at_by.get(item, ())}
        asked = [rule for _, rule in sorted(rules.items()) if rule.action <= mildest]
        heard = Heard(truths, known, items)
        return _findings(self._held(asked, heard), heard, self.library)

    def _held(self, rules: Iterable[ScreenRule], heard: Heard) -> list[tuple[ScreenRule, Truth]]:
        """How far each rule holds. One that fails takes no other along: what those find is told."""
        held = []
        for rule in rules:
            try:
                held.append((rule, degree(rule.when, rule, heard)))
            except Exception as fault:
                self.failed[rule.id] = self.library.reason(FAILED, what=f"{rule.id}, {told_of(fault)}")
        return held


@remembered(LIBRARIES)
def _looked_at_by(rules: Mapping[RuleId, ScreenRule]) -> Mapping[ItemId, tuple[ScreenRule, ...]]:
    """The rules that look at each item."""
    found: dict[ItemId, dict[RuleId, ScreenRule]] = {}
    for rule in rules.values():
        for _, item in leaves(rule.when):
            found.setdefault(item, {})[rule.id] = rule
    return {item: tuple(each.values()) for item, each in found.items()}


def judge(answers: Mapping[ItemId, Answer], numbers: Mapping[ItemId, float], library: Library) -> Judgement:
    """What these answers mean; the library's items stand in page order. Answers to items that it does not
    have are passed over, and a number outside its item's bounds counts as unanswered."""
    ask = unanswered(answers, numbers, library)
    fired = Rulebook.of(library).findings(answers, numbers)
    return Judgement(fired, ask, asked_again(answers, library))


def unanswered(
    answers: Mapping[ItemId, Answer], numbers: Mapping[ItemId, float], library: Library
) -> tuple[ItemId, ...]:
    """What is to be asked, in page order."""
    items = library.items.values()
    likely = (item for item in items if item.id not in answers or item.kind == "number")
    return tuple(item.id for item in likely if _is_open(item, answers, numbers))


def asked_again(answers: Mapping[ItemId, Answer], library: Library) -> tuple[ItemId, ...]:
    """The emergency items answered "not sure" once, in page order."""
    unsure = {id_ for id_, answer in answers.items() if answer == "unsure"}
    return tuple(id_ for id_ in library.items if id_ in unsure and library.items[id_].kind == "emergency")


def _is_open(item: Item, answers: Mapping[ItemId, Answer], numbers: Mapping[ItemId, float]) -> bool:
    """Whether the item is to be asked. A follow-up waits for what it follows, and counts as "no" when that is
    "no". An optional number may stay away, but one that makes no sense is asked again."""
    if item.kind != "number":
        answered = item.id in answers
    elif item.id in numbers:
        answered = makes_sense(item, numbers[item.id])
    else:
        answered = item.optional
    if answered or item.after is None:
        return not answered
    return item.after in numbers or answers.get(item.after) in {"yes", *UNSURE}


def _findings(
    held: Iterable[tuple[ScreenRule, Truth]], heard: Heard, library: Library
) -> tuple[Finding, ...]:
    found = []
    unsure: dict[RuleId, list[ScreenRule]] = {}
    for rule, holds in held:
        if holds is Truth.YES or (holds is Truth.MAYBE and rule.action >= Action.WITH_LIMITS):
            stands_on = tuple(in_play(rule, heard, holds))
            because = Reason(rule.id, rule.says, rule.cites)
            found.append(Finding(rule.id, Action(rule.action), because, rule.limits, stands_on))
        elif holds is Truth.MAYBE:
            unsure.setdefault(_when_unsure(rule, heard), []).append(rule)
    if _still_unsure(heard):
        unsure.setdefault(SAME_DAY, [])
    found += [_unsure_finding(id_, doubtful, heard, library) for id_, doubtful in unsure.items()]
    return tuple(sorted(found, key=lambda finding: (finding.action, finding.rule)))


def _when_unsure(rule: ScreenRule, heard: Heard) -> RuleId:
    """Which of our own rules speaks where a locking rule holds only if "not sure" means yes."""
    if all(_is_doubt_alone(heard.items[item], heard) for item in in_play(rule, heard, Truth.MAYBE)):
        return LIMITS
    return SAME_DAY if rule.action <= Action.SAME_DAY else BEFORE_LOADING


def _is_doubt_alone(item: Item, heard: Heard) -> bool:
    """Whether the item tells of nothing new and follows nothing that is known to be so."""
    if item.kind == "number":
        return is_lasting(item) or item.id not in heard.numbers
    certain = item.after is not None and heard.of(item.after) is Truth.YES
    unsure = heard.of(item.id) is Truth.MAYBE
    return item.kind == "background" and not (unsure and certain)


def _still_unsure(heard: Heard) -> list[ItemId]:
    """The emergency items that stayed "not sure" when asked in other words."""
    doubts = (item for item, held in heard.truths.items() if held is Truth.MAYBE)
    return [item for item in doubts if heard.items[item].kind == "emergency"]


def _unsure_finding(id_: RuleId, rules: list[ScreenRule], heard: Heard, library: Library) -> Finding:
    played = set(chain.from_iterable(in_play(rule, heard, Truth.MAYBE) for rule in rules))
    if id_ == SAME_DAY:
        played.update(_still_unsure(heard))
    items = tuple(item for item in heard.items if item in played)
    doubts = (item for item in items if item not in heard.numbers and heard.of(item) is Truth.MAYBE)
    because = library.reason(id_, what=quoted(doubts, library))
    limits = dict.fromkeys([UNTIL_KNOWN, *chain.from_iterable(rule.limits for rule in rules)])
    action = {SAME_DAY: Action.SAME_DAY, BEFORE_LOADING: Action.REVIEW_FIRST, LIMITS: Action.WITH_LIMITS}[id_]
    return Finding(id_, action, because, tuple(limits), items)


def quoted(items: Iterable[ItemId], library: Library) -> str:
    """The words of these items as the person read them, each after the words of what it follows."""
    return "; ".join(f"“{_words(library.items[item], library)}”" for item in items)


def _words(item: Item, library: Library) -> str:
    return item.words if item.after is None else f"{library.items[item.after].words}: {item.words}"
