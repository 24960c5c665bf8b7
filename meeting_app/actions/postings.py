"""Where and when a public paper was put up, and when it was taken down."""

from datetime import date

from meeting_app.actions.attachment_files import Prepared
from meeting_app.actions.attachments import kept
from meeting_app.actions.common import text_of, today
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import Paper, Posting
from meeting_app.storage.work import Work

PLACE = 80
NOTE = 200


def _public(work: Work, paper_id: str) -> Paper:
    paper = work.get(Paper, paper_id)
    if not paper.public or paper.state != "filed":
        raise Refusal("not_for_board")
    work.meeting_id = paper.meeting_id
    return paper


def put_up(
    work: Work,
    *,
    paper_id: str,
    place: str,
    posted_on: date | None = None,
    note: str = "",
    photo: Prepared | None = None,
) -> str:
    """Write down that a public paper hangs in a place since a day, with a picture of it if there is one.
    Refused for days before the paper's own and after today. Returns the posting's id.
    """
    paper, day = _public(work, paper_id), posted_on or today(work)
    if not paper.dated <= day <= today(work):
        raise Refusal("posting_day", first=paper.dated, last=today(work))
    if photo is not None and photo.kind != "picture":
        raise Refusal("attachment_unreadable", name=photo.name)
    row = work.add(
        Posting(
            paper_id=paper.id, place=text_of(place, PLACE, "place"), posted_on=day, note=note.strip()[:NOTE],
            photo="" if photo is None else kept(work, photo.content, photo.media),
        )
    )  # fmt: skip
    return row.id


def take_down(work: Work, *, posting_id: str, removed_on: date | None = None) -> None:
    """Write down that it hangs there no longer; again with another day corrects the day."""
    row = work.get(Posting, posting_id)
    paper, day = work.get(Paper, row.paper_id), removed_on or today(work)
    work.meeting_id = paper.meeting_id
    if not row.posted_on <= day <= today(work):
        raise Refusal("posting_day", first=row.posted_on, last=today(work))
    row.removed_on = day


def forget_posting(work: Work, *, posting_id: str) -> None:
    """Strike out what was written down by mistake."""
    row = work.get(Posting, posting_id)
    work.meeting_id = work.get(Paper, row.paper_id).meeting_id
    work.session.delete(row)
