"""What the next step of a meeting is while an item's play waits to begin or runs."""

from typing import Final

from sqlalchemy.orm import Session

from meeting_app.domain.clock import Clock
from meeting_app.domain.roleplay.play import MINUTE_MS
from meeting_app.queries.roleplay.public import play_of_item
from meeting_app.queries.roleplay.state import play_state
from meeting_app.storage.tables import PlayRow


def next_in_play(session: Session, item_id: str) -> tuple[str, str, bool, str] | None:
    """(code, subject, enabled, why) of the item's play: play_start, play_next or play_finish. None when the
    step is the meeting's: no play, not cast yet, or ended. After its last part a play is ended first, so that
    who played whom is forgotten.
    """
    play_id = play_of_item(session, item_id=item_id)
    row = session.get(PlayRow, play_id) if play_id else None
    if row is None or row.state not in ("cast", "running"):
        return None
    play = play_state(session, row.id).play
    if row.state == "cast":
        return "play_start", row.title, True, ""
    if play.over:
        return "next_item", row.title, False, "play_not_ended"
    if play.at + 1 == len(play.phases):
        return "play_finish", row.title, True, ""
    return "play_next", play.phases[play.at + 1].title, True, ""


# The records of a play: what changes them changes nothing of a meeting's agenda, plan or quorum.
PLAY_KINDS: Final = frozenset(
    {
        "play", "play_phase", "play_table", "play_turn", "play_proposal", "play_card", "play_agreement",
        "poll_sheet", "player", "play_note", "apart_pair",
    }
)  # fmt: skip
PartClock = tuple[str, Clock, tuple[int, ...]]


def part_of_play(session: Session, *, play_id: str) -> PartClock | None:
    """(identity, clock, warnings in ms before the end) of the part under way; None while none runs."""
    state = play_state(session, play_id)
    phase = state.play.phase
    if phase is None or state.row.state != "running":
        return None
    warnings = tuple(minutes * MINUTE_MS for minutes in phase.warnings)
    return f"{play_id} {state.play.at}", state.play.clock, warnings


def part_clock(session: Session, *, item_id: str) -> PartClock | None:
    """The same of an item's play."""
    play_id = play_of_item(session, item_id=item_id)
    return part_of_play(session, play_id=play_id) if play_id else None
