"""How a benchmark tells what it measured: the median with its spread, the aim, and the machine."""

import os
import platform
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

ROUNDS = 31


def tell(name: str, seconds: Sequence[float], *, aim_ms: float | None = None) -> float:
    """Print the median in milliseconds, where 80 % of the rounds lay, and the aim. Returns the median in
    seconds."""
    tenths = statistics.quantiles(seconds, n=10)
    median = statistics.median(seconds)
    aim = "" if aim_ms is None else f"   aim {aim_ms:g} ms: {'met' if median * 1e3 <= aim_ms else 'MISSED'}"
    spread = f"80 % within {tenths[0] * 1e3:.2f} to {tenths[-1] * 1e3:.2f}, {len(seconds)} rounds"
    print(f"{name:<44} {median * 1e3:9.2f} ms   ({spread}){aim}")
    return median


def timed(work: Callable[[], object], *, rounds: int = ROUNDS) -> list[float]:
    """Seconds of each round, after one that is not counted. What the work makes is thrown away after the
    clock has stopped."""
    took = []
    for _ in range(rounds + 1):
        began = perf_counter()
        made = work()
        took.append(perf_counter() - began)
        del made
    return took[1:]


def machine() -> str:
    """Processor, cores that this process may use, and Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{_processor()}, {cores} cores, {platform.python_implementation()} {platform.python_version()}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
