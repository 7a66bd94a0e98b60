"""`today` on a year-old record: from the record's bytes to the answer, with nothing kept between calls.

The library is loaded before, as in any running program; the record is decoded and folded anew each time, and
what was made of it is let go before the next. Aim: 8 ms, median.
"""

from time import perf_counter, process_time

from benchmarks.lives import LAST_DAY, year_old
from benchmarks.telling import tell
from gradus.journey.today import today
from gradus.library.library import Library
from gradus.library.load import load
from gradus.record.reading import read

RUNS = 201
PARTS = ("read", "decide")


def main() -> None:
    """Print the median with its spread, and where the time goes."""
    library, data = load(), year_old()
    decoded, history = read(data)
    answer = today(history, library, LAST_DAY)
    facts = len(decoded.facts)
    print(
        f"{facts} facts, {len(data) / 1000:.0f} kB; the answer: {answer.action!r}, {len(answer.items)} items"
    )
    del decoded, history, answer
    rounds = [_round(data, library) for _ in range(RUNS)]
    tell("today, bytes to answer", [sum(each[:-1]) for each in rounds], aim_ms=8)
    tell("  processor time of it", [each[-1] for each in rounds], aim_ms=8)
    for name, times in zip(PARTS, list(zip(*rounds, strict=True))[:-1], strict=True):
        tell(f"  of it {name}", list(times))


def _round(data: bytes, library: Library) -> tuple[float, float, float]:
    """Seconds of each part by the wall's clock, and of all by the processor's, which other programs on the
    machine disturb less."""
    worked = process_time()
    begun = perf_counter()
    _, history = read(data)
    had = perf_counter()
    answer = today(history, library, LAST_DAY)
    done = perf_counter()
    worked = process_time() - worked
    if answer.action != "train":
        raise RuntimeError("the record of the benchmark no longer leads to a session")
    return had - begun, done - had, worked
