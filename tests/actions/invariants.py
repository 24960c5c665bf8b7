"""What is true of a meeting whatever was done, in whatever order."""

from collections import Counter
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Instant
from meeting_app.domain.hand_count import RowCount, RowState
from meeting_app.queries.attachments import attachments_of
from meeting_app.queries.floor import queue_view
from meeting_app.queries.journal import broken_link, last_done
from meeting_app.queries.live import live_frame
from meeting_app.storage.store import LOOK, Store
from meeting_app.storage.tables import AgendaItem, Ballot, HandReport, Meeting, Poll, PollRight, Speech, Stay


def _all(session: Session, kind: Any, meeting: str) -> list[Any]:
    return list(session.scalars(select(kind).where(kind.meeting_id == meeting)))


def _agenda(session: Session, meeting: Meeting) -> None:
    items = _all(session, AgendaItem, meeting.id)
    assert sorted(item.position for item in items) == list(range(1, len(items) + 1))
    current = [item.id for item in items if item.state == "current"]
    assert len(current) == (1 if meeting.state == "live" else 0)
    assert not current or current == [meeting.current_item_id]
    running = [item.id for item in items if item.since_boot is not None]
    assert len(running) <= 1
    assert set(running) <= set(current)


def _floor(session: Session, meeting: Meeting) -> None:
    speeches = _all(session, Speech, meeting.id)
    speaking = [speech for speech in speeches if speech.state == "speaking"]
    assert len(speaking) <= 1
    held = {speech.id for speech in speeches if speech.state == "held"}
    assert all(s.item_id == meeting.current_item_id for s in speeches if s.state in ("speaking", "held"))
    by_id, chain = {speech.id: speech for speech in speeches}, list[str]()
    while speaking and (below := by_id[chain[-1]] if chain else speaking[0]).held_id is not None:
        chain.append(below.held_id)
    assert len(chain) == len(held)  # everybody who is held goes on some time, and nobody twice
    assert set(chain) == held
    assert all(speech.state == "speaking" for speech in speeches if speech.since_boot is not None)
    up = [(s.item_id, s.person_id, s.kind) for s in speeches if s.state in ("waiting", "speaking", "held")]
    assert len(set(up)) == len(up)
    here = {stay.person_id for stay in _all(session, Stay, meeting.id) if stay.left_ms is None}
    assert {person for _item, person, _kind in up} <= here


def _presence(session: Session, meeting: Meeting) -> None:
    """Stays may touch (out and in within a millisecond), but nobody is in the room twice."""
    by_person: dict[str, list[Stay]] = {}
    stays = _all(session, Stay, meeting.id)
    for stay in sorted(stays, key=lambda stay: (stay.came_ms, stay.left_ms is None, stay.left_ms or 0)):
        by_person.setdefault(stay.person_id, []).append(stay)
    for stays in by_person.values():
        assert all(
            before.left_ms is not None and before.left_ms <= after.came_ms
            for before, after in pairwise(stays)
        )


def _polls(session: Session, meeting: Meeting) -> None:
    polls = _all(session, Poll, meeting.id)
    valid = Counter(poll.item_id for poll in polls if poll.state != "annulled")
    assert all(many == 1 for many in valid.values())
    assert sum(poll.state == "open" for poll in polls) <= 1
    assert meeting.state == "live" or not any(poll.state in ("open", "counted") for poll in polls)
    for poll in polls:
        (_ballots if poll.form == "ballots" else _hands)(session, poll)


def _hands(session: Session, poll: Poll) -> None:
    """Row by row: the rows hold who is here, and no row has more hands than voters."""
    agreed: Counter[int] = Counter()
    votes: dict[int, int] = {}
    for row in session.scalars(select(HandReport).where(HandReport.poll_id == poll.id)):
        votes[row.position] = row.votes
        if RowCount(row.first, row.second).state(poll.tellers) is RowState.AGREED:
            agreed[row.position] += row.first or 0
    assert sum(votes.values()) == poll.present
    assert all(agreed[position] <= most for position, most in votes.items())
    if poll.state in ("counted", "published"):
        assert (poll.for_ or 0) + (poll.against or 0) + (poll.abstain or 0) <= poll.present


def _ballots(session: Session, poll: Poll) -> None:
    """Single votes: one at most of each who may vote, and nobody's before the vote is open."""
    cast = session.scalars(select(Ballot.right_id).where(Ballot.poll_id == poll.id)).all()
    rights = set(session.scalars(select(PollRight.id).where(PollRight.poll_id == poll.id)))
    assert len(cast) == len(set(cast))
    assert set(cast) <= rights
    assert not cast or poll.state not in ("draft", "announced")
    assert poll.present <= len(rights)


def check(session: Session, meeting_id: str) -> None:
    """Fails with what is not true."""
    meeting = session.get(Meeting, meeting_id)
    assert meeting is not None
    _agenda(session, meeting)
    _floor(session, meeting)
    _presence(session, meeting)
    _polls(session, meeting)
    assert broken_link(session) is None


def looked_at(store: Store, meeting_id: str, now: Instant, *, kept: bool) -> list[Any]:
    """What the console asks after every key, for all items; `kept` = as the windows ask, who keep between
    looks what has not changed (queries.kept).
    """
    with store.read() as session:
        if not kept:
            del session.info[LOOK]
        frame = live_frame(session, meeting_id=meeting_id, now=now)
        assert frame is not None
        floors = [queue_view(session, item_id=item.id, now=now) for item in frame.items]
        done = last_done(session, station="s1", meeting_id=meeting_id, limit=3)
        return [frame, floors, done, attachments_of(session, meeting_id=meeting_id)]
