"""Where joints are: poses by angles, limbs that reach, and what is planted."""

import pytest

from gradus.body.angles import beyond_human, joint_angles
from gradus.body.kinematics import placed
from gradus.body.pose import Arm, Leg, Stance, mirrored
from gradus.body.skeleton import ANKLE, FOREARM, SHIN, THIGH, UPPER_ARM
from gradus.body.vectors import length, minus

TALL = Stance()


def test_a_body_that_stands_has_its_soles_on_the_floor_and_its_head_above_them() -> None:
    points = placed(TALL).points
    assert points["left-sole"][1] == pytest.approx(0)
    assert points["pelvis"][1] == pytest.approx(ANKLE + SHIN + THIGH)
    assert points["head"][0] == pytest.approx(points["right-sole"][0])


@pytest.mark.parametrize(
    ("stance", "joint", "angle"),
    [
        (Stance(right_leg=Leg(knee=90)), "right-knee", 90),
        (Stance(lean=40, left_leg=Leg(hip=70)), "left-hip", 70),
        (Stance(right_leg=Leg(out=30)), "right-hip-out", 30),
        (Stance(left_arm=Arm(lift=90)), "left-shoulder", 90),
        (Stance(right_arm=Arm(out=90, elbow=60)), "right-elbow", 60),
        (Stance(right_leg=Leg(knee=20, foot="free", ankle=-30)), "right-ankle", -30),
    ],
)
def test_the_angles_that_are_measured_are_those_that_were_asked_for(
    stance: Stance, joint: str, angle: float
) -> None:
    assert joint_angles(placed(stance))[joint] == pytest.approx(angle, abs=1e-6)


def test_a_flat_foot_stays_flat_when_the_shin_leans() -> None:
    body = placed(Stance(lean=30, left_leg=Leg(hip=80, knee=70), right_leg=Leg(hip=80, knee=70)))
    assert body.points["left-heel"][1] == pytest.approx(body.points["left-ball"][1])
    assert joint_angles(body)["left-ankle"] == pytest.approx(20, abs=1e-6)


def test_a_hand_that_reaches_is_where_it_is_to_be_and_keeps_its_bones() -> None:
    body = placed(Stance(right_arm=Arm(at=(0.3, 1.2, 0.2))))
    assert body.points["right-wrist"] == pytest.approx((0.3, 1.2, 0.2))
    bones = [
        length(minus(body.points["right-elbow"], body.points[end]))
        for end in ("right-shoulder", "right-wrist")
    ]
    assert bones == pytest.approx([UPPER_ARM, FOREARM])


def test_a_place_out_of_reach_is_gone_towards_and_the_distance_told() -> None:
    body = placed(Stance(right_arm=Arm(at=(2.0, 1.2, 0.2))))
    assert body.short["right-wrist"] > 1
    assert joint_angles(body)["right-elbow"] == pytest.approx(0, abs=1e-3)


def test_sideways_counts_outwards_on_both_sides() -> None:
    points = placed(Stance(left_arm=Arm(at=(0.3, 1.2, 0.2)))).points
    assert points["left-wrist"][2] == pytest.approx(-0.2)


def test_a_mirrored_pose_is_the_other_side() -> None:
    pose = Stance(base="right-foot", roll=5, look=20, left_leg=Leg(hip=40, knee=60), right_arm=Arm(out=30))
    there, back = placed(pose).points, placed(mirrored(pose)).points
    x, y, z = there["left-knee"]
    assert back["right-knee"] == pytest.approx((x, y, -z))
    assert mirrored(mirrored(pose)) == pose


@pytest.mark.parametrize(("knee", "said"), [(149, []), (150, []), (152, ["left-knee"])])
def test_a_knee_that_no_body_bends_so_far_is_told(knee: float, said: list[str]) -> None:
    stance = Stance(base="pelvis", left_leg=Leg(knee=knee, foot="free"))
    assert [joint for joint, _ in beyond_human(placed(stance), stance)] == said
