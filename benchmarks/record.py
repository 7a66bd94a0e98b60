"""Lines to facts to history: a month, a year and ten years. Aim: 500,000 facts a second or better, flat."""

from benchmarks.lives import YEAR, life
from benchmarks.telling import tell, timed
from gradus.record.checks import faults
from gradus.record.codec import decode, encode_all
from gradus.record.history import add, fold

SPANS = {"1 month": 30, "1 year": YEAR, "10 years": 10 * YEAR}
AIM_US = 2.0
"""Microseconds a fact: 500,000 facts a second."""


def main() -> None:
    """Print the medians with their spread for each span."""
    for span, days in SPANS.items():
        _span(span, days)


def _span(span: str, days: int) -> None:
    facts = life(days)
    lines, count = encode_all(facts), len(facts)
    history, last = fold(facts), facts[-1].day
    evening = [fact for fact in facts if fact.day == last and fact.corrects is None]
    before = fold(fact for fact in facts if fact.day != last)
    print(f"{span}: {count:,} facts, {len(lines) / 1e6:.1f} MB")
    both = tell("  decode and fold", timed(lambda: fold(decode(lines).facts)), aim_ms=count * AIM_US / 1000)
    print(f"    {both / count * 1e6:.2f} µs a fact, {count / both:,.0f} facts a second")
    tell("  decode", timed(lambda: decode(lines)))
    tell("  fold", timed(lambda: fold(facts)))
    tell("  look for faults", timed(lambda: faults(history, last)))
    tell(f"  add the {len(evening)} facts of a day", timed(lambda: add(before, *evening)))
