"""Where each kind of content lives."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from gradus.library import types

Kind: TypeAlias = Any
"""A dataclass of `gradus.library.types`. Not `type[Any]`, which mypy does not take for hashable."""

PACKAGED = "gradus_library"

FOLDERS: Mapping[str, Kind] = {
    "answers": types.Answer,
    "claims": types.Claim,
    "exercises": types.Exercise,
    "measures": types.Measure,
    "programmes": types.Programme,
    "rules": types.Rule,
    "screening/actions": types.ActionText,
    "screening/contradictions": types.Contradiction,
    "screening/limits": types.LimitSpec,
    "screening/rules": types.ScreenRule,
    "screening/screens": types.Screen,
    "simulation": types.PersonModel,
    "simulation/studies": types.Study,
    "sources": types.Source,
}
"""Folders that hold one thing a file, with its `id` as the file's name."""

SINGLES: Mapping[str, Kind] = {
    "movement/watching.toml": types.WatchingRules,
    "planning/objective.toml": types.Objective,
    "planning/planning.toml": types.PlanningRules,
    "progression/deload.toml": types.DeloadRules,
    "progression/effort.toml": types.EffortRules,
    "progression/flare.toml": types.FlareRules,
    "progression/irritability.toml": types.IrritabilityRules,
    "progression/missed-time.toml": types.MissedTime,
    "progression/mornings.toml": types.MorningRules,
    "progression/pain-limits.toml": types.PainLimits,
    "progression/raises.toml": types.Raises,
    "progression/steps.toml": types.StepTable,
    "reviews/reviews.toml": types.ReviewRules,
    "screening/safety-net.toml": types.SafetyNet,
    "screening/screening.toml": types.ScreeningRules,
    "words/emergency-numbers.toml": types.EmergencyNumbers,
    "words/search.toml": types.SearchWords,
}
"""Files that stand once, and must stand."""


def kind_at(path: str) -> Kind | None:
    """The type of content that a file at this path holds, or None where no file belongs."""
    folder, _, name = path.rpartition("/")
    return SINGLES.get(path) or (FOLDERS.get(folder) if name.endswith(".toml") else None)


def id_at(path: str) -> str:
    """The file's name without its ending, which is the id of what it holds."""
    return path.rpartition("/")[-1].removesuffix(".toml")


def path_of(kind: Kind, id_: str) -> str:
    """Where the thing of this kind and id lives."""
    return next(f"{folder}/{id_}.toml" for folder, held in FOLDERS.items() if held is kind)
