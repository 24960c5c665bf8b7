"""What a result is asked before any vote is looked at: whether the notice hung long enough, and of whom the
body consists.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.rules.figures import Composition, Posted
from meeting_app.queries.basics import local_day
from meeting_app.storage.tables import Invitee, Meeting

REPRESENTATIVE = "representative"


def posted_of(meeting: Meeting) -> Posted | None:
    """When the notice was posted; None when it was not."""
    if meeting.posted_on is None:
        return None
    return Posted(meeting.posted_on, local_day(meeting.starts_ms))


def composition_of(session: Session, meeting: Meeting) -> Composition:
    """Of how many members with a vote the meeting consists, and how many of them are representatives."""
    query = select(Invitee.person_id, Invitee.capacity)
    rows = session.execute(query.where(Invitee.meeting_id == meeting.id, Invitee.votes.is_(True))).all()
    elected = {person for person, capacity in rows if capacity == REPRESENTATIVE}
    return Composition(len(elected), len({person for person, _capacity in rows}))
