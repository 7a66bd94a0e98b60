import pickle
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace

import pytest

from gradus.library.types.content import content


@content
class Card:
    """A kind of content as any."""

    title: str
    pages: int = 1
    notes: Mapping[str, str] = field(default_factory=dict)


def test_it_is_a_dataclass_with_its_defaults() -> None:
    card = Card(title="One")
    assert is_dataclass(card)
    assert [each.name for each in fields(card)] == ["title", "pages", "notes"]
    assert (card.title, card.pages, card.notes) == ("One", 1, {})
    assert card.notes is not Card(title="Two").notes
    assert not hasattr(card, "__dict__")


def test_nothing_changes_it() -> None:
    card = Card(title="One")
    with pytest.raises(FrozenInstanceError, match="title of a Card is fixed"):
        card.title = "Two"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="pages"):
        del card.pages
    assert replace(card, pages=2) == Card(title="One", pages=2)
    assert card.pages == 1


def test_what_is_missing_or_not_known_is_told() -> None:
    with pytest.raises(TypeError, match="Card: missing, or not known: title"):
        Card()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Card: missing, or not known: page"):
        Card(title="One", page=3)  # type: ignore[call-arg]


def test_those_of_one_kind_are_equal_when_their_fields_are() -> None:
    @content
    class Sheet:
        title: str
        pages: int = 1

    assert Card(title="One") == Card(title="One", pages=1)
    assert Card(title="One") != Card(title="Two")
    other: object = Card(title="One")
    assert Sheet(title="One") != other
    assert hash(Sheet(title="One")) == hash(Sheet(title="One"))
    assert len({Sheet(title="One"), Sheet(title="One", pages=2)}) == 2


def test_it_tells_what_it_is() -> None:
    assert repr(Card(title="One")) == "Card(title='One', pages=1, notes={})"


def test_it_can_be_copied_and_sent() -> None:
    card = Card(title="One", notes={"a": "b"})
    assert pickle.loads(pickle.dumps(card)) == card  # noqa: S301
    assert deepcopy(card) == card
