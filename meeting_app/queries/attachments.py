"""The pictures and PDFs of the items of a meeting, and their bytes."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.queries.kept import kept
from meeting_app.storage.tables import AgendaItem, Attachment, AttachmentPage, Blob


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A picture or a PDF of an item."""

    id: str
    item_id: str
    kind: str
    name: str
    pages: int


def attachments_of(session: Session, *, meeting_id: str) -> tuple[AttachmentRow, ...]:
    """All of a meeting, by item and in their order."""

    def found() -> tuple[AttachmentRow, ...]:
        rows = session.scalars(
            select(Attachment)
            .join(AgendaItem, AgendaItem.id == Attachment.item_id)
            .where(AgendaItem.meeting_id == meeting_id)
            .order_by(AgendaItem.position, Attachment.position)
        )
        return tuple(AttachmentRow(row.id, row.item_id, row.kind, row.name, row.pages) for row in rows)

    return kept(session, ("attachment", "agenda_item"), meeting_id, found)


def page_bytes(session: Session, *, attachment_id: str, page: int) -> tuple[str, bytes] | None:
    """(digest, JPEG) of a page, from 0; None when it is gone."""
    row = session.execute(
        select(Blob.digest, Blob.content)
        .join(AttachmentPage, AttachmentPage.digest == Blob.digest)
        .where(AttachmentPage.attachment_id == attachment_id, AttachmentPage.number == page + 1)
    ).first()
    return (row[0], row[1] or b"") if row else None
