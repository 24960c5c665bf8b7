"""What a meeting comes to: polls, decisions, tasks, papers."""

from datetime import date

from sqlalchemy import BigInteger, Date, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference


class Poll(Record):
    """A vote by show of hands: `state` open, counted, published, annulled. The rule is frozen as JSON when it
    opens.
    """

    __tablename__ = "poll"

    meeting_id: Mapped[str] = reference("meeting")
    item_id: Mapped[str] = reference("agenda_item")
    motion_id: Mapped[str] = reference("motion")
    round: Mapped[int] = column(Integer)
    state: Mapped[str] = column(String(16))
    rule: Mapped[str] = column(Text)
    tellers: Mapped[int] = column(Integer)
    choice: Mapped[str] = column(String(8))
    eligible: Mapped[int] = column(Integer)
    present: Mapped[int] = column(Integer)
    opened_ms: Mapped[int] = column(BigInteger)
    closed_ms: Mapped[int | None] = column(BigInteger)
    published_ms: Mapped[int | None] = column(BigInteger)
    for_: Mapped[int | None] = column("votes_for", Integer)
    against: Mapped[int | None] = column(Integer)
    abstain: Mapped[int | None] = column(Integer)
    verdict: Mapped[str | None] = column(String(16))
    reason: Mapped[str] = column(Text, default="")


class HandReport(Record):
    """What one teller reported for one row and one choice."""

    __tablename__ = "hand_report"

    poll_id: Mapped[str] = reference("poll")
    position: Mapped[int] = column(Integer)
    label: Mapped[str] = column(String(40))
    votes: Mapped[int] = column(Integer)
    choice: Mapped[str] = column(String(8))
    first: Mapped[int | None] = column(Integer)
    second: Mapped[int | None] = column(Integer)


class Decision(Record):
    """What was decided, in words; by a poll or noted by the recorder."""

    __tablename__ = "decision"

    meeting_id: Mapped[str] = reference("meeting")
    item_id: Mapped[str | None] = reference("agenda_item")
    poll_id: Mapped[str | None] = reference("poll")
    text: Mapped[str] = column(Text)
    decided_ms: Mapped[int] = column(BigInteger)


class Task(Record):
    """Who does what by when, and who supervises; `state` open or done."""

    __tablename__ = "task"

    meeting_id: Mapped[str | None] = reference("meeting")
    item_id: Mapped[str | None] = reference("agenda_item")
    topic_id: Mapped[str | None] = reference("topic")
    body_id: Mapped[str | None] = reference("body")
    text: Mapped[str] = column(Text)
    assignee: Mapped[str] = column(String(80), default="")
    supervisor: Mapped[str] = column(String(80), default="")
    due_on: Mapped[date | None] = column(Date)
    state: Mapped[str] = column(String(16), index=True)
    done_on: Mapped[date | None] = column(Date)
    created_ms: Mapped[int] = column(BigInteger)


class Paper(Record):
    """A filed document: reserved, filed or superseded. `content_digest` is of the records it shows, `sha256`
    of its bytes.
    """

    __tablename__ = "paper"

    kind: Mapped[str] = column(String(24), index=True)
    meeting_id: Mapped[str | None] = reference("meeting")
    topic_id: Mapped[str | None] = reference("topic")
    year: Mapped[int] = column(Integer)
    number: Mapped[int] = column(Integer)
    title: Mapped[str] = column(String(200))
    public: Mapped[bool] = column()
    check_code: Mapped[str] = column(String(16), index=True)
    content_digest: Mapped[str] = column(String(64))
    sha256: Mapped[str] = column(String(64), default="")
    pages: Mapped[int] = column(Integer, default=0)
    body: Mapped[bytes | None] = column(LargeBinary, deferred=True)
    state: Mapped[str] = column(String(16))
    filed_ms: Mapped[int | None] = column(BigInteger)
    dated: Mapped[date] = column(Date)
    public_from: Mapped[date | None] = column(Date)
    public_to: Mapped[date | None] = column(Date)
    supersedes: Mapped[str | None] = column(String(32))
