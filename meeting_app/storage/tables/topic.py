"""Topics in the closed loop."""

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, added, column, reference


class Topic(Record):
    """A matter of the residents; numbered within its year. `label` is how it is cited, as it was numbered."""

    __tablename__ = "topic"

    year: Mapped[int] = column(Integer)
    number: Mapped[int] = column(Integer)
    title: Mapped[str] = column(String(120))
    summary: Mapped[str] = column(Text)
    category: Mapped[str] = column(String(24), default="")
    contact_point: Mapped[str] = column(String(80), default="")
    stage: Mapped[str] = column(String(16), index=True)
    raised_on: Mapped[date] = column(Date)
    closed_on: Mapped[date | None] = column(Date)
    proposer_id: Mapped[str | None] = reference("person")
    body_id: Mapped[str | None] = reference("body")
    label: Mapped[str] = added(String(60), "")


class TopicStage(Record):
    """The record of one stage of a topic."""

    __tablename__ = "topic_stage"

    topic_id: Mapped[str] = reference("topic")
    stage: Mapped[str] = column(String(16))
    entered_on: Mapped[date | None] = column(Date)
    left_on: Mapped[date | None] = column(Date)
    due_on: Mapped[date | None] = column(Date)
    note: Mapped[str] = column(Text, default="")
    skipped_reason: Mapped[str] = column(Text, default="")
