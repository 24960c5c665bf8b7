"""The rules of decision that may be chosen for a vote on a meeting's day."""

from sqlalchemy.orm import Session

from meeting_app.domain.rules.in_force import all_on
from meeting_app.queries.basics import local_day
from meeting_app.queries.rule_packs import all_packs
from meeting_app.storage.tables import Meeting
from meeting_app.wording.rules import pack_name


def rule_choices(session: Session, *, meeting_id: str) -> tuple[tuple[str, str], ...]:
    """(code, name in the reader's language) of every rule in force on the day."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return ()
    packs = all_on(all_packs(session), local_day(meeting.starts_ms))
    return tuple((pack.code, pack_name(pack)) for pack in packs)
