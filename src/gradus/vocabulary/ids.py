"""Names of things. Content ids are kebab-case and equal their file's name; fact ids are UUIDs as text."""

from typing import NewType

FactId = NewType("FactId", str)
PersonId = NewType("PersonId", str)

AnswerId = NewType("AnswerId", str)
ClaimId = NewType("ClaimId", str)
ContradictionId = NewType("ContradictionId", str)
ExerciseId = NewType("ExerciseId", str)
ItemId = NewType("ItemId", str)
LimitId = NewType("LimitId", str)
MeasureId = NewType("MeasureId", str)
PersonModelId = NewType("PersonModelId", str)
PhaseId = NewType("PhaseId", str)
ProgrammeId = NewType("ProgrammeId", str)
RuleId = NewType("RuleId", str)
ScreenId = NewType("ScreenId", str)
SourceId = NewType("SourceId", str)
StudyId = NewType("StudyId", str)
ThresholdId = NewType("ThresholdId", str)
"""A threshold's address in the library, as in `progression/pain-limits.acceptable_during`."""

LibraryVersion = NewType("LibraryVersion", str)
"""The first 16 hex digits of the SHA-256 over every file's path and bytes, in order of path."""
