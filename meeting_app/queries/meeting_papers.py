"""The papers before a meeting, from the records: notice, agenda, sign-in sheet, badges."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.codes import badge_payload
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import using
from meeting_app.queries.basics import NOWHERE, homes_of, local
from meeting_app.queries.meetings import agenda_end, draft_items
from meeting_app.queries.paper_facts import (
    Facts,
    contact_of,
    facts_of,
    meeting_rule,
    officer_name,
    paragraphs,
    place_words,
    rule_by_heads,
    voters_of,
)
from meeting_app.queries.papers import (
    AgendaPaper,
    AgendaRow,
    Badge,
    BadgeSheet,
    NoticeItem,
    NoticePaper,
    PaperMark,
    SignInGroup,
    SignInPaper,
    SignInRow,
)
from meeting_app.queries.papers_vote import announced
from meeting_app.queries.presence import proxies
from meeting_app.queries.private_facts import public_presenter
from meeting_app.queries.quorum import proxy_rule_of
from meeting_app.storage.tables import Invitee, Person
from meeting_app.wording.labels import CAPACITIES, label, meeting_kind

CHECK_IN_BEFORE = timedelta(minutes=30)
BLANK_ROWS = 8
HOUSE_RULES = (
    "举手发言，主持人点名后再说。",
    "没发言的先请，每人每次不超过限定时间。",
    "先说同意还是不同意，再说理由。",
    "对事不对人，不打断别人。",
)


def _facts(session: Session, meeting_id: str) -> Facts:
    facts = facts_of(session, meeting_id)
    if facts is None:
        raise Refusal("gone", kind="meeting")
    return facts


def kind_word(code: str, name: str = "") -> str:
    """The kind of a meeting in Chinese, as papers say it; an own kind has its `name`."""
    with using("zh_CN"):
        return meeting_kind(code, name)


def capacity_word(code: str) -> str:
    """A capacity in Chinese."""
    with using("zh_CN"):
        return label(CAPACITIES, code)


def _addressee(facts: Facts) -> str:
    if facts.meeting.kind == "representatives_meeting":
        return "各位居民代表、居民委员会委员"
    others = {"owners_meeting": "各位业主", "joint_conference": "各有关单位、各位居民"}
    return others.get(facts.meeting.kind, "各位居民")


def _attendees(facts: Facts, voters: int, called: int) -> str:
    """Whom the meeting is for: its members where they are called, else whoever was invited."""
    if voters and facts.meeting.kind == "owners_meeting":
        return f"有表决权的业主{voters}人"
    if voters:
        return f"{kind_word(facts.meeting.kind, facts.meeting.kind_name)}全体成员{voters}人"
    who = {"owners_meeting": "受邀业主和有关人员", "joint_conference": "有关单位和居民代表"}
    return f"{who.get(facts.meeting.kind, '受邀居民')}{f'，共{called}人' if called else ''}"


def notice_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> NoticePaper:
    """会议通知 with the text of every motion."""
    facts = _facts(session, meeting_id)
    meeting = facts.meeting
    items = draft_items(session, meeting)
    voters = voters_of(session, meeting.id)
    starts = local(meeting.starts_ms)
    return NoticePaper(
        mark=mark,
        title=f"关于召开{meeting.title}的通知",
        addressee=_addressee(facts),
        meeting_title=meeting.title,
        called_by=facts.community.committee,
        starts_at=starts,
        check_in_from=starts - CHECK_IN_BEFORE,
        place=meeting.place,
        attendees=_attendees(facts, voters, len(called_people(session, meeting.id))),
        items=tuple(
            NoticeItem(
                item.title,
                item.planned_ms // 60_000,
                public_presenter(session, meeting.id, item.presenter),
                paragraphs(item.motion.text) if item.motion else (),
                _KINDS.get(item.kind, "closing"),
                announced(session, item.id) if item.motion else (),
            )
            for item in items
        ),
        rule=rule_by_heads(session, facts, voters) if any(item.motion for item in items) else None,
        contact=contact_of(facts.community),
        check_in=("list", "badge"),
        proxy_allowed=proxy_rule_of(session, meeting).allowed,
    )


_KINDS = {
    "opening": "opening",
    "report": "information",
    "discussion": "discussion",
    "role_play": "roleplay",
    "vote": "vote",
    "break": "break",
}


def agenda_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> AgendaPaper:
    """议程 on one page."""
    facts = _facts(session, meeting_id)
    items = draft_items(session, facts.meeting)
    starts = local(facts.meeting.starts_ms)
    rows = tuple(
        AgendaRow(
            number, item.title, _KINDS.get(item.kind, "closing"), item.starts_at, item.planned_ms // 60_000,
            public_presenter(session, meeting_id, item.presenter),
        )
        for number, item in enumerate(items, start=1)
    )  # fmt: skip
    return AgendaPaper(
        mark, facts.meeting.title, starts, agenda_end(items, starts), facts.meeting.place,
        officer_name(session, facts.meeting.chair_id), rows, HOUSE_RULES,
    )  # fmt: skip


# Never why: everybody reads the sheet.
_EXCUSED = "已请假"


def called_people(session: Session, meeting_id: str) -> Sequence[tuple[Invitee, Person]]:
    query = (
        select(Invitee, Person)
        .join(Person, Person.id == Invitee.person_id)
        .where(Invitee.meeting_id == meeting_id, Person.forgotten.is_(False))
        .order_by(Person.number)
    )
    return session.execute(query).all()


def _stands_for(session: Session, meeting_id: str) -> dict[str, str]:
    """What the sheet says beside a name: for whom somebody acts, or who acts for him."""
    said: dict[str, str] = {}
    for row in proxies(session, meeting_id=meeting_id):
        holder, principal = row.holder, row.principal
        before = said.get(holder.person_id)
        said[holder.person_id] = f"{before}、{principal.name}" if before else f"代{principal.name}"
        said[principal.person_id] = f"委托{holder.name}"
    return said


def sign_in_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> SignInPaper:
    """签到表: members first, then guests with blank lines."""
    facts = _facts(session, meeting_id)
    called = called_people(session, meeting_id)
    homes = homes_of(session, [person.id for _row, person in called])
    stands = _stands_for(session, meeting_id)

    def rows(*, votes: bool) -> tuple[SignInRow, ...]:
        mine = [(row, person) for row, person in called if row.votes is votes]
        return tuple(
            SignInRow(
                number, person.name, place_words(homes.get(person.id, NOWHERE)), capacity_word(row.capacity),
                stands.get(person.id, _EXCUSED if row.excused else ""),
            )
            for number, (row, person) in enumerate(mine, start=1)
        )  # fmt: skip

    members, guests = rows(votes=True), rows(votes=False)
    rule = meeting_rule(session, facts, len(members))
    groups = (SignInGroup("有表决权的成员", members),) if members else ()
    others = SignInGroup("列席" if members else "参加人", guests, BLANK_ROWS)
    return SignInPaper(
        mark, facts.meeting.title, local(facts.meeting.starts_ms), facts.meeting.place,
        len(members) or len(guests), rule.quorum_needed if rule else 0, (*groups, others),
    )  # fmt: skip


def badge_sheet(session: Session, *, meeting_id: str, mark: PaperMark) -> BadgeSheet:
    """Badges of everybody who is called."""
    facts = _facts(session, meeting_id)
    called = called_people(session, meeting_id)
    homes = homes_of(session, [person.id for _row, person in called])
    badges = tuple(
        Badge(
            person.number, person.name, badge_payload(person.badge), capacity_word(row.capacity),
            place_words(homes.get(person.id, NOWHERE)),
        )
        for row, person in called
    )  # fmt: skip
    return BadgeSheet(mark, facts.meeting.title, local(facts.meeting.starts_ms).date(), badges)
