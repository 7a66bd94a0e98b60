"""Files of landmarks: CSV, JSON lines, NPZ and Parquet, read into recordings and written from made ones."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import nan
from pathlib import Path
from typing import Any

from gradus.journey.moving import LAYOUTS, Layout, Recording, layout_of
from gradus_cli.exits import Exit, Failure
from gradus_cli.signs import harmless

SUFFIXES = (".csv", ".jsonl", ".npz", ".parquet")
AXES = {"x": 0, "y": 1, "z": 2, "v": 3, "visibility": 3, "score": 3, "confidence": 3}
COLUMN = re.compile(
    r"(?P<axis>x|y|z|v)_?(?P<nth>\d+)"
    r"|(?P<name>[a-z0-9_-]+?)_(?P<word>x|y|z|v|visibility|score|confidence)"
)
TIMES = ("time_s", "time", "t", "at_s")
UNSEEN = (nan, nan, 0.0, 0.0)
FAR_OUT = 4.0
"""Places told as shares of a picture stay within a few pictures; pixels do not."""
FEWEST = 2
MOST_BYTES = 500_000_000


@dataclass
class Table:
    """What stands in a file before it is known what it means."""

    times: list[float | None] = field(default_factory=list)
    bodies: list[list[list[Sequence[float]]]] = field(default_factory=list)
    size: tuple[float, float] | None = None
    hertz: float | None = None

    def add(self, at_s: float | None, body: list[Sequence[float]]) -> None:
        """One body more; a second one at the same time belongs to the same picture."""
        if at_s is not None and self.times and self.times[-1] == at_s:
            self.bodies[-1].append(body)
        else:
            self.times.append(at_s)
            self.bodies.append([body])


def read(path: Path, *, layout: str | None, hertz: float | None, size: tuple[int, int] | None) -> Recording:
    """The recording in a file. What cannot be read or understood is told as a Failure."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise _bad(path, f"is not of a kind that can be read; there are: {', '.join(SUFFIXES)}.")
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise Failure(Exit.NOT_FOUND, f"There is no file {path}.") from None
    except OSError as error:
        raise Failure(Exit.NOT_FOUND, f"{path} cannot be read: {error.strerror}.") from None
    if not raw.strip():
        raise _bad(path, "is empty.")
    if len(raw) > MOST_BYTES:
        raise _bad(path, "is larger than any set of exercises; cut it.")
    readers = {".csv": _csv, ".jsonl": _json_lines, ".npz": _npz, ".parquet": _parquet}
    table = readers[suffix](path, raw)
    if hertz is not None:
        table.times = [nth / hertz for nth in range(len(table.bodies))]
    return _recording(path, table, layout, size)


def _bad(path: Path, says: str) -> Failure:
    return Failure(Exit.BAD_INPUT, harmless(f"{path} {says}"))


def _recording(path: Path, table: Table, layout: str | None, size: tuple[int, int] | None) -> Recording:
    if len(table.bodies) < FEWEST:
        raise _bad(path, f"has {len(table.bodies)} picture; a movement needs many.")
    found = _layout(path, table, layout)
    times = _times(path, table)
    places = [abs(number) for each in table.bodies for body in each for point in body for number in point[:2]]
    known = [number for number in places if number == number]  # noqa: PLR0124 what is no number differs from itself
    if not known:
        raise _bad(path, "has no landmark that is a number.")
    if max(known) == float("inf"):
        raise _bad(path, "has a landmark that is infinitely far away.")
    shares = found.flat and max(known) <= FAR_OUT
    of = size or table.size
    if shares and of is None:
        raise _bad(path, "tells places as shares of a picture; say how large it was: --size 1280x720.")
    return Recording(found, times, table.bodies, None if of is None else (float(of[0]), float(of[1])), shares)


def _layout(path: Path, table: Table, wanted: str | None) -> Layout:
    counts = {len(body) for each in table.bodies for body in each}
    if len(counts) > 1:
        raise _bad(path, f"has bodies of {min(counts)} and of {max(counts)} landmarks; write one layout.")
    number = counts.pop() if counts else 0
    found = layout_of(number)
    kinds = ", ".join(each.name for each in LAYOUTS)
    if found is None:
        raise _bad(path, f"has {number} landmarks a body; what can be read: {kinds}.")
    if wanted is not None and found.name != wanted:
        raise _bad(path, f"has {number} landmarks a body, which is {found.name} and not {wanted}.")
    return found


def _times(path: Path, table: Table) -> list[float]:
    if all(at_s is None for at_s in table.times) and table.hertz:
        return [nth / table.hertz for nth in range(len(table.times))]
    times = [at_s for at_s in table.times if at_s is not None and at_s == at_s]  # noqa: PLR0124
    if len(times) < len(table.times):
        raise _bad(path, "tells no time for some pictures; say how many it has a second: --fps 30.")
    back = next((nth for nth in range(1, len(times)) if times[nth] <= times[nth - 1]), None)
    if back is not None:
        raise _bad(path, f"goes back in time at picture {back + 1}; put the pictures in order.")
    return times


# --- CSV and Parquet: one row a body, a column for each number ---


def _csv(path: Path, raw: bytes) -> Table:
    try:
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error):
        raise _bad(path, "is not CSV in UTF-8.") from None
    if len(rows) < 2:
        raise _bad(path, "has no rows below its heading.")
    width = len(rows[0])
    odd = next((nth for nth, row in enumerate(rows, 1) if row and len(row) != width), None)
    if odd is not None:
        raise _bad(path, f"has {len(rows[odd - 1])} columns in line {odd} and {width} in its heading.")
    return _columns(path, rows[0], [list(map(_number, row)) for row in rows[1:] if row])


def _number(text: Any) -> float:
    try:
        return float(text)
    except (TypeError, ValueError):
        return nan


def _parquet(path: Path, raw: bytes) -> Table:
    try:
        import polars
    except ImportError:
        raise _bad(path, "needs the extra: pip install 'gradus[simulate]'. CSV needs nothing.") from None
    try:
        frame = polars.read_parquet(io.BytesIO(raw))
    except Exception:
        raise _bad(path, "is not a Parquet file.") from None
    return _columns(path, frame.columns, [list(map(_number, row)) for row in frame.rows()])


def _columns(path: Path, heading: Sequence[str], rows: Iterable[Sequence[float]]) -> Table:
    names = [name.strip().lower() for name in heading]
    places: dict[str, dict[int, int]] = {}
    for column, name in enumerate(names):
        if (match := COLUMN.fullmatch(name)) is not None:
            axis, which = match["axis"] or match["word"], match["nth"] or match["name"]
            places.setdefault(which, {})[AXES[axis]] = column
    landmarks = [axes for axes in places.values() if {0, 1} <= axes.keys()]
    if not landmarks:
        raise _bad(path, "has no columns such as x0, y0 or nose_x, nose_y.")
    time = next((names.index(name) for name in TIMES if name in names), None)
    sizes = [names.index(name) for name in ("width", "height") if name in names]
    table = Table()
    for row in rows:
        body = [_point(axes, row) for axes in landmarks]
        if len(sizes) == 2 and table.size is None:
            table.size = (row[sizes[0]], row[sizes[1]])
        table.add(None if time is None else row[time], body)
    return table


def _point(axes: Mapping[int, int], row: Sequence[float]) -> Sequence[float]:
    usual = (nan, nan, 0.0, 1.0)
    return tuple(row[axes[axis]] if axis in axes else usual[axis] for axis in range(4))


# --- JSON lines: one picture a line ---


def _json_lines(path: Path, raw: bytes) -> Table:
    table = Table()
    for nth, line in enumerate(raw.splitlines(), 1):
        if not line.strip():
            continue
        try:
            picture = json.loads(line)
            people = picture["people"] if "people" in picture else [picture["landmarks"]]
            at_s = next((float(picture[name]) for name in TIMES if name in picture), None)
            bodies = [[_listed(point) for point in body] for body in people]
            size = picture.get("size")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise _bad(path, f"has no landmarks that can be read in line {nth}.") from None
        table.times.append(at_s)
        table.bodies.append(bodies)
        if size is not None and table.size is None:
            table.size = _size(path, size)
    return table


def _listed(point: Any) -> Sequence[float]:
    numbers = [_number(each) for each in (point.values() if isinstance(point, Mapping) else point)]
    return _filled(numbers, has_depth=len(numbers) > 3)


def _filled(numbers: Sequence[float], *, has_depth: bool) -> Sequence[float]:
    if len(numbers) < 2:
        raise ValueError("a place has two numbers")
    if len(numbers) == 2:
        return (*numbers, 0.0, 1.0)
    if len(numbers) == 3:
        return (*numbers, 1.0) if has_depth else (numbers[0], numbers[1], 0.0, numbers[2])
    return tuple(numbers[:4])


def _size(path: Path, told: Any) -> tuple[float, float]:
    try:
        width, height = (float(each) for each in told)
    except (TypeError, ValueError):
        raise _bad(path, "tells a size that is not two numbers.") from None
    return (width, height)


# --- NPZ: an array of pictures, landmarks and numbers ---


def _npz(path: Path, raw: bytes) -> Table:
    import numpy as np

    try:
        with np.load(io.BytesIO(raw), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
    except (ValueError, OSError, KeyError, zipfile.BadZipFile, EOFError):
        raise _bad(path, "is not an NPZ file of plain numbers.") from None
    name = next(
        (name for name, each in arrays.items() if each.ndim in {3, 4} and each.dtype.kind in "fiu"), None
    )
    if name is None:
        raise _bad(path, "has no array of pictures, landmarks and numbers.")
    found = arrays[name].astype(float)
    if found.ndim == 3:
        found = found[:, None]
    room = found.shape[2] in {each.landmarks for each in LAYOUTS if not each.flat}
    depth = room or found.shape[2] == 33
    table = Table(size=_size(path, arrays["size"]) if "size" in arrays else None)
    if found.shape[3] < 2:
        raise _bad(path, "has fewer than two numbers a landmark.")
    for picture in found:
        seen = [body.tolist() for body in picture if not np.isnan(body[:, :2]).all()]
        bodies = seen or [[UNSEEN] * found.shape[2]]
        table.bodies.append([[_filled(point, has_depth=depth) for point in body] for body in bodies])
    given = next((arrays[each] for each in ("times", *TIMES) if each in arrays), None)
    table.times = (
        [None] * len(found) if given is None else [float(each) for each in given.ravel()[: len(found)]]
    )
    table.hertz = float(arrays["fps"]) if "fps" in arrays else None
    return table
