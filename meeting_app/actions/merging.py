"""Two records that were one person become one (decisions.md 10): all is moved, nothing counts twice."""

from typing import Any

from sqlalchemy import or_, select

from meeting_app.actions.common import living
from meeting_app.actions.roleplay.leaving import require_no_player
from meeting_app.domain.attendance import Stay as Interval
from meeting_app.domain.attendance import joined
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.vote_plan import PollState
from meeting_app.storage.tables import (
    Capacity,
    FloorSeat,
    Invitee,
    Meeting,
    Ownership,
    Poll,
    PollRight,
    Proxy,
    Residence,
    Speech,
    Stay,
    Support,
    Topic,
    Unit,
)
from meeting_app.storage.work import Work

_REFERRING: tuple[Any, ...] = (Residence, Ownership, Capacity, Invitee, Stay, Speech, Support, FloorSeat)
_OFFICES = ("chair_id", "recorder_id", "teller1_id", "teller2_id")


def merge_people(work: Work, *, keep_id: str, gone_id: str) -> None:
    """Two records were one person: everything moves to `keep_id`, the other keeps its id and says where it
    went. Refused while the other votes, whose voting rights were frozen when the vote was opened, or plays.
    """
    if keep_id == gone_id:
        raise Refusal("merge_same")
    keep, gone = living(work, keep_id), living(work, gone_id)
    voting = select(Poll.id).where(Poll.state == PollState.OPEN)
    whose = or_(PollRight.holder_id == gone.id, PollRight.exerciser_id == gone.id)
    if work.one(PollRight, whose, PollRight.poll_id.in_(voting)) is not None:
        raise Refusal("poll_open", title="")
    require_no_player(work, gone)
    for kind in _REFERRING:
        for row in work.all(kind, kind.person_id == gone.id):
            row.person_id = keep.id
    for topic in work.all(Topic, Topic.proposer_id == gone.id):
        topic.proposer_id = keep.id
    _move_offices(work, keep.id, gone.id)
    _move_proxies(work, keep.id, gone.id)
    for unit in work.all(Unit, Unit.voter_id == gone.id):
        unit.voter_id = keep.id
    work.session.flush()
    _drop_doubles(work, keep.id)
    _join_stays(work, keep.id)
    _lower_second_hands(work, keep.id)
    keep.phone = keep.phone or gone.phone
    keep.birth_year = keep.birth_year or gone.birth_year
    keep.gender = keep.gender or gone.gender
    both = [code for code in (*keep.groups.split(","), *gone.groups.split(",")) if code]
    keep.groups = ",".join(dict.fromkeys(both))
    gone.merged_into = keep.id


def _move_offices(work: Work, keep_id: str, gone_id: str) -> None:
    """Offices move too; one person is never both tellers."""
    for office in _OFFICES:
        for meeting in work.all(Meeting, getattr(Meeting, office) == gone_id):
            setattr(meeting, office, keep_id)
            if meeting.teller1_id == meeting.teller2_id:
                meeting.teller2_id = None


def _move_proxies(work: Work, keep_id: str, gone_id: str) -> None:
    """Proxies move too; one for oneself, and a second one of the same principal, end here."""
    for proxy in work.all(Proxy, (Proxy.principal_id == gone_id) | (Proxy.holder_id == gone_id)):
        proxy.principal_id = keep_id if proxy.principal_id == gone_id else proxy.principal_id
        proxy.holder_id = keep_id if proxy.holder_id == gone_id else proxy.holder_id
    work.session.flush()
    given: set[str] = set()
    open_ones = (Proxy.principal_id == keep_id, Proxy.withdrawn_ms.is_(None))
    for proxy in work.all(Proxy, *open_ones, order=Proxy.given_ms):
        if proxy.holder_id == keep_id or proxy.meeting_id in given:
            proxy.withdrawn_ms = max(work.now.wall_ms, proxy.given_ms)
        given.add(proxy.meeting_id)


def _drop_doubles(work: Work, person_id: str) -> None:
    """What both records said is said once: of two invitations the one with a vote stays."""
    _keep_first(work, Invitee, person_id, ("meeting_id",), Invitee.votes.desc(), Invitee.id)
    _keep_first(work, Support, person_id, ("topic_id",), Support.since, Support.id)
    _keep_first(work, Residence, person_id, ("unit_id", "until"), Residence.since, Residence.id)
    _keep_first(work, Capacity, person_id, ("capacity", "body_id", "until"), Capacity.since, Capacity.id)
    _add_up_shares(work, person_id)


def _keep_first(work: Work, kind: Any, person_id: str, same: tuple[str, ...], *order: Any) -> None:
    seen: set[tuple[Any, ...]] = set()
    for row in work.all(kind, kind.person_id == person_id, order=order):
        key = tuple(getattr(row, name) for name in same)
        if key in seen:
            work.session.delete(row)
        seen.add(key)


def _add_up_shares(work: Work, person_id: str) -> None:
    """Two shares of one unit become one share: the unit's shares still add up to one."""
    held: dict[str, Ownership] = {}
    mine = (Ownership.person_id == person_id, Ownership.until.is_(None))
    for row in work.all(Ownership, *mine, order=(Ownership.since, Ownership.id)):
        first = held.setdefault(row.unit_id, row)
        if first is not row:
            total = first.share + row.share
            first.share_n, first.share_d = total.numerator, total.denominator
            work.session.delete(row)


def _join_stays(work: Work, person_id: str) -> None:
    """Stays that overlap become one, so that nobody is in the room twice."""
    stays = work.all(Stay, Stay.person_id == person_id, order=(Stay.came_ms, Stay.id))
    for meeting_id in {stay.meeting_id for stay in stays}:
        mine = [stay for stay in stays if stay.meeting_id == meeting_id]
        whole = joined(Interval(person_id, stay.came_ms, stay.left_ms) for stay in mine)
        for row, interval in zip(mine, whole, strict=False):
            row.came_ms, row.left_ms = interval.came_ms, interval.left_ms
        for row in mine[len(whole) :]:
            work.session.delete(row)


def _lower_second_hands(work: Work, person_id: str) -> None:
    """Of two raised hands on one item the later comes down; a speech under way goes before a hand."""
    up = (Speech.person_id == person_id, Speech.state.in_(("waiting", "speaking", "held")))
    seen: set[tuple[str, str]] = set()
    for speech in work.all(Speech, *up, order=(Speech.state, Speech.asked)):
        hand = (speech.item_id, speech.kind)
        if hand in seen and speech.state == "waiting":
            speech.state = "withdrawn"
        seen.add(hand)
