"""What the actions of a vote share."""

from sqlalchemy import or_

from meeting_app.actions.common import meeting_in, text_of
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.vote_plan import PollState
from meeting_app.queries.vote_facts import BALLOTS
from meeting_app.storage.tables import Invitee, Note, Person, Poll, PollRight, Stay
from meeting_app.storage.urn import Urn, urn_file
from meeting_app.storage.work import Work

REASON_LENGTH = 400


def poll_in(work: Work, poll_id: str, *states: PollState, meeting: tuple[str, ...] = ("live",)) -> Poll:
    """A vote by ballots, when it is in one of the states and its meeting too."""
    poll = work.get(Poll, poll_id)
    meeting_in(work, poll.meeting_id, *meeting)
    if poll.form != BALLOTS or poll.state not in states:
        raise Refusal("poll_state", state=poll.state)
    return poll


def minuted(work: Work, poll: Poll, what: str, reason: str) -> str:
    """Write the reason of a change into the minutes; `what` is a kind of note (wording.vote_changes). Refuses
    an empty reason.
    """
    kept = text_of(reason, REASON_LENGTH, "reason")
    work.add(
        Note(meeting_id=poll.meeting_id, item_id=poll.item_id, kind=what, text=kept, at_ms=work.now.wall_ms)
    )
    return kept


def people_here(work: Work, meeting_id: str) -> set[str]:
    """Who is in the room now."""
    return {row.person_id for row in work.all(Stay, Stay.meeting_id == meeting_id, Stay.left_ms.is_(None))}


def people_during(work: Work, poll: Poll) -> set[str]:
    """Who is in the room now, or was there at any time since the vote was opened."""
    stayed = or_(Stay.left_ms.is_(None), Stay.left_ms > poll.opened_ms)
    return {row.person_id for row in work.all(Stay, Stay.meeting_id == poll.meeting_id, stayed)}


def voters(work: Work, meeting_id: str, *, everybody: bool = False) -> list[str]:
    """Who is called with a vote, or `everybody` who is called, by their number on the roster."""
    rows = work.all(Invitee, Invitee.meeting_id == meeting_id)
    called = {row.person_id for row in rows if row.votes or everybody}
    people = work.all(Person, Person.id.in_(called), order=(Person.number, Person.id))
    return [person.id for person in people]


def urn_for(work: Work, poll: Poll) -> Urn:
    """The urn of a secret vote at this station. Refuses where there is none."""
    if work.urns is None:
        raise Refusal("urn_missing")
    return Urn(urn_file(work.urns, poll.id))


def attending(right: PollRight, here: set[str]) -> str:
    """How a right is there: present, represented by somebody else, or not ("")."""
    if right.exerciser_id not in (None, right.holder_id):
        return "represented" if right.exerciser_id in here else ""
    return "present" if right.holder_id in here else ""
