"""The types of content, as dataclasses that nothing changes. The loader reads TOML into them, strictly."""

from gradus.library.types.common import Certainty, Count, Source, Text, Threshold, Units
from gradus.library.types.exercises import Entry, Exercise, ExerciseTexts, Mistake, StartDose
from gradus.library.types.knowledge import Answer, Claim, Topic
from gradus.library.types.measures import Measure, MeasureItem, Norm, ReviewRules
from gradus.library.types.planning import ChangeCosts, Objective, PlanningRules, Wish
from gradus.library.types.programmes import Phase, Programme, SessionShape, Slot
from gradus.library.types.progression import (
    DeloadRules,
    EffortRules,
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
    Clause,
    Compare,
    Condition,
    Contradiction,
    Item,
    LimitSpec,
    SafetyNet,
    Screen,
    ScreeningRules,
    ScreenRule,
)
from gradus.library.types.simulation import PersonModel
from gradus.library.types.steps import StepRow, StepTable, Way, When
from gradus.library.types.studies import Outcome, Study
from gradus.library.types.watching import FaultRule, Watch, WatchingRules
from gradus.library.types.words import CountryNumbers, EmergencyNumbers, SearchWords

__all__ = [
    "ActionText",
    "AllOf",
    "Answer",
    "AnyOf",
    "AtLeast",
    "Certainty",
    "ChangeCosts",
    "Claim",
    "Clause",
    "Compare",
    "Condition",
    "Contradiction",
    "Count",
    "CountryNumbers",
    "DeloadRules",
    "EffortRules",
    "EmergencyNumbers",
    "Entry",
    "Exercise",
    "ExerciseTexts",
    "FaultRule",
    "FlareRules",
    "IrritabilityRules",
    "Item",
    "LimitSpec",
    "Measure",
    "MeasureItem",
    "MissedTime",
    "Mistake",
    "MorningRules",
    "Norm",
    "Objective",
    "Outcome",
    "PainLimits",
    "PersonModel",
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
    "SearchWords",
    "SessionShape",
    "Slot",
    "Source",
    "StartDose",
    "StepRow",
    "StepTable",
    "Study",
    "Text",
    "Threshold",
    "Topic",
    "Units",
    "Watch",
    "WatchingRules",
    "Way",
    "When",
    "Wish",
]
