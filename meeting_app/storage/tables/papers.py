"""What belongs to filed papers: where public ones were put up, objections to them."""

from datetime import date

from sqlalchemy import Date, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference


class Objection(Record):
    """An objection to a public notice in its words, and its answer; `raised_by` is for the office only."""

    __tablename__ = "objection"

    paper_id: Mapped[str] = reference("paper")
    received_on: Mapped[date] = column(Date)
    raised_by: Mapped[str] = column(String(80), default="")
    text: Mapped[str] = column(Text)
    answer: Mapped[str] = column(Text, default="")
    answered_on: Mapped[date | None] = column(Date)


class Posting(Record):
    """A public paper put up in a place, from a day until it was taken down; `photo` is the digest of a
    picture of it, "" without one; `note` is told in the report on the public notice.
    """

    __tablename__ = "posting"

    paper_id: Mapped[str] = reference("paper")
    place: Mapped[str] = column(String(80))
    posted_on: Mapped[date] = column(Date)
    removed_on: Mapped[date | None] = column(Date)
    note: Mapped[str] = column(String(200), default="")
    photo: Mapped[str] = column(String(64), default="")
