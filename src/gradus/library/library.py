"""The library: all content, read-only, with the version that every decision names."""

from collections.abc import Mapping
from dataclasses import dataclass

from gradus.library.agreeing import agreeing
from gradus.library.types import (
    ActionText,
    Answer,
    Claim,
    Contradiction,
    DeloadRules,
    EffortRules,
    EmergencyNumbers,
    Exercise,
    FlareRules,
    IrritabilityRules,
    Item,
    LimitSpec,
    Measure,
    MissedTime,
    MorningRules,
    Objective,
    PainLimits,
    PersonModel,
    PlanningRules,
    Programme,
    Raises,
    ReviewRules,
    Rule,
    SafetyNet,
    Screen,
    ScreeningRules,
    ScreenRule,
    SearchWords,
    Source,
    StepTable,
    Study,
    Threshold,
    WatchingRules,
)
from gradus.vocabulary.ids import (
    AnswerId,
    ClaimId,
    ContradictionId,
    ExerciseId,
    ItemId,
    LibraryVersion,
    LimitId,
    MeasureId,
    PersonModelId,
    ProgrammeId,
    RuleId,
    SourceId,
    StudyId,
    ThresholdId,
)
from gradus.vocabulary.reasons import LONGEST, Reason
from gradus.vocabulary.scales import Action


@dataclass(frozen=True, slots=True)
class Layer:
    """The packaged content, or an overlay, with a hash of its own."""

    name: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Library:
    """All that was loaded. `thresholds` holds every number that decides, by its address. It is told by its
    version: written out it is longer than a failing test can show."""

    version: LibraryVersion
    layers: tuple[Layer, ...]
    sources: Mapping[SourceId, Source]
    claims: Mapping[ClaimId, Claim]
    answers: Mapping[AnswerId, Answer]
    screens: tuple[Screen, ...]
    items: Mapping[ItemId, Item]
    screen_rules: Mapping[RuleId, ScreenRule]
    actions: Mapping[Action, ActionText]
    safety_net: SafetyNet
    screening: ScreeningRules
    limits: Mapping[LimitId, LimitSpec]
    contradictions: Mapping[ContradictionId, Contradiction]
    exercises: Mapping[ExerciseId, Exercise]
    programmes: Mapping[ProgrammeId, Programme]
    measures: Mapping[MeasureId, Measure]
    rules: Mapping[RuleId, Rule]
    pain: PainLimits
    mornings: MorningRules
    raises: Raises
    steps: StepTable
    flare: FlareRules
    missed: MissedTime
    deload: DeloadRules
    effort: EffortRules
    irritability: IrritabilityRules
    planning: PlanningRules
    objective: Objective
    reviews: ReviewRules
    watching: WatchingRules
    search_words: SearchWords
    emergency: EmergencyNumbers
    person_models: Mapping[PersonModelId, PersonModel]
    studies: Mapping[StudyId, Study]
    thresholds: Mapping[ThresholdId, Threshold]

    def __repr__(self) -> str:
        return f"Library(version={self.version!r})"

    def reason(self, rule: RuleId, **values: object) -> Reason:
        """The rule's sentence with its values filled in, and what the rule rests on."""
        return self.filled(rule, values)

    def filled(self, rule: RuleId, values: Mapping[str, object]) -> Reason:
        """The rule's sentence, its values looked up as it names them. What people wrote into it may be long;
        the sentence is cut where a record keeps no more."""
        found = self.rules[rule]
        says = agreeing(found.says, values).format_map(values) if "{" in found.says else found.says
        short = says if len(says) <= LONGEST else f"{says[: LONGEST - 1]}…"
        return Reason(rule, short, found.cites)
