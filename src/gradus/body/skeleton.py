"""How long the parts of the figure are, in metres, for somebody 1.70 m tall.

The shares of body height are the usual ones of Drillis and Contini, rounded; head and hands are a little
larger, as drawn people have them.
"""

from gradus.body.vectors import Vector

WAIST = 0.12
CHEST = 0.32
NECK = 0.485
"""Heights above the line of the hips."""
HEAD = 0.18
"""From the base of the neck to the middle of the head."""
HALF_HIPS = 0.088
HALF_SHOULDERS = 0.17
SHOULDER_DROP = 0.025
THIGH = 0.415
SHIN = 0.415
ANKLE = 0.075
"""Height of the ankle above the sole."""
BALL = 0.15
TOE = 0.2
HEEL = 0.055
"""Ahead of the ankle, and behind it."""
UPPER_ARM = 0.295
FOREARM = 0.25
HAND = 0.1
"""From the wrist to the knuckles."""

KNEE_REST = 0.055
PELVIS_REST = 0.11
BACK_REST = 0.115
WRIST_REST = 0.04
ELBOW_REST = 0.04
HEAD_REST = 0.115
"""How high a joint is above what the body lies or kneels on."""

BALL_AT: Vector = (BALL, -ANKLE, 0.0)
HEEL_AT: Vector = (-HEEL, -ANKLE, 0.0)
SOLE_AT: Vector = (0.0, -ANKLE, 0.0)
