"""How the benchmark of counting undoes the boxes into which RepCount's landmarks are squeezed."""

import numpy as np
import pytest
from benchmarks.actions import BONES, arms_up, elbows, hanging, unsqueezed


def body(elbow: float) -> np.ndarray:
    """Somebody of height 1 with the arms straight up and the elbows bent by so many degrees to the side, y
    downwards; every bone is as long as the table says, but the trunk, which is slanted a little."""
    x = np.zeros((13, 3))
    turn = np.radians(elbow)
    for nth, (side, aside) in enumerate(((-1, 0.11), (1, 0.11))):
        shoulder = np.array([side * aside, 0.0, 0.0])
        hip = np.array([side * 0.065, np.sqrt(0.29**2 - 0.045**2), 0.0])
        x[1 + nth], x[3 + nth] = shoulder, shoulder - np.array([0, 0.186, 0])
        x[5 + nth] = x[3 + nth] + 0.146 * np.array([side * np.sin(turn), -np.cos(turn), 0])
        x[7 + nth], x[9 + nth] = hip, hip + 0.245 * np.array([0, np.cos(0.5), np.sin(0.5)])
        x[11 + nth] = x[9 + nth] + 0.246 * np.array([0, np.cos(0.5), -np.sin(0.5)])
    return x


@pytest.mark.parametrize("elbow", [0.0, 60.0, 120.0])
def test_a_squeezed_body_gets_its_angles_back(elbow: float) -> None:
    whole = body(elbow)
    assert all(np.linalg.norm(whole[a] - whole[b]) == pytest.approx(long) for a, b, long in BONES)
    low, high = whole.min(axis=0), whole.max(axis=0)
    squeezed = (whole - low) / (high - low)
    found = unsqueezed(np.stack([squeezed, np.zeros((13, 3))]))
    assert elbows(found)[0] == pytest.approx(elbow, abs=0.5)
    assert np.isnan(hanging(found)[0]) == (elbow > 90), "the hands are above the elbows or not"
    assert arms_up(found)[0] == pytest.approx(180 - 8.9, abs=0.5)
    assert np.isnan(found[1]).all(), "nobody was found"
