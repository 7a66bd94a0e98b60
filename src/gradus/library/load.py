"""The loader: the packaged content and its overlays, read, checked, and given a version."""

from collections.abc import Mapping
from dataclasses import dataclass

from gradus.library.assemble import assemble
from gradus.library.faults import ContentFault
from gradus.library.library import Layer, Library
from gradus.library.packaged import packaged, stamp
from gradus.library.places import PACKAGED
from gradus.library.trusted import reader
from gradus.library.version import version_of

__all__ = ["ContentFault", "Overlay", "load", "packaged", "read", "trust_or_read"]


@dataclass(frozen=True, slots=True)
class Overlay:
    """Content of a clinic or operator as text, by path: it replaces the file at that path, or adds one."""

    name: str
    files: Mapping[str, str]


def load(*overlays: Overlay) -> Library:
    """The packaged library with the overlays over it, the last one on top; raises ContentFault with all
    faults."""
    base = packaged()
    return read(base, *overlays) if overlays else trust_or_read(base, checked=stamp())


def trust_or_read(base: Mapping[str, str], *, checked: str) -> Library:
    """The library that these texts make, read quickly when their version is the one that was `checked` whole
    before, else strictly; raises ContentFault with all faults."""
    version = version_of(base)
    if version != checked:
        return read(base)
    return assemble(base, reader(base), version, (Layer(PACKAGED, version),))


def read(base: Mapping[str, str], *overlays: Overlay) -> Library:
    """The library that these texts make, in whatever order they come, read strictly; raises ContentFault with
    all faults."""
    from gradus.library.strict import checked_things

    layers = (Overlay(PACKAGED, base), *overlays)
    texts = {path: text for layer in layers for path, text in layer.files.items()}
    came_in = {path: layer.name for layer in layers for path in layer.files}
    things = checked_things(texts, came_in, overlaid=bool(overlays))
    hashes = tuple(Layer(layer.name, version_of(layer.files)) for layer in layers)
    return assemble(things, things.__getitem__, version_of(texts), hashes)
