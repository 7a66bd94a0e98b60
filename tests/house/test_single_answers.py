"""One answer alone locks only where the evidence says that it locks by itself.

Every question is answered "yes" by an otherwise healthy person of 40 who says "no" to all else; a follow-up
together with what it follows. What locks then stands in one of the tables below, with the row of the evidence
that says so, or with our reason where it is stricter. All the rest lets train: a weak sign alone raises
concern, and combinations raise the action."""

from collections.abc import Iterator

import pytest

from gradus.library.library import Library
from gradus.record.bounds import Answer
from gradus.screening.judge import Finding, judge
from gradus.vocabulary.ids import ItemId
from gradus.vocabulary.scales import Action

AGE = 40.0

BY_THE_EVIDENCE = {
    0: {
        "bladder-change": "CES-1",
        "bowel-change": "CES-1",
        "saddle-numbness": "CES-1",
        "sexual-change": "CES-1",
        "both-legs-numb-or-weak": "CES-1, bilateral deficit",
        "weakness-within-days": "NEU-1, rapid",
        "unsteady-within-days": "NEU-1, rapid",
        "injury-severe": "FX-1, severe",
        "chest-pain-now": "CARD, active",
        "breathless-now": "CARD, active",
        "fainting-now": "CARD, active",
        "cold-leg": "claudication: a cold, pale leg",
        "resting-leg-pain": "claudication: rest pain",
        "very-ill": "INF-1, septic",
        "smokes-now": "AAA-1, smoker with severe pain",
        "fainting-and-smoking": "AAA-1, smoker with a collapse",
        "lump-and-smoking": "AAA-1, smoker with a pulsatile mass",
        "pregnancy-bleeding-or-waters": "PREG-stop",
        "thoughts-of-self-harm": "mood: suicidality",
    },
    1: {
        "pain-down-both-legs": "CES-2",
        "weak-leg": "NEU-1",
        "unsteady-or-heavy-legs": "NEU-1, gait",
        "clumsy-hands": "NEU-3",
        "injury-midline": "FX-1, midline",
        "strain-with-osteoporosis": "FX-2, background and event",
        "strain-with-steroids": "FX-2, background and event",
        "cancer-pain-severe": "MAL-1, severe",
        "cancer-band-pain": "MSCC, band pain",
        "fever-and-worse-back": "INF-1",
        "fever-without-everyday-cause": "INF-1",
        "fever-with-raised-risk": "INF-1",
        "swollen-calf": "VTE, calf swelling",
        "chest-pain-on-breathing": "VTE, pleuritic pain",
        "recently-still": "VTE, immobility",
        "inner-organ-signs-strong": "VISC",
        "pregnancy-warning-signs": "pre-eclampsia",
        "pregnancy-dizzy": "PREG-stop",
    },
    2: {
        "chest-pain": "CARD",
        "breathless": "CARD",
        "fainting": "CARD",
        "heart-signs": "signs and symptoms of 3.5",
        "walking-calf-pain": "claudication",
        "heart-not-settled": "CV-abs",
        "aneurysm": "AAA of 3.5",
        "recent-clot-or-bleed": "DVT, PE, bleed of 3.5",
        "heart-and-inactive": "inactive with a known disease",
        "diabetes-and-inactive": "inactive with a known disease",
        "sugar-not-settled": "MET",
        "eye-bleed": "MET",
        "cancer-pain-changed": "MAL-1",
        "hernia-troublesome": "HERN",
        "recent-fracture": "FX",
        "spine-operation": "SURG",
        "operation-not-cleared": "SURG",
        "caesarean-not-cleared": "SURG, POSTP",
        "opioids-rising": "OPI",
        "fever": "SYS: no session that day",
        "inner-organ-signs": "VISC",
        "growing-despite-training": "PROG",
        "stuck-very-high": "PROG",
        "pregnancy-told-of-problem": "PREG-abs",
    },
}
STRICTER = {
    0: {"hernia-trapped": "A trapped hernia is a surgical emergency, and only who has a hernia is asked."},
    1: {
        "head-signs": "A new severe headache, lost sight or confusion is nobody's to train with.",
        "throbbing-belly": "The evidence names it with a risk; alone it waits for a look at the artery.",
        "sudden-belly-or-side-pain": "Sudden severe pain of belly or side is not from the back.",
        "baby-moving-less": "Every maternity unit asks for this call the same day.",
    },
}


def lineage(item: ItemId, library: Library) -> Iterator[ItemId]:
    """The item and what it follows."""
    yield item
    after = library.items[item].after
    if after is not None:
        yield from lineage(after, library)


def fired(item: ItemId, library: Library) -> tuple[Finding, ...]:
    """What speaks when this one is "yes" and everything else "no"."""
    yes = set(lineage(item, library))
    answers: dict[ItemId, Answer] = {
        each.id: "yes" if each.id in yes else "no" for each in library.items.values() if each.kind != "number"
    }
    return judge(answers, {ItemId("age-years"): AGE}, library).fired


def action_of(item: ItemId, library: Library) -> Action | None:
    """How urgent this one "yes" is."""
    return min((finding.action for finding in fired(item, library)), default=None)


def test_what_locks_alone_is_what_the_evidence_says_locks_alone(library: Library) -> None:
    questions = [item.id for item in library.items.values() if item.kind != "number"]
    actions = {id_: action_of(id_, library) for id_ in questions}
    locks = {id_: int(action) for id_, action in actions.items() if action is not None and action <= 2}
    tables = (BY_THE_EVIDENCE, STRICTER)
    assert locks == {id_: level for table in tables for level, of in table.items() for id_ in of}


WEAK = (
    "night-pain",
    "weight-loss",
    "growing-or-stuck-pain",
    "small-injury",
    "big-injury",
    "bruise-over-spine",
    "lost-height",
    "sudden-severe-pain",
    "smoked",
    "sudden-upper-back-pain",
    "osteoporosis",
    "spine-fracture",
    "steroids",
    "cancer",
    "one-leg-pain-or-numbness",
    "first-back-pain",
    "one-sided-sport-pain",
    "arching-sport",
    "high-blood-pressure",
    "poor-balance",
    "fall-in-last-year",
    "blood-thinners",
    "opioids-or-sedatives",
    "pregnant",
    "recent-birth",
)


@pytest.mark.parametrize("item", WEAK)
def test_a_weak_sign_alone_never_locks(item: str, library: Library) -> None:
    action = action_of(ItemId(item), library)
    assert action is None or action > Action.REVIEW_FIRST


@pytest.mark.parametrize("item", sorted(STRICTER[0] | STRICTER[1]))
def test_where_we_are_stricter_the_rule_says_so(item: str, library: Library) -> None:
    rules = [each.rule for each in fired(ItemId(item), library) if each.action <= Action.SAME_DAY]
    told = [library.screen_rules[rule].caution for rule in rules]
    assert told
    assert all("ours" in caution or "by us" in caution for caution in told), told
