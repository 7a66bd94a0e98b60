"""Where the recordings of others lie that some benchmarks need; they are no part of the project."""

import os
from pathlib import Path


def reference(folder: str) -> Path | None:
    """That folder of the reference data; None, and told, where GRADUS_REFERENCE_DATA names none with it."""
    data = os.environ.get("GRADUS_REFERENCE_DATA")
    if data and (Path(data) / folder).is_dir():
        return Path(data) / folder
    print(f"  skipped: GRADUS_REFERENCE_DATA names no folder with {folder}/ in it")
    return None
