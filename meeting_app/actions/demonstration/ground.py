"""What all parts of the planting stand on: chance that repeats, identities, days counted from the anchor, the
texts.
"""

import tomllib
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any

from meeting_app import resources
from meeting_app.actions.common import ZONE, wall_ms
from meeting_app.actions.demonstration.ids import named_id
from meeting_app.domain import codes
from meeting_app.storage.base import Record
from meeting_app.storage.work import Work

Text = dict[str, Any]
BADGE_BITS = 25


@cache
def texts(name: str) -> Text:
    """One file of the demonstration's texts."""
    with resources.path("demonstration", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def fen(yuan: str) -> int:
    """An amount with two decimals as fen: "186432.50" gives 18643250."""
    whole, cents = yuan.split(".")
    return int(whole) * 100 + int(cents)


class Ground:
    """Chance by subject, so that a change to one part leaves the others as they were."""

    def __init__(self, work: Work, seed: int, anchor: date) -> None:
        self.work, self.seed, self.anchor = work, seed, anchor
        self._ids = self.chance("identities")
        self._badges: set[int] = set()

    def chance(self, subject: str) -> Random:
        """A stream of chance of its own for a subject."""
        return Random(f"{self.seed} {subject}")

    def named(self, name: str) -> str:
        """The identity of something that has a name in the texts."""
        return named_id(self.seed, name)

    def add(self, row: Record) -> None:
        """Keep a row; it is given the next identity when it has none."""
        if not row.id:
            row.id = self.new_id()
        self.work.session.add(row)

    def new_id(self) -> str:
        """The next identity."""
        return f"{self._ids.getrandbits(128):032x}"

    def badge(self) -> str:
        """A badge code that nobody else has."""
        while (number := self._ids.getrandbits(BADGE_BITS)) in self._badges:
            pass
        self._badges.add(number)
        return codes.code_from_number(number, 6)

    def day(self, offset: int) -> date:
        """The day so many days after the anchor."""
        return self.anchor + timedelta(days=offset)

    def instant(self, offset: int, clock: str) -> int:
        """UTC milliseconds of a local time ("14:30") on a day counted from the anchor."""
        moment = datetime.combine(self.day(offset), time.fromisoformat(clock), ZONE)
        return wall_ms(moment)
