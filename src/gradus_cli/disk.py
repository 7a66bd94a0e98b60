"""Bytes at the end of a file, so that they are there after a power cut, or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PRIVATE = 0o600

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file may not grow any further",
    errno.EIO: "the disk reports an error; it may be failing",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not use that file or its folder",
    errno.EPERM: "you may not use that file or its folder",
}


def why(error: OSError) -> str:
    """The cause in plain words, to stand after "because"."""
    return _WHY.get(error.errno or 0, f"the system says: {error.strerror or error}")


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """The file, open for reading and for adding at its end; made when absent, for its owner's eyes only."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, _PRIVATE)
    try:
        yield file
    finally:
        os.close(file)


def added(file: int, data: bytes, *, after: int) -> None:
    """Add the data, which begins at the length `after`, in one write, and return when the disk has it. When
    that fails the file is cut back to that length, and the OSError is raised."""
    try:
        taken = os.write(file, data)
        if taken < len(data):
            raise OSError(errno.ENOSPC, f"only {taken} of {len(data)} bytes were taken")
        os.fsync(file)
    except OSError:
        _cut_back(file, after)
        raise


def make_folder(folder: Path) -> None:
    """Make the folder, and those above it, for their owner alone, unless they are there."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        sync_folder(each)


def sync_folder(path: Path) -> None:
    """Make sure that the folder's entry for this file is on the disk too."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _cut_back(file: int, length: int) -> None:
    """Take off what a failed write left. When that fails as well, what is left is a line that breaks off, or
    whole lines that were never confirmed: neither harms what was there before."""
    with suppress(OSError):
        os.ftruncate(file, length)
        os.fsync(file)
