"""A run of the laboratory on several processes or on a cluster: in parts that are kept as they are finished,
so that a run that was killed goes on where it was."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from json import dumps
from multiprocessing import get_context
from pathlib import Path

from gradus.library.library import Library
from gradus.library.load import load
from gradus.simulation.frozen import model_hash
from gradus.simulation.lab import Laboratory, Lived, Setting
from gradus.simulation.policies import POLICIES, Ours
from gradus.vocabulary.ids import PersonModelId
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.changing import changed
from gradus_cli.simulate.dice import throw

MODEL = PersonModelId("person")
CHANGED = "changed"
A_PART = 10
"""People in a part: a few seconds of work, so that little is lost and hands are seldom idle."""
LIVES_A_PART = 100
"""Lives in a part at most, where there are many policies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What is run. `numbers` are changed numbers, ADDRESS=VALUE; with any, the policy "changed" is ours with
    them. `variants` are more of these, each a policy of its own under its name. People are numbered from
    `first`."""

    people: int
    policies: tuple[str, ...]
    archetypes: tuple[str, ...]
    settings: tuple[Setting, ...]
    numbers: tuple[str, ...] = ()
    variants: tuple[tuple[str, tuple[str, ...]], ...] = ()
    seed: int = 1
    first: int = 0
    days: int = 112

    def parts(self) -> list["Part"]:
        """The run in parts, always cut alike, whatever works on it."""
        last = self.first + self.people
        policies = len(self.policies) + len(self.variants) + bool(self.numbers)
        size = max(1, min(A_PART, LIVES_A_PART // policies))
        return [
            Part(self, nth, start, min(start + size, last))
            for nth in range(len(self.settings))
            for start in range(self.first, last, size)
        ]

    def fingerprint(self) -> str:
        """What every part of the run hangs on: the run itself, the content, the person model, and the code
        that decides."""
        library = load()
        told = {
            "run": asdict(self),
            "library": library.version,
            "model": model_hash(library.person_models[MODEL]),
            "code": _code(),
        }
        return sha256(dumps(told, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Part:
    """Some people of a run, in one of its settings."""

    run: Run
    setting: int
    start: int
    end: int

    @property
    def name(self) -> str:
        return f"{self.setting:02}-{self.start:07}"


def work(part: Part) -> list[Lived]:
    """The lives of a part."""
    here = laboratory(part.run)
    return list(here.live(range(part.start, part.end), part.run.settings[part.setting]))


def lives(run: Run, folder: Path, *, workers: int, cluster: str | None = None) -> Iterator[tuple[Part, bool]]:
    """Works on the parts that the folder does not hold yet, and keeps each; tells of every part when it is
    there, and whether it had to be lived. Parts come in any order; what is kept is the same."""
    from gradus_cli.simulate.keeping import keep, kept

    mine = folder / run.fingerprint()
    mine.mkdir(parents=True, exist_ok=True)
    open_ = []
    for part in run.parts():
        if kept(mine, part.name):
            yield part, False
        else:
            open_.append(part)
    for part, found in _worked(open_, workers=workers, cluster=cluster):
        keep(mine, part.name, found)
        yield part, True


def _worked(
    parts: Sequence[Part], *, workers: int, cluster: str | None
) -> Iterator[tuple[Part, list[Lived]]]:
    if cluster is not None:
        yield from _on_a_cluster(parts, cluster)
    elif workers <= 1:
        yield from ((part, work(part)) for part in parts)
    else:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield from zip(parts, pool.map(work, parts), strict=True)


def _on_a_cluster(parts: Sequence[Part], address: str) -> Iterator[tuple[Part, list[Lived]]]:
    from distributed import Client, as_completed

    with Client(address) as client:  # type: ignore[no-untyped-call]
        futures = {client.submit(work, part, pure=False): part for part in parts}
        for future in as_completed(futures):  # type: ignore[no-untyped-call]
            yield futures[future], future.result()


@cache
def _code() -> str:
    """The hash of all code of the core: a life that other rules lived is another life."""
    core = Path(str(files("gradus")))
    digest = sha256()
    for path in sorted(core.rglob("*.py")):
        digest.update(path.relative_to(core).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@cache
def laboratory(run: Run) -> Laboratory:
    """The laboratory of a run, made once in a process."""
    library = load()
    known = archetypes()
    others = [*([(CHANGED, run.numbers)] if run.numbers else []), *run.variants]
    made = {name: partial(_ours_with, changed(numbers), name) for name, numbers in others}
    return Laboratory(
        library=library,
        model=library.person_models[MODEL],
        archetypes=[known[name] for name in run.archetypes],
        policies={**{name: POLICIES[name] for name in run.policies}, **made},
        dice=lambda person, days: throw(run.seed, person, days),
        days=run.days,
    )


def _ours_with(other: Library, name: str, _: Library) -> Ours:
    return Ours(other, name)
