"""The report: every fault of every file, at once, under each other."""

import pytest

from gradus.library.load import ContentFault, Overlay, read
from tests.unit.library.small import small


def test_all_faults_are_told_at_once_under_their_files() -> None:
    texts = small()
    low = texts["exercises/low-bridge.toml"]
    texts["exercises/low-bridge.toml"] = low.replace("sets = 2", 'sets = "two"\ntemp = 1')
    texts["rules/settled.toml"] = texts["rules/settled.toml"].replace("tester-2020", "tester-2021")
    with pytest.raises(ContentFault) as raised:
        read(texts)
    assert str(raised.value) == (
        "gradus_library/exercises/low-bridge.toml: 2 faults\n"
        '  dose.sets   is "two"; write a whole number, 1 or more\n'
        "  dose.temp   is not a key here; allowed: kind, sets, rest_s, basis, reps, seconds, metres, hold_s, "
        'tempo, reserve, load, cites, confidence, note; did you mean "tempo"?\n'
        "gradus_library/rules/settled.toml: 1 fault\n"
        '  cites[0]   names "tester-2021", which sources/ does not have; did you mean "tester-2020"?'
    )


def test_a_fault_of_an_overlay_is_told_under_the_overlays_name() -> None:
    with pytest.raises(
        ContentFault, match=r"^oak-clinic/rules/settled.toml: 1 fault\n  line 1   is not TOML"
    ) as raised:
        read(small(), Overlay("oak-clinic", {"rules/settled.toml": "says ="}))
    assert len(raised.value.faults) == 1
