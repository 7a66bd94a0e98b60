"""A study run again many times, as a plain table: for `--json`, and kept for the pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gradus.library.library import Library
from gradus.library.types.simulation import CourseKind
from gradus.simulation.dice import Numbers
from gradus.simulation.frozen import model_hash
from gradus.simulation.studies.factorial import sizes
from gradus.simulation.studies.measuring import Again
from gradus.simulation.studies.running import TIMES, Shown, confirmed, run, study_hash
from gradus.statistics.estimates import Estimate
from gradus.vocabulary.ids import PersonModelId, StudyId
from gradus_cli.simulate.dice import throw_runs

SEED = 7
RUNS = 10_000
DIGITS = 4
TOO_MANY = 1000
"""More people a group are computed and not simulated."""
PERSON = PersonModelId("person")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a study is run: how often, with which dice, with all that its arms do taken how many times (several
    sizes where none is said), and with which course of pain where not with its own."""

    runs: int = RUNS
    seed: int = SEED
    effect: float | None = None
    course: CourseKind | None = None


def again(library: Library, id_: StudyId, asked: Asked) -> dict[str, Any]:
    """What the runs of a study show, and from which size of its effects on half of them show a part."""
    described, model = library.studies[id_], library.person_models[PERSON]
    study = replace(described, course=asked.course) if asked.course else described
    times = TIMES if asked.effect is None else (asked.effect,)
    runs = asked.runs

    def throw(first: int, many: int, wide: int) -> Numbers:
        return throw_runs(asked.seed, first, many, wide)

    lived = Again(study, model, throw)
    shown = run(lived, runs=runs, times=times)
    reply: dict[str, Any] = {
        "study": study.id,
        "title": study.title,
        "model": model_hash(model),
        "numbers": study_hash(described),
        "seed": asked.seed,
        "runs": runs,
        "course": study.course,
        "people": int(study.people.value),
        "times": list(times),
        "cannot_tell": list(study.cannot_tell),
        "parts": [_part(each, times) for each in shown],
    }
    if study.design == "factorial" and asked.effect != 0:
        effect = 1.0 if asked.effect is None else asked.effect
        reply["sizes"] = list(_sizes(lived, runs, effect))
    return reply


def _part(shown: Shown, times: Sequence[float]) -> dict[str, Any]:
    half, (at, most) = shown.half_at(times), shown.most(times)
    return {
        "words": shown.words,
        "published": shown.published,
        "shares": [_share(each) for each in shown.shares],
        "half_at": None if half is None else round(half, 2),
        "most": {"times": at, **_share(most)},
    }


def _share(each: Estimate) -> dict[str, float]:
    return {"value": each.value, "low": round(each.low, DIGITS), "high": round(each.high, DIGITS)}


def _sizes(lived: Again, runs: int, effect: float) -> Iterator[dict[str, Any]]:
    for size in sizes(lived, effect=effect):
        tried = size.people <= TOO_MANY
        found = confirmed(lived, size, runs=runs, effect=effect) if tried else ()
        yield {
            "questions": [asked.words for asked in size.questions],
            "share": size.share,
            "people": size.people,
            "asked": size.asked,
            "found": [_share(each) for each in found],
        }
