"""What is known, as it is read on the site."""

import pytest
from django.test import Client

from gradus.vocabulary.certainty import VERDICTS

pytestmark = pytest.mark.django_db


def test_nothing_that_is_said_is_shown_without_what_became_of_it(client: Client) -> None:
    """A sentence that does not hold is no finding of ours, wherever it is listed."""
    for address in ("/learn?q=is+lifting+bad", "/learn/claims/aerobics-adds-reach"):
        page = client.get(address, follow=True).content.decode()
        assert "“" in page
        assert any(words in page for words in VERDICTS.values())
    listed = client.get("/learn?q=is+lifting+bad", follow=True).content.decode()
    assert listed.count('href="/learn/claims/') == listed.count("It is said:") > 0
