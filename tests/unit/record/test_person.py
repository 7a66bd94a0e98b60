"""What is known of a person."""

from gradus.record.facts import Profile
from gradus.record.history import fold
from gradus.record.person import Person, person
from gradus.vocabulary.scales import Equipment
from tests.build import Facts


def test_nothing_said_is_nothing_known() -> None:
    assert person(fold([])) == Person()


def test_the_last_word_on_each_point_counts() -> None:
    write = Facts()
    first = write(Profile, equipment=(Equipment.MAT,), minutes=30)
    later = write(Profile, 3, minutes=20, bands=())
    assert person(fold([later, first])) == Person(equipment=(Equipment.MAT,), minutes=20, bands=())


def test_none_leaves_what_was_said_and_an_empty_list_says_none() -> None:
    write = Facts()
    said = write(Profile, equipment=(Equipment.MAT,))
    assert person(fold([said, write(Profile, 1, equipment=None)])).equipment == (Equipment.MAT,)
    assert person(fold([said, write(Profile, 2, equipment=())])).equipment == ()
