"""What is known of a person: their profile facts, the last word on each point counting."""

from dataclasses import dataclass

from gradus.record.facts import Profile
from gradus.record.history import History
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Caution, Equipment, Pattern, Position, Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The profile after all its facts. None means that it was never said; an empty tuple says "none"."""

    equipment: tuple[Equipment, ...] | None = None
    bands: tuple[str, ...] | None = None
    dumbbells_kg: tuple[float, ...] | None = None
    kettlebells_kg: tuple[float, ...] | None = None
    barbell_kg: float | None = None
    plates_kg: tuple[float, ...] | None = None
    machine_step_kg: float | None = None
    minutes: int | None = None
    days: tuple[Weekday, ...] | None = None
    cannot_take: tuple[Position, ...] | None = None
    provoked_by: tuple[Caution, ...] | None = None
    likes: tuple[ExerciseId, ...] | None = None
    dislikes: tuple[ExerciseId, ...] | None = None
    goals: tuple[str, ...] | None = None
    goal_patterns: tuple[Pattern, ...] | None = None
    usual_pain_0_10: int | None = None
    eases_within_minutes: int | None = None
    trains_already: bool | None = None
    runs: bool | None = None
    runs_on: tuple[Weekday, ...] | None = None
    long_run_on: tuple[Weekday, ...] | None = None
    weight_unit: str | None = None
    country: str | None = None
    mode: str | None = None


def person(history: History) -> Person:
    """The person as their profile facts tell."""
    return history.kept.of(_person, history.of(Profile))


def _person(told: tuple[Profile, ...]) -> Person:
    points: dict[str, object] = {}
    for fact in told:
        for name in Person.__dataclass_fields__:
            if (said := getattr(fact, name)) is not None:
                points[name] = said
    return Person(**points)  # type: ignore[arg-type]
