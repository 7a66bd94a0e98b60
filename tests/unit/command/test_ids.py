"""Ids of new facts."""

from datetime import UTC, datetime, timedelta
from secrets import token_bytes
from uuid import RFC_4122, UUID

from gradus_cli.ids import new_id

NOW = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)


def test_the_layout_is_that_of_rfc_9562() -> None:
    """Its appendix A.6 gives this very example."""
    dice = bytes.fromhex("0cc318c4dc0c0c07398f")
    assert new_id(NOW, lambda count: dice[:count]) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_ids_are_ordered_by_when_they_were_made_and_no_two_are_alike() -> None:
    ids = [new_id(NOW + timedelta(milliseconds=nth // 2), token_bytes) for nth in range(1000)]
    assert [each[:13] for each in ids] == sorted(each[:13] for each in ids)
    assert len(set(ids)) == 1000
    assert {(UUID(each).version, UUID(each).variant) for each in ids} == {(7, RFC_4122)}
