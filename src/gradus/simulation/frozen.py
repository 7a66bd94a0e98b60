"""The person model, frozen: a hash of its numbers and of the code that reads them, kept with every result."""

from hashlib import sha256
from importlib.resources import files

from gradus.library.types.simulation import PersonModel

MODULES = ("body.py", "conduct.py", "demand.py", "dice.py", "pain.py", "traits.py")
"""What a virtual person is made of; not how a life is lived, nor which policies are compared."""

SHOWN = 16


def model_hash(model: PersonModel) -> str:
    """The first 16 hex digits of the SHA-256 over every number of the model and every line of its code."""
    digest = sha256(repr(model).encode())
    for name in MODULES:
        digest.update(files("gradus.simulation").joinpath(name).read_bytes())
    return digest.hexdigest()[:SHOWN]
