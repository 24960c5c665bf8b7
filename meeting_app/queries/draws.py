"""Draws of people by lot, as the office and the hall see them."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.sortition.lottery import Drawing, Fate, Ticket
from meeting_app.domain.sortition.pool import Entry, Groups
from meeting_app.domain.sortition.quotas import Quotas
from meeting_app.domain.sortition.relax import smallest_relaxation
from meeting_app.domain.sortition.table import table_for
from meeting_app.domain.tally.lot import ticket
from meeting_app.queries.basics import local, names_of
from meeting_app.queries.draw_pool import UNKNOWN
from meeting_app.queries.vote_result import code_groups
from meeting_app.storage.tables import DrawnPerson, Meeting, Paper, PeopleDraw


@dataclass(frozen=True, slots=True)
class DrawRow:
    """A draw in the list; `drawn` once the number was rolled."""

    id: str
    title: str
    seats: int
    people: int
    drawn: bool
    listed_at: datetime
    meeting: str


@dataclass(frozen=True, slots=True)
class GroupPlaces:
    """A group of a feature: people on the list, places, and how many of them were drawn."""

    code: str
    people: int
    places: int
    chosen: int


Features = tuple[tuple[str, tuple[GroupPlaces, ...]], ...]


@dataclass(frozen=True, slots=True)
class DrawView:
    """A draw to be looked at. `features` are (code, its groups); `code` is the list's hash as people compare
    it; `drawn` has the tickets of the chosen only (`whole_drawing` has all); `names` are their full names by
    their numbers, for the console only.
    """

    row: DrawRow
    meeting_id: str | None
    among: str
    features: Features
    code: tuple[str, ...]
    drawn: Drawing
    quotas: Quotas
    drawn_by: str
    names: tuple[tuple[int, str], ...]

    @property
    def chosen(self) -> tuple[Entry, ...]:
        """Who was drawn, in the order of the draw."""
        return self.drawn.chosen


@dataclass(frozen=True, slots=True)
class PlacesProof:
    """Whether all places can be held at once; if not, the smallest change that can (None: none was found)."""

    holds: bool
    change: Quotas | None = None


def features_of(draw: PeopleDraw) -> tuple[str, ...]:
    """The codes of a draw's features."""
    return tuple(draw.features.split(",")) if draw.features else ()


def quotas_of(draw: PeopleDraw) -> Quotas:
    """The places of the groups of each feature."""
    return tuple(
        {str(group): int(places) for group, places in one.items()} for one in json.loads(draw.places)
    )


def entry_of(line: DrawnPerson) -> Entry:
    """A line of the list."""
    return Entry(line.number, line.name, tuple(line.groups.split(",")) if line.groups else ())


def lines_of(session: Session, draw_id: str) -> list[DrawnPerson]:
    """The frozen list."""
    query = select(DrawnPerson).where(DrawnPerson.draw_id == draw_id).order_by(DrawnPerson.number)
    return list(session.scalars(query))


def _row(draw: PeopleDraw, people: int, meeting: str | None) -> DrawRow:
    return DrawRow(
        draw.id, draw.title, draw.seats, people, bool(draw.number), local(draw.listed_ms), meeting or ""
    )


def draw_list(session: Session) -> tuple[DrawRow, ...]:
    """All draws, the newest first."""
    people = select(DrawnPerson.draw_id, func.count().label("n")).group_by(DrawnPerson.draw_id).subquery()
    query = (
        select(PeopleDraw, people.c.n, Meeting.title)
        .outerjoin(people, people.c.draw_id == PeopleDraw.id)
        .outerjoin(Meeting, Meeting.id == PeopleDraw.meeting_id)
        .order_by(PeopleDraw.listed_ms.desc(), PeopleDraw.id)
    )
    return tuple(_row(draw, people or 0, title) for draw, people, title in session.execute(query))


def _drawing(draw: PeopleDraw, lines: Iterable[DrawnPerson]) -> Drawing:
    """The draw with the tickets of these lines."""
    tickets = []
    for line in lines:
        entry = entry_of(line)
        digest = ticket(draw.id, draw.pool_hash, draw.number, entry.text)
        tickets.append(Ticket(entry, digest, Fate(line.fate)))
    return Drawing(draw.id, draw.pool_hash, draw.number, tuple(tickets))


def whole_drawing(session: Session, *, draw_id: str) -> Drawing | None:
    """A draw that was made, with every ticket; for thousands of people not on the thread that paints."""
    draw = session.get(PeopleDraw, draw_id)
    if draw is None or not draw.number:
        return None
    return _drawing(draw, sorted(lines_of(session, draw.id), key=lambda line: line.place))


# Groups in the order in which people think of them; buildings follow by their numbers, "unknown" comes last.
_ORDER = ("female", "male", "under35", "from35", "from60")


def _shown_at(group: str) -> tuple[int, int, str]:
    if group in _ORDER:
        return 0, _ORDER.index(group), ""
    digits = re.match(r"\d+", group)
    return 1 + (group == UNKNOWN), int(digits[0]) if digits else 0, group


def _chosen(session: Session, draw_id: str) -> list[DrawnPerson]:
    query = select(DrawnPerson).where(DrawnPerson.draw_id == draw_id, DrawnPerson.fate == Fate.CHOSEN)
    return list(session.scalars(query.order_by(DrawnPerson.place)))


def _counted(session: Session, draw_id: str) -> dict[Groups, int]:
    """How many people of the list each combination of groups has."""
    query = select(DrawnPerson.groups, func.count()).where(DrawnPerson.draw_id == draw_id)
    rows = session.execute(query.group_by(DrawnPerson.groups).order_by(DrawnPerson.groups))
    return {tuple(groups.split(",")) if groups else (): number for groups, number in rows}


def _features(draw: PeopleDraw, people: dict[Groups, int], chosen: list[DrawnPerson]) -> Features:
    features = []
    quotas = quotas_of(draw)
    for place, code in enumerate(features_of(draw)):
        there, taken = Counter[str](), Counter(entry_of(line).groups[place] for line in chosen)
        for groups, number in people.items():
            there[groups[place]] += number
        shown = [
            GroupPlaces(group, there[group], places, taken[group]) for group, places in quotas[place].items()
        ]
        features.append((code, tuple(sorted(shown, key=lambda group: _shown_at(group.code)))))
    return tuple(features)


def draw_view(session: Session, *, draw_id: str) -> DrawView | None:
    """One draw; None when it is gone."""
    draw = session.get(PeopleDraw, draw_id)
    if draw is None:
        return None
    people, chosen = _counted(session, draw.id), _chosen(session, draw.id)
    full = names_of(session, [line.person_id for line in chosen])
    meeting = session.get(Meeting, draw.meeting_id) if draw.meeting_id else None
    return DrawView(
        _row(draw, sum(people.values()), meeting.title if meeting else ""), draw.meeting_id, draw.among,
        _features(draw, people, chosen), code_groups(draw.pool_hash), _drawing(draw, chosen),
        quotas_of(draw), draw.drawn_by,
        tuple((line.number, full.get(line.person_id, "")) for line in chosen),
    )  # fmt: skip


def places_proof(session: Session, *, draw_id: str, quotas: Quotas) -> PlacesProof:
    """Whether these places can all be held with the people of the list. Slow for tight places with three
    features: ask away from the thread that paints. Raises Refusal `draw_too_large`.
    """
    people = _counted(session, draw_id)
    if table_for(people, quotas) is not None:
        return PlacesProof(holds=True)
    return PlacesProof(holds=False, change=smallest_relaxation(people, quotas))


def filed_record(session: Session, *, draw_id: str) -> str:
    """The filed paper of a draw outside any meeting; "" when there is none."""
    query = select(Paper.id).where(Paper.draw_id == draw_id, Paper.state == "filed")
    return session.scalars(query).first() or ""


def last_draw(session: Session, meeting_id: str) -> str | None:
    """The newest draw of a meeting."""
    query = select(PeopleDraw.id).where(PeopleDraw.meeting_id == meeting_id)
    return session.scalars(query.order_by(PeopleDraw.listed_ms.desc(), PeopleDraw.id).limit(1)).first()
