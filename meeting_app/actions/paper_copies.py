"""Copies of filed papers in other forms: pictures for group chats, Word, sheets, calendar.

Pictures are of the filed pages themselves. The other forms are set from the records as they are now and are
for editing; what was filed stays what it is.
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.actions.papers import NO_DIGEST, Reserved, content_of
from meeting_app.domain.codes import in_groups
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.paper_list import PaperRow, paper_bytes, paper_row
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.records import Records
from meeting_app.storage.tables import Community, Meeting, Paper

PNG, WORD, SHEETS, CALENDAR = "png", "docx", "xlsx", "ics"
_MORE: Final = {"notice": (WORD, CALENDAR), "minutes": (WORD, SHEETS), "summary": (WORD, SHEETS)}
PICTURE_WIDTH: Final = 1240


@dataclass(frozen=True, slots=True)
class CopyFile:
    """One file of a copy: what its name ends with (-1.png, .docx) and its bytes."""

    ending: str
    body: bytes


def forms_of(row: PaperRow) -> tuple[str, ...]:
    """In which forms a paper can be had, besides the PDF. One that was replaced only as it was filed: what
    is set from the records as they are now belongs to its successor.
    """
    return (PNG, *(_MORE.get(row.kind, ()) if row.state == "filed" else ()))


def make_copy(records: Records, *, paper_id: str, form: str) -> tuple[CopyFile, ...]:
    """The files of a copy. Takes up to a second; call it from a worker."""
    if form == PNG:
        return _pictures(records.ask(paper_bytes, paper_id=paper_id) or b"")
    row, content, change, off = records.ask(_content, paper_id=paper_id)
    return (CopyFile(f".{form}", _written(row, content, form, change, called_off=off)),)


def _pictures(body: bytes) -> tuple[CopyFile, ...]:
    from meeting_app.documents.preview import page_picture, page_sizes, png

    count = len(page_sizes(body))
    ends = [f"-{at}.png" if count > 1 else ".png" for at in range(1, count + 1)]
    return tuple(CopyFile(end, png(page_picture(body, at, PICTURE_WIDTH))) for at, end in enumerate(ends))


def _content(session: Session, *, paper_id: str) -> tuple[PaperRow, Any, int, bool]:
    """The paper, its content as the records are now, how many changes the meeting saw before this one: papers
    of the kind, and its calling off; and whether it is called off.
    """
    paper = session.get(Paper, paper_id)
    community = session.scalars(select(Community)).first()
    if paper is None or community is None or paper.meeting_id is None:
        raise Refusal("gone", kind="paper")
    row = paper_row(paper)
    mark = PaperMark(
        row.number_label, in_groups(paper.check_code), NO_DIGEST, community.committee, paper.dated
    )
    same = (Paper.kind == paper.kind, Paper.meeting_id == paper.meeting_id, Paper.number < paper.number)
    before = session.scalar(select(func.count()).select_from(Paper).where(*same)) or 0
    content = content_of(session, reserved=Reserved(paper.id, paper.kind, paper.meeting_id, mark))
    meeting = session.get(Meeting, paper.meeting_id)
    off = meeting is not None and meeting.state == "cancelled"
    return row, content, before + off, off


def _written(row: PaperRow, content: Any, form: str, change: int, *, called_off: bool) -> bytes:
    from meeting_app.documents.office.calendar import meeting_calendar
    from meeting_app.documents.office.minutes_word import minutes_word
    from meeting_app.documents.office.notice_word import notice_word
    from meeting_app.documents.office.sheets import meeting_sheets

    if form == CALENDAR:
        return meeting_calendar(content, str(row.meeting_id), change, called_off=called_off)
    if form == SHEETS:
        return meeting_sheets(content)
    return notice_word(content) if row.kind == "notice" else minutes_word(content)
