"""Plain words for what the closed lists name, as they stand in sentences."""

from collections.abc import Iterable, Mapping

from gradus.vocabulary.scales import Caution, Equipment, Pattern, Position

PATTERNS: Mapping[Pattern, str] = {
    Pattern.CALM: "easy, calming movement",
    Pattern.WALK: "walking",
    Pattern.ANTI_EXTENSION: "holding the front of your trunk steady",
    Pattern.ANTI_ROTATION: "keeping your trunk from turning",
    Pattern.LATERAL: "the side of your trunk",
    Pattern.BRIDGE: "lifting your hips",
    Pattern.HINGE: "bending at the hips",
    Pattern.HIP: "the outside of your hips",
    Pattern.SQUAT: "sitting down and standing up with strong legs",
    Pattern.PULL: "your upper back",
    Pattern.BALANCE: "balance",
    Pattern.EXTENSION: "straightening your back",
    Pattern.MOBILITY: "easy movement of stiff joints",
}

POSITIONS: Mapping[Position, str] = {
    Position.STANDING: "standing",
    Position.SITTING: "sitting",
    Position.KNEELING: "kneeling",
    Position.FOUR_POINT: "being on hands and knees",
    Position.SUPINE: "lying on your back",
    Position.PRONE: "lying on your front",
    Position.SIDE_LYING: "lying on your side",
}

EQUIPMENT: Mapping[Equipment, str] = {
    Equipment.ANCHOR: "something heavy that holds your feet",
    Equipment.BALL: "an exercise ball",
    Equipment.BAND: "a resistance band",
    Equipment.BARBELL: "a barbell",
    Equipment.BELT_SQUAT: "a belt squat station",
    Equipment.BENCH: "a bench",
    Equipment.BOX: "a sturdy box",
    Equipment.CABLE: "a cable machine",
    Equipment.CHAIR: "a firm chair",
    Equipment.CYCLE: "a stationary bicycle or a treadmill",
    Equipment.DUMBBELL: "a dumbbell",
    Equipment.KETTLEBELL: "a kettlebell",
    Equipment.LUMBAR_MACHINE: "a machine that holds the hips and trains the low back alone",
    Equipment.MACHINE: "the weight machines of a gym",
    Equipment.MAT: "a mat",
    Equipment.PAD: "a foam pad or a firm cushion",
    Equipment.ROMAN_CHAIR: "a back extension bench",
    Equipment.SLIDER: "a slider, or a cloth on a smooth floor",
    Equipment.STEP: "a step",
    Equipment.STICK: "a broomstick",
    Equipment.STRAP: "a long strap or towel",
    Equipment.WALL: "a free stretch of wall",
    Equipment.WHEEL: "a roll-out wheel",
}

CAUTIONS: Mapping[Caution, str] = {
    Caution.FLEXION: "bending forward",
    Caution.EXTENSION: "arching back",
    Caution.COMPRESSION: "heavy loads on your back",
    Caution.SHEAR: "loads held far in front of you",
    Caution.HIP: "strain on the hip",
    Caution.KNEE: "strain on the knee",
    Caution.SHOULDER: "strain on the shoulder",
    Caution.WRISTS: "weight on the wrists",
    Caution.BLOOD_PRESSURE: "long, hard holds",
    Caution.FRAGILE_SPINE: "bending or twisting under load",
    Caution.LATE_PREGNANCY: "lying flat",
    Caution.BALANCE: "standing on one leg",
    Caution.UNSTABLE: "standing on something that gives",
    Caution.NERVE: "a pull on the nerve of the leg",
}


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words as a sentence lists them: "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last
