"""The content in another language: what is read, what is refused, and what becomes of a text that changed."""

from collections.abc import Mapping
from dataclasses import fields

import pytest

from gradus.library.emergency import spoken_in
from gradus.library.files import files
from gradus.library.languages.reading import read_language
from gradus.library.languages.speaking import in_language
from gradus.library.languages.stamping import stamped
from gradus.library.languages.telling import teller
from gradus.library.languages.texts import fingerprint, texts_of
from gradus.library.languages.translation import Translation
from gradus.library.languages.whole import unsaid, unsigned
from gradus.library.library import Library
from gradus.library.load import ContentFault, read
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.scales import Action
from tests.unit.library.small import changed, small

NUMB = "screening/rules/numbness.toml"
FIRST = "screening/screens/first.toml"
SETTLED = "rules/settled.toml"
CALLS = "words/emergency-numbers.toml"
MATTERS = fingerprint("This matters.")
OF_THE_RULE = f"""
reviewed_by = ""
[xx]
says = "Das zählt."
[made_from]
says = "{MATTERS}"
"""


def library() -> Library:
    return read(small())


def spoken(path: str, text: str, **more: str) -> Translation:
    return read_language("xx", {path: text, **more}, library())


def faults(path: str, text: str) -> list[str]:
    """What is said of one file of words, a line for each fault."""
    with pytest.raises(ContentFault) as caught:
        spoken(path, text)
    assert {each.path for each in caught.value.faults} == {f"languages/xx/{path}"}
    return [f"{each.where}  {each.says}" for each in caught.value.faults]


def words(path: str, told: Mapping[str, str], made_from: Library) -> str:
    """A file of words, stamped as it is done by the verb."""
    lines = "".join(f"{key} = {value}\n" for key, value in told.items())
    english = texts_of(files(made_from)[path])
    return stamped("xx", f'reviewed_by = ""\n[xx]\n{lines}', english, anew=False)


def test_a_word_in_another_language_takes_the_place_of_the_english_one_and_nothing_else_changes() -> None:
    before = library()
    after = in_language(before, spoken(NUMB, OF_THE_RULE))
    rule, was = after.screen_rules[RuleId("numbness")], before.screen_rules[RuleId("numbness")]
    assert (rule.says, rule.do) == ("Das zählt.", "Do that.")
    assert (rule.action, rule.when, rule.limits) == (was.action, was.when, was.limits)
    assert after.version == before.version
    assert dict(after.thresholds) == dict(before.thresholds)


def test_no_word_of_a_language_can_touch_anything_but_words() -> None:
    """Every field that is no word is the very same thing in every language."""
    before = library()
    after = in_language(before, spoken(NUMB, OF_THE_RULE))
    speaking = {
        "screens", "items", "actions", "safety_net", "emergency", "screen_rules", "limits", "contradictions",
        "rules", "answers", "exercises", "programmes", "measures",
    }  # fmt: skip
    for field in fields(Library):
        if field.name not in speaking:
            assert getattr(after, field.name) is getattr(before, field.name), field.name


def test_words_of_a_text_that_changed_since_are_not_used() -> None:
    moved = read(changed(NUMB, "This matters.", "This matters a lot."))
    translation = read_language("xx", {NUMB: OF_THE_RULE}, moved)
    assert translation.files[NUMB].stale == ("says",)
    assert in_language(moved, translation).screen_rules[RuleId("numbness")].says == "This matters a lot."


def test_what_was_looked_at_again_counts_for_the_text_of_today() -> None:
    moved = read(changed(NUMB, "This matters.", "This matters a lot."))
    english = texts_of(moved.screen_rules[RuleId("numbness")])
    kept = stamped("xx", OF_THE_RULE, english, anew=False)
    assert MATTERS in kept
    again = stamped("xx", OF_THE_RULE, english, anew=True)
    assert MATTERS not in again
    assert read_language("xx", {NUMB: again}, moved).files[NUMB].fresh == {"says": "Das zählt."}
    assert stamped("xx", again, english, anew=False) == again


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("reviewed_by = ", "line 1  is not TOML: Invalid value; mend this line or the one before"),
        ("[xx]\n", "reviewed_by  is missing; write the name of who has read it, or nothing in quotes"),
        ('reviewed_by = ""\n', "xx  is missing; write the table [xx] with the words"),
        (
            f'reviewed_by = "A. B."\n[xx]\nsays = "Ja."\n[made_from]\nsays = "{MATTERS}"',
            "reviewed_on  and reviewed_by stand together; write both, or neither",
        ),
        (
            'reviewed_by = ""\n[xx]\nsays = "Ja."',
            "made_from.says  is missing: which English text was translated; ./dev languages writes it",
        ),
        (
            'reviewed_by = ""\n[xx]\n[made_from]\nsays = "1"',
            "made_from.says  tells of no text that stands here; ./dev languages writes it anew",
        ),
        (
            'reviewed_by = ""\n[xx]\nsay = "Ja."',
            'xx.say  is no text of the English file; it has: notices, says, do; did you mean "says"?',
        ),
        ('reviewed_by = ""\n[xx]\nsays = 3', "xx.says  is 3; write text in quotes"),
        ('reviewed_by = ""\n[xx]\nsays = ["Ja."]', "xx.says  is a list of 1; write text in quotes"),
        (
            'reviewed_by = ""\n[xx]\nsays = " "',
            "xx.says  is empty; write the words, or take it out, and the English is shown",
        ),
        (
            'reviewed_by = ""\n[xx]\nsays = "\\u202eJa."',
            "xx.says  has a sign that is not seen and steers a terminal or turns the writing; take it out",
        ),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place_and_what_to_do(text: str, says: str) -> None:
    assert faults(NUMB, text) == [says]


@pytest.mark.parametrize("key", ["action", "when", "limits", "thresholds", "id"])
def test_no_number_rule_or_id_can_stand_among_the_words(key: str) -> None:
    for text in (f'{key} = 4\nreviewed_by = ""\n[xx]\n', f'reviewed_by = ""\n[xx]\n{key} = 4\n'):
        (said,) = faults(NUMB, text)
        assert "is not a key here" in said or "is no text of the English file" in said


def test_every_fault_of_every_file_is_told_at_once() -> None:
    with pytest.raises(ContentFault) as caught:
        spoken(NUMB, "[xx]\nsays = 3", **{"rules/setled.toml": "", FIRST: 'reviewed_by = ""'})
    assert len(caught.value.faults) == 4
    assert 'did you mean "rules/settled.toml"' in str(caught.value)


@pytest.mark.parametrize(
    ("path", "told", "says"),
    [
        (SETTLED, {"says": '"{exercise} ging {tage} Tage gut."'}, "other names in braces"),
        (SETTLED, {"says": '"{exercise} ging {days} von 7 Tagen gut."'}, "other numbers in digits"),
        ("screening/actions/a0.toml", {"do": '["Rufen Sie an.", "Bleiben Sie da."]'}, "has 2 texts"),
        ("screening/actions/a0.toml", {"do": '["Rufen Sie an."]'}, "has no words for the number"),
    ],
)
def test_words_that_say_something_else_than_the_english_are_refused(
    path: str, told: dict[str, str], says: str
) -> None:
    (said,) = faults(path, words(path, told, library()))
    assert says in said


def emergency(unknown: str = '"Ihre Nummer"', **more: str) -> str:
    told = {"unknown": unknown, "several": '"{first} (oder {others})"', **more}
    return words(CALLS, told, library())


def test_whoever_is_to_be_called_is_called_as_often_as_in_english() -> None:
    act = "screening/actions/a0.toml"
    with pytest.raises(ContentFault, match='says "Ihre Nummer" 0 times'):
        spoken(act, words(act, {"do": '["Rufen Sie eine Nummer an."]'}, library()), **{CALLS: emergency()})
    found = spoken(
        act, words(act, {"do": '["Rufen Sie Ihre Nummer an."]'}, library()), **{CALLS: emergency()}
    )
    here = spoken_in("AA", in_language(library(), found))
    assert here.actions[Action.EMERGENCY_NOW].do[0] == "Rufen Sie 1 (oder 22) an."


def test_a_language_knows_its_texts_with_whatever_was_filled_in() -> None:
    rule = words(SETTLED, {"says": '"{exercise} ging {days} Tage gut."'}, library())
    act = "screening/actions/a0.toml"
    told = {act: words(act, {"do": '["Rufen Sie Ihre Nummer an."]'}, library()), CALLS: emergency()}
    tells = teller(spoken(SETTLED, rule, **told))
    assert tells("Bridge ging 2 Tage gut.")
    assert tells("Rufen Sie 999 (oder 112) an.")
    assert not tells("Bridge went well for 2 days.")
    assert not tells("Rufen Sie an.")
    assert not teller(Translation(language="xx", files={}))("Bridge went well for 2 days.")


def test_what_is_named_is_found_by_its_name_and_what_is_not_by_its_place() -> None:
    said = texts_of(library().exercises[ExerciseId("low-bridge")])
    assert said["mistakes[0].what"] == "Arching"
    assert said["name"] == "A bridge"
    assert texts_of(library().screens[0])["items.numb.again"] == "Asked again"


def test_a_language_lacks_each_text_of_the_safety_screen_until_it_says_it() -> None:
    nothing = Translation(language="xx", files={})
    lacking = unsaid(library(), nothing)
    assert f"{NUMB} says" in lacking
    assert f"{NUMB} notices" not in lacking
    assert f"{FIRST} items.numb.again" in lacking
    assert not any(each.startswith(("exercises/", "rules/settled")) for each in lacking)
    assert unsaid(library(), spoken(NUMB, OF_THE_RULE)) == tuple(
        each for each in lacking if each != f"{NUMB} says"
    )


def test_who_signed_a_language_is_told_file_by_file() -> None:
    signed = OF_THE_RULE.replace('reviewed_by = ""', 'reviewed_by = "A. Reader"\nreviewed_on = 2026-03-01')
    assert NUMB in unsigned(library(), spoken(NUMB, OF_THE_RULE))
    assert NUMB not in unsigned(library(), spoken(NUMB, signed))
    assert FIRST in unsigned(library(), spoken(NUMB, signed))
