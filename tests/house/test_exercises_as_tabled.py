"""Each exercise is as the table of the evidence has it: what is counted, sides, load on the back, cautions
and ladder. What departs from the table says why."""

from collections.abc import Iterator

from tests.house.content import Table, files
from tests.house.every import of_every

EXERCISES = {file["code"]: file for file in files("exercises").values()}
CODE_OF = {file["id"]: file["code"] for file in EXERCISES.values()}

TABLE = """
B01  T  both 0  balance                              B02
B02  T  one  0  balance                              B03
B03  T  one  0  balance                              B04
B04  T  one  0  balance                              B05
B05  R  one  1  balance,hip
B06  D  turn 0  balance
C01  T  turn 1  flexion,fragile-spine,late-pregnancy
C02  T  both 0  late-pregnancy                       C01 C03
C03  R  one  1  late-pregnancy                       C04
C04  R  turn 1  late-pregnancy                       C05
C05  R  turn 2  late-pregnancy                       C10
C06  RT one  1  wrists                               C07
C07  T  turn 2  wrists                               C08
C08  R  one  2  -
C09  T  both 1  blood-pressure,shoulder              C10
C10  T  both 2  blood-pressure                       C11 C15
C11  RT turn 2  blood-pressure
C12  R  both 2  flexion,fragile-spine,late-pregnancy
C13  RT one  2  -
C14  R  one  2  fragile-spine,knee
C15  R  both 3  extension,blood-pressure
H01  R  one  0  -                                    H02
H02  R  one  0  -                                    H03
H03  R  one  1  balance                              H04
H04  R  one  1  extension                            H06
H05  R  both 0  -
H06  D  turn 1  knee
H07  R  one  1  extension                            H08
H08  R  one  1  extension
H09  R  one  1  knee                                 K05
H10  T  one  2  hip
K01  R  both 1  knee,balance                         K02 K07 K10
K02  R  both 2  compression,knee                     K04
K03  T  both 1  blood-pressure,knee
K04  R  both 4  compression,blood-pressure,fragile-spine
K05  R  one  2  knee,balance                         K06
K06  R  one  1  knee,balance
K07  R  both 2  flexion,blood-pressure
K08  R  both 1  wrists,blood-pressure
K09  R  one  2  shoulder
K10  R  both 1  -                                    K04
L01  T  one  1  shoulder                             L02
L02  T  one  2  shoulder,blood-pressure              L03
L03  T  one  3  hip
L04  TD one  2  compression                          L05
L05  D  both 3  compression,blood-pressure
LE01 R  turn 1  extension,late-pregnancy             LE02
LE02 T  both 2  extension,late-pregnancy             LE03
LE03 R  both 3  flexion,compression,extension        LE04
LE04 R  both 3  compression
LE05 R  both 1  flexion                              LE06
LE06 R  both 0  -
LE07 R  both 0  -
LE08 R  both 1  shoulder
LE09 R  both 0  -                                    LE10
LE10 R  both 1  extension,late-pregnancy             LE07
M01  T  both 0  late-pregnancy                       M02
M02  R  both 0  -                                    M03 M04
M03  R  both 1  fragile-spine                        C06
M04  RT one  1  flexion,fragile-spine,late-pregnancy
M05  R  both 1  extension,late-pregnancy             LE02
M06  R  one  0  fragile-spine
M07  T  one  1  extension,knee
M08  T  one  0  nerve,late-pregnancy                 M09
M09  T  one  1  flexion,nerve
M10  R  one  0  nerve
M11  TD both 1  balance                              M12
M12  T  both 1  flexion
M13  R  both 0  fragile-spine
P01  RT both 1  extension,late-pregnancy             P02 P08
P02  R  turn 1  late-pregnancy                       P03
P03  R  one  2  late-pregnancy                       P04
P04  R  both 2  late-pregnancy                       P05
P05  R  both 2  -                                    P06
P06  R  both 2  knee,blood-pressure
P07  R  both 0  extension
P08  R  both 2  extension
P09  R  both 0  flexion                              P10
P10  R  both 3  flexion,compression                  P11 P14 P15
P11  R  one  2  balance
P12  R  both 3  compression,blood-pressure           P13
P13  R  both 4  compression,flexion,blood-pressure,fragile-spine
P14  RT both 3  compression,flexion
P15  R  both 4  flexion,compression
"""
"""By code: what is counted (R repetitions, T seconds, D metres), sides, lumbar rank, the cautions that it has
at least, and the exercises that are the next harder ones. More cautions are stricter and welcome."""
LETTER = {"reps": "R", "time": "T", "distance": "D"}
KEPT_APART = {
    ("B01", "B02"): "the balance programme trains the two in one session, so the one cannot become the other",
    ("LE05", "LE06"): "the supported row loads the back less, so the other way round would be no step back",
    ("H07", "H08"): "a leg that moves a machine is not begun anew by a kick without a weight",
}
"""Neighbours of the table that would fit on one ladder and stand on none, and why."""

ROWS = {row.split()[0]: row.split()[1:] for row in TABLE.strip().splitlines()}
LINKS = [(low, high) for low, (_, _, _, _, *harder) in ROWS.items() for high in harder]


def sides(file: Table) -> str:
    return "turn" if file.get("alternating") else "one" if file.get("one_sided") else "both"


def counted(file: Table) -> Iterator[str]:
    """What may be said to be counted: short holds, done several times over, are seconds and repetitions."""
    yield LETTER[file["dose"]["kind"]]
    if "hold_s" in file["dose"]:
        yield "T"


def why_unlinked(low: str, high: str) -> str:
    """Why a step of the table is none of ours: a ladder keeps one pattern, one kind of dose and one way."""
    lower, upper = EXERCISES[low], EXERCISES[high]
    if lower["pattern"] != upper["pattern"]:
        return "another pattern"
    if lower["dose"]["kind"] != upper["dose"]["kind"]:
        return "another kind of dose"
    if any(steps > 1 for steps in (ways_up(low), ways_down(high))):
        return "one of several ways"
    return KEPT_APART.get((low, high), "")


def ways_up(code: str) -> int:
    return sum(low == code for low, _ in LINKS)


def ways_down(code: str) -> int:
    return sum(high == code for _, high in LINKS)


def linked(low: str, high: str) -> bool:
    return bool(EXERCISES[low].get("harder") == EXERCISES[high]["id"])


def test_every_exercise_has_its_row() -> None:
    assert set(ROWS) == set(EXERCISES)


@of_every(ROWS)
def test_sides_load_and_what_is_counted_are_those_of_the_table(code: str) -> None:
    kinds, side, rank, *_ = ROWS[code]
    file = EXERCISES[code]
    assert (sides(file), str(file["lumbar_rank"])) == (side, rank)
    assert set(counted(file)) & set(kinds)


@of_every(ROWS)
def test_no_caution_of_the_table_is_lost(code: str) -> None:
    asked = set(ROWS[code][3].split(",")) - {"-"}
    assert asked <= set(EXERCISES[code].get("cautions", []))


@of_every(LINKS)
def test_a_step_of_the_table_is_a_step_of_a_ladder_or_has_a_reason(low: str, high: str) -> None:
    assert linked(low, high) or why_unlinked(low, high)


def test_no_ladder_has_a_step_that_the_table_does_not_know() -> None:
    ours = {
        (code, CODE_OF[file["harder"]]) for code, file in EXERCISES.items() if file.get("harder") is not None
    }
    assert ours <= set(LINKS)


def test_nothing_is_kept_apart_that_is_linked_or_unknown() -> None:
    assert set(KEPT_APART) <= {link for link in LINKS if not linked(*link)}
