"""Where the meetings stand, asked at every start: small, so that little need be loaded for it."""

from sqlalchemy import column, select, table
from sqlalchemy.orm import Session

from meeting_app.storage.tables import Meeting, Projection

# The table of plays by name: mapping role-play's tables would take longer than all else that is asked here.
PLAY = table("play", column("id"), column("state"), column("began_ms"), column("item_id"))


def live_meeting_id(session: Session) -> str | None:
    """The meeting that is in session: where the console resumes after a crash."""
    return session.scalars(
        select(Meeting.id).where(Meeting.state == "live").order_by(Meeting.opened_ms.desc())
    ).first()


def meeting_states(session: Session) -> dict[str, str]:
    """The state of every meeting."""
    return dict(session.execute(select(Meeting.id, Meeting.state)).all())


def running_play(session: Session) -> str | None:
    """A play that is under way, in a meeting or outside any."""
    query = select(PLAY.c.id).where(PLAY.c.state == "running")
    found: str | None = session.scalars(query.order_by(PLAY.c.began_ms.desc(), PLAY.c.id).limit(1)).first()
    return found


def play_outside(session: Session) -> str | None:
    """A play that is under way outside any meeting: where the console resumes after a crash."""
    query = select(PLAY.c.id).where(PLAY.c.state == "running", PLAY.c.item_id.is_(None))
    found: str | None = session.scalars(query.order_by(PLAY.c.began_ms.desc(), PLAY.c.id).limit(1)).first()
    return found


def projection_mode(session: Session, *, meeting_id: str) -> str:
    """What the projector is switched to."""
    found = session.scalars(select(Projection.mode).where(Projection.meeting_id == meeting_id)).first()
    return found or "content"
