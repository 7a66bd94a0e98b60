"""`today` on a year-old record: from the record's bytes to the answer, with nothing kept between calls.

The library is loaded before, as in any running program; the record is decoded and folded anew each time.
Aim: 8 ms, median.
"""

from time import perf_counter

from benchmarks.lives import LAST_DAY, year_old
from benchmarks.telling import tell
from gradus.journey.today import today
from gradus.library.load import load
from gradus.record.codec import decode
from gradus.record.history import fold

RUNS = 101


def main() -> None:
    """Print the median with its spread, and where the time goes."""
    library, data = load(), year_old()
    parts: dict[str, list[float]] = {"decode": [], "fold": [], "decide": []}
    whole = []
    for _ in range(RUNS):
        begun = perf_counter()
        decoded = decode(data)
        read = perf_counter()
        history = fold(decoded.facts, decoded.unknown)
        folded = perf_counter()
        answer = today(history, library, LAST_DAY)
        done = perf_counter()
        whole.append(done - begun)
        for name, seconds in zip(parts, (read - begun, folded - read, done - folded), strict=True):
            parts[name].append(seconds)
    facts = len(decode(data).facts)
    print(
        f"{facts} facts, {len(data) / 1000:.0f} kB; the answer is {answer.action!r}, {len(answer.items)} items"
    )
    tell("today, bytes to answer", whole, aim_ms=8)
    for name, seconds in parts.items():
        tell(f"  of it {name}", seconds)
