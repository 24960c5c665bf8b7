"""Votes that are counted from ballots: options, voting rights, the ballots of open votes.

A secret vote's ballots are not here: they lie in its urn (storage/urn.py) and come as one sorted sheet when
it is closed.
"""

from sqlalchemy import BigInteger, Integer, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference


class PollOption(Record):
    """What can be chosen, in the order of the ballot paper; `cost_fen` where money is shared."""

    __tablename__ = "poll_option"

    poll_id: Mapped[str] = reference("poll")
    position: Mapped[int] = column(Integer)
    text: Mapped[str] = column(String(200))
    cost_fen: Mapped[int] = column(BigInteger, default=0)


class PollRight(Record):
    """One voice of a vote as it was frozen (decisions.md 9): whose it is, the area in 0.01 m² it stands for,
    who exercises it. `present`, `represented` and `handed` (a ballot was handed to them) are the snapshot at
    the close; of a secret vote `present` is who was there at any time while it was open.
    """

    __tablename__ = "poll_right"

    poll_id: Mapped[str] = reference("poll")
    position: Mapped[int] = column(Integer)
    holder_id: Mapped[str | None] = reference("person")
    exerciser_id: Mapped[str | None] = reference("person")
    units: Mapped[str] = column(Text, default="")
    area_c: Mapped[int] = column(BigInteger, default=0)
    present: Mapped[bool] = column(default=False)
    represented: Mapped[bool] = column(default=False)
    handed: Mapped[bool] = column(default=False)


class Ballot(Record):
    """A ballot of an open vote: which right cast it, by which channel, the marks as JSON. `request` is the
    sender's own key, so that a vote that is sent again is not a second one.
    """

    __tablename__ = "ballot"

    poll_id: Mapped[str] = reference("poll")
    right_id: Mapped[str] = reference("poll_right")
    channel: Mapped[str] = column(String(16))
    marks: Mapped[str] = column(Text)
    request: Mapped[str] = column(String(64), default="")
    cast_ms: Mapped[int] = column(BigInteger)


class RestCount(Record):
    """Hands that were counted for an option beside the other channels, by two tellers (decisions.md 4)."""

    __tablename__ = "rest_count"

    poll_id: Mapped[str] = reference("poll")
    mark: Mapped[int] = column(Integer)
    position: Mapped[int] = column(Integer)
    first: Mapped[int | None] = column(Integer)
    second: Mapped[int | None] = column(Integer)
