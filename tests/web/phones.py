"""Phones as their scripts have them: what `telling.js`, `plan.js`, `store.js` and `queue.js` do, step by
step, without a browser. What a phone keeps survives its page, as it does in IndexedDB."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

Table = dict[str, Any]
AT_ONCE = 50
LONG_AGO = timedelta(hours=6)


@dataclass(slots=True)
class Run:
    """A session as one phone goes through it: `now` in the scripts. `day` is the day by its own clock."""

    session: int
    way: str
    day: date
    done: list[Table] = field(default_factory=list)
    run: str | None = None


@dataclass(slots=True)
class Phone:
    """A phone with what it carries, what waits on it, and by how much its clock is off."""

    bundle: Mapping[str, Any]
    queue: list[Table] = field(default_factory=list)
    now: Run | None = None
    gone: list[Run] = field(default_factory=list)
    off: timedelta = timedelta(0)

    def clock(self, true: datetime) -> datetime:
        """What its clock shows."""
        return true + self.off

    def begin(self, true: datetime, way: str) -> bool:
        """Begins the next session that is carried, where its days allow it."""
        today, nth = self.clock(true).date(), len(self.gone)
        if nth >= len(self.bundle["sessions"]):
            return False
        session = self.bundle["sessions"][nth]
        if today.isoformat() not in session["days"]:
            return False
        if self.gone and (today - self.gone[-1].day).days < session["after"]:
            return False
        self.now = Run(nth, way, today)
        return True

    def tell_set(self, true: datetime, felt: Table) -> Table | None:
        """The next set, told; None where none is left."""
        found = self._step()
        if found is None or self.now is None:
            return None
        item, nth, side = found
        fields = {"exercise": item["exercise"], "amount": str(item["amount"]), **felt}
        told = self._said(true, "set", fields) | {"side": side}
        self.now.run = self.now.run or told["id"]
        self.now.done.append({"id": told["id"], "exercise": item["exercise"], "nth": nth, "side": side})
        self.now.done[-1]["at"] = self.clock(true)
        self.queue.append(told)
        return told

    def take_back(self, true: datetime) -> str | None:
        """Takes back the last set; its id."""
        if self.now is None or not self.now.done:
            return None
        last: str = self.now.done.pop()["id"]
        self.queue.append(self._said(true, "undo", {}) | {"set": last})
        return last

    def tell_end(self, true: datetime, fields: Table) -> Table | None:
        """Tells the end of what was begun, where anything was done in it."""
        if self.now is None:
            return None
        told = None
        if self.now.done:
            told = self._said(true, "end", fields)
            self.queue.append(told)
            self.gone.append(self.now)
        self.now = None
        return told

    def open_again(self, true: datetime) -> None:
        """The page was killed, and is opened again: a session of another day is over, told or not."""
        last = self.now.done[-1]["at"] if self.now and self.now.done else None
        today = self.clock(true)
        if self.now and self.now.day != today.date() and (last is None or today - last > LONG_AGO):
            self.gone.append(self.now)
            self.now = None

    def batch(self, true: datetime) -> Table:
        """What is sent at once."""
        sent_at = self.clock(true).isoformat()
        told = json.loads(json.dumps(self.queue[:AT_ONCE]))
        return {"whose": self.bundle["whose"], "sent_at": sent_at, "told": told}

    def hear(self, batch: Table, verdicts: list[Table]) -> None:
        """The answer to what was sent: what has a verdict waits no more."""
        heard = {told["id"] for told, _ in zip(batch["told"], verdicts, strict=False)}
        self.queue = [each for each in self.queue if each["id"] not in heard]

    def _said(self, true: datetime, what: str, fields: Table) -> Table:
        assert self.now is not None
        at = self.clock(true).isoformat()
        known = {"id": str(uuid4()), "what": what, "at": at, "day": self.now.day.isoformat()}
        seal = self.bundle["sessions"][self.now.session][self.now.way]["seal"]
        return known | {"seal": seal, "run": self.now.run, "fields": fields}

    def _step(self) -> tuple[Table, int, str | None] | None:
        """The first set that is still to be done, sides by turns."""
        if self.now is None:
            return None
        done = {(each["exercise"], each["nth"], each["side"]) for each in self.now.done}
        for item in self.bundle["sessions"][self.now.session][self.now.way]["items"]:
            for nth in range(1, item["sets"] + 1):
                for side in item["sides"]:
                    if (item["exercise"], nth, side) not in done:
                        return item, nth, side
        return None
