"""The loader: the packaged content and its overlays, read strictly, checked, and given a version."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files as packaged_in
from importlib.resources.abc import Traversable
from typing import Any

import gradus_library
from gradus.library import types
from gradus.library.checks import check
from gradus.library.contents import Contents, gather
from gradus.library.faults import ContentFault, Fault
from gradus.library.library import Layer, Library
from gradus.library.places import PACKAGED, Kind
from gradus.library.read import missing_singles, read_file
from gradus.library.thresholds import thresholds_of
from gradus.vocabulary.ids import LibraryVersion
from gradus.vocabulary.scales import Action

__all__ = ["ContentFault", "Overlay", "load", "packaged", "read"]


@dataclass(frozen=True, slots=True)
class Overlay:
    """Content of a clinic or operator as text, by path: it replaces the file at that path, or adds one."""

    name: str
    files: Mapping[str, str]


def load(*overlays: Overlay) -> Library:
    """The packaged library with the overlays over it, the last one on top; raises ContentFault with all
    faults."""
    return read(packaged(), *overlays)


def packaged() -> dict[str, str]:
    """The text of every packaged content file, by path."""
    return dict(sorted(_texts(packaged_in(gradus_library), "")))


def read(base: Mapping[str, str], *overlays: Overlay) -> Library:
    """The library that these texts make, in whatever order they come; raises ContentFault with all faults."""
    layers = (Overlay(PACKAGED, base), *overlays)
    texts = {path: text for layer in layers for path, text in layer.files.items()}
    things: dict[str, Any] = {}
    unread: dict[str, Mapping[str, Any]] = {}
    faults = list(missing_singles(texts))
    for path, text in sorted(texts.items()):
        thing, table, wrong = read_file(path, text)
        faults += wrong
        if thing is None:
            unread[path] = table
        else:
            things[path] = thing
    contents = gather(things, unread)
    faults += check(contents, overlaid=bool(overlays))
    if faults:
        owner = {path: layer.name for layer in layers for path in layer.files}
        raise ContentFault(
            Fault(f"{owner.get(each.path, PACKAGED)}/{each.path}", each.where, each.says) for each in faults
        )
    return _library(
        contents, LibraryVersion(_hash(texts)), tuple(Layer(o.name, _hash(o.files)) for o in layers)
    )


def _texts(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for each in folder.iterdir():
        if each.name.endswith(".toml"):
            text = each.read_bytes().decode("utf-8", errors="replace")
            found.append((prefix + each.name, text.replace("\r\n", "\n")))
        elif "." not in each.name and each.is_dir():
            found += _texts(each, f"{prefix}{each.name}/")
    return found


def _hash(texts: Mapping[str, str]) -> str:
    """The first 16 hex digits of the SHA-256 over path and text, each ended by a zero byte, which no TOML
    file can hold."""
    whole = hashlib.sha256()
    for path, text in sorted(texts.items()):
        whole.update(f"{path}\0{text}\0".encode())
    return whole.hexdigest()[:16]


def _library(contents: Contents, version: LibraryVersion, layers: tuple[Layer, ...]) -> Library:
    screens = tuple(sorted(contents.of(types.Screen).values(), key=lambda screen: screen.order))
    return Library(
        version=version,
        layers=layers,
        sources=_by_id(contents, types.Source),
        screens=screens,
        items={item.id: item for screen in screens for item in screen.items},
        screen_rules=_by_id(contents, types.ScreenRule),
        actions={Action(text.level): text for text in contents.of(types.ActionText).values()},
        safety_net=contents.one(types.SafetyNet),
        screening=contents.one(types.ScreeningRules),
        limits=_by_id(contents, types.LimitSpec),
        exercises=_by_id(contents, types.Exercise),
        programmes=_by_id(contents, types.Programme),
        measures=_by_id(contents, types.Measure),
        rules=_by_id(contents, types.Rule),
        pain=contents.one(types.PainLimits),
        mornings=contents.one(types.MorningRules),
        raises=contents.one(types.Raises),
        flare=contents.one(types.FlareRules),
        missed=contents.one(types.MissedTime),
        irritability=contents.one(types.IrritabilityRules),
        planning=contents.one(types.PlanningRules),
        objective=contents.one(types.Objective),
        reviews=contents.one(types.ReviewRules),
        thresholds={
            id_: number
            for path, thing in sorted(contents.read.items())
            for id_, number in thresholds_of(path, thing)
        },
    )


def _by_id(contents: Contents, kind: Kind) -> dict[Any, Any]:
    return {thing.id: thing for thing in contents.of(kind).values()}
