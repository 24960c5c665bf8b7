"""A play while it is prepared: who takes part, who would play what and why. For the facilitator alone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.casting import Reason, explained
from meeting_app.domain.roleplay.model import Attribute, Scenario
from meeting_app.domain.roleplay.seating import needed_roles, tables_for
from meeting_app.queries.basics import local, names_of
from meeting_app.queries.roleplay.polls import codes_of
from meeting_app.queries.roleplay.scenarios import scenario_of
from meeting_app.queries.roleplay.state import base_cast, play_state, player_of, player_rows, wishes_of
from meeting_app.queries.roleplay.types import SeatLine
from meeting_app.storage.tables import AgendaItem, Meeting, PlayerRow, PlayRow


@dataclass(frozen=True, slots=True)
class PlayLine:
    """A play in the list of plays; meeting and item are their titles, "" = on its own."""

    id: str
    title: str
    state: str
    minutes: int
    people: int
    meeting: str
    item: str
    item_id: str | None
    prepared_at: datetime


@dataclass(frozen=True, slots=True)
class CastPlayer:
    """Somebody who takes part. `attributes` are (attribute, answer); `reasons` are words of
    `wording.roleplay.reason_sentence`; table 0 = not cast.
    """

    person_id: str
    name: str
    attributes: tuple[tuple[str, str], ...]
    watches: bool
    reading_help: bool
    table: int
    role: str
    role_name: str
    reasons: tuple[Reason, ...]
    by_hand: bool
    reason: str
    redrawn: bool
    breach: bool


@dataclass(frozen=True, slots=True)
class CastRole:
    """A role to be given; `needed` at every table."""

    id: str
    name: str
    observer: bool
    needed: bool


@dataclass(frozen=True, slots=True)
class CastingView:
    """What the page of casting shows. `sizes` are the tables that so many players make, empty when none are
    legal; `together` are excluded pairs that sit at one table all the same, `proven`: fewer were not
    possible. Pairs are of person ids.
    """

    play: PlayLine
    scenario: Scenario
    lengths: tuple[int, ...]
    sensitive: str
    asked: tuple[Attribute, ...]
    roles: tuple[CastRole, ...]
    players: tuple[CastPlayer, ...]
    sizes: tuple[int, ...]
    mode: str
    seed: int
    proven: bool
    apart: tuple[tuple[str, str], ...]
    together: tuple[tuple[str, str], ...]
    codes: int

    def table(self, number: int) -> tuple[CastPlayer, ...]:
        """Who sits at a table, by role."""
        return tuple(one for one in self.players if one.table == number)

    @property
    def tables(self) -> tuple[int, ...]:
        """The numbers of the tables."""
        return tuple(sorted({one.table for one in self.players if one.table}))


def _line(row: PlayRow, people: int, meeting: str | None, item: str | None) -> PlayLine:
    return PlayLine(
        row.id, row.title, row.state, row.minutes, row.people if row.state == "ended" else people,
        meeting or "", item or "", row.item_id, local(row.prepared_ms),
    )  # fmt: skip


def play_list(session: Session, *, meeting_id: str | None = None) -> tuple[PlayLine, ...]:
    """All plays, or those of a meeting, the last prepared first."""
    counted = select(PlayerRow.play_id, func.count().label("n")).group_by(PlayerRow.play_id).subquery()
    query = (
        select(PlayRow, counted.c.n, Meeting.title, AgendaItem.title)
        .outerjoin(counted, counted.c.play_id == PlayRow.id)
        .outerjoin(Meeting, Meeting.id == PlayRow.meeting_id)
        .outerjoin(AgendaItem, AgendaItem.id == PlayRow.item_id)
        .order_by(PlayRow.prepared_ms.desc(), PlayRow.id)
    )
    if meeting_id is not None:
        query = query.where(PlayRow.meeting_id == meeting_id)
    return tuple(_line(row, n or 0, meeting, item) for row, n, meeting, item in session.execute(query))


def meeting_of_play(session: Session, *, play_id: str) -> str:
    """The meeting in which a play is held; "" = none."""
    return session.scalar(select(PlayRow.meeting_id).where(PlayRow.id == play_id)) or ""


def play_items(session: Session) -> tuple[tuple[str, str, str], ...]:
    """The items for a role-play in meetings that are not over, as (id, meeting, title)."""
    query = (
        select(AgendaItem.id, Meeting.title, AgendaItem.title)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.kind == ItemKind.ROLE_PLAY, Meeting.state.in_(("draft", "convened", "live")))
        .order_by(Meeting.starts_ms, AgendaItem.position)
    )
    return tuple((item, meeting, title) for item, meeting, title in session.execute(query))


def _sizes(scenario: Scenario, rows: list[PlayerRow]) -> tuple[int, ...]:
    try:
        return tuple(len(seats) for seats in tables_for(scenario, sum(not row.watches for row in rows)))
    except Refusal:
        return ()


def casting_view(session: Session, *, play_id: str) -> CastingView | None:
    """The play on the page of casting; None when it is gone."""
    row = session.get(PlayRow, play_id)
    line = next((one for one in play_list(session) if one.id == play_id), None)
    if row is None or line is None:
        return None
    scenario, rows = scenario_of(row.text), player_rows(session, play_id)
    wishes = wishes_of(session, play_id, rows)
    cast = explained(scenario, base_cast(row, rows), [player_of(one) for one in rows], wishes)
    why = {seat.player: seat.reasons for seat in cast.seats}
    names = names_of(session, [one.person_id for one in rows])
    titles = {role.id: role.name for role in scenario.roles}
    order = {role.id: at for at, role in enumerate(scenario.roles)}
    needed = {role.id for role in needed_roles(scenario)}
    players = [
        CastPlayer(
            one.person_id, names.get(one.person_id, ""), player_of(one).attributes, one.watches,
            one.reading_help, one.seat_table, one.role, titles.get(one.role, ""),
            why.get(one.person_id, ()), one.by_hand, one.reason, one.redrawn,
            one.person_id in cast.breaches,
        )
        for one in rows
    ]  # fmt: skip
    players.sort(key=lambda one: (one.table, order.get(one.role, len(order)), one.name, one.person_id))
    return CastingView(
        play=line,
        scenario=scenario,
        lengths=tuple(plan.minutes for plan in scenario.plans),
        sensitive=scenario.safety.text if scenario.safety.sensitive else "",
        asked=scenario.attributes,
        roles=tuple(
            CastRole(role.id, role.name, role.observer, role.id in needed) for role in scenario.roles
        ),
        players=tuple(players),
        sizes=_sizes(scenario, rows),
        mode=row.mode,
        seed=row.seed,
        proven=row.proven,
        apart=wishes.apart,
        together=cast.together,
        codes=len(codes_of(row)),
    )


def who_is_who(session: Session, *, play_id: str) -> tuple[SeatLine, ...]:
    """Who plays what now, by table and role; empty once the cast was forgotten."""
    state = play_state(session, play_id)
    rows = {row.person_id: row for row in player_rows(session, play_id)}
    names = names_of(session, rows)
    order = {role.id: at for at, role in enumerate(state.scenario.roles)}
    titles = {role.id: role.name for role in state.scenario.roles}
    lines = [
        SeatLine(
            seat.player, names.get(seat.player, ""), seat.table, seat.role, titles.get(seat.role, ""),
            rows[seat.player].by_hand, rows[seat.player].reason,
        )
        for seat in state.cast.seats
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda one: (one.table, order.get(one.role, len(order)), one.name)))
