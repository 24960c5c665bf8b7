"""The rule of decision as it holds in a meeting: the version of its day, with the number of its kind where
the rule says nothing of who must take part.
"""

from sqlalchemy.orm import Session

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.of_kind import with_quorum_of
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.vote_plan import BEFORE
from meeting_app.queries.basics import local_day
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.rule_packs import pack_for
from meeting_app.storage.tables import Meeting, Poll


def rule_in(session: Session, meeting: Meeting, code: str) -> RulePack:
    """A rule as it holds in a meeting. Refuses as `pack_for` does, with the dates."""
    return _completed(session, meeting, pack_for(session, code, local_day(meeting.starts_ms)))


def meeting_pack(session: Session, meeting: Meeting) -> RulePack | None:
    """The rule of a meeting on its day; None when it has none, or none that is in force then."""
    if meeting.rule is None:
        return None
    try:
        return rule_in(session, meeting, meeting.rule)
    except Refusal:
        return None


def vote_pack(session: Session, poll: Poll) -> RulePack | None:
    """The rule of a vote: as it was frozen at its beginning; before that the one chosen for it, else the
    meeting's. None where none is known.
    """
    meeting = session.get_one(Meeting, poll.meeting_id)
    if not poll.rule:
        return meeting_pack(session, meeting)
    chosen = pack_from_json(poll.rule)
    return _completed(session, meeting, chosen) if poll.state in BEFORE else chosen


def _completed(session: Session, meeting: Meeting, pack: RulePack) -> RulePack:
    return with_quorum_of(pack, all_kinds(session).get(meeting.kind))
