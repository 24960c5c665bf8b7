"""What happens to the seats when a phase begins: roles change hands, people go to the next table."""

from dataclasses import replace

from meeting_app.domain.roleplay.casting import Cast, Seat
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.play import Play, Table


def swapped(given: Cast, pairs: tuple[tuple[str, str], ...]) -> Cast:
    """At every table that plays both roles of a pair, their players take each other's role. Done twice, it is
    as before.
    """
    seats = list(given.seats)
    for first, second in pairs:
        for number in {seat.table for seat in seats}:
            here = {seat.role for seat in seats if seat.table == number}
            turn = {first: second, second: first} if {first, second} <= here else {}
            seats = [
                replace(seat, role=turn.get(seat.role, seat.role)) if seat.table == number else seat
                for seat in seats
            ]
    return replace(given, seats=tuple(seats))


def rotated(given: Cast, stay: tuple[str, ...]) -> Cast:
    """Everybody goes to the next table with the own role, from the last one to the first, but those who play
    the roles in `stay`: they are the hosts.
    """
    numbers = sorted({seat.table for seat in given.seats})
    following = dict(zip(numbers, [*numbers[1:], *numbers[:1]], strict=True))

    def moved(seat: Seat) -> Seat:
        return seat if seat.role in stay else replace(seat, table=following[seat.table])

    return replace(given, seats=tuple(sorted(map(moved, given.seats), key=lambda seat: seat.table)))


def turned(scenario: Scenario, given: Cast, phase: str) -> Cast:
    """The cast once a phase has begun: first roles change hands, then tables."""
    if scenario.swap and scenario.swap.phase == phase:
        given = swapped(given, scenario.swap.pairs)
    if scenario.rotation and scenario.rotation.phase == phase:
        given = rotated(given, scenario.rotation.stay)
    return given


def seated(play: Play, given: Cast) -> Play:
    """The play with the roles that now sit at its tables; cards on an earlier proposal stay as they were."""

    def filled(table: Table) -> Table:
        return replace(table, seats=tuple(seat.role for seat in given.table(table.number)))

    return replace(play, tables=tuple(map(filled, play.tables)))
