"""A count is about the movement, not about where it starts, how far it goes, or how long one rests."""

from math import cos, tau

from hypothesis import given
from hypothesis import strategies as st

from gradus.movement.engine.counting import Rules, ThereAndBack

counts = st.integers(1, 12)


def counted(
    count: int,
    *,
    shift: float = 0.0,
    scale: float = 1.0,
    share: float = 1.0,
    pause: int = 0,
    rate: int = 20,
) -> int:
    counter = ThereAndBack(Rules(60 * scale / share))
    nth = 0
    for _ in range(count):
        moving = [30 - 30 * cos(tau * step / (2 * rate)) for step in range(2 * rate + 1)]
        for value in (*moving, *[0.0] * pause):
            counter.next(nth / rate, shift + scale * value)
            nth += 1
    return counter.done


class TestACountIsAboutTheMovement:
    """The number of repetitions is the same with a shift, a scale, a longer pause or another rate."""

    @given(counts, st.floats(-500, 500))
    def test_shift(self, count: int, shift: float) -> None:
        assert counted(count, shift=shift) == count

    @given(counts, st.floats(0.1, 50))
    def test_scale(self, count: int, scale: float) -> None:
        assert counted(count, scale=scale) == count

    @given(counts, st.integers(0, 200), st.integers(10, 60))
    def test_pause_and_rate(self, count: int, pause: int, rate: int) -> None:
        assert counted(count, pause=pause, rate=rate) == count

    @given(counts, st.floats(0.21, 3))
    def test_how_far_one_goes(self, count: int, share: float) -> None:
        """Whoever goes a fifth of what is expected, or three times as far, is counted alike."""
        assert counted(count, share=share) == count
