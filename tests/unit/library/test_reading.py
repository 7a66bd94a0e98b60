"""One file at a time: what the reader takes, what it refuses, and what it says."""

import json
from datetime import date

import pytest

from gradus.library.load import load, read
from gradus.library.places import SINGLES
from gradus.library.types import AllOf, AnyOf, AtLeast, Compare
from gradus.vocabulary.ids import ExerciseId, RuleId, SourceId
from gradus.vocabulary.scales import Equipment, Pattern
from tests.unit.library.small import faults, small, told

LOW = "exercises/low-bridge.toml"
INFECTION = "screening/rules/infection.toml"
EXERCISE_KEYS = (
    "id, code, pattern, position, lumbar_rank, muscles, dose, en, reviewed_by, reviewed_on, needs, "
    "one_sided, alternating, basic, earned, easier, harder, ladder, entry, cautions, cites, "
    "movement"
)
CONDITION = (
    "text in quotes, or a table with any, or a table with all, or a table with "
    "at_least, of, or a table with number"
)


def test_the_small_library_has_no_fault() -> None:
    assert faults(small()) == []


def test_text_becomes_enums_lists_become_tuples_and_whole_numbers_become_floats() -> None:
    library = read(small())
    exercise = library.exercises[ExerciseId("low-bridge")]
    assert exercise.pattern is Pattern.BRIDGE
    assert exercise.needs == (Equipment.MAT,)
    assert exercise.dose.range == (8, 12)
    assert isinstance(library.measures[next(iter(library.measures))].highest, float)


def test_conditions_are_read_at_every_depth() -> None:
    library = read(small())
    assert library.screen_rules[RuleId("infection")].when == AnyOf(
        any=("fever-long", AllOf(all=("fever", "numb")), AtLeast(at_least=1, of=("fever",)))  # type: ignore[arg-type]
    )
    assert library.screen_rules[RuleId("pressure")].when == Compare(number="pressure", reaching="systolic")  # type: ignore[arg-type]


def test_a_date_is_a_date_without_quotes() -> None:
    texts = small()
    signed = 'reviewed_by = "Dr Tester"\nreviewed_on = 2026-03-01'
    texts["rules/settled.toml"] = texts["rules/settled.toml"].replace('reviewed_by = ""', signed)
    assert read(texts).rules[RuleId("settled")].reviewed_on == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (LOW, "sets = 2", 'sets = "two"', 'dose.sets  is "two"; write a whole number, 1 or more'),
        (LOW, "sets = 2", "sets = true", "dose.sets  is true; write a whole number, 1 or more"),
        (LOW, "sets = 2", "sets = 2.0", "dose.sets  is 2.0; write a whole number, 1 or more"),
        (LOW, "sets = 2", "sets = 0", "dose.sets  is 0; write a whole number, 1 or more"),
        (LOW, "lumbar_rank = 1", "lumbar_rank = 5", "lumbar_rank  is 5; write a whole number from 0 to 4"),
        (LOW, "sets = 2", "", "dose.sets  is missing; write a whole number, 1 or more"),
        (LOW, 'setup = "Lie down."', 'setup = ""', 'en.setup  is ""; write text in quotes'),
        (
            LOW,
            'pattern = "bridge"',
            'pattern = "brigde"',
            'pattern  is "brigde"; write one of: calm, walk, anti-extension, anti-rotation, '
            "lateral, bridge, hinge, "
            'hip, squat, pull, balance, extension, mobility; did you mean "bridge"?',
        ),
        (
            LOW,
            'code = "B01"',
            'code = "B01"\nlader = "alone"',
            f'lader  is not a key here; allowed: {EXERCISE_KEYS}; did you mean "ladder"?',
        ),
        (LOW, 'code = "B01"', 'code = "B01"\nladder = "solo"', 'ladder  is "solo"; write "alone"'),
        (LOW, 'code = "B01"', 'code = "B01"\none_sided = 1', "one_sided  is 1; write true or false"),
        (
            LOW,
            'steps = ["Lift.", "Lower."]',
            'steps = ["Lift."]',
            "en.steps  is a list of 1; write a list of 2 or more; each part is text in quotes",
        ),
        (
            LOW,
            "reps = [8, 12]",
            "reps = [8]",
            "dose.reps[1]  is missing; write a whole number, 1 or more",
        ),
        (
            LOW,
            "reps = [8, 12]",
            "reps = [8, 12, 15]",
            "dose.reps  is a list of 3; write a list of 2; each part is a whole number, 1 or more",
        ),
        (
            LOW,
            'mistakes = [{ what = "Arching", feels = "Back", instead = "Less." }]',
            'mistakes = ["Arching"]',
            'en.mistakes[0]  is "Arching"; write a table with what, feels, instead',
        ),
        (
            LOW,
            'needs = ["mat"]',
            "needs = {}",
            "needs  is a table with nothing; write a list; each part is one of: anchor, ball, band, "
            "barbell, belt-squat, bench, box, cable, chair, cycle, dumbbell, kettlebell, lumbar-machine, "
            "machine, mat, pad, roman-chair, slider, step, stick, strap, wall, wheel",
        ),
        (
            "rules/settled.toml",
            'reviewed_by = ""',
            'reviewed_by = ""\nreviewed_on = "2026-03-01"',
            'reviewed_on  is "2026-03-01"; write a date such as 2026-03-01, without quotes',
        ),
        (
            "rules/settled.toml",
            'notices = "pain settled"',
            "notices = 2026-03-01",
            "notices  is 2026-03-01; write text in quotes",
        ),
        (
            "rules/settled.toml",
            'cites = ["tester-2020"]',
            "cites = 2026-03-01",
            "cites  is 2026-03-01; write a list; each part is text in quotes",
        ),
        (
            "screening/rules/numbness.toml",
            'basis = "default"',
            'basis = "default"\nthresholds = 2026-03-01',
            "thresholds  is 2026-03-01; write a table; each entry is a table with value, unit, basis",
        ),
        (
            "screening/rules/pressure.toml",
            "value = 160",
            "value = nan",
            "thresholds.systolic.value  is nan; write a number",
        ),
        (
            "progression/mornings.toml",
            'baseline_days = { value = 1, unit = "count", basis = "default" }',
            "baseline_days = 7",
            "baseline_days  is 7; write a table with value, unit, basis",
        ),
        (
            "rules/settled.toml",
            'says = "{exercise} went well for {days} days."',
            f"says = {['a' * 50]}",
            "says  is a list of 1; write text in quotes",
        ),
        (
            LOW,
            'kind = "reps"',
            f'kind = "{"r" * 50}"',
            f'dose.kind  is "{"r" * 40}…"; write one of: reps, time, distance',
        ),
    ],
)
def test_a_wrong_value_is_told_with_where_what_and_what_to_do(
    path: str, old: str, new: str, says: str
) -> None:
    assert told(path, old, new) == [f"{path}  {says}"]


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        ("3", f"when  is 3; write {CONDITION}"),
        ('{ none = ["fever"] }', f"when  is a table with none; write {CONDITION}"),
        ('{ any = ["fever-long", 2] }', f"when.any[1]  is 2; write {CONDITION}"),
        ('{ all = ["fever-long"], of = 1 }', "when.of  is not a key here; allowed: all"),
        ('{ of = ["fever-long"] }', "when.at_least  is missing; write a whole number, 1 or more"),
        (
            '{ any = [{ all = [{ number = "pressure", over = "systolic" }] }] }',
            "when.any[0].all[0].over  is not a key here; allowed: number, above, reaching, below",
        ),
    ],
)
def test_a_fault_in_a_condition_is_told_of_the_form_that_was_meant(condition: str, says: str) -> None:
    line = next(line for line in small()[INFECTION].splitlines() if line.startswith("when"))
    assert told(INFECTION, line, f"when = {condition}") == [f"{INFECTION}  {says}"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('id = "a"\nid = "b"\n', "line 2  gives a key that is already given above; keep one of the two"),
        (
            'id = "a"\ntitle = \n',
            "line 2  is not TOML: invalid value; mend this line or the one before",
        ),
        (
            'id = "a"\ntitle = "caf\N{REPLACEMENT CHARACTER}"\n',
            "line 2  has a character that is not UTF-8; save it as UTF-8",
        ),
    ],
)
def test_a_text_that_is_no_toml_is_told_with_its_line(text: str, says: str) -> None:
    path = "sources/tester-2020.toml"
    assert faults(small() | {path: text}) == [f"{path}  {says}"]


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("exercise/cat.toml", '; did you mean "exercises/cat.toml"?'),
        ("progression/pain-limit.toml", '; did you mean "progression/pain-limits.toml"?'),
        ("exercises/cat.yaml", '; did you mean "exercises/cat.toml"?'),
        ("zzz", ""),
    ],
)
def test_a_file_in_no_known_place_is_a_fault(path: str, near: str) -> None:
    (fault,) = faults(small() | {path: ""})
    assert fault.startswith(f"{path}  file  is in no known place; move it to one of: answers/<id>.toml, ")
    assert fault.partition(list(SINGLES)[-1])[2] == near


def test_an_id_is_the_name_of_its_file() -> None:
    assert told("rules/settled.toml", 'id = "settled"', 'id = "calm"') == [
        'rules/settled.toml  id  is "calm"; write "settled", the name of the file'
    ]


def test_a_file_that_must_stand_and_does_not_is_told_with_what_it_holds() -> None:
    texts = small()
    del texts["screening/safety-net.toml"]
    assert faults(texts) == [
        "screening/safety-net.toml  file  is missing; write it: a table with title, says, "
        "watch_for, reviewed_by"
    ]


def test_a_thing_with_a_fault_is_still_known_by_name_to_others() -> None:
    texts = small()
    for path in ("sources/tester-2020.toml", "measures/hold.toml", "screening/screens/first.toml", LOW):
        texts[path] += "\nextra = 1\n"
    assert [line.split("  ")[1] for line in faults(texts)] == ["en.extra", "extra", "items[2].extra", "extra"]


def test_the_packaged_library_loads_and_loads_the_same_twice() -> None:
    assert load() == load()


def test_a_source_is_read_whole() -> None:
    assert read(small()).sources[SourceId("tester-2019")].read == "not-read"


@pytest.mark.parametrize("name", ["javascript:alert(1)", "a b", "A", "a--b", "x\n", "a](b)<c>", ".."])
def test_a_name_that_cannot_stand_everywhere_is_a_fault(name: str) -> None:
    text = small()["sources/tester-2020.toml"].replace('"tester-2020"', json.dumps(name))
    path = f"sources/{name}.toml"
    says = "has a name that cannot be used; write small letters, digits and single hyphens"
    assert f"{path}  file  {says}" in faults(small() | {path: text})


@pytest.mark.parametrize("sign", ["\\u001b[31m", "\\u0007", "\\u009b", "\\u202e", "\\u2066"])
def test_a_sign_that_steers_a_terminal_is_a_fault_at_any_depth(sign: str) -> None:
    says = "has a sign that is not seen and steers a terminal or turns the writing; take it out"
    path = "rules/settled.toml"
    assert told(path, "pain settled", f"pain {sign}") == [f"{path}  notices  {says}"]
    assert told(LOW, '"Lift."', f'"Lift.{sign}"') == [f"{LOW}  en  {says}"]
