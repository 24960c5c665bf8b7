"""What a restored file holds: whose it is, the last thing noted in it, and what no backup can hold."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.vote_plan import PollState
from meeting_app.queries.basics import community_view, local
from meeting_app.queries.journal import last_instant
from meeting_app.storage.tables import Poll


@dataclass(frozen=True, slots=True)
class Held:
    """`last_at` is when the last thing was noted, None in new records; `boxes` counts secret votes that were
    open: their ballot boxes are in no backup (decisions.md 3).
    """

    community: str
    last_at: datetime | None
    boxes: int


def held(session: Session) -> Held:
    """All of it."""
    community, last = community_view(session), last_instant(session)
    boxes = select(func.count()).select_from(Poll).where(Poll.secret, Poll.state == PollState.OPEN)
    return Held(
        community.name if community else "",
        local(last.wall_ms) if last is not None else None,
        session.scalar(boxes) or 0,
    )
