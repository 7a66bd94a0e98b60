"""A drawn body is a body: bones keep their lengths, what is planted stays, mirrors are true."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from gradus.body.blend import blended
from gradus.body.kinematics import Placed, placed, stands_on_reach
from gradus.body.pose import SIDES, Arm, Leg, Stance, mirrored
from gradus.body.skeleton import FOREARM, SHIN, THIGH, UPPER_ARM
from gradus.body.vectors import length, minus
from gradus.library.library import Library

angles = st.floats(-60, 120)
places = st.tuples(st.floats(-0.5, 0.8), st.floats(0, 1.6), st.floats(0, 0.6))
legs = st.one_of(
    st.builds(Leg, hip=angles, out=st.floats(-30, 40), knee=st.floats(0, 140)),
    st.builds(
        Leg, at=places, foot=st.sampled_from(["flat", "toes", "heel", "free"]), tilt=st.floats(-60, 60)
    ),
)
arms = st.one_of(
    st.builds(Arm, lift=angles, out=st.floats(-30, 120), elbow=st.floats(0, 140)),
    st.builds(Arm, at=places),
    st.builds(Arm, to=st.sampled_from(["chest", "hip", "head", "knee", "other-shoulder"])),
)
stances = st.builds(
    Stance,
    base=st.sampled_from(["feet", "pelvis", "shoulders", "knees", "right-foot"]),
    lean=st.floats(-90, 90),
    roll=st.floats(-90, 90),
    bend=st.floats(-40, 60),
    left_leg=legs,
    right_leg=legs,
    left_arm=arms,
    right_arm=arms,
)
shares = st.floats(0, 1)
BONES = {
    ("hip", "knee"): THIGH,
    ("knee", "ankle"): SHIN,
    ("shoulder", "elbow"): UPPER_ARM,
    ("elbow", "wrist"): FOREARM,
}


def bones_are_whole(body: Placed) -> bool:
    return all(
        abs(length(minus(body.points[f"{side}-{one}"], body.points[f"{side}-{other}"])) - long) < 1e-6
        for side in SIDES
        for (one, other), long in BONES.items()
    )


class TestEveryBoneKeepsItsLength:
    """Whatever pose is asked for, and anywhere between two poses, no limb grows or shrinks."""

    @given(stances)
    def test_in_every_pose(self, stance: Stance) -> None:
        assume(not stands_on_reach(stance))
        assert bones_are_whole(placed(stance))

    @given(st.data(), shares)
    def test_on_the_way_of_every_exercise(self, library: Library, data: st.DataObject, share: float) -> None:
        exercise = library.exercises[data.draw(st.sampled_from(sorted(library.exercises)))]
        assert exercise.movement is not None
        stances = exercise.movement.stances
        for one, other in pairwise((*stances, stances[0])):
            assert bones_are_whole(blended(one, other, share))


class TestTheMirrorIsTrue:
    """A mirrored pose has every joint where the other side's was, mirrored."""

    @given(stances)
    def test_joint_by_joint(self, stance: Stance) -> None:
        assume(not stands_on_reach(stance))
        body, other = placed(stance), placed(mirrored(stance))
        for name, (x, y, z) in body.points.items():
            swapped = name.replace("left", "!").replace("right", "left").replace("!", "right")
            assert length(minus(other.points[swapped], (x, y, -z))) < 1e-6
