"""What holds of every session that is made shorter, and of every rest-day offer."""

from datetime import timedelta
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from gradus.journey.offers import offers
from gradus.journey.shorter import Shortened, Usual, Wish, shortened, without_rise
from gradus.library.library import Library
from gradus.planning.minutes import session_minutes
from gradus.record.facts import Profile
from gradus.record.history import fold
from gradus.record.parts import ShownItem
from gradus.screening.cleared import Scope, clear
from gradus.screening.limits import Limits, combine
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.scales import Caution, Equipment, Position, Step, Weekday
from tests.build import START, Facts
from tests.plans import ON, dose

SLOTS = "abcdefgh"


changes = st.fixed_dictionaries(
    {
        "sets": st.integers(1, 5),
        "amount": st.integers(1, 40),
        "load_kg": st.none() | st.sampled_from([4.0, 8.0, 10.0]),
        "hold_s": st.none() | st.integers(1, 20),
    }
)


@st.composite
def sessions(draw: st.DrawFn, library: Library) -> tuple[ShownItem, ...]:
    names = draw(st.lists(st.sampled_from(sorted(library.exercises)), min_size=1, max_size=8, unique=True))
    return tuple(
        ShownItem(
            slot=slot,
            exercise=name,
            dose=dose(library, name, **draw(changes)),
            step=draw(st.sampled_from([Step.START, Step.HOLD, Step.PROGRESS, Step.REGRESS])),
        )
        for slot, name in zip(SLOTS, names, strict=False)
    )


wishes = st.builds(Wish, minutes=st.none() | st.integers(5, 180), low=st.booleans())


def made(library: Library, items: tuple[ShownItem, ...], wish: Wish, data: st.DataObject) -> Shortened:
    last = {
        item.exercise: dose(library, item.exercise, **data.draw(changes))
        for item in items
        if data.draw(st.booleans())
    }
    usual = Usual(
        optional=data.draw(st.sets(st.sampled_from(SLOTS))),
        last=last,
        cleared=clear("full", combine((), library), on=ON, because=()),
    )
    return shortened(items, wish, usual, library)


class TestAShortSession:
    @given(data=st.data())
    def test_asks_for_no_more_in_any_part(self, library: Library, data: st.DataObject) -> None:
        """Nothing in a short session is more than in the whole one, and something is always left to do."""
        items, wish = data.draw(sessions(library)), data.draw(wishes)
        found = made(library, items, wish, data)
        whole = {item.slot: item for item in items}
        assert found.items
        for item in found.items:
            usual = whole[item.slot]
            assert item.exercise == usual.exercise
            assert item.dose.sets <= usual.dose.sets
            assert item.dose.amount <= usual.dose.amount
            assert (item.dose.load_kg or 0) <= (usual.dose.load_kg or 0)
            assert (item.dose.hold_s or 0) <= (usual.dose.hold_s or 0)
            assert (item.dose.reserve or 0) >= (usual.dose.reserve or 0)

    @given(data=st.data())
    def test_leaves_nothing_out_untold(self, library: Library, data: st.DataObject) -> None:
        """Every exercise of the whole session is done or told as left out, each in one place, in order."""
        items, wish = data.draw(sessions(library)), data.draw(wishes)
        found = made(library, items, wish, data)
        done, out = [each.slot for each in found.items], [each.slot for each in found.left_out]
        assert sorted(done + out) == [item.slot for item in items]
        assert done == sorted(done)
        assert all(each.because for each in found.left_out)

    @given(data=st.data())
    def test_fits_or_is_the_least_there_is(self, library: Library, data: st.DataObject) -> None:
        """It keeps to the minutes, or is one set of one exercise and says so."""
        items, minutes = data.draw(sessions(library)), data.draw(st.integers(5, 180))
        found = made(library, items, Wish(minutes), data)
        if session_minutes(found.items, library, Limits()) > minutes:
            assert [item.dose.sets for item in found.items] == [1]
            assert "least-worth-doing" in [reason.rule for reason in found.because]

    @given(data=st.data())
    def test_leaves_out_what_is_optional_first(self, library: Library, data: st.DataObject) -> None:
        """While an optional place is filled, no other was left out to save time."""
        items, minutes = data.draw(sessions(library)), data.draw(st.integers(5, 180))
        optional = data.draw(st.sets(st.sampled_from(SLOTS)))
        cleared = clear("full", combine((), library), on=ON, because=())
        usual = Usual(optional=optional, last={}, cleared=cleared)
        found = shortened(items, Wish(minutes), usual, library)
        if any(each.slot not in optional for each in found.left_out):
            kept = [each.slot for each in found.items if each.slot in optional]
            assert len(kept) <= 1
            assert not kept or len(found.items) == 1

    @given(data=st.data())
    def test_is_short_when_something_is_less(self, library: Library, data: st.DataObject) -> None:
        """It is called short exactly when it is a low day or something of it is less."""
        items, wish = data.draw(sessions(library)), data.draw(wishes)
        found = made(library, items, wish, data)
        same = [(each.slot, each.dose) for each in found.items] == [(each.slot, each.dose) for each in items]
        assert (found.short == "no") == (same and not wish.low)


def profiles(library: Library) -> st.SearchStrategy[dict[str, Any]]:
    ids = sorted(library.exercises)

    def some(values: Any) -> st.SearchStrategy[Any]:
        return st.none() | st.lists(st.sampled_from(list(values)), max_size=4, unique=True).map(tuple)

    return st.fixed_dictionaries(
        {
            "equipment": some(Equipment),
            "cannot_take": some(Position),
            "provoked_by": some(Caution),
            "dislikes": some(ids),
            "likes": some(ids),
            "runs_on": some(Weekday),
            "usual_pain_0_10": st.none() | st.integers(0, 10),
            "eases_within_minutes": st.none() | st.integers(0, 300),
        }
    )


class TestAnOffer:
    @given(data=st.data())
    def test_fits_the_person(self, library: Library, data: st.DataObject) -> None:
        """Nothing is offered that needs what is not there, takes a position that cannot be taken, breaks a
        limit, provokes, or is disliked; and nothing with a weight."""
        told = data.draw(profiles(library))
        names = data.draw(st.lists(st.sampled_from(sorted(library.limits)), max_size=3, unique=True))
        limits = combine(((limit, RuleId("drawn")) for limit in names), library)
        scope: Scope = data.draw(st.sampled_from(get_args(Scope)))
        cleared = clear(scope, limits, on=ON, because=())
        day = START + timedelta(days=data.draw(st.integers(0, 400)))
        found = offers(fold([Facts()(Profile, 0, **told)]), library, cleared, day)
        for each in (library.exercises[id_] for offer in found for id_ in offer.exercises):
            assert {*each.needs} <= {*(told["equipment"] or ())}
            assert each.position not in (told["cannot_take"] or ())
            assert {*each.cautions}.isdisjoint(told["provoked_by"] or ())
            assert each.id not in (told["dislikes"] or ())
            assert not limits.against(each)
            assert each.dose.load == "none"
            assert each.pattern in (("walk", "calm") if scope == "calm" else ("walk", "calm", "mobility"))


class TestWithoutARise:
    """A session without a rise asks for no more of any exercise than was asked for last, in no part of its
    dose, brings no step up that was never asked for, and leaves out nothing else."""

    @given(data=st.data())
    def test_it(self, library: Library, data: st.DataObject) -> None:
        items = data.draw(sessions(library))
        last = {
            item.exercise: dose(library, item.exercise, **data.draw(changes))
            for item in items
            if data.draw(st.booleans())
        }
        kept = {item.exercise: item for item in without_rise(items, last)}
        for item in items:
            if item.exercise not in last:
                assert (item.exercise in kept) is (item.step is not Step.PROGRESS)
                continue
            made, before = kept[item.exercise].dose, last[item.exercise]
            assert made.sets <= min(before.sets, item.dose.sets)
            assert made.amount <= min(before.amount, item.dose.amount)
            assert before.load_kg is None or (made.load_kg or 0) <= before.load_kg
            assert before.load_kg is not None or made.load_kg is None
            assert kept[item.exercise].step is not Step.PROGRESS
