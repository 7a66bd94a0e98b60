"""Search: the whole library made searchable, and questions answered. Aim: 50 ms for a question, the index
made for it alone."""

from functools import partial

from benchmarks.telling import tell, timed
from gradus.evidence.search import Search
from gradus.library.library import Library
from gradus.library.load import load

QUESTIONS = (
    "do tight hamstrings cause back pain",
    "hamstirng streches",
    "is it safe to deadlift",
    "I cannot sleep because of my back",
    "how do I bake bread",
)


def main() -> None:
    """Print the medians with their spread."""
    library = load()
    search = Search(library)
    print(f"{len(search.entries)} entries")
    tell("make the index, answer one question", timed(lambda: _anew(library)), aim_ms=50)
    for question in QUESTIONS:
        tell(f"  {question}", timed(partial(search.find, question)), aim_ms=50)


def _anew(library: Library) -> object:
    return Search(library).find(QUESTIONS[0])
