"""What belongs to filed papers: objections to what was public."""

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
