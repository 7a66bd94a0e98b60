"""The quick way and the strict way to the same library, and which content goes which way."""

import pytest

from gradus.library.files import files
from gradus.library.library import Library
from gradus.library.load import ContentFault, Overlay, load, packaged, read, trust_or_read
from gradus.library.packaged import stamp
from gradus.library.version import version_of
from gradus.vocabulary.ids import RuleId
from tests.unit.library.small import changed, small

RULE = "rules/heavier-load.toml"
FAULT = f"gradus_library/{RULE}: 1 fault\n  extra   is not a key here"


def same(one: Library, other: Library) -> None:
    """Equal, and printed the same: 5 equals 5.0, and a text an enum's member, but printed they differ."""
    left, right = files(one), files(other)
    assert list(left) == list(right)
    assert [path for path in left if repr(left[path]) != repr(right[path])] == []
    assert one == other
    for name in one.__dataclass_fields__:
        assert repr(getattr(one, name)) == repr(getattr(other, name))


def edited() -> dict[str, str]:
    """The packaged content with one key that does not belong."""
    texts = packaged()
    return texts | {RULE: f"extra = 1\n{texts[RULE]}"}


def test_the_packaged_content_comes_out_the_same_both_ways() -> None:
    texts = packaged()
    same(trust_or_read(texts, checked=version_of(texts)), read(texts))


def test_every_form_of_content_comes_out_the_same_both_ways() -> None:
    signed = 'reviewed_by = "Dr Tester"\nreviewed_on = 2026-03-01'
    texts = changed("rules/settled.toml", 'reviewed_by = ""', signed)
    same(trust_or_read(texts, checked=version_of(texts)), read(texts))


def test_checked_content_is_not_checked_again() -> None:
    texts = changed("exercises/low-bridge.toml", "lumbar_rank = 1", "lumbar_rank = 9")
    assert trust_or_read(texts, checked=version_of(texts)).version == version_of(texts)
    with pytest.raises(ContentFault, match="lumbar_rank"):
        trust_or_read(texts, checked=version_of(small()))


@pytest.mark.parametrize("checked", [stamp(), ""])
def test_an_edited_file_is_read_strictly_and_tells_its_fault(checked: str) -> None:
    with pytest.raises(ContentFault) as told:
        trust_or_read(edited(), checked=checked)
    assert str(told.value).startswith(FAULT)


def test_an_overlay_is_read_strictly_and_tells_its_fault() -> None:
    with pytest.raises(ContentFault) as told:
        load(Overlay("oak", {RULE: edited()[RULE]}))
    assert str(told.value).startswith(FAULT.replace("gradus_library", "oak"))


def test_an_overlay_that_holds_goes_over_the_packaged_content() -> None:
    words = packaged()[RULE].replace("notices = ", 'notices = "Ours." # ')
    library = load(Overlay("oak", {RULE: words}))
    assert library.rules[RuleId("heavier-load")].notices == "Ours."
    assert [layer.name for layer in library.layers] == ["gradus_library", "oak"]
