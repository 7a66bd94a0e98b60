"""Doses, steps and names as a person reads them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gradus.library.library import Library
from gradus.library.types import Exercise, Source
from gradus.record.parts import ShownItem, ShownReason
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.pounds import POUNDS, pounds_shown
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import DoseKind, Pattern, Step
from gradus_web.diary.names import MARKS, STEPS, WEIGHTS
from gradus_web.numbers import marked

MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Told:
    """A reason as a page tells it, with the rule and the publications that it rests on."""

    says: str
    rule: RuleId
    sources: tuple[Source, ...]


def told(reasons: Iterable[Reason | ShownReason], library: Library) -> tuple[Told, ...]:
    """The reasons, each once."""
    found: dict[str, Told] = {}
    for each in reasons:
        sources = tuple(library.sources[cite] for cite in each.cites if cite in library.sources)
        found.setdefault(each.says, Told(each.says, each.rule, sources))
    return tuple(found.values())


def amount(dose: Dose) -> str:
    """The amount of one set: `8`, `8 held 8 s`, `20 s`, `10 min`, `20 m`."""
    if dose.kind is DoseKind.TIME:
        return seconds(dose.amount)
    if dose.kind is DoseKind.DISTANCE:
        return _("%(metres)d m") % {"metres": dose.amount}
    if dose.hold_s:
        return _("%(times)d held %(seconds)d s") % {"times": dose.amount, "seconds": dose.hold_s}
    return f"{dose.amount}"


def seconds(many: int) -> str:
    """So many seconds, in minutes where there are two or more."""
    if many < 2 * MINUTE_S:
        return _("%(seconds)d s") % {"seconds": many}
    minutes, rest = divmod(many, MINUTE_S)
    if rest:
        return _("%(minutes)d min %(seconds)d s") % {"minutes": minutes, "seconds": rest}
    return _("%(minutes)d min") % {"minutes": minutes}


def dose_words(dose: Dose, exercise: Exercise | None, unit: str | None) -> str:
    """A dose in one phrase: `2 × 8 held 8 s each side, 5 kg`; a walk as `15 min`."""
    parts = [_sets(dose, exercise)]
    if dose.load_kg:
        parts.append(f"{marked(load_filled(dose.load_kg, unit))} {WEIGHTS[unit or 'kg']}")
    if dose.band:
        parts.append(_("%(band)s band") % {"band": dose.band})
    return ", ".join(parts)


def _sets(dose: Dose, exercise: Exercise | None) -> str:
    once = amount(dose)
    if exercise is None:
        return _("%(sets)d × %(amount)s") % {"sets": dose.sets, "amount": once}
    if dose.sets == 1 and exercise.pattern is Pattern.WALK:
        return once
    sets = _("%(sets)d × %(amount)s each side") if exercise.one_sided else _("%(sets)d × %(amount)s")
    return sets % {"sets": dose.sets, "amount": once}


def load_filled(load_kg: float | None, unit: str | None) -> str:
    """A load as the field of a form holds it, in the person's unit; nothing where there is none."""
    if load_kg is None:
        return ""
    return f"{pounds_shown(load_kg) if unit == POUNDS else load_kg:g}"


def name_of(exercise: ExerciseId, library: Library) -> str:
    """The exercise's name; its id when the library no longer has it."""
    found = library.exercises.get(exercise)
    return str(exercise) if found is None else found.en.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One exercise of a session in a list: what to do, and what became of its dose."""

    exercise: ExerciseId
    name: str
    dose: str
    step: str
    mark: str
    reserve: int | None
    before: str
    because: tuple[Told, ...]


def rows(items: Sequence[ShownItem], library: Library, unit: str | None) -> tuple[Row, ...]:
    """The exercises of a session."""
    return tuple(row(item, library, unit) for item in items)


def step_shown(item: ShownItem, before: Dose) -> Step:
    """The step; less where a shorter session asks for fewer sets, and less in all, than last time."""
    dose = item.dose
    is_cut = dose.sets < before.sets and dose.sets * dose.amount < before.sets * before.amount
    is_as_heavy = (dose.load_kg, dose.band) == (before.load_kg, before.band)
    return Step.REGRESS if is_cut and is_as_heavy and item.step in (Step.PROGRESS, Step.HOLD) else item.step


def row(item: ShownItem, library: Library, unit: str | None, before: Dose | None = None) -> Row:
    """One of them; `before` is the dose that was shown last time."""
    step = item.step if before is None else step_shown(item, before)
    return Row(
        exercise=item.exercise,
        name=name_of(item.exercise, library),
        dose=dose_words(item.dose, library.exercises.get(item.exercise), unit),
        step=STEPS[step],
        mark=MARKS[step],
        reserve=item.dose.reserve,
        before="" if before is None else dose_words(before, library.exercises.get(item.exercise), unit),
        because=told(item.because, library),
    )
