"""抽签记录: every lot that was drawn in a meeting, so that anybody can draw it again by hand.

People drawn from a list, and lots between options with equal votes; names as they hung out. In Chinese
whatever the window speaks, as all papers are.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.privacy import mask_name
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import using
from meeting_app.queries.draws import DrawView, draw_view, whole_drawing
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.vote_result import LotResult, vote_result
from meeting_app.storage.tables import Meeting, Motion, PeopleDraw, Poll
from meeting_app.wording import draws
from meeting_app.wording.labels import label

CHINESE = "zh_CN"


@dataclass(frozen=True, slots=True)
class TicketLine:
    """A ticket in its order: `text` is what its digest was made of behind the number, `groups` to which
    groups it belongs, `fate` what became of it.
    """

    place: int
    text: str
    groups: str
    digest: str
    fate: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class DrawnLot:
    """One lot: `draw` and `frozen` (64 hexadecimal digits) stand before the number in every ticket.

    `places` says how the places were shared among groups, empty without groups; `listed_at` None for a lot
    between options.
    """

    title: str
    told: str
    draw: str
    frozen: str
    number: str
    drawn_by: str
    places: tuple[str, ...]
    listed_at: datetime | None
    tickets: tuple[TicketLine, ...]


@dataclass(frozen=True, slots=True)
class DrawPaper:
    """抽签记录 of a meeting, or of one draw outside any (`meeting_title` is empty then)."""

    mark: PaperMark
    title: str
    meeting_title: str
    lots: tuple[DrawnLot, ...]


def draw_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> DrawPaper:
    """All lots of a meeting in their order; refuses with `nothing_drawn` where there was none."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise Refusal("gone", kind="meeting")
    with using(CHINESE):
        lots = (*_people(session, meeting_id), *_ties(session, meeting_id))
    if not lots:
        raise Refusal("nothing_drawn")
    return DrawPaper(mark, f"{meeting.title}抽签记录", meeting.title, lots)


def single_draw_paper(session: Session, *, draw_id: str, mark: PaperMark) -> DrawPaper:
    """The record of one draw of people, for a draw outside any meeting; refuses with `nothing_drawn` before
    the number was rolled.
    """
    with using(CHINESE):
        view = draw_view(session, draw_id=draw_id)
        if view is None:
            raise Refusal("gone", kind="draw")
        if not view.row.drawn:
            raise Refusal("nothing_drawn")
        return DrawPaper(mark, f"{view.row.title}抽签记录", view.row.meeting, (_of_people(session, view),))


def _people(session: Session, meeting_id: str) -> list[DrawnLot]:
    made = (PeopleDraw.meeting_id == meeting_id, PeopleDraw.number != "")
    ids = session.scalars(select(PeopleDraw.id).where(*made).order_by(PeopleDraw.listed_ms, PeopleDraw.id))
    views = (draw_view(session, draw_id=draw_id) for draw_id in ids.all())
    return [_of_people(session, view) for view in views if view is not None]


def _of_people(session: Session, view: DrawView) -> DrawnLot:
    drawing = whole_drawing(session, draw_id=view.row.id)
    assert drawing is not None
    told = f"从{label(draws.AMONG, view.among)}{view.row.people}人中抽出{view.row.seats}人。"
    places = tuple(
        f"{label(draws.FEATURES, code)}："
        + "，".join(f"{draws.group(one.code)}{one.people}人中抽{one.places}人" for one in groups)
        for code, groups in view.features
    )
    tickets = tuple(
        TicketLine(
            at, ticket.entry.text, "、".join(map(draws.group, ticket.entry.groups)), ticket.digest,
            label(draws.FATES, ticket.fate), ticket.fate == "chosen",
        )
        for at, ticket in enumerate(drawing.tickets, start=1)
    )  # fmt: skip
    return DrawnLot(
        view.row.title, told, drawing.draw, drawing.pool_hash, drawing.number, mask_name(view.drawn_by),
        places, view.row.listed_at, tickets,
    )  # fmt: skip


def _ties(session: Session, meeting_id: str) -> list[DrawnLot]:
    """Lots between options with equal votes, of results that the meeting confirmed."""
    rows = session.execute(
        select(Poll, Motion.title)
        .join(Motion, Motion.id == Poll.motion_id)
        .where(Poll.meeting_id == meeting_id, Poll.state == "published", Poll.lot_number != "")
        .order_by(Poll.closed_ms)
    ).all()
    found = ((poll, title, vote_result(session, poll_id=poll.id)) for poll, title in rows)
    return [
        _of_tie(poll, title, result.lot) for poll, title, result in found if result is not None and result.lot
    ]


def _of_tie(poll: Poll, title: str, lot: LotResult) -> DrawnLot:
    tickets = tuple(
        TicketLine(at, name, "", digest, "排在前面的胜出" if at == 1 else "", at == 1)
        for at, (name, digest) in enumerate(lot.tickets, start=1)
    )
    told = f"{len(tickets)}个选项票数相等，抽签排定先后。"
    return DrawnLot(
        title, told, poll.id, poll.sheet_hash, lot.number, mask_name(lot.drawn_by), (), None, tickets
    )
