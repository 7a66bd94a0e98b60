"""Who is in the picture, how they stand in it, and whether it is still the same body."""

from dataclasses import dataclass, field
from math import hypot

from gradus.movement.engine.angles import Facing
from gradus.movement.engine.facing import Row, facing, trunk_of
from gradus.movement.engine.gates import Gate
from gradus.movement.engine.joints import AT

FIRST_LOOK = 8
"""So many pictures tell how somebody stands."""
LOOKED_AGAIN_S = 1.0
"""So often somebody is looked at anew, until the view fits."""
GAP_S = 0.5
"""After a longer time without a picture nobody is taken for somebody else because they moved."""
TRUNKS = (0.6, 1.7)
"""A trunk that is suddenly shorter or longer than these shares belongs to another body."""
LEFT_HIP, RIGHT_HIP = AT["left-hip"], AT["right-hip"]


@dataclass(slots=True)
class Somebody:
    """The one who is watched. `facing` is None until a few pictures were seen; `word` says how to stand
    otherwise, or is None."""

    gate: Gate
    facing: Facing | None = None
    word: str | None = None
    first: list[Row] = field(default_factory=list)
    looked_s: float = 0.0
    seen_s: float | None = None
    x: float = 0.0
    y: float = 0.0
    strange_since: float | None = None

    def look(self, at_s: float, row: Row) -> bool:
        """Whether this picture told anew how somebody stands. Who has turned wrongly is looked at again until
        they fit; nobody is looked at anew after that."""
        if self.facing is None:
            self.first.append(row)
            if len(self.first) < FIRST_LOOK:
                return False
            return self._known(at_s, self.first)
        if self.word is None or at_s - self.looked_s < LOOKED_AGAIN_S:
            return False
        return self._known(at_s, [row])

    def _known(self, at_s: float, rows: list[Row]) -> bool:
        self.facing = facing(rows)
        self.word, self.looked_s = self.gate.of_view(rows, self.facing.near), at_s
        return True

    def is_strange(self, at_s: float, row: Row) -> bool:
        """Whether another body seems to be there, because hips jumped or the trunk has another length."""
        if self.facing is None:
            return False
        x = (row[LEFT_HIP] + row[RIGHT_HIP]) * 0.5
        y = (row[LEFT_HIP + 1] + row[RIGHT_HIP + 1]) * 0.5
        fresh = self.seen_s is not None and (self.strange_since is not None or at_s - self.seen_s <= GAP_S)
        if fresh and self._another(x, y, row):
            self.strange_since = at_s if self.strange_since is None else self.strange_since
            return True
        self.x, self.y, self.seen_s, self.strange_since = x, y, at_s, None
        return False

    def _another(self, x: float, y: float, row: Row) -> bool:
        known = self.facing
        assert known is not None  # noqa: S101 asked only of somebody who is known
        if hypot(x - self.x, y - self.y) > self.gate.limits.jump * known.trunk:
            return True
        low, high = TRUNKS
        return not low <= trunk_of(row, known.near) / known.trunk <= high

    def is_gone(self, at_s: float) -> bool:
        """Whether the other body has been there for so long that it is the one to watch."""
        since = self.strange_since
        return since is not None and at_s - since >= self.gate.limits.away_s
