"""The library: all of it read, and all of it read strictly and cross-checked. Aim: 200 ms."""

from benchmarks.telling import tell, timed
from gradus.library.files import files
from gradus.library.load import load, packaged, read


def main() -> None:
    """Print the medians with their spread."""
    texts = packaged()
    print(f"{len(texts)} files, {sum(map(len, texts.values())) / 1000:.0f} kB")
    tell("load, what is asked for later left for later", timed(load), aim_ms=200)
    tell("load, and read every file", timed(lambda: files(load())), aim_ms=200)
    tell("read strictly and cross-check every file", timed(lambda: read(texts)), aim_ms=200)
