"""Where the meetings stand, asked at every start: small, so that little need be loaded for it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.storage.tables import Meeting, Projection


def live_meeting_id(session: Session) -> str | None:
    """The meeting that is in session: where the console resumes after a crash."""
    return session.scalars(
        select(Meeting.id).where(Meeting.state == "live").order_by(Meeting.opened_ms.desc())
    ).first()


def meeting_states(session: Session) -> dict[str, str]:
    """The state of every meeting."""
    return dict(session.execute(select(Meeting.id, Meeting.state)).all())


def projection_mode(session: Session, *, meeting_id: str) -> str:
    """What the projector is switched to."""
    found = session.scalars(select(Projection.mode).where(Projection.meeting_id == meeting_id)).first()
    return found or "content"
