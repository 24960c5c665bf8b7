"""The quorum of a meeting at any instant: voices by persons, and for owners also by area.

How many it takes says the rule of decision; where it says nothing, the kind's own number; `QuorumView.by`
tells which one spoke. Who counts as one are the people who were called with a vote, or the voting rights of
owners (decisions.md 9, 10), of those houses alone whose owners vote in the meeting.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.meeting_kind import LAWS, MeetingKind, QuorumShare
from meeting_app.domain.proxy_rule import NO_VOTES, ProxyRule, rule_of
from meeting_app.domain.quorum import Needed, Participation, Voice, participation
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Measure
from meeting_app.queries.basics import local_day, once
from meeting_app.queries.kept import kept
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.meeting_rule import meeting_pack
from meeting_app.queries.owners import OWNING, RIGHTS, developers, owners_rights
from meeting_app.queries.presence import Room, room_at, room_now
from meeting_app.queries.vote_scope import Place, meeting_scope, scope_places, units_in
from meeting_app.storage.tables import Invitee, Meeting


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
    the room; `area` None where only persons count. `by` = who says how many: rule, or kind (of meeting);
    `law` and its `articles` where a law does. `owners` = voting rights of owners are counted, those of the
    houses of `scope`, none = of all.
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
    by: str = "rule"
    owners: bool = False
    scope: tuple[Place, ...] = ()


def kind_of(session: Session, meeting: Meeting) -> MeetingKind | None:
    """The meeting's kind; None when the community has done away with it."""
    return all_kinds(session).get(meeting.kind)


def proxy_rule_of(session: Session, meeting: Meeting) -> ProxyRule:
    """The rule of proxies in a meeting."""
    kind = kind_of(session, meeting)
    return rule_of(kind, meeting_pack(session, meeting)) if kind is not None else NO_VOTES


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a meeting asks for: the share, who says so, and whether owners count by voting rights; `parking`
    as their rule has it, `scope` the houses of which they are owners ("" = all).
    """

    share: QuorumShare
    by: str
    owners: bool
    parking: bool
    scope: str


def _asked(session: Session, meeting: Meeting, item_id: str | None) -> _Asked | None:
    kind, pack = kind_of(session, meeting), meeting_pack(session, meeting)
    stated = pack is not None and pack.participation is not None and not pack.participation.by_kind
    share = _stated(pack) if pack is not None and stated else kind.quorum if kind is not None else None
    if share is None:
        return None
    owners = pack.electorate in OWNING if pack is not None else share.by_area
    return _Asked(
        share, "rule" if stated else "kind", owners, pack is not None and pack.owners.parking,
        meeting_scope(session, meeting, item_id) if owners else "",
    )  # fmt: skip


def _stated(pack: RulePack) -> QuorumShare:
    share, by_area = pack.quorum, Measure.AREA in pack.measures
    return QuorumShare(share.numerator, share.denominator, share.strict, by_area, pack.law, pack.articles)


def _voices(session: Session, meeting: Meeting, asked: _Asked) -> tuple[Voice, ...]:
    """Who counts as one in a meeting."""
    if asked.owners:
        day = local_day(meeting.starts_ms)
        return kept(session, RIGHTS, (day, asked.parking, asked.scope), lambda: _rights(session, day, asked))
    people = session.scalars(
        select(Invitee.person_id).where(Invitee.meeting_id == meeting.id, Invitee.votes.is_(True)).distinct()
    )
    return tuple(Voice((person,)) for person in people)


def _rights(session: Session, day: date, asked: _Asked) -> tuple[Voice, ...]:
    speaking, units = developers(session, day), units_in(session, asked.scope)
    rights = owners_rights(session, day, parking=asked.parking, units=units)
    return tuple(Voice(right.holders or speaking, right.area_c, right.voter) for right in rights)


def _view(session: Session, asked: _Asked, took_part: Participation) -> QuorumView:
    share = asked.share
    needed = Needed(share.numerator, share.denominator, share.strict)
    short = needed.short_by(took_part.here, took_part.eligible)
    area = None
    if share.by_area:
        missing = needed.short_by(took_part.area_here_c, took_part.area_c)
        area = AreaQuorum(took_part.area_here_c, took_part.area_c, needed.least(took_part.area_c), missing)
    return QuorumView(
        took_part.here, took_part.eligible, needed.least(took_part.eligible), short,
        short == 0 and (area is None or area.short_c == 0), share.numerator, share.denominator, share.strict,
        LAWS.get(share.law, share.law), share.articles, took_part.represented, area, asked.by, asked.owners,
        scope_places(session, asked.scope),
    )  # fmt: skip


def _quorum(session: Session, meeting: Meeting, room: Room, item_id: str | None = None) -> QuorumView | None:
    asked = _asked(session, meeting, item_id)
    if asked is None:
        return None
    counts = proxy_rule_of(session, meeting).counts
    voices = _voices(session, meeting, asked)
    return _view(session, asked, participation(voices, room.present, room.represented, counts=counts))


@dataclass(frozen=True, slots=True)
class VotesHere:
    """Members with a vote, how many of their votes are here, and how many of these by proxy."""

    voters: int
    present: int
    represented: int


def votes_here(session: Session, meeting: Meeting, item_id: str | None = None) -> VotesHere:
    """The votes that raised hands are counted among: of members in the room, and of those whom somebody in
    the room acts for, as far as the rule lets proxies count.
    """
    voters = set(
        session.scalars(
            select(Invitee.person_id).where(Invitee.meeting_id == meeting.id, Invitee.votes.is_(True))
        )
    )
    room = room_now(session, meeting.id, item_id)
    acted_for = voters & room.represented.keys() if proxy_rule_of(session, meeting).counts else set()
    return VotesHere(len(voters), len(voters & room.present) + len(acted_for), len(acted_for))


def quorum_now(session: Session, meeting: Meeting) -> QuorumView | None:
    """The quorum of a meeting as it stands, of those whom the vote of its current item concerns; None for a
    kind without one.
    """
    return once(
        session,
        ("quorum", meeting.id),
        lambda: _quorum(session, meeting, room_now(session, meeting.id), meeting.current_item_id),
    )


def people_concerned(session: Session, meeting: Meeting) -> frozenset[str] | None:
    """Who may come for the houses whose owners vote now; None = everybody who is called with a vote."""
    asked = _asked(session, meeting, meeting.current_item_id)
    if asked is None or not asked.scope:
        return None
    voices = _voices(session, meeting, asked)
    return frozenset(person for voice in voices for person in voice.speakers)


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
