"""What a name or a number of any noun can be at all. The bounds are wide, and say nothing of what is wise."""

from typing import Annotated

from msgspec import Meta

Name = Annotated[str, Meta(min_length=1, max_length=120)]
Count = Annotated[int, Meta(ge=0, le=100_000)]
FEW = 100
Few = Annotated[int, Meta(ge=1, le=FEW)]
Kilograms = Annotated[float, Meta(ge=0, le=1000)]
