"""What the minutes say of the opening: who counted, how many it takes, and why it opened without them; and as
what somebody spoke.
"""

from sqlalchemy.orm import Session

from meeting_app.domain.floor_class import SpeechClass
from meeting_app.i18n import using
from meeting_app.queries.paper_opening import OpeningQuorum
from meeting_app.queries.papers_vote import CHINESE
from meeting_app.queries.quorum import QuorumView, quorum_at
from meeting_app.storage.tables import Meeting, Speech
from meeting_app.wording import sources


def opening_quorum(session: Session, meeting: Meeting) -> OpeningQuorum | None:
    """The quorum of the meeting's kind at the instant of its opening; None where there is none, or before."""
    if meeting.opened_ms is None:
        return None
    found = quorum_at(session, meeting_id=meeting.id, at_ms=meeting.opened_ms)
    if found is None:
        return None
    area = found.area
    return OpeningQuorum(
        found.present, found.represented, found.eligible, found.needed,
        0 if area is None else area.here_c, 0 if area is None else area.whole_c,
        0 if area is None else area.needed_c, meeting.opened_short, bool(found.law),
        _houses(found),
    )  # fmt: skip


def _houses(quorum: QuorumView) -> str:
    with using(CHINESE):
        return sources.places(quorum.scope)


def speech_stance(speech: Speech) -> str:
    """As what somebody spoke: a point of order with its category, a question, a reply, else the side
    taken.
    """
    if speech.kind == SpeechClass.ORDER:
        return f"{speech.kind}:{speech.category}" if speech.category else speech.kind
    return speech.side if speech.kind == SpeechClass.SPEECH else speech.kind
