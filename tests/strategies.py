"""Any fact, any record: drawn from the types of the facts, so that a new kind needs no line here."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st
from msgspec import Struct, inspect
from msgspec.json import encode as as_json

from gradus.record.facts import Fact, UnknownFact
from gradus.record.history import History, fold
from gradus.vocabulary.ids import FactId
from tests.build import AMINA

IDS = tuple(FactId(f"01990000-0000-7000-8000-{nth:012x}") for nth in range(12))
"""Few, so that facts meet: that they correct each other and come twice under one id."""

OTHER = FactId("01980000-0000-7000-8000-00000000d07a")
CHIDI = "clinician:Chidi"

texts = st.text(max_size=8)
days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=offsets | st.just(UTC))  # noqa: DTZ001


def facts(*kinds: type[Struct], ids: tuple[FactId, ...] = IDS) -> st.SearchStrategy[Any]:
    """Any fact of these kinds, or of all of them; mostly Amina's."""
    return st.one_of([_fact(kind, ids) for kind in kinds or get_args(Fact)])


def records(*kinds: type[Struct], most: int = 12) -> st.SearchStrategy[list[Any]]:
    """Some facts as they may have arrived."""
    return st.lists(facts(*kinds), max_size=most)


def histories(*kinds: type[Struct], most: int = 12) -> st.SearchStrategy[History]:
    """The history that some facts tell."""
    return records(*kinds, most=most).map(fold)


def unknown_facts() -> st.SearchStrategy[UnknownFact]:
    """Facts of a newer version: of a kind that is not known, or of a later version of one that is."""
    more = st.dictionaries(
        texts.map(lambda key: f"x-{key}"), st.integers(0, 9) | texts | st.none(), max_size=3
    )
    heads = st.tuples(st.just("sleep"), st.integers(1, 9)) | st.tuples(st.just("set"), st.integers(2, 9))
    return st.builds(_unknown, st.sampled_from(IDS), heads, more)


def _unknown(id_: FactId, head: tuple[str, int], more: dict[str, Any]) -> UnknownFact:
    kind, v = head
    return UnknownFact(id=id_, kind=kind, v=v, raw=as_json({**more, "v": v, "kind": kind, "id": id_}))


@cache
def _fact(kind: type[Struct], ids: tuple[FactId, ...]) -> st.SearchStrategy[Any]:
    some = st.sampled_from(ids)
    special = {
        "id": some,
        "session": some,
        "corrects": st.none() | some,
        "person": st.sampled_from((AMINA, AMINA, AMINA, OTHER)),
        "by": st.sampled_from(("self", "self", CHIDI)),
        "v": st.just(1),
    }
    return st.builds(kind, **(_fields(kind) | {k: v for k, v in special.items() if k in _fields(kind)}))


@cache
def _fields(kind: type[Any]) -> dict[str, st.SearchStrategy[Any]]:
    told = inspect.type_info(kind)
    assert isinstance(told, inspect.StructType | inspect.DataclassType)
    return {each.name: _values(each.type) for each in told.fields}


def _values(wanted: inspect.Type) -> st.SearchStrategy[Any]:
    if isinstance(wanted, inspect.UnionType):
        return st.one_of([_values(each) for each in wanted.types])
    if isinstance(wanted, inspect.StructType):
        return st.builds(wanted.cls, **_fields(wanted.cls))
    return _PLAIN[type(wanted)](wanted)


_PLAIN: dict[type[inspect.Type], Callable[[Any], st.SearchStrategy[Any]]] = {
    inspect.NoneType: lambda _: st.none(),
    inspect.BoolType: lambda _: st.booleans(),
    inspect.IntType: lambda wanted: st.integers(
        -1000 if wanted.ge is None else wanted.ge, 1000 if wanted.le is None else wanted.le
    ),
    inspect.FloatType: lambda wanted: st.floats(
        -1000 if wanted.ge is None else wanted.ge, 1000 if wanted.le is None else wanted.le
    ),
    inspect.StrType: lambda wanted: (
        st.sampled_from(IDS)
        if wanted.min_length == 36
        else st.from_regex(wanted.pattern, fullmatch=True)
        if wanted.pattern
        else st.text(min_size=wanted.min_length or 0, max_size=max(8, wanted.min_length or 0))
    ),
    inspect.DateType: lambda _: days,
    inspect.DateTimeType: lambda _: moments,
    inspect.LiteralType: lambda wanted: st.sampled_from(wanted.values),
    inspect.EnumType: lambda wanted: st.sampled_from(list(wanted.cls)),
    inspect.VarTupleType: lambda wanted: st.lists(
        _values(wanted.item_type), min_size=wanted.min_length or 0, max_size=3
    ).map(tuple),
    inspect.DictType: lambda wanted: st.dictionaries(texts, _values(wanted.value_type), max_size=3),
}
