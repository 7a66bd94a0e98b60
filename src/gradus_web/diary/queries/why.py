"""Why an exercise has its dose, and why it is in the plan."""

from dataclasses import dataclass
from datetime import date

from gradus.journey.why import why
from gradus.record.person import person
from gradus.vocabulary.ids import ExerciseId
from gradus_web.diary.names import STEPS
from gradus_web.diary.words import Told, dose_words, told
from gradus_web.people.doors import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """The reasons of a dose and of a place in the plan."""

    name: str
    exercise: ExerciseId
    dose: str
    step: str
    on: date | None
    of_dose: tuple[Told, ...]
    of_plan: tuple[Told, ...]
    in_plan: bool


def why_page(here: Here, exercise: ExerciseId) -> WhyPage:
    """Why this exercise, for an exercise that the library has."""
    known = here.library.exercises[exercise]
    found = why(here.history, here.library, here.day, exercise)
    unit = person(here.history).weight_unit
    return WhyPage(
        name=known.en.name,
        exercise=exercise,
        dose="" if found.dose is None else dose_words(found.dose, known, unit),
        step="" if found.step is None else STEPS[found.step],
        on=found.on,
        of_dose=told(found.of_dose, here.library),
        of_plan=told(found.of_plan, here.library),
        in_plan=found.in_plan,
    )
