"""The types of content, as frozen dataclasses. The loader reads TOML into them, strictly."""

from gradus.library.types.common import Count, Source, Text, Threshold, Units
from gradus.library.types.exercises import Entry, Exercise, ExerciseTexts, Mistake, StartDose
from gradus.library.types.measures import Measure, ReviewRules
from gradus.library.types.planning import ChangeCosts, Objective, PlanningRules, Wish
from gradus.library.types.programmes import Phase, Programme, SessionShape, Slot
from gradus.library.types.progression import (
    FlareRules,
    IrritabilityRules,
    MissedTime,
    MorningRules,
    PainLimits,
    Raises,
)
from gradus.library.types.rules import Rule
from gradus.library.types.screening import (
    ActionText,
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Item,
    LimitSpec,
    SafetyNet,
    Screen,
    ScreeningRules,
    ScreenRule,
)

__all__ = [
    "ActionText",
    "AllOf",
    "AnyOf",
    "AtLeast",
    "ChangeCosts",
    "Compare",
    "Condition",
    "Count",
    "Entry",
    "Exercise",
    "ExerciseTexts",
    "FlareRules",
    "IrritabilityRules",
    "Item",
    "LimitSpec",
    "Measure",
    "MissedTime",
    "Mistake",
    "MorningRules",
    "Objective",
    "PainLimits",
    "Phase",
    "PlanningRules",
    "Programme",
    "Raises",
    "ReviewRules",
    "Rule",
    "SafetyNet",
    "Screen",
    "ScreenRule",
    "ScreeningRules",
    "SessionShape",
    "Slot",
    "Source",
    "StartDose",
    "Text",
    "Threshold",
    "Units",
    "Wish",
]
