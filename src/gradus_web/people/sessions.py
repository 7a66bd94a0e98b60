"""Sessions as Django keeps them, each with its owner and the day on which it was last used."""

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.utils import timezone

from gradus_web.people.models import SignedIn

SEEN = "seen"


class SessionStore(InDatabase):
    """Knows whose a session is. It is written once on each day that it is used, and so lasts as long as
    somebody comes back; else a look writes nothing."""

    @classmethod
    def get_model_class(cls) -> type[SignedIn]:
        return SignedIn

    def create_model_instance(self, data: dict[str, Any]) -> SignedIn:
        row = cast("SignedIn", super().create_model_instance(data))
        row.owner_id = data.get(SESSION_KEY)
        return row

    def load(self) -> dict[str, Any]:
        data: dict[str, Any] = super().load()
        today = timezone.now().date().isoformat()
        if SESSION_KEY in data and data.get(SEEN) != today:
            data[SEEN] = today
            self.modified = True
        return data
