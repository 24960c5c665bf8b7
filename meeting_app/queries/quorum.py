"""The quorum of a meeting at any instant: voices by persons, and for owners also by area.

Who counts as one comes from the kind: people who were called with a vote, or the voting rights of owners
(decisions.md 9, 10). Parking spaces and storage rooms give no vote and no area (Ningbo 2021 art. 18, a local
setting that is the cautious default).
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain import voting_right
from meeting_app.domain.meeting_kind import LAWS, MeetingKind, QuorumShare
from meeting_app.domain.proxy_rule import NO_VOTES, ProxyRule, rule_of
from meeting_app.domain.quorum import Needed, Participation, Voice, participation
from meeting_app.domain.voting_right import VotingRight, VotingUnit, voting_rights
from meeting_app.queries.basics import local_day, once
from meeting_app.queries.kept import kept
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.presence import Room, room_at, room_now
from meeting_app.queries.rule_packs import meeting_pack
from meeting_app.storage.tables import Capacity, Invitee, Meeting, Ownership, Unit

WITHOUT_VOTE = ("parking", "storage")
DEVELOPER = "developer"
# The tables that voting rights are made of.
RIGHTS = ("unit", "ownership", "capacity")


@dataclass(frozen=True, slots=True)
class AreaQuorum:
    """The same question asked of the floor area, in 0.01 m²."""

    here_c: int
    whole_c: int
    needed_c: int
    short_c: int


@dataclass(frozen=True, slots=True)
class QuorumView:
    """The quorum at a moment. `present` counts all who take part, `represented` of them those who are not in
    the room; `area` None where only persons count. `articles` of `law` say so.
    """

    present: int
    eligible: int
    needed: int
    short_by: int
    holds: bool
    numerator: int
    denominator: int
    strict: bool
    law: str
    articles: tuple[int, ...]
    represented: int = 0
    area: AreaQuorum | None = None


def kind_of(session: Session, meeting: Meeting) -> MeetingKind | None:
    """The meeting's kind; None when the community has done away with it."""
    return all_kinds(session).get(meeting.kind)


def proxy_rule_of(session: Session, meeting: Meeting) -> ProxyRule:
    """The rule of proxies in a meeting."""
    kind = kind_of(session, meeting)
    return rule_of(kind, meeting_pack(session, meeting)) if kind is not None else NO_VOTES


def _share(session: Session, meeting: Meeting) -> QuorumShare | None:
    kind = kind_of(session, meeting)
    if kind is not None and (kind.quorum is not None or kind.rule is None):
        return kind.quorum
    pack = meeting_pack(session, meeting)
    if pack is None or pack.participation is None:
        return None
    share = pack.quorum
    return QuorumShare(
        share.numerator, share.denominator, share.strict, by_area=False, law=pack.law, articles=pack.articles
    )


def voices_of(session: Session, meeting: Meeting) -> tuple[Voice, ...]:
    """Who counts as one in a meeting."""
    share = _share(session, meeting)
    if share is not None and share.by_area:
        day = local_day(meeting.starts_ms)
        return kept(session, RIGHTS, day, lambda: _rights(session, day))
    people = session.scalars(
        select(Invitee.person_id).where(Invitee.meeting_id == meeting.id, Invitee.votes.is_(True)).distinct()
    )
    return tuple(Voice((person,)) for person in people)


def owners_rights(
    session: Session, day: date, *, parking: bool = False, units: frozenset[str] | None = None
) -> tuple[VotingRight, ...]:
    """The voting rights of all owners on a day, or of the owners of these `units` with what they own among
    them; `parking` as the rule has it.
    """
    rows = session.execute(
        select(Unit.id, Unit.area_c, Unit.state, Unit.purpose, Unit.voter_id).order_by(Unit.id)
    ).all()
    owned = session.execute(
        select(
            Ownership.unit_id, Ownership.person_id, Ownership.share_n, Ownership.share_d, Ownership.since,
            Ownership.until,
        )
    )  # fmt: skip
    return voting_rights(
        (
            VotingUnit(
                unit.id, unit.area_c, unit.state != "sold", unit.purpose in WITHOUT_VOTE, unit.voter_id
            )
            for unit in rows
            if units is None or unit.id in units
        ),
        (
            voting_right.Ownership(unit, person, Fraction(n, d), since, until)
            for unit, person, n, d, since, until in owned
        ),
        day,
        parking=parking,
    )


def developers(session: Session, day: date) -> tuple[str, ...]:
    """Who speaks for the developer on a day."""
    query = select(Capacity.person_id).where(Capacity.capacity == DEVELOPER, Capacity.held_on(day))
    return tuple(session.scalars(query.order_by(Capacity.id)))


def _rights(session: Session, day: date) -> tuple[Voice, ...]:
    speaking = developers(session, day)
    return tuple(
        Voice(right.holders or speaking, right.area_c, right.voter) for right in owners_rights(session, day)
    )


def _view(share: QuorumShare, took_part: Participation) -> QuorumView:
    needed = Needed(share.numerator, share.denominator, share.strict)
    short = needed.short_by(took_part.here, took_part.eligible)
    area = None
    if share.by_area:
        missing = needed.short_by(took_part.area_here_c, took_part.area_c)
        area = AreaQuorum(took_part.area_here_c, took_part.area_c, needed.least(took_part.area_c), missing)
    return QuorumView(
        took_part.here, took_part.eligible, needed.least(took_part.eligible), short,
        short == 0 and (area is None or area.short_c == 0), share.numerator, share.denominator, share.strict,
        LAWS.get(share.law, share.law), share.articles, took_part.represented, area,
    )  # fmt: skip


def _quorum(session: Session, meeting: Meeting, room: Room) -> QuorumView | None:
    share = _share(session, meeting)
    if share is None:
        return None
    counts = proxy_rule_of(session, meeting).counts
    voices = voices_of(session, meeting)
    return _view(share, participation(voices, room.present, room.represented, counts=counts))


def quorum_now(session: Session, meeting: Meeting) -> QuorumView | None:
    """The quorum of a meeting as it stands; None for a kind without one."""
    return once(
        session, ("quorum", meeting.id), lambda: _quorum(session, meeting, room_now(session, meeting.id))
    )


def quorum_at(session: Session, *, meeting_id: str, at_ms: int) -> QuorumView | None:
    """The quorum at an instant that is over (UTC ms)."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return None
    return _quorum(session, meeting, room_at(session, meeting_id=meeting_id, at_ms=at_ms))


def quorum_of(session: Session, *, meeting_id: str) -> QuorumView | None:
    """The quorum of a meeting now."""
    meeting = session.get(Meeting, meeting_id)
    return quorum_now(session, meeting) if meeting is not None else None


def proxy_rule(session: Session, *, meeting_id: str) -> ProxyRule:
    """The rule of proxies in a meeting, for who only looks."""
    meeting = session.get(Meeting, meeting_id)
    return proxy_rule_of(session, meeting) if meeting is not None else NO_VOTES
