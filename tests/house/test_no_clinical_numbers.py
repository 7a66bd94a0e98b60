"""Numbers that decide about people live in the library, with unit, basis and source, never in Python.

Every number above 1 in the core must be a named constant of its module, and the name must stand below with
the reason why it is not clinical. The bounds of facts and of types of content say what can be written down at
all.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.every import of_every

CORE = Path(__file__).parents[2] / "src" / "gradus"
BOUNDS = {
    "record/bounds.py",
    "vocabulary/bounds.py",
    "record/facts.py",
    "record/explain.py",
    "record/ids.py",
    "library/types/common.py",
    "library/types/exercises.py",
    "library/types/screening.py",
    "library/types/studies.py",
    "library/types/watching.py",
}
FORMULAS = (
    "statistics/", "simulation/dice.py", "body/", "movement/drawing/", "movement/engine/angles.py",
    "movement/coursing.py", "movement/engine/carrying.py",
    "movement/engine/phases.py", "movement/engine/smoothing.py", "movement/noise.py", "movement/planting.py",
    "movement/projecting.py", "movement/recording.py", "movement/synthesis.py",
)  # fmt: skip
"""Published formulas, the order in which dice are thrown, the geometry of a drawn figure and of angles in a
picture, and what made streams are made of: nothing in them is about a person."""

NOT_CLINICAL: dict[str, str] = {
    "simulation/body.py:WEEK": "days in a week",
    "simulation/conduct.py:WEEK": "days in a week",
    "simulation/pain.py:WEEK": "days in a week",
    "simulation/studies/people.py:WEEK": "days in a week",
    "simulation/traits.py:WEEK": "days in a week",
    "vocabulary/week.py:WEEK": "days in a week",
    "library/agreeing.py:SENTENCES": "how many sentences are kept in mind",
    "planning/minutes.py:TEMPOS": "how many tempos are kept in mind",
    "evidence/index.py:FIELDS": "how much more a word counts in a title than in a text",
    "evidence/index.py:LETTERS_FOR_A_SLIP": "letters of a word that may be misspelt",
    "evidence/index.py:MEMORY": "bytes that the search may use",
    "evidence/related.py:MOST": "how many neighbours of an entry are shown",
    "evidence/search.py:EXACT": "how much more an entry counts that is the question word for word",
    "evidence/search.py:FIRST": "how much more an answer counts than other finds",
    "evidence/search.py:LOOKED_AT": "how many finds are compared word for word",
    "evidence/search.py:MOST": "how many finds are shown",
    "library/read.py:SHOWN": "letters of a wrong value that a fault shows",
    "library/types/movement.py:USUAL_PITCH": "from how high a picture is seen",
    "library/types/movement.py:USUAL_YAW": "how far a picture is turned",
    "library/version.py:HEX_DIGITS": "digits of a version",
    "measures/adherence.py:WHOLE": "percent of a whole",
    "measures/intervals.py:HIGHEST": "the upper end of the scale of pain",
    "measures/student.py:HALVES": "halvings of an interval, more than a float can tell apart",
    "measures/student.py:TWO": "both sides of a distribution; the points that fix a line",
    "measures/student.py:MANY": "degrees of freedom from which on t is normal",
    "measures/student.py:WIDEST": "wider than any t of 95 percent",
    "measures/mornings.py:DUST": "decimals that binary fractions are rounded to before a comparison",
    "journey/during.py:HIGHEST_PAIN": "the upper end of the scale of pain",
    "journey/woken.py:HALVES": "the parts into which a range of pains is cut to find where an answer changes",
    "journey/offers.py:MOVEMENTS": "how many movements one offer names",
    "journey/days.py:HOURS_IN_A_DAY": "hours in a day",
    "journey/days.py:LOOKED_AHEAD": "two weeks, in which every weekday comes",
    "library/checks/movements.py:LOOKED_AT": "how many movements are kept in mind",
    "library/checks/movements.py:CENTIMETRES": "centimetres in a metre",
    "library/checks/watching.py:PAIR": "a difference is of two",
    "movement/engine/following.py:LEAST_HZ": "of the filter; how far it lags and blunts is measured",
    "movement/engine/following.py:SCALE": "the unit in which every signal is filtered",
    "movement/engine/following.py:SHORT_WINDOW": "pictures of which the middle one is taken",
    "movement/engine/following.py:WINDOW": "pictures of which the middle one is taken",
    "movement/engine/gates.py:BODY_IN_TRUNKS": "how a body's height is guessed from its trunk",
    "movement/engine/holding.py:LEAVING": "hysteresis, so that a hold does not flicker",
    "movement/engine/joints.py:NUMBERS": "numbers that tell a joint",
    "movement/engine/joints.py:SEEN": "the place of a number in a row",
    "movement/engine/judging.py:PAIR": "the two sides of a body",
    "movement/engine/judging.py:SMOOTH_HZ": "of the filter of a whole repetition",
    "movement/engine/measuring.py:FEWEST": "pictures below which nothing is measured",
    "movement/engine/somebody.py:FIRST_LOOK": "pictures that tell how somebody stands",
    "movement/engine/somebody.py:TRUNKS": "lengths of a trunk that belong to another body",
    "movement/engine/summing.py:FEWEST": "repetitions below which no change of speed is told",
    "movement/engine/summing.py:PERCENT": "percent of a whole",
    "movement/engine/watching.py:CLOSED_AFTER_S": "when a repetition is measured at the latest",
    "movement/engine/watching.py:KEPT": "pictures that are remembered",
    "movement/engine/counting.py:FOLLOWS": "how far the range of a counted signal is followed",
    "movement/engine/counting.py:MEMORY": "how many repetitions the counter remembers",
    "movement/score.py:A_MINUTE_S": "seconds in a minute",
    "movement/score.py:LEAD_IN_S": "how long one gets ready for the first beat",
    "movement/timeline.py:SHOWN_HOLD_S": "how long a picture shows a hold whose length the dose tells",
    "movement/timeline.py:DEFAULT_WAY_S": "how fast a picture moves where no tempo is asked for",
    "planning/build.py:DAY_MINUTES": "minutes in a day, more than any session has",
    "planning/minutes.py:SECONDS_IN_A_MINUTE": "seconds in a minute",
    "planning/planner.py:SECONDS": "how long the solver may search",
    "planning/week.py:MOST_SPACED": "more sessions a week cannot all have a day between them",
    "planning/weights.py:DUST": "decimals that binary fractions are rounded to before a comparison",
    "planning/weights.py:PAIR": "a plate on each end of a bar",
    "planning/weights.py:WHOLE": "percent of a whole",
    "planning/week.py:HOURS_IN_A_DAY": "hours in a day",
    "progression/judging.py:SPARE": "check-ins told more than once a day still leave mornings enough",
    "progression/doses.py:WHOLE": "percent of a whole",
    "progression/doses.py:STEPS_S": "long times are told in half minutes or quarters, shorter ones in fives",
    "progression/words.py:TWICE": "two times is told as twice",
    "progression/doses.py:DUST": "decimals that binary fractions are rounded to before a comparison",
    "progression/ladder.py:HOURS_IN_A_WEEK": "hours in a week",
    "progression/telling.py:MINUTE_S": "seconds in a minute",
    "progression/telling.py:LONG_S": "from here on people count in minutes",
    "progression/volume.py:TWO": "a week is held against the week before it",
    "record/codec.py:TOLD": "how many bad lines are told one by one",
    "record/wanted.py:_ID_LENGTH": "characters of a UUID",
    "screening/judge.py:LIBRARIES": "how many libraries are kept in mind",
    "screening/truth.py:YES": "the order of the degrees of truth",
    "simulation/diary.py:SEVEN": "the hour at which virtual people write",
    "simulation/frozen.py:SHOWN": "digits of a hash",
    "simulation/given.py:LIBRARIES": "libraries whose plans are kept in mind",
    "simulation/given.py:MOST": "plans that are kept in mind",
    "simulation/given.py:SECONDS": "how long a search may take before a clock decides",
    "simulation/handing.py:SECONDS_AT_A_TIME": "how a compared policy lengthens a hold",
    "simulation/lab.py:LAST_WEEKS": "the weeks over which pain at the end is averaged",
    "simulation/lab.py:MONDAY": "the day on which virtual lives begin",
    "simulation/life.py:PLATES_OF_A_STACK": "how far a virtual person tries on a machine",
    "simulation/oracles.py:LEFT": "of a compared policy; nobody is treated by it",
    "simulation/oracles.py:SETS": "of a compared policy; nobody is treated by it",
    "simulation/oracles.py:TWICE": "how far beyond its range the oracle may go",
    "simulation/pain.py:HALF_TIMES": "half is left after one half-time",
    "simulation/pain.py:WORST": "the upper end of the scale of pain",
    "simulation/policies.py:BEYOND": "above the scale of pain: no limit is ever reached",
    "simulation/policies.py:EASY_RESERVE": "of a compared policy; nobody is treated by it",
    "simulation/policies.py:WHOLE": "percent of a whole",
    "simulation/studies/factorial.py:MANY": "people from whom the size of a difference is taken",
    "simulation/studies/factorial.py:OFTEN": "runs from which the size of a difference is taken",
    "simulation/studies/measuring.py:ONCE": "how many numbers are thrown for an outcome",
    "simulation/studies/people.py:A_VISIT": "how many numbers are thrown for a visit",
    "simulation/studies/people.py:FAR": "how far the tables of a distribution reach",
    "simulation/studies/people.py:FINE": "steps of the tables of a distribution",
    "simulation/studies/people.py:TRAITS": "how many numbers are thrown for a person",
    "simulation/studies/people.py:TWO": "a half-time halves; a variance is a square",
    "simulation/studies/people.py:WORST": "the upper end of the scale of pain",
    "simulation/studies/running.py:AT_ONCE": "numbers that are thrown at once",
    "simulation/studies/running.py:TIMES": "how many times effects are taken; nobody is treated by it",
    "simulation/traits.py:TWO": "a variance is a square",
    "vocabulary/reasons.py:LONGEST": "characters of a text that a record keeps",
    "vocabulary/scales.py:REVIEW_FIRST": "the name of an action level",
    "vocabulary/scales.py:WITH_LIMITS": "the name of an action level",
    "vocabulary/scales.py:NOTE": "the name of an action level",
}


def constants() -> Iterator[tuple[str, str, ast.Constant]]:
    """Every number above 1, as (module, name of the constant it belongs to or "", node)."""
    for path in sorted(CORE.rglob("*.py")):
        module = path.relative_to(CORE).as_posix()
        if module in BOUNDS or module.startswith(FORMULAS):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named: dict[ast.AST, str] = {}
        classes = (
            statement for each in tree.body if isinstance(each, ast.ClassDef) for statement in each.body
        )
        for statement in (*tree.body, *classes):
            for name, value in _assigned(statement):
                named |= dict.fromkeys(ast.walk(value), name)
        sliced = {part for each in ast.walk(tree) if isinstance(each, ast.Slice) for part in ast.walk(each)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or node in sliced:
                continue
            if isinstance(node.value, int | float) and abs(node.value) > 1:
                yield module, named.get(node, ""), node


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    value = getattr(statement, "value", None)
    for target in targets:
        if isinstance(target, ast.Name) and target.id.lstrip("_").isupper() and value is not None:
            yield target.id, value


def test_every_number_in_the_core_is_named_and_known_not_to_be_clinical() -> None:
    strays = [
        f"{module}:{node.lineno} {node.value!r}{f' in {name}' if name else ''}"
        for module, name, node in constants()
        if f"{module}:{name}" not in NOT_CLINICAL
    ]
    assert not strays, "numbers to move to the library, or to name with a reason:\n" + "\n".join(strays)


def test_the_table_names_nothing_that_is_gone() -> None:
    here = {f"{module}:{name}" for module, name, _ in constants()}
    assert set(NOT_CLINICAL) <= here


@of_every(NOT_CLINICAL.values())
def test_every_entry_has_a_reason(reason: str) -> None:
    assert reason
