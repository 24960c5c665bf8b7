"""The papers around a meeting, from the records: summary, rules, delivery, proxies, plates."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import using
from meeting_app.queries.basics import NOWHERE, homes_of, local
from meeting_app.queries.floor_rules import rules_of
from meeting_app.queries.meeting_papers import called_people, capacity_word
from meeting_app.queries.meetings import agenda_rows, draft_items
from meeting_app.queries.minutes import decision_notice_paper, minutes_paper
from meeting_app.queries.paper_facts import (
    Facts,
    contact_of,
    facts_of,
    officer_name,
    place_words,
)
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.papers import DecisionNoticePaper, MinutesPaper
from meeting_app.queries.papers_more import (
    DeliveryPaper,
    DeliveryRow,
    ObjectionLine,
    Plate,
    PlateSheet,
    PostingLine,
    ProxyPair,
    ProxyPaper,
    PublicityReportPaper,
    RulesPaper,
    TaskSlip,
    TaskSlipPaper,
)
from meeting_app.queries.quorum import proxy_rule_of
from meeting_app.storage.tables import Body, Objection, Paper, Person, Posting, Proxy, Task
from meeting_app.wording import rules_card

USUAL_SPEECH_MS = 180_000
EVERYTHING = "全部表决事项"


def _facts(session: Session, meeting_id: str) -> Facts:
    facts = facts_of(session, meeting_id)
    if facts is None:
        raise Refusal("gone", kind="meeting")
    return facts


def summary_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> MinutesPaper:
    """会议纪要: agreed points only."""
    full = minutes_paper(session, meeting_id=meeting_id, mark=mark)
    return replace(full, form="minutes", heading=f"{_facts(session, meeting_id).meeting.title}纪要")


def announcement_paper(
    session: Session, *, meeting_id: str, mark: PaperMark, posted_on: date
) -> DecisionNoticePaper:
    """公告: what is settled. The same content as the public notice, without a period for objections."""
    public = decision_notice_paper(session, meeting_id=meeting_id, mark=mark, posted_on=posted_on)
    title = f"{public.title.removesuffix('公示')}公告"
    return replace(public, title=title, publicity=None)


def rules_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> RulesPaper:
    """议事规则, word for word as the projector shows them: with the time of most speeches, the turns and the
    order of this meeting.
    """
    facts, floor = _facts(session, meeting_id), rules_of(session, meeting_id)
    limits = Counter(row.speech_limit_ms for row in agenda_rows(session, meeting_id) if row.speech_limit_ms)
    usual = limits.most_common(1)[0][0] if limits else USUAL_SPEECH_MS
    with using("zh_CN"):
        rules = rules_card.rules(usual, floor.most_turns, floor.order)
    return RulesPaper(mark, "议事规则", rules, facts.meeting.title)


def delivery_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> DeliveryPaper:
    """送达回证 for everybody who is called with a vote, else for everybody who is invited."""
    facts = _facts(session, meeting_id)
    rows = called_people(session, meeting_id)
    some = [(row, person) for row, person in rows if row.votes] or list(rows)
    homes = homes_of(session, [person.id for _row, person in some])
    notice = session.scalars(
        select(Paper).where(Paper.meeting_id == meeting_id, Paper.kind == "notice", Paper.state == "filed")
    ).first()
    number = notice.label if notice else ""
    listed = tuple(
        DeliveryRow(at, person.name, place_words(homes.get(person.id, NOWHERE)))
        for at, (_row, person) in enumerate(some, start=1)
    )
    title = notice.title if notice else f"关于召开{facts.meeting.title}的通知"
    return DeliveryPaper(mark, f"{facts.meeting.title}送达回证", title, number, None, listed)


def proxy_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> ProxyPaper:
    """代理委托书: an empty form, and a page for each proxy that is noted."""
    facts = _facts(session, meeting_id)
    query = select(Proxy).where(Proxy.meeting_id == meeting_id, Proxy.withdrawn_ms.is_(None))
    proxies = session.scalars(query.order_by(Proxy.given_ms)).all()
    ids = [one for row in proxies for one in (row.principal_id, row.holder_id)]
    names = {row.id: row.name for row in session.scalars(select(Person).where(Person.id.in_(ids)))}
    homes = homes_of(session, ids)
    pairs = tuple(
        ProxyPair(
            names.get(row.principal_id, ""), place_words(homes.get(row.principal_id, NOWHERE)),
            names.get(row.holder_id, ""), place_words(homes.get(row.holder_id, NOWHERE)),
            "" if row.items else EVERYTHING,
        )
        for row in proxies
    )  # fmt: skip
    votes = tuple(item.title for item in draft_items(session, facts.meeting) if item.motion)
    return ProxyPaper(
        mark, facts.meeting.title, local(facts.meeting.starts_ms), facts.meeting.place, votes,
        contact_of(facts.community), (ProxyPair(), *pairs), _proxy_limit(session, facts),
    )  # fmt: skip


def _proxy_limit(session: Session, facts: Facts) -> str:
    """For how many one holder may act, as the form says it; refuses where nobody may be represented."""
    rule = proxy_rule_of(session, facts.meeting)
    if not rule.allowed:
        raise Refusal("no_proxies")
    who = "受托人本人也要有表决权，" if rule.members_only else ""
    return f"{who}一个人最多受{rule.most}人委托。"


def plate_sheet(session: Session, *, meeting_id: str, mark: PaperMark) -> PlateSheet:
    """席卡 for the table: chair, recorder, tellers, and guests who come for a body."""
    facts = _facts(session, meeting_id)
    meeting = facts.meeting
    offices = (
        (meeting.chair_id, "主持人"), (meeting.recorder_id, "记录员"), (meeting.teller1_id, "监票人"),
        (meeting.teller2_id, "监票人"),
    )  # fmt: skip
    plates = [Plate(officer_name(session, person), title) for person, title in offices if person]
    seated = {person for person, _title in offices}
    for row, person in called_people(session, meeting_id):
        if person.id not in seated and not row.votes and row.capacity not in ("guest", "owner", "household"):
            plates.append(Plate(person.name, capacity_word(row.capacity)))
    return PlateSheet(mark, meeting.title, tuple(plates))


def task_slip_paper(session: Session, *, meeting_id: str, mark: PaperMark, posted_on: date) -> TaskSlipPaper:
    """督办单 for the open tasks of a meeting; refuses with `no_tasks` where there is none."""
    facts = _facts(session, meeting_id)
    query = select(Task, Body.name).outerjoin(Body, Body.id == Task.body_id)
    rows = session.execute(
        query.where(Task.meeting_id == meeting_id, Task.state == "open").order_by(Task.created_ms)
    ).all()
    if not rows:
        raise Refusal("no_tasks")
    slips = tuple(
        TaskSlip(
            task.text, "", "，".join(one for one in (body, task.assignee) if one), task.supervisor,
            task.due_on,
            (task.due_on - posted_on).days if task.due_on and task.due_on > posted_on else None,
        )
        for task, body in rows
    )  # fmt: skip
    held = local(facts.meeting.opened_ms or facts.meeting.starts_ms).date()
    return TaskSlipPaper(mark, facts.meeting.title, held, slips, contact_of(facts.community))


@dataclass(frozen=True, slots=True)
class PostingRow:
    """Where a public paper was put up; `photo` is the digest of a picture, "" without one."""

    id: str
    place: str
    posted_on: date
    removed_on: date | None
    note: str
    photo: str


def publicity_report_paper(
    session: Session, *, meeting_id: str, mark: PaperMark, posted_on: date
) -> PublicityReportPaper:
    """公示结果报告; refuses with `not_public` before the notice, `still_public` while it hangs."""
    facts = _facts(session, meeting_id)
    query = select(Paper).where(
        Paper.meeting_id == meeting_id, Paper.kind == "decision_notice", Paper.state == "filed"
    )
    notice = session.scalars(query).first()
    if notice is None or notice.public_from is None or notice.public_to is None:
        raise Refusal("not_public")
    if posted_on <= notice.public_to:
        raise Refusal("still_public", last=notice.public_to)
    lines = objections(session, paper_id=notice.id)
    about = notice.title
    return PublicityReportPaper(
        mark, f"{about.removesuffix('的公示')}公示结果的报告", about,
        notice.label, notice.public_from, notice.public_to, (notice.public_to - notice.public_from).days + 1,
        posting_lines(session, paper_id=notice.id), lines,
        "settled" if all(one.answer for one in lines) else "open", contact_of(facts.community),
    )  # fmt: skip


def posting_lines(session: Session, *, paper_id: str) -> tuple[PostingLine, ...]:
    """Where a public paper hung, in the order of the days."""
    rows = posting_rows(session, paper_id=paper_id)
    return tuple(
        PostingLine(one.place, one.posted_on, one.removed_on, one.note, bool(one.photo)) for one in rows
    )


def posting_rows(session: Session, *, paper_id: str) -> tuple[PostingRow, ...]:
    """The same as the office sees it."""
    found = session.scalars(select(Posting).where(Posting.paper_id == paper_id))
    return tuple(
        PostingRow(row.id, row.place, row.posted_on, row.removed_on, row.note, row.photo)
        for row in sorted(found, key=lambda row: (row.posted_on, row.place))
    )


def objections(session: Session, *, paper_id: str) -> tuple[ObjectionLine, ...]:
    """The objections to a public notice, without who raised them."""
    query = select(Objection).where(Objection.paper_id == paper_id)
    rows = session.scalars(query.order_by(Objection.received_on, Objection.id))
    return tuple(ObjectionLine(row.received_on, row.text, row.answer, row.answered_on) for row in rows)


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection as the office sees it: with who raised it."""

    id: str
    received_on: date
    raised_by: str
    text: str
    answer: str


def objection_rows(session: Session, *, paper_id: str) -> tuple[ObjectionRow, ...]:
    """The objections to a public notice, those without an answer first."""
    query = select(Objection).where(Objection.paper_id == paper_id)
    rows = session.scalars(query.order_by(Objection.answer != "", Objection.received_on, Objection.id))
    return tuple(ObjectionRow(row.id, row.received_on, row.raised_by, row.text, row.answer) for row in rows)
