"""Pictures and PDFs of an item: kept in the community's one file by their digest, shown on request."""

import hashlib
from typing import Any

from meeting_app.actions.attachment_files import JPEG, Prepared
from meeting_app.actions.common import NOT_OVER, UNDER_WAY, meeting_in, text_of
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import (
    AgendaItem,
    Attachment,
    AttachmentPage,
    Blob,
    Projection,
    ScenarioPicture,
)
from meeting_app.storage.work import Work, new_id

MOST = 20


def kept(work: Work, content: bytes, media: str) -> str:
    """The digest of bytes that are kept, once however often they are used."""
    digest = hashlib.sha256(content).hexdigest()
    if work.one(Blob, Blob.digest == digest) is None:
        work.add(Blob(digest=digest, media=media, content=content))
        work.session.flush()
    return digest


def add_attachment(work: Work, *, item_id: str, prepared: Prepared) -> str:
    """Keep a prepared file with an item. Returns the attachment's id."""
    item = work.get(AgendaItem, item_id)
    meeting_in(work, item.meeting_id, *NOT_OVER)
    others = work.all(Attachment, Attachment.item_id == item.id)
    if len(others) >= MOST:
        raise Refusal("attachments_full", most=MOST)
    row = work.add(
        Attachment(
            id=new_id(),
            item_id=item.id,
            position=max((other.position for other in others), default=0) + 1,
            kind=prepared.kind,
            name=text_of(prepared.name, 120, "name"),
            digest=kept(work, prepared.content, prepared.media),
            pages=len(prepared.pages),
        )
    )
    for number, page in enumerate(prepared.pages, start=1):
        work.add(AttachmentPage(attachment_id=row.id, number=number, digest=kept(work, page, JPEG)))
    return row.id


def remove_attachment(work: Work, *, attachment_id: str) -> None:
    """Take a picture or a PDF off its item. Its bytes stay until the meeting is closed, so that this can be
    taken back.
    """
    row = work.get(Attachment, attachment_id)
    item = work.get(AgendaItem, row.item_id)
    meeting = meeting_in(work, item.meeting_id, *NOT_OVER)
    projection = work.one(Projection, Projection.meeting_id == meeting.id)
    if projection is not None and projection.attachment_id == row.id:
        projection.pinned, projection.page, projection.attachment_id = "", 0, None
    for page in work.all(AttachmentPage, AttachmentPage.attachment_id == row.id):
        work.session.delete(page)
    work.session.delete(row)


def show_attachment(work: Work, *, attachment_id: str, page: int = 0) -> None:
    """Show the hall a page (from 0) of a picture or PDF until another page is held or the item is left."""
    row = work.get(Attachment, attachment_id)
    item = work.get(AgendaItem, row.item_id)
    meeting = meeting_in(work, item.meeting_id, *UNDER_WAY)
    projection = work.one(Projection, Projection.meeting_id == meeting.id)
    if projection is None or not 0 <= page < row.pages:
        raise Refusal("gone", kind="attachment")
    projection.mode, projection.pinned = "content", "attachment"
    projection.page, projection.attachment_id = page, row.id


def sweep_blobs(work: Work) -> None:
    """Let go of bytes that nothing refers to any more."""
    keepers: tuple[Any, ...] = (Attachment, AttachmentPage, ScenarioPicture)
    used = {row.digest for kind in keepers for row in work.all(kind)}
    for blob in work.all(Blob, Blob.digest.not_in(used)):
        work.session.delete(blob)
