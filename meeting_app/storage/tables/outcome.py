"""What a meeting comes to: polls, decisions, tasks, papers."""

from datetime import date

from sqlalchemy import BigInteger, Boolean, Date, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, added, column, reference


class Poll(Record):
    """A vote: `state` draft, announced, open, closed, counted, published, annulled. The rule is frozen as
    JSON when it opens.

    `form`: hands = row by row with `for_`, `against`, `abstain`; ballots = single votes, counted by `method`.
    `declared`: obvious = the chair saw a clear majority, and no figure was counted. Of ballots the sorted
    `sheet` is kept with its hash, and the `count` as JSON; `by_channel` says how many came which way,
    `unread` how many papers said nothing that can be read. `lot_by` is who drew the lot. `urn_at` is the
    station that has the urn of a secret vote; `paper_codes` are the codes of its papers that were counted, a
    line each. `scope` names the houses (building, or building/stairway) whose owners an owners' vote
    concerns, "" = all of them.
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
    form: Mapped[str] = added(String(16), "hands")
    question: Mapped[str] = added(String(16), "agree")
    method: Mapped[str] = added(String(24), "yes_no")
    setup: Mapped[str] = added(Text, "{}")
    channels: Mapped[str] = added(String(80), "hands")
    secret: Mapped[bool] = added(Boolean, False)
    issued: Mapped[int] = added(Integer, 0)
    replaced: Mapped[int] = added(Integer, 0)
    not_returned: Mapped[int] = added(Integer, 0)
    represented: Mapped[int] = added(Integer, 0)
    unread: Mapped[int] = added(Integer, 0)
    declared: Mapped[str] = added(String(16), "")
    by_channel: Mapped[str] = added(Text, "{}")
    announced_ms: Mapped[int | None] = column(BigInteger)
    counted_ms: Mapped[int | None] = column(BigInteger)
    sheet: Mapped[bytes | None] = column(LargeBinary)
    sheet_hash: Mapped[str] = added(String(64), "")
    count: Mapped[str] = added(Text, "")
    lot_number: Mapped[str] = added(String(40), "")
    lot_by: Mapped[str] = added(String(80), "")
    urn_at: Mapped[str] = added(String(80), "")
    paper_codes: Mapped[str] = added(Text, "")
    scope: Mapped[str] = added(Text, "")


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
    of its bytes; `draw_id` is the draw outside any meeting of which it is the record. `label` is the number
    as it is printed ("" before it is filed): it stays when the community changes its short name.
    """

    __tablename__ = "paper"

    kind: Mapped[str] = column(String(24), index=True)
    meeting_id: Mapped[str | None] = reference("meeting")
    topic_id: Mapped[str | None] = reference("topic")
    draw_id: Mapped[str | None] = column(String(32))
    year: Mapped[int] = column(Integer)
    number: Mapped[int] = column(Integer)
    label: Mapped[str] = added(String(60), "")
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
