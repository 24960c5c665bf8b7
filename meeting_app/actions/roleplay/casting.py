"""Casting a play: by lot against type, by hand where the facilitator knows better.

Seats are kept as they were at the beginning of the play; what changes hands later follows from the phases.
Every action here overwrites private rows and is final; its arguments name no person that the journal would
keep.
"""

import secrets
from dataclasses import dataclass, replace
from itertools import product

from meeting_app.actions.common import living, text_of
from meeting_app.actions.desk import final
from meeting_app.actions.roleplay.common import NOT_ENDED, PLAYABLE, PREPARING, keep_cast, play_in
from meeting_app.actions.roleplay.preparing import REASON_LENGTH, SEEDS, Taking, known_answers, new_player
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import casting as rules
from meeting_app.domain.roleplay.casting import Cast, Seat
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.seating import needed_roles
from meeting_app.queries.roleplay.scenarios import scenario_of
from meeting_app.queries.roleplay.state import (
    PlayState,
    base_cast,
    play_state,
    player_of,
    player_rows,
    seats_now,
    wishes_of,
)
from meeting_app.storage.tables import PlayerRow, PlayRow
from meeting_app.storage.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """A table and a role; role "" = watching there."""

    table: int
    role: str = ""


@final
def cast_play(work: Work, *, play_id: str, mode: str = "opposite", seed: int | None = None) -> int:
    """Give everybody a seat. Without a seed the first cast takes the play's, every further one a new one; the
    same players and seed give the same cast. Seats set by hand stay. Returns the seed.
    """
    row = play_in(work, play_id, *PREPARING)
    if mode not in rules.MODES or (seed is not None and not 0 <= seed < SEEDS):
        raise Refusal("play_seed", most=SEEDS - 1)
    if seed is None:
        seed = row.seed if row.state == "prepared" else secrets.randbelow(SEEDS)
    rows = player_rows(work.session, row.id)
    for player in rows:
        player.redrawn = False
    wishes = wishes_of(work.session, row.id, rows)
    found = rules.cast(scenario_of(row.text), [player_of(one) for one in rows], seed, mode, wishes)
    keep_cast(work, row, found)
    return seed


def _player(work: Work, row: PlayRow, person: str) -> PlayerRow:
    found = next((one for one in player_rows(work.session, row.id) if one.person_id == person), None)
    if found is None:
        raise Refusal("play_no_player")
    return found


@final
def redraw_player(work: Work, *, play_id: str, person: str) -> None:
    """Another role for somebody who does not want the first one, once; few others move. Before the play."""
    row = play_in(work, play_id, "cast")
    rows = player_rows(work.session, row.id)
    _player(work, row, person).by_hand = False
    wishes = wishes_of(work.session, row.id, rows)
    everybody = [player_of(one) for one in rows]
    changed = rules.redraw(scenario_of(row.text), base_cast(row, rows), person, everybody, wishes)
    keep_cast(work, row, changed)


@final
def exchange_players(work: Work, *, play_id: str, pair: tuple[str, str], reason: str = "") -> None:
    """Two players change places; both count as given by hand, with the reason."""
    row = play_in(work, play_id, *PLAYABLE)
    one, other = (_player(work, row, person) for person in pair)
    one.seat_table, other.seat_table = other.seat_table, one.seat_table
    one.role, other.role = other.role, one.role
    one.watches, other.watches = other.watches, one.watches
    for player in (one, other):
        _by_hand(player, reason)


def _by_hand(player: PlayerRow, reason: str) -> None:
    player.by_hand = not player.watches
    player.reason = text_of(reason, REASON_LENGTH, "reason", needed=False)


def _observer(scenario: Scenario) -> str:
    return next((role.id for role in scenario.roles if role.observer), "")


def _place_in_base(state: PlayState, person: str, wanted: Place) -> Place:
    """The place at the beginning from which the phases so far lead to the wanted one: seats turn by place,
    whoever sits there.
    """
    others = tuple(seat for seat in state.base.seats if seat.player != person)
    tables = [wanted.table, *(table.number for table in state.play.tables if table.number != wanted.table)]
    roles = [wanted.role, *(role.id for role in state.scenario.roles if role.id != wanted.role)]
    for table, role in product(tables, roles):
        base = replace(state.base, seats=(*others, Seat(person, table, role)))
        now = seats_now(state.scenario, base, state.play.phases, state.play.at).of(person)
        if (now.table, now.role) == (wanted.table, wanted.role):
            return Place(table, role)
    raise Refusal("cast_no_such_seat")


def _check_left(scenario: Scenario, cast: Cast, leaving: str) -> None:
    """Before the play no table loses a role that every table plays."""
    seat = cast.of(leaving)
    left = {one.role for one in cast.table(seat.table) if one.player != leaving}
    role = next((role for role in needed_roles(scenario) if role.id == seat.role), None)
    if role is not None and role.id not in left:
        raise Refusal("cast_role_needed", role=role.name, table=seat.table)


@final
def seat_player(work: Work, *, play_id: str, person: str, place: Place, reason: str = "") -> None:
    """Give somebody a place by hand, also one that others share (a team) or nobody has; `Place(table)` lets
    him watch there. While preparing, no table may lose a role that it needs.
    """
    row = play_in(work, play_id, *PLAYABLE)
    player, state = _player(work, row, person), play_state(work.session, row.id)
    scenario = state.scenario
    role = place.role or _observer(scenario)
    known = {one.id for one in scenario.roles} | {""}
    if place.table not in {table.number for table in state.play.tables} or role not in known:
        raise Refusal("cast_no_such_seat")
    if row.state == "cast" and (player.seat_table, player.role) != (place.table, role):
        _check_left(scenario, state.base, person)
    found = _place_in_base(state, person, Place(place.table, role))
    player.seat_table, player.role = found.table, found.role
    player.watches = role == _observer(scenario)
    _by_hand(player, reason)


@final
def let_watch(work: Work, *, play_id: str, person: str) -> None:
    """Somebody becomes an observer at the own table, at any time and without a reason. While preparing, the
    others are cast anew when the table would lose a role that it needs.
    """
    row = play_in(work, play_id, *NOT_ENDED)
    player = _player(work, row, person)
    if player.watches:
        return
    state = play_state(work.session, row.id)
    player.by_hand = False
    if row.state == "running":
        table = state.cast.of(person).table
        found = _place_in_base(state, person, Place(table, _observer(state.scenario)))
        player.seat_table, player.role, player.watches = found.table, found.role, True
        return
    player.watches = True
    if row.state == "cast":
        cast_play(work, play_id=row.id, mode=row.mode, seed=row.seed)


@final
def join_play(work: Work, *, play_id: str, taking: Taking, place: Place) -> None:
    """Somebody comes late: to a role as a further player, or to watch."""
    row = play_in(work, play_id, *PLAYABLE)
    if any(one.person_id == taking.person_id for one in player_rows(work.session, row.id)):
        raise Refusal("play_has_player")
    player = work.add(new_player(work, row.id, living(work, taking.person_id)))
    player.attributes = known_answers(scenario_of(row.text), taking.attributes)
    player.reading_help = taking.reading_help
    player.seat_table, player.role = place.table, place.role
    work.session.flush()
    seat_player(work, play_id=row.id, person=taking.person_id, place=place)


@final
def leave_play(work: Work, *, play_id: str, person: str) -> None:
    """Somebody goes home while the play runs; what the table did stays."""
    row = play_in(work, play_id, "running")
    work.session.delete(_player(work, row, person))
