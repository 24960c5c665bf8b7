"""What becomes of a play when it ends, when its meeting is over, and when a player is forgotten."""

from typing import Any

from meeting_app.actions.roleplay.common import NOT_ENDED, PREPARING, drop_cast, keep_course, table_rows
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import play as rules
from meeting_app.queries.roleplay.state import play_state
from meeting_app.storage.tables import ApartPair, Meeting, Person, PlayerRow, PlayRow
from meeting_app.storage.work import Work


def finish(work: Work, row: PlayRow) -> None:
    """End a play that runs: what the tables came to stays, who played whom is forgotten."""
    state = play_state(work.session, row.id)
    keep_course(work, row, rules.paused(state.play, work.now))
    tables = table_rows(work, row.id)
    for table in state.play.tables:
        tables[table.number].roles = ",".join(table.seats)
        tables[table.number].help = False
    row.people, row.tables = len(state.base.seats), len(tables)
    row.state, row.ended_ms = "ended", work.now.wall_ms
    kinds: tuple[Any, ...] = (PlayerRow, ApartPair)
    for one in (one for kind in kinds for one in work.all(kind, kind.play_id == row.id)):
        work.session.delete(one)


def leave_meeting(work: Work, meeting: Meeting) -> None:
    """Nothing private stays behind in a meeting that is over: a play that runs ends with it, and one that did
    not begin goes on its own, where it can be taken to another meeting or away.
    """
    for row in work.all(PlayRow, PlayRow.meeting_id == meeting.id, PlayRow.state.in_(NOT_ENDED)):
        if row.state in PREPARING:
            row.meeting_id = row.item_id = None
        else:
            finish(work, row)


def require_no_player(work: Work, person: Person) -> None:
    """Refuses while somebody plays or is kept apart: both are private, so that no undo could bring them back
    to the record that they were moved from.
    """
    for row in work.all(PlayRow, PlayRow.state.in_(NOT_ENDED)):
        if _seat(work, row, person) is not None or _pairs(work, row, person):
            raise Refusal("merge_in_play", name=person.name, title=row.title)


def forget_player(work: Work, person: Person) -> None:
    """Take a person out of every play to come; where one is running the seat stays, but nothing that was said
    of the person's life.
    """
    for row in work.all(PlayRow, PlayRow.state.in_(NOT_ENDED)):
        for pair in _pairs(work, row, person):
            work.session.delete(pair)
        seat = _seat(work, row, person)
        if seat is not None and row.state in PREPARING:
            work.session.delete(seat)
            work.session.flush()
            drop_cast(work, row)
        elif seat is not None:
            seat.attributes, seat.age_band, seat.reason, seat.reading_help = "{}", "", "", False


def _seat(work: Work, row: PlayRow, person: Person) -> PlayerRow | None:
    return work.one(PlayerRow, PlayerRow.play_id == row.id, PlayerRow.person_id == person.id)


def _pairs(work: Work, row: PlayRow, person: Person) -> list[ApartPair]:
    pairs = work.all(ApartPair, ApartPair.play_id == row.id)
    return [pair for pair in pairs if person.id in (pair.first_id, pair.second_id)]
