"""What belongs to agendas: own kinds of meetings, pictures and PDFs of items, changes made while running."""

from sqlalchemy import BigInteger, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference


class OwnKind(Record):
    """A kind of meeting that the community made from another one; `body` is its definition as JSON."""

    __tablename__ = "meeting_kind"

    name: Mapped[str] = column(String(60))
    body: Mapped[str] = column(Text)


class Blob(Record):
    """Bytes by their SHA-256, kept once however often they are used; `media` is their media type."""

    __tablename__ = "blob"

    digest: Mapped[str] = column(String(64), index=True)
    media: Mapped[str] = column(String(40))
    content: Mapped[bytes | None] = column(LargeBinary)


class Attachment(Record):
    """A picture or a PDF of an item: `kind` picture or pdf, `digest` of the file as it is kept."""

    __tablename__ = "attachment"

    item_id: Mapped[str] = reference("agenda_item")
    position: Mapped[int] = column(Integer)
    kind: Mapped[str] = column(String(8))
    name: Mapped[str] = column(String(120))
    digest: Mapped[str] = column(String(64))
    pages: Mapped[int] = column(Integer)


class AttachmentPage(Record):
    """A page of an attachment as a picture for the hall; `number` counts from 1."""

    __tablename__ = "attachment_page"

    attachment_id: Mapped[str] = reference("attachment")
    number: Mapped[int] = column(Integer)
    digest: Mapped[str] = column(String(64))


class AgendaChange(Record):
    """A change of the agenda while the meeting ran, for the minutes.

    `kind`: extended, spread, from_item, moved_out, left_out, taken_in, inserted, repeated; `by_ms` is the
    time added (extended) or won back, `ends_ms` the planned end after it.
    """

    __tablename__ = "agenda_change"

    meeting_id: Mapped[str] = reference("meeting")
    item_id: Mapped[str | None] = reference("agenda_item")
    kind: Mapped[str] = column(String(16))
    by_ms: Mapped[int] = column(Integer)
    ends_ms: Mapped[int] = column(BigInteger)
    at_ms: Mapped[int] = column(BigInteger)
