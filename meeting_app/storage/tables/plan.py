"""The plans of a topic with their costs, and who supports it. Money in fen."""

from datetime import date

from sqlalchemy import BigInteger, Date, Integer, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference


class Plan(Record):
    """One way to settle a topic."""

    __tablename__ = "plan"

    topic_id: Mapped[str] = reference("topic")
    position: Mapped[int] = column(Integer)
    title: Mapped[str] = column(String(120))
    text: Mapped[str] = column(Text)
    cost_fen: Mapped[int] = column(BigInteger)
    put_to_vote: Mapped[bool] = column(default=False)


class PlanShare(Record):
    """Who bears what of a plan: an amount in fen for each of `count` payers."""

    __tablename__ = "plan_share"

    plan_id: Mapped[str] = reference("plan")
    position: Mapped[int] = column(Integer)
    payer: Mapped[str] = column(String(80))
    count: Mapped[int] = column(Integer)
    amount_fen: Mapped[int] = column(BigInteger)


class Support(Record):
    """A person who backs a topic."""

    __tablename__ = "support"

    topic_id: Mapped[str] = reference("topic")
    person_id: Mapped[str] = reference("person")
    since: Mapped[date] = column(Date)
