"""Whether the rules as they are asked of many at once say what the core says of one person."""

from datetime import UTC, date, datetime, time, timedelta

import numpy as np

from benchmarks.mornings.people import Days, Marks, Setting, draw
from benchmarks.mornings.rules import Told, decides, worse
from benchmarks.mornings.shares import by_day, in_order
from gradus.library.library import Library
from gradus.progression.judging import Mornings
from gradus.record.facts import MorningCheckIn
from gradus.vocabulary.ids import FactId, PersonId

PERSON = PersonId("01980000-0000-7000-8000-0000000000ab")
BEGAN = date(2026, 1, 5)
SETTINGS = tuple(
    Setting(rho=rho, missing=missing, run_in=run_in)
    for rho in (0.0, 0.3, 0.5)
    for missing in (0.0, 0.15, 0.6)
    for run_in in (0, 28)
)
"""Gaps up to more than half of all mornings, so that too few mornings are met as well."""


def checked(library: Library, courses: int, seed: int) -> tuple[int, int, int]:
    """So many random courses, half of them with a rise, asked on every day: the days on which a core function
    and its form for many differ, the days on which the core would lower, and all days."""
    differ = lowers = days = 0
    each, over = divmod(courses, len(SETTINGS))
    for nth, setting in enumerate(SETTINGS):
        lives = draw(setting, each + (nth < over), (seed, nth))
        half = np.arange(len(lives.told)) % 2 == 0
        pains = np.where(half[:, None], lives.stable, lives.risen)
        ours = _ours(pains, lives.told, library)
        core = np.array([_of_the_core(*row, library) for row in zip(pains, lives.told, strict=True)])
        differ += int((ours != core).any(-1).sum())
        lowers += int(core[..., 0].sum())
        days += pains.size
    return differ, lowers, days


def _ours(pains: Days, told: Marks, library: Library) -> Marks:
    """By person and day: whether it lowers, and whether that very morning is worse."""
    mornings = Told(in_order(pains, told), int(library.mornings.fewest_for_a_baseline.value))
    lowers, bad = (by_day(rule(library)(mornings), told) for rule in (decides, worse))
    return np.stack([lowers, bad & told], axis=-1)


def _of_the_core(pains: Days, told: Marks, library: Library) -> list[tuple[bool, bool]]:
    """The same for one person, by the functions that decide. A morning that is worse only against few
    mornings has no baseline yet and is left aside: it lowers nothing."""
    facts = [_morning(day, int(pain)) for day, pain in enumerate(pains) if told[day]]
    every = Mornings.of(tuple(facts), library, None)
    said = []
    for day in (BEGAN + timedelta(days=nth) for nth in range(len(pains))):
        now = tuple(each for each in facts if each.day <= day)
        bad = every.worse(day) is True and every.usual(day) is not None
        said.append((Mornings.of(now, library, None).rise_lasts(day), bad))
    return said


def _morning(day: int, pain: int) -> MorningCheckIn:
    on = BEGAN + timedelta(days=day)
    at = datetime.combine(on, time(7), UTC)
    id_ = FactId(f"01990000-0000-7000-8000-{day:012x}")
    return MorningCheckIn(id=id_, person=PERSON, at=at, day=on, pain_0_10=pain)
