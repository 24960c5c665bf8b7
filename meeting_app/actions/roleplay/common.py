"""What the actions of a play share: which plays may be changed, and writing a new state into the rows."""

from collections.abc import Mapping

from meeting_app.actions.common import meeting_in, set_clock
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.casting import Cast
from meeting_app.domain.roleplay.play import Play, Table
from meeting_app.queries.roleplay.state import PlayState, play_state
from meeting_app.storage.tables import Meeting, PlayerRow, PlayRow, PlayTable
from meeting_app.storage.work import Work

PREPARING = ("prepared", "cast")
UNDER_WAY = ("running",)
PLAYABLE = ("cast", "running")
NOT_ENDED = ("prepared", "cast", "running")


def play_in(work: Work, play_id: str, *states: str) -> PlayRow:
    """The play, when it is in one of the states and its meeting is not closed."""
    row = work.get(PlayRow, play_id)
    if states and row.state not in states:
        raise Refusal("play_state", play=row.state)
    if row.meeting_id:
        meeting_in(work, row.meeting_id)
        if work.get(Meeting, row.meeting_id).state in ("closed", "cancelled"):
            raise Refusal("meeting_state", state=work.get(Meeting, row.meeting_id).state)
    return row


def state_in(work: Work, play_id: str, *states: str) -> PlayState:
    """The same, put together for the rules."""
    play_in(work, play_id, *states)
    return play_state(work.session, play_id)


def table_rows(work: Work, play_id: str) -> Mapping[int, PlayTable]:
    """The tables of a play by number."""
    return {row.number: row for row in work.all(PlayTable, PlayTable.play_id == play_id)}


def keep_course(work: Work, row: PlayRow, play: Play) -> None:
    """Write phase, clock, what was skipped, and the tables' small state into the rows."""
    row.at = play.at
    row.skipped = ",".join(play.skipped)
    set_clock(row, play.clock)
    rows = table_rows(work, row.id)
    for table in play.tables:
        keep_table(rows[table.number], table)


def keep_table(row: PlayTable, table: Table) -> None:
    """Write a table's allowance, card and call for help."""
    row.allowance_ms, row.colour, row.help = table.allowance_ms, table.colour, table.help


def keep_cast(work: Work, row: PlayRow, cast: Cast) -> None:
    """Write who sits where at the beginning, and one row for each table."""
    seats = {seat.player: seat for seat in cast.seats}
    for player in work.all(PlayerRow, PlayerRow.play_id == row.id):
        seat = seats[player.person_id]
        player.seat_table, player.role = seat.table, seat.role
        player.redrawn = player.person_id in cast.redrawn
    row.seed, row.mode, row.proven, row.state = cast.seed, cast.mode, cast.proven, max_state(row.state)
    have = table_rows(work, row.id)
    wanted = {seat.table for seat in cast.seats}
    for number in sorted(wanted - have.keys()):
        work.add(PlayTable(play_id=row.id, number=number))
    for number in have.keys() - wanted:
        work.session.delete(have[number])


def max_state(state: str) -> str:
    """A prepared play is cast now; one that runs goes on."""
    return "cast" if state == "prepared" else state


def drop_cast(work: Work, row: PlayRow) -> None:
    """Whoever comes or goes before the play begins makes the cast void; what was set by hand is kept."""
    if row.state != "cast":
        return
    row.state = "prepared"
    for player in work.all(PlayerRow, PlayerRow.play_id == row.id):
        player.redrawn = False
        if not player.by_hand:
            player.seat_table, player.role = 0, ""
    for table in work.all(PlayTable, PlayTable.play_id == row.id):
        work.session.delete(table)
