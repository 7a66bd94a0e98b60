"""Overlays, versions, layers and addresses."""

from gradus.library.files import files
from gradus.library.load import Overlay, load, packaged, read
from gradus.vocabulary.ids import RuleId, ThresholdId
from gradus.vocabulary.scales import Action
from tests.unit.library.small import SOURCE, small

RULE = "rules/settled.toml"


def test_an_overlay_replaces_the_file_at_its_path_and_the_last_one_wins() -> None:
    ours, theirs = (small()[RULE].replace("went well", words) for words in ("was fine", "was good"))
    library = read(small(), Overlay("oak", {RULE: ours}), Overlay("elm", {RULE: theirs}))
    assert library.rules[RuleId("settled")].says == "{exercise} was good for {days} days."
    assert [layer.name for layer in library.layers] == ["gradus_library", "oak", "elm"]
    assert len({layer.hash for layer in library.layers} | {library.version}) == 4


def test_an_overlay_adds_a_file() -> None:
    path = "sources/tester-1999.toml"
    library = read(small(), Overlay("oak", {path: SOURCE.format(id="tester-1999", read="full")}))
    assert path in files(library)


def test_without_overlays_the_version_is_the_hash_of_the_packaged_layer() -> None:
    library = read(small())
    assert [layer.hash for layer in library.layers] == [library.version]
    assert len(library.version) == 16
    assert set(library.version) <= set("0123456789abcdef")


def test_the_version_tells_a_moved_boundary_between_files() -> None:
    one = read(small() | {"sources/tester-2019.toml": small()["sources/tester-2019.toml"] + "# a"})
    other = read(small() | {"sources/tester-2020.toml": small()["sources/tester-2020.toml"] + "# a"})
    assert one.version != other.version


def test_every_threshold_has_an_address() -> None:
    assert set(read(small()).thresholds) >= {
        ThresholdId("exercises/high-bridge.entry"),
        ThresholdId("measures/hold.mdc95"),
        ThresholdId("programmes/little.first.weeks"),
        ThresholdId("progression/pain-limits.acceptable_during"),
        ThresholdId("screening/limits/short-holds.max_hold_s"),
        ThresholdId("screening/rules/pressure.systolic"),
    }


def test_screens_stand_in_their_order_and_actions_under_their_level() -> None:
    library = read(small())
    assert [screen.id for screen in library.screens] == ["first", "second"]
    assert list(library.items) == ["numb", "fever", "fever-long", "pressure"]
    assert library.actions[Action.SAME_DAY].id == "a1"


def test_a_reason_fills_the_sentence_and_cites() -> None:
    reason = read(small()).reason(RuleId("settled"), exercise="A bridge", days=3)
    assert (reason.says, reason.cites) == ("A bridge went well for 3 days.", ("tester-2020",))


def test_everything_packaged_is_loaded_and_found_again_at_its_path() -> None:
    assert list(files(load())) == list(packaged())


def test_the_files_of_a_library_are_what_was_read() -> None:
    assert list(files(read(small()))) == sorted(small())


def test_a_library_is_told_in_one_line() -> None:
    """So that a failing property can show its example: whole, the library is longer than a run may print."""
    assert len(repr(load())) < 60
