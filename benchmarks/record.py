"""Lines to facts to history: a month, a year and ten years. Aim: 500,000 facts a second or better, flat.

What is kept of ten years does not fit in a processor's cache, and a month does. So ten years are also
measured against as many facts in records of a month each, all of them kept: that tells the length of a record
from the size of a memory.
"""

from functools import partial

from benchmarks.lives import YEAR, life
from benchmarks.telling import tell, timed
from gradus.record.checks import faults
from gradus.record.codec import decode, encode_all
from gradus.record.history import add, fold
from gradus.record.reading import read

SPANS = {"1 month": 30, "1 year": YEAR, "10 years": 10 * YEAR}
AIM_US = 2.0
"""Microseconds a fact: 500,000 facts a second."""


def main() -> None:
    """Print the medians with their spread for each span."""
    for span, days in SPANS.items():
        _span(span, days)
    _like_for_like()


def _like_for_like() -> None:
    months, years = _months_of_ten_years()
    print(f"{len(months)} records of a month, all kept, and one of ten years")
    for name, lines in (("records of a month", months), ("one of ten years", [years])):
        count = sum(each.count(b"\n") for each in lines)
        took = tell(f"  {name}", timed(partial(_read_all, lines)))
        print(f"    {took / count * 1e6:.2f} µs a fact")


def _read_all(records: list[bytes]) -> list[object]:
    return [read(each) for each in records]


def _months_of_ten_years() -> tuple[list[bytes], bytes]:
    month, years = encode_all(life(SPANS["1 month"])), encode_all(life(SPANS["10 years"]))
    return [bytes(bytearray(month)) for _ in range(round(len(years) / len(month)))], years


def _span(span: str, days: int) -> None:
    facts = life(days)
    lines, count = encode_all(facts), len(facts)
    history, last = fold(facts), facts[-1].day
    evening = [fact for fact in facts if fact.day == last and fact.corrects is None]
    before = fold(fact for fact in facts if fact.day != last)
    print(f"{span}: {count:,} facts, {len(lines) / 1e6:.1f} MB")
    both = tell("  decode and fold", timed(lambda: read(lines)), aim_ms=count * AIM_US / 1000)
    print(f"    {both / count * 1e6:.2f} µs a fact, {count / both:,.0f} facts a second")
    tell("  decode", timed(lambda: decode(lines)))
    tell("  fold", timed(lambda: fold(facts)))
    tell("  look for faults", timed(lambda: faults(history, last)))
    tell(f"  add the {len(evening)} facts of a day", timed(lambda: add(before, *evening)))
