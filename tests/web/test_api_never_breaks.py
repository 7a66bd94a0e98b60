"""Whatever fact a program tells, it gets a verdict; what is the core's or a clinician's to write stays so."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from gradus.record.codec import encode
from gradus.record.facts import Fact
from gradus_web.api.may import OURS
from gradus_web.people.models import User
from tests.strategies import facts
from tests.tries import tries
from tests.web.conftest import client_of, here_of

pytestmark = pytest.mark.django_db


@tries(15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(facts(), max_size=6), promise=st.none() | st.text(max_size=20))
def test_every_fact_gets_a_verdict(guest: User, told: list[Fact], promise: str | None) -> None:
    """Sent twice, each is refused again, or had; and what is kept can be read."""
    browser = client_of(guest)
    sent: dict[str, Any] = {"facts": [json.loads(encode(each)) for each in told], "promise": promise}
    for fact in sent["facts"]:
        fact.pop("person")
    for before in ("kept", "had"):
        answer = browser.post("/api/v1/facts", sent, content_type="application/json")
        assert answer.status_code == 200, answer.content
        for fact, verdict in zip(told, answer.json()["verdicts"], strict=True):
            assert verdict["verdict"] in (before, "had", "refused")
            assert verdict["verdict"] != "refused" or verdict["says"]
            assert verdict["verdict"] == "refused" or type(fact) not in OURS
    kept = here_of(guest).history.received.values()
    assert {each.by for each in kept} <= {"self"}
    assert not {type(each) for each in kept} & set(OURS)
    assert browser.get("/api/v1/today").status_code == 200
