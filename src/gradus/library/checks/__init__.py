"""Cross-checks: what no single file can tell about itself."""

from collections.abc import Callable, Iterator

from gradus.library.checks import (
    basis,
    contradictions,
    emergency,
    exercises,
    knowledge,
    measures,
    movements,
    names,
    programmes,
    rules,
    screen_rules,
    screens,
    steps,
    watching,
)
from gradus.library.contents import Contents
from gradus.library.faults import Fault

Check = Callable[[Contents], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    names.everything_named_exists,
    names.every_item_is_used,
    names.rule_ids_stand_once,
    basis.everything_shows_its_basis,
    basis.reviews_name_who_and_when,
    screens.screens_follow_each_other,
    screens.items_can_be_asked,
    screens.action_levels_are_there,
    screen_rules.limits_stand_where_training_goes_on,
    screen_rules.only_a_review_closes_all,
    screen_rules.conditions_can_be_met,
    screen_rules.thresholds_of_rules_are_used,
    contradictions.clauses_can_be_met,
    exercises.doses_are_whole,
    exercises.codes_stand_once,
    exercises.ladders_hold,
    exercises.entries_can_be_reached,
    movements.movements_come_round,
    movements.equipment_is_drawn,
    movements.poses_can_be_taken,
    watching.watches_are_whole,
    programmes.programmes_can_be_filled,
    measures.measures_have_room,
    measures.items_make_the_score,
    measures.norms_can_be_read,
    measures.no_direction_no_verdict,
    rules.sentences_can_be_filled,
    rules.numbers_of_rules_exist,
    steps.the_table_hangs_together,
    steps.rises_stand_behind_their_guards,
    knowledge.recalled_sources_are_cited,
    knowledge.unread_sources_are_recalled,
    emergency.numbers_can_be_called,
    emergency.the_phrase_is_said,
)

BARE: tuple[Check, ...] = (names.every_source_is_cited,)
"""Held by the packaged content alone: an overlay that rests a number on something else cannot take a packaged
source away."""


def check(contents: Contents, *, overlaid: bool) -> list[Fault]:
    """Every fault between files, in the order of the checks."""
    asked = CHECKS if overlaid else (*CHECKS, *BARE)
    return [fault for one in asked for fault in one(contents)]
