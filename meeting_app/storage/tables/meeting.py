"""A meeting as it is planned and as it runs. Instants are UTC milliseconds, durations milliseconds; a running
clock also keeps its monotonic start.
"""

from datetime import date

from sqlalchemy import BigInteger, Boolean, Date, Integer, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, added, column, reference


class Meeting(Record):
    """`state`: draft, convened (notice posted), live, closed, cancelled.

    `kind` is a shipped kind's code or an own kind's (`own-` and its identity), `kind_name` the own kind's
    name when the meeting was drafted; `label` is how it is cited, as it was numbered; `planned_end_ms` is set
    when the meeting opens and moved only by a decision.
    """

    __tablename__ = "meeting"

    kind: Mapped[str] = column(String(40))
    year: Mapped[int] = column(Integer)
    number: Mapped[int] = column(Integer)
    title: Mapped[str] = column(String(120))
    place: Mapped[str] = column(String(120))
    starts_ms: Mapped[int] = column(BigInteger, index=True)
    state: Mapped[str] = column(String(16), index=True)
    rule: Mapped[str | None] = column(String(40))
    notice_days: Mapped[int] = column(Integer)
    posted_on: Mapped[date | None] = column(Date)
    topic_id: Mapped[str | None] = reference("topic")
    chair_id: Mapped[str | None] = reference("person")
    recorder_id: Mapped[str | None] = reference("person")
    teller1_id: Mapped[str | None] = reference("person")
    teller2_id: Mapped[str | None] = reference("person")
    check_in_ms: Mapped[int | None] = column(BigInteger)
    opened_ms: Mapped[int | None] = column(BigInteger)
    closed_ms: Mapped[int | None] = column(BigInteger)
    opened_short: Mapped[str] = column(Text, default="")
    current_item_id: Mapped[str | None] = column(String(32))
    kind_name: Mapped[str] = added(String(60), "")
    planned_end_ms: Mapped[int | None] = column(BigInteger)
    label: Mapped[str] = added(String(60), "")


class ClockColumns:
    """A stopwatch on a row: elapsed when it last stopped, and the instant it runs since."""

    clock_limit_ms: Mapped[int] = column(Integer, default=0)
    clock_elapsed_ms: Mapped[int] = column(Integer, default=0)
    since_wall_ms: Mapped[int | None] = column(BigInteger)
    since_mono_ms: Mapped[int | None] = column(BigInteger)
    since_boot: Mapped[str | None] = column(String(64))


class AgendaItem(ClockColumns, Record):
    """An item; its clock counts the time used, the clock's limit is what it is allotted now.

    `planned_ms` stays as it was announced; `minimum_ms` 0 = not said (half of the plan then). `protected`:
    re-planning takes nothing from it; `droppable`: it may be moved out; `fixed_minute`: minutes after
    midnight (local) before which it does not begin.
    `internal_note` is for the facilitator alone. `repeat_of_id` names the item that is taken once more.
    """

    __tablename__ = "agenda_item"

    meeting_id: Mapped[str] = reference("meeting")
    position: Mapped[int] = column(Integer)
    kind: Mapped[str] = column(String(16))
    title: Mapped[str] = column(String(120))
    text: Mapped[str] = column(Text, default="")
    presenter: Mapped[str] = column(String(80), default="")
    planned_ms: Mapped[int] = column(Integer)
    state: Mapped[str] = column(String(16))
    speech_limit_ms: Mapped[int] = column(Integer, default=180_000)
    began_ms: Mapped[int | None] = column(BigInteger)
    ended_ms: Mapped[int | None] = column(BigInteger)
    topic_id: Mapped[str | None] = reference("topic")
    minimum_ms: Mapped[int] = added(Integer, 0)
    protected: Mapped[bool] = added(Boolean, False)
    droppable: Mapped[bool] = added(Boolean, False)
    fixed_minute: Mapped[int | None] = column(Integer)
    internal_note: Mapped[str] = added(Text, "")
    repeat_of_id: Mapped[str | None] = column(String(32))


class Motion(Record):
    """The text that an item puts to the vote, word for word as in the notice."""

    __tablename__ = "motion"

    item_id: Mapped[str] = reference("agenda_item")
    title: Mapped[str] = column(String(120))
    text: Mapped[str] = column(Text)
    plan_id: Mapped[str | None] = reference("plan")


class Invitee(Record):
    """Who is called to a meeting and whether they vote; `excused` is a reason given beforehand.

    `claim` is where somebody who walked in says to belong; the vote comes with `recognised_ms`.
    """

    __tablename__ = "invitee"

    meeting_id: Mapped[str] = reference("meeting")
    person_id: Mapped[str] = reference("person")
    capacity: Mapped[str] = column(String(24))
    votes: Mapped[bool] = column()
    excused: Mapped[str] = column(String(120), default="")
    claim: Mapped[str] = added(String(80), "")
    recognised_ms: Mapped[int | None] = column(BigInteger)


class Stay(Record):
    """One uninterrupted stay in the room; `means` is how the person was checked in: search, badge."""

    __tablename__ = "stay"

    meeting_id: Mapped[str] = reference("meeting")
    person_id: Mapped[str] = reference("person")
    came_ms: Mapped[int] = column(BigInteger)
    left_ms: Mapped[int | None] = column(BigInteger)
    means: Mapped[str] = column(String(16))


class Speech(ClockColumns, Record):
    """A raised hand, then a speech: `state` waiting, speaking, held (broken into), done, withdrawn, passed.

    `kind` is a domain.floor_class.SpeechClass; `hand` the place given by hand, `moved` whether it was this
    one that was moved. One that breaks in keeps in `held_id` whom, and in `held_ran` whether that clock ran;
    `label` is the table for which a reporter speaks.
    """

    __tablename__ = "speech"

    meeting_id: Mapped[str] = reference("meeting")
    item_id: Mapped[str] = reference("agenda_item")
    person_id: Mapped[str] = reference("person")
    state: Mapped[str] = column(String(16), index=True)
    asked: Mapped[int] = column(Integer)
    asked_ms: Mapped[int] = column(BigInteger)
    began_ms: Mapped[int | None] = column(BigInteger)
    ended_ms: Mapped[int | None] = column(BigInteger)
    gist: Mapped[str] = column(Text, default="")
    kind: Mapped[str] = added(String(12), "speech")
    category: Mapped[str] = added(String(16), "")
    side: Mapped[str] = added(String(8), "")
    hand: Mapped[int | None] = column(Integer)
    moved: Mapped[bool] = added(Boolean, value=False)
    held_id: Mapped[str | None] = column(String(32))
    held_ran: Mapped[bool] = added(Boolean, value=False)
    label: Mapped[str] = added(String(40), "")


class SeatRow(Record):
    """A row of seats and how many members with a vote sit in it; typed once a meeting (decisions.md 36)."""

    __tablename__ = "seat_row"

    meeting_id: Mapped[str] = reference("meeting")
    position: Mapped[int] = column(Integer)
    label: Mapped[str] = column(String(40))
    votes: Mapped[int] = column(Integer)


class Note(Record):
    """A line of the recorder: note or parking, and `person` who raised it.

    `fate` of a parked matter: "" (nobody has said yet), topic, next_meeting, task, answered; `led_to_id` is
    the topic, task or item that came of it, `answer` what was said.
    """

    __tablename__ = "note"

    meeting_id: Mapped[str] = reference("meeting")
    item_id: Mapped[str | None] = reference("agenda_item")
    kind: Mapped[str] = column(String(16))
    text: Mapped[str] = column(Text)
    at_ms: Mapped[int] = column(BigInteger)
    person: Mapped[str] = added(String(80), "")
    fate: Mapped[str] = added(String(16), "")
    answer: Mapped[str] = added(Text, "")
    led_to_id: Mapped[str | None] = column(String(32))


class Projection(Record):
    """What the hall is shown: mode content, backdrop, black, desktop; a pinned page; a banner, its end."""

    __tablename__ = "projection"

    meeting_id: Mapped[str] = reference("meeting", unique=True)
    mode: Mapped[str] = column(String(16), default="content")
    pinned: Mapped[str] = column(String(16), default="")
    page: Mapped[int] = column(Integer, default=0)
    banner: Mapped[str] = column(String(80), default="")
    banner_until_ms: Mapped[int | None] = column(BigInteger)
    attachment_id: Mapped[str | None] = column(String(32))
