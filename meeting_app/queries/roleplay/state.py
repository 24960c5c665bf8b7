"""A play as it stands, put together from its rows for the rules of `domain.roleplay`."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.casting import Cast, Player, Seat, Wishes
from meeting_app.domain.roleplay.model import Phase, Plan, Scenario
from meeting_app.domain.roleplay.play import Play, Proposal, Table
from meeting_app.domain.roleplay.turning import turned
from meeting_app.queries.basics import clock_of, once
from meeting_app.queries.roleplay.scenarios import scenario_of
from meeting_app.storage.tables import (
    ApartPair,
    PlayAgreement,
    PlayCard,
    PlayerRow,
    PlayPhase,
    PlayProposal,
    PlayRow,
    PlayTable,
    PlayTurn,
)


@dataclass(frozen=True, slots=True)
class PlayState:
    """A play with its scenario. `base` is the cast of the beginning, `cast` the seats as they are now."""

    row: PlayRow
    scenario: Scenario
    play: Play
    base: Cast
    cast: Cast
    inserted: frozenset[str]


def split(text: str) -> tuple[str, ...]:
    """What was kept between commas."""
    return tuple(text.split(",")) if text else ()


def plan_of(scenario: Scenario, minutes: int) -> Plan:
    """The plan of that length, else the first one."""
    return next((plan for plan in scenario.plans if plan.minutes == minutes), scenario.plans[0])


def player_rows(session: Session, play_id: str) -> list[PlayerRow]:
    """Who takes part, in a stable order."""
    query = select(PlayerRow).where(PlayerRow.play_id == play_id).order_by(PlayerRow.person_id)
    return list(session.scalars(query))


def player_of(row: PlayerRow) -> Player:
    """A player as the casting knows him."""
    attributes = tuple(sorted(json.loads(row.attributes).items()))
    return Player(row.person_id, attributes, row.age_band, row.watches, row.reading_help)


def wishes_of(session: Session, play_id: str, rows: Iterable[PlayerRow]) -> Wishes:
    """Excluded pairs and seats by hand."""
    pairs = session.scalars(select(ApartPair).where(ApartPair.play_id == play_id))
    apart = tuple(sorted((pair.first_id, pair.second_id) for pair in pairs))
    fixed = tuple(
        (row.person_id, row.seat_table, row.role)
        for row in rows
        if row.by_hand and row.seat_table and not row.watches
    )
    return Wishes(apart, fixed)


def base_cast(row: PlayRow, rows: Iterable[PlayerRow]) -> Cast:
    """The cast as it was made, without reasons."""
    seated = [one for one in rows if one.seat_table]
    seats = tuple(Seat(one.person_id, one.seat_table, one.role) for one in seated)
    redrawn = tuple(one.person_id for one in seated if one.redrawn)
    return Cast(row.seed, row.mode, seats, proven=row.proven, redrawn=redrawn)


def _phases(session: Session, row: PlayRow, scenario: Scenario) -> tuple[tuple[Phase, ...], frozenset[str]]:
    """The plan's phases with those that were put in, and the identities of the latter."""
    phases = list(plan_of(scenario, row.minutes).phases)
    query = select(PlayPhase).where(PlayPhase.play_id == row.id).order_by(PlayPhase.number)
    inserted = []
    for one in session.scalars(query):
        name = f"more-{one.number}"  # no identity of a scenario has a hyphen
        inserted.append(name)
        phases.insert(one.place, Phase(name, one.kind, one.title, one.mode, one.minutes, 1, skippable=True))
    return tuple(phases), frozenset(inserted)


def _proposals(session: Session, play_id: str) -> dict[int, list[Proposal]]:
    cards: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    shown = select(PlayCard).join(PlayProposal).where(PlayProposal.play_id == play_id)
    for card in session.scalars(shown.order_by(PlayCard.role)):
        cards[card.proposal_id].append((card.role, card.accepts))
    found: dict[int, list[Proposal]] = defaultdict(list)
    query = select(PlayProposal).where(PlayProposal.play_id == play_id).order_by(PlayProposal.number)
    for row in session.scalars(query):
        deal = tuple(tuple(choice) for choice in json.loads(row.deal))
        found[row.table_number].append(
            Proposal(row.number, deal, row.phase, row.phase_ms, tuple(cards[row.id]))
        )
    return found


def _agreements(
    session: Session, play_id: str
) -> dict[int, list[tuple[str, tuple[str, ...], tuple[str, ...]]]]:
    found: dict[int, list[tuple[str, tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for row in session.scalars(select(PlayAgreement).where(PlayAgreement.play_id == play_id)):
        found[row.table_number].append((row.issue, split(row.choice), split(row.roles)))
    return found


def _tables(session: Session, row: PlayRow, scenario: Scenario, cast: Cast) -> tuple[Table, ...]:
    order = {issue.id: at for at, issue in enumerate(scenario.issues)}
    proposals, agreed = _proposals(session, row.id), _agreements(session, row.id)
    roles = {role.id: at for at, role in enumerate(scenario.roles)}
    seats: dict[int, list[str]] = defaultdict(list)
    for seat in cast.seats:
        if seat.role:
            seats[seat.table].append(seat.role)
    query = select(PlayTable).where(PlayTable.play_id == row.id).order_by(PlayTable.number)
    return tuple(
        Table(
            one.number,
            split(one.roles) or tuple(sorted(seats[one.number], key=lambda role: roles.get(role, 0))),
            one.allowance_ms,
            one.colour,
            one.help,
            tuple(proposals[one.number]),
            tuple(sorted(agreed[one.number], key=lambda entry: order.get(entry[0], 0))),
        )
        for one in session.scalars(query)
    )


def seats_now(scenario: Scenario, base: Cast, phases: tuple[Phase, ...], at: int) -> Cast:
    """The seats after all phases that have begun: what changes hands depends on places only, so going back a
    phase gives back its seats.
    """
    cast = base
    for phase in phases[: at + 1]:
        cast = turned(scenario, cast, phase.id) if cast.seats else cast
    return cast


def play_state(session: Session, play_id: str) -> PlayState:
    """The play as it stands. Refuses one that is gone."""
    return once(session, ("play", play_id), lambda: _state(session, play_id))


def _state(session: Session, play_id: str) -> PlayState:
    row = session.get(PlayRow, play_id)
    if row is None:
        raise Refusal("gone", kind="play")
    scenario = scenario_of(row.text)
    phases, inserted = _phases(session, row, scenario)
    base = base_cast(row, player_rows(session, play_id))
    cast = seats_now(scenario, base, phases, row.at)
    turns = session.scalars(select(PlayTurn).where(PlayTurn.play_id == play_id).order_by(PlayTurn.number))
    came = [(turn.kind, turn.code) for turn in turns]
    play = Play(
        phases,
        _tables(session, row, scenario, cast),
        row.at,
        clock_of(row),
        tuple(code for kind, code in came if kind == "clue"),
        tuple(code for kind, code in came if kind == "event"),
        split(row.skipped),
    )
    return PlayState(row, scenario, play, base, cast, inserted)
