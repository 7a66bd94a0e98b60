"""The table of steps, gone through for one place of a session: its rows decide, and their order is theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gradus.library.types import StepRow, StepTable
from gradus.progression.around import Next
from gradus.progression.conditions import CONDITIONS, KEPT_OUT
from gradus.progression.doses import is_same
from gradus.progression.ladder import against
from gradus.progression.situation import Made, Situation
from gradus.progression.ways import WAYS
from gradus.progression.words import WORDS
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Decision, Reason
from gradus.vocabulary.scales import Step
from gradus.vocabulary.value import Value, replace


class Taken(Value, frozen=True):
    """The row that held: what it leads to, the rules that it names, and whether the reasons so far stand."""

    now: Next
    words: Mapping[str, object]
    rules: tuple[RuleId, ...]
    found: tuple[RuleId, ...]
    keeps: bool


def decide(situation: Situation) -> Decision[Next]:
    """What the table decides: part by part, of each the first row that holds. What rests is not looked at
    again."""
    table = situation.around.library.steps
    for part in table.order if situation.now.is_done else ():
        taken = _first(table.parts[part], situation, table)
        if taken is not None:
            because = _because(taken, situation)
            situation = replace(situation, now=_named_truly(taken.now, situation), because=because)
            if not situation.now.is_done:
                break
    return Decision(situation.now, situation.because)


def _first(rows: tuple[StepRow, ...], situation: Situation, table: StepTable) -> Taken | None:
    """The first row whose conditions hold and whose way can be gone. Plain loops: some hundred conditions are
    asked for a session."""
    for row in rows:
        for each in row.when:
            if not CONDITIONS[each](situation):
                break
        else:
            for each in row.unless:
                if CONDITIONS[each](situation):
                    break
            else:
                if (taken := _taken(row, situation, table)) is not None:
                    return taken
    return None


def _taken(row: StepRow, situation: Situation, table: StepTable) -> Taken | None:
    """What a row leads to whose conditions hold; None where its way cannot be gone."""
    own = () if row.reason is None else (row.reason,)
    if row.then is not None:
        further = _first(table.parts[row.then], situation, table)
        if further is None:
            return None
        return replace(
            further,
            rules=(*own, *further.rules),
            found=(*row.found, *further.found),
            keeps=row.keeps or further.keeps,
        )
    was = situation.now
    made = Made(was.exercise, was.dose) if row.dose is None else WAYS[row.dose](situation)
    if made is None:
        return None
    now = Next(exercise=made.exercise, dose=made.dose, step=row.step or was.step)
    return Taken(now, made.words, own, row.found, row.keeps)


def _because(taken: Taken, situation: Situation) -> tuple[Reason, ...]:
    before = situation.because if taken.keeps else ()
    words = _Words(situation, taken)
    library, ready = situation.around.library, situation.ready
    if not KEPT_OUT.isdisjoint(taken.rules) and (why := against(situation.now.exercise, situation.around)):
        ready = {**ready, why.rule: why}
    told = (ready.get(rule) or library.filled(rule, words) for rule in taken.rules)
    return (*before, *told, *(ready[rule] for rule in taken.found if rule in ready))


def _named_truly(now: Next, situation: Situation) -> Next:
    """A rise that raises nothing, and less that is no less, is called a hold."""
    if now.step not in (Step.PROGRESS, Step.REGRESS) or not situation.begun:
        return now
    last = situation.last
    same = now.exercise.id == last.exercise.id and is_same(now.dose, last.dose)
    return replace(now, step=Step.HOLD) if same else now


@dataclass(frozen=True, slots=True)
class _Words(Mapping[str, object]):
    """The words that sentences may name, each made when it is named; those of the way come first."""

    situation: Situation
    taken: Taken

    def __getitem__(self, name: str) -> object:
        if name in self.taken.words:
            return self.taken.words[name]
        return WORDS[name](self.situation, self.taken.now)

    def __iter__(self) -> Iterator[str]:
        return iter({**WORDS, **self.taken.words})

    def __len__(self) -> int:
        return len({**WORDS, **self.taken.words})
