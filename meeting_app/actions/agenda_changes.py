"""What the minutes keep of changes that were made to the agenda while the meeting ran."""

from meeting_app.queries.replan import agreed_end_ms
from meeting_app.storage.tables import AgendaChange, Meeting
from meeting_app.storage.work import Work


def note_change(
    work: Work, meeting: Meeting, kind: str, *, item_id: str | None = None, by_ms: int = 0
) -> None:
    """Keep a change; before the meeting begins nothing is kept, because the notice says it all."""
    if meeting.state != "live":
        return
    work.add(
        AgendaChange(
            meeting_id=meeting.id,
            item_id=item_id,
            kind=kind,
            by_ms=by_ms,
            ends_ms=agreed_end_ms(work.session, meeting),
            at_ms=work.now.wall_ms,
        )
    )
