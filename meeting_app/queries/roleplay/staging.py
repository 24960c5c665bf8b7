"""A play as its papers need it, and which of them have gone out."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local
from meeting_app.queries.meetings import draft_items
from meeting_app.queries.paper_list import PaperRow, paper_row
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.roleplay.polls import codes_of
from meeting_app.queries.roleplay.state import PlayState, plan_of, play_state, player_rows
from meeting_app.queries.roleplay_papers import MAKERS, Staging
from meeting_app.storage.tables import JournalRow, Meeting, Paper, PlayRow

# The action of actions.roleplay.printing that files a paper; its row in the journal names the play.
FILED: Final = "file_play_paper"
SPECIMEN: Final = "00000"  # stands on a look at poll sheets for which no code was drawn yet


def staging_of(session: Session, play_id: str) -> Staging:
    """The play with the seats of its tables. Refuses one that is gone, or that is not cast yet."""
    state = play_state(session, play_id)
    tables = tuple(table.seats for table in state.play.tables)
    if not any(tables):
        raise Refusal("play_not_cast")
    row = state.row
    meeting = session.get(Meeting, row.meeting_id) if row.meeting_id else None
    return Staging(
        play_id, state.scenario, plan_of(state.scenario, row.minutes), tables, codes_of(row) or (SPECIMEN,),
        meeting.title if meeting else "", meeting.place if meeting else "", _begins(session, state, meeting),
    )  # fmt: skip


def _begins(session: Session, state: PlayState, meeting: Meeting | None) -> datetime | None:
    """When it began, else when its item is planned to."""
    if state.row.began_ms is not None:
        return local(state.row.began_ms)
    if meeting is None:
        return None
    items = {item.id: item.starts_at for item in draft_items(session, meeting)}
    return items.get(state.row.item_id or "", local(meeting.starts_ms))


def play_paper(session: Session, *, play_id: str, kind: str, mark: PaperMark) -> Any:
    """What stands on a paper of the play."""
    if kind not in MAKERS:
        raise Refusal("gone", kind="paper")
    return MAKERS[kind](staging_of(session, play_id), mark)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A printing of a paper: how it stands in the register, and when it was made."""

    row: PaperRow
    at: datetime


@dataclass(frozen=True, slots=True)
class PlayPapers:
    """The papers of a play: for how many people at how many tables; what went out, the latest first. `cast` =
    there are seats to print cards for; `codes` were drawn for polls; `people` take part, watchers included.
    """

    title: str
    meeting_id: str | None
    cast: bool
    tables: int
    people: int
    codes: int
    out: tuple[HandedOut, ...]

    def last(self, kind: str) -> HandedOut | None:
        """The latest printing of a kind."""
        return next((one for one in self.out if one.row.kind == kind), None)


def play_papers(session: Session, *, play_id: str) -> PlayPapers:
    """What can be printed and what was. Refuses a play that is gone."""
    state = play_state(session, play_id)
    seated = [table.seats for table in state.play.tables if table.seats]
    people = state.row.people or len(player_rows(session, play_id))
    row: PlayRow = state.row
    return PlayPapers(
        row.title, row.meeting_id, bool(seated), len(seated), people, len(codes_of(row)),
        _handed_out(session, play_id),
    )  # fmt: skip


def _handed_out(session: Session, play_id: str) -> tuple[HandedOut, ...]:
    """The journal says which papers are of the play: it is the one place that nobody can change."""
    query = select(JournalRow).where(JournalRow.verb == FILED).order_by(JournalRow.number.desc())
    told = [(local(row.wall_ms), json.loads(row.arguments)) for row in session.scalars(query)]
    wanted = [(at, named["paper_id"]) for at, named in told if named.get("play_id") == play_id]
    ids = [paper for _at, paper in wanted]
    papers = {one.id: one for one in session.scalars(select(Paper).where(Paper.id.in_(ids)))}
    return tuple(HandedOut(paper_row(papers[paper]), at) for at, paper in wanted if paper in papers)
