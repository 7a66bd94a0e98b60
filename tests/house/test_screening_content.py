"""The safety questions are short, every answer leads somewhere, and who is stopped is told where to go."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.house.content import LIBRARY, Table, files
from tests.house.every import of_every

MOST_PAGES = 10
MOST_WORDS = 350
PAGE_FOOT = "None of these. Not sure."
"""What every page adds to its tick list, in words or in the like of them."""
WAYS = ("above", "reaching", "below")

SCREENS = files("screening/screens")
RULES = files("screening/rules")
LIMITS = files("screening/limits")
ACTIONS = files("screening/actions")
ITEMS = {item["id"]: item for page in SCREENS.values() for item in page["items"]}
EMERGENCIES = sorted(id_ for id_, item in ITEMS.items() if item["kind"] == "emergency")

SEEN = r"(doctor|nurse|maternity unit|midwife)"
SOON = r"\b(today|now)\b"
GOES = {
    0: r"emergency number|emergency department|maternity unit",
    1: f"{SEEN}.*{SOON}|{SOON}.*{SEEN}",
    2: r"appointment|ask (your|the)|ring your|speak to a doctor",
}
"""By level: where a person who is stopped goes, and how soon where it is urgent."""


def leaves(condition: Any) -> Iterator[Any]:
    """The items and comparisons of a condition."""
    if isinstance(condition, str) or "number" in condition:
        yield condition
        return
    for key in ("any", "all", "of"):
        for part in condition.get(key, ()):
            yield from leaves(part)


def named(rule: Table) -> set[str]:
    return {leaf if isinstance(leaf, str) else leaf["number"] for leaf in leaves(rule["when"])}


def holds(condition: Any, rule: Table, yes: set[str], numbers: Mapping[str, float]) -> bool:
    """Whether a condition holds when `yes` is ticked and everything else is answered "no"."""
    if isinstance(condition, str):
        return condition in yes
    if "number" in condition:
        value = numbers.get(condition["number"])
        way = next(way for way in WAYS if way in condition)
        limit = rule["thresholds"][condition[way]]["value"]
        compared = {
            "above": lambda: value > limit,
            "reaching": lambda: value >= limit,
            "below": lambda: value < limit,
        }
        return value is not None and bool(compared[way]())
    parts = [
        holds(part, rule, yes, numbers) for key in ("any", "all", "of") for part in condition.get(key, ())
    ]
    needed = len(parts) if "all" in condition else condition.get("at_least", 1)
    return sum(parts) >= needed


def fired(*yes: str, age: float = 40, **numbers: float) -> dict[str, int]:
    """The rules that speak, with their levels."""
    given = {"age-years": age, **{key.replace("_", "-"): value for key, value in numbers.items()}}
    return {id_: rule["action"] for id_, rule in RULES.items() if holds(rule["when"], rule, set(yes), given)}


def lineage(item: str) -> tuple[str, ...]:
    """The item and what it follows, up to a question that everyone is asked."""
    after = ITEMS[item].get("after")
    return (item, *lineage(after)) if after else (item,)


def words_with_nothing_to_report() -> int:
    """A page that holds follow-ups alone is never shown to this person."""
    read = []
    for page in SCREENS.values():
        first = [item["words"] for item in page["items"] if "after" not in item]
        read += [page["title"], page["ask"], PAGE_FOOT, *first] if first else []
    return sum(len(text.split()) for text in read)


def test_the_pages_are_few_and_numbered_in_a_row() -> None:
    assert len(SCREENS) <= MOST_PAGES
    assert sorted(page["order"] for page in SCREENS.values()) == list(range(1, len(SCREENS) + 1))


def test_a_person_with_nothing_to_report_reads_few_words() -> None:
    assert words_with_nothing_to_report() <= MOST_WORDS


def test_a_person_with_nothing_to_report_fires_no_rule() -> None:
    assert fired() == {}


@of_every(EMERGENCIES)
def test_an_emergency_question_can_be_put_in_other_words(item: str) -> None:
    asked = ITEMS[item]
    assert asked["again"].endswith("?")
    assert asked["again"] != asked["words"]


def test_only_emergency_questions_are_put_again() -> None:
    assert {id_ for id_, item in ITEMS.items() if "again" in item} == set(EMERGENCIES)


def test_every_question_decides_something() -> None:
    used = set().union(*(named(rule) for rule in RULES.values()))
    assert set(ITEMS) == used


@of_every([each for each in EMERGENCIES if each != "sudden-severe-pain"])
def test_an_emergency_answered_yes_alone_always_stops_loaded_work(item: str) -> None:
    assert min(fired(*lineage(item)).values()) <= 2


def test_sudden_severe_pain_alone_is_trained_lightly_and_with_anything_beside_it_is_urgent() -> None:
    assert set(fired("sudden-severe-pain").values()) == {3}
    for beside in (
        "sudden-belly-or-side-pain",
        "smokes-now",
        "high-blood-pressure",
        "fainting",
        "throbbing-belly",
    ):
        assert min(fired("sudden-severe-pain", beside).values()) <= 1, beside
    assert min(fired("sudden-severe-pain", age=61).values()) == 0


@of_every([id_ for id_ in ITEMS if ITEMS[lineage(id_)[-1]]["kind"] == ITEMS[id_]["kind"] == "background"])
def test_no_condition_or_medicine_alone_is_an_emergency(item: str) -> None:
    assert min(fired(*lineage(item)).values(), default=4) >= 2


def test_fragile_bones_without_an_event_never_stop_anyone() -> None:
    levels = fired("female", "osteoporosis", "spine-fracture", "steroids", "fall-in-last-year", age=85)
    assert min(levels.values()) == 3


@pytest.mark.parametrize(
    "event", ["small-injury", "bruise-over-spine", "lost-height", "strain-with-osteoporosis"]
)
def test_fragile_bones_and_an_event_are_seen_the_same_day(event: str) -> None:
    assert min(fired("osteoporosis", event).values()) == 1


@pytest.mark.parametrize(
    ("sign", "level"), [("sudden-severe-pain", 0), ("fainting", 0), ("inner-organ-signs", 1)]
)
def test_in_pregnancy_pain_and_bleeding_are_urgent_wherever_they_are_ticked(sign: str, level: int) -> None:
    assert min(fired("pregnant", sign).values()) == level


def test_a_plain_cold_rests_and_is_over_by_itself() -> None:
    assert fired("fever") == {"fever-today": 2}
    passing = {id_ for id_, rule in RULES.items() if "passes_after" in rule}
    assert passing == {"fever-today"}


def follow_ups(page: str) -> list[str]:
    return [item["id"] for item in SCREENS[page]["items"]]


def test_whatever_weighs_on_a_person_never_locks() -> None:
    weighs = fired("weighs-on-you", *follow_ups("how-it-weighs-on-you"))
    assert min(weighs.values()) == 3


def test_thoughts_of_self_harm_are_asked_of_a_low_mood_alone_and_on_a_page_of_their_own() -> None:
    assert follow_ups("one-more-question") == ["thoughts-of-self-harm"]
    assert lineage("thoughts-of-self-harm") == ("thoughts-of-self-harm", "low-mood", "weighs-on-you")
    told = RULES["thoughts-of-self-harm"]["do"]
    assert "crisis line" in told
    assert "call your local emergency number" in told.lower()


@pytest.mark.parametrize(("signs", "level"), [(2, None), (3, 4), (4, 3), (9, 3)])
def test_signs_of_inflammation_ask_and_never_lock(signs: int, level: int | None) -> None:
    found = fired("long-pain-begun-early", *follow_ups("long-back-pain")[:signs])
    assert min(found.values(), default=None) == level


def test_a_page_that_tells_of_something_new_says_what_counts_after_an_examination() -> None:
    new = {
        id_
        for id_, page in SCREENS.items()
        if any(item["kind"] in ("emergency", "event") and "after" not in item for item in page["items"])
    }
    assert new == {id_ for id_, page in SCREENS.items() if page.get("once_examined")}


@of_every(sorted(RULES))
def test_a_rule_compares_with_thresholds_of_its_own_and_leaves_none_over(id_: str) -> None:
    rule = RULES[id_]
    compares = [leaf for leaf in leaves(rule["when"]) if not isinstance(leaf, str)]
    used = {leaf[way] for leaf in compares for way in WAYS if way in leaf}
    assert used == set(rule.get("thresholds", {}))


@of_every(sorted(RULES))
def test_a_rule_asks_only_what_is_on_a_page(id_: str) -> None:
    assert named(RULES[id_]) <= set(ITEMS)


@of_every([id_ for id_, rule in RULES.items() if rule["action"] <= 2])
def test_whoever_is_stopped_is_told_where_to_go(id_: str) -> None:
    rule = RULES[id_]
    assert re.search(GOES[rule["action"]], rule["do"].lower(), re.DOTALL), rule["do"]


@of_every([id_ for id_, rule in RULES.items() if rule["action"] == 0])
def test_an_emergency_rule_lets_nobody_drive_alone(id_: str) -> None:
    says = RULES[id_]["do"].lower()
    drives = "not drive" in says or "call your local emergency number" in says
    assert drives, says


@of_every(sorted(RULES))
def test_a_rule_is_named_in_words(id_: str) -> None:
    assert RULES[id_]["id"] == id_
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", id_)


def test_no_two_rules_say_the_same() -> None:
    for key in ("notices", "says"):
        said = [rule[key] for rule in RULES.values()]
        assert len(said) == len(set(said)), key


def test_every_limit_is_brought_by_a_rule_or_by_not_knowing() -> None:
    brought = {limit for rule in RULES.values() for limit in rule.get("limits", ())}
    assert brought | {"until-known"} == set(LIMITS)


def test_unknown_blood_pressure_brings_short_holds_and_a_flowing_breath_and_nothing_more() -> None:
    rules = [rule for rule in RULES.values() if rule["when"] == "high-blood-pressure"]
    assert [rule["limits"] for rule in rules] == [["no-long-holds", "no-breath-holding"]]


def test_there_is_a_page_of_help_for_every_level() -> None:
    assert {text["level"] for text in ACTIONS.values()} == set(range(5))
    for level in (0, 1, 2):
        assert "clinician" in ACTIONS[f"a{level}"]["ends"]


def test_every_source_of_a_rule_or_limit_has_a_card() -> None:
    cited = {source for part in (*RULES.values(), *LIMITS.values()) for source in part.get("cites", ())}
    cited |= {
        s for rule in RULES.values() for t in rule.get("thresholds", {}).values() for s in t.get("cites", ())
    }
    assert {source for source in cited if not (LIBRARY / "sources" / f"{source}.toml").is_file()} == set()
