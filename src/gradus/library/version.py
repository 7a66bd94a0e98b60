"""The version of content: a hash of its files."""

import hashlib
from collections.abc import Mapping

from gradus.vocabulary.ids import LibraryVersion

HEX_DIGITS = 16


def version_of(texts: Mapping[str, str]) -> LibraryVersion:
    """The first 16 hex digits of the SHA-256 over path and text, each ended by a zero byte, which no TOML
    file can hold."""
    whole = hashlib.sha256()
    for path, text in sorted(texts.items()):
        whole.update(f"{path}\0{text}\0".encode())
    return LibraryVersion(whole.hexdigest()[:HEX_DIGITS])
