"""Filing a paper in three steps: reserve its number, set it outside any transaction, file the bytes
(decisions.md 18).
"""

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from meeting_app.actions.common import random_code, text_of, today
from meeting_app.actions.desk import Desk, final
from meeting_app.domain.clock import Instant
from meeting_app.domain.codes import in_groups
from meeting_app.domain.digest import digest
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local_day, paper_label
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.private_facts import private_facts
from meeting_app.queries.records import Records
from meeting_app.storage.tables import Community, Meeting, Paper, PeopleDraw
from meeting_app.storage.work import Work, new_id

if TYPE_CHECKING:
    from meeting_app.actions.roleplay.printing import Printed

CODE_LENGTH = 12
PUBLIC_KINDS = (
    "notice", "notice_large", "notice_children", "notice_poster", "agenda", "rules", "decision_notice",
    "announcement", "publicity_report", "draw",
)  # fmt: skip
NO_DIGEST = "0" * 64
DRAW = "draw"
LEAKS_SHOWN = 8

# In the order in which a meeting needs them; queries.paper_content knows the same kinds (a test compares).
KINDS = (
    "notice", "notice_large", "notice_children", "notice_poster", "agenda", "rules", "delivery", "proxy",
    "sign_in", "badges", "plates", "ballot", "minutes", "summary", "decision_notice", "announcement",
    "publicity_report", "draw", "tasks",
)  # fmt: skip
# What is handed out one by one, cut or set up; what hangs on a board is one-sided too.
SINGLE_SHEETS = frozenset(
    (
        "proxy", "badges", "plates", "ballot", "play_cards", "play_cards_large", "play_tents", "play_clues",
        "play_proposals", "play_polls", "play_hosts", "play_observers", "tasks",
    )
)  # fmt: skip
# Kinds whose content depends on the day on which they are made.
DATED_KINDS = ("decision_notice", "announcement", "publicity_report", "tasks")


@dataclass(frozen=True, slots=True)
class Reserved:
    """A number that was taken for a paper: what is printed on it, and what it is for: a meeting, or a draw
    outside any (`meeting_id` is empty then).
    """

    paper_id: str
    kind: str
    meeting_id: str
    mark: PaperMark
    draw_id: str = ""


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """A paper that was filed."""

    paper_id: str
    kind: str
    number_label: str
    title: str
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A paper as it was set: its bytes and pages, the digest of its content, its title and days of public
    notice.
    """

    body: bytes
    pages: int
    content_digest: str
    title: str
    public_from: date | None = None
    public_to: date | None = None


def reserve_paper(work: Work, *, kind: str, meeting_id: str, draw_id: str = "") -> Reserved:
    """Take the next number of the kind and year, and a random check code. Refused before a number is taken
    when there is nothing to tell yet; a number that was taken and never filed is taken again, so that none is
    missing. Whoever was still setting a paper under it is refused at filing, because its code is gone.
    """
    if kind not in KINDS:
        raise Refusal("gone", kind="paper")
    draw = work.get(PeopleDraw, draw_id) if draw_id else None
    meeting = None if draw is not None else work.get(Meeting, meeting_id)
    work.meeting_id = meeting.id if meeting is not None else None
    blank = draft_mark(work.session, work.now)
    content_of(work.session, reserved=Reserved("", kind, meeting_id, blank, draw_id))
    paper, mark = take_number(work, kind)
    paper.meeting_id, paper.draw_id = work.meeting_id, draw.id if draw is not None else None
    paper.topic_id = meeting.topic_id if meeting is not None else None
    return Reserved(paper.id, kind, meeting_id, mark, draw_id)


def take_number(work: Work, kind: str) -> tuple[Paper, PaperMark]:
    """The row of a paper with its number and a fresh check code, and what is printed of them."""
    community = work.one(Community)
    if community is None:
        raise Refusal("gone", kind="community")
    day = today(work)
    paper = _free_number(work, kind, day.year) or work.add(_reserved_row(work, kind, day))
    paper.check_code, paper.dated = random_code(CODE_LENGTH), day
    label = paper_label(community.short, kind, paper.year, paper.number)
    return paper, PaperMark(label, in_groups(paper.check_code), NO_DIGEST, community.committee, day)


def draft_mark(session: Session, now: Instant) -> PaperMark:
    """What stands on a paper without a number, for a look at it."""
    day = local_day(now.wall_ms)
    return PaperMark("（预览）", "0000-0000-0000", NO_DIGEST, _committee(session), day)


def _free_number(work: Work, kind: str, year: int) -> Paper | None:
    """The lowest number that was reserved and never filed."""
    left = (Paper.kind == kind, Paper.year == year, Paper.state == "reserved")
    return next(iter(work.all(Paper, *left, order=Paper.number)), None)


def _reserved_row(work: Work, kind: str, day: date) -> Paper:
    """A row for the number after the highest."""
    return Paper(
        id=new_id(),
        kind=kind,
        year=day.year,
        number=work.highest(Paper.number, Paper.kind == kind, Paper.year == day.year) + 1,
        title="",
        public=kind in PUBLIC_KINDS,
        check_code="",
        content_digest=NO_DIGEST,
        state="reserved",
        dated=day,
    )


def content_of(session: Session, *, reserved: Reserved) -> Any:
    """The content record of the paper as the records are now, carrying its own digest."""
    # Loaded with the first paper, not at the start.
    from meeting_app.queries.paper_content import CONTENT, SINGLE_DRAW

    if reserved.draw_id:
        bare = SINGLE_DRAW(session, draw_id=reserved.draw_id, mark=reserved.mark)
        return replace(bare, mark=replace(reserved.mark, digest=digest(asdict(bare))))
    more = {"posted_on": reserved.mark.issued_on} if reserved.kind in DATED_KINDS else {}
    bare = CONTENT[reserved.kind](session, meeting_id=reserved.meeting_id, mark=reserved.mark, **more)
    return replace(bare, mark=replace(reserved.mark, digest=digest(asdict(bare))))


@final
def file_paper(work: Work, *, reserved: Reserved, made: SetPaper) -> FiledPaper:
    """File the bytes; refused when the records moved while the paper was set. An older one of the kind is
    superseded.
    """
    paper = work.get(Paper, reserved.paper_id)
    work.meeting_id = paper.meeting_id
    if content_of(work.session, reserved=reserved).mark.digest != made.content_digest:
        raise Refusal("paper_moved")
    same = Paper.draw_id == paper.draw_id if paper.draw_id else Paper.meeting_id == paper.meeting_id
    superseded = work.all(Paper, Paper.kind == paper.kind, same, Paper.state == "filed")
    filed = fill_in(work, paper, reserved.mark, made)
    for row in superseded:
        row.state, paper.supersedes = "superseded", row.id
    return filed


def fill_in(work: Work, paper: Paper, mark: PaperMark, made: SetPaper) -> FiledPaper:
    """Put what was set into the row that was reserved for it; refused when the row went to another paper."""
    if paper.state != "reserved" or in_groups(paper.check_code) != mark.code:
        raise Refusal("paper_moved")  # its number was given to another paper meanwhile
    paper.title = text_of(made.title, 200, "title")
    paper.content_digest, paper.pages, paper.body = made.content_digest, made.pages, made.body
    paper.sha256 = hashlib.sha256(made.body).hexdigest()
    paper.state, paper.filed_ms = "filed", work.now.wall_ms
    paper.public_from, paper.public_to = made.public_from, made.public_to
    paper.label = mark.number  # as it is printed, whatever the community is called later
    return FiledPaper(paper.id, paper.kind, paper.label, paper.title, paper.pages, paper.sha256)


def one_sided(kind: str) -> bool:
    """Whether a kind of paper must not be printed on both sides of a sheet."""
    return kind in PUBLIC_KINDS or kind in SINGLE_SHEETS


def title_of(kind: str, content: Any) -> str:
    """Under which title a paper is listed."""
    if kind in ("minutes", "summary"):
        return str(content.heading)
    if kind in ("notice", "decision_notice", "announcement", "publicity_report", "draw"):
        return str(content.title)
    return f"{getattr(content, 'meeting_title', '') or content.title} {_NAMED[kind]}"


_NAMED = {
    "agenda": "议程",
    "sign_in": "签到表",
    "badges": "胸牌",
    "notice_large": "通知（大字版）",
    "notice_children": "通知（儿童版）",
    "notice_poster": "海报",
    "rules": "卡片",
    "delivery": "送达名单",
    "proxy": "代理委托书",
    "plates": "席卡",
    "ballot": "表决票",
    "tasks": "督办单",
}


class PaperRoom:
    """Makes papers on a worker of its own; the desk stays free while they are set."""

    def __init__(self, desk: Desk, records: Records) -> None:
        self._desk, self._records = desk, records
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="papers")

    def issue(self, kind: str, meeting_id: str, *, all_the_same: bool = False) -> "Future[FiledPaper]":
        """Reserve, set and file a paper; the future has the filed paper, or the Refusal. A public paper that
        tells what is private is refused with `paper_leaks`, unless it is to be made `all_the_same`.
        """
        return self._worker.submit(self._issue, kind, meeting_id, all_the_same)

    def issue_draw(self, draw_id: str) -> "Future[FiledPaper]":
        """The same for the record of a draw outside any meeting."""
        return self._worker.submit(self._issue, DRAW, "", all_the_same=False, draw_id=draw_id)

    def told(self, body: bytes, meeting_id: str) -> "Future[tuple[str, ...]]":
        """What a finished paper tells that should not hang on a board, as it stands there."""
        return self._worker.submit(self._told, body, meeting_id)

    def preview(self, kind: str, meeting_id: str) -> "Future[bytes]":
        """Set a paper as it would be now, without a number and without filing it."""
        return self._worker.submit(self._preview, kind, meeting_id)

    def run(self, paper_id: str) -> "Future[bytes]":
        """What goes to the printer for a filed paper: the paper itself, or of ballots as many as are needed,
        each with the code of its slip. Refuses as `make_paper_slips` does.
        """
        return self._worker.submit(self._run, paper_id)

    def more_ballots(self, poll_id: str, count: int) -> "Future[bytes]":
        """So many more papers of a secret vote, alone: they ran out, or the printer spoilt some. 0 = as many
        as the meeting needs.
        """
        return self._worker.submit(self._more_ballots, poll_id, count)

    def print_play(
        self, play_id: str, kind: str, *, sheets: int = 0, again: bool = False
    ) -> "Future[Printed]":
        """Register a copy of a paper of a play; refuses as `print_play_paper` does."""
        from meeting_app.actions.roleplay import printing  # with the first paper, not at the start

        work = partial(printing.print_play_paper, sheets=sheets, again=again)
        return self._worker.submit(work, self._desk, self._records, play_id, kind)

    def preview_play(self, play_id: str, kind: str) -> "Future[bytes]":
        """Set a paper of a play as it would be now, without a number and without filing it."""
        from meeting_app.actions.roleplay import printing

        return self._worker.submit(printing.preview_play_paper, self._desk, self._records, play_id, kind)

    def _run(self, paper_id: str) -> bytes:
        from meeting_app.actions.ballot_run import whole_run  # with the first paper, not at the start

        return whole_run(self._desk, self._records, paper_id)

    def _more_ballots(self, poll_id: str, count: int) -> bytes:
        from meeting_app.actions.ballot_run import more
        from meeting_app.queries.ballot_papers import ballot_paper

        paper_id, meeting_id = self._records.ask(ballot_paper, poll_id=poll_id)
        if not paper_id:
            paper_id = self._issue("ballot", meeting_id, all_the_same=False).paper_id
        return more(self._desk, self._records, paper_id, poll_id, count)

    def _issue(self, kind: str, meeting_id: str, all_the_same: bool, draw_id: str = "") -> FiledPaper:
        # What the records are not ripe for is refused here, before a number is taken for nothing.
        self._records.ask(content_of, reserved=self._draft(kind, meeting_id, draw_id))
        reserved = self._desk.do(reserve_paper, kind=kind, meeting_id=meeting_id, draw_id=draw_id).result()
        made = self._set(reserved)
        if kind in PUBLIC_KINDS and not all_the_same:
            self._refuse_leaks(made.body, meeting_id)  # its number is taken again by the next of its kind
        return self._desk.do(file_paper, reserved=reserved, made=made).result()

    def _refuse_leaks(self, body: bytes, meeting_id: str) -> None:
        """Look through the finished text before it is filed and can be printed."""
        found = self._told(body, meeting_id)
        if found:
            raise Refusal("paper_leaks", found="、".join(found[:LEAKS_SHOWN]))

    def _told(self, body: bytes, meeting_id: str) -> tuple[str, ...]:
        from meeting_app.documents.leaks import Private, leaks

        known = self._records.ask(private_facts, meeting_id=meeting_id)
        found = leaks(body, Private(known.names, known.phones, known.rooms, known.offices))
        return tuple(one.text for one in found)

    def _draft(self, kind: str, meeting_id: str, draw_id: str = "") -> Reserved:
        """A paper without a number, for a look at it."""
        mark = self._records.ask(draft_mark, now=self._desk.now())
        return Reserved("", kind, meeting_id, mark, draw_id)

    def _preview(self, kind: str, meeting_id: str) -> bytes:
        return self._set(self._draft(kind, meeting_id)).body

    def _set(self, reserved: Reserved) -> SetPaper:
        from meeting_app.documents import render  # imported late: the faces are not needed at the start

        content = self._records.ask(content_of, reserved=reserved)
        body = render.pdf(reserved.kind, content)
        span = getattr(content, "publicity", None)
        return SetPaper(
            body, render.page_count(body), content.mark.digest, title_of(reserved.kind, content),
            span.first_day if span else None, span.last_day if span else None,
        )  # fmt: skip

    def close(self) -> None:
        """Finish what is being set."""
        self._worker.shutdown()


def _committee(session: Session) -> str:
    from sqlalchemy import select

    return session.scalars(select(Community.committee)).first() or ""
