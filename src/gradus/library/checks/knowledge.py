"""Claims and answers: what is remembered of a source is said to be remembered."""

from collections.abc import Iterator

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.near import did_you_mean
from gradus.library.types import Answer, Claim, Source


def recalled_sources_are_cited(contents: Contents) -> Iterator[Fault]:
    for path, thing in _known(contents):
        for nth, source in enumerate(thing.recalled):
            if source not in thing.cites:
                advice = did_you_mean(source, thing.cites) or "; cite it, or take it out"
                yield Fault(path, f"recalled[{nth}]", f'names "{source}", which cites does not have{advice}')


def unread_sources_are_recalled(contents: Contents) -> Iterator[Fault]:
    unread = {source.id for source in contents.of(Source).values() if source.read == "not-read"}
    for path, thing in _known(contents):
        for nth, source in enumerate(thing.cites):
            if source in unread and source not in thing.recalled:
                says = f'names "{source}", which was not read; name it in recalled too'
                yield Fault(path, f"cites[{nth}]", says)


def _known(contents: Contents) -> Iterator[tuple[str, Answer | Claim]]:
    yield from contents.of(Answer).items()
    yield from contents.of(Claim).items()
