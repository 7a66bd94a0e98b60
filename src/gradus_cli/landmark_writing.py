"""Made sets as files of landmarks, in the columns of BlazePose."""

import csv
import io
import json
from collections.abc import Sequence
from math import nan
from pathlib import Path

from gradus.journey.moving import LAYOUTS, Stream
from gradus_cli.exits import Exit, Failure
from gradus_cli.landmarks import SUFFIXES

BLAZEPOSE = next(each for each in LAYOUTS if each.name == "blazepose-33")
NEAR_BY = {**dict.fromkeys((1, 2, 3, 4, 5, 6, 9, 10), "nose"), **dict.fromkeys((17, 19, 21), "left-wrist"),
           **dict.fromkeys((18, 20, 22), "right-wrist")}  # fmt: skip
"""Landmarks of the face and the fingers, which the figure has not: they lie where this joint does."""
DECIMALS = 5
NUMBERS = 3


def write(stream: Stream, joints: Sequence[str], path: Path) -> int:
    """Write the set, places told as shares of the picture; tells how many pictures it has."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        says = f"{path} is not of a kind that can be written; there are: {', '.join(SUFFIXES)}."
        raise Failure(Exit.USAGE, says)
    at = {name: NUMBERS * nth for nth, name in enumerate(joints)}
    bodies = [_body(moment.points, at, stream.wanted.size) for moment in stream.moments]
    times = [round(moment.at_s, DECIMALS) for moment in stream.moments]
    writers = {".csv": _csv, ".jsonl": _json_lines, ".npz": _npz, ".parquet": _parquet}
    try:
        path.write_bytes(writers[suffix](times, bodies, stream.wanted.size))
    except OSError as error:
        raise Failure(Exit.NOT_SAVED, f"{path} cannot be written: {error.strerror}.") from None
    return len(times)


Body = list[list[float]]
Size = tuple[int, int]


def _body(row: Sequence[float] | None, at: dict[str, int], size: Size) -> Body:
    if row is None:
        return [[nan, nan, 0.0, 0.0] for _ in range(BLAZEPOSE.landmarks)]
    of = {
        landmark: joint for joint, landmarks in BLAZEPOSE.joints.items() for landmark in landmarks
    } | NEAR_BY
    found = []
    for landmark in range(BLAZEPOSE.landmarks):
        place = at[of[landmark]]
        x, y, sure = row[place : place + NUMBERS]
        found.append([round(x / size[0], DECIMALS), round(y / size[1], DECIMALS), 0.0, round(sure, DECIMALS)])
    return found


def _heading() -> list[str]:
    return ["time_s", "width", "height",
            *(f"{axis}{nth}" for nth in range(BLAZEPOSE.landmarks) for axis in "xyzv")]  # fmt: skip


def _rows(times: Sequence[float], bodies: Sequence[Body], size: Size) -> list[list[float]]:
    return [
        [at_s, *size, *(number for point in body for number in point)]
        for at_s, body in zip(times, bodies, strict=True)
    ]


def _csv(times: Sequence[float], bodies: Sequence[Body], size: Size) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_heading())
    for row in _rows(times, bodies, size):
        writer.writerow(["" if number != number else number for number in row])  # noqa: PLR0124 what is no number
    return text.getvalue().encode()


def _json_lines(times: Sequence[float], bodies: Sequence[Body], size: Size) -> bytes:
    lines = []
    for at_s, body in zip(times, bodies, strict=True):
        people = [] if body[0][0] != body[0][0] else [body]
        lines.append(json.dumps({"time_s": at_s, "size": size, "people": people}))
    return ("\n".join(lines) + "\n").encode()


def _npz(times: Sequence[float], bodies: Sequence[Body], size: Size) -> bytes:
    import numpy as np

    raw = io.BytesIO()
    np.savez_compressed(raw, landmarks=np.array(bodies), times=np.array(times), size=np.array(size))
    return raw.getvalue()


def _parquet(times: Sequence[float], bodies: Sequence[Body], size: Size) -> bytes:
    try:
        import polars
    except ImportError:
        raise Failure(Exit.USAGE, "Parquet needs the extra: pip install 'gradus[simulate]'.") from None
    raw = io.BytesIO()
    polars.DataFrame(_rows(times, bodies, size), schema=_heading(), orient="row").write_parquet(raw)
    return raw.getvalue()
