"""How the floor of a meeting and of an item is kept: order, classes' limits, mode, budgets, small tables."""

from sqlalchemy import Boolean, Integer, String
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference
from meeting_app.storage.tables.meeting import ClockColumns


class FloorRule(Record):
    """The rules of a meeting: `order` is a domain.speaking_queue.OrderRule, `most_turns` of a person on an
    item (0 = any number, a hint only), the limits of the classes in ms.
    """

    __tablename__ = "floor_rule"

    meeting_id: Mapped[str] = reference("meeting", unique=True)
    order: Mapped[str] = column(String(12))
    most_turns: Mapped[int] = column(Integer)
    order_ms: Mapped[int] = column(Integer)
    question_ms: Mapped[int] = column(Integer)
    reply_ms: Mapped[int] = column(Integer)


class FloorPlan(ClockColumns, Record):
    """The floor of an item that is not the usual one: `mode` is a domain.floor_mode.FloorMode, `turn_ms` the
    limit of a speech in it (0 = the item's), `budget_ms` what each group has together (0 = no budget) and
    `budget_by` how the groups are made. The clock is that of the work at the tables.
    """

    __tablename__ = "floor_plan"

    meeting_id: Mapped[str] = reference("meeting")
    item_id: Mapped[str] = reference("agenda_item", unique=True)
    mode: Mapped[str] = column(String(12))
    turn_ms: Mapped[int] = column(Integer)
    closed: Mapped[bool] = column(Boolean)
    budget_ms: Mapped[int] = column(Integer)
    budget_by: Mapped[str] = column(String(12))


class FloorSeat(Record):
    """A person's place at a small table of an item; `reporter` tells the hall what the table found."""

    __tablename__ = "floor_seat"

    meeting_id: Mapped[str] = reference("meeting")
    item_id: Mapped[str] = reference("agenda_item")
    person_id: Mapped[str] = reference("person")
    number: Mapped[int] = column(Integer)
    reporter: Mapped[bool] = column(Boolean)
